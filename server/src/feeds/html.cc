#include "feeds/html.h"

#include <cstring>

namespace herold::feeds {
namespace {

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

}  // namespace

HtmlDocument parse_html(std::string_view html) {
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
