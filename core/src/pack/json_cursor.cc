#include "pack/json_cursor.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "check/path.h"
#include "herold/ascii.h"
#include "pack/plain_text.h"
#include "text/sort_numbers.h"
#include "text/utf8.h"

namespace herold::pack {

namespace {

// Of 64. Few keys of an object have theirs in common.
std::uint64_t bit_of(std::string_view key) {
  if (key.empty()) return 1;
  const auto first = static_cast<unsigned char>(key.front()), last = static_cast<unsigned char>(key.back());
  return std::uint64_t{1} << (key.size() * 8 + first + last * 2u) % 64;
}

}  // namespace

void JsonCursor::fail(Fault fault, std::string_view of) {
  if (failed()) return;
  fault_ = fault;
  faulty_ = std::exchange(at_, text_.size());
  at_fault_ = of;
}

void JsonCursor::leave(std::string_view step) { pointer_ = '/' + check::Path::escape(step) + pointer_; }

std::string JsonCursor::fault() const {
  if (fault_ == Fault::depth) return "nests deeper than " + std::to_string(levels_) + " levels";
  if (fault_ == Fault::key) {
    return "holds the key “" + std::string(at_fault_) + "” twice in one object" +
           (pointer_.empty() ? "" : ", at " + pointer_);
  }
  const std::string_view before = text_.substr(0, faulty_);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::string_view in_line = before.substr(before.rfind('\n') + 1);
  const auto column = 1 + std::count_if(in_line.begin(), in_line.end(),
                                        [](char byte) { return !text::is_continuation(byte); });
  return "is not JSON: line " + std::to_string(line) + ", column " + std::to_string(column) + ": expected " +
         std::string(at_fault_);
}

void JsonCursor::skip_blanks() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
    ++at_;
  }
}

bool JsonCursor::take(char expected) {
  if (peek() != expected) return false;
  ++at_;
  return true;
}

bool JsonCursor::take_word(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

std::string_view JsonCursor::read_key(std::size_t first, std::uint64_t& met) {
  if (peek() != '"') fail("a key in quotation marks");
  const std::string_view key = text();
  if (!take(':')) fail("a colon");
  const std::uint64_t bit = bit_of(key);
  if ((met & bit) != 0 && keys_.size() - first < few_keys) {
    const auto is_same = [key](std::string_view other) { return is_same_key(key, other); };
    const auto keys = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::any_of(keys, keys_.end(), is_same)) fail(Fault::key, key);
  }
  met |= bit;
  keys_.push_back(key);
  return key;
}

void JsonCursor::compare_keys(std::size_t first) {
  std::vector<std::uint32_t> order(keys_.size() - first);
  std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(first));
  text::sort_numbers(order, [this](std::uint32_t a, std::uint32_t b) { return keys_[a] < keys_[b]; });
  for (std::size_t i = 1; i < order.size(); ++i)
    if (keys_[order[i]] == keys_[order[i - 1]]) return fail(Fault::key, keys_[order[i]]);
}

std::string_view JsonCursor::plain_letters() {
  const std::size_t start = at_;
  at_ = end_of_plain(text_, start);
  return text_.substr(start, at_ - start);
}

std::string_view JsonCursor::text() {
  if (!take('"')) {
    fail("a string");
    return {};
  }
  const std::size_t start = at_;
  const std::string_view plain = plain_letters();
  if (at_ < text_.size() && text_[at_] == '"') {
    ++at_;
    return plain;
  }
  at_ = start - 1;
  string(unescaped_.emplace_front());
  return unescaped_.front();
}

void JsonCursor::string(std::string& out) {
  out.clear();
  if (!take('"')) return fail("a string");
  while (at_ < text_.size()) {
    out += plain_letters();
    if (at_ == text_.size()) break;
    const char next = text_[at_];
    if (next != '"' && next != '\\') return fail("an escape for a line break, tab or the like");
    ++at_;
    if (next == '"') return;
    escape(out);
  }
  fail("a closing quotation mark");
}

void JsonCursor::escape(std::string& out) {
  constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
  const char letter = at_ == text_.size() ? '\0' : text_[at_];
  if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
    out += meanings[known];
    ++at_;
    return;
  }
  char32_t c = hexadecimal();
  if (c >= 0xD800 && c < 0xE000) {
    if (c >= 0xDC00 || !take_word("\\")) return fail("the other half of a character");
    const char32_t low = hexadecimal();
    if (low < 0xDC00 || low >= 0xE000) return fail("the other half of a character");
    c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
  }
  if (!failed()) text::append_utf8(out, c);
}

char32_t JsonCursor::hexadecimal() {
  constexpr std::size_t digits = 4;
  if (!take_word("u")) fail("one of \"\\/bfnrtu after a backslash");
  char32_t value = 0;
  for (std::size_t i = 0; i < digits && !failed(); ++i) {
    const char c = at_ == text_.size() ? '\0' : text_[at_];
    const int digit = ascii::hex_value(c);
    if (digit < 0) {
      fail("four hexadecimal digits");
      break;
    }
    value = value << 4 | static_cast<char32_t>(digit);
    ++at_;
  }
  return value;
}

void JsonCursor::integer(std::int64_t& out) {
  constexpr std::size_t most_digits = 15;
  std::string_view digits = number();
  const bool negative = digits.substr(0, 1) == "-";
  if (negative) digits.remove_prefix(1);
  if (digits.size() > most_digits || !std::all_of(digits.begin(), digits.end(), ascii::is_digit<char>))
    return fail("a whole number");
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  out = negative ? -value : value;
}

std::string_view JsonCursor::number() {
  const char head = peek();
  if (head != '-' && !ascii::is_digit(head)) fail("a value");
  const std::size_t start = at_;
  const auto digits = [this] {
    const std::size_t first = at_;
    while (at_ < text_.size() && ascii::is_digit(text_[at_])) ++at_;
    if (at_ == first) fail("a digit");
  };
  const auto take_one_of = [this](std::string_view letters) {
    if (at_ == text_.size() || letters.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  };
  take_one_of("-");
  if (!take_one_of("0")) digits();
  if (take_one_of(".")) digits();
  if (take_one_of("eE")) {
    take_one_of("+-");
    digits();
  }
  return text_.substr(start, at_ - start);
}

void JsonCursor::skip() {
  switch (peek()) {
    case '"':
      return string(skipped_);
    case '{':
      return object([this](std::string_view) { skip(); });
    case '[':
      return array([this] { skip(); });
    case 't':
    case 'f':
    case 'n':
      if (!take_word("true") && !take_word("false") && !take_word("null")) fail("a value");
      return;
    default:
      number();
  }
}

std::string_view JsonCursor::raw() {
  skip_white_space();
  const std::size_t start = at_;
  skip();
  return text_.substr(start, at_ - start);
}

}  // namespace herold::pack
