// Built-in detectors: what has a form rather than a spelling.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "match/draft.h"

namespace herold::match {

enum class Detector : std::uint8_t {
  email,
  phone,
  iban,
  credit_card,
  ahv,
  ip_address,
  secret_token,
  url,
  url_shortener,
  hashtag,
  mention,
  emoji,
  money,
  percentage,
  styled_letters,
};

inline constexpr std::size_t detector_count = static_cast<std::size_t>(Detector::styled_letters) + 1;

// By its name in packs (`credit-card`); nothing when there is none of that name.
std::optional<Detector> detector_named(std::string_view name);
std::string_view name(Detector detector);

// What it finds, in order, without overlaps.
std::vector<text::ByteRange> detect(Detector detector, Draft& draft);

}  // namespace herold::match
