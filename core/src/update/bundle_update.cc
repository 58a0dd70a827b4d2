#include <utility>

#include "herold/ascii.h"
#include "herold/bundle.h"
#include "herold/update.h"

namespace herold::update {
namespace {

Refused refused(Code code, Role role, std::string message) { return {code, role, std::move(message)}; }

}  // namespace

BundleUpdate::BundleUpdate(BundleRequest request)
    : request_(std::move(request)),
      client_(std::move(request_.trusted), request_.now),
      in_force_(request_.in_force),
      target_(request_.channel + ".json") {}

Step BundleUpdate::start() {
  if (request_.pin && root_fingerprint(request_.pin->root_sha256) != request_.pin->fingerprint)
    return refused(Code::wrong_root, Role::root, "root: is not the one that the invitation names");
  return proceed(client_.refresh());
}

Step BundleUpdate::resume(Answer answer) { return proceed(client_.resume(std::move(answer))); }

const Trusted& BundleUpdate::trusted() const { return client_.trusted(); }
const std::optional<InForce>& BundleUpdate::in_force() const { return in_force_; }

/// The workflow ends twice: when the metadata is up to date, and when the bundle has come.
Step BundleUpdate::proceed(Step step) {
  auto* done = std::get_if<Done>(&step);
  if (!done) return step;
  if (done->content) return accept(*std::move(done->content));
  sha256_ = client_.target_sha256(target_);
  if (in_force_ && !sha256_.empty() && in_force_->sha256 == sha256_) return Done{};
  return client_.target(target_);
}

Step BundleUpdate::accept(std::string text) {
  const auto bundle = parse_bundle(text);
  if (!bundle) return refused(Code::malformed, Role::bundle, "bundle: " + bundle.error().message);
  if (bundle->organisation != request_.organisation)
    return refused(Code::wrong_organisation, Role::bundle,
                   "bundle: is of the organisation " + bundle->organisation);
  if (bundle->channel != request_.channel)
    return refused(Code::wrong_channel, Role::bundle, "bundle: is of the channel " + bundle->channel);
  if (in_force_ && bundle->revision < in_force_->revision)
    return refused(Code::rollback, Role::bundle,
                   "bundle: is revision " + std::to_string(bundle->revision) + ", older than revision " +
                       std::to_string(in_force_->revision));
  in_force_ = InForce{bundle->revision, sha256_};
  return Done{std::move(text)};
}

std::string root_fingerprint(std::string_view sha256_hex) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::size_t digits = 32;  // 16 bytes
  if (sha256_hex.size() != 64) return {};
  std::string fingerprint;
  unsigned bits = 0;
  int count = 0;
  for (const char c : sha256_hex.substr(0, digits)) {
    const int value = ascii::hex_value(c);
    if (value < 0) return {};
    bits = bits << 4 | static_cast<unsigned>(value);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    fingerprint += alphabet[bits >> count & 63];
  }
  if (count > 0) fingerprint += alphabet[bits << (6 - count) & 63];
  return fingerprint;
}

}  // namespace herold::update
