#include "cli/update_outside.h"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <utility>

#include "cli/failure.h"
#include "cli/update_files.h"
#include "herold/percent_encoding.h"

namespace herold::cli {
namespace {

using update::Answer;
using update::Failed;
using update::Fetched;

constexpr long connect_seconds = 10;
constexpr long stalled_seconds = 30;

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, octets(bytes), bytes.size());
  char hex[2 * sizeof hash + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

/// Exactly `size` bytes from hexadecimal.
bool decode_hex(std::string_view hex, unsigned char* out, std::size_t size) {
  std::size_t written = 0;
  return hex.size() == 2 * size &&
         sodium_hex2bin(out, size, hex.data(), hex.size(), nullptr, &written, nullptr) == 0 &&
         written == size;
}

bool holds(const update::SignatureCheck& check) {
  unsigned char key[crypto_sign_PUBLICKEYBYTES], signature[crypto_sign_BYTES];
  return decode_hex(check.key, key, sizeof key) && decode_hex(check.signature, signature, sizeof signature) &&
         crypto_sign_verify_detached(signature, octets(check.message), check.message.size(), key) == 0;
}

struct Body {
  std::string bytes;
  std::size_t limit;
};

/// Takes up to the limit; then it takes less than it was given, which ends the transfer.
std::size_t append(char* data, std::size_t size, std::size_t count, void* target) {
  auto& body = *static_cast<Body*>(target);
  const std::size_t taken = std::min(size * count, body.limit - body.bytes.size());
  body.bytes.append(data, taken);
  return taken;
}

std::string joined(std::string base, std::string_view path) {
  if (base.empty() || base.back() != '/') base += '/';
  return base + percent_encoded(path, "/");
}

}  // namespace

UpdateOutside::UpdateOutside(std::string metadata_url, std::string target_url)
    : metadata_url_(std::move(metadata_url)),
      target_url_(std::move(target_url)),
      curl_(curl_easy_init(), [](void* curl) { curl_easy_cleanup(curl); }) {
  if (sodium_init() < 0 || !curl_) throw Failure("libsodium or libcurl did not start");
}

Answer UpdateOutside::answer(const update::Step& step, const std::filesystem::path& local) {
  if (const auto* verify = std::get_if<update::Verify>(&step)) {
    update::Verified verified;
    for (const auto& check : verify->checks) verified.holds.push_back(holds(check));
    return verified;
  }
  const auto& fetch = std::get<update::Fetch>(step);
  if (!local.empty() && !fetch.sha256.empty()) {
    auto known = read_if_there(local, update::Limits::target);
    if (known && sha256_hex(*known) == fetch.sha256) return Fetched{std::move(known), fetch.sha256};
  }
  const std::string_view path = fetch.path;
  const std::size_t slash = path.find('/');
  const std::string& base = path.substr(0, slash) == "targets" ? target_url_ : metadata_url_;
  return download(joined(base, path.substr(slash + 1)), fetch.max_bytes);
}

Answer UpdateOutside::download(const std::string& url, std::size_t max_bytes) {
  CURL* curl = curl_.get();
  Body body{{}, max_bytes + 1};
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, stalled_seconds);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  const CURLcode result = curl_easy_perform(curl);
  const bool cut = result == CURLE_WRITE_ERROR && body.bytes.size() == body.limit;
  if (result != CURLE_OK && !cut) return Failed{url + ": " + curl_easy_strerror(result)};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status == 404 || status == 403) return Fetched{};  // stores of files say 403 for what they do not have
  if (status != 200) return Failed{url + ": the server answered " + std::to_string(status)};
  std::string hash = sha256_hex(body.bytes);
  return Fetched{std::move(body.bytes), std::move(hash)};
}

std::string file_name_of(std::string_view target) {
  std::string name = percent_encoded(target);
  // "." and ".." are folders.
  return name.find_first_not_of('.') == std::string::npos ? "%2E" + name.substr(name.empty() ? 0 : 1) : name;
}

}  // namespace herold::cli
