#include "match/characters.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::ByteRange;

// What networks that shorten links count for one.
constexpr std::uint32_t link_characters = 23;

std::uint32_t utf16_units(std::string_view cluster) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const text::CodePoint point = text::decode(cluster, at);
    units += point.size == 4 ? 2 : 1;
    at += point.size;
  }
  return units;
}

// X counts one for the scripts of Europe and common punctuation, two for all else.
std::uint32_t weight(char32_t c) {
  const bool light = c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F) ||
                     (c >= 0x2032 && c <= 0x2037);
  return light ? 1 : 2;
}

// Marks that NFC, the form that X counts, makes one letter with a Latin one: à á â ã ä å ç, as far as our
// languages decompose.
bool composes(char32_t letter, char32_t mark) {
  constexpr std::u32string_view marks = U"\u0300\u0301\u0302\u0303\u0308\u030A\u0327";
  return letter < 0x80 && text::is_letter(letter) && marks.find(mark) != std::u32string_view::npos;
}

std::uint32_t weighted(std::string_view cluster) {
  std::uint32_t total = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const text::CodePoint point = text::decode(cluster, at);
    if (!composes(before, point.value)) total += weight(point.value);
    before = point.value;
    at += point.size;
  }
  return total;
}

// What is counted at once: a cluster, a link where the network counts it whole, or printable ASCII.
struct Piece {
  ByteRange range;
  std::uint32_t characters;
  bool is_plain;  // each byte is a character
};

// Walks through `range` piece by piece and calls `step` with each until it returns false.
class Walk {
 public:
  Walk(Draft& draft, CharacterCount count) : draft_(draft), count_(count) {
    if (count == CharacterCount::weighted) emojis_ = &draft.emojis();
    if (count == CharacterCount::weighted || count == CharacterCount::mastodon) links_ = &draft.links();
  }

  template <typename Step>
  void run(ByteRange range, Step&& step) {
    next_link_ = first_from(links_, range.start);
    next_emoji_ = first_from(emojis_, range.start);
    for (std::uint32_t at = range.start; at < range.end;) {
      const Piece piece = piece_at(at, range.end);
      if (!step(piece)) return;
      at = piece.range.end;
    }
  }

 private:
  Piece piece_at(std::uint32_t at, std::uint32_t end) {
    const ByteRange* link = starting_at(links_, next_link_, at);
    if (link != nullptr && link->end <= end) return whole(*link);
    const bool is_link_ahead = links_ != nullptr && next_link_ < links_->size();
    const std::uint32_t plain =
        draft_.plain_end(at, is_link_ahead ? std::min(end, (*links_)[next_link_].start) : end);
    if (plain > at) return {{at, plain}, plain - at, true};
    const ByteRange cluster{at, draft_.cluster_end(at)};
    return {cluster, characters(cluster), false};
  }

  // A link with the marks that stand on its last letter.
  Piece whole(ByteRange link) {
    const std::uint32_t end = draft_.whole_clusters(link).end;
    const std::string_view marks = ByteRange{link.end, end}.of(draft_.text());
    const std::uint32_t beside = count_ == CharacterCount::weighted ? weighted(marks) : 0;
    return {{link.start, end}, link_characters + beside, false};
  }

  // The place of the first of `ranges` that starts at `at` or behind: a draft may hold as many as sentences.
  static std::size_t first_from(const std::vector<ByteRange>* ranges, std::uint32_t at) {
    if (ranges == nullptr) return 0;
    const auto first = std::partition_point(ranges->begin(), ranges->end(),
                                            [&](ByteRange range) { return range.start < at; });
    return static_cast<std::size_t>(first - ranges->begin());
  }

  static const ByteRange* starting_at(const std::vector<ByteRange>* ranges, std::size_t& next,
                                      std::uint32_t at) {
    if (ranges == nullptr) return nullptr;
    while (next < ranges->size() && (*ranges)[next].start < at) ++next;
    return next < ranges->size() && (*ranges)[next].start == at ? &(*ranges)[next] : nullptr;
  }

  std::uint32_t characters(ByteRange cluster) {
    switch (count_) {
      case CharacterCount::utf16:
        return utf16_units(cluster.of(draft_.text()));
      case CharacterCount::weighted:
        return starting_at(emojis_, next_emoji_, cluster.start) ? 2 : weighted(cluster.of(draft_.text()));
      default:
        return 1;
    }
  }

  Draft& draft_;
  CharacterCount count_;
  const std::vector<ByteRange>* links_ = nullptr;
  const std::vector<ByteRange>* emojis_ = nullptr;
  std::size_t next_link_ = 0, next_emoji_ = 0;
};

}  // namespace

std::uint32_t count_characters(Draft& draft, ByteRange range, CharacterCount count) {
  std::uint32_t total = 0;
  Walk(draft, count).run(range, [&](const Piece& piece) {
    total += piece.characters;
    return true;
  });
  return total;
}

std::uint32_t end_of_characters(Draft& draft, ByteRange range, CharacterCount count, std::uint32_t limit) {
  std::uint32_t total = 0, end = range.end;
  Walk(draft, count).run(range, [&](const Piece& piece) {
    const bool fits = total + piece.characters <= limit;
    if (!fits) end = piece.range.start + (piece.is_plain ? limit - total : 0);
    total += piece.characters;
    return fits;
  });
  return end;
}

}  // namespace herold::match
