#include "app/content_index.h"

#include <cstdio>
#include <map>
#include <utility>

#include "app/canonical_url.h"
#include "app/clock.h"
#include "app/editorial.h"
#include "app/json.h"
#include "app/search_text.h"
#include "app/validation.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

using Item = std::shared_ptr<const IndexedItem>;

std::vector<std::string> texts_of(const Json& item, const char* key) {
  std::vector<std::string> texts;
  for (const Json& one : member(item, key))
    if (one.is_string()) texts.push_back(one.get<std::string>());
  return texts;
}

void add_line(std::string& texts, std::string_view text) {
  if (!text.empty()) texts.append(folded(text)) += '\n';
}

std::string folded_texts(const Json& item) {
  std::string texts;
  for (const char* key : {"id", "title", "summary", "url", "owner", "disclosure"})
    add_line(texts, text_of(item, key));
  for (const char* key : {"hashtags", "topics"})
    for (const std::string& one : texts_of(item, key)) add_line(texts, one);
  for (const Json& caption : member(item, "captions")) add_line(texts, text_of(caption, "text"));
  return texts;
}

// Digits that sort as the number does.
std::string sortable(std::int64_t seconds) {
  char digits[24];
  const int length = std::snprintf(digits, sizeof digits, "%012lld", static_cast<long long>(seconds));
  return {digits, static_cast<std::size_t>(length)};
}

// After every point in time.
constexpr const char* kNever = "~";

std::string sortable_time(const std::string& text) {
  const auto time = parse_rfc3339(text);
  return time ? sortable(*time) : kNever;
}

// Enough to tell titles apart; a cursor carries it.
constexpr std::size_t kLongestKey = 160;  // bytes

std::array<std::string, kContentKeys> keys_of(const store::Document& document, const Json& item) {
  return {sortable(document.updated_at), folded(text_of(item, "title")).substr(0, kLongestKey),
          ascii::to_lower(text_of(item, "language")), sortable_time(text_of(item, "until"))};
}

// What is known already, or read anew: one by one, unless that is much of the library.
IndexedContent::Items items_of(store::Transaction& tx, const IndexedContent& known) {
  const auto versions = tx.document_versions(store::DocumentKind::content);
  std::map<std::string_view, Item> items;
  for (const Item& item : known.by_id) {
    const auto version = versions.find(item->document.id);
    if (version != versions.end() && version->second == item->document.version)
      items.emplace(item->document.id, item);
  }
  const std::size_t missing = versions.size() - items.size();
  IndexedContent::Items all;
  if (missing > 100) {
    for (store::Document& document : tx.documents(store::DocumentKind::content)) {
      const auto found = items.find(document.id);
      all.push_back(found != items.end() ? found->second : indexed(std::move(document)));
    }
    return all;
  }
  for (const auto& [id, version] : versions) {
    const auto found = items.find(id);
    all.push_back(found != items.end() ? found->second
                                       : indexed(*tx.document(store::DocumentKind::content, id)));
  }
  return all;
}

}  // namespace

std::shared_ptr<const IndexedItem> indexed(store::Document document) {
  const Json item = stored(document.body);
  auto keys = keys_of(document, item);
  return std::make_shared<const IndexedItem>(
      IndexedItem{.document = std::move(document),
                  .canonical = canonical_url(text_of(item, "url")).value_or(""),
                  .title = text_of(item, "title"),
                  .language = ascii::to_lower(text_of(item, "language")),
                  .texts = folded_texts(item),
                  .topics = texts_of(item, "topics"),
                  .networks = texts_of(item, "networks"),
                  .keys = std::move(keys)});
}

std::shared_ptr<const IndexedContent> ContentIndex::content(store::Transaction& tx) {
  const std::int64_t changes = tx.count_changes(store::DocumentKind::content);
  const std::lock_guard lock(mutex_);
  if (content_->changes == changes) return content_;
  auto content = std::make_shared<IndexedContent>();
  content->changes = changes;
  content->by_id = items_of(tx, *content_);
  for (const Item& item : content->by_id) {
    content->addresses.add_canonical(item->canonical, {item->document.id, item->title});
    content->languages.insert(item->language.substr(0, item->language.find('-')));
  }
  return content_ = std::move(content);
}

Result<std::shared_ptr<const IndexedContent>> current_library(store::Store& store, ContentIndex& index) {
  return store.read([&](store::Transaction& tx) -> Result<std::shared_ptr<const IndexedContent>> {
    return index.content(tx);
  });
}

Source working_source(store::Transaction& tx, ContentIndex& index) {
  std::map<std::string, std::string> approved;
  for (const Item& item : index.content(tx)->by_id)
    approved.emplace_hint(approved.end(), item->document.id, item->document.body);
  for (const store::ContentState& state : tx.content_states())
    if (editorial(state) != Editorial::approved) approved.erase(state.id);
  return working_source(tx, std::move(approved));
}

}  // namespace herold::app
