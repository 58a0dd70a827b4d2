#include "match/pattern_syntax.h"

#include <charconv>
#include <cstdint>
#include <iterator>

#include "text/unicode.h"

namespace herold::match {
namespace {

constexpr std::string_view word_class = R"(\pL\pM\p{Nd}\p{Nl}\p{Pc})";

std::string bracketed(std::string_view content, bool negated) {
  return (negated ? "[^" : "[") + std::string(content) + "]";
}

// The neighbour as far as ASCII tells: the classes of all letters, marks and numbers would make every pattern
// with a boundary slow to compile. The search looks at the neighbour itself afterwards.
constexpr std::string_view start_boundary = R"((?:\A|[^0-9A-Za-z])())",
                           end_boundary = R"(()(?:\z|[^0-9A-Za-z]))";

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_mark(c) || text::category(c) == text::Category::Nd ||
         text::category(c) == text::Category::Nl || text::category(c) == text::Category::Pc;
}

// RE2 cannot negate a union inside a class, so `[^\W_]` needs the ranges spelled out.
const std::string& non_word_ranges() {
  static const std::string ranges = [] {
    std::string made;
    const auto add = [&](char32_t c) {
      char digits[8];
      char* const end =
          std::to_chars(std::begin(digits), std::end(digits), static_cast<std::uint32_t>(c), 16).ptr;
      made.append("\\x{").append(std::begin(digits), end).append("}");
    };
    constexpr char32_t past_last = 0x110000;
    for (char32_t c = 0; c < past_last; ++c) {
      if (is_word_character(c)) continue;
      const char32_t first = c;
      while (c + 1 < past_last && !is_word_character(c + 1)) ++c;
      add(first);
      made += '-';
      add(c);
    }
    return made;
  }();
  return ranges;
}

struct Token {
  enum Kind : std::uint8_t { atom, boundary, bar, open, capture, close, flags };
  Kind kind;
  std::string text;
};

class Tokens {
 public:
  explicit Tokens(std::string_view pattern) : pattern_(pattern) {}

  std::vector<Token> read() {
    while (at_ < pattern_.size()) read_one();
    return std::move(tokens_);
  }

 private:
  bool sees(std::string_view text) const { return pattern_.substr(at_, text.size()) == text; }

  void add(Token::Kind kind, std::size_t size) {
    size = std::min(size, pattern_.size() - at_);
    tokens_.push_back({kind, std::string(pattern_.substr(at_, size))});
    at_ += size;
  }

  void replace(std::size_t size, std::string text) {
    tokens_.push_back({Token::atom, std::move(text)});
    at_ += size;
  }

  void read_one() {
    switch (pattern_[at_]) {
      case '\\':
        return read_escape();
      case '[':
        return read_class();
      case '(':
        return read_group();
      case ')':
        return add(Token::close, 1);
      case '|':
        return add(Token::bar, 1);
      default:
        return add(Token::atom, 1);
    }
  }

  void read_escape() {
    if (sees("\\Q")) {
      const std::size_t end = pattern_.find("\\E", at_);
      return add(Token::atom, end == std::string_view::npos ? pattern_.size() - at_ : end + 2 - at_);
    }
    if (sees("\\b")) return add(Token::boundary, 2);
    if (sees("\\w")) return replace(2, bracketed(word_class, false));
    if (sees("\\W")) return replace(2, bracketed(word_class, true));
    if (sees("\\d")) return replace(2, R"(\p{Nd})");
    if (sees("\\D")) return replace(2, R"(\P{Nd})");
    if (sees("\\C")) return replace(2, "(?s:.)");  // RE2's is a byte, of which a draft has none to show
    add(Token::atom, 2);
  }

  void read_class() {
    std::string made(1, pattern_[at_++]);
    const auto copy = [&](std::size_t size) {
      size = std::min(size, pattern_.size() - at_);
      made += pattern_.substr(at_, size);
      at_ += size;
    };
    const auto swap = [&](std::string_view text) {
      made += text;
      at_ += 2;
    };
    if (sees("^")) copy(1);
    if (sees("]")) copy(1);
    while (at_ < pattern_.size() && !sees("]")) {
      const std::size_t named_end = sees("[:") ? pattern_.find(":]", at_) : std::string_view::npos;
      if (named_end != std::string_view::npos)
        copy(named_end + 2 - at_);
      else if (sees("\\w"))
        swap(word_class);
      else if (sees("\\W"))
        swap(non_word_ranges());
      else if (sees("\\d"))
        swap(R"(\p{Nd})");
      else if (sees("\\D"))
        swap(R"(\P{Nd})");
      else
        copy(sees("\\") ? 2 : 1);
    }
    copy(1);
    tokens_.push_back({Token::atom, std::move(made)});
  }

  void read_group() {
    if (!sees("(?")) return add(Token::capture, 1);
    if (sees("(?P<") || sees("(?<")) {
      const std::size_t end = pattern_.find('>', at_);
      return add(Token::capture, end == std::string_view::npos ? pattern_.size() - at_ : end + 1 - at_);
    }
    const std::size_t end = pattern_.find_first_of(":)", at_);
    const bool alone = end != std::string_view::npos && pattern_[end] == ')';
    add(alone ? Token::flags : Token::open, end == std::string_view::npos ? 2 : end + 1 - at_);
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

// The first boundary of each outermost alternative, going through the tokens from `first` by `step`.
template <typename Iterator>
std::vector<const Token*> outer_boundaries(Iterator first, Iterator last) {
  std::vector<const Token*> found;
  bool at_edge = true;
  int depth = 0;
  for (; first != last; ++first) {
    const Token& token = *first;
    if (token.kind == Token::boundary && at_edge && depth == 0) found.push_back(&token);
    if (token.kind == Token::open || token.kind == Token::capture) ++depth;
    if (token.kind == Token::close) --depth;
    at_edge = depth == 0 && (token.kind == Token::bar || (at_edge && token.kind == Token::flags));
  }
  return found;
}

bool holds(const std::vector<const Token*>& tokens, const Token& token) {
  for (const Token* each : tokens)
    if (each == &token) return true;
  return false;
}

}  // namespace

RunnablePattern runnable_pattern(std::string_view pattern) {
  const std::vector<Token> tokens = Tokens(pattern).read();
  const auto starts = outer_boundaries(tokens.begin(), tokens.end());
  const auto ends = outer_boundaries(tokens.rbegin(), tokens.rend());
  RunnablePattern made;
  made.groups = {0};
  int group = 0, depth = 0;
  for (const Token& token : tokens) {
    if (token.kind == Token::open || token.kind == Token::capture) ++depth;
    if (token.kind == Token::close) --depth;
    if (token.kind == Token::bar && depth == 0) made.has_alternatives = true;
    if (holds(starts, token)) {
      made.regex += start_boundary;
      made.starts.push_back(++group);
    } else if (holds(ends, token)) {
      made.regex += end_boundary;
      made.ends.push_back(++group);
    } else {
      made.regex += token.text;
      if (token.kind == Token::capture) made.groups.push_back(++group);
    }
  }
  return made;
}

}  // namespace herold::match
