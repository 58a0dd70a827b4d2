#include "http/page.h"

#include <string>

#include "app/crypto.h"

namespace herold::http {
namespace {

// Sizes and colours are those of extension/src/look/tokens.css.
constexpr std::string_view kStyle =
    ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;"
    "background:light-dark(#fff,#15181c);color:light-dark(#1a1f24,#e8ebee)}"
    "body{max-width:36rem;margin:20vh auto;padding:0 24px}"
    "h1{font-size:20px;line-height:1.3;margin:0 0 8px}p{margin:0;color:light-dark(#55606b,#a5aeb7)}";

std::string policy() {
  std::string hash = app::base64_lines(app::sha256(kStyle));
  hash.pop_back();  // its line break
  return "default-src 'none'; style-src 'sha256-" + hash +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

}  // namespace

Response page_response(int status, const Page& page) {
  std::string html = "<!doctype html><html lang=\"";
  html.append(page.language).append("\"><meta charset=\"utf-8\">");
  html.append(
      "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" "
      "content=\"noindex\"><title>");
  html.append(page.title)
      .append("</title><style>")
      .append(kStyle)
      .append("</style><main><h1>")
      .append(page.title);
  html.append("</h1><p>").append(page.text).append("</p></main></html>\n");
  return text_response(status, "text/html; charset=utf-8", std::move(html))
      .with("Content-Security-Policy", policy())
      .with("Vary", "Accept-Language");
}

}  // namespace herold::http
