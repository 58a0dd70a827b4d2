#include "match/literal_set.h"

#include <algorithm>
#include <numeric>

#include "text/sort_runs.h"

namespace herold::match {
namespace {

using text::byte_at;
using text::FoldedText;
using text::is_separator;

// The trie reads a term anew at each word, so that longer ones would cost more than time linear in the draft.
constexpr std::size_t longest_whole_term = 64;

constexpr std::size_t longest_usual_hashtag = 64;

// What the automaton takes for equal; `fits` then tells it apart.
Automaton::Classes loose_classes() {
  Automaton::Classes equal{};
  std::iota(equal.begin(), equal.end(), std::uint8_t{0});
  equal[text::dash] = equal[text::underscore] = text::blank;
  equal[text::umlaut_e] = 'e';
  return equal;
}

// A gap is a blank or dash between words: the draft may part them in other ways. A dash at either end of a
// term parts nothing and stands for itself.
bool is_gap(std::string_view term, std::size_t i) {
  const unsigned char byte = byte_at(term, i);
  return byte == text::blank || (byte == text::dash && i > 0 && i + 1 < term.size());
}

bool letter_fits(unsigned char wanted, unsigned char given) {
  if (wanted == given) return true;
  return wanted == text::umlaut_e && (given == 'e' || given == 'E');
}

// Whether `draft`, of the same length, spells the term.
bool fits(std::string_view term, std::string_view draft) {
  for (std::size_t i = 0; i < term.size(); ++i) {
    const bool fit =
        is_gap(term, i) ? is_separator(byte_at(draft, i)) : letter_fits(byte_at(term, i), byte_at(draft, i));
    if (!fit) return false;
  }
  return true;
}

// Whether `draft`, from inside a hashtag, spells the term when blanks of the term may also stand for nothing.
// At least one must.
bool fits_joined(std::string_view term, std::string_view draft) {
  std::size_t position = 0;
  bool joined = false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    const unsigned char given = position < draft.size() ? byte_at(draft, position) : 0;
    if (is_gap(term, i) ? is_separator(given) : letter_fits(byte_at(term, i), given)) {
      ++position;
    } else if (byte_at(term, i) == text::blank) {
      joined = true;
    } else {
      return false;
    }
  }
  return joined && position == draft.size();
}

bool has_blank(std::string_view term) {
  return term.find(static_cast<char>(text::blank)) != std::string_view::npos;
}

std::string without_separators(std::string_view term) {
  std::string joined(term);
  const auto end = std::remove_if(joined.begin(), joined.end(),
                                  [](char byte) { return is_separator(static_cast<unsigned char>(byte)); });
  joined.erase(end, joined.end());
  return joined;
}

}  // namespace

std::optional<std::uint32_t> LiteralSet::add(std::string_view term, LiteralOptions options) {
  Term made{text::folded_term(term, text::Case::fold), {}, options.boundary};
  if (made.folded.empty()) return std::nullopt;
  if (options.letter_case == text::Case::exact) made.exact = text::folded_term(term, text::Case::exact);
  // 0xFF is in no folded text.
  std::string key;
  key.reserve(made.folded.size() + made.exact.size() + 3);
  key.append(made.folded).append(1, '\xFF').append(made.exact).append(1, '\xFF');
  key.append(1, options.boundary == Boundary::word ? 'w' : 'n');
  const auto [known, fresh] = numbers_.try_emplace(std::move(key), size());
  if (fresh) terms_.push_back(std::move(made));
  return known->second;
}

void LiteralSet::compile() {
  whole_.clear();
  inside_.clear();
  joined_.clear();
  std::vector<std::string_view> whole, inside;
  std::vector<std::string> joined;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const bool begins_afresh =
        terms_[i].boundary == Boundary::word && terms_[i].folded.size() <= longest_whole_term;
    (begins_afresh ? whole_ : inside_).push_back(i);
    (begins_afresh ? whole : inside).push_back(terms_[i].folded);
    std::string letters = without_separators(terms_[i].folded);
    if (letters.empty() || !has_blank(terms_[i].folded)) continue;
    joined_.push_back({i, static_cast<std::uint32_t>(letters.size())});
    joined.push_back(std::move(letters));
  }
  whole_terms_.build(whole, loose_classes());
  inside_terms_.build(inside, loose_classes());
  joined_terms_.build({joined.begin(), joined.end()}, loose_classes());
}

std::vector<LiteralHit> LiteralSet::scan(Draft& draft) const {
  std::vector<LiteralHit> hits;
  hits.reserve(draft.size() / 2);  // growing would touch as much memory again
  scan_text(draft, hits);
  if (!joined_.empty() && draft.text().find('#') != std::string_view::npos) scan_hashtags(draft, hits);
  text::sort_runs(hits, [](const LiteralHit& a, const LiteralHit& b) {
    if (!(a.range == b.range)) return text::starts_first(a.range, b.range);
    return a.term < b.term;
  });
  return hits;
}

void LiteralSet::scan_text(Draft& draft, std::vector<LiteralHit>& hits) const {
  const FoldedText& folded = draft.folded(text::Case::fold);
  const std::string_view bytes = folded.bytes();
  folded.each_fresh_start([&, bytes](std::uint32_t start) {
    if (!whole_terms_.may_begin(bytes, start)) return;
    whole_terms_.match_at(bytes, start, [&](std::uint32_t pattern, std::uint32_t end) {
      accept_if_spelt(draft, whole_[pattern], end, hits);
    });
  });
  inside_terms_.scan(bytes, [&](std::uint32_t pattern, std::uint32_t end) {
    accept_if_spelt(draft, inside_[pattern], end, hits);
  });
}

void LiteralSet::accept_if_spelt(Draft& draft, std::uint32_t number, std::uint32_t end,
                                 std::vector<LiteralHit>& hits) const {
  const std::string& term = terms_[number].folded;
  const std::uint32_t start = end - static_cast<std::uint32_t>(term.size());
  if (fits(term, draft.folded(text::Case::fold).bytes().substr(start, term.size())))
    accept(draft, number, start, end, false, hits);
}

void LiteralSet::scan_hashtags(Draft& draft, std::vector<LiteralHit>& hits) const {
  const FoldedText& folded = draft.folded(text::Case::fold);
  std::string letters;                  // what a hashtag holds between its underscores,
  std::vector<std::uint32_t> position;  // and where in the folded text
  letters.reserve(longest_usual_hashtag);
  position.reserve(longest_usual_hashtag);
  for (const text::ByteRange hashtag : draft.hashtags()) {
    letters.clear();
    position.clear();
    const std::uint32_t end = folded.find_cluster(hashtag.end);
    for (std::uint32_t at = folded.find_cluster(hashtag.start); at < end; ++at) {
      if (is_separator(byte_at(folded.bytes(), at))) continue;
      letters.push_back(folded.bytes()[at]);
      position.push_back(at);
    }
    joined_terms_.scan(letters, [&](std::uint32_t pattern, std::uint32_t letters_end) {
      const auto [number, size] = joined_[pattern];
      accept_if_joined(draft, number, position[letters_end - size], position[letters_end - 1] + 1, hits);
    });
  }
}

void LiteralSet::accept_if_joined(Draft& draft, std::uint32_t number, std::uint32_t start, std::uint32_t end,
                                  std::vector<LiteralHit>& hits) const {
  const std::string_view spelling = draft.folded(text::Case::fold).bytes().substr(start, end - start);
  if (fits_joined(terms_[number].folded, spelling)) accept(draft, number, start, end, true, hits);
}

// Takes the match of folded bytes `start` to `end` when it keeps whole clusters and what the term asks beyond
// folded letters.
void LiteralSet::accept(Draft& draft, std::uint32_t number, std::uint32_t start, std::uint32_t end,
                        bool joined, std::vector<LiteralHit>& hits) const {
  const FoldedText& folded = draft.folded(text::Case::fold);
  const Term& term = terms_[number];
  if (!folded.boundary(start) || !folded.boundary(end)) return;
  if (term.boundary == Boundary::word && !folded.stands_alone(start, end)) return;
  const text::ByteRange range{folded.cluster(start), draft.cluster_end(folded.cluster(end - 1))};
  if (!term.exact.empty() && !exact_spelling(term, draft, range, joined)) return;
  hits.push_back({number, range, joined});
}

bool LiteralSet::exact_spelling(const Term& term, Draft& draft, text::ByteRange range, bool joined) const {
  const FoldedText& exact = draft.folded(text::Case::exact);
  const std::uint32_t start = exact.find_cluster(range.start), end = exact.find_cluster(range.end);
  const std::string_view spelling = exact.bytes().substr(start, end - start);
  if (joined) return fits_joined(term.exact, spelling);
  return spelling.size() == term.exact.size() && fits(term.exact, spelling);
}

}  // namespace herold::match
