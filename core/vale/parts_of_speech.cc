#include "vale/parts_of_speech.h"

#include <algorithm>
#include <cstdint>

#include "vale/expression.h"

namespace herold::vale {
namespace {

using Kind = Expression::Kind;
using Words = std::string;  // alternatives, parted by `|`

const Words determiners = "the|an?|this|these|those|my|your|its|our|their|his|each|every|another|any|some|no";
const Words modals = "can|could|may|might|must|shall|should|will|would|cannot";
const Words forms_of_be = "am|is|are|was|were|be|been|being";
const Words pronouns = "i|you|we|they|he|she|it";
const Words prepositions =
    "of|in|on|at|by|with|from|for|into|during|until|between|without|against|under|through|via|per";
const Words adjectives =
    "\\w+(?:able|ible|ous|ical|ic|al|ive|less)|new|old|same|other|single|custom|current|different";
const Words objects = determiners + "|it|them|all";
const Words phrase_end_words =
    "is|was|are|were|has|have|had|will|can|could|would|should|may|might|must|of|in|on|for|to|at|by|with|from|"
    "and|or|that|which|when|if|using";
/// No nouns, whatever stands beside them.
const Words no_noun =
    "\\w+ly|\\w{2,}[^\\We]ed|" + determiners +
    "|that|both|neither|all|half|such|and|or|but|nor|than|because|if|whether|" +
    "although|while|since|unless|to|" + prepositions + "|" + modals + "|" + pronouns + "|" + forms_of_be +
    "|me|him|us|them|which|who|whom|what|whose|when|where|how|why|not|also|very|just|never|always|often|"
    "now|" +
    "then|here|there|has|have|had|do|does|did|many|first|one|two|three|million";

/// Behind these stands a verb more often than a noun.
const Words before_verbs =
    "\\w+ly|to|" + modals + "|" + pronouns + "|" + forms_of_be +
    "|has|have|had|that|which|who|not|\\w+n['’]t|also|and|or|then|please|never|always|often";

const std::string gap = "[\\s\\pZ]+";

std::string behind(const Words& words) { return "(?i:\\b(?:" + words + ")" + gap + ")"; }
std::string ahead(const Words& words) { return "(?:" + gap + "(?i:" + words + ")\\b)"; }
std::string ahead_or_end(const Words& words) {
  return "(?:" + gap + "(?i:" + words + ")\\b|\\s*(?:[.,;:!?)]|$))";
}

const std::string nouns = "NN NNS NNP NNPS";
const std::string nouns_and_adjectives = nouns + " JJ JJR JJS";

/// Words of which no other part of speech is to be thought.
const std::vector<Sign>& words_of_one_kind() {
  static const std::vector<Sign> all{
      {.tags = "DT", .word = "the|an?|this|these|those|some|any|no|another|each|every|both|neither"},
      {.tags = "DT PDT", .word = "all|half|such"},
      {.tags = "CC", .word = "and|or|but|nor"},
      {.tags = "IN",
       .word = prepositions + "|than|because|if|whether|although|while|since|unless|upon|throughout|within|" +
               "toward|among|despite|except"},
      {.tags = "TO", .word = "to"},
      {.tags = "MD", .word = modals + "|ought"},
      {.tags = "PRP",
       .word = pronouns + "|me|him|us|them|(?:my|your|him|her|it)self|(?:our|your|them)selves"},
      {.tags = "PRP$", .word = "my|your|its|our|their"},
      {.tags = "WDT", .word = "which|whichever"},
      {.tags = "WP", .word = "who|whom|what"},
      {.tags = "WP$", .word = "whose"},
      {.tags = "WRB", .word = "when|where|how|why|whenever|whereby"},
      {.tags = "CD",
       .word = "\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million"},
      {.tags = "RB",
       .word =
           "not|very|also|always|often|again|already|soon|thus|however|perhaps|quite|rather|too|never|just"},
      {.tags = "NN", .word = "(?:some|any|every)(?:thing|one|body)|nothing|nobody"},
      {.tags = "VB", .word = "be"},
      {.tags = "VBZ", .word = "is|has|does"},
      {.tags = "VBP", .word = "are|am"},
      {.tags = "VBD", .word = "was|were|did"},
      {.tags = "VBN", .word = "been"},
      {.tags = "VBG", .word = "being"},
      {.tags = ".", .word = "[.!?]"},
      {.tags = ",", .word = ","},
      {.tags = ":", .word = "[:;…]"},
  };
  return all;
}

// The notes say how often a sign was right in the Penn Treebank's sample of 100,000 words of newspaper: first
// for any word, then for words that are nouns in one place and verbs in another.
const std::vector<Sign>& beside_any_word() {
  static const std::vector<Sign> all{
      {.tags = nouns_and_adjectives, .before = determiner()},                                   // 0.96
      {.tags = nouns, .before = determiner(), .after = phrase_end(), .except = no_noun},        // 0.97
      {.tags = nouns, .after = ahead("is|was|are|were|will|can|of"), .except = no_noun},        // 0.95
      {.tags = nouns, .before = behind(adjectives), .after = phrase_end(), .except = no_noun},  // 0.98
      {.tags = nouns,
       .before = behind(prepositions),
       .after = phrase_end(),
       .except = no_noun + "|\\w+ing"},                                                       // 0.96
      {.tags = nouns, .word = "\\w{2,}(?:tion|sion|ment|ness|ity|ship|ism|ware|ency|logy)"},  // 0.98
      {.tags = nouns,
       .word = "\\w{2,}(?:tion|sion|ment|ship|ism|er|or|ing)s|\\w{2,}(?:it|enc|log)ies"},  // 0.98
      {.tags = nouns, .before = "\\b[a-z]+" + gap, .word = "(?-i:[A-Z][\\w-]+)", .after = phrase_end()},
      {.tags = nouns, .after = genitive(), .except = no_noun},
      {.tags = "JJ JJR JJS", .word = "\\w{2,}(?:able|ible|ous)"},  // 0.97
      {.tags = "JJ JJR JJS", .word = "\\w{3,}ful", .except = "(?:arm|cup|hand|mouth|spoon)ful"},
      {.tags = "RB", .word = "\\w{2,}(?:ally|ently|antly|ously|ively|ably|ibly|fully)"},
      {.tags = "VB", .before = behind("to"), .after = ahead(objects)},  // 0.99
      {.tags = "VBP",
       .word = "have|do",
       .except = "(?:to|not|did|does|" + modals + ")" + gap + "(?:have|do)"},
      {.tags = "VBD", .before = behind(pronouns + "|who"), .word = "\\w{2,}[^\\We]ed"},              // 0.96
      {.tags = "VBZ", .before = behind("he|she|it|who"), .word = "\\w{2,}[^\\Ws]s"},                 // 0.97
      {.tags = "VBN", .before = behind(forms_of_be + "|have|has|had"), .word = "\\w{2,}[^\\We]ed"},  // 0.97
      {.tags = "VBG",
       .before = behind(forms_of_be + "|" + prepositions + "|when|while|before|after"),
       .word = "\\w{2,}ing",
       .after = ahead(objects)},  // 0.99
  };
  return all;
}

/// Here `word` are endings that the named word may have, `except` words that may not stand in front.
const std::vector<Sign>& beside_named_word() {
  static const std::string negated =
      "(?:can|could|might|must|should|would|do|does|did|wo)n['’]t|can['’]t|(?:do|does|did)" + gap + "not";
  static const std::vector<Sign> all{
      {.tags = nouns_and_adjectives, .before = determiner()},          // 0.98
      {.tags = nouns, .before = determiner(), .after = phrase_end()},  // 0.97
      {.tags = nouns, .after = ahead("is|was|are|were|will|can|of")},  // 0.96
      {.tags = nouns_and_adjectives, .before = behind(prepositions)},  // 0.99
      {.tags = nouns_and_adjectives, .before = behind(adjectives)},    // 0.97
      {.tags = nouns_and_adjectives,
       .before = behind("\\w+['’]s"),
       .except = "(?:it|that|what|there|here|where|how|who|he|she|let)['’]s"},  // 0.99
      {.tags = nouns, .after = genitive()},                                     // 1.00
      {.tags = nouns, .after = "\\s*(?:[.,;:!?]|$)", .except = before_verbs},   // 0.95
      {.tags = "VB",
       .before = behind("to"),
       .after = ahead_or_end(
           objects + "|in|into|on|onto|for|from|with|to|by|at|when|while|if|and|or|as|via|over|" +
           "through|during|before|after|up|out|off|down|back|more|less|how|that|what|whether|" +
           "\\d+")},                                                                                 // 0.98
      {.tags = "VB", .before = behind(modals + "|(?:" + modals + ")" + gap + "(?:not|also|only)")},  // 0.99
      {.tags = "VB", .before = behind(negated + "|please|let['’]?s|let" + gap + "us")},
      {.tags = "VB VBP VBD", .before = behind("i|you|we|they")},                     // 0.97
      {.tags = "VBZ VBP VBD", .before = behind("he|she|it|who")},                    // 0.99
      {.tags = "VB", .before = "^[^\\pL]*", .after = ahead(objects)},                // 1.00
      {.tags = "VB VBP", .before = behind("and|or|then"), .after = ahead(objects)},  // 1.00
      {.tags = "VB VBD VBG VBN VBP VBZ",
       .after = ahead("the|my|your|its|our|their|his|these|this|them|it"),
       .except = determiners + "|" + prepositions + "|" + adjectives},  // 0.98
      {.tags = "JJ", .word = "able|ible|ous|ful|less|ive|ic|al|ate|ed"},
  };
  return all;
}

using TagPlaces = std::uint32_t;  // in a tag, a bit each

/// Where in a tag an expression ends that begins at one of the places.
TagPlaces ends_of(const Expression& expression, std::string_view tag, TagPlaces from) {
  const TagPlaces last = TagPlaces{1} << tag.size();
  TagPlaces to = 0;
  switch (expression.kind) {
    case Kind::literal:
    case Kind::set:
      for (std::size_t i = 0; i < tag.size(); ++i) {
        const auto c = static_cast<char32_t>(tag[i]);
        const bool fits = expression.kind == Kind::set ? expression.set.holds(c) : expression.character == c;
        if (fits) to |= (from & TagPlaces{1} << i) << 1;
      }
      return to;
    case Kind::anchor:
      if (expression.text == "\\b" || expression.text == "\\B") break;
      return from & (expression.text == "^" || expression.text == "\\A" ? 1 : last);
    case Kind::group:
      return ends_of(expression.parts[0], tag, from);
    case Kind::sequence:
      for (const Expression& part : expression.parts) from = ends_of(part, tag, from);
      return from;
    case Kind::choice:
      for (const Expression& part : expression.parts) to |= ends_of(part, tag, from);
      return to;
    case Kind::repeat:
      for (std::size_t i = 0; i <= std::min(expression.max, tag.size()); ++i) {
        if (i >= expression.min) to |= from;
        from = ends_of(expression.parts[0], tag, from);
      }
      return to;
    default:
      break;
  }
  throw Unsupported("has a tag that is no expression over tags");
}

bool is_found_in(const Expression& expression, std::string_view tag) {
  return ends_of(expression, tag, (TagPlaces{2} << tag.size()) - 1) != 0;
}

void add_signs(std::vector<Sign>& all, const std::vector<Sign>& signs, const Expression& tag, Which which) {
  for (const Sign& sign : signs) {
    bool fits = true;
    for (std::size_t start = 0; start < sign.tags.size();) {
      const std::size_t end = std::min(sign.tags.find(' ', start), sign.tags.size());
      const bool is_wanted = is_found_in(tag, std::string_view(sign.tags).substr(start, end - start));
      fits = fits && is_wanted == (which == Which::wanted);
      start = end + 1;
    }
    if (fits) all.push_back(sign);
  }
}

}  // namespace

const std::string& determiner() {
  static const std::string sign = behind(determiners);
  return sign;
}

const std::string& phrase_end() {
  static const std::string sign = ahead_or_end(phrase_end_words);
  return sign;
}

const std::string& genitive() {
  static const std::string sign = "['’]s\\b";
  return sign;
}

bool ends_phrase(std::string_view word) {
  return ("|" + phrase_end_words + "|").find("|" + std::string(word) + "|") != std::string::npos;
}

std::vector<Sign> signs_of_any_word(std::string_view tag, Which which) {
  const Expression expression = parse_expression(tag);
  std::vector<Sign> all;
  add_signs(all, words_of_one_kind(), expression, which);
  add_signs(all, beside_any_word(), expression, which);
  return all;
}

std::vector<Sign> signs_of_named_word(std::string_view tag, Which which) {
  std::vector<Sign> all;
  add_signs(all, beside_named_word(), parse_expression(tag), which);
  return all;
}

}  // namespace herold::vale
