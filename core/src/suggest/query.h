// A draft as it is asked of an index: its words, what they meet, and how well each item fits them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "suggest/index_data.h"

namespace herold::suggest {

struct DraftWord {
  std::string_view source;
  std::string key;
  Meaning meaning;
};

/// The words of a draft, each once, in order; of a very long draft the first ones.
/// `written`: its language, empty when it is not known.
std::vector<DraftWord> words_of(std::string_view draft, std::string_view written, const Profile& profile,
                                const Lexicon* lexicon);

/// What one word of the draft, by its place, adds to the fit of an item.
struct Evidence {
  std::uint32_t word;
  float fit;
};

class Query {
 public:
  /// Both outlive this.
  Query(const Vocabulary& vocabulary, const std::vector<DraftWord>& words);

  /// How well each item fits; 0 for those that share nothing with the draft.
  std::vector<float> fits(const Rows<Posting>& items_of_words, std::size_t items) const;

  /// For an item with these words, what each word of the draft adds to it, in the draft's order.
  std::vector<Evidence> evidence(std::span<const Posting> words_of_item) const;

 private:
  std::span<const Meeting> meetings(std::size_t word) const {
    return {meetings_.data() + starts_[word], meetings_.data() + starts_[word + 1]};
  }

  std::size_t vocabulary_size_;
  std::vector<Meeting> meetings_;
  std::vector<std::size_t> starts_{0};  // of each word's meetings, and the end
  std::vector<float> weights_;          // of each word
};

}  // namespace herold::suggest
