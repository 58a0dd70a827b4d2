// A page of a heading and a sentence or two, for people who come to this server by a link. No script, no
// request of its own.
#pragma once

#include <string_view>

#include "http/message.h"

namespace herold::http {

struct Page {
  std::string_view language;  // of the texts, which go into the page as they are
  std::string_view title;
  std::string_view text;
};

// The answer depends on Accept-Language, and says so.
Response page_response(int status, const Page& page);

}  // namespace herold::http
