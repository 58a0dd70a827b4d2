// JSON of content items, topics and the options of ranking → herold/suggest.h.
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

std::string optional_string(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_string(*value) : std::string();
}

std::string required_string(const Value& object, std::string_view key) {
  if (!object.member(key)) object.problem("needs “" + std::string(key) + "”");
  return optional_string(object, key);
}

std::vector<std::string> optional_strings(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_strings(*value, Length::any) : std::vector<std::string>();
}

std::optional<Instant> optional_instant(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_instant(*value) : std::nullopt;
}

Caption read_caption(const Value& object) {
  if (!pack::is_object(object)) return {};
  return {required_string(object, "id"), optional_string(object, "network"),
          required_string(object, "language"), required_string(object, "text")};
}

ContentItem read_carefully(const Value& object, Diagnostics& said) {
  ContentItem item;
  if (!pack::is_object(object)) return item;
  item.id = required_string(object, "id");
  said.guideline = item.id;
  item.title = required_string(object, "title");
  item.summary = optional_string(object, "summary");
  item.language = required_string(object, "language");
  item.topics = optional_strings(object, "topics");
  item.hashtags = optional_strings(object, "hashtags");
  item.networks = optional_strings(object, "networks");
  item.from = optional_instant(object, "from");
  item.until = optional_instant(object, "until");
  if (const auto captions = object.member("captions")) {
    item.captions = pack::read_list(*captions, Length::any, read_caption);
  }
  if (const auto audience = object.member("audience"); audience && pack::is_object(*audience)) {
    item.roles = optional_strings(*audience, "roles");
    item.groups = optional_strings(*audience, "groups");
  }
  if (const auto priority = object.member("priority")) {
    item.priority = pack::read_whole_number(*priority);
  }
  return item;
}

// The same for an item as nearly all are. False when something about it is unusual: then the careful reader
// decides what it is.
bool read_plain_item(std::string_view text, ContentItem& item) {
  JsonCursor json(text, limits.levels - 1);
  bool has_id = false, has_title = false, has_language = false;
  const auto strings = [&json](std::vector<std::string>& list) {
    json.array([&] { json.string(list.emplace_back()); });
  };
  const auto instant = [&json](std::optional<Instant>& at) {
    std::string written;
    json.string(written);
    at = parse_instant(written);
    if (!at) json.fail();
  };
  const auto caption = [&json, &item] {
    Caption& read = item.captions.emplace_back();
    int required = 0;
    json.object([&](std::string_view key) {
      required += key == "id" || key == "language" || key == "text";
      if (key == "id") return json.string(read.id);
      if (key == "network") return json.string(read.network);
      if (key == "language") return json.string(read.language);
      if (key == "text") return json.string(read.text);
      json.skip();
    });
    if (required != 3) json.fail();
  };
  json.object([&](std::string_view key) {
    has_id = has_id || key == "id";
    has_title = has_title || key == "title";
    has_language = has_language || key == "language";
    if (key == "id") return json.string(item.id);
    if (key == "title") return json.string(item.title);
    if (key == "summary") return json.string(item.summary);
    if (key == "language") return json.string(item.language);
    if (key == "topics") return strings(item.topics);
    if (key == "hashtags") return strings(item.hashtags);
    if (key == "networks") return strings(item.networks);
    if (key == "from") return instant(item.from);
    if (key == "until") return instant(item.until);
    if (key == "captions") return json.array(caption);
    if (key == "priority") return json.integer(item.priority);
    if (key != "audience") return json.skip();
    json.object([&](std::string_view of_audience) {
      if (of_audience == "roles") return strings(item.roles);
      if (of_audience == "groups") return strings(item.groups);
      json.skip();
    });
  });
  return !json.failed() && json.at_end() && has_id && has_title && has_language;
}

constexpr const char* not_a_list = "must be a list of content items";

// Reads the items of a list while it arrives.
class ItemReader {
 public:
  explicit ItemReader(std::function<void(ContentItem&, std::size_t)> found) : found_(std::move(found)) {}
  ItemReader(const ItemReader&) = delete;
  ItemReader& operator=(const ItemReader&) = delete;

  void read(std::string_view piece) {
    bytes_ += piece.size();
    if (bytes_ > limits.bytes) error_ = "is larger than " + std::to_string(limits.bytes >> 20) + " MiB";
    if (!error_.empty()) return;
    splitter_.read(piece, [this](std::string_view text) {
      if (error_.empty()) read_item(text);
      ++count_;
    });
  }

  /// Whether all was read; `error` then says why not.
  bool finish() {
    if (error_.empty() && !splitter_.complete()) error_ = not_a_list;
    return error_.empty();
  }

  const std::string& error() const { return error_; }
  std::vector<ContentProblem>& problems() { return problems_; }

 private:
  void read_item(std::string_view text) {
    if (const auto offset = first_invalid_utf8(text)) return fail("is not valid UTF-8");
    ContentItem item;
    if (read_plain_item(text, item)) return found_(item, count_);
    const auto parsed = pack::parse_json(text, {limits.bytes, limits.levels - 1});
    if (!parsed) return fail(parsed.error());
    Diagnostics said;
    item = read_carefully(Value(parsed->root(), said), said);
    for (Problem& problem : said.problems) {
      problems_.push_back(
          {'/' + std::to_string(count_) + problem.pointer, item.id, std::move(problem.message)});
    }
    if (said.problems.empty()) found_(item, count_);
  }

  void fail(const std::string& why) { error_ = "item " + std::to_string(count_) + ' ' + why; }

  std::function<void(ContentItem&, std::size_t)> found_;  // with its place in the list
  pack::ListSplitter splitter_;
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
  ItemReader reader([&](ContentItem& item, std::size_t place) {
    const auto [known, is_new] = places.emplace(item.id, place);
    if (is_new) return content.items.push_back(std::move(item));
    twice.push_back({'/' + std::to_string(place) + "/id", item.id,
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
  return Error{parsed ? not_a_list : parsed.error()};
}

struct ContentStream::State {
  State(const Topics& topics, std::shared_ptr<const Lexicon> lexicon) : indexer(topics, std::move(lexicon)) {}

  ContentIndexer indexer;
  ItemReader reader{[this](ContentItem& item, std::size_t) { indexer.add(item); }};
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
  if (!parsed) return Error{parsed.error()};
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
  if (!parsed) return Error{parsed.error()};
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
