#include "app/content.h"

#include <algorithm>

#include "app/audit.h"
#include "app/json.h"
#include "app/records.h"
#include "app/source.h"
#include "app/validation.h"

namespace herold::app {
namespace {

using store::DocumentKind;

Target item(std::string_view id) {
  return {DocumentKind::content, std::string(id), "content item " + std::string(id)};
}

Error no_item(std::string_view id) {
  return {ErrorCode::not_found, "there is no content item " + std::string(id)};
}

bool has_topic(const Json& json, std::string_view topic) {
  const auto topics = json.find("topics");
  if (topics == json.end() || !topics->is_array()) return false;
  return std::any_of(topics->begin(), topics->end(), [&](const Json& slug) { return slug == topic; });
}

bool matches(const std::string& body, const std::string& query, std::string_view topic) {
  if (query.empty() && topic.empty()) return true;
  const Json json = stored(body);
  return (topic.empty() || has_topic(json, topic)) && (query.empty() || contains_text(json, query));
}

DocumentView view(const store::Document& document, State state) {
  return {.id = document.id,
          .json = document.body,
          .version = document.version,
          .updated_at = document.updated_at,
          .state = state};
}

}  // namespace

Result<std::vector<DocumentView>> Content::list(std::string_view query, std::string_view topic) {
  const std::string wanted = lower_ascii(query);
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<DocumentView>> {
    const auto published = baseline(tx);
    const auto* before = published ? &published->content : nullptr;
    std::vector<DocumentView> list;
    for (const auto& document : tx.documents(DocumentKind::content)) {
      if (!matches(document.body, wanted, topic)) continue;
      list.push_back(view(document, state_of(before, document.id, document.body)));
    }
    for (const auto& [id, body] : before ? *before : std::map<std::string, std::string>{}) {
      auto document = tx.document(DocumentKind::content, id);
      if (!document || !document->removed || !matches(body, wanted, topic)) continue;
      document->body = body;
      list.push_back(view(*document, State::removed));
    }
    std::stable_sort(list.begin(), list.end(), [](const DocumentView& a, const DocumentView& b) {
      return a.updated_at > b.updated_at;
    });
    return list;
  });
}

Result<DocumentView> Content::get(std::string_view id) {
  if (!is_id(id)) return no_item(id);
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = tx.document(DocumentKind::content, id);
    if (!document || document->removed) return no_item(id);
    const auto published = baseline(tx);
    return view(*document, state_of(published ? &published->content : nullptr, document->id, document->body));
  });
}

Result<Saved> Content::put(std::string_view id, std::string_view json, Expected expected,
                           std::string_view actor) {
  const auto parsed = parse_object(json, "the content item");
  if (!parsed) return parsed.error();
  if (!is_id(id) || text_of(*parsed, "id") != id) {
    return Error{ErrorCode::refused,
                 "the item's `id` must be \"" + std::string(id) +
                     "\", of lower-case letters, digits, full stops and hyphens",
                 "/id"};
  }
  if (auto problems = content_problems(json); !problems.empty()) {
    return refused("the content item cannot be saved", std::move(problems));
  }
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    auto saved = save(tx, clock_, item(id), parsed->dump(), expected);
    if (saved) audit(tx, clock_, actor, "content.save", id);
    return saved;
  });
}

Result<void> Content::remove(std::string_view id, Expected expected, std::string_view actor) {
  if (!is_id(id)) return no_item(id);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto removed = app::remove(tx, clock_, item(id), expected);
    if (removed) audit(tx, clock_, actor, "content.remove", id);
    return removed;
  });
}

Result<DocumentView> Content::topics() {
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = topics_document(tx);
    const auto published = baseline(tx);
    State state = State::fresh;
    if (published) state = same_json(published->topics, document.body) ? State::published : State::changed;
    return view(document, state);
  });
}

Result<Saved> Content::put_topics(std::string_view json, Expected expected, std::string_view actor) {
  const auto topics = parse_object(json, "the topics");
  if (!topics) return topics.error();
  Validation validation("");
  for (const auto& [slug, labels] : topics->items()) {
    const std::string at = "/" + slug;
    validation.require(is_slug(slug), at, "a topic's name must be lower-case letters, digits and hyphens");
    validation.require(labels.is_object() && is_labels(labels), at, "must hold a label by language");
  }
  if (!validation.passed()) return refused("the topics cannot be saved", std::move(validation).problems());
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    auto saved = save(tx, clock_, {DocumentKind::topics, kOnly, "topics"}, topics->dump(), expected);
    if (saved) audit(tx, clock_, actor, "topics.save", "");
    return saved;
  });
}

}  // namespace herold::app
