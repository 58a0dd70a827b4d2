#include "match/detectors.h"

#include <algorithm>
#include <iterator>

namespace herold::match {
namespace {

using Find = std::vector<text::ByteRange> (*)(Draft&);

struct Entry {
  std::string_view name;
  Detector detector;
  Find find;  // none while the detector is not supported
};

constexpr Entry entries[] = {
    {"email", Detector::email, [](Draft& draft) { return draft.emails(); }},
    {"phone", Detector::phone, nullptr},
    {"iban", Detector::iban, nullptr},
    {"credit-card", Detector::credit_card, nullptr},
    {"ahv", Detector::ahv, nullptr},
    {"ip-address", Detector::ip_address, nullptr},
    {"secret-token", Detector::secret_token, nullptr},
    {"url", Detector::url, [](Draft& draft) { return draft.links(); }},
    {"url-shortener", Detector::url_shortener, nullptr},
    {"hashtag", Detector::hashtag, [](Draft& draft) { return draft.hashtags(); }},
    {"mention", Detector::mention, [](Draft& draft) { return draft.mentions(); }},
    {"emoji", Detector::emoji, [](Draft& draft) { return draft.emojis(); }},
    {"money", Detector::money, nullptr},
    {"percentage", Detector::percentage, nullptr},
    {"styled-letters", Detector::styled_letters, nullptr},
};

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

bool detector_supported(Detector detector) { return entry_of(detector).find != nullptr; }

std::vector<text::ByteRange> detect(Detector detector, Draft& draft) {
  const Find find = entry_of(detector).find;
  return find == nullptr ? std::vector<text::ByteRange>{} : find(draft);
}

}  // namespace herold::match
