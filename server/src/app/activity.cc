#include "app/activity.h"

#include <algorithm>

#include "app/json.h"
#include "app/networks.h"
#include "app/reach.h"
#include "app/validation.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : ascii::hex_value(text[i]) < 0) return false;
  }
  return true;
}

// Days of the last week, and tomorrow's where the device's calendar is ahead.
bool is_recent(std::string_view text, Seconds now) {
  const auto time = parse_day(text);
  return time && *time > now - ActivityLimits::age && *time <= now + kDay;
}

std::vector<Problem> problems_of(const std::vector<Count>& counts, Seconds now) {
  Validation validation("");
  validation.require(counts.size() <= ActivityLimits::counts, "/counts", "must be at most 200");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Count& count = counts[i];
    const std::string at = "/counts/" + std::to_string(i);
    validation.require(is_uuid(count.id), at + "/id", "must be a UUID");
    validation.require(count.event == "shared" || count.event == "suggested-used", at + "/event",
                       "must be \"shared\" or \"suggested-used\"");
    validation.require(is_id(count.item), at + "/item", "must be the id of a content item");
    validation.require(is_network(count.network), at + "/network", "is no network that Herold knows");
    validation.require(is_recent(count.day, now), at + "/day", "must be a day of the last week");
    validation.require(count.n >= 1 && count.n <= ActivityLimits::n, at + "/n", "must be from 1 to 100");
  }
  return std::move(validation).problems();
}

}  // namespace

Result<CountsTaken> Activity::add(const store::Device& device, const std::vector<Count>& counts) {
  if (auto problems = problems_of(counts, clock_.now()); !problems.empty()) {
    return refused("the counts cannot be taken", std::move(problems));
  }
  return store_.write([&](store::Transaction& tx) -> Result<CountsTaken> {
    CountsTaken taken;
    const std::int64_t k = privacy_threshold(tx);
    Reach reach(tx, k);
    // What can be about fewer than k people is not kept: beside what may be shown it would hide that, which
    // tells that somebody shared, and a smaller k would show it later.
    const auto keep = [&](const store::ActivityTotal& total) {
      if (total.people >= k) tx.add_total(total);
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const Count& count = counts[i];
      // An item of ours, so that no text can hide in its name.
      if (!tx.document(store::DocumentKind::content, count.item)) {
        return Error{ErrorCode::refused, "there is no content item \"" + count.item + "\"",
                     "/counts/" + std::to_string(i) + "/item"};
      }
      if (!tx.remember_count(ascii::to_lower(count.id), clock_.now() / kDay)) {
        ++taken.repeated;
        continue;
      }
      ++taken.accepted;
      store::ActivityTotal total{.day = parse_day(count.day).value() / kDay,
                                 .event = count.event,
                                 .item = count.item,
                                 .network = count.network,
                                 .group = "",
                                 .n = count.n,
                                 .people = reach.people(count.item)};
      keep(total);
      for (const std::string& group : device.groups) {
        total.group = group;
        total.people = reach.people(count.item, group);
        keep(total);
      }
    }
    return taken;
  });
}

Result<void> Activity::forget_ids() {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    tx.forget_counts_before((clock_.now() - ActivityLimits::age) / kDay);
    return {};
  });
}

}  // namespace herold::app
