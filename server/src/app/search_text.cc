#include "app/search_text.h"

#include <algorithm>
#include <sstream>

#include "text/decompose.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::app {
namespace {

void append_folded(std::string& out, char32_t character) {
  constexpr char32_t sharp_s = 0xDF, capital_sharp_s = 0x1E9E;
  if (text::is_mark(character)) return;
  if (character == sharp_s || character == capital_sharp_s) {
    out += "ss";
    return;
  }
  text::append_utf8(out, text::fold_case(character));
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint next = text::decode(text, at);
    text::decompose(next.value, text::Equivalence::compatible,
                    [&](char32_t part) { append_folded(out, part); });
    at += next.size;
  }
  return out;
}

std::vector<std::string> folded_words(std::string_view query) {
  std::istringstream parts(folded(query));
  std::vector<std::string> words;
  for (std::string word; parts >> word;) words.push_back(word);
  return words;
}

bool has_words(std::string_view text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace herold::app
