// Sentence boundaries after UAX #29, and the sentences and paragraphs of posts.

#include <cstddef>

#include "text/abbreviations.h"
#include "text/segments.h"
#include "text/stemmer.h"
#include "text/unicode.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace herold::text {
namespace {

using Sentence = tables::Sentence;

bool is_separator(Sentence s) { return s == Sentence::sep || s == Sentence::cr || s == Sentence::lf; }
bool is_terminator(Sentence s) { return s == Sentence::a_term || s == Sentence::s_term; }

Sentence sentence_of(char32_t c) { return static_cast<Sentence>(tables::properties(c).sentence); }

// What stands before the place in question, as far back as the last sentence terminator.
enum class Tail { none, terminator, closing, spaces };

class SentenceRules {
 public:
  explicit SentenceRules(std::string_view text) : text_(text) {}

  // Whether the text is parted before the code point at `at`. Called for one after the other.
  bool parts(std::uint32_t at, Sentence next) {
    const bool is_ignored = next == Sentence::extend || next == Sentence::format;
    if (is_ignored && at > 0 && !is_separator(last_)) return false;  // SB5
    const bool ends = is_end(at, next);
    advance(next);
    return ends;
  }

 private:
  bool is_end(std::uint32_t at, Sentence next) const {
    if (last_ == Sentence::cr && next == Sentence::lf) return false;  // SB3
    if (is_separator(last_)) return true;                             // SB4
    if (tail_ == Tail::none) return false;                            // SB998
    return !continues(at, next);
  }

  void advance(Sentence s) {
    if (is_terminator(s)) {
      tail_ = Tail::terminator;
      full_stop_ = s == Sentence::a_term;
      after_letter_ = last_ == Sentence::upper || last_ == Sentence::lower;
    } else if (s == Sentence::close && (tail_ == Tail::terminator || tail_ == Tail::closing)) {
      tail_ = Tail::closing;
    } else if (s == Sentence::sp && tail_ != Tail::none) {
      tail_ = Tail::spaces;
    } else {
      tail_ = Tail::none;
    }
    last_ = s;
  }

  bool continues(std::uint32_t at, Sentence next) const {
    if (full_stop_ && tail_ == Tail::terminator) {
      if (next == Sentence::numeric) return true;                 // SB6
      if (after_letter_ && next == Sentence::upper) return true;  // SB7
    }
    if (next == Sentence::s_continue || is_terminator(next)) return true;  // SB8a
    if (next == Sentence::close && tail_ != Tail::spaces) return true;     // SB9
    if (next == Sentence::sp || is_separator(next)) return true;           // SB9, SB10
    return full_stop_ && lower_follows(at);                                // SB8
  }

  // Asked once for each full stop, behind its closing marks and blanks, and not beyond the next one: all
  // these looks ahead together are linear.
  bool lower_follows(std::uint32_t at) const {
    while (at < text_.size()) {
      const CodePoint point = decode(text_, at);
      const Sentence s = sentence_of(point.value);
      if (s == Sentence::lower) return true;
      if (s == Sentence::upper || s == Sentence::o_letter || is_separator(s) || is_terminator(s))
        return false;
      at += point.size;
    }
    return false;
  }

  std::string_view text_;
  Sentence last_ = Sentence::other;  // of what is not ignored
  Tail tail_ = Tail::none;
  bool full_stop_ = false;     // the terminator is ATerm
  bool after_letter_ = false;  // and an Upper or Lower stands before it
};

bool ends_with_line_break(std::string_view text) {
  if (text.empty()) return false;
  const char32_t last = decode_before(text, text.size()).value;
  return is_separator(sentence_of(last));
}

// Whether the sentence goes on after `segment`, which is all of it so far, although UAX #29 ends one there.
bool goes_on(std::string_view segment, char32_t next, bool has_ordinals) {
  if (ends_with_line_break(segment)) return false;
  const std::string_view text = trimmed(segment, {0, static_cast<std::uint32_t>(segment.size())}).of(segment);
  return ends_with_abbreviation(text, next) || (has_ordinals && ends_with_ordinal(text));
}

}  // namespace

std::vector<std::uint32_t> sentence_boundaries(std::string_view text) {
  std::vector<std::uint32_t> boundaries;
  if (text.empty()) return boundaries;
  SentenceRules rules(text);
  boundaries.push_back(0);
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (rules.parts(at, sentence_of(point.value))) boundaries.push_back(at);
    at += point.size;
  }
  boundaries.push_back(static_cast<std::uint32_t>(text.size()));
  return boundaries;
}

std::vector<ByteRange> sentences(std::string_view text, const std::vector<ByteRange>& links,
                                 std::string_view language) {
  std::vector<ByteRange> found;
  // "14." is one in German, and in its neighbours to the north and east, of which the core knows no more.
  const bool has_ordinals = stem_language(language).value_or(Language::german) == Language::german;
  auto link = links.begin();
  const std::vector<std::uint32_t> boundaries = sentence_boundaries(text);
  std::uint32_t start = 0;
  for (std::size_t i = 1; i < boundaries.size(); ++i) {
    const bool last = i + 1 == boundaries.size();
    while (link != links.end() && link->end <= boundaries[i]) ++link;
    if (link != links.end() && link->start < boundaries[i]) continue;
    if (!last &&
        goes_on(ByteRange{start, boundaries[i]}.of(text), decode(text, boundaries[i]).value, has_ordinals))
      continue;
    const ByteRange sentence = trimmed(text, {start, boundaries[i]});
    if (!sentence.empty()) found.push_back(sentence);
    start = boundaries[i];
  }
  return found;
}

std::vector<ByteRange> paragraphs(std::string_view text) {
  std::vector<ByteRange> found;
  const auto add = [&](std::uint32_t start, std::uint32_t end) {
    const ByteRange paragraph = trimmed(text, {start, end});
    if (!paragraph.empty()) found.push_back(paragraph);
  };
  std::uint32_t start = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    // Nearly all white space is a blank between two words.
    const bool is_single_blank = point.value == ' ' && at + 1 < text.size() && text[at + 1] > ' ';
    if (is_single_blank || !is_white_space(point.value)) {
      at += point.size;
      continue;
    }
    const WhiteSpaceRun run = white_space_run(text, at);
    if (run.parting) {
      add(start, at);
      start = run.end;
    }
    at = run.end;
  }
  add(start, static_cast<std::uint32_t>(text.size()));
  return found;
}

}  // namespace herold::text
