#include "http/site.h"

#include <array>
#include <utility>

#include "app/crypto.h"
#include "embedded.h"
#include "http/problem.h"

namespace herold::http {
namespace {

constexpr std::string_view kFolder = "console/";
constexpr std::string_view kAssets = "/assets/";
constexpr std::string_view kImmutable = "public, max-age=31536000, immutable";
constexpr std::string_view kRevalidate = "no-cache";

// The console runs the WebAssembly core and nothing else that is not its own.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

constexpr std::string_view kNoConsole =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Herold</title>"
    "<p>This build of Herold has no console. Its API is described at <a "
    "href=\"/openapi.yaml\">/openapi.yaml</a>.</p>"
    "</html>\n";

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kContentTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
}};

// Below the assets or a hidden folder, or at the top with an extension: no view of the console is called so.
// Below a view stand ids, and those have dots.
bool names_a_file(std::string_view path) {
  const bool is_at_top = path.rfind('/') == 0;
  return path.starts_with(kAssets) || path.find("/.") != std::string_view::npos ||
         (is_at_top && path.find('.') != std::string_view::npos);
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (const auto& [extension, type] : kContentTypes)
    if (path.ends_with(extension)) return type;
  return "application/octet-stream";
}

Entity embedded_entity(std::string_view bytes, std::string_view content_type,
                       std::string_view cache_control) {
  return {std::make_shared<const std::string>(bytes), app::hex(app::sha256(bytes)), std::string(content_type),
          std::string(cache_control)};
}

Site::Site(Representations& representations) : representations_(representations) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.starts_with(kFolder)) continue;
    std::string path = "/" + std::string(file.name.substr(kFolder.size()));
    const std::string_view cache = path.starts_with(kAssets) ? kImmutable : kRevalidate;
    Entity entity = embedded_entity(file.bytes, content_type_of(path), cache);
    files_.emplace(std::move(path), std::move(entity));
  }
  // try_emplace: only where the console has no page of its own.
  files_.try_emplace("/index.html", embedded_entity(kNoConsole, content_type_of(".html"), kRevalidate));
  files_.try_emplace("/join.html", files_.at("/index.html"));
}

const Entity* Site::find(std::string_view path) const {
  if (path == "/join") path = "/join.html";
  if (const auto file = files_.find(path); file != files_.end()) return &file->second;
  return names_a_file(path) ? nullptr : &files_.at("/index.html");
}

Response Site::answer(const Request& request) {
  const Entity* entity = find(request.path);
  if (!entity) return problem(404, "There is no such file.");
  Response response = representations_.answer(request, *entity);
  // Scripts carry it, too: a worker is governed by the policy that its own script came with.
  response.with("Content-Security-Policy", std::string(kContentSecurityPolicy));
  if (entity->content_type.starts_with("text/html"))
    response.with("Cross-Origin-Opener-Policy", "same-origin");
  return response;
}

}  // namespace herold::http
