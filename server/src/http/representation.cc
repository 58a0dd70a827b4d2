#include "http/representation.h"

namespace herold::http {
namespace {

std::string_view next_tag(std::string_view& list) {
  const std::size_t open = list.find('"');
  const std::size_t close = open == std::string_view::npos ? open : list.find('"', open + 1);
  if (close == std::string_view::npos) {
    list = {};
    return {};
  }
  const std::string_view tag = list.substr(open, close - open + 1);
  list.remove_prefix(close + 1);
  return tag;
}

}  // namespace

std::string entity_tag(std::string_view hash, Encoding encoding) {
  std::string tag = "\"" + std::string(hash);
  if (encoding != Encoding::identity) tag.append("-").append(name(encoding));
  return tag + "\"";
}

bool lists_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty())
    if (next_tag(if_none_match) == tag) return true;
  return false;
}

bool is_compressible(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.starts_with("application/") ||
         content_type == "image/svg+xml";
}

Response Representations::answer(const Request& request, const Entity& entity) {
  const bool compress =
      entity.bytes->size() >= limits_.smallest_to_compress && is_compressible(entity.content_type);
  const Encoding encoding =
      compress ? choose_encoding(request.header("Accept-Encoding")) : Encoding::identity;
  const std::string tag = entity_tag(entity.hash, encoding);

  Response response;
  response.with("ETag", tag).with("Cache-Control", entity.cache_control);
  if (compress) response.with("Vary", "Accept-Encoding");
  if (lists_tag(joined_header(request.headers, "If-None-Match"), tag)) {
    response.status = 304;
    return response;
  }
  response.content_type = entity.content_type;
  response.body = encoded_.get(entity.hash, entity.bytes, encoding);
  if (encoding != Encoding::identity) response.with("Content-Encoding", std::string(name(encoding)));
  return response;
}

}  // namespace herold::http
