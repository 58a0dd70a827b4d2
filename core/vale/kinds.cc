#include "vale/kinds.h"

#include <algorithm>

#include "text/utf8.h"

namespace herold::vale {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return "“" + std::string(text) + "”";
  std::size_t end = longest;
  while (text::is_continuation(text[end])) --end;
  return "“" + std::string(text.substr(0, end)) + "…”";
}

namespace {

/// `Node.js` means itself, not `Nodexjs`.
bool is_name(std::string_view exception) {
  return std::all_of(exception.begin(), exception.end(), [](char c) {
    const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_ascii_letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ' ';
  });
}

}  // namespace

void add_exception(std::vector<std::string>& exceptions, const std::string& exception, Remarks& remarks) {
  if (is_name(exception)) return exceptions.push_back(exception);
  try {
    const auto texts = few_texts(parse_expression(exception));
    if (!texts) throw Unsupported("is no list of words");
    for (const std::string& text : *texts)
      if (!text.empty()) exceptions.push_back(text);
  } catch (const Unsupported& reason) {
    remarks.push_back("the exception " + in_quotes(exception) + " " + reason.what());
  }
}

void write_scope(Json& guideline, const Scope& scope, Remarks& remarks) {
  if (scope.extent != "draft") guideline["scope"] = scope.extent;
  if (scope.place == Place::heading)
    remarks.push_back("is about headings: in a post only lines of Markdown that begin with # are some");
}

}  // namespace herold::vale
