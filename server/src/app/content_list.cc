// The library as a list: filtered, newest change first, page by page.
#include <algorithm>
#include <charconv>
#include <optional>

#include "app/canonical_url.h"
#include "app/content.h"
#include "app/content_shelf.h"
#include "app/json.h"

namespace herold::app {
namespace {

constexpr std::size_t kFew = 100;  // items whose states are looked up one by one

bool holds(const std::vector<std::string>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// What the query must stand in, whatever else is in the text of the JSON: most items need no parsing.
std::string as_written(const std::string& lower_case_query) {
  const std::string json = Json(lower_case_query).dump();
  return json.substr(1, json.size() - 2);
}

// A filter made ready for many items; it must outlive the search.
class Search {
 public:
  explicit Search(const ContentFilter& filter)
      : filter_(filter),
        language_(lower_ascii(filter.language)),
        query_(lower_ascii(filter.query)),
        written_(as_written(query_)),
        page_(canonical_url(filter.address)) {}

  // All conditions but the editorial state, which is not the item's.
  bool matches(const IndexedItem& item) const {
    if (!filter_.topic.empty() && !holds(item.topics, filter_.topic)) return false;
    if (!language_.empty() && item.language != language_ && !item.language.starts_with(language_ + "-"))
      return false;
    if (!filter_.network.empty() && !item.networks.empty() && !holds(item.networks, filter_.network))
      return false;
    if (!filter_.address.empty() && (item.canonical.empty() || item.canonical != page_)) return false;
    return query_.empty() || says(item.document.body);
  }

 private:
  bool says(const std::string& body) const {
    return lower_ascii(body).find(written_) != std::string::npos && contains_text(stored(body), query_);
  }

  const ContentFilter& filter_;
  const std::string language_;
  const std::string query_;
  const std::string written_;
  const std::optional<std::string> page_;
};

// Where a page begins: after the item that was last changed then. Ids hold no underscore.
struct Cursor {
  std::int64_t updated_at = 0;
  std::string_view id;
};

std::string cursor_after(const store::Document& item) {
  return std::to_string(item.updated_at) + "_" + item.id;
}

std::optional<Cursor> read_cursor(std::string_view text) {
  const std::size_t sign = std::min(text.find('_'), text.size());
  Cursor cursor{.id = text.substr(std::min(sign + 1, text.size()))};
  const auto [end, error] = std::from_chars(text.data(), text.data() + sign, cursor.updated_at);
  if (error != std::errc() || end != text.data() + sign || !is_id(cursor.id)) return std::nullopt;
  return cursor;
}

}  // namespace

Result<ContentPage> Content::list(const ContentFilter& filter, const PageRequest& page) {
  const auto cursor = read_cursor(page.cursor);
  if (!cursor && !page.cursor.empty()) return Error{ErrorCode::invalid, "the cursor is none of ours"};
  const Search search(filter);
  return store_.read([&](store::Transaction& tx) -> Result<ContentPage> {
    ContentShelf shelf(tx, sources_, index_);
    if (!filter.state.empty() || page.limit > kFew) shelf.read_states();
    ContentPage found;
    const store::Document* last = nullptr;
    const auto items = shelf.newest_first();
    for (const auto& item : items) {
      if (cursor && !comes_after(item->document, cursor->updated_at, cursor->id)) continue;
      if (!search.matches(*item)) continue;
      if (!filter.state.empty() && shelf.editorial_of(item->document.id).state != filter.state) continue;
      if (found.items.size() == page.limit) {
        found.next = cursor_after(*last);
        break;
      }
      last = &item->document;
      found.items.push_back(shelf.view(item->document));
    }
    return found;
  });
}

}  // namespace herold::app
