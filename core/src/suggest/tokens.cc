#include "suggest/tokens.h"

#include "suggest/stop_words.h"
#include "text/fold.h"
#include "text/segments.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::suggest {

namespace {

constexpr std::size_t min_token_bytes = 3;

// Folded, accents dropped. The folding keeps decomposed marks, and ä meets ae only here.
std::string token_key(std::string_view word) {
  const std::string folded = text::fold(word, text::Case::fold);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    at += c.size;
    if (text::is_mark(c.value)) continue;
    const bool written_out_umlaut =
        c.value == 'e' && !key.empty() && (key.back() == 'a' || key.back() == 'o' || key.back() == 'u');
    if (written_out_umlaut) continue;
    text::append_utf8(key, c.value);
  }
  return key;
}

void append_token(std::string_view text, text::ByteRange part, std::vector<Token>& out) {
  std::string key = token_key(part.of(text));
  if (key.size() < min_token_bytes || is_stop_word(key)) return;
  out.push_back({part, std::move(key)});
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  for (const text::ByteRange word : text::words(text)) {
    text::ByteRange part{word.start, word.start};
    while (part.end < word.end) {
      const text::CodePoint c = text::decode(text, part.end);
      if (text::is_apostrophe(c.value)) {
        append_token(text, part, out);
        part.start = part.end + c.size;
      }
      part.end += c.size;
    }
    append_token(text, part, out);
  }
  return out;
}

}  // namespace herold::suggest
