#include "http/encoding.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "http/preference.h"

namespace herold::http {
namespace {

// 9 costs a tenth of 11's time for about two per cent of size; a bundle is compressed once for all who wait.
constexpr int kBrotliQuality = 9;
constexpr int kGzipWindow = 15 + 16;  // 16: a gzip header, not zlib's
constexpr int kGzipMemory = 8;

struct Weights {
  int gzip = -1;
  int brotli = -1;
  int identity = -1;
  int any = -1;
};

Weights read_codings(std::string_view header) {
  Weights weights;
  for (const auto& [coding, weight] : read_preferences(header)) {
    if (coding == "br") weights.brotli = weight;
    if (coding == "gzip" || coding == "x-gzip") weights.gzip = weight;
    if (coding == "identity") weights.identity = weight;
    if (coding == "*") weights.any = weight;
  }
  return weights;
}

int weight_or(int own, int otherwise) { return own >= 0 ? own : otherwise; }

}  // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::gzip:
      return "gzip";
    case Encoding::brotli:
      return "br";
    case Encoding::identity:
      break;
  }
  return "";
}

Encoding choose_encoding(std::string_view accept_encoding) {
  const Weights weights = read_codings(accept_encoding);
  const int brotli = weight_or(weights.brotli, weight_or(weights.any, 0));
  const int gzip = weight_or(weights.gzip, weight_or(weights.any, 0));
  // Unless it is named, identity is the fallback, not a competitor.
  const int identity = weight_or(weights.identity, 0);
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return Encoding::brotli;
  if (gzip > 0 && gzip >= identity) return Encoding::gzip;
  return Encoding::identity;
}

std::string gzip(std::string_view text) {
  if (text.size() > std::numeric_limits<uInt>::max()) throw std::length_error("gzip: too large");
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kGzipMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("gzip: cannot start");
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("gzip: did not finish");
  return out;
}

std::string brotli(std::string_view text) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
  std::string out(size, '\0');
  const BROTLI_BOOL done = BrotliEncoderCompress(
      kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE, text.size(),
      reinterpret_cast<const std::uint8_t*>(text.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
  if (done != BROTLI_TRUE) throw std::runtime_error("brotli: did not finish");
  out.resize(size);
  return out;
}

std::shared_ptr<const std::string> EncodedBodies::get(std::string_view hash,
                                                      const std::shared_ptr<const std::string>& bytes,
                                                      Encoding encoding) {
  if (encoding == Encoding::identity) return bytes;
  std::string key(hash);
  key.append("-").append(name(encoding));
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = bodies_.find(key); found != bodies_.end()) return found->second;
  }
  // Outside the lock: two at once may compress the same, which is only work done twice.
  auto encoded =
      std::make_shared<const std::string>(encoding == Encoding::gzip ? gzip(*bytes) : brotli(*bytes));
  const std::lock_guard lock(mutex_);
  if (bodies_.size() >= capacity_) bodies_.clear();
  return bodies_.emplace(std::move(key), std::move(encoded)).first->second;
}

}  // namespace herold::http
