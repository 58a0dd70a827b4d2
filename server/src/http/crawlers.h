// Who follows links without being a reader: crawlers, and what makes previews of links in messages.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>

namespace re2 {
class RE2;
}

namespace herold::http {

class Crawlers {
 public:
  // One RE2 pattern a line; lines that begin with # are left out. Aborts on a pattern that RE2 refuses, which
  // a test looks for.
  explicit Crawlers(std::string_view patterns);
  ~Crawlers();

  // Of a User-Agent. An empty one is no browser's. May be asked by several threads.
  bool is_crawler(std::string_view user_agent) const;

 private:
  std::unique_ptr<re2::RE2> pattern_;
  mutable std::mutex mutex_;  // RE2 is built without locks of its own
};

// The list that is part of the program.
const Crawlers& known_crawlers();

}  // namespace herold::http
