#include "vale/sequence_words.h"

#include <algorithm>
#include <optional>

#include "vale/expression.h"
#include "vale/kinds.h"
#include "vale/parts_of_speech.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;

const std::string blanks = "[\\s\\pZ]+";
const std::string maybe_blanks = "[\\s\\pZ]*";
const std::string any_word = "\\b\\w[\\w-]*";
constexpr double longest_skip = 20;

bool is_one_blank(const Expression& expression) {
  if (expression.kind == Kind::literal) return expression.character == ' ';
  return expression.kind == Kind::set && expression.set.holds(' ') && !expression.set.holds('a') &&
         !expression.set.holds('-');
}

/// What of an expression can stand in one word, without the anchors at its ends; nothing where it needs a
/// blank.
std::optional<Expression> within_word(const Expression& expression) {
  if (is_one_blank(expression)) return std::nullopt;
  if (expression.kind == Kind::anchor && (expression.text == "^" || expression.text == "$"))
    return Expression{};
  Expression made = expression;
  made.parts.clear();
  for (const Expression& part : expression.parts) {
    const auto left = within_word(part);
    if (left) made.parts.push_back(*left);
    if (!left && expression.kind != Kind::choice)
      return expression.kind == Kind::repeat && expression.min == 0 ? std::optional(Expression{})
                                                                    : std::nullopt;
  }
  if (expression.kind == Kind::choice && made.parts.empty()) return std::nullopt;
  return made;
}

std::string grouped(const Expression& expression) {
  const bool is_open = expression.kind == Kind::choice || expression.kind == Kind::sequence;
  const bool is_closed = expression.kind == Kind::sequence && expression.parts.size() == 1 &&
                         expression.parts[0].kind == Kind::group;
  return is_open && !is_closed ? "(?:" + print(expression) + ")" : print(expression);
}

/// A word that the rule names: Vale finds its expression anywhere in it.
struct Named {
  std::string word, before, after;
  bool starts_tight = false, ends_tight = false;  // no blank is needed there
  std::vector<std::string> texts;
};

Named named_by(const std::string& pattern) {
  const Expression whole = parse_expression(pattern);
  const auto expression = within_word(whole);
  if (!expression)
    throw Unsupported("looks for " + in_quotes(pattern) + " in one word, which never holds blanks");
  const std::string more = "[\\w-]*";
  const bool is_start = holds_anchor(whole, "^"), is_end = holds_anchor(whole, "$");
  Named named;
  named.starts_tight = first_edge(*expression).other;
  named.ends_tight = last_edge(*expression).other;
  named.word = (is_start || named.starts_tight ? "" : more) + grouped(*expression) +
               (is_end || named.ends_tight ? "" : more);
  if (is_start) named.before = "(?:^|[^\\w-])";
  if (is_end) named.after = "(?:[^\\w-]|$)";
  named.texts = few_texts(*expression).value_or(std::vector<std::string>{});
  return named;
}

/// Those of the texts that have one of the endings, as an expression; empty where none has.
std::string words_that_end(const std::vector<std::string>& texts, const std::string& endings) {
  std::string made;
  for (const std::string& text : texts) {
    bool ends = false;
    for (std::size_t start = 0; start < endings.size();) {
      const std::size_t end = std::min(endings.find('|', start), endings.size());
      const std::string ending = endings.substr(start, end - start);
      ends = ends || (text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending);
      start = end + 1;
    }
    if (ends && is_plain(text)) made += (made.empty() ? "" : "|") + text;
  }
  return made.empty() ? made : "\\b(?:" + made + ")\\b";
}

class WordsReader {
 public:
  Word read(const Rule& token) {
    const std::string pattern = token.text("pattern"), tag = token.text("tag");
    if (pattern.empty() && tag.empty()) throw Unsupported("has a token without pattern and tag");
    const auto named = pattern.empty() ? Named{} : named_by(pattern);
    const double skip = std::clamp(token.number("skip"), 0.0, longest_skip);
    Word word{.may_skip = skip > 0};
    skipped_ = skip > 0 ? "(?:\\S+" + blanks + "){0," + std::to_string(static_cast<int>(skip)) + "}?" : "";
    if (tag.empty()) {
      add_named(word, named, token.is_true("negate"));
    } else {
      add_tagged(word, named, tag, token.is_true("negate"));
    }
    if (word.ways.empty())
      throw Unsupported("asks for the part of speech " + in_quotes(tag) + ", which nothing here shows");
    is_first_ = false;
    ends_tight_ = named.ends_tight;
    return word;
  }

 private:
  std::string placed(const std::string& word, bool starts_tight = false) const {
    if (is_first_) return word;
    return (starts_tight || ends_tight_ ? maybe_blanks : blanks) + skipped_ + word;
  }

  void add_named(Word& word, const Named& named, bool is_negated) const {
    const std::string piece = placed(named.word, named.starts_tight);
    if (is_negated) return word.ways.push_back({.piece = placed(any_word), .except = piece});
    word.is_named = true;
    word.texts = named.texts;
    word.ways.push_back({.before = named.before, .piece = piece, .after = named.after});
  }

  void add_tagged(Word& word, const Named& named, const std::string& tag, bool is_negated) const {
    if (!named.word.empty() && !is_negated) {
      for (const Sign& sign : signs_of_named_word(tag, Which::wanted)) add_sign(word, named, sign);
      return;
    }
    for (const Sign& sign : signs_of_any_word(tag, is_negated ? Which::other : Which::wanted)) {
      const bool is_punctuation = sign.tags.front() < 'A';
      const auto listed = [&](const std::string& words) {
        return is_punctuation ? placed(words, true) : placed("(?i:\\b(?:" + words + ")\\b)");
      };
      Way way{.before = sign.before,
              .piece = sign.word.empty() ? placed(any_word) : listed(sign.word),
              .after = sign.after};
      if (!sign.except.empty()) way.except = listed(sign.except);
      if (!named.word.empty())
        way.except += (way.except.empty() ? "" : "|") + placed(named.word, named.starts_tight);
      add_or_join(word.ways, way);
    }
  }

  void add_sign(Word& word, const Named& named, const Sign& sign) const {
    const std::string text = sign.word.empty() ? named.word : words_that_end(named.texts, sign.word);
    if (text.empty()) return;
    Way way{.before = sign.before.empty() ? named.before : sign.before,
            .piece = placed(text, named.starts_tight),
            .after = sign.after.empty() ? named.after : sign.after};
    if (!sign.except.empty()) way.except = placed("(?i:\\b(?:" + sign.except + ")" + blanks + ")" + text);
    add_or_join(word.ways, way);
  }

  /// Words that ask for the same around them become one; what asks for more than another is left out.
  static void add_or_join(std::vector<Way>& ways, const Way& way) {
    const bool is_known = std::any_of(ways.begin(), ways.end(), [&](const Way& other) {
      return other.before == way.before && other.piece == way.piece &&
             (other.after.empty() || other.after == way.after) && other.except.empty();
    });
    if (is_known) return;
    const auto alike = std::find_if(ways.begin(), ways.end(), [&](const Way& other) {
      return other.before == way.before && other.after == way.after && other.except == way.except;
    });
    if (alike == ways.end()) return ways.push_back(way);
    alike->piece += "|" + way.piece;
    alike->is_choice = true;
  }

  bool is_first_ = true;
  bool ends_tight_ = false;  // the word in front
  std::string skipped_;
};

}  // namespace

std::vector<Word> words_of(const std::vector<Rule>& tokens) {
  WordsReader reader;
  std::vector<Word> words;
  for (const Rule& token : tokens) words.push_back(reader.read(token));
  return words;
}

}  // namespace herold::vale
