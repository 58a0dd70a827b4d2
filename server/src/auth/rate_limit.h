// How often something may be tried: a token bucket for each key (an address, an account). In memory, for one
// process; thread-safe.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/clock.h"
#include "app/result.h"

namespace herold::auth {

class RateLimit {
 public:
  struct Rate {
    double burst = 0;            // tries at once
    app::Seconds refill = 0;     // seconds until one more try
    std::size_t keys = 100'000;  // kept at most; beyond that, full buckets are forgotten first
  };

  RateLimit(Rate rate, const app::Clock& clock) : rate_(rate), clock_(clock) {}

  // Takes one try; `too_many` with `retry_after` when none is left.
  app::Result<void> take(std::string_view key);
  // Gives the tries back, after a success.
  void clear(std::string_view key);

 private:
  struct Bucket {
    double tries = 0;
    app::Seconds at = 0;
  };
  void forget_full(app::Seconds now);

  const Rate rate_;
  const app::Clock& clock_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

// What counts as one address: an IPv6 host chooses freely among those of its /64 (RFC 4291, section 2.5.4).
std::string network_of(std::string_view address);

// Sign-in: by account and by address. Enrolment: by address. Proposals and connecting to LinkedIn: by device.
inline constexpr RateLimit::Rate kSignInByAccount{.burst = 5, .refill = 3 * app::kMinute};
inline constexpr RateLimit::Rate kSignInByAddress{.burst = 20, .refill = 30};
inline constexpr RateLimit::Rate kEnrolByAddress{.burst = 10, .refill = 30};
inline constexpr RateLimit::Rate kProposeByDevice{.burst = 10, .refill = 5 * app::kMinute};
inline constexpr RateLimit::Rate kLinkedInByDevice{.burst = 10, .refill = app::kMinute};

}  // namespace herold::auth
