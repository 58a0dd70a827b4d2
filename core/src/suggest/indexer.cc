#include <algorithm>
#include <string_view>

#include "suggest/index_data.h"

namespace herold {

namespace {

using suggest::Posting;
using suggest::WordId;

// How much a word of a field counts, in twentieths.
struct Weight {
  int first;
  int again;  // an item that says a word again is the more about it
};
constexpr Weight title_weight{40, 12};
constexpr Weight hashtag_weight{30, 9};
constexpr Weight caption_weight{30, 9};
constexpr Weight topic_weight{20, 6};
constexpr Weight summary_weight{30, 9};
constexpr int highest_weight = 255;

}  // namespace

// Collects the words of items, more of those in prominent fields.
class ContentIndexer::Shelf {
 public:
  Shelf(const Topics& topics, std::shared_ptr<const Lexicon> lexicon)
      : data_(std::make_unique<ContentIndex::Data>()), reader_(lexicon) {
    data_->lexicon = std::move(lexicon);
    for (const auto& [slug, label] : topics) {
      const std::uint32_t topic = topics_.intern(slug);
      words_of_topics_.resize(topics_.size());
      read_label(words_of_topics_[topic], label);
    }
  }

  void add(const ContentItemView& item) {
    if (data_->items.ids.find(item.id) != suggest::Names::none) return;
    add(item.title, item.language, title_weight);
    add(item.summary, item.language, summary_weight);
    for (const auto& caption : item.captions) add(caption.text, caption.language, caption_weight);
    for (const std::string_view hashtag : item.hashtags) add(hashtag, item.language, hashtag_weight);
    add_topics(item.topics);
    for (const WordId word : of_item_) {
      data_->words_of_items.push({word, static_cast<std::uint8_t>(weights_[word])});
      weights_[word] = 0;
    }
    data_->words_of_items.end_row();
    of_item_.clear();
    data_->items.add(item);
  }

  std::unique_ptr<const ContentIndex::Data> finish() {
    auto& rows = data_->words_of_items;
    rows.shrink_to_fit();
    data_->items_of_words = suggest::Rows<Posting>::sorted(reader_.size(), [&rows](auto place) {
      for (std::uint32_t item = 0; item < rows.size(); ++item)
        for (const Posting& word : rows[item]) place(word.id(), Posting(item, word.amount()));
    });
    data_->vocabulary = reader_.finish(data_->items_of_words, rows.size());
    return std::move(data_);
  }

 private:
  void read_label(std::vector<WordId>& words, const LocalizedText& label) {
    for (const auto& [language, text] : label.by_language)
      reader_.read(text, suggest::language_of(language), words);
  }

  void add(std::string_view text, std::string_view language, Weight weight) {
    words_.clear();
    reader_.read(text, suggest::language_of(language), words_);
    add(words_, weight);
  }

  void add_topics(const std::vector<std::string_view>& slugs) {
    for (auto slug = slugs.begin(); slug != slugs.end(); ++slug) {
      const std::uint32_t topic = topics_.find(*slug);
      if (topic != suggest::Names::none && std::find(slugs.begin(), slug, *slug) == slug)
        add(words_of_topics_[topic], topic_weight);
    }
  }

  void add(const std::vector<WordId>& words, Weight weight) {
    weights_.resize(reader_.size(), 0);
    for (const WordId word : words) {
      int& sum = weights_[word];
      if (sum == 0) of_item_.push_back(word);
      sum = std::min(sum + (sum == 0 ? weight.first : weight.again), highest_weight);
    }
  }

  std::unique_ptr<ContentIndex::Data> data_;
  suggest::VocabularyReader reader_;
  suggest::Names topics_;
  std::vector<std::vector<WordId>> words_of_topics_;  // of their labels
  std::vector<WordId> words_, of_item_;
  std::vector<int> weights_;  // of the current item's words
};

ContentIndexer::ContentIndexer(const Topics& topics, std::shared_ptr<const Lexicon> lexicon)
    : shelf_(std::make_unique<Shelf>(topics, std::move(lexicon))) {}

ContentIndexer::~ContentIndexer() = default;
ContentIndexer::ContentIndexer(ContentIndexer&&) noexcept = default;

void ContentIndexer::add(const ContentItemView& item) { shelf_->add(item); }

ContentIndex ContentIndexer::finish() { return ContentIndex(shelf_->finish()); }

}  // namespace herold
