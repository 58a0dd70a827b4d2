// What holds for every library, person and draft.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "herold/suggest.h"
#include "reading_lexicon.h"

namespace herold {
namespace {

const std::vector<std::string> texts = {"Abwasser im Winter",
                                        "sewage and heating",
                                        "Lehrstelle für Polymechaniker",
                                        "l’eau potable",
                                        "la scuola di Lugano",
                                        "Wärmepumpe",
                                        "",
                                        "🎉 👩‍🔧",
                                        "Reinigung der Leitung"};
const std::vector<std::string> roles = {"employee", "ambassador"};
const std::vector<std::string> groups = {"sales", "plant"};
const std::vector<std::string> networks = {"linkedin", "x"};
const std::vector<std::string> languages = {"de", "en", "fr", "it", "pt"};
const std::vector<std::string> topics = {"water", "careers"};

rc::Gen<std::vector<std::string>> some_of(const std::vector<std::string>& values) {
  return rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(values));
}

rc::Gen<std::optional<Instant>> instant() {
  return rc::gen::map(rc::gen::inRange(-1, 6), [](int at) {
    return at < 0 ? std::nullopt : std::optional<Instant>(Instant{at * 1000});
  });
}

ContentItem random_item(int number) {
  ContentItem item;
  item.id = "item-" + std::to_string(number);
  item.title = *rc::gen::elementOf(texts);
  item.summary = *rc::gen::elementOf(texts);
  item.language = *rc::gen::elementOf(languages);
  item.topics = *some_of(topics);
  item.roles = *some_of(roles);
  item.groups = *some_of(groups);
  item.networks = *some_of(networks);
  item.from = *instant();
  item.until = *instant();
  item.priority = *rc::gen::inRange(-9, 9);
  return item;
}

std::vector<ContentItem> random_items() {
  std::vector<ContentItem> items;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) items.push_back(random_item(i));
  return items;
}

SuggestOptions random_options() {
  SuggestOptions options;
  options.profile.interests = *some_of(topics);
  options.profile.languages = *some_of(languages);
  options.profile.role = *rc::gen::elementOf(roles);
  options.profile.groups = *some_of(groups);
  options.profile.shared = *some_of({"item-0", "item-3"});
  options.network = *rc::gen::elementOf(std::vector<std::string>{"", "linkedin", "x"});
  options.at = *instant();
  options.limit = *rc::gen::inRange<std::size_t>(0, 8);
  return options;
}

template <typename T>
bool has(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// The rule as the README of the judged drafts has it, said once more in its own words.
bool may_be_suggested(const ContentItem& item, const SuggestOptions& options) {
  if ((item.from || item.until) && !options.at) return false;
  if (item.from && options.at->seconds < item.from->seconds) return false;
  if (item.until && options.at->seconds >= item.until->seconds) return false;
  if (!item.roles.empty() && !has(item.roles, options.profile.role)) return false;
  const auto mine = [&options](const std::string& group) { return has(options.profile.groups, group); };
  if (!item.groups.empty() && std::none_of(item.groups.begin(), item.groups.end(), mine)) return false;
  if (!item.networks.empty() && !options.network.empty() && !has(item.networks, options.network))
    return false;
  return !has(options.profile.shared, item.id);
}

RC_GTEST_PROP(SuggestProperties, NothingForbiddenTheLimitKeptTheBestFirst, ()) {
  const std::vector<ContentItem> items = random_items();
  const SuggestOptions options = random_options();
  const std::string draft = *rc::gen::elementOf(texts);
  const ContentIndex index(items, {}, *rc::gen::arbitrary<bool>() ? shipped_lexicon() : nullptr);
  const auto answer = index.suggest(draft, options);
  RC_ASSERT(answer.size() <= options.limit);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const ContentItem& each) { return each.id == answer[i].item; });
    RC_ASSERT(item != items.end());
    RC_ASSERT(may_be_suggested(*item, options));
    RC_ASSERT(seen.insert(answer[i].item).second);
    for (const std::string& term : answer[i].terms) RC_ASSERT(draft.find(term) != std::string::npos);
    if (i == 0) continue;
    const bool in_order = answer[i - 1].score > answer[i].score ||
                          (answer[i - 1].score == answer[i].score && answer[i - 1].item < answer[i].item);
    RC_ASSERT(in_order);
  }
}

RC_GTEST_PROP(SuggestProperties, TheSameQuestionHasTheSameAnswer, ()) {
  const std::vector<ContentItem> items = random_items();
  const SuggestOptions options = random_options();
  const std::string draft = *rc::gen::elementOf(texts);
  const std::string forwards =
      suggestions_json(ContentIndex(items, {}, shipped_lexicon()).suggest(draft, options));
  RC_ASSERT(suggestions_json(ContentIndex(items, {}, shipped_lexicon()).suggest(draft, options)) == forwards);
}

// Pieces may end anywhere, inside a character too; some hold whole items.
RC_GTEST_PROP(SuggestProperties, ContentReadInPiecesIsContentReadAsAWhole, ()) {
  const std::string json =
      "\xEF\xBB\xBF"
      R"([ {"id": "a\u00e4 \"]", "title": "Wärmepumpe 🎉", "language": "de", "priority": 2}, 7,)"
      R"({"id": "b", "title": "Ein Schulhaus [aus Holz", "language": "de", "image": {"alt": null}},)"
      R"( {"id": "b", "title": "Wärmepumpe und Schulhaus", "language": "de"}, )"
      R"({"id": "c", "title": "Schulhaus", "language": "de", "priority": 1.5} ])";
  const auto whole = parse_content(json);
  RC_ASSERT(whole->items.size() == 2u);
  RC_ASSERT(whole->problems.size() == 3u);
  ContentStream stream({});
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t size = *rc::gen::inRange<std::size_t>(1, 300);
    stream.read(std::string_view(json).substr(at, size));
    at += size;
  }
  const auto index = stream.finish();
  RC_ASSERT(static_cast<bool>(index));
  for (const char* draft : {"Wärmepumpe", "Schulhaus aus Holz"})
    RC_ASSERT(suggestions_json(index->suggest(draft, {})) ==
              suggestions_json(ContentIndex(whole->items, {}).suggest(draft, {})));
}

}  // namespace
}  // namespace herold
