// A parsed HTML document, as libxml2 sees it.
#pragma once

#include <libxml/HTMLparser.h>

#include <memory>
#include <string>
#include <string_view>

namespace herold::feeds {

using HtmlDocument = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

// Of any UTF-8, up to the first tag of more than 256 attributes; null when there is nothing in it.
HtmlDocument parse_html(std::string_view html);

// In document order, without recursion: pages may nest as deeply as they like. Null after the last one.
xmlNode* next_node(xmlNode* node);
// The same, but past everything inside.
xmlNode* next_past(xmlNode* node);

bool is_element(const xmlNode* node, const char* name);
// Empty when the element has none of that name.
std::string attribute(xmlNode* node, const char* name);
// The text directly inside, CDATA too.
std::string text_inside(const xmlNode* node);

}  // namespace herold::feeds
