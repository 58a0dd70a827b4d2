// RE2 has four engines, which find the same. Two of them are but faster where groups are asked for, on the
// little text that a match is known to span; what a browser fetches does without.
#include "re2/prog.h"

namespace re2 {

bool Prog::IsOnePass() { return false; }

bool Prog::SearchOnePass(const StringPiece& text, const StringPiece& context, Anchor anchor, MatchKind kind,
                         StringPiece* match, int nmatch) {
  return SearchNFA(text, context, anchor, kind, match, nmatch);
}

bool Prog::SearchBitState(const StringPiece& text, const StringPiece& context, Anchor anchor, MatchKind kind,
                          StringPiece* match, int nmatch) {
  return SearchNFA(text, context, anchor, kind, match, nmatch);
}

}  // namespace re2
