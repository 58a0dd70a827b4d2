#include "app/guidelines.h"

#include <cassert>
#include <map>

#include "app/audit.h"
#include "app/json.h"
#include "app/pack_reading.h"
#include "app/records.h"
#include "app/source.h"
#include "app/validation.h"
#include "herold/ascii.h"
#include "herold/language_tag.h"

namespace herold::app {
namespace {

using store::DocumentKind;

Target guideline(std::string_view id) {
  return {DocumentKind::guideline, std::string(id), "guideline " + std::string(id)};
}

Error no_guideline(std::string_view id) {
  return {ErrorCode::not_found, "there is no guideline " + std::string(id)};
}

GuidelineEntry entry(const store::Document& document, State state) {
  const Json json = stored(document.body);
  const std::string severity = text_of(json, "severity");
  return {.id = document.id,
          .kind = text_of(json, "kind"),
          .severity = severity.empty() ? "warning" : severity,
          .message = json.value("message", Json("")).dump(),
          .state = state,
          .updated_at = document.updated_at,
          .version = document.version};
}

bool matches(const store::Document& document, const std::string& query) {
  return query.empty() || contains_text(stored(document.body), query);
}

// A published guideline that is no longer in the working pack, with the version its tombstone has.
store::Document removed_document(store::Transaction& tx, const std::string& id, const std::string& body) {
  auto tombstone = tx.document(DocumentKind::guideline, id);
  assert(tombstone);  // what was published was saved, and what was saved leaves a tombstone
  tombstone->body = body;
  return *tombstone;
}

// Of the whole: every change of the head or of a guideline counts it up, removals too.
std::int64_t pack_version(store::Transaction& tx) {
  return tx.count_changes(DocumentKind::pack) + tx.count_changes(DocumentKind::guideline);
}

}  // namespace

Result<std::vector<GuidelineEntry>> Guidelines::list(std::string_view query) {
  const std::string wanted = ascii::to_lower(query);
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<GuidelineEntry>> {
    const auto published = sources_.baseline(tx);
    const auto* before = published ? &published->guidelines : nullptr;
    std::map<std::string, GuidelineEntry> entries;
    std::map<std::string, bool> present;
    for (const auto& document : tx.documents(DocumentKind::guideline)) {
      present[document.id] = true;
      if (!matches(document, wanted)) continue;
      entries.emplace(document.id, entry(document, state_of(before, document.id, document.body)));
    }
    for (const auto& [id, body] : before ? *before : std::map<std::string, std::string>{}) {
      if (present.contains(id)) continue;
      const auto document = removed_document(tx, id, body);
      if (matches(document, wanted)) entries.emplace(id, entry(document, State::removed));
    }
    std::vector<GuidelineEntry> list;
    for (auto& [id, found] : entries) list.push_back(std::move(found));
    return list;
  });
}

Result<DocumentView> Guidelines::get(std::string_view id) {
  if (!is_id(id)) return no_guideline(id);
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto published = sources_.baseline(tx);
    const auto* before = published ? &published->guidelines : nullptr;
    auto document = tx.document(DocumentKind::guideline, id);
    if (document && !document->removed) {
      return DocumentView{.id = document->id,
                          .json = document->body,
                          .version = document->version,
                          .updated_at = document->updated_at,
                          .state = state_of(before, document->id, document->body)};
    }
    if (!before || !before->contains(std::string(id))) return no_guideline(id);
    const auto removed = removed_document(tx, std::string(id), before->at(std::string(id)));
    return DocumentView{.id = removed.id,
                        .json = removed.body,
                        .version = removed.version,
                        .updated_at = removed.updated_at,
                        .state = State::removed};
  });
}

Result<Saved> Guidelines::put(std::string_view id, std::string_view json, const Expected& expected,
                              std::string_view actor) {
  const auto parsed = parse_object(json, "the guideline");
  if (!parsed) return parsed.error();
  if (!is_id(id) || text_of(*parsed, "id") != id) {
    return Error{ErrorCode::refused,
                 "the guideline's `id` must be \"" + std::string(id) +
                     "\", of lower-case letters, digits, full stops and hyphens",
                 "/id"};
  }
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    auto problems = guideline_problems(head_document(tx).body, std::string(json));
    if (!problems.empty()) return refused("the guideline cannot be saved", std::move(problems));
    auto saved = save(tx, clock_, guideline(id), parsed->dump(), expected);
    if (saved) audit(tx, clock_, actor, "guideline.save", id);
    return saved;
  });
}

Result<void> Guidelines::remove(std::string_view id, const Expected& expected, std::string_view actor) {
  if (!is_id(id)) return no_guideline(id);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto removed = app::remove(tx, clock_, guideline(id), expected);
    if (removed) audit(tx, clock_, actor, "guideline.remove", id);
    return removed;
  });
}

Result<Saved> Guidelines::restore(std::string_view id, const Expected& expected, std::string_view actor) {
  if (!is_id(id)) return no_guideline(id);
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    const auto published = sources_.baseline(tx);
    const auto document = tx.document(DocumentKind::guideline, id);
    if (!document) return no_guideline(id);
    std::string body = document->body;  // a tombstone's is what was removed
    if (!document->removed && published && published->guidelines.contains(document->id))
      body = published->guidelines.at(document->id);
    auto saved = save(tx, clock_, guideline(id), std::move(body), expected);
    if (saved) audit(tx, clock_, actor, "guideline.restore", id);
    return saved;
  });
}

Result<DocumentView> Guidelines::head() {
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = head_document(tx);
    const auto published = sources_.baseline(tx);
    State state = State::fresh;
    if (published) state = same_json(published->head, document.body) ? State::published : State::changed;
    return DocumentView{.id = kOnly,
                        .json = document.body,
                        .version = document.version,
                        .updated_at = document.updated_at,
                        .state = state};
  });
}

Result<Saved> Guidelines::put_head(std::string_view json, const Expected& expected, std::string_view actor) {
  const auto head = parse_object(json, "the pack's head");
  if (!head) return head.error();
  Validation validation("");
  validation.require(is_id(text_of(*head, "id")), "/id",
                     "must be lower-case letters, digits, full stops and hyphens");
  validation.require(is_labels(member(*head, "title")), "/title", "must be a text, or one by language");
  validation.require(is_language_tag(text_of(*head, "defaultLanguage")), "/defaultLanguage",
                     "must be a language tag");
  validation.require(!head->contains("guidelines") && !head->contains("schema"), "",
                     "guidelines and schema are not part of the head");
  if (!validation.passed()) {
    return refused("the pack's head cannot be saved", std::move(validation).problems());
  }
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    auto saved = save(tx, clock_, {DocumentKind::pack, kOnly, "pack's head"}, head->dump(), expected);
    if (saved) audit(tx, clock_, actor, "pack.save", text_of(*head, "id"));
    return saved;
  });
}

Result<PackView> Guidelines::document() {
  return store_.read([&](store::Transaction& tx) -> Result<PackView> {
    const Source source = working_source(tx, {});
    return PackView{.json = stored(pack_text(source.head, source.guidelines)).dump(2) + "\n",
                    .version = pack_version(tx)};
  });
}

Result<Imported> Guidelines::replace(std::string_view pack, const Expected& expected,
                                     std::string_view actor) {
  auto parts = split_pack(pack);
  if (!parts) return parts.error();
  return store_.write([&](store::Transaction& tx) -> Result<Imported> {
    if (!expected.admits(pack_version(tx), true)) return stale("working pack");
    Imported imported;
    for (const auto& document : tx.documents(DocumentKind::guideline)) {
      const auto next = parts->guidelines.find(document.id);
      if (next == parts->guidelines.end()) {
        if (auto removed = app::remove(tx, clock_, guideline(document.id), std::nullopt); !removed) {
          return removed.error();
        }
        ++imported.removed;
      } else if (same_json(next->second, document.body)) {
        parts->guidelines.erase(next);
      }
    }
    for (auto& [id, body] : parts->guidelines) {
      const auto saved = save(tx, clock_, guideline(id), std::move(body), std::nullopt);
      if (!saved) return saved.error();
      ++(saved->created ? imported.added : imported.changed);
    }
    const auto head = save(tx, clock_, {DocumentKind::pack, kOnly, "pack's head"}, parts->head, std::nullopt);
    if (!head) return head.error();
    audit(tx, clock_, actor, "pack.import", text_of(stored(parts->head), "id"));
    return imported;
  });
}

Result<std::shared_ptr<const TestReport>> Guidelines::test() {
  const auto pack =
      store_.read([&](store::Transaction& tx) -> Result<std::string> { return working_pack(tx); });
  if (!pack) return pack.error();
  return examples_.of(*pack);
}

}  // namespace herold::app
