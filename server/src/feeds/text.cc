#include "feeds/text.h"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "app/json.h"
#include "feeds/entry.h"
#include "feeds/html.h"
#include "herold/ascii.h"
#include "herold/language_tag.h"

namespace herold::feeds {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_any(const xmlNode* node, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return is_element(node, name); });
}

bool is_unseen(const xmlNode* node) {
  return is_any(node, {"script", "style", "noscript", "template", "iframe", "object", "svg"}) ||
         node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;
}

// Stands within a line; everything else begins a new one.
bool is_inline(const xmlNode* node) {
  return is_any(node, {"a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "s", "small", "span",
                       "strong", "sub", "sup", "u", "wbr"});
}

// Whether anything in the text could be markup: most titles are none, and need no parser.
bool has_markup(std::string_view text) { return text.find_first_of("<&") != std::string_view::npos; }

// Of three bytes: what turns the text around it, and spaces of no width. Joiners shape letters and emoji.
bool is_unwanted_mark(std::string_view text) {
  constexpr std::array<std::string_view, 11> kMarks = {"\u200b", "\ufeff", "\u202a", "\u202b",
                                                       "\u202c", "\u202d", "\u202e", "\u2066",
                                                       "\u2067", "\u2068", "\u2069"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

std::string_view whole_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::string_view kept = whole_characters(text, most - kEllipsis.size());
  if (const auto space = kept.rfind(' '); space != std::string_view::npos && space > most / 2)
    kept = kept.substr(0, space);
  return std::string(kept) + std::string(kEllipsis);
}

}  // namespace

std::string tidy_text(std::string_view text, std::size_t most) {
  std::string tidy;
  for (std::size_t i = 0; i < text.size() && tidy.size() <= most; ++i) {
    if (is_unwanted_mark(text.substr(i))) {
      i += 2;
      continue;
    }
    const bool no_break = text.substr(i).starts_with(kNoBreakSpace);
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte > 0x20 && byte != 0x7F && !no_break) {
      tidy += text[i];
      continue;
    }
    if (no_break) ++i;
    if (!tidy.empty() && tidy.back() != ' ') tidy += ' ';
  }
  while (tidy.ends_with(' ')) tidy.pop_back();
  if (tidy.size() > most) return cut(tidy, most);
  return tidy;
}

std::string plain_text(std::string_view html, std::size_t most) {
  html = whole_characters(html, Limits::markup);
  if (!has_markup(html)) return tidy_text(html, most);
  const HtmlDocument document = parse_html(html);
  if (!document) return "";
  std::string text;
  for (xmlNode* node = document->children; node;) {
    if (is_unseen(node)) {
      node = next_past(node);
      continue;
    }
    if (node->type == XML_ELEMENT_NODE && !is_inline(node)) text += ' ';
    if (node->type == XML_TEXT_NODE && node->content) text += reinterpret_cast<const char*>(node->content);
    node = next_node(node);
  }
  return tidy_text(text, most);
}

std::string first_image(std::string_view html) {
  html = whole_characters(html, Limits::markup);
  if (html.find('<') == std::string_view::npos) return "";
  const HtmlDocument document = parse_html(html);
  for (xmlNode* node = document ? document->children : nullptr; node; node = next_node(node)) {
    // What is one pixel wide counts readers.
    if (is_element(node, "img") && attribute(node, "width") != "1") return attribute(node, "src");
  }
  return "";
}

std::string absolute_url(std::string_view reference, const std::string& base) {
  const auto first = reference.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || reference.size() > 2 * Limits::url) return "";
  std::string trimmed(reference.substr(first, reference.find_last_not_of(" \t\r\n") - first + 1));
  // Spaces in addresses are met often; nothing else is mended.
  for (std::size_t at = trimmed.find(' '); at != std::string::npos; at = trimmed.find(' ', at))
    trimmed.replace(at, 1, "%20");
  if (app::is_http_url(trimmed)) return trimmed;
  xmlChar* built = xmlBuildURI(reinterpret_cast<const xmlChar*>(trimmed.c_str()),
                               reinterpret_cast<const xmlChar*>(base.c_str()));
  if (!built) return "";
  const std::string url = reinterpret_cast<const char*>(built);
  xmlFree(built);
  return app::is_http_url(url) ? url : "";
}

std::string language_tag(std::string_view text) {
  std::string tag = tidy_text(text.substr(0, 40), 40);
  std::replace(tag.begin(), tag.end(), '_', '-');
  const auto hyphen = tag.find('-');
  const auto lowered = ascii::to_lower(tag.substr(0, hyphen));
  tag.replace(0, lowered.size(), lowered);
  if (hyphen != std::string::npos && tag.size() == hyphen + 3)
    for (std::size_t i = hyphen + 1; i < tag.size(); ++i) tag[i] = ascii::to_upper(tag[i]);
  return is_language_tag(tag) ? tag : "";
}

}  // namespace herold::feeds
