// JSON of content items, topics and the options of ranking → herold/suggest.h.
#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include "herold/suggest.h"
#include "herold/utf8.h"
#include "pack/guideline_reader.h"
#include "pack/json.h"
#include "pack/json_cursor.h"
#include "pack/json_writer.h"
#include "pack/list_splitter.h"
#include "pack/plain_text.h"
#include "pack/value.h"

namespace herold {

namespace {

using pack::Diagnostics;
using pack::Json;
using pack::JsonCursor;
using pack::JsonLimits;
using pack::JsonWriter;
using pack::Length;
using pack::Value;

constexpr JsonLimits limits{16 << 20, 64};

// The fields of an item, for both of its readers: one has texts of its own, the other views. `captions`,
// `audience` and `priority` are read apart.
template <typename Owner, typename Value>
struct Field {
  std::string_view key;
  Value Owner::*value;
  bool is_required = false;
};

template <typename Text>
struct Fields {
  using Item = BasicContentItem<Text>;
  using Caption = BasicCaption<Text>;
  static constexpr Field<Item, Text> texts[] = {{"id", &Item::id, true},
                                                {"title", &Item::title, true},
                                                {"summary", &Item::summary},
                                                {"language", &Item::language, true}};
  static constexpr Field<Item, std::vector<Text>> lists[] = {
      {"topics", &Item::topics}, {"hashtags", &Item::hashtags}, {"networks", &Item::networks}};
  static constexpr Field<Item, std::vector<Text>> audience[] = {{"roles", &Item::roles},
                                                                {"groups", &Item::groups}};
  static constexpr Field<Item, std::optional<Instant>> times[] = {{"from", &Item::from},
                                                                  {"until", &Item::until}};
  static constexpr Field<Caption, Text> caption[] = {{"id", &Caption::id, true},
                                                     {"network", &Caption::network},
                                                     {"language", &Caption::language, true},
                                                     {"text", &Caption::text, true}};
};
using Own = Fields<std::string>;
using Views = Fields<std::string_view>;

template <typename Each, std::size_t size>
const Each* field_of(const Each (&fields)[size], std::string_view key) {
  const Each* found = std::find_if(fields, fields + size,
                                   [&](const Each& field) { return pack::is_same_key(field.key, key); });
  return found == fields + size ? nullptr : found;
}

std::string optional_string(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_string(*value) : std::string();
}

std::vector<std::string> optional_strings(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_strings(*value, Length::any) : std::vector<std::string>();
}

std::optional<Instant> optional_instant(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_instant(*value) : std::nullopt;
}

template <typename Owner, std::size_t size>
void read_texts(const Value& object, const Field<Owner, std::string> (&fields)[size], Owner& owner) {
  for (const auto& [key, value, is_required] : fields) {
    if (is_required && !object.member(key)) object.problem("needs “" + std::string(key) + "”");
    owner.*value = optional_string(object, key);
  }
}

template <typename List, std::size_t size>
void read_lists(const Value& object, const List (&fields)[size], ContentItem& item) {
  for (const List& list : fields) item.*list.value = optional_strings(object, list.key);
}

Caption read_caption(const Value& object) {
  Caption caption;
  if (pack::is_object(object)) read_texts(object, Own::caption, caption);
  return caption;
}

ContentItem read_carefully(const Value& object) {
  ContentItem item;
  if (!pack::is_object(object)) return item;
  read_texts(object, Own::texts, item);
  read_lists(object, Own::lists, item);
  for (const auto& time : Own::times) item.*time.value = optional_instant(object, time.key);
  if (const auto captions = object.member("captions"))
    item.captions = pack::read_list(*captions, Length::any, read_caption);
  if (const auto audience = object.member("audience"); audience && pack::is_object(*audience))
    read_lists(*audience, Own::audience, item);
  if (const auto priority = object.member("priority")) item.priority = pack::read_whole_number(*priority);
  return item;
}

// Memory of lists stays for the next item.
void clear(ContentItemView& item) {
  for (const auto& text : Views::texts) item.*text.value = {};
  for (const auto& list : Views::lists) (item.*list.value).clear();
  for (const auto& list : Views::audience) (item.*list.value).clear();
  for (const auto& time : Views::times) (item.*time.value).reset();
  item.captions.clear();
  item.priority = 0;
}

// The same for an item as nearly all are.
class PlainItem {
 public:
  // `text` begins with the item. `item`, which is used again, views it and this.
  PlainItem(std::string_view text, ContentItemView& item) : json_(text, limits.levels - 1), item_(item) {
    clear(item);
  }

  // Its size in bytes; 0 when something about it is unusual: then the careful reader decides what it is.
  std::size_t read() {
    const bool has_all = object(Views::texts, item_, [this](std::string_view key) { other(key); });
    return has_all && !json_.failed() ? json_.at() : 0;
  }

 private:
  // Whether an object has the texts that it must have; `other` reads what is none of its texts.
  template <typename Owner, std::size_t size, typename Other>
  bool object(const Field<Owner, std::string_view> (&fields)[size], Owner& owner, Other other) {
    std::ptrdiff_t missing =
        std::count_if(fields, fields + size, [](const auto& field) { return field.is_required; });
    json_.object([&](std::string_view key) {
      const auto* field = field_of(fields, key);
      if (!field) return other(key);
      missing -= field->is_required ? 1 : 0;
      owner.*field->value = json_.text();
    });
    return missing == 0;
  }

  void other(std::string_view key) {
    if (const auto* list = field_of(Views::lists, key)) return strings(item_.*list->value);
    if (const auto* time = field_of(Views::times, key)) return instant(item_.*time->value);
    if (pack::is_same_key(key, "captions")) return json_.array([this] { caption(); });
    if (pack::is_same_key(key, "priority")) return json_.integer(item_.priority);
    if (!pack::is_same_key(key, "audience")) return json_.skip();
    json_.object([this](std::string_view of_audience) {
      const auto* list = field_of(Views::audience, of_audience);
      return list ? strings(item_.*list->value) : json_.skip();
    });
  }

  void strings(std::vector<std::string_view>& list) {
    json_.array([&] { list.push_back(json_.text()); });
  }

  void instant(std::optional<Instant>& at) {
    at = parse_instant(json_.text());
    if (!at) json_.fail();
  }

  void caption() {
    const bool has_all =
        object(Views::caption, item_.captions.emplace_back(), [this](std::string_view) { json_.skip(); });
    if (!has_all) json_.fail();
  }

  JsonCursor json_;
  ContentItemView& item_;
};

constexpr const char* not_a_list = "must be a list of content items";
constexpr const char* not_utf8 = "is not valid UTF-8";

// Reads the items of a list while it arrives.
class ItemReader {
 public:
  explicit ItemReader(std::function<void(const ContentItemView&, std::size_t)> found)
      : found_(std::move(found)) {}
  ItemReader(const ItemReader&) = delete;
  ItemReader& operator=(const ItemReader&) = delete;

  void read(std::string_view piece) {
    bytes_ += piece.size();
    if (bytes_ > limits.bytes) error_ = "is larger than " + std::to_string(limits.bytes >> 20) + " MiB";
    if (!error_.empty()) return;
    splitter_.read(piece, {[this](std::string_view rest) { return read_in_place(rest); },
                           [this](std::string_view text) {
                             if (read_in_place(text) > 0) return;
                             if (error_.empty()) read_unusual(text);
                             ++count_;
                           }});
  }

  /// Whether all was read; `error` then says why not.
  bool finish() {
    if (error_.empty() && !splitter_.complete()) error_ = not_a_list;
    return error_.empty();
  }

  const std::string& error() const { return error_; }
  std::vector<ContentProblem>& problems() { return problems_; }

 private:
  // The size of an item that nothing is unusual about and that ends within the text, else 0.
  std::size_t read_in_place(std::string_view text) {
    if (!error_.empty()) return 0;
    PlainItem item(text, item_);
    const std::size_t size = item.read();
    if (size == 0) return 0;
    if (first_invalid_utf8(text.substr(0, size))) {
      fail(not_utf8);
    } else {
      found_(item_, count_);
    }
    ++count_;
    return size;
  }

  void read_unusual(std::string_view text) {
    if (first_invalid_utf8(text)) return fail(not_utf8);
    const auto parsed = pack::parse_json(text, {limits.bytes, limits.levels - 1});
    if (!parsed) return fail(parsed.error().message);
    Diagnostics said;
    const ContentItem item = read_carefully(Value(parsed->root(), said));
    for (Problem& problem : said.problems) {
      problems_.push_back(
          {'/' + std::to_string(count_) + problem.pointer, item.id, std::move(problem.message)});
    }
    if (said.problems.empty()) found_(item_of<std::string_view>(item), count_);
  }

  void fail(const std::string& why) { error_ = "item " + std::to_string(count_) + ' ' + why; }

  std::function<void(const ContentItemView&, std::size_t)> found_;  // with its place in the list
  pack::ListSplitter splitter_;
  ContentItemView item_;
  std::size_t bytes_ = 0, count_ = 0;
  std::string error_;
  std::vector<ContentProblem> problems_;
};

Profile read_profile(const Value& object) {
  if (!pack::is_object(object)) return {};
  return {optional_strings(object, "interests"), optional_strings(object, "languages"),
          optional_string(object, "role"), optional_strings(object, "groups"),
          optional_strings(object, "shared")};
}

// The first problem as one line, or nothing.
std::string first_problem(const Diagnostics& said) {
  if (said.problems.empty()) return {};
  const Problem& problem = said.problems.front();
  return problem.pointer + ": " + problem.message;
}

}  // namespace

Result<Content> parse_content(std::string_view json) {
  Content content;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<ContentProblem> twice;
  ItemReader reader([&](const ContentItemView& item, std::size_t place) {
    const auto [known, is_new] = places.emplace(item.id, place);
    if (is_new) return content.items.push_back(item_of<std::string>(item));
    twice.push_back({'/' + std::to_string(place) + "/id", std::string(item.id),
                     "is the id of item " + std::to_string(known->second) + " too"});
  });
  reader.read(json);
  if (reader.finish()) {
    content.problems = std::move(reader.problems());
    content.problems.insert(content.problems.end(), twice.begin(), twice.end());
    return content;
  }
  // Read as a whole it says where it is wrong.
  const auto parsed = pack::parse_json(json, limits);
  return parsed ? Error{not_a_list} : parsed.error();
}

struct ContentStream::State {
  State(const Topics& topics, std::shared_ptr<const Lexicon> lexicon) : indexer(topics, std::move(lexicon)) {}

  ContentIndexer indexer;
  ItemReader reader{[this](const ContentItemView& item, std::size_t) { indexer.add(item); }};
};

ContentStream::ContentStream(const Topics& topics, std::shared_ptr<const Lexicon> lexicon)
    : state_(std::make_unique<State>(topics, std::move(lexicon))) {}

ContentStream::~ContentStream() = default;
ContentStream::ContentStream(ContentStream&&) noexcept = default;

void ContentStream::read(std::string_view piece) { state_->reader.read(piece); }

Result<ContentIndex> ContentStream::finish() {
  if (!state_->reader.finish()) return Error{state_->reader.error()};
  return state_->indexer.finish();
}

Result<Topics> parse_topics(std::string_view json) {
  const auto parsed = pack::parse_json(json, limits);
  if (!parsed) return parsed.error();
  const Json document = parsed->root();
  if (!document.is_object()) return Error{"must be a map from topic to labels"};
  Diagnostics said;
  const Value map(document, said);
  Topics topics;
  for (const Json topic : document) {
    const Value labels = map.member(topic);
    LocalizedText label;
    if (!pack::is_object(labels)) continue;
    for (const Json text : labels.json())
      label.by_language.emplace_back(text.key(), pack::read_string(labels.member(text)));
    topics.emplace_back(topic.key(), std::move(label));
  }
  if (std::string problem = first_problem(said); !problem.empty()) return Error{problem};
  return topics;
}

Result<SuggestOptions> parse_suggest_options(std::string_view json) {
  const auto parsed = pack::parse_json(json, limits);
  if (!parsed) return parsed.error();
  Diagnostics said;
  const Value object(parsed->root(), said);
  SuggestOptions options;
  if (pack::is_object(object)) {
    if (const auto profile = object.member("profile")) options.profile = read_profile(*profile);
    options.network = optional_string(object, "network");
    options.at = optional_instant(object, "at");
    if (const auto limit = object.member("limit")) options.limit = pack::read_count(*limit);
  }
  if (!options.network.empty() && !parse_network(options.network))
    return Error{"/network: is no network that Herold knows"};
  if (std::string problem = first_problem(said); !problem.empty()) return Error{problem};
  return options;
}

std::string suggestions_json(const std::vector<Suggestion>& suggestions) {
  JsonWriter json;
  const auto texts = [&json](std::string_view name, const std::vector<std::string>& of) {
    json.key(name).begin_array();
    for (const std::string& text : of) json.string(text);
    json.end_array();
  };
  json.begin_array();
  for (const Suggestion& suggestion : suggestions) {
    json.begin_object().member("item", suggestion.item).key("score").decimal(suggestion.score);
    texts("terms", suggestion.terms);
    texts("topics", suggestion.topics);
    texts("captions", suggestion.captions);
    json.end_object();
  }
  return json.end_array().take();
}

}  // namespace herold
