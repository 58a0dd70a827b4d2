// existence and substitution: rules that look for words and expressions.
#include <algorithm>

#include "text/letter_case.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "vale/edits.h"
#include "vale/kinds.h"
#include "vale/message.h"

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

/// What stands in a pack's `swap` and `swapPatterns`.
class Swaps {
 public:
  Swaps(const Rule& rule, Remarks& remarks) : comparison_(rule, remarks), scope_(scope_of(rule)) {}

  void add(const Expression& expression, Bounds bounds, std::vector<std::string> texts) {
    keep_in_block(scope_, expression);
    const auto alone = few_texts(expression);
    const bool names_groups = std::any_of(texts.begin(), texts.end(), names_group);
    const bool is_term = bounds == Bounds::word && comparison_.allows_terms() &&
                         scope_.place == Place::anywhere && alone && alone->size() == 1 &&
                         is_plain(alone->front()) && !names_groups;
    if (is_term) {
      terms_[alone->front()] = one_or_list(texts);
      return;
    }
    if (looks_in_group(expression) && names_groups)
      throw Unsupported("looks around in a group that the replacement names");
    const bool has_match_group = holds_look(expression) || scope_.place == Place::heading;
    for (std::string& text : texts) text = for_pattern(text, has_match_group);
    const Patterns said = patterns_of(expression, bounds, scope_.place);
    for (const std::string& pattern : said.patterns)
      patterns_[comparison_.pattern(pattern)] = one_or_list(texts);
    comparison_.add(said.exceptions);
  }

  void write(Json& guideline, Remarks& remarks) const {
    if (!terms_.empty()) guideline["swap"] = terms_;
    if (!patterns_.empty()) guideline["swapPatterns"] = patterns_;
    comparison_.write(guideline);
    write_scope(guideline, scope_, remarks);
  }

 private:
  Comparison comparison_;
  Scope scope_;
  Json terms_ = Json::object(), patterns_ = Json::object();
};

/// What an existence rule looks for: its words one by one, or all glued together.
struct Tokens {
  std::vector<std::string> tokens;
  Bounds bounds;
};

Tokens tokens_of(const Rule& rule) {
  if (rule.has("raw")) return {{glued(rule)}, Bounds::none};
  return {rule.texts("tokens"), bounds_of(rule)};
}

/// Whether what stands in the place of a word is the message about it, and not another word.
bool swaps_for_advice(const Json& guideline, const Rule& rule) {
  return guideline["message"] == "{replacement}" && rule.inner("action").text("name") != "replace";
}

/// Only to be found: as a fix the advice would end up in the draft.
void write_advice(Json& guideline, const Rule& rule, Remarks& remarks) {
  Json words = Json::array();
  std::string advice;
  for (const auto& [word, about] : rule.map("swap")) {
    words.push_back(word);
    advice += (advice.empty() ? "“" : " · “") + word + "”: " + about;
  }
  Json fields = rule.fields();
  fields["tokens"] = std::move(words);
  guideline["kind"] = "existence";
  guideline["message"] = "Please check “{match}”.";
  guideline["why"] = message_of(advice, {"%s"});
  write_existence(guideline, Rule(fields), remarks);
}

const std::string& itself(const std::string& token) { return token; }

/// With an action that edits each match the rule becomes a substitution; false where an edit cannot be told.
bool write_edits(Json& guideline, const Rule& rule, const Tokens& looked_for, Remarks& remarks) {
  const Rule action = rule.inner("action");
  const auto edits_of = [&](const std::string& token) { return edited(parse_expression(token), action); };
  const bool are_told =
      std::all_of(looked_for.tokens.begin(), looked_for.tokens.end(), [&](const auto& token) {
        try {
          return edits_of(token).has_value();
        } catch (const Unsupported&) {
          return true;  // told when it is added
        }
      });
  if (!are_told) return false;
  Swaps swaps(rule, remarks);
  add_each(looked_for.tokens, remarks, itself, [&](const std::string& token) {
    const auto edits = edits_of(token);
    for (const Edited& edit : *edits) swaps.add(edit.expression, looked_for.bounds, {edit.replacement});
  });
  guideline["kind"] = "substitution";
  swaps.write(guideline, remarks);
  return true;
}

}  // namespace

void write_existence(Json& guideline, const Rule& rule, Remarks& remarks) {
  const Tokens looked_for = tokens_of(rule);
  if (write_edits(guideline, rule, looked_for, remarks)) return;
  Comparison comparison(rule, remarks);
  Scope scope = scope_of(rule);
  const bool are_words = looked_for.bounds == Bounds::word;
  Shadows shadows(rule.is_true("ignorecase"));
  std::vector<std::string> terms, patterns;
  add_each(looked_for.tokens, remarks, itself, [&](const std::string& token) {
    const Expression expression = parse_expression(token);
    keep_in_block(scope, expression);
    if (are_words && shadows.cover(expression)) return;
    if (are_words && is_plain(token)) shadows.add(token);
    if (are_words && comparison.allows_terms() && is_plain(token) && scope.place == Place::anywhere)
      return terms.push_back(token);
    const Patterns said = patterns_of(expression, looked_for.bounds, scope.place);
    for (const std::string& pattern : said.patterns) patterns.push_back(comparison.pattern(pattern));
    comparison.add(said.exceptions);
  });
  if (!terms.empty()) guideline["terms"] = terms;
  if (!patterns.empty()) guideline["patterns"] = patterns;
  comparison.write(guideline);
  write_scope(guideline, scope, remarks);
  write_action(guideline, rule, remarks);
}

void write_substitution(Json& guideline, const Rule& rule, Remarks& remarks) {
  if (swaps_for_advice(guideline, rule)) return write_advice(guideline, rule, remarks);
  Swaps swaps(rule, remarks);
  const Bounds bounds = bounds_of(rule);
  add_each(
      rule.map("swap"), remarks, [](const auto& swap) { return swap.first; },
      [&](const auto& swap) { swaps.add(parse_expression(swap.first), bounds, choices(swap.second)); });
  swaps.write(guideline, remarks);
}

}  // namespace herold::vale
