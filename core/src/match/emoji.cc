#include "match/finders.h"
#include "text/eight_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::CodePoint;

constexpr char32_t text_style = 0xFE0E, emoji_style = 0xFE0F, joiner = 0x200D;

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

bool shown_as_emoji(std::string_view cluster) {
  const CodePoint base = text::decode(cluster, 0);
  if (!text::is_emoji(base.value)) return false;
  const std::string_view rest = cluster.substr(base.size);
  const char32_t second = rest.empty() ? 0 : text::decode(rest, 0).value;
  if (base.value < 0x80) return second == emoji_style && cluster.find("\u20E3") != std::string_view::npos;
  if (second == text_style) return false;
  return text::is_emoji_presentation(base.value) || second == emoji_style || is_skin_tone(second) ||
         second == joiner;
}

}  // namespace

std::vector<text::ByteRange> find_emojis(Draft& draft) {
  std::vector<text::ByteRange> emojis;
  const std::string_view text = draft.text();
  const auto is_ascii = [&](std::size_t at) {
    return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80;
  };
  for (std::uint32_t start = 0; start < text.size();) {
    // Most of most drafts: none is of ASCII alone.
    if (start + 8 < text.size() && (text::load_eight(text.data() + start + 1) & text::top_bits) == 0 &&
        is_ascii(start)) {
      start += 8;
      continue;
    }
    if (is_ascii(start) && is_ascii(start + 1)) {
      ++start;
      continue;
    }
    const std::uint32_t end = draft.graphemes().next(start);
    const text::ByteRange cluster{start, end};
    if (shown_as_emoji(cluster.of(text))) emojis.push_back(cluster);
    start = end;
  }
  return emojis;
}

}  // namespace herold::match
