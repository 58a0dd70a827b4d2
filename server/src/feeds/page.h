// What a web page says of itself: Open Graph (https://ogp.me), Twitter's cards, HTML's own elements.
#pragma once

#include <string>
#include <string_view>

#include "feeds/entry.h"

namespace herold::feeds {

// Plain texts and absolute addresses; what a page does not say is empty.
struct Page {
  std::string url;  // its canonical address, else where it came from
  std::string title;
  std::string summary;
  std::string image;
  std::string image_alt;
  std::string language;
  std::string feed;  // the first feed it names
};

// Of UTF-8 that came from `url`, whole or cut anywhere.
Page read_page(std::string_view utf8, const std::string& url);

// Whether a document is HTML, by what it begins with or, failing that, by its content type.
bool is_html(std::string_view utf8, std::string_view content_type);

}  // namespace herold::feeds
