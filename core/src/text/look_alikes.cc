#include "text/look_alikes.h"

#include <algorithm>

#include "text/decompose.h"
#include "text/segments.h"
#include "text/unicode.h"

namespace herold::text {
namespace {

bool mixes_scripts(std::string_view word) {
  Script seen = Script::common;
  bool mixed = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    decompose(point.value, Equivalence::compatible, [&](char32_t part) {
      const Script own = script(part);
      if (own == Script::common || is_default_ignorable(part)) return;
      mixed = mixed || (seen != Script::common && own != seen);
      seen = own;
    });
    at += point.size;
  }
  return mixed;
}

// Zero-width spaces part words after UAX #29, but nobody sees them.
bool only_hidden(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint point = decode(gap, at);
    if (!is_default_ignorable(point.value)) return false;
    at += point.size;
  }
  return !gap.empty();
}

std::vector<ByteRange> mixed_words(std::string_view text) {
  std::vector<ByteRange> found;
  const std::vector<ByteRange> all = words(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    ByteRange word = all[i];
    while (i + 1 < all.size() && only_hidden(ByteRange{word.end, all[i + 1].start}.of(text)))
      word.end = all[++i].end;
    if (mixes_scripts(word.of(text))) found.push_back(word);
  }
  return found;
}

}  // namespace

char32_t plain_letter(char32_t c) {
  constexpr char32_t in_circles = 0x1F150, last_in_squares = 0x1F189, from_one_to_the_other = 0x20;
  if (c >= in_circles && c <= last_in_squares) {
    const char32_t letter = (c - in_circles) % from_one_to_the_other;
    return letter < 26 ? U'A' + letter : c;
  }
  const bool may_be_small_capital =
      (c >= 0x262 && c <= 0x29F) || (c >= 0x1D00 && c <= 0x1D22) || c == 0xA730 || c == 0xA731 || c == 0xA7AF;
  if (!may_be_small_capital) return c;
  constexpr std::u16string_view small_capitals =
      u"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ-ʏᴢ";  // none for X
  const std::size_t letter = small_capitals.find(static_cast<char16_t>(c));
  return letter == std::u16string_view::npos ? c : static_cast<char32_t>(U'A' + letter);
}

char32_t LookAlikes::resolve(char32_t c, std::uint32_t offset) {
  const auto* end = tables::look_alikes + tables::look_alike_count;
  if (c < tables::look_alikes->letter || c > end[-1].letter) return c;
  const auto* found =
      std::lower_bound(tables::look_alikes, end, c,
                       [](const tables::LookAlike& entry, char32_t value) { return entry.letter < value; });
  if (found->letter != c || !in_mixed_word(offset)) return c;
  return found->latin;
}

bool LookAlikes::in_mixed_word(std::uint32_t offset) {
  if (!mixed_words_) mixed_words_ = mixed_words(text_);
  while (next_ < mixed_words_->size() && (*mixed_words_)[next_].end <= offset) ++next_;
  return next_ < mixed_words_->size() && (*mixed_words_)[next_].start <= offset;
}

}  // namespace herold::text
