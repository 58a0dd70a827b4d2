// Ranks approved content for a draft and a person, on the device: nothing asks a server.
//
//   ContentIndex index(items, topics);
//   std::vector<Suggestion> best = index.suggest(draft, {.profile = …, .network = "linkedin", .at = now});
//
// A word of the draft counts for the word of an item that it meets most closely: by its stem, as part of a
// German compound, by its letters or, with a lexicon, by what it means in any of four languages; rare and
// topical words count more, and so do those of titles. Items lean on their topics: where several of a topic
// fit, the others fit better. Then come factors for the person's interests and languages, for the editors'
// priority and for freshness. A draft on which its words do not agree is answered with nothing. Without a
// draft the person's interests decide. What the person may not see or has shared is never suggested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "herold/guideline.h"
#include "herold/lexicon.h"
#include "herold/result.h"

namespace herold {

template <typename Text>
struct BasicCaption {
  Text id;
  Text network;  // empty: any
  Text language;
  Text text;
};

/// Contract, section 5, as far as ranking needs it. Empty lists of an audience or of networks admit everyone.
template <typename Text>
struct BasicContentItem {
  Text id;
  Text title;
  Text summary;
  Text language;
  std::vector<Text> topics;
  std::vector<BasicCaption<Text>> captions;
  std::vector<Text> hashtags;
  std::vector<Text> roles;
  std::vector<Text> groups;
  std::vector<Text> networks;
  std::optional<Instant> from;   // inclusive
  std::optional<Instant> until;  // exclusive
  std::int64_t priority = 0;     // -10 to 10; what is beyond counts as much
};

using Caption = BasicCaption<std::string>;
using ContentItem = BasicContentItem<std::string>;
/// Of texts that stand elsewhere, in the JSON they were read from above all: ranking keeps none of them.
using ContentItemView = BasicContentItem<std::string_view>;

/// `item` with its texts copied, or with views of them.
template <typename To, typename From>
BasicContentItem<To> item_of(const BasicContentItem<From>& item) {
  const auto list = [](const std::vector<From>& texts) {
    return std::vector<To>(texts.begin(), texts.end());
  };
  BasicContentItem<To> made{
      To(item.id), To(item.title),      To(item.summary), To(item.language), list(item.topics),
      {},          list(item.hashtags), list(item.roles), list(item.groups), list(item.networks),
      item.from,   item.until,          item.priority};
  for (const auto& [id, network, language, text] : item.captions)
    made.captions.push_back({To(id), To(network), To(language), To(text)});
  return made;
}

/// A topic's slug and its labels.
using Topics = std::vector<std::pair<std::string, LocalizedText>>;

/// What the device knows of the person who writes.
struct Profile {
  std::vector<std::string> interests;  // topic slugs
  std::vector<std::string> languages;  // BCP 47, first the preferred one; empty: any
  std::string role;
  std::vector<std::string> groups;
  std::vector<std::string> shared;  // ids of items
};

struct SuggestOptions {
  Profile profile;
  std::string network;        // empty: not known yet, then an item for any network may be suggested
  std::optional<Instant> at;  // the caller's clock; without it items with a date stay out
  std::size_t limit = 10;
};

struct Suggestion {
  std::string item;
  double score = 0;                   // how far the draft's words agree on it; in millionths
  std::vector<std::string> terms;     // words of the draft that made it fit, as written, the strongest first
  std::vector<std::string> topics;    // the person's interests that it serves
  std::vector<std::string> captions;  // ids, in the order to offer
};

/// Immutable and thread-safe. Of the items it keeps what ranking needs, not their texts.
class ContentIndex {
 public:
  /// Without a lexicon words meet by their spelling alone.
  ContentIndex(const std::vector<ContentItem>& items, const Topics& topics,
               std::shared_ptr<const Lexicon> lexicon = nullptr);
  ~ContentIndex();
  ContentIndex(ContentIndex&&) noexcept;
  ContentIndex& operator=(ContentIndex&&) noexcept;

  std::size_t size() const;
  /// `draft` is valid UTF-8. Best first; equal scores by id.
  std::vector<Suggestion> suggest(std::string_view draft, const SuggestOptions& options) const;

 private:
  friend class ContentIndexer;
  struct Data;
  explicit ContentIndex(std::unique_ptr<const Data> data);

  std::unique_ptr<const Data> data_;
};

/// Makes an index item by item: the items need never be in memory together.
class ContentIndexer {
 public:
  explicit ContentIndexer(const Topics& topics, std::shared_ptr<const Lexicon> lexicon = nullptr);
  ~ContentIndexer();
  ContentIndexer(ContentIndexer&&) noexcept;

  /// The first of several items of one id counts.
  void add(const ContentItemView& item);
  /// To be called once, after the last item.
  ContentIndex finish();

 private:
  class Shelf;
  std::unique_ptr<Shelf> shelf_;
};

/// An item that was left out, and why.
struct ContentProblem {
  std::string pointer;
  std::string item;
  std::string message;
};

struct Content {
  std::vector<ContentItem> items;
  std::vector<ContentProblem> problems;
};

/// Reads a JSON list of content items; a broken one, or a second one of the same id, is left out and told of.
Result<Content> parse_content(std::string_view json);

/// Reads the same piece by piece into an index; pieces may end anywhere.
class ContentStream {
 public:
  explicit ContentStream(const Topics& topics, std::shared_ptr<const Lexicon> lexicon = nullptr);
  ~ContentStream();
  ContentStream(ContentStream&&) noexcept;

  void read(std::string_view piece);
  /// To be called once.
  Result<ContentIndex> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads slug → {language: label}.
Result<Topics> parse_topics(std::string_view json);
/// Reads `{"profile"?: {…}, "network"?, "at"?, "limit"?}`.
Result<SuggestOptions> parse_suggest_options(std::string_view json);
/// `[{"item", "score", "terms", "topics", "captions"}]`
std::string suggestions_json(const std::vector<Suggestion>& suggestions);

}  // namespace herold
