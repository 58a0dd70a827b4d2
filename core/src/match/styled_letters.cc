#include "match/finders.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

// Letters of the mathematical alphabets that stand among the letterlike symbols.
constexpr std::u32string_view gap_fillers = U"ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";

bool is_styled_letter(char32_t c) {
  if (c >= 0x2100 && c <= 0x214F) return gap_fillers.find(c) != std::u32string_view::npos;
  return c >= 0x1D400 && c <= 0x1D7CB && text::is_letter(c);
}

}  // namespace

std::vector<text::ByteRange> find_styled_letters(Draft& draft) {
  std::vector<text::ByteRange> runs;
  for (std::uint32_t at = 0; at < draft.size();) {
    const text::CodePoint point = text::decode(draft.text(), at);
    std::uint32_t end = at + point.size;
    if (is_styled_letter(point.value) && draft.graphemes().boundary(at)) {
      end = draft.graphemes().next(at);
      if (!runs.empty() && runs.back().end == at)
        runs.back().end = end;
      else
        runs.push_back({at, end});
    }
    at = end;
  }
  return runs;
}

}  // namespace herold::match
