#include "match/detectors.h"

#include <algorithm>
#include <iterator>

#include "match/finders.h"

namespace herold::match {
namespace {

using Find = std::vector<text::ByteRange> (*)(Draft&);

struct Entry {
  std::string_view name;
  Detector detector;
  Find find;
};

constexpr Entry entries[] = {
    {"email", Detector::email, [](Draft& draft) { return draft.emails(); }},
    {"phone", Detector::phone, find_phones},
    {"iban", Detector::iban, [](Draft& draft) { return draft.ibans(); }},
    {"credit-card", Detector::credit_card, [](Draft& draft) { return draft.credit_cards(); }},
    {"ahv", Detector::ahv, [](Draft& draft) { return draft.ahv_numbers(); }},
    {"ip-address", Detector::ip_address, find_ip_addresses},
    {"secret-token", Detector::secret_token, find_secret_tokens},
    {"url", Detector::url, [](Draft& draft) { return draft.links(); }},
    {"url-shortener", Detector::url_shortener, find_url_shorteners},
    {"hashtag", Detector::hashtag, [](Draft& draft) { return draft.hashtags(); }},
    {"mention", Detector::mention, [](Draft& draft) { return draft.mentions(); }},
    {"emoji", Detector::emoji, [](Draft& draft) { return draft.emojis(); }},
    {"money", Detector::money, find_money},
    {"percentage", Detector::percentage, find_percentages},
    {"styled-letters", Detector::styled_letters, find_styled_letters},
};

static_assert(std::size(entries) == detector_count);

const Entry& entry_of(Detector detector) {
  return *std::find_if(std::begin(entries), std::end(entries),
                       [&](const Entry& entry) { return entry.detector == detector; });
}

}  // namespace

std::optional<Detector> detector_named(std::string_view name) {
  for (const Entry& entry : entries)
    if (entry.name == name) return entry.detector;
  return std::nullopt;
}

std::string_view name(Detector detector) { return entry_of(detector).name; }

std::vector<text::ByteRange> detect(Detector detector, Draft& draft) {
  return entry_of(detector).find(draft);
}

std::vector<text::ByteRange> without_overlaps(const std::vector<text::ByteRange>& found,
                                              const std::vector<text::ByteRange>& taken) {
  std::vector<text::ByteRange> kept;
  auto other = taken.begin();
  for (const text::ByteRange range : found) {
    while (other != taken.end() && other->end <= range.start) ++other;
    if (other == taken.end() || !other->overlaps(range)) kept.push_back(range);
  }
  return kept;
}

}  // namespace herold::match
