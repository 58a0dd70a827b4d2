#include "match/pattern_literals.h"

#include <re2/re2.h>
#include <re2/regexp.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "herold/ascii.h"

namespace herold::match {
namespace {

using re2::Regexp;
using Strings = std::vector<std::string>;

// Shorter literals would let nearly every draft through.
constexpr std::size_t shortest_literal = 2;
constexpr std::size_t most_literals = 16;
// Of words that somebody listed: each stands for itself, and none is made by putting others together.
constexpr std::size_t most_alternatives = 64;
// Trees that are deeper are left to RE2 alone.
constexpr int deepest = 100;
// The largest class, all letters, marks and numbers, takes fewer; so does one letter of any size in all
// cases.
constexpr std::uint64_t instructions_of_class = 2000, instructions_of_letter = 16;
constexpr std::uint64_t too_many_instructions = std::uint64_t{1} << 32;

// What is known of the texts that a part of a pattern matches.
struct Part {
  std::optional<Strings> exact;  // all of them
  Strings any_of;                // each holds one of these; empty: nothing is known
  std::uint64_t instructions = 0;
};

std::size_t shortest(const Strings& strings) {
  std::size_t size = static_cast<std::size_t>(-1);
  for (const std::string& each : strings) size = std::min(size, each.size());
  return size;
}

bool is_better(const Strings& one, const Strings& other) {
  if (one.empty() || shortest(one) < shortest_literal) return false;
  if (other.empty() || shortest(one) != shortest(other))
    return other.empty() || shortest(one) > shortest(other);
  return one.size() < other.size();
}

void keep_better(Strings& best, const Strings& candidate) {
  if (is_better(candidate, best)) best = candidate;
}

// The literals of a part, exact or not.
Strings literals_of(const Part& part) {
  Strings best = part.any_of;
  if (part.exact) keep_better(best, *part.exact);
  return best;
}

// The ASCII letter or sign that `rune` stands for in any case; nothing for the rest of Unicode.
std::optional<char> ascii_of(re2::Rune rune) {
  if (rune == 0x212A) return 'k';
  if (rune == 0x017F) return 's';
  if (rune < 0 || rune >= 0x80) return std::nullopt;
  return ascii::to_lower(static_cast<char>(rune));
}

Part of_runes(const re2::Rune* runes, int count) {
  Part part{std::nullopt, {}, instructions_of_letter * static_cast<std::uint64_t>(count)};
  std::string run;
  run.reserve(static_cast<std::size_t>(count));
  bool is_exact = true;
  for (int i = 0; i < count; ++i) {
    const std::optional<char> letter = ascii_of(runes[i]);
    if (letter) {
      run.push_back(*letter);
      continue;
    }
    keep_better(part.any_of, {run});
    run.clear();
    is_exact = false;
  }
  if (is_exact) {
    part.exact.emplace(1, std::move(run));
  } else {
    keep_better(part.any_of, {run});
  }
  return part;
}

Part of_class(re2::CharClass& runes) {
  Part part{std::nullopt, {}, instructions_of_class};
  if (runes.size() == 0 || static_cast<std::size_t>(runes.size()) > most_literals) return part;
  Strings exact;
  exact.reserve(static_cast<std::size_t>(runes.size()));
  for (const re2::RuneRange range : runes)
    for (re2::Rune rune = range.lo; rune <= range.hi; ++rune) {
      const std::optional<char> letter = ascii_of(rune);
      if (!letter) return part;
      std::string text(1, *letter);
      if (std::find(exact.begin(), exact.end(), text) == exact.end()) exact.push_back(std::move(text));
    }
  part.exact = std::move(exact);
  return part;
}

Strings each_with_each(const Strings& heads, const Strings& tails) {
  Strings made;
  made.reserve(heads.size() * tails.size());
  for (const std::string& head : heads)
    for (const std::string& tail : tails) made.push_back(head + tail);
  return made;
}

Part concatenated(std::vector<Part> parts) {
  Part whole{Strings{{}}, {}, 1};
  Strings run{{}};  // what the neighbours so far spell together
  for (Part& part : parts) {
    whole.instructions += part.instructions;
    keep_better(whole.any_of, part.any_of);
    if (part.exact && run.size() * part.exact->size() <= most_literals) {
      run = each_with_each(run, *part.exact);
      continue;
    }
    keep_better(whole.any_of, run);
    whole.exact.reset();
    run = part.exact ? std::move(*part.exact) : Strings{{}};
  }
  if (whole.exact) {
    whole.exact = std::move(run);
  } else {
    keep_better(whole.any_of, run);
  }
  return whole;
}

Part alternatives(const std::vector<Part>& parts) {
  Part whole{Strings{}, {}, 1};
  Strings any_of;
  bool all_known = true;
  for (const Part& part : parts) {
    whole.instructions += part.instructions + 1;
    if (whole.exact && part.exact && whole.exact->size() + part.exact->size() <= most_literals) {
      whole.exact->insert(whole.exact->end(), part.exact->begin(), part.exact->end());
    } else {
      whole.exact.reset();
    }
    const Strings literals = literals_of(part);
    all_known = all_known && !literals.empty();
    any_of.insert(any_of.end(), literals.begin(), literals.end());
  }
  if (all_known && any_of.size() <= most_alternatives) whole.any_of = std::move(any_of);
  return whole;
}

Part optional(Part part) {
  if (part.exact) part.exact->emplace_back();
  return {std::move(part.exact), {}, part.instructions + 1};
}

Part repeated(const Part& part, int at_least, int at_most) {
  const auto times = static_cast<std::uint64_t>(std::max({at_least, at_most, 1})) + 1;
  Part whole{std::nullopt, {}, part.instructions * times + times};
  if (at_least > 0) whole.any_of = literals_of(part);
  return whole;
}

Part part_of(Regexp& regexp, int depth) {
  if (depth > deepest) return {std::nullopt, {}, too_many_instructions};
  std::vector<Part> parts;
  parts.reserve(static_cast<std::size_t>(regexp.nsub()));
  for (int i = 0; i < regexp.nsub(); ++i) parts.push_back(part_of(*regexp.sub()[i], depth + 1));
  switch (regexp.op()) {
    case re2::kRegexpLiteral: {
      const re2::Rune rune = regexp.rune();
      return of_runes(&rune, 1);
    }
    case re2::kRegexpLiteralString:
      return of_runes(regexp.runes(), regexp.nrunes());
    case re2::kRegexpCharClass:
      return of_class(*regexp.cc());
    case re2::kRegexpConcat:
      return concatenated(std::move(parts));
    case re2::kRegexpAlternate:
      return alternatives(parts);
    case re2::kRegexpCapture:
      parts.front().instructions += 2;
      return std::move(parts.front());
    case re2::kRegexpQuest:
      return optional(std::move(parts.front()));
    case re2::kRegexpStar:
      return repeated(parts.front(), 0, -1);
    case re2::kRegexpPlus:
      return repeated(parts.front(), 1, -1);
    case re2::kRegexpRepeat:
      return repeated(parts.front(), regexp.min(), regexp.max());
    case re2::kRegexpNoMatch:
    case re2::kRegexpAnyChar:
    case re2::kRegexpAnyByte:
    case re2::kRegexpHaveMatch:
      return {std::nullopt, {}, instructions_of_letter};
    default:  // empty matches and their conditions; `\b` becomes a few more than it is
      return {Strings{{}}, {}, instructions_of_letter};
  }
}

}  // namespace

PatternOutline pattern_outline(std::string_view pattern) {
  // Case-sensitive: the literals do without case, and RE2 takes most of its time to fold.
  const auto flags = static_cast<Regexp::ParseFlags>(RE2::Options().ParseFlags());
  re2::RegexpStatus status;
  Regexp* tree = Regexp::Parse({pattern.data(), pattern.size()}, flags, &status);
  if (tree == nullptr) return {};
  const Part whole = part_of(*tree, 0);
  tree->Decref();
  return {true, literals_of(whole), whole.instructions};
}

}  // namespace herold::match
