// Everything that matching derives from a draft, on bytes from anywhere. The first line is a term and a
// pattern, the rest the draft.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "herold/utf8.h"
#include "match/characters.h"
#include "match/detectors.h"
#include "match/literal_set.h"
#include "match/pattern_set.h"
#include "text/language.h"

namespace {

using herold::match::Draft;
using herold::text::ByteRange;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_whole_clusters(Draft& draft, ByteRange range) {
  require(range.start < range.end && range.end <= draft.size());
  require(draft.graphemes().boundary(range.start) && draft.graphemes().boundary(range.end));
  require(draft.utf16().units(range.start) < draft.utf16().units(range.end));
}

void require_in_order(Draft& draft, const std::vector<ByteRange>& ranges) {
  std::uint32_t end = 0;
  for (const ByteRange range : ranges) {
    require(range.start >= end && range.start < range.end && range.end <= draft.size());
    end = range.end;
  }
}

void match_literals(std::string_view term, Draft& draft) {
  using namespace herold::match;
  LiteralSet set;
  set.add(term, {});
  set.add(term, {herold::text::Case::exact, Boundary::none});
  set.compile();
  for (const LiteralHit& hit : set.scan(draft)) require_whole_clusters(draft, hit.range);
}

void match_pattern(std::string_view pattern, Draft& draft) {
  herold::match::PatternSet set;
  if (pattern.size() > 60 || !set.add(pattern, {}).pattern) return;
  set.compile();
  const auto hits = set.scan(draft);
  for (const auto& hit : hits.all) require_whole_clusters(draft, hit.range);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto invalid = herold::first_invalid_utf8(text)) text = text.substr(0, *invalid);
  const std::string_view first_line = text.substr(0, text.find('\n'));
  Draft draft(text.substr(first_line.size()));

  match_literals(first_line, draft);
  match_pattern(first_line, draft);
  require_in_order(draft, draft.entities());
  require_in_order(draft, draft.words());
  require_in_order(draft, draft.sentences());
  require_in_order(draft, draft.paragraphs());
  for (const ByteRange emoji : draft.emojis()) require_whole_clusters(draft, emoji);
  for (const auto* name : {"email", "phone", "iban", "credit-card", "ahv", "ip-address", "secret-token",
                           "url-shortener", "money", "percentage", "styled-letters"})
    require_in_order(draft, detect(*herold::match::detector_named(name), draft));
  const ByteRange all{0, draft.size()};
  require(end_of_characters(draft, all, herold::match::CharacterCount::weighted, 10) <= draft.size());
  herold::text::detect_language(draft.text());
  return 0;
}
