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

// Where an item once stood.
struct Standing {
  Editorial state = Editorial::draft;
  std::string note;
};

struct Changes {
  std::vector<ItemVersion> items;
  std::optional<Judgement> judgement;
};

using Keys = std::vector<std::string_view>;

Keys editable() { return {"topics", "from", "until", "priority", "owner", "networks", "audience"}; }

void know_only(Validation& validation, const Json& object, const std::string& at, const Keys& keys) {
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

void check_audience(Validation& validation, const Json& audience, const std::string& at) {
  const bool good = audience.is_null() || (audience.is_object() && !audience.empty());
  validation.require(good, at, "must be an object with `roles`, `groups` or both");
  if (audience.is_object()) know_only(validation, audience, at, {"roles", "groups"});
}

// What the other members may be is the item's own check.
void check_edit(Validation& validation, const Json& edit, const std::string& at,
                const Keys& keys = editable()) {
  validation.require(edit.is_object() && !edit.empty(), at, "must be an object that changes something");
  if (!edit.is_object()) return;
  know_only(validation, edit, at, keys);
  if (edit.contains("topics")) check_topics(validation, edit.at("topics"), at + "/topics");
  if (edit.contains("audience")) check_audience(validation, edit.at("audience"), at + "/audience");
}

std::optional<Standing> standing_of(const Json& edit) {
  const Json standing = edit.is_object() ? member(edit, "editorial") : Json();
  if (!standing.is_object()) return std::nullopt;
  return Standing{editorial_named(text_of(standing, "state")).value_or(Editorial::draft),
                  text_of(standing, "note")};
}

// Of one item, which may go back to where it stood.
void check_own_edit(Validation& validation, const Json& edit, const std::string& at, bool is_judged) {
  Keys keys = editable();
  keys.emplace_back("editorial");
  check_edit(validation, edit, at, keys);
  if (!edit.is_object() || !edit.contains("editorial")) return;
  const Json& standing = edit.at("editorial");
  validation.require(!is_judged, at + "/editorial", "does not go with a decision");
  validation.require(standing.is_object(), at + "/editorial", "must be an object with `state` and `note`");
  if (!standing.is_object()) return;
  know_only(validation, standing, at + "/editorial", {"state", "note"});
  validation.require(editorial_named(text_of(standing, "state")).has_value(), at + "/editorial/state",
                     "must be draft, proposed, approved or archived");
  validation.require(!standing.contains("note") || standing.at("note").is_string(), at + "/editorial/note",
                     "must be a text");
}

// `body` may have an edit of those that have none of their own.
std::vector<ItemVersion> read_items(Validation& validation, const Json& body) {
  const Json list = member(body, "items");
  const Json common = member(body, "edit");
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
    if (list[i].contains("edit")) check_own_edit(validation, edit, at + "/edit", body.contains("decision"));
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
  Changes changes{.items = read_items(validation, *body), .judgement = read_judgement(validation, *body)};
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

// Null removes; an audience that says nothing more goes.
void edit_audience(Json& item, const Json& edit) {
  Json audience = edit.is_null() ? Json::object() : item.value("audience", Json::object());
  for (const auto& [key, value] : edit.items()) {
    if (value.is_null()) {
      audience.erase(key);
    } else {
      audience[key] = value;
    }
  }
  if (audience.empty()) {
    item.erase("audience");
  } else {
    item["audience"] = std::move(audience);
  }
}

void apply(Json& item, const Json& edit) {
  for (const auto& [key, value] : edit.items()) {
    if (key == "topics") {
      edit_topics(item, value);
    } else if (key == "audience") {
      edit_audience(item, value);
    } else if (key == "editorial") {
      continue;  // not the item's own
    } else if (value.is_null()) {
      item.erase(key);
    } else {
      item[key] = value;
    }
  }
}

Json former_audience(const Json& item, const Json& edit) {
  const Json audience = member(item, "audience");
  if (edit.is_null() || audience.is_null()) return audience;
  Json former = Json::object();
  for (const auto& [key, value] : edit.items()) former[key] = audience.value(key, Json());
  return former;
}

Json former(const Json& item, const std::string& key, const Json& edit) {
  if (key == "topics") return {{"set", topics_of(item)}};
  return key == "audience" ? former_audience(item, edit) : member(item, key.c_str());
}

// What takes `edit` back from what `item` becomes by it.
Json undoing(const Json& item, const Json& edit) {
  Json undo = Json::object();
  for (const auto& [key, value] : edit.items()) {
    if (key != "editorial") undo[key] = former(item, key, value);
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
    const Json before = stored(document->body);
    Json item = before;
    Json undo = undoing(item, wanted.edit);
    apply(item, wanted.edit);
    const auto standing = standing_of(wanted.edit);
    if (!judgement && !standing && item == before) return {wanted.id, left_as_it_is(*document, wanted)};
    const store::ContentState stood = editorial_state(tx_, wanted.id);
    const bool is_edited = !undo.empty();
    if (judgement || standing) undo["editorial"] = {{"state", stood.state}, {"note", stood.note}};
    auto next = standing    ? returned(stood, standing->state, standing->note, clock_)
                : judgement ? judged(stood, *judgement, clock_)
                            : Result<store::ContentState>(stood);
    if (!next) return {wanted.id, next.error()};
    auto saved = write(item, wanted, *next);
    if (!saved) return {wanted.id, saved.error()};
    if (is_edited) tell("content.save", wanted.id);
    if (judgement) tell(std::string("content.") + name(judgement->decision), wanted.id);
    if (standing) tell("content.undo", wanted.id);
    if (judgement || standing) tx_.put_content_state(*next);
    return {wanted.id, saved, std::move(undo)};
  }

 private:
  static std::string what(const ItemVersion& wanted) { return "content item " + wanted.id; }

  static Result<Saved> left_as_it_is(const store::Document& document, const ItemVersion& wanted) {
    if (!wanted.expected.admits(document.version, true)) return stale(what(wanted));
    return Saved{.version = document.version};
  }

  Result<Saved> write(const Json& item, const ItemVersion& wanted, const store::ContentState& next) {
    const bool approved = editorial(next) == Editorial::approved;
    auto problems = approved ? content_problems(item) : draft_problems(item);
    if (!problems.empty()) return refused(what(wanted) + " is not complete", std::move(problems));
    return save(tx_, clock_, {DocumentKind::content, wanted.id, what(wanted)}, item.dump(), wanted.expected);
  }

  void tell(std::string_view action, const std::string& id) { audit(tx_, clock_, actor_, action, id); }

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
