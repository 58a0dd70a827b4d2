#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "herold/suggest.h"
#include "suggest/eligible.h"
#include "suggest/tokens.h"

namespace herold {

namespace {

using suggest::Token;

// BM25's saturation of repeated features and its correction for an item's length.
constexpr float k1 = 1.2f;
constexpr float b = 0.3f;

// How much a word of a field counts.
constexpr float title_weight = 3.0f;
constexpr float hashtag_weight = 2.0f;
constexpr float caption_weight = 1.5f;
constexpr float topic_weight = 1.5f;
constexpr float summary_weight = 1.0f;

constexpr double interest_factor = 0.35;  // for each of the person's interests, at most two
constexpr double priority_factor = 0.05;  // for each step, between -5 and 5
constexpr double freshness_factor = 0.1;  // on the first day, fading with freshness_days
constexpr double freshness_days = 90;
constexpr double foreign_language = 0.25;

// A draft fits an item when they share at least one word that is rare in the library.
constexpr double fitting_score = 1.2;
constexpr std::size_t max_terms = 3;
// A word is worth naming when it adds a fifth of what the strongest adds.
constexpr float naming_share = 0.2f;

struct Posting {
  std::uint32_t item;
  float weight;
};

struct Feature {
  std::uint64_t hash;
  std::uint32_t first;  // of its postings; they end where the next feature's begin
};

struct Word {
  const Token* token;
  float contribution;
};

std::size_t shared_interests(const ContentItem& item, const Profile& profile) {
  return static_cast<std::size_t>(
      std::count_if(item.topics.begin(), item.topics.end(), [&profile](const auto& topic) {
        return std::find(profile.interests.begin(), profile.interests.end(), topic) !=
               profile.interests.end();
      }));
}

double freshness(const ContentItem& item, const std::optional<Instant>& at) {
  if (!item.from || !at) return 0;
  const double days = static_cast<double>(at->seconds - item.from->seconds) / 86'400;
  return std::exp(-days / freshness_days);
}

double preference(const ContentItem& item, const SuggestOptions& options) {
  const auto interests = std::min<std::size_t>(shared_interests(item, options.profile), 2);
  const auto priority = std::clamp<std::int64_t>(item.priority, -5, 5);
  return interest_factor * static_cast<double>(interests) + priority_factor * static_cast<double>(priority) +
         freshness_factor * freshness(item, options.at);
}

}  // namespace

struct ContentIndex::Data {
  std::vector<ContentItem> items;
  std::vector<Feature> features;  // sorted by hash, a last one closes the list
  std::vector<Posting> postings;

  // Where a feature's postings are; empty for one that no item has.
  std::pair<const Posting*, const Posting*> find(std::uint64_t hash) const {
    const auto found =
        std::lower_bound(features.begin(), features.end() - 1, hash,
                         [](const Feature& feature, std::uint64_t value) { return feature.hash < value; });
    if (found == features.end() - 1 || found->hash != hash) return {nullptr, nullptr};
    return {postings.data() + found->first, postings.data() + (found + 1)->first};
  }

  // What `token` adds to each item's score is passed to `add`.
  template <typename Add>
  void score(const Token& token, Add add) const {
    const float root = std::sqrt(static_cast<float>(token.key.size()));
    suggest::for_each_feature(token.key, [&](std::uint64_t hash, float weight) {
      const float share = weight == suggest::gram_weight ? weight / root : weight;
      for (auto [at, end] = find(hash); at != end; ++at) add(at->item, share * at->weight);
    });
  }

  std::vector<std::string> strongest_terms(std::string_view draft, const std::vector<Token>& words,
                                           std::uint32_t item) const;
};

namespace {

// Counts the features of all items, then turns the counts into BM25 weights.
class Builder {
 public:
  void add(std::uint32_t item, std::string_view text, float weight) {
    for (const Token& token : suggest::tokens(text)) {
      length_ += weight;
      suggest::for_each_feature(token.key, [&](std::uint64_t hash, float) { count(hash, item, weight); });
    }
  }

  void end_item() {
    lengths_.push_back(length_);
    length_ = 0;
  }

  void build(std::vector<Feature>& features, std::vector<Posting>& postings) const {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(counts_.size());
    for (const auto& [hash, unused] : counts_) hashes.push_back(hash);
    std::sort(hashes.begin(), hashes.end());
    const float mean = mean_length();
    for (const std::uint64_t hash : hashes) {
      const std::vector<Posting>& items = counts_.at(hash);
      features.push_back({hash, static_cast<std::uint32_t>(postings.size())});
      const float rarity = inverse_frequency(items.size());
      for (const Posting& posting : items) {
        const float norm = k1 * (1 - b + b * lengths_[posting.item] / mean);
        postings.push_back({posting.item, rarity * posting.weight * (k1 + 1) / (posting.weight + norm)});
      }
    }
    features.push_back({~std::uint64_t{0}, static_cast<std::uint32_t>(postings.size())});
  }

 private:
  void count(std::uint64_t hash, std::uint32_t item, float weight) {
    std::vector<Posting>& items = counts_[hash];
    if (items.empty() || items.back().item != item) items.push_back({item, 0});
    items.back().weight += weight;
  }

  float mean_length() const {
    float sum = 0;
    for (const float length : lengths_) sum += length;
    return std::max(sum / static_cast<float>(std::max<std::size_t>(lengths_.size(), 1)), 1.0f);
  }

  // Between 0 and about 1 whatever the library's size, so that one threshold serves small and large ones.
  float inverse_frequency(std::size_t items_with) const {
    const auto all = static_cast<float>(lengths_.size());
    const auto with = static_cast<float>(items_with);
    return std::log(1 + (all - with + 0.5f) / (with + 0.5f)) / std::log(1 + (all + 0.5f) / 0.5f);
  }

  std::unordered_map<std::uint64_t, std::vector<Posting>> counts_;
  std::vector<float> lengths_;
  float length_ = 0;
};

std::vector<Token> distinct_tokens(std::string_view draft) {
  std::vector<Token> words = suggest::tokens(draft);
  std::stable_sort(words.begin(), words.end(), [](const Token& a, const Token& c) { return a.key < c.key; });
  words.erase(
      std::unique(words.begin(), words.end(), [](const Token& a, const Token& c) { return a.key == c.key; }),
      words.end());
  return words;
}

}  // namespace

ContentIndex::ContentIndex(std::vector<ContentItem> items, const Topics& topics) {
  auto data = std::make_unique<Data>();
  data->items = std::move(items);
  Builder builder;
  for (std::uint32_t at = 0; at < data->items.size(); ++at) {
    const ContentItem& item = data->items[at];
    builder.add(at, item.title, title_weight);
    builder.add(at, item.summary, summary_weight);
    for (const Caption& caption : item.captions) builder.add(at, caption.text, caption_weight);
    for (const std::string& hashtag : item.hashtags) builder.add(at, hashtag, hashtag_weight);
    for (const auto& [slug, label] : topics) {
      if (std::find(item.topics.begin(), item.topics.end(), slug) == item.topics.end()) continue;
      for (const auto& [language, text] : label.by_language) builder.add(at, text, topic_weight);
    }
    builder.end_item();
  }
  builder.build(data->features, data->postings);
  data_ = std::move(data);
}

ContentIndex::~ContentIndex() = default;
ContentIndex::ContentIndex(ContentIndex&&) noexcept = default;
ContentIndex& ContentIndex::operator=(ContentIndex&&) noexcept = default;

std::size_t ContentIndex::size() const { return data_->items.size(); }

std::vector<std::string> ContentIndex::Data::strongest_terms(std::string_view draft,
                                                             const std::vector<Token>& words,
                                                             std::uint32_t item) const {
  std::vector<Word> strong;
  for (const Token& token : words) {
    Word word{&token, 0};
    score(token, [&word, item](std::uint32_t at, float share) {
      if (at == item) word.contribution += share;
    });
    if (word.contribution > 0) strong.push_back(word);
  }
  std::stable_sort(strong.begin(), strong.end(),
                   [](const Word& a, const Word& c) { return a.contribution > c.contribution; });
  std::vector<std::string> terms;
  for (const Word& word : strong) {
    if (terms.size() == max_terms || word.contribution < strong.front().contribution * naming_share) break;
    terms.emplace_back(word.token->source.of(draft));
  }
  return terms;
}

std::vector<Suggestion> ContentIndex::suggest(std::string_view draft, const SuggestOptions& options) const {
  const std::vector<Token> words = distinct_tokens(draft);
  std::vector<float> fits(data_->items.size(), 0);
  for (const Token& token : words) {
    data_->score(token, [&fits](std::uint32_t item, float share) { fits[item] += share; });
  }

  struct Ranked {
    std::uint32_t item;
    double score;
  };
  std::vector<Ranked> ranked;
  for (std::uint32_t at = 0; at < data_->items.size(); ++at) {
    const ContentItem& item = data_->items[at];
    if (!words.empty() && fits[at] <= 0) continue;
    if (words.empty() && shared_interests(item, options.profile) == 0) continue;
    if (!suggest::is_eligible(item, options)) continue;
    const double liking = preference(item, options);
    double score = words.empty() ? liking : fits[at] * (1 + liking);
    if (!suggest::speaks_to(item, options.profile)) score *= foreign_language;
    if (!words.empty() && score < fitting_score) continue;
    ranked.push_back({at, std::round(score * 1000) / 1000});
  }

  const std::size_t count = std::min(options.limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                    [this](const Ranked& a, const Ranked& c) {
                      if (a.score != c.score) return a.score > c.score;
                      return data_->items[a.item].id < data_->items[c.item].id;
                    });
  ranked.resize(count);

  std::vector<Suggestion> suggestions;
  for (const Ranked& best : ranked) {
    const ContentItem& item = data_->items[best.item];
    Suggestion suggestion{item.id,
                          best.score,
                          data_->strongest_terms(draft, words, best.item),
                          {},
                          suggest::captions_in_order(item, options)};
    for (const std::string& topic : item.topics) {
      const auto& interests = options.profile.interests;
      if (std::find(interests.begin(), interests.end(), topic) != interests.end())
        suggestion.topics.push_back(topic);
    }
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

}  // namespace herold
