// capitalization: the case of whole headings, said as words that stand out.
//
// Vale compares a heading with itself in sentence or title case and lets one word in five differ (its default
// threshold; names are why). So one word that stands out is found in a heading of up to four words, and two
// of them close together in any.
#include "vale/kinds.h"

namespace herold::vale {
namespace {

constexpr int longest_for_one_word = 4;
constexpr std::string_view line_start = "(?m)^#{1,6}[ \\t]+";
constexpr std::string_view line_end = "(?:[ \\t]+#+)?[ \\t]*$";
constexpr std::string_view blank = "[ \\t]+";
constexpr std::string_view any_word = "\\S+";

/// How words look in a heading that is in another case than wanted.
struct Wanted {
  std::string word;       // one that stands out
  int first_place;        // of the first word that may
  std::string beginning;  // how the heading's first word must not look; empty where that makes no difference
};

Wanted sentence_case() { return {"[(\"“]?\\p{Lu}\\S*\\p{Ll}\\S*", 1, "\\p{Ll}[\\p{Ll}\\p{N}'’-]*"}; }

/// Associated Press and Chicago write words of four letters with a capital, and most shorter ones without.
Wanted title_case() { return {"\\p{Ll}{4,}", 0, ""}; }

Wanted wanted(const std::string& match) {
  if (match == "$sentence") return sentence_case();
  if (match == "$title") return title_case();
  throw Unsupported("wants capitals after “" + match + "”, which is not known");
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Ends of a word behind which a capital is no wonder: of a number, of an indicator.
std::string indicators(const Rule& rule) {
  std::string set = "\\.";
  for (const std::string& indicator : rule.texts("indicators"))
    for (const char c : indicator)
      if (is_punctuation(c)) set += std::string("\\") + c;
  return set;
}

std::string repeated(std::string_view what, const std::string& times) {
  return "(?:" + std::string(what) + ")" + times;
}

std::string found(std::string_view what) { return "(?P<match>" + std::string(what) + ")"; }

void write_lower_case(Json& guideline, const Rule& rule, Remarks& remarks) {
  guideline["patterns"] = {std::string(line_start) + found(".*\\p{Lu}.*")};
  guideline["match"] = {{"case", "exact"}};
  exceptions_of(rule, remarks).write(guideline);
  write_scope(guideline, {"draft", false, Place::heading}, remarks);
}

}  // namespace

void write_capitalization(Json& guideline, const Rule& rule, Remarks& remarks) {
  if (scope_of(rule).place != Place::heading)
    throw Unsupported("is about the capitals of whole texts, and a post is no title");
  if (rule.text("match") == "$lower") return write_lower_case(guideline, rule, remarks);
  const Wanted other = wanted(rule.text("match"));
  const std::string start(line_start), end(line_end), gap(blank), word(any_word);
  const std::string before = "\\S*[^\\s" + indicators(rule) + "]" + gap;

  std::vector<std::string> patterns;
  if (!other.beginning.empty()) patterns.push_back(start + found(other.beginning) + repeated(gap + "|$", ""));
  for (int place = other.first_place; place < longest_for_one_word; ++place) {
    const std::string skipped =
        place == 0 ? "" : repeated(word + gap, "{" + std::to_string(place - 1) + "}") + before;
    const std::string rest =
        repeated(gap + word, "{0," + std::to_string(longest_for_one_word - 1 - place) + "}");
    patterns.push_back(start + skipped + found(other.word) + rest + end);
  }
  const std::string pair = other.word + gap + repeated(word + gap, "??") + other.word;
  patterns.push_back(start + repeated(word + gap, "*?") + (other.first_place == 0 ? "" : before) +
                     found(pair) + repeated(gap + "|$", ""));

  const Exceptions exceptions = exceptions_of(rule, remarks);
  guideline["patterns"] = patterns;
  guideline["match"] = {{"case", "exact"}};
  exceptions.write(guideline);
  write_scope(guideline, {"draft", false, Place::heading}, remarks);
  remarks.push_back("points at words, where Vale weighs the whole heading");
}

}  // namespace herold::vale
