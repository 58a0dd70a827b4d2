#include "suggest/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace herold::suggest {

namespace {

constexpr std::size_t gram_size = 4;
constexpr WordId no_word = ~WordId{0};

// How close words are that share a part, or merely letters: a part is nearly the word, letters a hint.
constexpr float part_closeness = 0.6f;
constexpr float gram_closeness = 0.5f;
// Less than this share of common letters is chance.
constexpr float min_gram_share = 0.25f;
// Senses are shares of shares: this brings the same meaning to the height of the same word.
constexpr float sense_closeness = 2.0f;
// The same word means the same: of the two ways to be close the weaker adds little.
constexpr float second_way = 0.3f;

enum class Kind : char { key = 'k', gram = 'g', sense = 's' };

// FNV-1a.
std::uint64_t feature_hash(Kind kind, std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  const auto mix = [&hash](char byte) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3u;
  };
  mix(static_cast<char>(kind));
  for (const char byte : bytes) mix(byte);
  return hash;
}

std::uint64_t sense_hash(std::uint16_t concept_id) {
  const char bytes[] = {static_cast<char>(concept_id & 0xFF), static_cast<char>(concept_id >> 8)};
  return feature_hash(Kind::sense, {bytes, sizeof bytes});
}

// Grams are of bytes: keys are ASCII but for scripts without accents to strip, where a gram is merely
// shorter. Each counts once.
std::vector<std::uint64_t> grams(std::string_view key) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t at = 0; at + gram_size <= key.size(); ++at)
    hashes.push_back(feature_hash(Kind::gram, key.substr(at, gram_size)));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

// A small library does not tell which words are rare: as if so many items more had none of them.
constexpr std::size_t unseen_items = 20;

// Roots alone, which every platform computes alike; the curve is that of the usual logarithm.
float rarity(std::size_t with, std::size_t all) {
  return 1 - std::sqrt(std::sqrt(static_cast<float>(with) / static_cast<float>(all + unseen_items)));
}

}  // namespace

void VocabularyReader::read(std::string_view text, Language language, std::vector<WordId>& out) {
  for (const text::ByteRange range : tokens(text)) {
    const std::string_view word = range.of(text);
    const auto spelling = feature_hash(Kind::key, word) + static_cast<std::uint64_t>(language);
    const auto [known, is_new] = by_spelling_.emplace(spelling, no_word);
    if (is_new) known->second = add(word, language);
    if (known->second != no_word) out.push_back(known->second);
  }
}

WordId VocabularyReader::add(std::string_view word, Language language) {
  const std::string key = keys_.key(word, language);
  if (key.empty()) return no_word;
  const auto id = static_cast<WordId>(gram_counts_.size());
  const std::uint64_t hash = feature_hash(Kind::key, key);
  const auto [known, is_new] = by_key_.emplace(hash + static_cast<std::uint64_t>(language), id);
  if (!is_new) return known->second;
  const Meaning meaning = meaning_of(lexicon_.get(), language, key);
  raws_.push_back({hash, id, 1});
  for (const std::string_view part : meaning.parts)
    raws_.push_back({feature_hash(Kind::key, part), id, part_closeness});
  for (const Sense& sense : meaning.senses) raws_.push_back({sense_hash(sense.concept_id), id, sense.share});
  const auto own_grams = grams(key);
  for (const std::uint64_t gram : own_grams) raws_.push_back({gram, id, 0});
  gram_counts_.push_back(static_cast<std::uint8_t>(own_grams.size()));
  return id;
}

Vocabulary VocabularyReader::finish(const Postings& postings, std::size_t items) {
  std::sort(raws_.begin(), raws_.end(),
            [](const Raw& a, const Raw& b) { return a.hash != b.hash ? a.hash < b.hash : a.word < b.word; });
  Vocabulary vocabulary;
  vocabulary.entries_.reserve(raws_.size());
  std::vector<std::uint32_t> last_seen(items,
                                       0);  // the feature, counted from 1, that the item was last seen with
  for (std::size_t at = 0; at < raws_.size();) {
    const std::uint64_t hash = raws_[at].hash;
    vocabulary.features_.push_back({hash, static_cast<std::uint32_t>(vocabulary.entries_.size()), 0});
    const auto feature = static_cast<std::uint32_t>(vocabulary.features_.size());
    std::size_t with = 0;
    for (; at < raws_.size() && raws_[at].hash == hash; ++at) {
      const WordId word = raws_[at].word;
      vocabulary.entries_.push_back({word, raws_[at].share});
      for (std::uint32_t i = postings.starts[word]; i < postings.starts[word + 1]; ++i) {
        std::uint32_t& seen = last_seen[postings.list[i].item];
        with += seen != feature;
        seen = feature;
      }
    }
    vocabulary.features_.back().rarity = rarity(with, items);
  }
  vocabulary.features_.push_back(
      {~std::uint64_t{0}, static_cast<std::uint32_t>(vocabulary.entries_.size()), 0});
  vocabulary.gram_counts_ = std::move(gram_counts_);
  return vocabulary;
}

Vocabulary::Found Vocabulary::find(std::uint64_t hash) const {
  const auto found =
      std::lower_bound(features_.begin(), features_.end() - 1, hash,
                       [](const Feature& feature, std::uint64_t value) { return feature.hash < value; });
  if (found == features_.end() - 1 || found->hash != hash) return {};
  return {entries_.data() + found->first, entries_.data() + (found + 1)->first, found->rarity};
}

std::vector<Meeting> Vocabulary::meet(std::string_view key, const Meaning& meaning) const {
  struct Ways {
    float letters = 0, spelling = 0, sense = 0;
  };
  std::vector<Ways> ways(gram_counts_.size());
  std::vector<WordId> met;
  const auto way = [&ways, &met](WordId word) -> Ways& {
    Ways& found = ways[word];
    if (found.letters == 0 && found.spelling == 0 && found.sense == 0) met.push_back(word);
    return found;
  };

  const auto own_grams = grams(key);
  for (const std::uint64_t gram : own_grams) {
    const Found found = find(gram);
    for (const Entry& entry : found) way(entry.word).letters += found.rarity;
  }
  const auto gram_count = static_cast<float>(own_grams.size());
  for (const WordId word : met) {
    Ways& found = ways[word];
    const float share = found.letters / std::sqrt(gram_count * static_cast<float>(gram_counts_[word]));
    found.spelling = share < min_gram_share ? 0 : gram_closeness * share;
  }
  const auto meet_key = [this, &way](std::string_view same, float closeness) {
    const Found found = find(feature_hash(Kind::key, same));
    for (const Entry& entry : found) {
      Ways& known = way(entry.word);
      known.spelling = std::max(known.spelling, closeness * entry.share * found.rarity);
    }
  };
  meet_key(key, 1);
  for (const std::string_view part : meaning.parts) meet_key(part, part_closeness);
  for (const Sense& sense : meaning.senses) {
    const Found found = find(sense_hash(sense.concept_id));
    for (const Entry& entry : found)
      way(entry.word).sense += sense_closeness * sense.share * entry.share * found.rarity * sense.weight;
  }

  std::vector<Meeting> meetings;
  for (const WordId word : met) {
    const float spelling = ways[word].spelling * meaning.topic, sense = ways[word].sense;
    const float closeness = std::max(spelling, sense) + second_way * std::min(spelling, sense);
    if (closeness > 0) meetings.push_back({word, closeness});
  }
  return meetings;
}

}  // namespace herold::suggest
