// What a feed is read into, whatever it was written in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/clock.h"

namespace herold::feeds {

struct Entry {
  std::string id;        // unique in its feed; the address when the feed names none
  std::string url;       // absolute, http or https
  std::string title;     // plain text; the host when the feed has none
  std::string summary;   // plain text, at most Limits::summary bytes
  std::string image;     // absolute address, or empty
  std::string language;  // BCP 47, or empty
  std::optional<app::Seconds> published;
};

// Why there is nothing, or less than there should be. `code` is fixed, for clients that translate:
// outgoing::name(Reason), "status", "gone", "html", "not-a-feed", "not-a-page", "charset", "malformed",
// "long", "no-links", "no-title", "full".
struct Trouble {
  std::string code;
  std::string detail;   // the status, the address of the feed that a page names, …
  std::string message;  // a sentence for people
};

struct Feed {
  std::string title;
  std::string language;
  std::vector<Entry> entries;      // newest first, those without date as the feed has them
  std::optional<Trouble> trouble;  // it was read, but something is wrong with it
};

using Reading = std::variant<Feed, Trouble>;

struct Limits {
  static constexpr std::size_t body = std::size_t{5} << 20;    // bytes of a feed
  static constexpr std::size_t page = std::size_t{512} << 10;  // bytes of a page that are read
  static constexpr std::size_t entries = 1000;                 // of one document that are looked at
  static constexpr std::size_t markup = 20'000;                // bytes of an entry's text that are looked at
  static constexpr std::size_t title = 300;                    // bytes
  static constexpr std::size_t summary = 600;                  // bytes
  static constexpr std::size_t url = 2000;                     // bytes
};

}  // namespace herold::feeds
