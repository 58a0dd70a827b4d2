// Content codings (RFC 9110, section 12.5.3): which one a client takes best, and the compressing.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace herold::http {

enum class Encoding { identity, gzip, brotli };

// "" | "gzip" | "br"
std::string_view name(Encoding encoding);

// "gzip, br;q=0.5" → gzip. On equal weights brotli before gzip before identity; no header means identity, and
// so does a header that leaves nothing else.
Encoding choose_encoding(std::string_view accept_encoding);

std::string gzip(std::string_view text);
std::string brotli(std::string_view text);

// Compressed copies by the hash of what they were made from, so that thousands who fetch one bundle cost one
// compression. Thread-safe. When full it starts over: what is in demand is back with the next request.
class EncodedBodies {
 public:
  explicit EncodedBodies(std::size_t capacity) : capacity_(capacity) {}

  std::shared_ptr<const std::string> get(std::string_view hash,
                                         const std::shared_ptr<const std::string>& bytes, Encoding encoding);

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const std::string>> bodies_;
};

}  // namespace herold::http
