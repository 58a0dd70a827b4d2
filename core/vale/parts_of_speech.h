// Parts of speech by what stands around a word.
//
// Vale's sequences ask for tags, those of the Penn Treebank (Santorini 1990), which a tagger gives to each
// word. A pattern has none, but much of English grammar shows: behind an article stands a noun or an
// adjective, behind “can” a verb, and “the” is never anything but a determiner. A sign says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herold::vale {

/// What shows the part of speech of a word, in RE2's syntax.
struct Sign {
  std::string tags;      // what such a word is: one of these, parted by blanks
  std::string before{};  // what stands in front, its blank included; empty: anything
  std::string word{};    // empty: any
  std::string after{};   // what follows, its blank included
  std::string except{};  // words that it does not hold for
};

/// An article or the like: it begins a phrase whose last word is a noun.
const std::string& determiner();
/// Where such a phrase is over.
const std::string& phrase_end();

/// Whether a phrase is over before this word.
bool ends_phrase(std::string_view word);
/// `'s`, which makes a noun of what stands in front.
const std::string& genitive();

enum class Which { wanted, other };

/// The signs of words whose tag a rule wants, or of all others. `tag` is the rule's expression, to be found
/// in tags. Throws Unsupported for what is no expression over tags.
std::vector<Sign> signs_of_any_word(std::string_view tag, Which which);
/// Those of a word that the rule names: it is one of a few parts of speech to begin with, nouns and verbs
/// mostly, so that less shows which.
std::vector<Sign> signs_of_named_word(std::string_view tag, Which which);

}  // namespace herold::vale
