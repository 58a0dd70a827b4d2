// Regular expressions as Vale's rules write them (regexp2: the syntax of .NET), as a tree, and as RE2 writes
// them.
//
// What RE2 cannot say is refused when it is read or printed: back references, atomic groups, conditions and
// lookarounds (looked_at.h takes those off the ends first).
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace herold::vale {

/// Something of Vale's that a pack has no way to say; the text says what.
struct Unsupported : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A set of characters.
struct CharacterSet {
  struct Range {
    char32_t first, last;
  };
  std::vector<Range> ranges{};
  std::vector<std::string> classes{};  // \w, \d, \s, \p{…}, their negations, and [:punct:] and its like
  bool negated = false;

  bool holds(char32_t c) const;
  /// As RE2 writes it between brackets, without them and the `^`.
  std::string content() const;
};

struct Expression {
  enum class Kind { literal, set, anchor, flags, group, look, sequence, choice, repeat };

  Kind kind = Kind::sequence;
  char32_t character = 0;           // literal
  CharacterSet set{};               // set
  std::string text{};               // anchor and flags as written; how a group or look opens
  std::size_t min = 0, max = 0;     // repeat; the largest number is no bound
  bool lazy = false;                // repeat
  std::vector<Expression> parts{};  // group, look and repeat have one
};

inline constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

Expression parse_expression(std::string_view pattern);

/// Whether POSIX has a class of this name.
bool is_posix_class(std::string_view name);

/// In RE2's syntax; `\s` is Unicode's, as Vale's is.
std::string print(const Expression& expression);

bool holds_look(const Expression& expression);
/// Whether a run of it may go on over several lines, or a match begin or end with a line break, or look at
/// one.
bool spans_lines(const Expression& expression);
/// The same without the line breaks that white space and negated sets hold.
Expression within_line(Expression expression);
bool holds_anchor(const Expression& expression, std::string_view anchor);

/// The texts an expression stands for, when they are few; nothing when they are not.
std::optional<std::vector<std::string>> few_texts(const Expression& expression);

/// What may stand at an end of a match: a character of words, another one, or nothing.
struct Edge {
  bool word = false, other = false, empty = false;

  bool is_word() const { return word && !other && !empty; }
};
Edge first_edge(const Expression& expression);
Edge last_edge(const Expression& expression);

}  // namespace herold::vale
