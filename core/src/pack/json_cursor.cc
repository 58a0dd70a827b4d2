#include "pack/json_cursor.h"

namespace herold::pack {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t bits) { out += static_cast<char>(bits); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      byte(0x80 | (c >> 12 & 0x3F));
    }
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

}  // namespace

void JsonCursor::skip_white_space() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
    ++at_;
  }
}

bool JsonCursor::at_end() {
  skip_white_space();
  return at_ == text_.size();
}

char JsonCursor::peek() {
  skip_white_space();
  return failed_ || at_ == text_.size() ? '\0' : text_[at_];
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

std::string_view JsonCursor::plain_string() {
  if (!take('"')) {
    fail();
    return {};
  }
  const std::size_t start = at_;
  while (at_ < text_.size()) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') return text_.substr(start, at_++ - start);
    if (c == '\\' || c < 0x20) break;
    ++at_;
  }
  fail();
  return {};
}

void JsonCursor::string(std::string& out) {
  out.clear();
  if (!take('"')) return fail();
  while (!failed_ && at_ < text_.size()) {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return fail();
      ++at_;
    }
    out.append(text_, start, at_ - start);
    if (at_ == text_.size()) break;
    if (text_[at_++] == '"') return;
    escape(out);
  }
  fail();
}

void JsonCursor::escape(std::string& out) {
  constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
  if (at_ == text_.size()) return fail();
  const char letter = text_[at_++];
  if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
    out += meanings[known];
    return;
  }
  if (letter != 'u') return fail();
  char32_t c = hexadecimal();
  if (c >= 0xD800 && c < 0xE000) {
    if (c >= 0xDC00 || !take_word("\\u")) return fail();
    const char32_t low = hexadecimal();
    if (low < 0xDC00 || low >= 0xE000) return fail();
    c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
  }
  if (!failed_) append_utf8(out, c);
}

char32_t JsonCursor::hexadecimal() {
  constexpr std::size_t digits = 4;
  char32_t value = 0;
  if (text_.size() - at_ < digits) fail();
  for (std::size_t i = 0; i < digits && !failed_; ++i) {
    const char c = text_[at_++];
    const char small = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      value = value << 4 | static_cast<char32_t>(c - '0');
    } else if (small >= 'a' && small <= 'f') {
      value = value << 4 | static_cast<char32_t>(small - 'a' + 10);
    } else {
      fail();
    }
  }
  return value;
}

void JsonCursor::integer(std::int64_t& out) {
  constexpr std::size_t most_digits = 15;
  const bool negative = take('-');
  if (!negative) skip_white_space();
  const std::size_t first = at_;
  std::int64_t value = 0;
  while (at_ < text_.size() && is_digit(text_[at_]) && at_ - first < most_digits)
    value = value * 10 + (text_[at_++] - '0');
  const std::size_t digits = at_ - first;
  const char next = at_ < text_.size() ? text_[at_] : ' ';
  const bool goes_on = is_digit(next) || next == '.' || next == 'e' || next == 'E';
  if (digits == 0 || (digits > 1 && text_[first] == '0') || goes_on) return fail();
  out = negative ? -value : value;
}

std::string_view JsonCursor::number() {
  skip_white_space();
  const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789Ee", at_), text_.size());
  const std::string_view letters = text_.substr(at_, end - at_);
  at_ = end;
  return letters;
}

void JsonCursor::skip() {
  skip_white_space();
  if (failed_ || at_ == text_.size()) return fail();
  switch (text_[at_]) {
    case '"':
      return string(skipped_);
    case '{':
      return object([this](std::string_view) { skip(); });
    case '[':
      return array([this] { skip(); });
    case 't':
    case 'f':
    case 'n':
      if (!take_word("true") && !take_word("false") && !take_word("null")) fail();
      return;
    default:
      std::int64_t number = 0;
      integer(number);
  }
}

}  // namespace herold::pack
