#include "feeds/xml_feed.h"

#include <initializer_list>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>

#include "feeds/text.h"
#include "outgoing/client.h"

namespace herold::feeds {
namespace {

using pugi::xml_node;

// Every entry asks what is above it, so what is there has to be small.
constexpr int kDeepestBase = 64;     // levels above an element that are asked for xml:base
constexpr int kBaseAttributes = 64;  // attributes of each that are looked at

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// By the prefixes that everybody uses: "media:title" is not the title.
xml_node child(xml_node node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (xml_node one : node.children())
      if (name == one.name()) return one;
  return {};
}

// An element of the feed's own vocabulary, whatever prefix the document gives it.
bool is_own(xml_node node, std::string_view name, std::string_view own_prefix) {
  return local_name(node.name()) == name && prefix(node.name()) == own_prefix;
}

// What is inside, as HTML: text as it is, elements (xhtml) written out again.
std::string inside(xml_node node) {
  std::string text;
  for (xml_node part : node.children()) {
    if (text.size() > Limits::markup) break;
    if (part.type() != pugi::node_element) {
      text += part.value();
      continue;
    }
    std::ostringstream out;
    part.print(out, "", pugi::format_raw);
    text += out.str();
  }
  return text;
}

std::string_view given_base(xml_node node) {
  int looked_at = 0;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (++looked_at > kBaseAttributes) break;
    if (std::string_view(attribute.name()) != "xml:base") continue;
    const std::string_view value = attribute.value();
    return value.size() <= Limits::url ? value : std::string_view();
  }
  return {};
}

std::string base_of(xml_node node, const std::string& url) {
  std::string base;
  int levels = 0;
  for (; node && levels < kDeepestBase; node = node.parent(), ++levels) {
    const std::string given(given_base(node));
    if (given.empty()) continue;
    base = base.empty() ? given : absolute_url(base, given);
    if (const std::string whole = absolute_url(base, ""); !whole.empty()) return whole;
  }
  const std::string whole = base.empty() ? url : absolute_url(base, url);
  return whole.empty() ? url : whole;
}

std::optional<app::Seconds> date_of(xml_node item, std::initializer_list<std::string_view> names) {
  const std::string text = tidy_text(child(item, names).child_value(), 64);
  if (text.empty()) return std::nullopt;
  if (const auto time = app::parse_rfc3339(text)) return time;
  return outgoing::parse_date(text);
}

bool is_picture(xml_node node) {
  const std::string_view type = node.attribute("type").value();
  return type.starts_with("image/") || std::string_view(node.attribute("medium").value()) == "image";
}

// Of Media RSS, iTunes, enclosures; else the first one in the text.
std::string image_of(xml_node item, const std::string& html, const std::string& base) {
  for (xml_node part : item.children()) {
    const std::string_view name = part.name();
    if (name == "media:group" && part.first_child()) part = child(part, {"media:content", "media:thumbnail"});
    const std::string_view inner = part.name();
    const bool pictured = inner == "media:thumbnail" ||
                          ((inner == "media:content" || inner == "enclosure") && is_picture(part));
    const char* key = inner == "itunes:image" ? "href" : "url";
    if (!pictured && inner != "itunes:image") continue;
    if (auto url = absolute_url(part.attribute(key).value(), base); !url.empty()) return url;
  }
  return absolute_url(first_image(html), base);
}

std::string language_of(xml_node node) { return language_tag(node.attribute("xml:lang").value()); }

// Titles of RSS are text to some and HTML to others; text that looks like markup is read as such.
Entry read_rss_item(xml_node item, const std::string& url) {
  const std::string base = base_of(item, url);
  const std::string html = inside(child(item, {"content:encoded", "description", "rss:description"}));
  const std::string summary = inside(child(item, {"description", "rss:description", "content:encoded"}));
  const xml_node guid = child(item, {"guid"});
  Entry entry;
  entry.url =
      absolute_url(child(item, {"link", "rss:link"}).child_value(), base_of(child(item, {"link"}), base));
  entry.id = tidy_text(guid.child_value(), Limits::url);
  if (entry.url.empty()) entry.url = absolute_url(child(item, {"atom:link"}).attribute("href").value(), base);
  if (entry.url.empty() && std::string_view(guid.attribute("isPermaLink").value()) != "false")
    entry.url = absolute_url(entry.id, "");
  entry.title = plain_text(inside(child(item, {"title", "rss:title", "dc:title"})), Limits::title);
  entry.summary = plain_text(summary, Limits::summary);
  entry.image = image_of(item, html, base);
  entry.language = language_tag(child(item, {"dc:language", "language"}).child_value());
  if (entry.language.empty()) entry.language = language_of(item);
  entry.published = date_of(item, {"pubDate", "dc:date", "pubdate", "published", "date"});
  return entry;
}

Feed read_rss(xml_node root, const std::string& url) {
  xml_node channel = root.child("channel");
  if (!channel) channel = root.child("rss:channel");
  Feed feed;
  feed.title = plain_text(inside(child(channel, {"title", "rss:title"})), Limits::title);
  feed.language = language_tag(child(channel, {"language", "dc:language"}).child_value());
  // RSS 2.0 has its items inside of the channel, RSS 1.0 beside it.
  for (const xml_node place : {channel, root})
    for (const xml_node item : place.children()) {
      if (local_name(item.name()) != "item" || feed.entries.size() > Limits::entries) continue;
      feed.entries.push_back(read_rss_item(item, url));
    }
  return feed;
}

// Type "text" (the default) is no markup, whatever it looks like.
std::string atom_text(xml_node node, std::size_t most) {
  const std::string_view type = node.attribute("type").value();
  if (type.empty() || type == "text") return tidy_text(inside(node), most);
  return plain_text(inside(node), most);
}

xml_node own_child(xml_node node, std::string_view name, std::string_view own_prefix) {
  for (const xml_node one : node.children())
    if (is_own(one, name, own_prefix)) return one;
  return {};
}

std::string atom_link(xml_node entry, std::string_view own_prefix, const std::string& url) {
  for (const xml_node link : entry.children()) {
    if (!is_own(link, "link", own_prefix)) continue;
    const std::string_view relation = link.attribute("rel").value();
    if (!relation.empty() && relation != "alternate") continue;
    if (auto found = absolute_url(link.attribute("href").value(), base_of(link, url)); !found.empty())
      return found;
  }
  return "";
}

Entry read_atom_entry(xml_node item, std::string_view own, const std::string& url) {
  const xml_node content = own_child(item, "content", own);
  const xml_node summary = own_child(item, "summary", own);
  Entry entry;
  entry.id = tidy_text(own_child(item, "id", own).child_value(), Limits::url);
  entry.url = atom_link(item, own, url);
  if (entry.url.empty()) entry.url = absolute_url(content.attribute("src").value(), base_of(content, url));
  if (entry.url.empty()) entry.url = absolute_url(entry.id, "");
  entry.title = atom_text(own_child(item, "title", own), Limits::title);
  entry.summary = atom_text(summary ? summary : content, Limits::summary);
  if (entry.summary.empty())
    entry.summary =
        tidy_text(item.child("media:group").child("media:description").child_value(), Limits::summary);
  entry.image = image_of(item, inside(content ? content : summary), base_of(item, url));
  entry.language = language_of(item);
  for (const std::string_view name : {"published", "updated", "issued", "modified"}) {
    if (!entry.published)
      entry.published = app::parse_rfc3339(tidy_text(own_child(item, name, own).child_value(), 64));
  }
  return entry;
}

Feed read_atom(xml_node root, const std::string& url) {
  const std::string_view own = prefix(root.name());
  Feed feed;
  feed.title = atom_text(own_child(root, "title", own), Limits::title);
  feed.language = language_of(root);
  for (const xml_node item : root.children()) {
    if (!is_own(item, "entry", own) || feed.entries.size() > Limits::entries) continue;
    feed.entries.push_back(read_atom_entry(item, own, url));
  }
  return feed;
}

std::optional<Feed> read_root(xml_node root, const std::string& url) {
  const std::string_view name = local_name(root.name());
  if (name == "rss" || name == "RDF") return read_rss(root, url);
  if (name == "feed") return read_atom(root, url);
  return std::nullopt;
}

}  // namespace

std::optional<Feed> read_xml_feed(const std::string& utf8, const std::string& url) {
  pugi::xml_document document;
  // pugixml knows XML's five entities and character references and expands no others, so that a document
  // cannot blow up; it neither recurses nor fetches anything.
  const pugi::xml_parse_result result =
      document.load_buffer(utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8);
  auto feed = read_root(document.document_element(), url);
  if (!feed || result) return feed;
  // Where the damage is, an entry was cut.
  if (!feed->entries.empty()) feed->entries.pop_back();
  feed->trouble = Trouble{"malformed", std::to_string(result.offset),
                          "The feed's XML is damaged at byte " + std::to_string(result.offset) + " (" +
                              result.description() + "); what stands before it was read."};
  return feed;
}

}  // namespace herold::feeds
