#include "app/default_packs.h"

#include <algorithm>

#include "app/audit.h"
#include "app/json.h"
#include "app/pack_reading.h"
#include "app/records.h"
#include "app/source.h"
#include "app/validation.h"

namespace herold::app {
namespace {

// A map of texts by language, whatever its key is called.
bool is_text_map(const Json& json, const std::string& language) {
  if (!json.is_object() || !json.contains(language)) return false;
  return std::all_of(json.begin(), json.end(), [](const Json& text) { return text.is_string(); });
}

// A text map must hold the pack's default language; a stranger's map gains it from its own default.
void add_language(Json& json, const std::string& from, const std::string& to) {
  if (is_text_map(json, from)) {
    if (!json.contains(to)) json[to] = json.at(from);
    return;
  }
  if (!json.is_structured()) return;
  for (Json& part : json) add_language(part, from, to);
}

bool wanted(const std::vector<std::string>& ids, const std::string& id) {
  return ids.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool has(const Json& pack, const std::string& id) {
  return std::any_of(pack.at("guidelines").begin(), pack.at("guidelines").end(),
                     [&](const Json& guideline) { return text_of(guideline, "id") == id; });
}

}  // namespace

DefaultPacks::DefaultPacks(store::Store& store, const Clock& clock, std::vector<std::string> packs)
    : store_(store), clock_(clock), packs_(std::move(packs)) {}

std::vector<DefaultPack> DefaultPacks::list() const {
  std::vector<DefaultPack> all;
  for (const std::string& text : packs_) {
    const Json pack = stored(text);
    all.push_back({.id = text_of(pack, "id"),
                   .language = text_of(pack, "defaultLanguage"),
                   .title = pack.value("title", Json(text_of(pack, "id"))).dump(),
                   .guidelines = static_cast<std::int64_t>(pack.at("guidelines").size())});
  }
  return all;
}

Result<std::string> DefaultPacks::document(std::string_view id) const {
  for (const std::string& text : packs_) {
    if (text_of(stored(text), "id") == id) return text;
  }
  return Error{ErrorCode::not_found, "there is no default pack \"" + std::string(id) + "\""};
}

Result<Copied> DefaultPacks::copy(std::string_view pack, const std::vector<std::string>& ids,
                                  std::string_view actor) {
  const auto text = document(pack);
  if (!text) return text.error();
  const Json source = stored(*text);
  for (const std::string& id : ids) {
    if (!has(source, id)) return Error{ErrorCode::not_found, "the pack has no guideline \"" + id + "\""};
  }
  return store_.write([&](store::Transaction& tx) -> Result<Copied> {
    const std::string head = head_document(tx).body;
    const std::string language = text_of(stored(head), "defaultLanguage");
    Copied copied;
    for (Json guideline : source.at("guidelines")) {
      const std::string id = text_of(guideline, "id");
      if (!wanted(ids, id)) continue;
      const auto current = tx.document(store::DocumentKind::guideline, id);
      if (current && !current->removed) {
        copied.skipped.push_back(id);
        continue;
      }
      add_language(guideline, text_of(source, "defaultLanguage"), language);
      auto problems = guideline_problems(head, guideline.dump());
      if (!problems.empty()) return refused("guideline " + id + " cannot be copied", std::move(problems));
      const auto saved = save(tx, clock_, {store::DocumentKind::guideline, id, "guideline " + id},
                              guideline.dump(), std::nullopt);
      if (!saved) return saved.error();
      copied.copied.push_back(id);
    }
    audit(tx, clock_, actor, "pack.copy", pack);
    return copied;
  });
}

}  // namespace herold::app
