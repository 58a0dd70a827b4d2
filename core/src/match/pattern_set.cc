#include "match/pattern_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <numeric>

#include "herold/ascii.h"
#include "match/automaton.h"
#include "match/pattern_literals.h"
#include "match/pattern_syntax.h"
#include "text/sort_runs.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::ByteRange;

// Two thirds of RE2's memory for a pattern go to its program, which is 8 bytes an instruction: what is
// certain to stay below need not be compiled to know that it can be.
constexpr std::uint64_t safe_instructions = 600'000;

RE2::Options re2_options(text::Case letter_case) {
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

// U+212A and U+017F fold to the ASCII letters k and s, which the automaton would miss.
bool folds_into_ascii(std::string_view draft) {
  return draft.find("\u212A") != std::string_view::npos || draft.find("\u017F") != std::string_view::npos;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// What the author wrote; rewritten and compiled when it first runs: most patterns of a pack never do. RE2 is
// built without its locks, which it takes for each match: here they are taken once a draft.
class Pattern {
 public:
  Pattern(std::string_view written, const PatternOptions& options) : written_(written), options_(options) {}

  struct Compiled {
    Compiled(std::string_view written, text::Case letter_case)
        : runnable(runnable_pattern(written)), regex(piece(runnable.regex), re2_options(letter_case)) {}

    RunnablePattern runnable;
    RE2 regex;
  };

  const PatternOptions& options() const { return options_; }
  // To be held while it is searched for.
  std::mutex& mutex() const { return mutex_; }
  const Compiled& compiled() const {
    if (!compiled_) compiled_ = std::make_unique<Compiled>(written_, options_.letter_case);
    return *compiled_;
  }

 private:
  std::string written_;
  PatternOptions options_;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<const Compiled> compiled_;
};

}  // namespace

struct PatternSet::State {
  std::deque<Pattern> patterns;        // they do not move
  std::vector<std::string> literals;   // what any match of a pattern holds one of
  std::vector<std::uint32_t> owners;   // the pattern of each
  std::vector<std::uint32_t> unknown;  // patterns that no literal stands for
  Automaton automaton;                 // over `literals`

  // By pattern, whether it has to run.
  std::vector<std::uint8_t> candidates(std::string_view draft) const;
  // Calls `visit` with each match, its pattern and the search that stands at it: pattern by pattern.
  template <typename Visit>
  void each_match(Draft& draft, Visit&& visit) const;
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::uint32_t PatternSet::size() const { return static_cast<std::uint32_t>(state_->patterns.size()); }

PatternSet::Added PatternSet::add(std::string_view pattern, const PatternOptions& options) {
  PatternOutline outline = pattern_outline(pattern);
  if (!outline.parses)
    return {std::nullopt, error_of(RE2(piece(pattern), re2_options(options.letter_case)), pattern)};
  Pattern& added = state_->patterns.emplace_back(pattern, options);
  if (outline.instructions > safe_instructions && !added.compiled().regex.ok()) {
    state_->patterns.pop_back();
    return {std::nullopt, "pattern too large - compile failed"};
  }
  const std::uint32_t number = size() - 1;
  if (outline.literals.empty()) state_->unknown.push_back(number);
  for (std::string& literal : outline.literals) {
    state_->literals.push_back(std::move(literal));
    state_->owners.push_back(number);
  }
  return {number, {}};
}

void PatternSet::compile() {
  state_->automaton.build({state_->literals.begin(), state_->literals.end()}, ascii_case_insensitive());
}

std::vector<std::uint8_t> PatternSet::State::candidates(std::string_view draft) const {
  if (folds_into_ascii(draft)) return std::vector<std::uint8_t>(patterns.size(), 1);
  std::vector<std::uint8_t> may_match(patterns.size());
  for (const std::uint32_t number : unknown) may_match[number] = 1;
  automaton.scan(draft, [&](std::uint32_t literal, std::uint32_t) { may_match[owners[literal]] = 1; });
  return may_match;
}

namespace {

// Finds the matches of one pattern one after the other.
class Search {
 public:
  Search(const Pattern& pattern, std::string_view text)
      : regex_(pattern.compiled().regex),
        runnable_(pattern.compiled().runnable),
        text_(text),
        are_kept_(pattern.options().groups == Groups::kept),
        groups_(static_cast<std::size_t>(regex_.NumberOfCapturingGroups()) + 1) {
    const auto named = regex_.NamedCapturingGroups().find("match");
    if (named != regex_.NamedCapturingGroups().end()) named_match_ = named->second;
    const bool asks_for_groups = named_match_ != 0 || (are_kept_ && runnable_.groups.size() > 1);
    tells_without_groups_ = !runnable_.has_alternatives && !asks_for_groups;
  }

  // The next match that is not empty and does not overlap the one before.
  bool next() {
    std::size_t from = first_candidate();
    while (find_from(from)) {
      const ByteRange bounded = between_marks(), found = named_match().value_or(bounded);
      if (found.start >= end_ && !found.empty() && boundaries_hold(bounded)) {
        match_ = found;
        end_ = found.end;
        begin_ = offset(groups_[0].data());
        return true;
      }
      from = named_match() ? read_again(offset(groups_[0].data()) + 1)
                           : std::max<std::size_t>({from + 1, found.start, end_});
    }
    return false;
  }

  ByteRange match() const { return match_; }

  // Where they are kept.
  void append_groups(std::vector<std::string_view>& texts) const {
    if (!are_kept_) return;
    texts.push_back(match_.of(text_));
    for (std::size_t i = 1; i < runnable_.groups.size(); ++i) {
      const re2::StringPiece group = groups_[static_cast<std::size_t>(runnable_.groups[i])];
      texts.push_back(group.data() == nullptr ? std::string_view{}
                                              : std::string_view(group.data(), group.size()));
    }
  }

 private:
  // RE2 finds where a match lies in half the time it takes to find its groups.
  bool find_from(std::size_t from) {
    has_groups_ = !tells_without_groups_;
    if (!match_from(from)) return false;
    if (has_groups_) return true;
    const bool starts_with_text = groups_[0].data() == text_.data();
    const bool ends_with_text = groups_[0].data() + groups_[0].size() == text_.data() + text_.size();
    if (!starts_with_text && !ends_with_text) return true;
    // There a boundary has no neighbour, or has one.
    has_groups_ = true;
    return match_from(from);
  }

  // Searching forward RE2 finds an end, and then backward the start. Where match follows match it need not
  // search.
  bool match_from(std::size_t from) {
    if (from > text_.size()) return false;
    if (follows_ && match_from(from, RE2::ANCHOR_START)) return true;
    if (!match_from(from, RE2::UNANCHORED)) return false;
    follows_ = offset(groups_[0].data()) == from;
    return true;
  }

  bool match_from(std::size_t from, RE2::Anchor anchor) {
    return regex_.Match(piece(text_), from, text_.size(), anchor, groups_.data(),
                        has_groups_ ? static_cast<int>(groups_.size()) : 1);
  }

  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - text_.data()); }

  // Where the group of a mark stands that took part in the match, or nothing.
  const char* mark_of(const std::vector<int>& marks) const {
    for (const int mark : marks)
      if (const char* at = groups_[static_cast<std::size_t>(mark)].data()) return at;
    return nullptr;
  }

  // The part of a match that is the match, where the author says so.
  std::optional<ByteRange> named_match() const {
    if (named_match_ == 0) return std::nullopt;
    const re2::StringPiece group = groups_[static_cast<std::size_t>(named_match_)];
    if (group.data() == nullptr) return std::nullopt;
    return ByteRange{offset(group.data()), offset(group.data() + group.size())};
  }

  // Where the next match may begin: what it looks at in front may lie in the one before.
  std::size_t first_candidate() {
    constexpr std::size_t furthest_look_back = 64;
    if (named_match_ != 0 && end_ > 0)
      return read_again(
          std::max<std::size_t>(begin_ + 1, end_ - std::min<std::size_t>(end_, furthest_look_back)));
    if (runnable_.starts.empty()) return end_;
    const std::size_t neighbour = before_neighbour(end_);
    return neighbour < end_ && shows_wordlike(neighbour) ? end_ : neighbour;
  }

  // `from`, as far as the last match looked at what lies behind it; the match's end once that is too much: a
  // match that looks at all the rest ("x.*") would make the search take a time with the draft's square.
  std::size_t read_again(std::size_t from) {
    constexpr std::size_t most_bytes = std::size_t{8} << 20;  // of all matches together
    const std::size_t end = offset(groups_[0].data() + groups_[0].size());
    if (from >= end) return from;
    read_again_ += end - from;
    return read_again_ > most_bytes ? end : from;
  }

  ByteRange between_marks() const {
    if (!has_groups_) {
      const std::uint32_t start = offset(groups_[0].data());
      const std::uint32_t end = start + static_cast<std::uint32_t>(groups_[0].size());
      return {runnable_.starts.empty() ? start : static_cast<std::uint32_t>(after(start)),
              runnable_.ends.empty() ? end : end - text::decode_before(text_, end).size};
    }
    const char *start = mark_of(runnable_.starts), *end = mark_of(runnable_.ends);
    return {offset(start ? start : groups_[0].data()),
            offset(end ? end : groups_[0].data() + groups_[0].size())};
  }

  // The nearest characters that show, on the sides that ask for a boundary, are no letters, marks or numbers.
  bool boundaries_hold(ByteRange found) const {
    if (has_groups_ ? mark_of(runnable_.starts) != nullptr : !runnable_.starts.empty()) {
      const std::size_t before = before_neighbour(found.start);
      if (before < found.start && shows_wordlike(before)) return false;
    }
    if (has_groups_ ? !mark_of(runnable_.ends) : runnable_.ends.empty()) return true;
    std::size_t at = found.end;
    while (at < text_.size() && text::is_default_ignorable(text::decode(text_, at).value)) at = after(at);
    return at == text_.size() || !shows_wordlike(at);
  }

  bool shows_wordlike(std::size_t at) const { return text::is_wordlike(text::decode(text_, at).value); }

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
  bool are_kept_;
  std::vector<re2::StringPiece> groups_;
  int named_match_ = 0;  // a group, 0 for none
  // Boundaries stand at both ends of all of it, and nobody asks for groups.
  bool tells_without_groups_ = false;
  bool follows_ = false;    // the last match began where the search for it did
  bool has_groups_ = true;  // `groups_` holds those of the last match, not only where it lies
  ByteRange match_;
  std::size_t read_again_ = 0;         // bytes behind matches that the next search began in
  std::uint32_t begin_ = 0, end_ = 0;  // of the last match: with what it looked at in front, and its end
};

}  // namespace

namespace {

std::vector<ByteRange> extents(Draft& draft, Extent extent) {
  switch (extent) {
    case Extent::sentence:
      return draft.sentences();
    case Extent::paragraph:
      return draft.paragraphs();
    case Extent::draft:
      break;
  }
  return {{0, draft.size()}};
}

}  // namespace

template <typename Visit>
void PatternSet::State::each_match(Draft& draft, Visit&& visit) const {
  if (patterns.empty()) return;
  const std::vector<std::uint8_t> may_match = candidates(draft.text());
  for (std::uint32_t number = 0; number < patterns.size(); ++number) {
    if (may_match[number] == 0) continue;
    const Pattern& pattern = patterns[number];
    const std::lock_guard lock(pattern.mutex());
    for (const ByteRange extent : extents(draft, pattern.options().extent)) {
      Search search(pattern, extent.of(draft.text()));
      while (search.next()) {
        const ByteRange match = search.match();
        visit(number, draft.whole_clusters({extent.start + match.start, extent.start + match.end}), search);
      }
    }
  }
}

PatternHits PatternSet::scan(Draft& draft) const {
  PatternHits hits;
  state_->each_match(draft, [&](std::uint32_t number, ByteRange range, const Search& search) {
    const auto first_group = static_cast<std::uint32_t>(hits.groups.size());
    search.append_groups(hits.groups);
    const auto group_count = static_cast<std::uint32_t>(hits.groups.size()) - first_group;
    hits.all.push_back({number, range, first_group, group_count});
  });
  text::sort_runs(hits.all, [](const PatternHit& a, const PatternHit& b) {
    if (!(a.range == b.range)) return text::starts_first(a.range, b.range);
    return a.pattern < b.pattern;
  });
  return hits;
}

std::vector<ByteRange> PatternSet::ranges(Draft& draft) const {
  std::vector<ByteRange> found;
  state_->each_match(draft, [&](std::uint32_t, ByteRange range, const Search&) { found.push_back(range); });
  text::sort_runs(found, text::starts_first);
  return found;
}

std::vector<ByteRange> leftmost_longest(std::vector<ByteRange> ranges) {
  std::uint32_t end = 0;
  ranges.erase(std::remove_if(ranges.begin(), ranges.end(),
                              [&](ByteRange range) {
                                if (range.start < end) return true;
                                end = range.end;
                                return false;
                              }),
               ranges.end());
  return ranges;
}

std::string expand_groups(std::string_view text, std::span<const std::string_view> groups) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '$' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == '$') {
      made.push_back('$');
    } else if (ascii::is_digit(next)) {
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
