#include "match/sealed_set.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "text/sort_numbers.h"

namespace herold::match {
namespace {

using text::FoldedText;

// A session meets few of them: one sequence in a thousand.
constexpr std::size_t most_noted = 20'000;

std::uint64_t tag_key(std::uint32_t bits, std::uint32_t tag) { return std::uint64_t{bits} << 32 | tag; }

// The letters of a draft, and the pieces of them that a sequence of words is made of: whatever stands alone.
struct Letters {
  std::string bytes;
  std::vector<std::uint32_t> starts;  // of each piece, and the end of the last

  explicit Letters(const FoldedText& folded) {
    const std::string_view text = folded.bytes();
    std::uint32_t piece = 0;
    for (std::uint32_t i = 0; i < folded.size(); ++i) {
      const bool parted = i > 0 && !(folded.wordlike(i - 1) && folded.wordlike(i)) && folded.boundary(i);
      if (!parted) continue;
      add(text.substr(piece, i - piece));
      piece = i;
    }
    add(text.substr(piece));
    starts.push_back(static_cast<std::uint32_t>(bytes.size()));
  }

 private:
  void add(std::string_view piece) {
    const std::string letters = letters_of(piece);
    if (letters.empty()) return;
    starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    bytes += letters;
  }
};

}  // namespace

std::string_view Unsealed::term(std::uint32_t number) const {
  return number < terms_.size() ? std::string_view(terms_[number]) : std::string_view{};
}

std::uint32_t SealedSet::add(SealedTerm term, LiteralOptions options, std::uint32_t tag_bits) {
  terms_.push_back({std::move(term), options, tag_bits});
  return size() - 1;
}

void SealedSet::compile(std::uint32_t longest) {
  longest_ = longest;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Term& term = terms_[i];
    by_tag_.push_back(i);
    auto tags =
        std::find_if(tags_.begin(), tags_.end(), [&](const Tags& one) { return one.bits == term.tag_bits; });
    if (tags == tags_.end()) {
      tags = tags_.insert(
          tags_.end(), {term.tag_bits, std::vector<std::uint64_t>((std::size_t{1} << term.tag_bits) / 64)});
    }
    tags->present[term.sealed.tag / 64] |= std::uint64_t{1} << term.sealed.tag % 64;
    if (term.options.boundary == Boundary::none) sizes_.push_back(term.sealed.size);
  }
  text::sort_numbers(by_tag_, [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
  text::sort_numbers(sizes_, std::less<>());
  sizes_.erase(std::unique(sizes_.begin(), sizes_.end()), sizes_.end());
}

std::vector<LiteralHit> SealedSet::scan(Draft& draft, Unsealed& known) const {
  if (empty()) return {};
  const Letters letters(draft.folded(text::Case::fold));
  const std::string_view bytes = letters.bytes;
  for (std::size_t first = 0; first + 1 < letters.starts.size(); ++first) {
    const std::uint32_t start = letters.starts[first];
    LetterHash hash;
    std::uint32_t at = start;
    for (std::size_t next = first + 1; next < letters.starts.size(); ++next) {
      const std::uint32_t end = letters.starts[next];
      if (end - start > longest_) break;
      for (; at < end; ++at) hash.add(bytes[at]);
      if (may_be_tagged(hash)) note(bytes.substr(start, end - start), known);
    }
  }
  for (std::uint32_t start = 0; start < bytes.size(); ++start) {
    LetterHash hash;
    std::uint32_t at = start;
    for (const std::uint32_t size : sizes_) {
      if (size > bytes.size() - start) break;
      for (; at < start + size; ++at) hash.add(bytes[at]);
      if (may_be_tagged(hash)) note(bytes.substr(start, size), known);
    }
  }
  std::vector<LiteralHit> hits;
  if (!known.knows_any_) return hits;
  for (const LiteralHit& hit : known.literals_.scan(draft)) {
    for (const std::uint32_t number : known.numbers_[hit.term])
      hits.push_back({number, hit.range, hit.joined});
  }
  return hits;
}

bool SealedSet::may_be_tagged(const LetterHash& hash) const {
  return std::any_of(tags_.begin(), tags_.end(), [&](const Tags& tags) {
    const std::uint32_t tag = hash.tag(tags.bits);
    return (tags.present[tag / 64] >> tag % 64 & 1) != 0;
  });
}

void SealedSet::note(std::string_view letters, Unsealed& known) const {
  if (unknown_terms_of(letters, known).empty()) return;
  const auto [sequence, is_new] = known.noted_.emplace(letters);
  if (is_new) known.pending_.push_back(*sequence);
}

std::uint64_t SealedSet::key_of(std::uint32_t number) const {
  return tag_key(terms_[number].tag_bits, terms_[number].sealed.tag);
}

// Terms with the tag of these letters that are not known yet.
std::vector<std::uint32_t> SealedSet::unknown_terms_of(std::string_view letters,
                                                       const Unsealed& known) const {
  std::vector<std::uint32_t> numbers;
  for (const Tags& tags : tags_) {
    const std::uint64_t key = tag_key(tags.bits, tag_of(letters, tags.bits));
    auto each = std::partition_point(by_tag_.begin(), by_tag_.end(),
                                     [&](std::uint32_t number) { return key_of(number) < key; });
    for (; each != by_tag_.end() && key_of(*each) == key; ++each) {
      if (known.term(*each).empty()) numbers.push_back(*each);
    }
  }
  return numbers;
}

bool SealedSet::try_next(Unsealed& known) const {
  if (known.pending_.empty()) return false;
  const std::string letters = std::move(known.pending_.back());
  known.pending_.pop_back();
  bool found = false;
  for (const std::uint32_t number : unknown_terms_of(letters, known)) {
    Opened opened = open(terms_[number].sealed, letters);
    // The next check notes it again.
    if (opened.outcome == Opening::out_of_memory) known.noted_.erase(letters);
    if (opened.outcome != Opening::opened) continue;
    if (opened.term.empty()) continue;
    known.terms_.resize(size());
    learn(number, terms_[number], std::move(opened.term), known);
    found = true;
  }
  if (known.pending_.empty() && known.noted_.size() > most_noted) known.noted_.clear();
  return found;
}

void SealedSet::learn(std::uint32_t number, const Term& term, std::string text, Unsealed& known) {
  const auto literal = known.literals_.add(text, term.options);
  if (!literal) return;
  known.numbers_.resize(known.literals_.size());
  known.numbers_[*literal].push_back(number);
  known.literals_.compile();
  known.terms_[number] = std::move(text);
  known.knows_any_ = true;
}

}  // namespace herold::match
