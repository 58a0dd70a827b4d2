#include "feeds/json_feed.h"

#include "app/json.h"
#include "feeds/text.h"

namespace herold::feeds {
namespace {

using app::Json;
using app::text_of;

// Ids are texts; some write numbers.
std::string id_of(const Json& item) {
  const auto id = item.find("id");
  if (id != item.end() && id->is_number()) return id->dump();
  return tidy_text(text_of(item, "id"), Limits::url);
}

Entry read_item(const Json& item, const std::string& url) {
  const std::string html = text_of(item, "content_html");
  const std::string text = text_of(item, "content_text");
  Entry entry;
  entry.id = id_of(item);
  for (const char* key : {"url", "external_url", "id"})
    if (entry.url.empty()) entry.url = absolute_url(text_of(item, key), key[0] == 'i' ? "" : url);
  entry.title = tidy_text(text_of(item, "title"), Limits::title);
  entry.summary = tidy_text(text_of(item, "summary"), Limits::summary);
  if (entry.summary.empty()) entry.summary = tidy_text(text, Limits::summary);
  if (entry.summary.empty()) entry.summary = plain_text(html, Limits::summary);
  for (const char* key : {"image", "banner_image"})
    if (entry.image.empty()) entry.image = absolute_url(text_of(item, key), url);
  if (entry.image.empty()) entry.image = absolute_url(first_image(html), url);
  entry.language = language_tag(text_of(item, "language"));
  entry.published = app::parse_rfc3339(text_of(item, "date_published"));
  if (!entry.published) entry.published = app::parse_rfc3339(text_of(item, "date_modified"));
  return entry;
}

}  // namespace

bool names_json_feed(std::string_view text) {
  return text.find("jsonfeed.org/version/") != std::string_view::npos;
}

std::optional<Feed> read_json_feed(const std::string& utf8, const std::string& url) {
  const auto json = app::parse_object(utf8, "the feed");
  if (!json || !names_json_feed(text_of(*json, "version"))) return std::nullopt;
  Feed feed;
  feed.title = tidy_text(text_of(*json, "title"), Limits::title);
  feed.language = language_tag(text_of(*json, "language"));
  const auto items = json->find("items");
  if (items == json->end() || !items->is_array()) return feed;
  for (const Json& item : *items)
    if (item.is_object() && feed.entries.size() <= Limits::entries)
      feed.entries.push_back(read_item(item, url));
  return feed;
}

}  // namespace herold::feeds
