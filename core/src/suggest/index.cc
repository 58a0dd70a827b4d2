#include <algorithm>
#include <cmath>

#include "herold/suggest.h"
#include "suggest/index_data.h"
#include "suggest/occasions.h"
#include "suggest/query.h"
#include "suggest/topics.h"
#include "suggest/viewpoint.h"
#include "text/folded_text.h"
#include "text/language.h"
#include "text/sort_runs.h"

namespace herold {

namespace {

using suggest::DraftWord;
using suggest::Evidence;
using suggest::is_occasion;
using suggest::ItemIndex;
using suggest::Viewpoint;

// Nothing rather than something unfitting: below it words meet by chance. And what fits far worse than the
// best is not worth showing beside it. core/README.md says how these were chosen (Ranking and quiet).
constexpr double least_agreement = 0.04;
constexpr double least_of_best = 0.3;
// An item after the first has to be agreed on by itself, this much of what the best is: one that only leans
// on its topic, or shares a word with any post, is none to show beside it.
constexpr double least_agreement_of_best = 0.07;

// A contribution that is half an evidence, and what the strongest evidence counts beside the others.
constexpr double half_evidence = 1;
constexpr double lone_evidence = 0.2;

// So many of the best tell whether they have a topic in common, and what agreement counts when they have
// none.
constexpr std::size_t company = 10;
constexpr double without_company = 0.5;

// What agreement counts in a draft that congratulates, offers a flat or asks for a dentist.
constexpr double on_an_occasion = 0.25;

// Words as long are seldom; shorter ones are the more frequent the shorter they are (Zipf's law of
// abbreviation).
constexpr double seldom_bytes = 10;

// What a number says beside a word: the same one stands in posts of all kinds.
constexpr double number_salience = 0.1;

constexpr std::size_t max_terms = 3;
// A word is worth naming when what it adds and says is a fifth of what the strongest does.
constexpr float naming_share = 0.2f;

struct Ranked {
  ItemIndex item;
  double score;
};

// The `limit` best that the person may share, best first.
class Leaders {
 public:
  Leaders(const suggest::ItemTable& items, std::size_t limit) : items_(items), limit_(limit) {}

  // Whether an item of such a score could be among them.
  bool admits(double score) const {
    return score > 0 && limit_ > 0 && (heap_.size() < limit_ || score >= heap_.front().score);
  }

  void add(ItemIndex item, double score) {
    if (!admits(score)) return;
    const auto better = [this](const Ranked& a, const Ranked& b) { return is_better(a, b); };
    heap_.push_back({item, score});
    std::push_heap(heap_.begin(), heap_.end(), better);
    if (heap_.size() <= limit_) return;
    std::pop_heap(heap_.begin(), heap_.end(), better);
    heap_.pop_back();
  }

  std::vector<Ranked> take() {
    std::sort_heap(heap_.begin(), heap_.end(),
                   [this](const Ranked& a, const Ranked& b) { return is_better(a, b); });
    return std::move(heap_);
  }

 private:
  bool is_better(const Ranked& a, const Ranked& b) const {
    return a.score != b.score ? a.score > b.score : items_.ids[a.item] < items_.ids[b.item];
  }

  const suggest::ItemTable& items_;
  std::size_t limit_;
  std::vector<Ranked> heap_;  // the worst in front
};

std::vector<Ranked> most_liked(const suggest::ItemTable& items, const Viewpoint& view, std::size_t limit) {
  Leaders leaders(items, limit);
  for (ItemIndex item = 0; item < items.size(); ++item)
    if (view.admits(item)) leaders.add(item, view.liking(item));
  return leaders.take();
}

std::vector<Ranked> best_fitting(const suggest::ItemTable& items, const std::vector<float>& fits,
                                 const Viewpoint& view, std::size_t limit) {
  Leaders leaders(items, limit);
  for (ItemIndex item = 0; item < items.size(); ++item) {
    const double fit = static_cast<double>(fits[item]);
    // What is cheap to tell comes first: most items are turned away by it.
    if (!leaders.admits(fit * Viewpoint::highest_preference) ||
        !leaders.admits(fit * view.most_preferred(item)) || !view.admits(item))
      continue;
    leaders.add(item, fit * view.preference(item));
  }
  return leaders.take();
}

bool is_number(std::string_view key) { return key.find_first_not_of("0123456789") == std::string_view::npos; }

// How little a word is one that any post may hold, 0…1: by what it means, and by its length.
double salience(const DraftWord& word) {
  if (is_number(word.key)) return number_salience;
  const double length = static_cast<double>(word.key.size()) / seldom_bytes;
  return static_cast<double>(word.meaning.salience) * std::sqrt(std::min(length, 1.0));
}

// How far the words of the draft agree on an item, whatever the draft's length. One word, however rare, meets
// by chance: it counts for little, unless it is much of what the draft says.
double agreement(const std::vector<Evidence>& all, const std::vector<DraftWord>& words) {
  double sum = 0, strongest = 0, told = 0;
  for (const Evidence& each : all) {
    const auto fit = static_cast<double>(each.fit);
    const double evidence = fit / (half_evidence + fit) * salience(words[each.word]);
    sum += evidence;
    strongest = std::max(strongest, evidence);
  }
  for (const DraftWord& word : words) told += salience(word);
  return (sum - strongest + lone_evidence * strongest) / std::sqrt(std::max(told, 1.0));
}

// How far the best are of one topic, 0…1: by their scores, what share of the others has a topic of the first.
// Words that meet by chance meet in items of all kinds.
double coherence(const suggest::ItemTable& items, const std::vector<Ranked>& best) {
  double related = 0, all = 0;
  for (const Ranked& other : best) {
    if (other.item == best.front().item) continue;
    all += other.score;
    if (items.share_topic(other.item, best.front().item)) related += other.score;
  }
  // One alone, or without a topic: nobody can tell.
  return all == 0 || items.topics[best.front().item].empty() ? without_company : related / all;
}

std::vector<std::string> strongest_terms(std::vector<Evidence> all, const std::vector<DraftWord>& words) {
  for (Evidence& each : all) each.fit *= static_cast<float>(salience(words[each.word]));
  text::sort_runs(all, [](const Evidence& a, const Evidence& b) { return a.fit > b.fit; });
  std::vector<std::string> terms;
  for (const Evidence& each : all) {
    if (terms.size() == max_terms || each.fit < all.front().fit * naming_share) break;
    terms.emplace_back(words[each.word].source);
  }
  return terms;
}

Suggestion suggestion(const suggest::ItemTable& items, const Viewpoint& view, const Ranked& ranked,
                      std::vector<std::string> terms) {
  return {std::string(items.ids[ranked.item]), std::round(ranked.score * 1e6) / 1e6, std::move(terms),
          view.interests(ranked.item), view.captions(ranked.item)};
}

// An editor may leave what does not show.
bool is_blank(std::string_view draft) { return text::folded_term(draft, text::Case::fold).empty(); }

}  // namespace

ContentIndex::ContentIndex(const std::vector<ContentItem>& items, const Topics& topics,
                           std::shared_ptr<const Lexicon> lexicon) {
  ContentIndexer indexer(topics, std::move(lexicon));
  for (const ContentItem& item : items) indexer.add(item_of<std::string_view>(item));
  *this = indexer.finish();
}

ContentIndex::ContentIndex(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
ContentIndex::~ContentIndex() = default;
ContentIndex::ContentIndex(ContentIndex&&) noexcept = default;
ContentIndex& ContentIndex::operator=(ContentIndex&&) noexcept = default;

std::size_t ContentIndex::size() const { return data_->items.size(); }

std::vector<Suggestion> ContentIndex::suggest(std::string_view draft, const SuggestOptions& options) const {
  const suggest::ItemTable& items = data_->items;
  const std::string_view written = text::detect_language(draft);
  const Viewpoint view(items, options, written);
  std::vector<Suggestion> suggestions;
  if (is_blank(draft)) {
    for (const Ranked& liked : most_liked(items, view, options.limit))
      suggestions.push_back(suggestion(items, view, liked, {}));
    return suggestions;
  }

  const auto words = suggest::words_of(draft, written, options.profile, data_->lexicon.get());
  const suggest::Query query(data_->vocabulary, words);
  std::vector<float> fits = query.fits(data_->items_of_words, items.size());
  suggest::lean_on_topics(items.topics, items.topic_names.size(), fits);
  const std::vector<Ranked> best = best_fitting(items, fits, view, std::max(options.limit, company));
  const double trust = (without_company + coherence(items, best)) * (is_occasion(draft) ? on_an_occasion : 1);
  double best_score = 0, best_agreement = 0;
  for (const Ranked& fitting : best) {
    if (suggestions.size() == options.limit) break;
    const auto evidence = query.evidence(data_->words_of_items[fitting.item]);
    const double agreed = trust * agreement(evidence, words);
    if (best_score == 0) {
      best_score = fitting.score;
      best_agreement = agreed;
    }
    if (best_agreement < least_agreement || fitting.score < least_of_best * best_score) break;
    if (agreed < least_agreement_of_best * best_agreement) continue;
    // Scores become comparable between drafts: the best has the agreement, the others their part of it.
    const double score = fitting.score / best_score * best_agreement;
    suggestions.push_back(suggestion(items, view, {fitting.item, score}, strongest_terms(evidence, words)));
  }
  return suggestions;
}

}  // namespace herold
