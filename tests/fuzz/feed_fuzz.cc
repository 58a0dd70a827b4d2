// A feed of any bytes: read or refused, never a crash, and what comes out may be stored.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/json.h"
#include "feeds/read_feed.h"
#include "herold/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace herold;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const feeds::Reading reading = feeds::read_feed(bytes, "", "https://acme.example/feed", 1795550400);
  const auto* feed = std::get_if<feeds::Feed>(&reading);
  if (!feed) return 0;
  require(feed->entries.size() <= feeds::Limits::entries);
  for (const feeds::Entry& entry : feed->entries) {
    require(app::is_http_url(entry.url) && !entry.id.empty() && !entry.title.empty());
    require(entry.image.empty() || app::is_http_url(entry.image));
    require(entry.title.size() <= feeds::Limits::title && entry.summary.size() <= feeds::Limits::summary);
    for (const std::string& text : {entry.url, entry.id, entry.title, entry.summary, entry.image})
      require(!first_invalid_utf8(text));
  }
  return 0;
}
