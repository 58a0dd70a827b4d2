#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "herold/suggest.h"
#include "suggest/eligible.h"
#include "suggest/preference.h"
#include "suggest/topics.h"
#include "suggest/vocabulary.h"
#include "text/language.h"

namespace herold {

namespace {

using suggest::ItemIndex;
using suggest::Language;
using suggest::Posting;
using suggest::WordId;

// How much a word of a field counts.
constexpr float title_weight = 2.0f;
constexpr float hashtag_weight = 1.5f;
constexpr float caption_weight = 1.5f;
constexpr float topic_weight = 1.0f;
constexpr float summary_weight = 1.0f;
// An item that says a word again is the more about it.
constexpr float said_again = 0.3f;

// A word of the draft counts for the word of the item that it meets most closely; others add to it.
constexpr float further_meetings = 0.6f;

// A draft is a post: what comes after so many different words is not read.
constexpr std::size_t max_draft_words = 256;

// Nothing rather than something unfitting: below it words meet by chance. And what fits far worse than the
// best is not worth showing beside it.
constexpr double least_agreement = 0.05;
constexpr double least_of_best = 0.25;

// No word of the draft adds more than this, or one rare word would outweigh three that agree.
constexpr float most_of_a_word = 2.0f;

// A contribution that is half an evidence, and what the strongest evidence counts alone.
constexpr double half_evidence = 0.5;
constexpr double lone_evidence = 0.2;

constexpr std::size_t max_terms = 3;
// A word is worth naming when it adds a fifth of what the strongest adds.
constexpr float naming_share = 0.2f;

struct DraftWord {
  std::string_view source;
  std::string key;
  suggest::Meaning meaning;
};

// What one word of the draft adds to the fit of one item.
struct Contribution {
  ItemIndex item;
  std::uint32_t word;
  float fit;
};

}  // namespace

struct ContentIndex::Data {
  std::vector<ContentItem> items;
  std::shared_ptr<const Lexicon> lexicon;
  suggest::Vocabulary vocabulary;
  suggest::Postings postings;
  suggest::TopicIndex topics;

  std::vector<DraftWord> words_of(std::string_view draft, const Profile& profile) const;
  std::vector<Contribution> contributions(const std::vector<DraftWord>& words) const;
};

namespace {

// Collects the words of items, more of those in prominent fields.
class Shelf {
 public:
  explicit Shelf(std::shared_ptr<const Lexicon> lexicon) : reader_(std::move(lexicon)) {}

  void add(std::string_view text, std::string_view language, float weight) {
    words_.clear();
    reader_.read(text, suggest::language_of(language), words_);
    weights_.resize(reader_.size(), 0);
    for (const WordId word : words_) {
      if (weights_[word] == 0) of_item_.push_back(word);
      weights_[word] += weights_[word] == 0 ? weight : said_again * weight;
    }
  }

  void end_item(ItemIndex item) {
    for (const WordId word : of_item_) {
      rows_.push_back({word, {item, weights_[word]}});
      weights_[word] = 0;
    }
    of_item_.clear();
  }

  suggest::Postings postings() const {
    suggest::Postings result;
    result.starts.assign(reader_.size() + 1, 0);
    for (const Row& row : rows_) ++result.starts[row.word + 1];
    for (std::size_t i = 1; i < result.starts.size(); ++i) result.starts[i] += result.starts[i - 1];
    result.list.resize(rows_.size());
    std::vector<std::uint32_t> next = result.starts;
    for (const Row& row : rows_) result.list[next[row.word]++] = row.posting;
    return result;
  }

  suggest::Vocabulary vocabulary(const suggest::Postings& postings, std::size_t items) {
    return reader_.finish(postings, items);
  }

 private:
  struct Row {
    WordId word;
    Posting posting;
  };

  suggest::VocabularyReader reader_;
  std::vector<WordId> words_, of_item_;
  std::vector<float> weights_;  // of the current item's words
  std::vector<Row> rows_;
};

void add_item(const ContentItem& item, const Topics& topics, Shelf& shelf) {
  shelf.add(item.title, item.language, title_weight);
  shelf.add(item.summary, item.language, summary_weight);
  for (const Caption& caption : item.captions) shelf.add(caption.text, caption.language, caption_weight);
  for (const std::string& hashtag : item.hashtags) shelf.add(hashtag, item.language, hashtag_weight);
  for (const auto& [slug, label] : topics) {
    if (std::find(item.topics.begin(), item.topics.end(), slug) == item.topics.end()) continue;
    for (const auto& [language, text] : label.by_language) shelf.add(text, language, topic_weight);
  }
}

// Ranking reads them once; the library need not stay in memory twice.
void drop_texts(ContentItem& item) {
  item.title = {};
  item.summary = {};
  item.hashtags = {};
  for (Caption& caption : item.captions) caption.text = {};
}

std::vector<std::string> strongest_terms(const std::vector<Contribution>& all, ItemIndex item,
                                         const std::vector<DraftWord>& words) {
  std::vector<Contribution> strong;
  for (const Contribution& each : all)
    if (each.item == item) strong.push_back(each);
  std::stable_sort(strong.begin(), strong.end(),
                   [](const Contribution& a, const Contribution& b) { return a.fit > b.fit; });
  std::vector<std::string> terms;
  for (const Contribution& each : strong) {
    if (terms.size() == max_terms || each.fit < strong.front().fit * naming_share) break;
    terms.emplace_back(words[each.word].source);
  }
  return terms;
}

float saturated(float fit) { return fit * most_of_a_word / (most_of_a_word + fit); }

struct Ranked {
  ItemIndex item;
  double score;
};

// How far the words of the draft agree on the best item, whatever the draft's length. One word, however rare,
// meets by chance: it counts for little, unless it is much of what the draft says.
double agreement(const std::vector<Contribution>& all, const std::vector<DraftWord>& words,
                 const std::vector<Ranked>& ranked) {
  if (ranked.empty()) return 0;
  double sum = 0, strongest = 0, told = 0;
  for (const Contribution& each : all) {
    if (each.item != ranked.front().item) continue;
    const double evidence = static_cast<double>(each.fit) / (half_evidence + static_cast<double>(each.fit));
    sum += evidence;
    strongest = std::max(strongest, evidence);
  }
  for (const DraftWord& word : words) told += static_cast<double>(word.meaning.topic);
  told = std::max(told, 1.0);
  return (sum - strongest) / std::sqrt(told) + lone_evidence * strongest / told;
}

// Scores become comparable between drafts: the best has the agreement, the others their part of it.
void keep_fitting(double agreement, std::vector<Ranked>& ranked) {
  if (agreement < least_agreement) ranked.clear();
  if (ranked.empty()) return;
  const double best = ranked.front().score;
  const auto unfitting = [best](const Ranked& each) { return each.score < least_of_best * best; };
  ranked.erase(std::find_if(ranked.begin(), ranked.end(), unfitting), ranked.end());
  for (Ranked& each : ranked) each.score *= agreement / best;
}

bool is_blank(std::string_view draft) { return draft.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

ContentIndex::ContentIndex(std::vector<ContentItem> items, const Topics& topics,
                           std::shared_ptr<const Lexicon> lexicon) {
  auto data = std::make_unique<Data>();
  data->items = std::move(items);
  Shelf shelf(lexicon);
  for (ItemIndex at = 0; at < data->items.size(); ++at) {
    add_item(data->items[at], topics, shelf);
    data->topics.add(data->items[at]);
    drop_texts(data->items[at]);
    shelf.end_item(at);
  }
  data->postings = shelf.postings();
  data->vocabulary = shelf.vocabulary(data->postings, data->items.size());
  data->lexicon = std::move(lexicon);
  data_ = std::move(data);
}

ContentIndex::~ContentIndex() = default;
ContentIndex::ContentIndex(ContentIndex&&) noexcept = default;
ContentIndex& ContentIndex::operator=(ContentIndex&&) noexcept = default;

std::size_t ContentIndex::size() const { return data_->items.size(); }

std::vector<DraftWord> ContentIndex::Data::words_of(std::string_view draft, const Profile& profile) const {
  std::string_view tag = text::detect_language(draft);
  if (tag.empty() && !profile.languages.empty()) tag = profile.languages.front();
  const Language language = suggest::language_of(tag);
  suggest::WordKeys keys;
  std::vector<DraftWord> words;
  std::unordered_set<std::string> seen;
  for (const text::ByteRange range : suggest::tokens(draft)) {
    if (words.size() == max_draft_words) break;
    std::string key = keys.key(range.of(draft), language);
    if (key.empty() || !seen.insert(key).second) continue;
    words.push_back({range.of(draft), std::move(key), {}});
  }
  // Only now: the parts of a compound point into the key where it stays.
  for (DraftWord& word : words) word.meaning = suggest::meaning_of(lexicon.get(), language, word.key);
  return words;
}

std::vector<Contribution> ContentIndex::Data::contributions(const std::vector<DraftWord>& words) const {
  struct Fit {
    float best = 0, sum = 0;
  };
  std::vector<Contribution> all;
  std::vector<Fit> fits(items.size());
  std::vector<ItemIndex> touched;
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    for (const suggest::Meeting& meeting : vocabulary.meet(words[at].key, words[at].meaning)) {
      for (std::uint32_t i = postings.starts[meeting.word]; i < postings.starts[meeting.word + 1]; ++i) {
        const Posting& posting = postings.list[i];
        Fit& fit = fits[posting.item];
        if (fit.sum == 0) touched.push_back(posting.item);
        const float value = meeting.closeness * posting.weight;
        fit.best = std::max(fit.best, value);
        fit.sum += value;
      }
    }
    for (const ItemIndex item : touched) {
      const Fit fit = fits[item];
      all.push_back({item, at, fit.best + further_meetings * (fit.sum - fit.best)});
      fits[item] = {};
    }
    touched.clear();
  }
  return all;
}

std::vector<Suggestion> ContentIndex::suggest(std::string_view draft, const SuggestOptions& options) const {
  const bool blank = is_blank(draft);
  const std::vector<DraftWord> words = data_->words_of(draft, options.profile);
  const std::vector<Contribution> contributions = data_->contributions(words);
  std::vector<float> fits(data_->items.size(), 0);
  for (const Contribution& each : contributions) fits[each.item] += saturated(each.fit);
  data_->topics.lean(fits);

  std::vector<Ranked> ranked;
  for (ItemIndex at = 0; at < data_->items.size(); ++at) {
    if (!blank && fits[at] <= 0) continue;
    const ContentItem& item = data_->items[at];
    if (!suggest::is_eligible(item, options)) continue;
    const double score = blank ? suggest::liking(item, options)
                               : static_cast<double>(fits[at]) * (1 + suggest::preference(item, options)) *
                                     suggest::reach(item, options.profile);
    if (score > 0) ranked.push_back({at, score});
  }
  const std::size_t count = std::min(options.limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                    [this](const Ranked& a, const Ranked& b) {
                      if (a.score != b.score) return a.score > b.score;
                      return data_->items[a.item].id < data_->items[b.item].id;
                    });
  ranked.resize(count);
  if (!blank) keep_fitting(agreement(contributions, words, ranked), ranked);

  std::vector<Suggestion> suggestions;
  for (const Ranked& best : ranked) {
    const ContentItem& item = data_->items[best.item];
    suggestions.push_back(
        {item.id, std::round(best.score * 1000) / 1000, strongest_terms(contributions, best.item, words),
         suggest::shared_interests(item, options.profile), suggest::captions_in_order(item, options)});
  }
  return suggestions;
}

}  // namespace herold
