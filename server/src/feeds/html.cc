#include "feeds/html.h"

#include <algorithm>
#include <cstring>

namespace herold::feeds {
namespace {

constexpr int kMostAttributes = 256;  // of one element
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kEnds = " \t\r\n>";
constexpr std::string_view kNameStart = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:.";
constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:.-0123456789";

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

// Past the attribute that begins there, just as libxml2 reads it; what is none ends with the next blank.
std::size_t past_attribute(std::string_view html, std::size_t at) {
  if (kNameStart.find(html[at]) == std::string_view::npos) return html.find_first_of(kEnds, at);
  at = html.find_first_not_of(kName, at);
  const std::size_t sign = html.find_first_not_of(kBlanks, at);
  if (sign == std::string_view::npos || html[sign] != '=') return at;
  const std::size_t value = html.find_first_not_of(kBlanks, sign + 1);
  if (value == std::string_view::npos) return value;
  if (html[value] != '"' && html[value] != '\'') return html.find_first_of(kEnds, value);
  const std::size_t end = html.find(html[value], value + 1);
  return end == std::string_view::npos ? end : end + 1;
}

struct Tag {
  std::size_t end = 0;
  bool overloaded = false;
};

Tag measure(std::string_view html, std::size_t tag) {
  std::size_t at = html.find_first_not_of(kName, tag + 1);
  for (int attributes = 0; attributes < kMostAttributes; ++attributes) {
    at = std::min(html.find_first_not_of(kBlanks, at), html.size());
    if (at == html.size() || html[at] == '>') return {at};
    at = past_attribute(html, at);
  }
  return {std::min(at, html.size()), true};
}

// Up to the first tag that nobody writes by hand: libxml2 compares each attribute of an element with all
// before it, so a page of nothing else takes it half a minute. Every "<" may begin a tag, inside of quotes
// too; where measuring them all takes long, the page is none to be read on.
std::string_view without_overload(std::string_view html) {
  std::size_t bytes_to_look_at = 16 * html.size();
  for (std::size_t tag = html.find('<'); tag != std::string_view::npos; tag = html.find('<', tag + 1)) {
    if (tag + 1 == html.size() || kNameStart.find(html[tag + 1]) == std::string_view::npos) continue;
    const Tag measured = measure(html, tag);
    const std::size_t length = measured.end - tag;
    if (measured.overloaded || length > bytes_to_look_at) return html.substr(0, tag);
    bytes_to_look_at -= length;
  }
  return html;
}

}  // namespace

HtmlDocument parse_html(std::string_view html) {
  html = without_overload(html);
  constexpr int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return {htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "utf-8", options), xmlFreeDoc};
}

xmlNode* next_node(xmlNode* node) { return node->children ? node->children : next_past(node); }

xmlNode* next_past(xmlNode* node) {
  while (node && !node->next) node = node->parent;
  return node ? node->next : nullptr;
}

bool is_element(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && std::strcmp(chars(node->name), name) == 0;
}

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  if (!value) return "";
  std::string text = chars(value);
  xmlFree(value);
  return text;
}

std::string text_inside(const xmlNode* node) {
  std::string text;
  for (const xmlNode* child = node->children; child; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content)
      text += chars(child->content);
  return text;
}

}  // namespace herold::feeds
