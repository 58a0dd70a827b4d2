// What WordNet and SCOWL tell of English words.
#pragma once

#include <string>
#include <unordered_map>

#include "dictionary.h"
#include "suggest/tokens.h"

namespace herold::lexicon {

struct PartOfSpeech;

class WordNet {
 public:
  /// The folders of Debian's wordnet-base and scowl. Throws std::runtime_error when a file is missing.
  WordNet(const std::string& folder, const std::string& scowl);

  /// How topical a word is, 0…1, by its key: nouns more than other words, seldom ones more than frequent.
  double topic(const std::string& key) const;
  /// How little it is one that any post may hold, 0…1.
  double salience(const std::string& key) const;

 private:
  struct Use {
    double topic = 0, salience = 0, all = 0, occurrences = 0;

    void add(const PartOfSpeech& part, int file, double count);
    double commonness() const;
  };

  void read(const std::string& folder, const PartOfSpeech& part);
  void read_counts(const std::string& path);
  void read_common(const std::string& path, double salience);

  suggest::WordKeys keys_;
  std::unordered_map<std::string, Use> uses_;
  std::unordered_map<std::string, double> common_;
};

}  // namespace herold::lexicon
