#include "auth/rate_limit.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace herold::auth {

app::Result<void> RateLimit::take(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const app::Seconds now = clock_.now();
  if (buckets_.size() >= rate_.keys) forget_full(now);
  auto& bucket = buckets_.try_emplace(std::string(key), Bucket{rate_.burst, now}).first->second;
  const auto waited = static_cast<double>(std::max<app::Seconds>(0, now - bucket.at));
  bucket.tries = std::min(rate_.burst, bucket.tries + waited / static_cast<double>(rate_.refill));
  bucket.at = now;
  if (bucket.tries >= 1) {
    bucket.tries -= 1;
    return {};
  }
  app::Error error{app::ErrorCode::too_many, "too many tries; wait a moment"};
  error.retry_after = static_cast<app::Seconds>((1 - bucket.tries) * static_cast<double>(rate_.refill)) + 1;
  return error;
}

void RateLimit::clear(std::string_view key) {
  const std::lock_guard lock(mutex_);
  buckets_.erase(std::string(key));
}

// Those who have waited long enough to be full again are as if never seen. When none has, all are forgotten:
// memory stays bounded, and so many addresses at once are beyond what this limit can hold back.
void RateLimit::forget_full(app::Seconds now) {
  std::erase_if(buckets_, [&](const auto& entry) {
    const auto waited = static_cast<double>(now - entry.second.at);
    return entry.second.tries + waited / static_cast<double>(rate_.refill) >= rate_.burst;
  });
  if (buckets_.size() >= rate_.keys) buckets_.clear();
}

std::string network_of(std::string_view address) {
  const std::string text(address);
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1 || IN6_IS_ADDR_V4MAPPED(&six)) return text;
  std::fill(six.s6_addr + 8, six.s6_addr + 16, std::uint8_t{0});
  char network[INET6_ADDRSTRLEN] = "";
  return std::string(inet_ntop(AF_INET6, &six, network, sizeof network)) + "/64";
}

}  // namespace herold::auth
