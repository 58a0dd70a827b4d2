#include "feeds/read_feed.h"

#include <algorithm>
#include <map>
#include <set>

#include "feeds/charset.h"
#include "feeds/json_feed.h"
#include "feeds/page.h"
#include "feeds/text.h"
#include "feeds/xml_feed.h"

namespace herold::feeds {
namespace {

constexpr std::size_t kMakeshiftTitle = 80;  // bytes

std::string host_of(const std::string& url) {
  const auto first = url.find("//") + 2;
  return url.substr(first, url.find_first_of("/?#", first) - first);
}

// Generators that give every entry the same id are met; their addresses tell the entries apart.
void mend_ids(std::vector<Entry>& entries) {
  std::map<std::string, std::set<std::string>> urls;
  for (const Entry& entry : entries) urls[entry.id].insert(entry.url);
  for (Entry& entry : entries)
    if (entry.id.empty() || urls[entry.id].size() > 1) entry.id = entry.url;
}

// The readers stop one past the limit.
void cut(Feed& feed) {
  if (feed.entries.size() <= Limits::entries) return;
  feed.entries.resize(Limits::entries);
  const std::string most = std::to_string(Limits::entries);
  if (!feed.trouble)
    feed.trouble = Trouble{"long", most,
                           "The feed has more than " + most + " entries; the first " + most +
                               " are looked at and the others never are."};
}

// Networks' feeds have no titles: what an entry begins with tells it from the others.
std::string makeshift_title(const Entry& entry) {
  return entry.summary.empty() ? host_of(entry.url) : tidy_text(entry.summary, kMakeshiftTitle);
}

void tidy(Feed& feed, app::Seconds now) {
  cut(feed);
  auto& entries = feed.entries;
  // Without an address there is nothing to share.
  const std::size_t without = std::erase_if(entries, [](const Entry& entry) { return entry.url.empty(); });
  if (entries.empty() && without > 0 && !feed.trouble)
    feed.trouble = Trouble{"no-links", std::to_string(without),
                           "None of the feed's " + std::to_string(without) + " entries links to a page."};
  mend_ids(entries);
  std::set<std::string> known;
  std::erase_if(entries, [&](const Entry& entry) { return !known.insert(entry.id).second; });
  for (Entry& entry : entries) {
    if (entry.title.empty()) entry.title = makeshift_title(entry);
    if (entry.published) entry.published = std::min(*entry.published, now);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.published.value_or(0) > b.published.value_or(0);
  });
}

Trouble no_feed(const std::string& utf8, std::string_view content_type, const std::string& url) {
  if (utf8.find_first_not_of(" \t\r\n") == std::string::npos)
    return {"not-a-feed", "", "The answer is empty."};
  if (!is_html(utf8, content_type))
    return {"not-a-feed", "", "The answer is neither RSS nor Atom nor JSON Feed."};
  const std::string named = read_page(utf8, url).feed;
  if (named.empty()) return {"html", "", "The answer is HTML, not a feed, and the page names none."};
  return {"html", named, "The answer is HTML, not a feed; the page names this feed: " + named};
}

}  // namespace

Reading read_feed(std::string_view bytes, std::string_view content_type, const std::string& url,
                  app::Seconds now) {
  auto text = to_utf8(bytes, content_type);
  if (auto* trouble = std::get_if<Trouble>(&text)) return std::move(*trouble);
  const auto& utf8 = std::get<std::string>(text);
  const auto first = utf8.find_first_not_of(" \t\r\n");
  const bool json = first != std::string::npos && utf8[first] == '{';
  auto feed = json ? read_json_feed(utf8, url) : read_xml_feed(utf8, url);
  if (!feed && json && names_json_feed(utf8))
    return Trouble{"malformed", "", "The feed's JSON is damaged; nothing of it can be read."};
  if (!feed) return no_feed(utf8, content_type, url);
  tidy(*feed, now);
  return std::move(*feed);
}

}  // namespace herold::feeds
