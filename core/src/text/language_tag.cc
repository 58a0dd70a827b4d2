#include "herold/language_tag.h"

#include <algorithm>

#include "herold/ascii.h"

namespace herold {
namespace {

using ascii::equal_ignoring_case;
using ascii::is_alphanumeric;
using ascii::is_digit;
using ascii::is_letter;

bool all(std::string_view subtag, bool (*test)(char)) {
  return std::all_of(subtag.begin(), subtag.end(), test);
}

bool has_length(std::string_view subtag, std::size_t least, std::size_t most) {
  return subtag.size() >= least && subtag.size() <= most;
}

bool is_script(std::string_view s) { return s.size() == 4 && all(s, is_letter); }
bool is_region(std::string_view s) {
  return (s.size() == 2 && all(s, is_letter)) || (s.size() == 3 && all(s, is_digit));
}
bool is_variant(std::string_view s) {
  if (!all(s, is_alphanumeric)) return false;
  return has_length(s, 5, 8) || (s.size() == 4 && is_digit(s.front()));
}
bool is_singleton(std::string_view s) { return s.size() == 1 && is_alphanumeric(s.front()); }

/// The subtags of a tag, taken one by one.
class Subtags {
 public:
  explicit Subtags(std::string_view tag) : rest_(tag) {}

  bool done() const { return done_; }
  std::string_view peek() const { return done_ ? std::string_view{} : rest_.substr(0, rest_.find('-')); }
  void next() {
    const std::size_t dash = rest_.find('-');
    done_ = dash == std::string_view::npos;
    if (!done_) rest_.remove_prefix(dash + 1);
  }
  bool take(bool matches) {
    if (done_ || !matches) return false;
    next();
    return true;
  }

 private:
  std::string_view rest_;
  bool done_ = false;
};

/// One or more subtags of `least` to 8 letters or digits.
bool take_group(Subtags& in, std::size_t least) {
  std::size_t count = 0;
  while (in.take(has_length(in.peek(), least, 8) && all(in.peek(), is_alphanumeric))) ++count;
  return count > 0;
}

bool take_private_use(Subtags& in) {
  return in.take(equal_ignoring_case(in.peek(), "x")) && take_group(in, 1);
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  // Most are a language alone.
  if (has_length(tag, 2, 3) && all(tag, is_letter)) return true;
  Subtags in(tag);
  if (equal_ignoring_case(in.peek(), "x")) return take_private_use(in) && in.done();
  const std::string_view language = in.peek();
  if (!in.take(has_length(language, 2, 8) && all(language, is_letter))) return false;
  for (int i = 0; i < 3 && language.size() <= 3; ++i)
    in.take(in.peek().size() == 3 && all(in.peek(), is_letter));
  in.take(is_script(in.peek()));
  in.take(is_region(in.peek()));
  while (in.take(is_variant(in.peek()))) {
  }
  while (is_singleton(in.peek()) && !equal_ignoring_case(in.peek(), "x")) {
    in.next();
    if (!take_group(in, 2)) return false;
  }
  if (!in.done()) return take_private_use(in) && in.done();
  return true;
}

bool language_covers(std::string_view range, std::string_view tag) {
  if (range == "*") return true;
  if (tag.size() < range.size() || !equal_ignoring_case(range, tag.substr(0, range.size()))) return false;
  return tag.size() == range.size() || tag[range.size()] == '-';
}

}  // namespace herold
