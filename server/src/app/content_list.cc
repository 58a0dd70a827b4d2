// The library as a list: filtered, sorted, page by page.
#include <algorithm>
#include <optional>

#include "app/canonical_url.h"
#include "app/content.h"
#include "app/content_shelf.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/search_text.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

using Item = std::shared_ptr<const IndexedItem>;

constexpr std::size_t kFew = 100;  // items whose states are looked up one by one

bool holds(const std::vector<std::string>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// A filter made ready for many items; it must outlive the search.
class Search {
 public:
  explicit Search(const ContentFilter& filter)
      : filter_(filter),
        language_(ascii::to_lower(filter.language)),
        words_(folded_words(filter.query)),
        page_(canonical_url(filter.address)) {}

  // All conditions but the editorial state, which is not the item's.
  bool matches(const IndexedItem& item) const {
    if (!filter_.topic.empty() && !holds(item.topics, filter_.topic)) return false;
    if (!language_.empty() && item.language != language_ && !item.language.starts_with(language_ + "-"))
      return false;
    if (!filter_.network.empty() && !item.networks.empty() && !holds(item.networks, filter_.network))
      return false;
    if (!filter_.address.empty() && (item.canonical.empty() || item.canonical != page_)) return false;
    return has_words(item.texts, words_);
  }

 private:
  const ContentFilter& filter_;
  const std::string language_;
  const std::vector<std::string> words_;
  const std::optional<std::string> page_;
};

bool is_in(const store::ContentState& editorial, std::string_view state) {
  return state == kCurrent ? editorial.state != name(Editorial::archived) : editorial.state == state;
}

void keep_matching(IndexedContent::Items& items, const Search& search, std::string_view state,
                   const ContentShelf& shelf) {
  std::erase_if(items, [&](const Item& item) {
    if (!search.matches(*item)) return true;
    return !state.empty() && !is_in(shelf.editorial_of(item->document.id), state);
  });
}

// Where something stands in a sorted list.
struct Place {
  std::string_view key;
  std::string_view id;
};

bool comes_before(const ContentOrder& order, const Place& a, const Place& b) {
  const int compared = a.key.compare(b.key);
  if (compared != 0) return order.descending ? compared > 0 : compared < 0;
  return a.id < b.id;
}

Place place_of(const IndexedItem& item, ContentKey by) { return {item.key(by), item.document.id}; }

// Of the last item of a page, whether or not it is still there.
struct Cursor {
  std::string key;
  std::string id;
};

// Ids hold no underscore.
std::string cursor_after(const IndexedItem& item, ContentKey by) {
  return base64url(item.key(by)) + "_" + item.document.id;
}

std::optional<Cursor> read_cursor(std::string_view text) {
  const std::size_t sign = text.rfind('_');
  if (sign == std::string_view::npos) return std::nullopt;
  const auto key = from_base64url(text.substr(0, sign));
  const std::string_view id = text.substr(sign + 1);
  if (!key || !is_id(id)) return std::nullopt;
  return Cursor{*key, std::string(id)};
}

// The first `limit` of what comes after the cursor, in order, and one more when there is one.
void cut_page(IndexedContent::Items& items, const PageRequest& page, const std::optional<Cursor>& after) {
  const ContentOrder& order = page.order;
  if (after)
    std::erase_if(items, [&](const Item& item) {
      return !comes_before(order, {after->key, after->id}, place_of(*item, order.by));
    });
  const std::size_t kept = page.limit < items.size() ? page.limit + 1 : items.size();
  std::partial_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(kept), items.end(),
                    [&](const Item& a, const Item& b) {
                      return comes_before(order, place_of(*a, order.by), place_of(*b, order.by));
                    });
  items.resize(kept);
}

}  // namespace

Result<ContentPage> Content::list(const ContentFilter& filter, const PageRequest& page) {
  const auto after = read_cursor(page.cursor);
  if (!after && !page.cursor.empty()) return Error{ErrorCode::invalid, "the cursor is none of ours"};
  const Search search(filter);
  return store_.read([&](store::Transaction& tx) -> Result<ContentPage> {
    ContentShelf shelf(tx, sources_, index_);
    if (!filter.state.empty() || page.limit > kFew) shelf.read_states();
    IndexedContent::Items items = shelf.items();
    ContentPage found;
    found.total = items.size();
    found.languages.assign(shelf.languages().begin(), shelf.languages().end());
    keep_matching(items, search, filter.state, shelf);
    found.matching = items.size();
    cut_page(items, page, after);
    if (items.size() > page.limit) {
      items.pop_back();
      found.next = cursor_after(*items.back(), page.order.by);
    }
    for (const Item& item : items) found.items.push_back(shelf.view(item->document));
    return found;
  });
}

Result<std::vector<ContentReference>> Content::references(const ContentFilter& filter) {
  const Search search(filter);
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<ContentReference>> {
    ContentShelf shelf(tx, sources_, index_);
    shelf.read_states();
    IndexedContent::Items items = index_.content(tx)->by_id;
    keep_matching(items, search, filter.state, shelf);
    std::vector<ContentReference> found;
    for (const Item& item : items) {
      const store::Document& document = item->document;
      found.push_back({.id = document.id,
                       .title = item->title,
                       .version = document.version,
                       .state = shelf.editorial_of(document.id).state});
    }
    return found;
  });
}

}  // namespace herold::app
