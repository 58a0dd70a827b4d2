// The bounds of what people enter, in one place: whoever reads a value checks them, and messages are made of
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace herold::app {

// Lengths are in characters (code points) unless they say otherwise.
struct InputLimits {
  static constexpr std::size_t slug = 64;  // of organisation, role, group, channel, topic
  static constexpr std::size_t id = 128;   // of guideline, content item, pack, caption
  static constexpr std::size_t language = 35;
  static constexpr std::size_t url = 2000;   // bytes
  static constexpr std::size_t time = 40;    // an RFC 3339 one
  static constexpr std::size_t note = 1000;  // of a publication, a decision, a proposal
  static constexpr std::size_t owner = 200;
  static constexpr std::size_t item_title = 1000;  // bytes; it goes to every device
  static constexpr std::size_t items = 1000;       // that are changed at once, or on a page
  static constexpr std::int64_t channels = 20;
  static constexpr std::int64_t statistics_days = 366;

  static constexpr std::size_t feed_title = 300;
  static constexpr std::size_t feed_topics = 50;

  static constexpr std::size_t invitation_code = 128;
  static constexpr std::size_t invitation_note = 500;
  static constexpr std::size_t invitation_groups = 100;
  static constexpr std::int64_t invitation_uses = 100'000;

  static constexpr std::size_t email_least = 3;
  static constexpr std::size_t email = 254;
  static constexpr std::size_t name = 200;
  static constexpr std::size_t password_least = 10;
  static constexpr std::size_t password = 1024;

  static constexpr std::size_t linkedin_secret = 512;
  static constexpr std::size_t linkedin_code = 2048;  // and the address that it was sent to
};

// "from 5 to 1000"
inline std::string from_to(std::int64_t least, std::int64_t most) {
  return "from " + std::to_string(least) + " to " + std::to_string(most);
}

// at_most(1000, "characters") → "at most 1000 characters"
inline std::string at_most(std::size_t most, const char* unit) {
  return "at most " + std::to_string(most) + " " + unit;
}

}  // namespace herold::app
