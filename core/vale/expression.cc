#include "vale/expression.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;

/// More texts than this are no list any more.
constexpr std::size_t few = 64;

std::string written(char32_t c, std::string_view special) {
  const bool is_control = text::category(c) == text::Category::Cc || text::is_default_ignorable(c);
  if (is_control || (c != ' ' && text::is_white_space(c))) {
    if (c == '\n') return "\\n";
    if (c == '\t') return "\\t";
    char number[16];
    std::snprintf(number, sizeof number, "\\x{%X}", static_cast<unsigned>(c));
    return number;
  }
  std::string made;
  if (c < 0x80 && special.find(static_cast<char>(c)) != std::string_view::npos) made += '\\';
  text::append_utf8(made, c);
  return made;
}

bool is_word(char32_t c) { return text::is_wordlike(c) || text::category(c) == text::Category::Pc; }

/// POSIX's classes hold ASCII alone.
struct PosixClass {
  std::string_view name;
  int (*holds)(int);
};
constexpr std::array<PosixClass, 12> posix_classes{{{"alnum", std::isalnum},
                                                    {"alpha", std::isalpha},
                                                    {"blank", std::isblank},
                                                    {"cntrl", std::iscntrl},
                                                    {"digit", std::isdigit},
                                                    {"graph", std::isgraph},
                                                    {"lower", std::islower},
                                                    {"print", std::isprint},
                                                    {"punct", std::ispunct},
                                                    {"space", std::isspace},
                                                    {"upper", std::isupper},
                                                    {"xdigit", std::isxdigit}}};

const PosixClass* posix_class(std::string_view name) {
  const auto found = std::find_if(posix_classes.begin(), posix_classes.end(),
                                  [&](const PosixClass& each) { return each.name == name; });
  return found == posix_classes.end() ? nullptr : &*found;
}

bool is_posix(std::string_view class_name) { return class_name.substr(0, 2) == "[:"; }

bool class_holds(std::string_view name, char32_t c) {
  if (is_posix(name))
    return c < 0x80 && posix_class(name.substr(2, name.size() - 4))->holds(static_cast<int>(c)) != 0;
  if (name == "\\w") return is_word(c);
  if (name == "\\W") return !is_word(c);
  if (name == "\\d") return text::category(c) == text::Category::Nd;
  if (name == "\\D") return text::category(c) != text::Category::Nd;
  if (name == "\\s") return text::is_white_space(c);
  if (name == "\\S") return !text::is_white_space(c);
  throw Unsupported("looks around at " + std::string(name));
}

std::string print_set(const CharacterSet& set) {
  const bool is_any = set.negated && set.classes.empty() && set.ranges.size() == 1 &&
                      set.ranges[0].first == '\n' && set.ranges[0].last == '\n';
  if (is_any) return ".";
  if (!set.negated && set.ranges.empty() && set.classes.size() == 1) {
    if (set.classes[0] == "\\S") return "[^\\s\\pZ]";
    if (set.classes[0] != "\\s" && !is_posix(set.classes[0])) return set.classes[0];
  }
  return (set.negated ? "[^" : "[") + set.content() + "]";
}

std::string quantifier(const Expression& repeat) {
  std::string made;
  if (repeat.min == 0 && repeat.max == unbounded) {
    made = "*";
  } else if (repeat.min == 1 && repeat.max == unbounded) {
    made = "+";
  } else if (repeat.min == 0 && repeat.max == 1) {
    made = "?";
  } else {
    made = "{" + std::to_string(repeat.min);
    if (repeat.max != repeat.min) made += repeat.max == unbounded ? "," : "," + std::to_string(repeat.max);
    made += "}";
  }
  return repeat.lazy ? made + "?" : made;
}

Edge set_edge(const CharacterSet& set) {
  Edge edge;
  constexpr char32_t beyond_latin = 0x250;
  for (const CharacterSet::Range range : set.ranges) {
    for (char32_t c = range.first; c <= range.last && c < beyond_latin; ++c)
      (is_word(c) ? edge.word : edge.other) = true;
    if (range.last < beyond_latin) continue;
    if (range.first == range.last) {
      (is_word(range.first) ? edge.word : edge.other) = true;
    } else {
      edge.word = edge.other = true;
    }
  }
  for (const std::string& name : set.classes) {
    const bool is_word_class = name == "\\w" || name == "\\d" || name.substr(0, 4) == "\\p{L";
    const bool is_other_class = name == "\\W" || name == "\\s";
    edge.word = edge.word || !is_other_class;
    edge.other = edge.other || !is_word_class;
  }
  if (!set.negated) return edge;
  const bool leaves_no_word = std::find(set.classes.begin(), set.classes.end(), "\\w") != set.classes.end();
  const bool leaves_no_other = std::find(set.classes.begin(), set.classes.end(), "\\W") != set.classes.end();
  return {.word = !leaves_no_word, .other = !leaves_no_other};
}

/// From the left or, with `backwards`, from the right.
Edge edge_of(const Expression& expression, bool backwards) {
  switch (expression.kind) {
    case Kind::literal:
      return {.word = is_word(expression.character), .other = !is_word(expression.character)};
    case Kind::set:
      return set_edge(expression.set);
    case Kind::anchor:
    case Kind::flags:
    case Kind::look:
      return {.empty = true};
    case Kind::group:
      return edge_of(expression.parts[0], backwards);
    case Kind::repeat: {
      Edge edge = edge_of(expression.parts[0], backwards);
      edge.empty = edge.empty || expression.min == 0;
      return edge;
    }
    case Kind::choice: {
      Edge all;
      for (const Expression& part : expression.parts) {
        const Edge edge = edge_of(part, backwards);
        all = {all.word || edge.word, all.other || edge.other, all.empty || edge.empty};
      }
      return all;
    }
    case Kind::sequence:
      break;
  }
  Edge all{.empty = true};
  for (std::size_t i = 0; i < expression.parts.size() && all.empty; ++i) {
    const std::size_t place = backwards ? expression.parts.size() - 1 - i : i;
    const Edge edge = edge_of(expression.parts[place], backwards);
    all = {all.word || edge.word, all.other || edge.other, edge.empty};
  }
  return all;
}

using Texts = std::optional<std::vector<std::string>>;

Texts product(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  if (before.size() * after.size() > few) return std::nullopt;
  std::vector<std::string> all;
  for (const std::string& start : before)
    for (const std::string& end : after) all.push_back(start + end);
  return all;
}

Texts texts_of_set(const CharacterSet& set) {
  if (set.negated || !set.classes.empty()) return std::nullopt;
  std::vector<std::string> all;
  for (const CharacterSet::Range range : set.ranges) {
    if (range.last - range.first > 9) return std::nullopt;
    for (char32_t c = range.first; c <= range.last; ++c) {
      all.emplace_back();
      text::append_utf8(all.back(), c);
    }
  }
  return all.size() > few ? std::nullopt : Texts(all);
}

Texts texts_of_sequence(const Expression& sequence) {
  std::vector<std::string> all{""};
  for (const Expression& part : sequence.parts) {
    const Texts texts = few_texts(part);
    if (!texts) return std::nullopt;
    const Texts longer = product(all, *texts);
    if (!longer) return std::nullopt;
    all = *longer;
  }
  return all;
}

Texts texts_of_repeat(const Expression& repeat) {
  const Texts once = few_texts(repeat.parts[0]);
  if (!once || repeat.max > 4) return std::nullopt;
  std::vector<std::string> all, times{""};
  for (std::size_t i = 0; i <= repeat.max; ++i) {
    if (i >= repeat.min) all.insert(all.end(), times.begin(), times.end());
    const Texts longer = product(times, *once);
    if (!longer || all.size() > few) return std::nullopt;
    times = *longer;
  }
  return all;
}

template <typename Test>
bool any_part(const Expression& expression, Test test) {
  if (test(expression)) return true;
  return std::any_of(expression.parts.begin(), expression.parts.end(),
                     [&](const Expression& part) { return any_part(part, test); });
}

/// Classes of Unicode hold none.
bool may_hold_line_break(CharacterSet set) {
  set.classes.erase(std::remove_if(set.classes.begin(), set.classes.end(),
                                   [](const std::string& name) { return name.substr(0, 2) == "\\p"; }),
                    set.classes.end());
  const bool holds_all_others =
      std::any_of(set.classes.begin(), set.classes.end(),
                  [](const std::string& name) { return name.substr(0, 2) == "\\P"; });
  return holds_all_others ? !set.negated : set.holds('\n');
}

enum class Side { front, back };

/// Whether a match may begin, or end, with a line break.
bool may_break_at(Side side, const Expression& expression) {
  switch (expression.kind) {
    case Kind::literal:
      return expression.character == '\n';
    case Kind::set:
      return may_hold_line_break(expression.set);
    case Kind::group:
    case Kind::repeat:
      return may_break_at(side, expression.parts[0]);
    case Kind::choice:
      return std::any_of(expression.parts.begin(), expression.parts.end(),
                         [side](const Expression& part) { return may_break_at(side, part); });
    case Kind::sequence:
      for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        const Expression& part = expression.parts[side == Side::front ? i : expression.parts.size() - 1 - i];
        if (may_break_at(side, part)) return true;
        const bool may_be_empty = part.kind == Kind::repeat && part.min == 0;
        const bool is_empty =
            part.kind == Kind::anchor || part.kind == Kind::flags || part.kind == Kind::look;
        if (!may_be_empty && !is_empty) return false;
      }
      return false;
    default:
      return false;
  }
}

}  // namespace

bool CharacterSet::holds(char32_t c) const {
  const bool is_member = std::any_of(ranges.begin(), ranges.end(),
                                     [&](Range range) { return range.first <= c && c <= range.last; }) ||
                         std::any_of(classes.begin(), classes.end(),
                                     [&](const std::string& name) { return class_holds(name, c); });
  return is_member != negated;
}

std::string CharacterSet::content() const {
  constexpr std::string_view special = "\\[]^-";
  std::string made;
  for (const Range range : ranges) {
    made += written(range.first, special);
    if (range.last == range.first) continue;
    if (range.last - range.first > 1) made += '-';
    made += written(range.last, special);
  }
  for (const std::string& name : classes) made += name == "\\s" ? "\\s\\pZ" : name;
  return made;
}

std::string print(const Expression& expression) {
  std::string made;
  switch (expression.kind) {
    case Kind::literal:
      return written(expression.character, "\\.+*?()|[]{}^$");
    case Kind::set:
      return print_set(expression.set);
    case Kind::anchor:
    case Kind::flags:
      return expression.text;
    case Kind::group:
      return expression.text + print(expression.parts[0]) + ")";
    case Kind::look:
      throw Unsupported("looks around with “" + expression.text + print(expression.parts[0]) +
                        ")”, which RE2 cannot");
    case Kind::repeat:
      return print(expression.parts[0]) + quantifier(expression);
    case Kind::sequence:
      for (const Expression& part : expression.parts) made += print(part);
      return made;
    case Kind::choice:
      break;
  }
  for (const Expression& part : expression.parts)
    made += (&part == expression.parts.data() ? "" : "|") + print(part);
  return made;
}

bool holds_look(const Expression& expression) {
  return any_part(expression, [](const Expression& part) { return part.kind == Kind::look; });
}

bool is_posix_class(std::string_view name) { return posix_class(name) != nullptr; }

bool spans_lines(const Expression& expression) {
  if (may_break_at(Side::front, expression) || may_break_at(Side::back, expression)) return true;
  return any_part(expression, [](const Expression& part) {
    const bool may_go_on = part.kind == Kind::look || (part.kind == Kind::repeat && part.max > 1);
    return may_go_on && any_part(part.parts[0], [](const Expression& once) {
             return (once.kind == Kind::literal && once.character == '\n') ||
                    (once.kind == Kind::set && may_hold_line_break(once.set));
           });
  });
}

Expression within_line(Expression expression) {
  if (expression.kind == Kind::set && may_hold_line_break(expression.set)) {
    CharacterSet& set = expression.set;
    const auto blank = std::find(set.classes.begin(), set.classes.end(), "\\s");
    if (set.negated) {
      set.ranges.push_back({'\n', '\n'});
    } else if (blank != set.classes.end()) {
      *blank = "\\p{Zs}";
      set.ranges.push_back({'\t', '\t'});
    }
  }
  for (Expression& part : expression.parts) part = within_line(std::move(part));
  return expression;
}

bool holds_anchor(const Expression& expression, std::string_view anchor) {
  return any_part(expression,
                  [&](const Expression& part) { return part.kind == Kind::anchor && part.text == anchor; });
}

std::optional<std::vector<std::string>> few_texts(const Expression& expression) {
  switch (expression.kind) {
    case Kind::literal: {
      std::string text;
      text::append_utf8(text, expression.character);
      return std::vector{text};
    }
    case Kind::set:
      return texts_of_set(expression.set);
    case Kind::group:
      return few_texts(expression.parts[0]);
    case Kind::sequence:
      return texts_of_sequence(expression);
    case Kind::repeat:
      return texts_of_repeat(expression);
    case Kind::anchor:
      // A boundary at the edge of a term is there anyway.
      return expression.text == "\\b" ? Texts({""}) : std::nullopt;
    case Kind::flags:
    case Kind::look:
      return std::nullopt;
    case Kind::choice:
      break;
  }
  std::vector<std::string> all;
  for (const Expression& part : expression.parts) {
    const Texts texts = few_texts(part);
    if (!texts) return std::nullopt;
    all.insert(all.end(), texts->begin(), texts->end());
  }
  return all.size() > few ? std::nullopt : Texts(all);
}

Edge first_edge(const Expression& expression) { return edge_of(expression, false); }
Edge last_edge(const Expression& expression) { return edge_of(expression, true); }

}  // namespace herold::vale
