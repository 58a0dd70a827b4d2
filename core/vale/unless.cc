#include "vale/unless.h"

#include <algorithm>
#include <optional>

namespace herold::vale {
namespace {

using Kind = Expression::Kind;
using Parts = std::vector<Expression>;

const Expression& inside_groups(const Expression& expression) {
  const bool is_wrapped =
      expression.kind == Kind::group || (expression.kind == Kind::sequence && expression.parts.size() == 1);
  return is_wrapped ? inside_groups(expression.parts[0]) : expression;
}

bool is_character(const Expression& expression) {
  return expression.kind == Kind::literal || expression.kind == Kind::set;
}

bool can_be(const Expression& character, const Expression& other) {
  if (character.kind == Kind::literal)
    return other.kind == Kind::literal ? character.character == other.character
                                       : other.set.holds(character.character);
  return other.kind == Kind::set || character.set.holds(other.character);
}

bool is_blank_character(const Expression& character) {
  return character.kind == Kind::literal ? character.character == ' '
                                         : character.set.holds(' ') && !character.set.holds('a');
}

bool is_of_words(const Expression& character) {
  return character.kind == Kind::set && !character.set.negated && !character.set.holds(' ') &&
         !character.set.holds('-');
}

/// No text begins another, so that only one of them fits.
bool is_choice_of_one(const Expression& choice) {
  const auto texts = few_texts(choice);
  if (!texts) return false;
  for (const std::string& text : *texts)
    for (const std::string& other : *texts)
      if (text.size() < other.size() && other.rfind(text, 0) == 0) return false;
  return true;
}

/// Whether a run of a character can end in one place only, given what follows.
bool has_one_end(const Expression& character, const Expression* next) {
  if (next == nullptr) return is_blank_character(character);
  if (next->kind == Kind::anchor) return next->text == "\\b" && is_of_words(character);
  const Expression& run = inside_groups(*next);
  const Expression& following = run.kind == Kind::repeat && run.min > 0 ? inside_groups(run.parts[0]) : run;
  return is_character(following) && !can_be(character, following);
}

/// Whether the parts fit from one place in one way: then what comes behind them is looked for in one place.
bool fits_in_one_way(const Parts& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Expression& part = inside_groups(parts[i]);
    const Expression* next = i + 1 < parts.size() ? &parts[i + 1] : nullptr;
    const bool is_fixed = is_character(part) || part.kind == Kind::anchor || part.kind == Kind::flags;
    if (is_fixed) continue;
    if (part.kind == Kind::choice && is_choice_of_one(part)) continue;
    if (part.kind == Kind::sequence && fits_in_one_way(part.parts)) continue;
    if (part.kind != Kind::repeat) return false;
    const Expression& once = inside_groups(part.parts[0]);
    const bool is_run = is_character(once) && (part.min == part.max || has_one_end(once, next));
    if (!is_run) return false;
  }
  return true;
}

Parts without_looks(Parts::const_iterator first, Parts::const_iterator last) {
  Parts kept;
  std::copy_if(first, last, std::back_inserter(kept),
               [](const Expression& part) { return part.kind != Kind::look; });
  return kept;
}

bool holds_character(const Parts& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Expression& part) {
    return part.kind != Kind::anchor && part.kind != Kind::flags;
  });
}

std::string printed(const Parts& parts) { return print({.kind = Kind::sequence, .parts = parts}); }

/// The texts that every match begins with, as one expression, with the boundary where they are all of it;
/// empty where there are none.
std::string beginning_of(const Parts& parts, const std::string& boundary) {
  std::string made;
  for (const Expression& part : parts) {
    if (part.kind == Kind::flags) continue;
    const auto texts = few_texts(part);
    if (!texts || std::any_of(texts->begin(), texts->end(), [](const auto& text) { return text.empty(); }))
      return made;
    made += part.kind == Kind::anchor ? "" : print(part);
  }
  return made.empty() ? made : made + boundary;
}

/// Empty where what stands in front may fit in several ways.
std::string unless_ahead(const Parts& before, const std::string& looked_for, const std::string& boundary) {
  if (!holds_character(before) || !fits_in_one_way(before)) return {};
  return boundary + "(?P<match>" + printed(before) + ")(?:" + looked_for + ")";
}

/// Empty where what follows may begin with anything.
std::string unless_behind(const Parts& after, const std::string& looked_for, const std::string& boundary) {
  const std::string beginning = beginning_of(after, boundary);
  return beginning.empty() ? beginning : "(?:" + looked_for + ")(?P<match>" + beginning + ")";
}

std::string said_as_exception(const Parts& parts, std::size_t place, const std::string& boundary) {
  const Expression& look = parts[place];
  const auto here = parts.begin() + static_cast<std::ptrdiff_t>(place);
  const Parts before = without_looks(parts.begin(), here);
  if (look.text == "(?!") return unless_ahead(before, print(look.parts[0]), boundary);
  const bool is_in_front = look.text == "(?<!" && !holds_character(before);
  return is_in_front ? unless_behind(without_looks(here, parts.end()), print(look.parts[0]), boundary) : "";
}

}  // namespace

std::string exception_of(const Parts& parts, std::size_t place, const std::string& boundary) {
  const std::string exception = said_as_exception(parts, place, boundary);
  return exception.empty() ? print(parts[place]) : exception;  // which throws, and names it
}

}  // namespace herold::vale
