#include "vale/pattern.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"
#include "vale/looked_at.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;

std::string with_lines(const Expression& expression, const std::string& pattern) {
  return (holds_anchor(expression, "^") || holds_anchor(expression, "$") ? "(?m)" : "") + pattern;
}

std::string grouped(const Expression& expression) {
  const std::string printed = print(expression);
  return expression.kind == Kind::choice ? "(?:" + printed + ")" : printed;
}

/// A `\b` at the end of a pattern is the boundary of terms, which is right beside words of any alphabet; in
/// a group it is RE2's, which alone can ask for a word beside what is none.
std::string bounded(const Expression& expression) {
  const bool has_word_edges = first_edge(expression).is_word() && last_edge(expression).is_word();
  const std::string inside = "\\b" + grouped(expression) + "\\b";
  return has_word_edges ? inside : "(?:" + inside + ")";
}

/// Whether a `\b` of the author's stands at an end that need not be a word's, as in `etc\.?\b`: there it is
/// to be RE2's too, and not the boundary of terms.
bool ends_beside_none(const Expression& expression) {
  if (expression.kind == Kind::choice)
    return std::any_of(expression.parts.begin(), expression.parts.end(), ends_beside_none);
  if (expression.kind != Kind::sequence || expression.parts.size() < 2) return false;
  Expression inside = expression;
  const auto is_boundary = [](const Expression& part) {
    return part.kind == Kind::anchor && part.text == "\\b";
  };
  bool beside_none = false;
  if (is_boundary(inside.parts.back())) {
    inside.parts.pop_back();
    beside_none = !last_edge(inside).is_word();
  }
  if (!inside.parts.empty() && is_boundary(inside.parts.front())) {
    inside.parts.erase(inside.parts.begin());
    beside_none = beside_none || !first_edge(inside).is_word();
  }
  return beside_none;
}

std::string looked_at(const Expression& alternative, Bounds bounds, std::vector<std::string>& exceptions) {
  const std::string boundary = bounds == Bounds::word ? "\\b" : "";
  const LookedAt parts = take_looks_off(alternative, boundary);
  for (const std::string& exception : parts.exceptions)
    exceptions.push_back(with_lines(alternative, exception));
  const bool asks_for_word =
      bounds == Bounds::word && parts.before.empty() && !first_edge(parts.core).is_word();
  return parts.before + (asks_for_word ? "(?:\\b)" : boundary) + "(?P<match>" + print(parts.core) + ")" +
         boundary + parts.after;
}

bool begins_anchored(const Expression& expression) {
  return expression.kind == Kind::sequence && !expression.parts.empty() &&
         expression.parts[0].kind == Kind::anchor && expression.parts[0].text == "^";
}

/// A heading begins behind its `#`.
std::string in_heading(Expression expression, Bounds bounds) {
  const std::string boundary = bounds == Bounds::word ? "\\b" : "";
  const bool is_anchored = begins_anchored(expression);
  expression = within_line(std::move(expression));
  if (is_anchored) expression.parts.erase(expression.parts.begin());
  return "(?m)^#{1,6}[ \\t]" + std::string(is_anchored ? "+" : ".*?") + boundary + "(?P<match>" +
         print(expression) + ")" + boundary;
}

std::vector<std::string> in_heading_each(const Expression& expression, Bounds bounds) {
  const std::vector<Expression> all = alternatives(expression);
  if (std::none_of(all.begin(), all.end(), begins_anchored)) return {in_heading(expression, bounds)};
  std::vector<std::string> patterns;
  for (const Expression& each : all) patterns.push_back(in_heading(each, bounds));
  return patterns;
}

}  // namespace

bool is_plain(std::string_view text) {
  bool was_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const bool is_word = text::is_letter(c.value) || text::is_number(c.value);
    if (!is_word && ((c.value != ' ' && c.value != '\'') || !was_word)) return false;
    was_word = is_word;
    at += c.size;
  }
  return was_word;
}

Patterns patterns_of(const Expression& expression, Bounds bounds, Place place) {
  if (place == Place::heading) return {in_heading_each(expression, bounds)};
  const auto plain = [&](const Expression& said) {
    if (bounds == Bounds::word) return bounded(said);
    return ends_beside_none(said) ? "(?:" + print(said) + ")" : print(said);
  };
  if (!holds_look(expression)) return {{with_lines(expression, plain(expression))}};
  Patterns made;
  for (const Expression& alternative : alternatives(expression)) {
    const std::string pattern =
        holds_look(alternative) ? looked_at(alternative, bounds, made.exceptions) : plain(alternative);
    made.patterns.push_back(with_lines(expression, pattern));
  }
  return made;
}

}  // namespace herold::vale
