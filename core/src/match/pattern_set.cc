#include "match/pattern_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>

#include "match/automaton.h"
#include "match/pattern_syntax.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::ByteRange;

// Shorter atoms would let nearly every draft through.
constexpr int shortest_atom = 2;

RE2::Options options(text::Case letter_case) {
  RE2::Options made;
  made.set_case_sensitive(letter_case == text::Case::exact);
  made.set_log_errors(false);
  return made;
}

// What RE2 says, with the place when it names a part of the pattern.
std::string error_of(const RE2& refused, std::string_view pattern) {
  std::string message = refused.error();
  const std::size_t at =
      refused.error_arg().empty() ? std::string_view::npos : pattern.find(refused.error_arg());
  if (at != std::string_view::npos) message += " at character " + std::to_string(at + 1);
  return message;
}

Automaton::Classes ascii_case_insensitive() {
  Automaton::Classes equal{};
  std::iota(equal.begin(), equal.end(), std::uint8_t{0});
  for (std::size_t c = 'A'; c <= 'Z'; ++c) equal[c] = static_cast<std::uint8_t>(c + 32);
  return equal;
}

// The longest stretch of ASCII in an atom: the automaton compares bytes, and only ASCII has one byte a
// letter.
std::string_view longest_ascii(std::string_view atom) {
  std::string_view longest;
  for (std::size_t start = 0; start < atom.size();) {
    std::size_t end = start;
    while (end < atom.size() && static_cast<unsigned char>(atom[end]) < 0x80) ++end;
    if (end - start > longest.size()) longest = atom.substr(start, end - start);
    start = end + 1;
  }
  return longest;
}

// U+212A and U+017F fold to the ASCII letters k and s, which the automaton would miss.
bool folds_into_ascii(std::string_view draft) {
  return draft.find("\u212A") != std::string_view::npos || draft.find("\u017F") != std::string_view::npos;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

struct PatternSet::State {
  struct Pattern {
    int id;  // in filter
    RunnablePattern runnable;
  };

  re2::FilteredRE2 filter{shortest_atom};
  std::vector<Pattern> patterns;
  std::size_t atoms = 0;
  Automaton automaton;                // over the atoms that have enough ASCII
  std::vector<int> automaton_atoms;   // which atom each of its patterns is
  std::vector<int> unfiltered_atoms;  // the others, taken as present

  std::vector<int> present_atoms(std::string_view draft) const;
  void scan(std::uint32_t number, Draft& draft, std::vector<PatternHit>& hits) const;
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::uint32_t PatternSet::size() const { return static_cast<std::uint32_t>(state_->patterns.size()); }

PatternSet::Added PatternSet::add(std::string_view pattern, text::Case letter_case) {
  RunnablePattern runnable = runnable_pattern(pattern);
  int id = 0;
  if (state_->filter.Add(piece(runnable.regex), options(letter_case), &id) != RE2::NoError) {
    const RE2 as_written(piece(pattern), options(letter_case));
    if (!as_written.ok()) return {std::nullopt, error_of(as_written, pattern)};
    return {std::nullopt, "pattern too large - compile failed"};
  }
  state_->patterns.push_back({id, std::move(runnable)});
  return {size() - 1, {}};
}

void PatternSet::compile() {
  if (state_->patterns.empty()) return;
  std::vector<std::string> atoms;
  state_->filter.Compile(&atoms);
  std::vector<std::string_view> patterns;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const std::string_view ascii = longest_ascii(atoms[i]);
    if (ascii.size() < static_cast<std::size_t>(shortest_atom)) {
      state_->unfiltered_atoms.push_back(static_cast<int>(i));
    } else {
      state_->automaton_atoms.push_back(static_cast<int>(i));
      patterns.push_back(ascii);
    }
  }
  state_->atoms = atoms.size();
  state_->automaton.build(patterns, ascii_case_insensitive());
}

std::vector<int> PatternSet::State::present_atoms(std::string_view draft) const {
  std::vector<int> present = unfiltered_atoms;
  if (folds_into_ascii(draft)) {
    present.resize(atoms);
    std::iota(present.begin(), present.end(), 0);
    return present;
  }
  std::vector<bool> seen(automaton_atoms.size());
  automaton.scan(draft, [&](std::uint32_t atom, std::uint32_t) {
    if (seen[atom]) return;
    seen[atom] = true;
    present.push_back(automaton_atoms[atom]);
  });
  return present;
}

std::vector<PatternHit> PatternSet::scan(Draft& draft) const {
  std::vector<PatternHit> hits;
  if (state_->patterns.empty()) return hits;
  std::vector<int> candidates;
  state_->filter.AllPotentials(state_->present_atoms(draft.text()), &candidates);
  std::sort(candidates.begin(), candidates.end());
  for (std::uint32_t i = 0; i < size(); ++i)
    if (std::binary_search(candidates.begin(), candidates.end(), state_->patterns[i].id))
      state_->scan(i, draft, hits);
  std::sort(hits.begin(), hits.end(), [](const PatternHit& a, const PatternHit& b) {
    if (a.range.start != b.range.start) return a.range.start < b.range.start;
    if (a.range.end != b.range.end) return a.range.end > b.range.end;
    return a.pattern < b.pattern;
  });
  return hits;
}

namespace {

// Finds the matches of one pattern one after the other.
class Search {
 public:
  Search(const RE2& regex, const RunnablePattern& runnable, std::string_view text)
      : regex_(regex),
        runnable_(runnable),
        text_(text),
        groups_(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1) {}

  // The next match that is not empty and does not overlap the one before.
  bool next() {
    std::size_t from = runnable_.starts.empty() ? end_ : before_neighbour(end_);
    while (from <= text_.size() && regex_.Match(piece(text_), from, text_.size(), RE2::UNANCHORED,
                                                groups_.data(), static_cast<int>(groups_.size()))) {
      const ByteRange found = range();
      if (found.start >= end_ && !found.empty() && boundaries_hold(found)) {
        match_ = found;
        end_ = found.end;
        return true;
      }
      from = std::max<std::size_t>({from + 1, found.start, end_});
    }
    return false;
  }

  ByteRange match() const { return match_; }

  std::vector<std::string_view> groups() const {
    std::vector<std::string_view> texts = {match_.of(text_)};
    for (std::size_t i = 1; i < runnable_.groups.size(); ++i) {
      const re2::StringPiece group = groups_[static_cast<std::size_t>(runnable_.groups[i])];
      texts.push_back(group.data() == nullptr ? std::string_view{}
                                              : std::string_view(group.data(), group.size()));
    }
    return texts;
  }

 private:
  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - text_.data()); }

  // Where the group of a mark stands that took part in the match, or nothing.
  const char* mark_of(const std::vector<int>& marks) const {
    for (const int mark : marks)
      if (const char* at = groups_[static_cast<std::size_t>(mark)].data()) return at;
    return nullptr;
  }

  ByteRange range() const {
    const char *start = mark_of(runnable_.starts), *end = mark_of(runnable_.ends);
    return {offset(start ? start : groups_[0].data()),
            offset(end ? end : groups_[0].data() + groups_[0].size())};
  }

  // The nearest characters that show, on the sides that ask for a boundary, are no letters, marks or numbers.
  bool boundaries_hold(ByteRange found) const {
    if (mark_of(runnable_.starts)) {
      const std::size_t before = before_neighbour(found.start);
      if (before < found.start && shows_wordlike(before)) return false;
    }
    if (!mark_of(runnable_.ends)) return true;
    std::size_t at = found.end;
    while (at < text_.size() && text::is_default_ignorable(text::decode(text_, at).value)) at = after(at);
    return at == text_.size() || !shows_wordlike(at);
  }

  bool shows_wordlike(std::size_t at) const {
    const char32_t c = text::decode(text_, at).value;
    return text::is_wordlike(c) && !text::is_default_ignorable(c);
  }

  // A boundary looks at the neighbour in front, so the search begins there.
  std::size_t before_neighbour(std::size_t at) const {
    while (at > 0) {
      const text::CodePoint point = text::decode_before(text_, at);
      at -= point.size;
      if (!text::is_default_ignorable(point.value)) break;
    }
    return at;
  }

  std::size_t after(std::size_t at) const { return at + text::decode(text_, at).size; }

  const RE2& regex_;
  const RunnablePattern& runnable_;
  std::string_view text_;
  std::vector<re2::StringPiece> groups_;
  ByteRange match_;
  std::uint32_t end_ = 0;
};

}  // namespace

void PatternSet::State::scan(std::uint32_t number, Draft& draft, std::vector<PatternHit>& hits) const {
  const Pattern& pattern = patterns[number];
  Search search(filter.GetRE2(pattern.id), pattern.runnable, draft.text());
  while (search.next()) hits.push_back({number, draft.graphemes().widen(search.match()), search.groups()});
}

std::vector<ByteRange> ranges_of(const std::vector<PatternHit>& hits) {
  std::vector<ByteRange> ranges;
  for (const PatternHit& hit : hits)
    if (ranges.empty() || hit.range.start >= ranges.back().end) ranges.push_back(hit.range);
  return ranges;
}

std::string expand_groups(std::string_view text, const std::vector<std::string_view>& groups) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '$' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == '$') {
      made.push_back('$');
    } else if (next >= '0' && next <= '9') {
      const auto group = static_cast<std::size_t>(next - '0');
      if (group < groups.size()) made += groups[group];
    } else {
      made.push_back(text[i]);
      continue;
    }
    ++i;
  }
  return made;
}

}  // namespace herold::match
