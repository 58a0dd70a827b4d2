// Files over HTTP: coding, entity tag and conditional requests in one place.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http/encoding.h"
#include "http/limits.h"
#include "http/message.h"

namespace herold::http {

// Fixed bytes with a name of their own.
struct Entity {
  std::shared_ptr<const std::string> bytes;
  std::string hash;  // of the bytes; the entity tag is made from it
  std::string content_type;
  std::string cache_control;
};

class Representations {
 public:
  explicit Representations(const Limits& limits) : limits_(limits), encoded_(limits.encoded_bodies) {}

  // 200 in the coding the client likes best, or 304 when it has that representation already. Thread-safe.
  Response answer(const Request& request, const Entity& entity);

 private:
  const Limits& limits_;
  EncodedBodies encoded_;
};

// `"HASH"`, `"HASH-br"`: strong, and another one for each coding.
std::string entity_tag(std::string_view hash, Encoding encoding);

// Whether an If-None-Match header lists the tag; weak comparison, as RFC 9110 wants it there.
bool lists_tag(std::string_view if_none_match, std::string_view tag);

// Text formats gain; pictures and fonts are compressed already.
bool is_compressible(std::string_view content_type);

}  // namespace herold::http
