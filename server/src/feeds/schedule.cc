#include "feeds/schedule.h"

#include <algorithm>
#include <functional>
#include <string>

namespace herold::feeds {

app::Seconds next_due(const store::Feed& feed, app::Seconds now, app::Seconds retry_after) {
  if (!feed.enabled) return store::kNever;
  const app::Seconds interval = feed.minutes * app::kMinute;
  app::Seconds wait = interval;
  for (std::int64_t i = 0; i < feed.failures && wait < Schedule::longest_wait; ++i) wait *= 2;
  wait = std::min(wait, std::max(interval, Schedule::longest_wait));
  const std::size_t chance = std::hash<std::string>()(feed.id + std::to_string(now));
  wait += static_cast<app::Seconds>(chance % static_cast<std::size_t>(interval / 10));
  return now + std::max(wait, retry_after);
}

void tell(store::Feed& feed, const Trouble& trouble) {
  feed.trouble = trouble.code;
  feed.trouble_detail = trouble.detail;
  feed.trouble_message = trouble.message;
}

}  // namespace herold::feeds
