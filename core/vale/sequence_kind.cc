// sequence: words one after the other, some named, some known by their part of speech.
//
// Vale splits a sentence into words, tags them and compares them with the rule's tokens one by one. Here they
// become patterns over a sentence: what shows the part of speech of a word stands in it or around the match.
#include <algorithm>
#include <set>

#include "vale/kinds.h"
#include "vale/parts_of_speech.h"
#include "vale/sequence_words.h"

namespace herold::vale {
namespace {

/// More would make a guideline that nobody can read.
constexpr std::size_t most_patterns = 32;

/// A choice of one way for each word.
struct Choice {
  std::string before{}, after{};
  std::vector<const Way*> ways{};
};

/// Behind the words up to `end` an article in front still speaks of the next.
bool is_one_phrase(const std::vector<Word>& words, std::size_t end) {
  for (std::size_t i = 0; i <= end; ++i)
    if ((i < end && !words[i].is_named) || (i > 0 && words[i].may_skip)) return false;
  return true;
}

/// Whether what must follow a word follows in the sequence itself.
bool is_followed(const Way& way, const Word& next) {
  if (!next.is_named || next.may_skip || next.texts.empty()) return false;
  if (way.after == genitive()) return next.texts == std::vector<std::string>{"'s"};
  return way.after == phrase_end() && std::all_of(next.texts.begin(), next.texts.end(), ends_phrase);
}

/// The choice with this way for the word at `place`; false where something else stands in its surroundings.
bool extend(Choice& choice, const Way& way, const std::vector<Word>& words, std::size_t place) {
  const bool is_in_front = place == 0 || (way.before == determiner() && is_one_phrase(words, place));
  if (!way.before.empty() && (!is_in_front || !choice.before.empty())) return false;
  const bool is_last = place + 1 == words.size();
  if (!way.after.empty() && !is_last && !is_followed(way, words[place + 1])) return false;
  if (!way.before.empty()) choice.before = way.before;
  if (is_last) choice.after = way.after;
  choice.ways.push_back(&way);
  return true;
}

std::vector<Choice> choices_of(const std::vector<Word>& words) {
  std::vector<Choice> all{{}};
  for (std::size_t place = 0; place < words.size(); ++place) {
    std::vector<Choice> longer;
    for (const Choice& choice : all) {
      for (const Way& way : words[place].ways) {
        Choice next = choice;
        if (extend(next, way, words, place)) longer.push_back(std::move(next));
      }
    }
    if (longer.empty()) throw Unsupported("asks for parts of speech that nothing around them shows");
    if (longer.size() > most_patterns) throw Unsupported("asks for too many parts of speech at once");
    all = std::move(longer);
  }
  return all;
}

std::string joined(const Choice& choice, std::size_t first, std::size_t last) {
  std::string made;
  for (std::size_t i = first; i < last; ++i)
    made += choice.ways[i]->is_choice ? "(?:" + choice.ways[i]->piece + ")" : choice.ways[i]->piece;
  return made;
}

std::string pattern_of(const Choice& choice) {
  return choice.before + "(?P<match>" + joined(choice, 0, choice.ways.size()) + ")" + choice.after;
}

/// What stands where the word at `place` should and is none.
std::string exception_of(const Choice& choice, std::size_t place) {
  return joined(choice, 0, place) + "(?P<match>" + choice.ways[place]->except + ")" +
         joined(choice, place + 1, choice.ways.size());
}

/// In Vale the first token with a pattern is where the search begins.
bool has_anchor(const std::vector<Rule>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Rule& token) {
    return !token.text("pattern").empty() && !token.is_true("negate");
  });
}

std::string step_of(const Rule& token) {
  const std::string pattern = token.text("pattern");
  const auto texts = pattern.empty() ? std::nullopt : few_texts(parse_expression(pattern));
  if (!texts || texts->empty() || texts->size() > 3) return "…";
  std::string made;
  for (const std::string& text : *texts) made += (made.empty() ? "" : "/") + text;
  return made;
}

}  // namespace

void write_sequence(Json& guideline, const Rule& rule, Remarks& remarks) {
  const std::vector<Rule> tokens = rule.inners("tokens");
  if (!has_anchor(tokens)) throw Unsupported("names no word, so that Vale finds nothing either");
  const std::vector<Word> words = words_of(tokens);  // which choices point into
  std::vector<std::string> patterns;
  std::set<std::string> none;  // what is no match
  for (const Choice& choice : choices_of(words)) {
    patterns.push_back(pattern_of(choice));
    for (std::size_t i = 0; i < choice.ways.size(); ++i)
      if (!choice.ways[i]->except.empty()) none.insert(exception_of(choice, i));
  }
  guideline["patterns"] = patterns;
  Exceptions exceptions = exceptions_of(rule, remarks);
  exceptions.patterns.insert(exceptions.patterns.end(), none.begin(), none.end());
  if (!rule.is_true("ignorecase")) guideline["match"] = {{"case", "exact"}};
  exceptions.write(guideline);
  guideline["scope"] = "sentence";
  write_action(guideline, rule, remarks);
  if (std::any_of(tokens.begin(), tokens.end(), [](const Rule& token) { return token.has("tag"); }))
    remarks.push_back("tells parts of speech by the words around, and misses those that nothing shows");
}

std::vector<std::string> steps_of(const Rule& rule) {
  const std::vector<Rule> tokens = rule.inners("tokens");
  if (tokens.size() < 2) return {"{match}"};
  std::vector<std::string> steps;
  for (const Rule& token : tokens) steps.push_back(step_of(token));
  return steps;
}

}  // namespace herold::vale
