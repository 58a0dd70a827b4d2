// The console and its files, embedded in the binary.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "http/representation.h"
#include "http/router.h"

namespace herold::http {

class Site {
 public:
  // The embedded files below `console/`. A build without them has a page that says so.
  explicit Site(Representations& representations);

  // "/" and every path without a file extension: the console, which routes in the browser. "/join": where
  // invitation links lead. A file's own path: the file, immutable below /assets/. Anything else: 404.
  Response answer(const Request& request);

 private:
  const Entity* find(std::string_view path) const;

  Representations& representations_;
  std::map<std::string, Entity, std::less<>> files_;
};

// "x.svg" → "image/svg+xml"
std::string_view content_type_of(std::string_view path);

// An entity of text that is part of the program.
Entity embedded_entity(std::string_view bytes, std::string_view content_type, std::string_view cache_control);

}  // namespace herold::http
