#include "suggest/query.h"

#include <algorithm>
#include <unordered_set>

namespace herold::suggest {

namespace {

// A draft is a post: what comes after so many different words is not read.
constexpr std::size_t max_draft_words = 256;

// A word of the draft counts for the word of the item that it meets most closely; others add to it.
constexpr float further_meetings = 0.8f;

// No word of the draft adds more than this, or one rare word would outweigh three that agree.
constexpr float most_of_a_word = 2.0f;

// What any post may hold counts at least so much.
constexpr float everyday_weight = 0.4f;

float saturated(float fit) { return fit * most_of_a_word / (most_of_a_word + fit); }

// How one word of the draft fits an item, over all it meets there.
struct Fit {
  float best = 0, sum = 0;

  void add(float value) {
    best = std::max(best, value);
    sum += value;
  }
  float total() const { return best + further_meetings * (sum - best); }
};

}  // namespace

std::vector<DraftWord> words_of(std::string_view draft, std::string_view written, const Profile& profile,
                                const Lexicon* lexicon) {
  std::string_view tag = written;
  if (tag.empty() && !profile.languages.empty()) tag = profile.languages.front();
  const Language language = language_of(tag);
  WordKeys keys;
  std::vector<DraftWord> words;
  std::unordered_set<std::string> seen;
  for (const text::ByteRange range : tokens(draft)) {
    if (words.size() == max_draft_words) break;
    std::string key = keys.key(range.of(draft), language);
    if (key.empty() || !seen.insert(key).second) continue;
    words.push_back({range.of(draft), std::move(key), {}});
  }
  // Only now: the parts of a compound point into the key where it stays.
  for (DraftWord& word : words) word.meaning = meaning_of(lexicon, language, word.key);
  return words;
}

Query::Query(const Vocabulary& vocabulary, const std::vector<DraftWord>& words)
    : vocabulary_size_(vocabulary.size()) {
  Encounters encounters(vocabulary.size());
  for (const DraftWord& word : words) {
    vocabulary.meet(word.key, word.meaning, encounters, meetings_);
    starts_.push_back(meetings_.size());
    weights_.push_back(everyday_weight + (1 - everyday_weight) * word.meaning.salience);
  }
}

std::vector<float> Query::fits(const Rows<Posting>& items_of_words, std::size_t items) const {
  std::vector<float> all(items, 0);
  std::vector<Fit> of_word(items);
  std::vector<ItemIndex> touched;
  for (std::size_t word = 0; word + 1 < starts_.size(); ++word) {
    for (const Meeting& meeting : meetings(word)) {
      const float closeness = meeting.closeness * twentieth;
      for (const Posting& posting : items_of_words[meeting.word]) {
        Fit& fit = of_word[posting.id()];
        if (fit.sum == 0) touched.push_back(posting.id());
        fit.add(closeness * static_cast<float>(posting.amount()));
      }
    }
    for (const ItemIndex item : touched) {
      all[item] += weights_[word] * saturated(of_word[item].total());
      of_word[item] = {};
    }
    touched.clear();
  }
  return all;
}

std::vector<Evidence> Query::evidence(std::span<const Posting> words_of_item) const {
  std::vector<std::uint8_t> amounts(vocabulary_size_, 0);
  for (const Posting& word : words_of_item) amounts[word.id()] = word.amount();
  std::vector<Evidence> found;
  for (std::size_t word = 0; word + 1 < starts_.size(); ++word) {
    Fit fit;
    for (const Meeting& meeting : meetings(word)) {
      if (amounts[meeting.word] != 0)
        fit.add(meeting.closeness * twentieth * static_cast<float>(amounts[meeting.word]));
    }
    if (fit.sum > 0) found.push_back({static_cast<std::uint32_t>(word), fit.total()});
  }
  return found;
}

}  // namespace herold::suggest
