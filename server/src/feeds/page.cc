#include "feeds/page.h"

#include <map>

#include "app/json.h"
#include "feeds/html.h"
#include "feeds/text.h"
#include "herold/ascii.h"

namespace herold::feeds {
namespace {

// What the document's elements say, the first of each name.
struct Findings {
  std::map<std::string, std::string> meta;  // by property or name, in lower case
  std::string title;
  std::string language;
  std::string canonical;
  std::string feed;
  std::string base;
};

void keep(std::string& place, std::string value) {
  if (place.empty()) place = std::move(value);
}

void read_meta(xmlNode* node, Findings& found) {
  std::string name = attribute(node, "property");
  if (name.empty()) name = attribute(node, "name");
  if (!name.empty()) found.meta.emplace(ascii::to_lower(name), attribute(node, "content"));
}

void read_link(xmlNode* node, Findings& found) {
  const std::string relation = ascii::to_lower(attribute(node, "rel"));
  const std::string type = ascii::to_lower(attribute(node, "type"));
  if (relation == "canonical") keep(found.canonical, attribute(node, "href"));
  const bool feed = type == "application/rss+xml" || type == "application/atom+xml" ||
                    type == "application/feed+json" || type == "application/rdf+xml";
  if (relation == "alternate" && feed) keep(found.feed, attribute(node, "href"));
}

void look_at(xmlNode* node, Findings& found) {
  if (is_element(node, "html")) keep(found.language, attribute(node, "lang"));
  if (is_element(node, "title") && node->parent && is_element(node->parent, "head"))
    keep(found.title, text_inside(node));
  if (is_element(node, "base")) keep(found.base, attribute(node, "href"));
  if (is_element(node, "meta")) read_meta(node, found);
  if (is_element(node, "link")) read_link(node, found);
}

// The first of the names that says something.
std::string meta(const Findings& found, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto one = found.meta.find(name);
    if (one != found.meta.end() && !tidy_text(one->second, Limits::url).empty()) return one->second;
  }
  return "";
}

std::string first_of(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

}  // namespace

Page read_page(std::string_view utf8, const std::string& url) {
  Findings found;
  const HtmlDocument document = parse_html(utf8.substr(0, Limits::page));
  for (xmlNode* node = document ? document->children : nullptr; node; node = next_node(node))
    look_at(node, found);

  const std::string base = first_of(absolute_url(found.base, url), url);
  Page page;
  page.url = first_of(absolute_url(first_of(found.canonical, meta(found, {"og:url"})), base), url);
  page.title = tidy_text(first_of(meta(found, {"og:title", "twitter:title"}), found.title), Limits::title);
  page.summary =
      tidy_text(meta(found, {"og:description", "twitter:description", "description"}), Limits::summary);
  page.image = absolute_url(
      meta(found, {"og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"}),
      base);
  page.image_alt = tidy_text(meta(found, {"og:image:alt", "twitter:image:alt"}), Limits::title);
  page.language = language_tag(found.language);
  if (page.language.empty()) page.language = language_tag(meta(found, {"og:locale", "content-language"}));
  page.feed = absolute_url(found.feed, base);
  return page;
}

bool is_html(std::string_view utf8, std::string_view content_type) {
  const std::string head = ascii::to_lower(utf8.substr(0, 1024));
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos)
    return true;
  return content_type.find("html") != std::string_view::npos && head[first] == '<' &&
         head.compare(first, 5, "<?xml") != 0;
}

}  // namespace herold::feeds
