#include "vale/edits.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "text/utf8.h"
#include "vale/looked_at.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;
using Parts = std::vector<Expression>;

/// Parts of a match one after the other, and what becomes of each.
enum class Fate { kept, dropped, replaced };
struct Piece {
  Expression part;
  Fate fate = Fate::kept;
};
using Pieces = std::vector<Piece>;

bool any_part(const Expression& expression, bool (*test)(const Expression&, const CharacterSet&),
              const CharacterSet& set) {
  if (test(expression, set)) return true;
  return std::any_of(expression.parts.begin(), expression.parts.end(),
                     [&](const Expression& part) { return any_part(part, test, set); });
}

CharacterSet set_of(std::string_view characters) {
  CharacterSet set;
  for (std::size_t at = 0; at < characters.size();) {
    const text::CodePoint c = text::decode(characters, at);
    set.ranges.push_back({c.value, c.value});
    at += c.size;
  }
  return set;
}

/// Whether a character may be one of the set; sets are compared by the few characters of the second.
bool meets(const Expression& expression, const CharacterSet& set) {
  if (expression.kind == Kind::literal) return set.holds(expression.character);
  if (expression.kind != Kind::set) return false;
  return std::any_of(set.ranges.begin(), set.ranges.end(), [&](CharacterSet::Range range) {
    for (char32_t c = range.first; c <= range.last; ++c)
      if (expression.set.holds(c)) return true;
    return false;
  });
}

bool is_outside(const Expression& expression, const CharacterSet& set) {
  if (expression.kind == Kind::literal) return !set.holds(expression.character);
  if (expression.kind != Kind::set) return false;
  const bool is_listed = expression.set.classes.empty() && !expression.set.negated;
  return !is_listed || std::any_of(expression.set.ranges.begin(), expression.set.ranges.end(),
                                   [&](CharacterSet::Range range) {
                                     for (char32_t c = range.first; c <= range.last; ++c)
                                       if (!set.holds(c)) return true;
                                     return false;
                                   });
}

bool is_zero_width(const Expression& expression) {
  return expression.kind == Kind::anchor || expression.kind == Kind::flags || expression.kind == Kind::look;
}

/// `\s`, `\s*`, `(?:\s|$)`: nothing but blanks.
bool is_blank(const Expression& expression) {
  if (expression.kind == Kind::literal) return expression.character == ' ';
  if (expression.kind == Kind::set)
    return expression.set.holds(' ') && !expression.set.holds('a') && !expression.set.holds('-');
  return !expression.parts.empty() && expression.kind != Kind::look &&
         std::all_of(expression.parts.begin(), expression.parts.end(),
                     [](const Expression& part) { return is_zero_width(part) || is_blank(part); });
}

bool is_free_of(const Expression& part, const CharacterSet& set) { return !any_part(part, meets, set); }
bool is_made_of(const Expression& part, const CharacterSet& set) {
  return !is_zero_width(part) && !any_part(part, is_outside, set);
}

void drop_ends(Pieces& pieces, const CharacterSet& set, bool from_right) {
  const bool are_blanks_dropped = set.holds(' ');
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[from_right ? pieces.size() - 1 - i : i];
    if (is_zero_width(piece.part)) continue;
    const bool is_dropped = is_blank(piece.part) ? are_blanks_dropped : is_made_of(piece.part, set);
    if (!is_dropped && !is_blank(piece.part)) return;
    if (is_dropped) piece.fate = Fate::dropped;
  }
}

/// Which pieces are the separator; false where another may hold it.
bool part_at(const Pieces& pieces, const CharacterSet& separator, std::vector<std::size_t>& places) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Expression& part = pieces[i].part;
    const bool is_separator =
        (part.kind == Kind::literal || part.kind == Kind::set) && meets(part, separator);
    if (is_separator) places.push_back(i);
    if (!is_separator && !is_free_of(part, separator)) return false;
  }
  return !places.empty();
}

bool keep_field(Pieces& pieces, const std::string& separator, std::size_t field) {
  std::vector<std::size_t> places;
  if (!part_at(pieces, set_of(separator), places) || field > places.size()) return false;
  const std::size_t first = field == 0 ? 0 : places[field - 1] + 1;
  const std::size_t last = field == places.size() ? pieces.size() : places[field];
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (i < first || i >= last) pieces[i].fate = Fate::dropped;
  return true;
}

/// One character or a set of them, perhaps in brackets.
std::optional<CharacterSet> one_character(const std::string& regex) {
  Expression expression = parse_expression(regex);
  while ((expression.kind == Kind::group || expression.kind == Kind::sequence) &&
         expression.parts.size() == 1)
    expression = Expression(expression.parts[0]);
  if (expression.kind == Kind::literal)
    return CharacterSet{.ranges = {{expression.character, expression.character}}};
  const bool is_few =
      expression.kind == Kind::set && !expression.set.negated && expression.set.classes.empty();
  return is_few ? std::optional(expression.set) : std::nullopt;
}

bool replace_characters(Pieces& pieces, const std::string& regex) {
  const auto set = one_character(regex);
  std::vector<std::size_t> places;
  if (!set || !part_at(pieces, *set, places)) return false;
  for (const std::size_t place : places) {
    if (any_part(pieces[place].part, is_outside, *set)) return false;
    pieces[place].fate = Fate::replaced;
  }
  return true;
}

/// Fills in the fates; false where they cannot be told. `with` is what replaces.
bool edit(Pieces& pieces, const std::string& name, const std::vector<std::string>& params,
          std::string& with) {
  if (name == "convert" && params == std::vector<std::string>{"simple"}) {
    with = " ";
    return replace_characters(pieces, "-");
  }
  if (name != "edit" || params.size() < 2) return false;
  const std::string& how = params[0];
  // “remove” is an older name, with brackets around the characters in some rules.
  const bool trims_both = how == "trim" || how == "remove";
  if (trims_both || how == "trim_left") drop_ends(pieces, set_of(params[1]), false);
  if (trims_both || how == "trim_right") drop_ends(pieces, set_of(params[1]), true);
  if (trims_both || how == "trim_left" || how == "trim_right") return true;
  if (how == "truncate") return keep_field(pieces, params[1], 0);
  if (params.size() != 3) return false;
  if (how == "split") return keep_field(pieces, params[1], std::strtoul(params[2].c_str(), nullptr, 10));
  if (how != "regex" || params[2].find('$') != std::string::npos) return false;
  with = params[2];
  return replace_characters(pieces, params[1]);
}

/// Groups would be numbered along.
Expression without_groups(Expression expression) {
  if (expression.kind == Kind::group && expression.text == "(") expression.text = "(?:";
  for (Expression& part : expression.parts) part = without_groups(std::move(part));
  return expression;
}

Pieces pieces_of(const Expression& alternative) {
  Pieces pieces;
  const Expression whole = without_groups(alternative);
  if (whole.kind == Kind::sequence) {
    for (const Expression& part : whole.parts) pieces.push_back({part});
  } else {
    pieces.push_back({whole});
  }
  return pieces;
}

/// Text where there is but one, else a group.
void keep(Edited& made, Expression run, std::size_t& groups) {
  const auto texts = few_texts(run);
  if (texts && texts->size() == 1 && texts->front().find('$') == std::string::npos) {
    made.replacement += texts->front();
    for (Expression& part : run.parts) made.expression.parts.push_back(std::move(part));
    return;
  }
  made.replacement += "$" + std::to_string(++groups);
  made.expression.parts.push_back({.kind = Kind::group, .text = "(", .parts = {std::move(run)}});
}

std::optional<Edited> put_together(const Pieces& pieces, const std::string& with) {
  Edited made{.expression = {.kind = Kind::sequence}, .replacement = {}};
  std::size_t groups = 0;
  Expression run{.kind = Kind::sequence};
  const auto end_run = [&] {
    if (!run.parts.empty()) keep(made, std::exchange(run, {.kind = Kind::sequence}), groups);
  };
  for (const Piece& piece : pieces) {
    if (piece.fate == Fate::kept && !is_zero_width(piece.part)) {
      run.parts.push_back(piece.part);
      continue;
    }
    end_run();
    made.expression.parts.push_back(piece.part);
    if (piece.fate == Fate::replaced) made.replacement += with;
  }
  end_run();
  const bool is_changed =
      std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.fate != Fate::kept; });
  if (!is_changed || groups > 8 || made.replacement.empty()) return std::nullopt;
  return made;
}

}  // namespace

std::optional<std::vector<Edited>> edited(const Expression& expression, const Rule& action) {
  std::vector<Edited> all;
  for (const Expression& alternative : alternatives(expression)) {
    Pieces pieces = pieces_of(alternative);
    std::string with;
    if (!edit(pieces, action.text("name"), action.all_texts("params"), with)) return std::nullopt;
    auto made = put_together(pieces, with);
    if (!made) return std::nullopt;
    all.push_back(std::move(*made));
  }
  return all;
}

}  // namespace herold::vale
