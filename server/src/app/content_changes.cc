// Decisions about content items, one or many, and the edits that are made to many at once.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "app/audit.h"
#include "app/content.h"
#include "app/json.h"
#include "app/records.h"
#include "app/validation.h"

namespace herold::app {
namespace {

using store::DocumentKind;

struct ItemVersion {
  std::string id;
  Expected expected;
  Json edit;  // as in the request, checked; null when there is none
};

struct Changes {
  std::vector<ItemVersion> items;
  std::optional<Judgement> judgement;
};

void know_only(Validation& validation, const Json& object, const std::string& at,
               std::initializer_list<std::string_view> keys) {
  for (const auto& [key, value] : object.items()) {
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    validation.require(known, at + "/" + key, "is unknown here");
  }
}

void check_topics(Validation& validation, const Json& topics, const std::string& at) {
  validation.require(topics.is_object(), at, "must be an object with `set`, `add` and `remove`");
  if (!topics.is_object()) return;
  know_only(validation, topics, at, {"set", "add", "remove"});
  for (const auto& [key, slugs] : topics.items()) {
    const bool good = slugs.is_array() && std::all_of(slugs.begin(), slugs.end(), [](const Json& slug) {
                        return slug.is_string() && is_slug(slug.get_ref<const std::string&>());
                      });
    validation.require(good, at + "/" + key, "must be a list of topics");
  }
}

// What `until`, `priority` and `owner` may be is the item's own check.
void check_edit(Validation& validation, const Json& edit, const std::string& at) {
  validation.require(edit.is_object() && !edit.empty(), at, "must be an object that changes something");
  if (!edit.is_object()) return;
  know_only(validation, edit, at, {"topics", "until", "priority", "owner"});
  if (edit.contains("topics")) check_topics(validation, edit.at("topics"), at + "/topics");
}

// `common`: the edit of those that have none of their own.
std::vector<ItemVersion> read_items(Validation& validation, const Json& list, const Json& common) {
  std::vector<ItemVersion> items;
  validation.require(list.is_array() && !list.empty() && list.size() <= InputLimits::items, "/items",
                     "must be a list of 1 to " + std::to_string(InputLimits::items) + " items");
  if (!list.is_array() || list.size() > InputLimits::items) return items;
  std::map<std::string, std::string> places;  // of the ids
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = "/items/" + std::to_string(i);
    validation.require(list[i].is_object(), at, "must be an object with `id` and `version`");
    if (!list[i].is_object()) continue;
    know_only(validation, list[i], at, {"id", "version", "edit"});
    const std::string id = text_of(list[i], "id");
    const auto version = list[i].find("version");
    const bool is_version = version != list[i].end() && version->is_number_integer() && *version > 0;
    validation.require(is_id(id), at + "/id", "must be the id of a content item");
    const auto [first, is_new] = places.try_emplace(id, at);
    validation.require(is_new, at + "/id", "is the id of " + first->second + " already");
    validation.require(is_version, at + "/version", "must be the version that you know of the item");
    const Json& edit = list[i].contains("edit") ? list[i].at("edit") : common;
    if (list[i].contains("edit")) check_edit(validation, edit, at + "/edit");
    if (is_version) items.push_back({id, version->get<std::int64_t>(), edit});
  }
  return items;
}

std::optional<Judgement> read_judgement(Validation& validation, const Json& body) {
  if (!body.contains("decision")) {
    validation.require(!body.contains("note"), "/note", "belongs to a decision");
    return std::nullopt;
  }
  const auto decision = decision_named(text_of(body, "decision"));
  validation.require(decision.has_value(), "/decision", "must be approve, decline, archive or restore");
  validation.require(!body.contains("note") || body.at("note").is_string(), "/note", "must be a text");
  return Judgement{.decision = decision.value_or(Decision::approve), .note = text_of(body, "note")};
}

Result<Changes> read_changes(std::string_view json) {
  const auto body = parse_object(json, "the change");
  if (!body) return body.error();
  Validation validation("");
  know_only(validation, *body, "", {"items", "decision", "note", "edit"});
  if (body->contains("edit")) check_edit(validation, body->at("edit"), "/edit");
  Changes changes{.items = read_items(validation, member(*body, "items"), member(*body, "edit")),
                  .judgement = read_judgement(validation, *body)};
  const bool all_edited = std::none_of(changes.items.begin(), changes.items.end(),
                                       [](const ItemVersion& item) { return item.edit.is_null(); });
  validation.require(changes.judgement || all_edited, "", "needs a decision, an edit, or both");
  if (!validation.passed()) return refused("nothing was changed", std::move(validation).problems());
  return changes;
}

Json topics_of(const Json& item) { return item.value("topics", Json::array()); }

void edit_topics(Json& item, const Json& topics) {
  Json next = Json::array();
  const Json removed = topics.value("remove", Json::array());
  const auto among = [](const Json& list, const Json& slug) {
    return std::find(list.begin(), list.end(), slug) != list.end();
  };
  for (const Json& slug : topics.value("set", topics_of(item))) {
    if (!among(removed, slug)) next.push_back(slug);
  }
  for (const Json& slug : topics.value("add", Json::array())) {
    if (!among(next, slug)) next.push_back(slug);
  }
  item.erase("topics");
  if (!next.empty()) item["topics"] = std::move(next);
}

void apply(Json& item, const Json& edit) {
  for (const auto& [key, value] : edit.items()) {
    if (key == "topics") {
      edit_topics(item, value);
    } else if (value.is_null()) {
      item.erase(key);
    } else {
      item[key] = value;
    }
  }
}

// What takes `edit` back from what `item` becomes by it.
Json undoing(const Json& item, const Json& edit) {
  Json undo = Json::object();
  for (const auto& [key, value] : edit.items()) {
    undo[key] = key == "topics" ? Json{{"set", topics_of(item)}} : item.value(key, Json());
  }
  return undo;
}

// One item inside the caller's transaction. Everything is decided before anything is written, so that a
// refusal leaves nothing behind.
class ItemEditor {
 public:
  ItemEditor(store::Transaction& tx, const Clock& clock, std::string_view actor)
      : tx_(tx), clock_(clock), actor_(actor) {}

  ItemChange change(const ItemVersion& wanted, const std::optional<Judgement>& judgement) {
    const auto document = tx_.document(DocumentKind::content, wanted.id);
    if (!document || document->removed) {
      return {wanted.id, Error{ErrorCode::not_found, "there is no content item " + wanted.id}};
    }
    Json item = stored(document->body);
    if (wanted.edit.is_null()) return {wanted.id, write(item, wanted, judgement)};
    Json undo = undoing(item, wanted.edit);
    apply(item, wanted.edit);
    return {wanted.id, write(item, wanted, judgement), std::move(undo)};
  }

 private:
  Result<Saved> write(const Json& item, const ItemVersion& wanted,
                      const std::optional<Judgement>& judgement) {
    const std::string what = "content item " + wanted.id;
    store::ContentState state = editorial_state(tx_, wanted.id);
    if (judgement) {
      auto next = judged(state, *judgement, clock_);
      if (!next) return next.error();
      state = std::move(*next);
    }
    const bool approved = editorial(state) == Editorial::approved;
    auto problems = approved ? content_problems(item) : draft_problems(item);
    if (!problems.empty()) return refused(what + " is not complete", std::move(problems));
    auto saved = save(tx_, clock_, {DocumentKind::content, wanted.id, what}, item.dump(), wanted.expected);
    if (!saved) return saved;
    if (!wanted.edit.is_null()) audit(tx_, clock_, actor_, "content.save", wanted.id);
    if (judgement) {
      tx_.put_content_state(state);
      audit(tx_, clock_, actor_, std::string("content.") + name(judgement->decision), wanted.id);
    }
    return saved;
  }

  store::Transaction& tx_;
  const Clock& clock_;
  std::string_view actor_;
};

}  // namespace

Result<Saved> decide_item(store::Transaction& tx, const Clock& clock, std::string_view id,
                          const Judgement& judgement, const Expected& expected, std::string_view actor) {
  if (!is_id(id)) return Error{ErrorCode::not_found, "there is no content item " + std::string(id)};
  return ItemEditor(tx, clock, actor).change({std::string(id), expected, Json()}, judgement).saved;
}

Result<Saved> Content::decide(std::string_view id, const Judgement& judgement, const Expected& expected,
                              std::string_view actor) {
  return store_.write(
      [&](store::Transaction& tx) { return decide_item(tx, clock_, id, judgement, expected, actor); });
}

Result<std::vector<ItemChange>> Content::change(std::string_view json, std::string_view actor) {
  const auto changes = read_changes(json);
  if (!changes) return changes.error();
  return store_.write([&](store::Transaction& tx) -> Result<std::vector<ItemChange>> {
    ItemEditor editor(tx, clock_, actor);
    std::vector<ItemChange> done;
    for (const ItemVersion& item : changes->items) done.push_back(editor.change(item, changes->judgement));
    return done;
  });
}

}  // namespace herold::app
