#include <algorithm>

#include "herold/ascii.h"
#include "text/utf8.h"
#include "vale/expression.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t deepest = 100;

std::optional<char32_t> hex_value(std::string_view digits) {
  if (digits.empty() || digits.size() > 8) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = ascii::hex_value(c);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Expression parse() {
    Expression expression = parse_choice();
    if (!at_end()) throw Unsupported("has a bracket that nothing opens");
    return expression;
  }

 private:
  bool at_end() const { return at_ >= pattern_.size(); }
  char peek() const { return pattern_[at_]; }
  bool sees(std::string_view text) const { return pattern_.substr(at_, text.size()) == text; }

  bool take(std::string_view text) {
    if (!sees(text)) return false;
    at_ += text.size();
    return true;
  }

  char32_t take_character() {
    const text::CodePoint point = text::decode(pattern_, at_);
    at_ += point.size;
    return point.value;
  }

  std::string take_until(char end, std::string_view what) {
    const std::size_t found = pattern_.find(end, at_);
    if (found == std::string_view::npos) throw Unsupported("has " + std::string(what) + " without an end");
    std::string taken(pattern_.substr(at_, found - at_));
    at_ = found + 1;
    return taken;
  }

  Expression parse_choice() {
    if (++depth_ > deepest) throw Unsupported("is nested too deeply");
    std::vector<Expression> choices{parse_sequence()};
    while (take("|")) choices.push_back(parse_sequence());
    --depth_;
    if (choices.size() == 1) return std::move(choices.front());
    return {.kind = Kind::choice, .parts = std::move(choices)};
  }

  Expression parse_sequence() {
    Expression sequence{.kind = Kind::sequence};
    while (!at_end() && peek() != '|' && peek() != ')') {
      if (take("(?#")) {
        take_until(')', "a comment");
        continue;
      }
      sequence.parts.push_back(parse_repeated());
    }
    return sequence;
  }

  Expression parse_repeated() {
    Expression item = parse_item();
    const auto bounds = take_quantifier();
    if (!bounds) return item;
    Expression repeat{.kind = Kind::repeat, .min = bounds->first, .max = bounds->second, .lazy = take("?")};
    if (take_quantifier()) throw Unsupported("repeats a repetition");
    if (item.kind == Kind::look && repeat.min == 0) return {};  // asks for nothing
    repeat.parts.push_back(std::move(item));
    return repeat;
  }

  std::optional<std::pair<std::size_t, std::size_t>> take_quantifier() {
    if (take("*")) return std::pair{std::size_t{0}, unbounded};
    if (take("+")) return std::pair{std::size_t{1}, unbounded};
    if (take("?")) return std::pair{std::size_t{0}, std::size_t{1}};
    const std::size_t before = at_;
    if (!take("{")) return std::nullopt;
    const auto min = take_number();
    auto max = min;
    if (min && take(",")) max = sees("}") ? std::optional(unbounded) : take_number();
    if (min && max && take("}")) return std::pair{*min, *max};
    at_ = before;  // a brace that stands for itself
    return std::nullopt;
  }

  std::optional<std::size_t> take_number() {
    const std::size_t start = at_;
    while (!at_end() && ascii::is_digit(peek()) && at_ - start < 6) ++at_;
    if (at_ == start) return std::nullopt;
    return std::stoul(std::string(pattern_.substr(start, at_ - start)));
  }

  Expression parse_item() {
    switch (peek()) {
      case '(':
        return parse_group();
      case '[':
        return parse_set();
      case '\\':
        return parse_escape();
      case '.':
        ++at_;
        return {.kind = Kind::set, .set = {.ranges = {{'\n', '\n'}}, .negated = true}};
      case '^':
      case '$':
        return {.kind = Kind::anchor, .text = std::string(1, pattern_[at_++])};
      case '*':
      case '+':
      case '?':
        throw Unsupported("repeats nothing");
      default:
        return {.kind = Kind::literal, .character = take_character()};
    }
  }

  Expression parse_group() {
    for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"})
      if (take(look)) return close({.kind = Kind::look, .text = std::string(look)});
    if (take("(?:")) return close({.kind = Kind::group, .text = "(?:"});
    if (take("(?>")) return parse_atomic_group();
    if (sees("(?(")) throw Unsupported("has a condition");
    if (take("(?<") || take("(?P<")) {
      take_until('>', "a name");
      return close({.kind = Kind::group, .text = "("});
    }
    if (take("(?'")) {
      take_until('\'', "a name");
      return close({.kind = Kind::group, .text = "("});
    }
    if (take("(?")) return parse_flags();
    take("(");
    return close({.kind = Kind::group, .text = "("});
  }

  /// Which fits in one way where it holds but one text.
  Expression parse_atomic_group() {
    Expression group = close({.kind = Kind::group, .text = "(?:"});
    const auto texts = few_texts(group);
    if (!texts || texts->size() != 1) throw Unsupported("has an atomic group");
    return group;
  }

  Expression parse_flags() {
    const std::size_t end = pattern_.find_first_not_of("ims-", at_);
    const std::string flags(pattern_.substr(at_, end == std::string_view::npos ? end : end - at_));
    at_ += flags.size();
    if (take(")")) return {.kind = Kind::flags, .text = "(?" + flags + ")"};
    if (take(":")) return close({.kind = Kind::group, .text = "(?" + flags + ":"});
    throw Unsupported("has an option that RE2 does not know");
  }

  Expression close(Expression group) {
    group.parts.push_back(parse_choice());
    if (!take(")")) throw Unsupported("has a bracket that nothing closes");
    return group;
  }

  Expression parse_escape() {
    take("\\");
    if (at_end()) throw Unsupported("ends with a backslash");
    for (const char anchor : {'b', 'B', 'A', 'z'})
      if (peek() == anchor) return {.kind = Kind::anchor, .text = std::string("\\") + pattern_[at_++]};
    if (const auto named = take_class()) return {.kind = Kind::set, .set = {.classes = {*named}}};
    return {.kind = Kind::literal, .character = take_escaped()};
  }

  /// After the backslash: a class of characters, if it is one.
  std::optional<std::string> take_class() {
    const char c = peek();
    if (std::string_view("wWdDsS").find(c) != std::string_view::npos) {
      ++at_;
      return std::string("\\") + c;
    }
    if (c != 'p' && c != 'P') return std::nullopt;
    ++at_;
    if (!take("{")) throw Unsupported("has a class without braces");
    const std::string name = take_until('}', "a class");
    if (name.substr(0, 2) == "Is") throw Unsupported("names the Unicode block “" + name + "”");
    return std::string("\\") + c + "{" + name + "}";
  }

  /// After the backslash: one character.
  char32_t take_escaped() {
    const char32_t c = take_character();
    constexpr std::string_view names = "ntrfvae";
    constexpr std::string_view meant = "\n\t\r\f\v\a\x1b";
    const std::size_t name = c < 0x80 ? names.find(static_cast<char>(c)) : std::string_view::npos;
    if (name != std::string_view::npos) return static_cast<char32_t>(meant[name]);
    if (c == 'x') return take_hex(2);
    if (c == 'u') return take_hex(4);
    if (c == 'k' || (c >= '1' && c <= '9')) throw Unsupported("has a back reference");
    const bool is_letter = ascii::is_letter(c) || c == '0';
    if (is_letter) throw Unsupported("has “\\" + std::string(1, static_cast<char>(c)) + "”");
    return c;
  }

  char32_t take_hex(std::size_t digits) {
    const bool in_braces = take("{");
    const std::string number =
        in_braces ? take_until('}', "a number") : std::string(pattern_.substr(at_, digits));
    if (!in_braces) at_ += number.size();
    const auto value = hex_value(number);
    const bool is_character = value && *value <= 0x10FFFF && !(*value >= 0xD800 && *value <= 0xDFFF);
    if (!is_character) throw Unsupported("has a character number that is none");
    return *value;
  }

  Expression parse_set() {
    take("[");
    Expression expression{.kind = Kind::set};
    CharacterSet& set = expression.set;
    set.negated = take("^");
    for (bool first = true; first || !sees("]"); first = false) {
      if (at_end()) throw Unsupported("has a set of characters that nothing closes");
      if (sees("-[")) throw Unsupported("takes one set of characters from another");
      parse_member(set);
    }
    take("]");
    return expression;
  }

  void parse_member(CharacterSet& set) {
    if (take_posix_class(set)) return;
    const auto first = take_member(set);
    if (!first) return;
    const bool is_range = sees("-") && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']';
    if (!is_range || sees("-[")) return set.ranges.push_back({*first, *first});
    take("-");
    const std::size_t classes = set.classes.size();
    const auto last = take_member(set);
    if (set.classes.size() > classes) {  // the hyphen before a class stands for itself
      set.ranges.push_back({*first, *first});
      set.ranges.push_back({'-', '-'});
      return;
    }
    if (*last < *first) throw Unsupported("has a range of characters that runs backwards");
    set.ranges.push_back({*first, *last});
  }

  /// `[:punct:]`, which means the same to RE2.
  bool take_posix_class(CharacterSet& set) {
    if (!sees("[:")) return false;
    const std::size_t end = pattern_.find(":]", at_ + 2);
    if (end == std::string_view::npos) return false;
    const std::string name(pattern_.substr(at_ + 2, end - at_ - 2));
    if (!is_posix_class(name)) return false;
    set.classes.push_back("[:" + name + ":]");
    at_ = end + 2;
    return true;
  }

  /// One character, or nothing when it was a class.
  std::optional<char32_t> take_member(CharacterSet& set) {
    if (!take("\\")) return take_character();
    if (at_end()) throw Unsupported("ends with a backslash");
    if (take("b")) return U'\b';
    if (auto named = take_class()) {
      set.classes.push_back(std::move(*named));
      return std::nullopt;
    }
    return take_escaped();
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

Expression parse_expression(std::string_view pattern) { return Parser(pattern).parse(); }

}  // namespace herold::vale
