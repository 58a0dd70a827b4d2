// existence and substitution: rules that look for words and expressions.
#include <algorithm>

#include "text/letter_case.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "vale/kinds.h"

namespace herold::vale {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string made;
  for (const std::string& text : texts) made += (made.empty() ? "" : std::string(separator)) + text;
  return made;
}

Bounds bounds_of(const Rule& rule) { return rule.is_true("nonword") ? Bounds::none : Bounds::word; }

/// How a rule compares: Vale's exceptions always mind the case, hence so does the guideline when there are
/// some; a pattern may say otherwise for itself.
class Comparison {
 public:
  Comparison(const Rule& rule, Remarks& remarks)
      : ignores_case_(rule.is_true("ignorecase")),
        exceptions_(exceptions_of(rule, remarks)),
        minds_case_(!ignores_case_ || !exceptions_.empty()) {}

  bool allows_terms() const { return !ignores_case_ || !minds_case_; }
  std::string pattern(const std::string& pattern) const {
    return ignores_case_ && minds_case_ ? "(?i)" + pattern : pattern;
  }
  /// What patterns must not be part of.
  void add(const std::vector<std::string>& exceptions) {
    for (const std::string& exception : exceptions) exceptions_.patterns.push_back(pattern(exception));
  }

  void write(Json& guideline) const {
    if (minds_case_) guideline["match"] = {{"case", "exact"}};
    exceptions_.write(guideline);
  }

 private:
  bool ignores_case_;
  Exceptions exceptions_;
  bool minds_case_;
};

/// `raw` is glued together and stands before the tokens, or with `append` behind them.
std::string glued(const Rule& rule) {
  const std::vector<std::string> tokens = rule.texts("tokens");
  const std::string raw = joined(rule.texts("raw"), "");
  if (tokens.empty()) return raw;
  const std::string boundary = bounds_of(rule) == Bounds::word ? "\\b" : "";
  const std::string choice = boundary + "(?:" + joined(tokens, "|") + ")" + boundary;
  return rule.is_true("append") ? choice + raw : raw + choice;
}

/// No match goes on in the next block, which in a post is a paragraph.
void keep_in_block(Scope& scope, const Expression& expression) {
  if (scope.has_blocks && spans_lines(expression)) scope.extent = "paragraph";
}

void write_action(Json& guideline, const Rule& rule, Remarks& remarks) {
  const Rule action = rule.inner("action");
  const std::string name = action.text("name");
  const std::vector<std::string> params = action.texts("params");
  if (name == "remove") {
    guideline["remove"] = true;
  } else if (name == "replace" && !params.empty()) {
    guideline["replace"] = params;
  } else if (!name.empty() && name != "replace") {
    remarks.push_back("its fix (" + name + ") is not carried over");
  }
}

/// In Vale the first of a rule's words that fits wins: behind `we` no `we're` is ever found.
class Shadows {
 public:
  explicit Shadows(bool ignores_case) : ignores_case_(ignores_case) {}

  void add(const std::string& word) { words_.push_back(compared(word)); }

  bool cover(const Expression& expression) const {
    const auto texts = few_texts(expression);
    return texts &&
           std::all_of(texts->begin(), texts->end(), [&](const std::string& text) { return covers(text); });
  }

 private:
  bool covers(const std::string& text) const {
    const std::string longer = compared(text);
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return longer.size() > word.size() && longer.rfind(word, 0) == 0 &&
             !text::is_wordlike(text::decode(longer, word.size()).value) && longer[word.size()] != '_';
    });
  }

  std::string compared(const std::string& text) const { return ignores_case_ ? text::to_lower(text) : text; }

  bool ignores_case_;
  std::vector<std::string> words_;
};

/// `one|other` offers two.
std::vector<std::string> choices(const std::string& replacement) {
  std::vector<std::string> all;
  for (std::size_t start = 0; start <= replacement.size();) {
    const std::size_t end = std::min(replacement.find('|', start), replacement.size());
    all.push_back(replacement.substr(start, end - start));
    start = end + 1;
  }
  return all;
}

/// A dollar sign is one unless a digit follows; groups move by one where a group `match` stands in front.
std::string for_pattern(const std::string& replacement, bool has_match_group) {
  std::string made;
  for (std::size_t at = 0; at < replacement.size(); ++at) {
    made += replacement[at];
    if (replacement[at] != '$') continue;
    const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
    if (next < '0' || next > '9') {
      made += '$';
    } else {
      const int shift = has_match_group && next != '0' ? 1 : 0;
      if (next + shift > '9') throw Unsupported("names a group beyond the ninth");
      made += static_cast<char>(next + shift);
      ++at;
    }
  }
  return made;
}

bool names_group(const std::string& replacement) {
  for (std::size_t at = replacement.find('$'); at != std::string::npos; at = replacement.find('$', at + 1))
    if (at + 1 < replacement.size() && replacement[at + 1] >= '1' && replacement[at + 1] <= '9') return true;
  return false;
}

/// Groups are opened where they hold lookarounds, and then no number means them.
bool looks_in_group(const Expression& expression) {
  return std::any_of(expression.parts.begin(), expression.parts.end(), [](const Expression& part) {
    return part.kind == Expression::Kind::group ? holds_look(part) : looks_in_group(part);
  });
}

Json one_or_list(const std::vector<std::string>& texts) {
  return texts.size() == 1 ? Json(texts.front()) : Json(texts);
}

}  // namespace

void write_existence(Json& guideline, const Rule& rule, Remarks& remarks) {
  Comparison comparison(rule, remarks);
  Scope scope = scope_of(rule);
  const Bounds bounds = bounds_of(rule);
  Shadows shadows(rule.is_true("ignorecase"));
  std::vector<std::string> terms, patterns;
  const auto add = [&](const std::string& token, Bounds how) {
    const Expression expression = parse_expression(token);
    keep_in_block(scope, expression);
    if (how == Bounds::word && shadows.cover(expression)) return;
    if (how == Bounds::word && is_plain(token)) shadows.add(token);
    if (how == Bounds::word && comparison.allows_terms() && is_plain(token) && scope.place == Place::anywhere)
      return terms.push_back(token);
    const Patterns said = patterns_of(expression, how, scope.place);
    for (const std::string& pattern : said.patterns) patterns.push_back(comparison.pattern(pattern));
    comparison.add(said.exceptions);
  };
  const auto itself = [](const std::string& token) { return token; };
  if (rule.has("raw")) {
    add_each(std::vector{glued(rule)}, remarks, itself, [&](const auto& token) { add(token, Bounds::none); });
  } else {
    add_each(rule.texts("tokens"), remarks, itself, [&](const auto& token) { add(token, bounds); });
  }
  if (!terms.empty()) guideline["terms"] = terms;
  if (!patterns.empty()) guideline["patterns"] = patterns;
  comparison.write(guideline);
  write_scope(guideline, scope, remarks);
  write_action(guideline, rule, remarks);
}

void write_substitution(Json& guideline, const Rule& rule, Remarks& remarks) {
  Comparison comparison(rule, remarks);
  Scope scope = scope_of(rule);
  const Bounds bounds = bounds_of(rule);
  Json terms = Json::object(), patterns = Json::object();
  const auto add = [&](const std::pair<std::string, std::string>& swap) {
    const auto& [from, to] = swap;
    if (to.empty()) throw Unsupported("has no replacement");
    const Expression expression = parse_expression(from);
    keep_in_block(scope, expression);
    std::vector<std::string> texts = choices(to);
    if (bounds == Bounds::word && comparison.allows_terms() && is_plain(from) &&
        scope.place == Place::anywhere) {
      terms[from] = one_or_list(texts);
      return;
    }
    if (looks_in_group(expression) && names_group(to))
      throw Unsupported("looks around in a group that the replacement names");
    const bool has_match_group = holds_look(expression) || scope.place == Place::heading;
    for (std::string& text : texts) text = for_pattern(text, has_match_group);
    const Patterns said = patterns_of(expression, bounds, scope.place);
    for (const std::string& pattern : said.patterns)
      patterns[comparison.pattern(pattern)] = one_or_list(texts);
    comparison.add(said.exceptions);
  };
  add_each(
      rule.map("swap"), remarks, [](const auto& swap) { return swap.first; }, add);
  if (!terms.empty()) guideline["swap"] = terms;
  if (!patterns.empty()) guideline["swapPatterns"] = patterns;
  comparison.write(guideline);
  write_scope(guideline, scope, remarks);
}

}  // namespace herold::vale
