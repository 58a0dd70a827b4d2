// Rules that count, compare and measure.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "vale/kinds.h"
#include "vale/metric_formula.h"

namespace herold::vale {
namespace {

void write_patterns(Json& matcher, const std::string& pattern, Exceptions exceptions = {}) {
  const Patterns said = patterns_of(parse_expression(pattern), Bounds::none, Place::anywhere);
  matcher["patterns"] = said.patterns;
  exceptions.patterns.insert(exceptions.patterns.end(), said.exceptions.begin(), said.exceptions.end());
  exceptions.write(matcher);
}

/// `[^\s]+`, `(\w\n?)+` and their like: one word.
bool is_run_of_letters(const Expression& expression) {
  using Kind = Expression::Kind;
  switch (expression.kind) {
    case Kind::group:
      return is_run_of_letters(expression.parts[0]);
    case Kind::sequence: {
      std::vector<Expression> parts;
      for (const Expression& part : expression.parts)
        if (part.kind != Kind::anchor) parts.push_back(part);
      return parts.size() == 1 && is_run_of_letters(parts[0]);
    }
    case Kind::repeat: {
      const Expression* once = expression.parts.data();
      while (once->kind == Kind::group || (once->kind == Kind::sequence && !once->parts.empty()))
        once = once->parts.data();
      return expression.max == unbounded && once->kind == Kind::set && once->set.holds('a') &&
             !once->set.holds(' ');
    }
    default:
      return false;
  }
}

std::vector<std::string> texts_of(const std::string& variant) {
  const auto texts = few_texts(parse_expression(variant));
  if (!texts || texts->empty()) throw Unsupported("is no plain word");
  return *texts;
}

/// Each text of one variant stands against each of the other; a guideline has one for each that it names
/// first.
void add_variants(Json& either, const std::string& first, const std::string& second) {
  std::vector<std::string> several = texts_of(first), one = texts_of(second);
  if (one.size() > several.size()) several.swap(one);
  if (one.size() > 1) throw Unsupported("has several spellings on both sides");
  for (const std::string& text : several) either[text] = one.front();
}

/// `> 9` bounds from above, `< 70` from below; `step` lies between 9 and what `>= 9` allows.
void write_bound(Json& guideline, std::string_view condition, double step) {
  const std::size_t sign = condition.find_first_not_of(" \n\t");
  const char which = sign == std::string_view::npos ? '\0' : condition[sign];
  if (which != '<' && which != '>') throw Unsupported("has a condition other than < or >");
  const bool has_equals = condition.substr(sign + 1, 1) == "=";
  char* end = nullptr;
  const std::string digits(condition.substr(sign + (has_equals ? 2 : 1)));
  double bound = std::strtod(digits.c_str(), &end);
  if (end == digits.c_str() ||
      digits.find_first_not_of(" \n\t", static_cast<std::size_t>(end - digits.c_str())) !=
          std::string::npos) {
    throw Unsupported("has a condition that is more than a bound");
  }
  if (has_equals) bound += which == '>' ? -step : step;
  guideline[which == '>' ? "max" : "min"] =
      bound == std::floor(bound) ? Json(static_cast<long long>(bound)) : Json(bound);
}

/// A formula that is but the name of a count.
bool is_count(std::string_view formula) {
  return formula == "words" || formula == "sentences" || formula == "paragraphs";
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

}  // namespace

void write_occurrence(Json& guideline, const Rule& rule, Remarks& remarks) {
  const Scope scope = scope_of(rule);
  if (scope.place == Place::heading) throw Unsupported("counts in headings, which a post does not have");
  const auto max = static_cast<std::size_t>(std::max(0.0, rule.number("max")));
  const auto min = static_cast<std::size_t>(std::max(0.0, rule.number("min")));
  if (max == 0 && min == 0) throw Unsupported("has neither “min” nor “max” above 0");
  write_patterns(guideline, rule.text("token"));
  if (!rule.is_true("ignorecase")) guideline["match"] = {{"case", "exact"}};
  if (min > 0) guideline["min"] = min;
  if (max > 0) guideline["max"] = max;
  write_scope(guideline, scope, remarks);
}

void write_conditional(Json& guideline, const Rule& rule, Remarks& remarks) {
  scope_of(rule);
  const Json exact = {{"match", {{"case", "exact"}}}};
  guideline["if"] = exact;
  write_patterns(guideline["if"], rule.text("first"), exceptions_of(rule, remarks));
  guideline["then"] = exact;
  write_patterns(guideline["then"], rule.text("second"));
  guideline["where"] = "same-text";
  if (rule.has("ignorecase") && rule.is_true("ignorecase"))
    remarks.push_back("minds the case, as Vale does here whatever “ignorecase” says");
}

void write_repetition(Json& guideline, const Rule& rule, Remarks& remarks) {
  scope_of(rule);
  const std::vector<std::string> tokens = rule.texts("tokens");
  const bool are_words = !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [](const auto& token) {
    return is_run_of_letters(parse_expression(token));
  });
  if (!are_words) throw Unsupported("looks for the repetition of something other than words");
  if (rule.number("max") > 1) throw Unsupported("allows repetitions (max)");
  const Exceptions exceptions = exceptions_of(rule, remarks);
  if (!exceptions.terms.empty()) guideline["except"] = exceptions.terms;
  for (const std::string& pattern : exceptions.patterns)
    remarks.push_back(in_quotes(pattern) + " is no exception here: it is no list of words");
  if (!rule.is_true("ignorecase")) remarks.push_back("finds “The the” too: capitals make no difference");
}

void write_consistency(Json& guideline, const Rule& rule, Remarks& remarks) {
  scope_of(rule);
  Json either = Json::object();
  add_each(
      rule.map("either"), remarks, [](const auto& pair) { return pair.first + "/" + pair.second; },
      [&](const auto& pair) { add_variants(either, pair.first, pair.second); });
  guideline["either"] = either;
}

void write_metric(Json& guideline, const Rule& rule, Remarks& remarks) {
  const std::string formula(trimmed(rule.text("formula")));
  if (is_count(formula)) {
    guideline["kind"] = "occurrence";
    guideline["count"] = formula;
    write_bound(guideline, rule.text("condition"), 1);
    remarks.push_back("points at the place where the count is passed, where Vale has the whole text");
    return;
  }
  const auto measure = measure_of(formula);
  if (!measure) throw Unsupported("has a formula that is none of the known measures");
  guideline["metric"] = *measure;
  write_bound(guideline, rule.text("condition"), 0.0001);
}

/// The older spelling of a metric.
void write_readability(Json& guideline, const Rule& rule, Remarks&) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names{
      {{"Gunning Fog", "gunning-fog"},
       {"Coleman-Liau", "coleman-liau"},
       {"Flesch-Kincaid", "flesch-kincaid"},
       {"SMOG", "smog"},
       {"Automated Readability", "automated-readability"}}};
  const std::vector<std::string> metrics = rule.texts("metrics");
  if (metrics.size() != 1) throw Unsupported("takes the mean of several measures");
  const auto known =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == metrics[0]; });
  if (known == names.end()) throw Unsupported("has an unknown measure");
  guideline["metric"] = std::string(known->second);
  guideline["max"] = rule.number("grade");
}

}  // namespace herold::vale
