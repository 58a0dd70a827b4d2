// The literal automaton against a slow matcher that takes the contract word by word: it spells every way in
// which a term may be written and compares it with every stretch of the draft.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <string>

#include "../arbitrary_text.h"
#include "match/literal_set.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::ByteRange;
using text::Case;
using Spans = std::set<std::pair<std::uint32_t, std::uint32_t>>;

// U+FE0F makes an emoji of its whole cluster. A combining mark that follows an emoji of its own is still a
// mark.
bool is_wordlike_at(Draft& draft, std::uint32_t at, char32_t c) {
  for (const ByteRange emoji : draft.emojis()) {
    if (at < emoji.start || at >= emoji.end) continue;
    const bool styled = emoji.of(draft.text()).find("\uFE0F") != std::string_view::npos;
    if (styled || at == emoji.start) return false;
  }
  return text::is_wordlike(c);
}

bool wordlike_before(Draft& draft, std::uint32_t at) {
  while (at > 0) {
    const text::CodePoint point = text::decode_before(draft.text(), at);
    at -= point.size;
    if (!text::is_default_ignorable(point.value)) return is_wordlike_at(draft, at, point.value);
  }
  return false;
}

bool wordlike_after(Draft& draft, std::uint32_t at) {
  while (at < draft.size()) {
    const text::CodePoint point = text::decode(draft.text(), at);
    if (!text::is_default_ignorable(point.value)) return is_wordlike_at(draft, at, point.value);
    at += point.size;
  }
  return false;
}

// Each part of a term with the ways to write it.
std::vector<std::vector<std::string>> spellings(std::string_view term, bool in_hashtag) {
  std::vector<std::vector<std::string>> parts;
  const std::string key = text::folded_term(term, Case::exact);
  for (std::size_t i = 0; i < key.size(); ++i) {
    const auto byte = static_cast<unsigned char>(key[i]);
    const bool edge = i == 0 || i + 1 == key.size();
    if (byte == text::blank)
      parts.push_back(in_hashtag ? std::vector<std::string>{" ", "-", "_", ""}
                                 : std::vector<std::string>{" ", "-", "_"});
    else if (byte == text::dash)
      parts.push_back(edge ? std::vector<std::string>{"-"} : std::vector<std::string>{" ", "-", "_"});
    else if (byte == text::underscore)
      parts.push_back({"_"});
    else if (byte == text::umlaut_e)
      parts.push_back({"\u0308", "e", "E"});
    else
      parts.push_back({std::string(1, key[i])});
  }
  return parts;
}

std::set<std::string> keys(std::string_view term, bool in_hashtag, Case letter_case) {
  std::set<std::string> written = {""};
  for (const auto& part : spellings(term, in_hashtag)) {
    std::set<std::string> longer;
    for (const std::string& text : written)
      for (const std::string& way : part) longer.insert(text + way);
    written = std::move(longer);
  }
  std::set<std::string> keys;
  for (const std::string& text : written) keys.insert(text::fold(text, letter_case));
  return keys;
}

bool shows(std::string_view cluster) { return !text::folded_term(cluster, Case::fold).empty(); }

Spans slow_matches(std::string_view term, LiteralOptions options, Draft& draft) {
  const text::Graphemes& graphemes = draft.graphemes();
  const auto plain = keys(term, false, options.letter_case), joined = keys(term, true, options.letter_case);
  Spans found;
  for (std::uint32_t start = 0; start < draft.size(); start = graphemes.next(start)) {
    if (!shows(draft.text().substr(start, graphemes.next(start) - start))) continue;
    for (std::uint32_t end = start, last = start; end < draft.size();) {
      last = end;
      end = graphemes.next(end);
      const ByteRange range{start, end};
      if (!shows(draft.text().substr(last, end - last))) continue;
      if (options.boundary == Boundary::word && (wordlike_before(draft, start) || wordlike_after(draft, end)))
        continue;
      bool in_hashtag = false;
      for (const ByteRange hashtag : draft.hashtags()) in_hashtag = in_hashtag || hashtag.contains(range);
      const text::FoldedText folded(range.of(draft.text()), options.letter_case);
      const std::string key(folded.bytes());
      if (key.find(static_cast<char>(text::parting)) != std::string::npos) continue;
      if ((in_hashtag ? joined : plain).count(key)) found.emplace(start, end);
    }
  }
  return found;
}

TEST(LiteralSet, AgreesWithASlowMatcher) {
  // Look-alikes depend on the word around a stretch, which the slow matcher does not see; they have tests of
  // their own.
  const auto no_other_scripts = [](const std::string& text) {
    return text.find_first_of("\xD0\xCE") == std::string::npos && text.find("𝛂") == std::string::npos;
  };
  EXPECT_TRUE(rc::check([&] {
    const auto term = *rc::gen::suchThat(testing_text::term(), no_other_scripts);
    const auto around = rc::gen::suchThat(testing_text::draft(), no_other_scripts);
    const std::string text = *around + term + *around + "#" + term + *around;
    const LiteralOptions options{*rc::gen::element(Case::fold, Case::exact),
                                 *rc::gen::element(Boundary::word, Boundary::none)};
    RC_PRE(text.size() < 200u);
    LiteralSet set;
    RC_PRE(set.add(term, options).has_value());
    set.compile();
    Draft draft(text);
    Spans found;
    for (const LiteralHit& hit : set.scan(draft)) found.emplace(hit.range.start, hit.range.end);
    RC_ASSERT(found == slow_matches(term, options, draft));
  }));
}

}  // namespace
}  // namespace herold::match
