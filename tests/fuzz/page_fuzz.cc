// A page of any bytes: it may say nothing of itself, never crash the reader, and what it says may be stored.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/json.h"
#include "feeds/charset.h"
#include "feeds/page.h"
#include "herold/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace herold;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto text = feeds::to_utf8(bytes, "");
  const auto* utf8 = std::get_if<std::string>(&text);
  if (!utf8) return 0;
  const feeds::Page page = feeds::read_page(*utf8, "https://acme.example/");
  if (!app::is_http_url(page.url)) std::abort();
  if (!page.image.empty() && !app::is_http_url(page.image)) std::abort();
  for (const std::string& part : {page.url, page.title, page.summary, page.image, page.image_alt, page.feed})
    if (first_invalid_utf8(part)) std::abort();
  return 0;
}
