#include "http/crawlers.h"

#include <re2/re2.h>

#include <cstdlib>
#include <string>

#include "embedded.h"

namespace herold::http {
namespace {

// All alternatives in one automaton; states are made as they are met, up to this many bytes.
constexpr std::int64_t kMemory = 64 << 20;

std::string any_of(std::string_view lines) {
  std::string pattern;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    if (!pattern.empty()) pattern += '|';
    pattern.append("(?:").append(line).append(")");
  }
  return pattern;
}

re2::RE2::Options options() {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kMemory);
  options.set_never_capture(true);
  return options;
}

}  // namespace

Crawlers::Crawlers(std::string_view patterns)
    : pattern_(std::make_unique<re2::RE2>(any_of(patterns), options())) {
  if (!pattern_->ok()) std::abort();
}

Crawlers::~Crawlers() = default;

bool Crawlers::is_crawler(std::string_view user_agent) const {
  if (user_agent.empty()) return true;
  const std::lock_guard lock(mutex_);
  return re2::RE2::PartialMatch(re2::StringPiece(user_agent.data(), user_agent.size()), *pattern_);
}

const Crawlers& known_crawlers() {
  static const Crawlers crawlers(embedded_file("crawlers.txt"));
  return crawlers;
}

}  // namespace herold::http
