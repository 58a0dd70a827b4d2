#include "check/scopes.h"

namespace herold::check {

std::vector<text::ByteRange> scopes(Occurrence::Scope scope, Inspection& inspection) {
  switch (scope) {
    case Occurrence::Scope::sentence:
      return inspection.draft.sentences();
    case Occurrence::Scope::paragraph:
      return inspection.draft.paragraphs();
    case Occurrence::Scope::opening:
      return {opening(inspection)};
    case Occurrence::Scope::draft:
      break;
  }
  return {{0, inspection.draft.size()}};
}

text::ByteRange opening(Inspection& inspection) {
  const text::ByteRange draft{0, inspection.draft.size()};
  return {0, match::end_of_characters(inspection.draft, draft, inspection.network.counting,
                                      inspection.network.opening)};
}

}  // namespace herold::check
