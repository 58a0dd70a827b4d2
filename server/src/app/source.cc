#include "app/source.h"

#include "app/editorial.h"
#include "app/json.h"
#include "app/records.h"

namespace herold::app {
namespace {

using store::DocumentKind;
using Bodies = std::map<std::string, std::string>;

Bodies bodies(store::Transaction& tx, DocumentKind kind) {
  Bodies found;
  for (auto& document : tx.documents(kind)) found.emplace(document.id, std::move(document.body));
  return found;
}

Bodies approved_content(store::Transaction& tx) {
  Bodies found = bodies(tx, DocumentKind::content);
  for (const auto& state : tx.content_states()) {
    if (editorial(state) != Editorial::approved) found.erase(state.id);
  }
  return found;
}

Json list_of(const Bodies& all) {
  Json list = Json::array();
  for (const auto& [id, body] : all) list.push_back(stored(body));
  return list;
}

Bodies bodies_of(const Json& list) {
  Bodies found;
  for (const Json& body : list) found.emplace(text_of(body, "id"), body.dump());
  return found;
}

store::Document only(store::Transaction& tx, DocumentKind kind, const char* otherwise) {
  const auto found = tx.document(kind, kOnly);
  if (found) return *found;
  return {.id = kOnly, .body = otherwise, .version = 0, .removed = false, .updated_at = 0};
}

void compare(const std::string& what, const Bodies* before, const Bodies& after,
             std::vector<Change>& changes) {
  for (const auto& [id, body] : after) {
    const State state = state_of(before, id, body);
    if (state == State::fresh) changes.push_back({what, id, "added", "", ""});
    if (state == State::changed) changes.push_back({what, id, "changed", before->at(id), body});
  }
  if (!before) return;
  for (const auto& [id, body] : *before) {
    if (!after.contains(id)) changes.push_back({what, id, "removed", body, ""});
  }
}

void compare_one(const char* what, const std::string* before, const std::string& after,
                 std::vector<Change>& changes) {
  if (!before) changes.push_back({what, "", "added", "", ""});
  if (before && !same_json(*before, after)) changes.push_back({what, "", "changed", *before, after});
}

}  // namespace

const char* name(State state) {
  switch (state) {
    case State::fresh:
      return "new";
    case State::changed:
      return "changed";
    case State::removed:
      return "removed";
    case State::published:
      return "published";
  }
  return "";
}

Source working_source(store::Transaction& tx) { return working_source(tx, approved_content(tx)); }

Source working_source(store::Transaction& tx, Bodies content) {
  return {.organisation = organisation_document(tx).body,
          .head = head_document(tx).body,
          .topics = topics_document(tx).body,
          .guidelines = bodies(tx, DocumentKind::guideline),
          .content = std::move(content)};
}

std::string write_source(const Source& source) {
  return Json{{"organisation", stored(source.organisation)},
              {"head", stored(source.head)},
              {"topics", stored(source.topics)},
              {"guidelines", list_of(source.guidelines)},
              {"content", list_of(source.content)}}
      .dump();
}

Source read_source(std::string_view json) {
  const Json source = stored(json);
  return {.organisation = source.at("organisation").dump(),
          .head = source.at("head").dump(),
          .topics = source.at("topics").dump(),
          .guidelines = bodies_of(source.at("guidelines")),
          .content = bodies_of(source.at("content"))};
}

std::int64_t baseline_revision(store::Transaction& tx) {
  const std::int64_t everyones = tx.latest_revision_on(kEveryone);
  return everyones > 0 ? everyones : tx.latest_revision();
}

// Spliced, not parsed again: the pack's own reader is to see the texts as they were given.
std::string pack_text(const std::string& head, const Bodies& guidelines) {
  std::string text = R"({"schema":1,)" + head.substr(1, head.size() - 2) + R"(,"guidelines":[)";
  bool first = true;
  for (const auto& [id, body] : guidelines) {
    if (!first) text += ',';
    first = false;
    text += body;
  }
  return text + "]}";
}

std::string working_pack(store::Transaction& tx) {
  const Source source = working_source(tx, {});
  return pack_text(source.head, source.guidelines);
}

std::vector<Change> differences(const Source* before, const Source& after) {
  std::vector<Change> changes;
  compare("guideline", before ? &before->guidelines : nullptr, after.guidelines, changes);
  compare("content", before ? &before->content : nullptr, after.content, changes);
  compare_one("topics", before ? &before->topics : nullptr, after.topics, changes);
  compare_one("pack", before ? &before->head : nullptr, after.head, changes);
  compare_one("organisation", before ? &before->organisation : nullptr, after.organisation, changes);
  return changes;
}

State state_of(const Bodies* published, const std::string& id, const std::string& body) {
  if (!published) return State::fresh;
  const auto found = published->find(id);
  if (found == published->end()) return State::fresh;
  return same_json(found->second, body) ? State::published : State::changed;
}

store::Document organisation_document(store::Transaction& tx) {
  return only(tx, DocumentKind::organisation,
              R"({"id":"","title":"","publicUrl":"","roles":[],"groups":[],"channels":["pilot","everyone"],)"
              R"("settings":{"pageMode":"offered","k":10}})");
}

store::Document head_document(store::Transaction& tx) {
  return only(tx, DocumentKind::pack,
              R"({"id":"guidelines","title":{"de":"Unsere Leitplanken","en":"Our guidelines"},)"
              R"("defaultLanguage":"de"})");
}

store::Document topics_document(store::Transaction& tx) { return only(tx, DocumentKind::topics, "{}"); }

}  // namespace herold::app
