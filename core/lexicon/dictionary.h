// Dictionaries in dictd's format, as Debian's dict-freedict packages carry them, unpacked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "suggest/tokens.h"

namespace herold::lexicon {

using suggest::Language;

/// How a dictionary writes its entries.
enum class Style {
  ding,     // Ding: labels in brackets, synonyms and references in braces
  wikdict,  // WikDict: a line of translations, then one that explains the sense
  plain,    // every line is translations
};

/// A word or phrase of an entry. Phrases that merely relate to the head weigh less.
struct Phrase {
  Language language;
  std::string text;
  double weight;
};

/// What an entry says means the same.
using Entry = std::vector<Phrase>;

/// Calls `each` with every sense in `folder`/`name`.dict, found through /usr/share/dictd/…`name`.index.
/// Throws std::runtime_error when a file is missing.
std::vector<Entry> read_dictionary(const std::string& dict_path, const std::string& index_path, Style style,
                                   Language from, Language to);

std::string read_file(const std::string& path);

}  // namespace herold::lexicon
