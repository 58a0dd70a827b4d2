#include "suggest/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace herold::suggest {

namespace {

constexpr std::size_t gram_size = 4;
constexpr WordId no_word = HashTable::highest_id;

// How close words are that share a part, or merely letters: a part is nearly the word, letters a hint.
constexpr float part_closeness = 0.6f;
constexpr float gram_closeness = 0.75f;
// Less than this share of common letters is chance.
constexpr float min_gram_share = 0.2f;
// Senses are shares of shares: this brings the same meaning to the height of the same word.
constexpr float sense_closeness = 2.0f;

constexpr float whole = 255;

std::uint8_t in_255ths(float share) {
  return static_cast<std::uint8_t>(std::min(share, 1.0f) * whole + 0.5f);
}

// Grams are of bytes: keys are ASCII but for scripts without accents to strip, where a gram is merely
// shorter. Each counts once.
class Grams {
 public:
  explicit Grams(std::string_view key) {
    std::uint32_t gram = 0;
    for (std::size_t at = 0; at < key.size() && size_ < most; ++at) {
      gram = gram << 8 | static_cast<unsigned char>(key[at]);
      if (at + 1 >= gram_size) insert(gram);
    }
  }
  const std::uint32_t* begin() const { return grams_.data(); }
  const std::uint32_t* end() const { return grams_.data() + size_; }
  std::size_t size() const { return size_; }

 private:
  // Compatibility forms may make a key longer than its word, without end; what counts them is a byte.
  static constexpr std::size_t most = 255;

  // In order. They are few.
  void insert(std::uint32_t gram) {
    std::size_t at = size_;
    while (at > 0 && grams_[at - 1] > gram) --at;
    if (at > 0 && grams_[at - 1] == gram) return;
    for (std::size_t i = size_++; i > at; --i) grams_[i] = grams_[i - 1];
    grams_[at] = gram;
  }

  std::array<std::uint32_t, most> grams_;
  std::size_t size_ = 0;
};

// A small library does not tell which words are rare: as if so many items more had none of them.
constexpr std::size_t unseen_items = 20;

// Roots alone, which every platform computes alike; the curve is that of the usual logarithm.
float rarity(std::size_t with, std::size_t all) {
  return 1 - std::sqrt(std::sqrt(static_cast<float>(with) / static_cast<float>(all + unseen_items)));
}

// Counts the items that have one of several words, each item once.
class ItemCounter {
 public:
  ItemCounter(const Rows<Posting>& postings, std::size_t items) : postings_(postings), last_seen_(items, 0) {}

  std::size_t count(std::span<const Posting> words) {
    if (words.size() == 1) return postings_[words.front().id()].size();
    ++turn_;
    std::size_t with = 0;
    for (const Posting& word : words) {
      for (const Posting& posting : postings_[word.id()]) {
        std::uint32_t& seen = last_seen_[posting.id()];
        with += seen != turn_;
        seen = turn_;
      }
    }
    return with;
  }

 private:
  const Rows<Posting>& postings_;
  std::vector<std::uint32_t> last_seen_;  // the turn each item was last counted in
  std::uint32_t turn_ = 0;
};

}  // namespace

void VocabularyReader::read(std::string_view text, Language language, std::vector<WordId>& out) {
  tokens(text, tokens_);
  for (const text::ByteRange range : tokens_) {
    const std::string_view word = range.of(text);
    const auto spelling = hash_of(word) + static_cast<std::uint64_t>(language);
    WordId known = by_spelling_.find(spelling);
    if (known == HashTable::none) known = by_spelling_.insert(spelling, add(word, language));
    if (known != no_word) out.push_back(known);
  }
}

WordId VocabularyReader::add(std::string_view word, Language language) {
  const std::string key = keys_.key(word, language);
  if (key.empty()) return no_word;
  const auto id = static_cast<WordId>(size());
  const WordId known = by_key_.insert(hash_of(key) + static_cast<std::uint64_t>(language), id);
  if (known != id) return known;
  const Meaning meaning = meaning_of(lexicon_.get(), language, key);
  add_key(key, id, 1);
  for (const std::string_view part : meaning.parts) add_key(part, id, part_closeness);
  for (const Sense& sense : meaning.senses)
    sense_traits_.push_back({sense.concept_id, {id, in_255ths(sense.share)}});
  vocabulary_.gram_counts_.push_back(static_cast<std::uint8_t>(add_grams(key, id)));
  return id;
}

void VocabularyReader::add_key(std::string_view key, WordId word, float share) {
  HashTable& ids = vocabulary_.key_ids_;
  const auto feature = ids.insert(hash_of(key), static_cast<std::uint32_t>(ids.size()));
  key_traits_.push_back({feature, {word, in_255ths(share)}});
}

std::size_t VocabularyReader::add_grams(std::string_view key, WordId word) {
  HashTable& ids = vocabulary_.gram_ids_;
  const Grams grams(key);
  for (const std::uint32_t gram : grams)
    gram_traits_.push_back({ids.insert(gram, static_cast<std::uint32_t>(ids.size())), {word, 0}});
  return grams.size();
}

Vocabulary VocabularyReader::finish(const Rows<Posting>& postings, std::size_t items) {
  ItemCounter counter(postings, items);
  const auto sorted = [&](std::vector<Trait>& traits, std::size_t count) {
    Vocabulary::Features features;
    features.words = Rows<Posting>::sorted(count, [&traits](auto place) {
      for (const Trait& trait : traits) place(trait.feature, trait.word);
    });
    traits = {};
    features.rarity.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
      features.rarity.push_back(rarity(counter.count(features.words[i]), items));
    return features;
  };
  vocabulary_.keys_ = sorted(key_traits_, vocabulary_.key_ids_.size());
  vocabulary_.grams_ = sorted(gram_traits_, vocabulary_.gram_ids_.size());
  vocabulary_.senses_ = sorted(sense_traits_, lexicon_ ? lexicon_->concepts() : 0);
  return std::move(vocabulary_);
}

void Vocabulary::meet_letters(std::string_view key, Encounters& encounters) const {
  const Grams own_grams(key);
  for (const std::uint32_t gram : own_grams) {
    const std::uint32_t id = gram_ids_.find(gram);
    if (id == HashTable::none) continue;
    for (const Posting& word : grams_.words[id]) encounters.with(word.id()).letters += grams_.rarity[id];
  }
  const auto gram_count = static_cast<float>(own_grams.size());
  encounters.each([&](WordId word, Ways& ways) {
    const float share = ways.letters / std::sqrt(gram_count * static_cast<float>(gram_counts_[word]));
    ways.spelling = share < min_gram_share ? 0 : gram_closeness * share;
  });
}

void Vocabulary::meet_key(std::string_view key, float closeness, Encounters& encounters) const {
  const std::uint32_t id = key_ids_.find(hash_of(key));
  if (id == HashTable::none) return;
  for (const Posting& word : keys_.words[id]) {
    Ways& ways = encounters.with(word.id());
    ways.spelling =
        std::max(ways.spelling, closeness * (static_cast<float>(word.amount()) / whole) * keys_.rarity[id]);
  }
}

void Vocabulary::meet_senses(const Meaning& meaning, Encounters& encounters) const {
  for (const Sense& sense : meaning.senses) {
    const float closeness =
        sense_closeness * sense.share * senses_.rarity[sense.concept_id] * sense.weight / whole;
    for (const Posting& word : senses_.words[sense.concept_id])
      encounters.with(word.id()).sense += closeness * static_cast<float>(word.amount());
  }
}

void Vocabulary::meet(std::string_view key, const Meaning& meaning, Encounters& encounters,
                      std::vector<Meeting>& out) const {
  meet_letters(key, encounters);
  meet_key(key, 1, encounters);
  for (const std::string_view part : meaning.parts) meet_key(part, part_closeness, encounters);
  meet_senses(meaning, encounters);
  encounters.each([&](WordId word, const Ways& ways) {
    // The same word means the same: that counts once.
    const float closeness = std::max(ways.spelling * meaning.topic, ways.sense);
    if (closeness > 0) out.push_back({word, closeness});
  });
  encounters.clear();
}

}  // namespace herold::suggest
