#include "text/folded_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "herold/ascii.h"
#include "text/decompose.h"
#include "text/grapheme_breaker.h"
#include "text/look_alikes.h"
#include "text/sixteen_bytes.h"
#include "text/sort_runs.h"
#include "text/unicode.h"
#include "text/white_space.h"

namespace herold::text {
namespace {

using ByteMap = std::array<unsigned char, 128>;

constexpr ByteMap ascii_map(bool folding) {
  ByteMap map{};
  for (unsigned c = 0; c < map.size(); ++c)
    map[c] = static_cast<unsigned char>(folding && ascii::is_upper(c) ? c - 'A' + 'a' : c);
  map[' '] = map['\n'] = blank;
  map['-'] = dash;
  map['_'] = underscore;
  return map;
}

constexpr ByteMap folding_map = ascii_map(true);
constexpr ByteMap exact_map = ascii_map(false);

constexpr bool is_plain_ascii(unsigned char byte) { return byte > ' ' && byte < 0x7F; }
constexpr bool is_gap(char byte) { return byte == ' ' || byte == '\n'; }
// Plain ASCII and single spaces fold byte by byte, and are most of what terms are made of.
bool is_plain(std::string_view text) {
  bool may_be_space = true;
  return std::all_of(text.begin(), text.end(), [&](char byte) {
    const bool is_space = byte == ' ';
    const bool fits = is_space ? may_be_space : is_plain_ascii(static_cast<unsigned char>(byte));
    may_be_space = !is_space;
    return fits;
  });
}
constexpr bool is_ascii_wordlike(unsigned char byte) { return ascii::is_alphanumeric(byte); }

constexpr std::uint32_t at_once = sizeof(SixteenBytes);

SixteenBytes gaps_in(SixteenBytes bytes) { return equal(bytes, ' ') | equal(bytes, '\n'); }

constexpr bool may_be_look_alike(Script script) {
  return script == Script::greek || script == Script::cyrillic;
}

constexpr bool is_keycap_base(char byte) { return ascii::is_digit(byte) || byte == '#' || byte == '*'; }

constexpr bool takes_umlaut(char letter) {
  return letter == 'a' || letter == 'o' || letter == 'u' || letter == 'A' || letter == 'O' || letter == 'U';
}

}  // namespace

// One pass over the source: decomposes, folds, puts marks into canonical order, and finds grapheme clusters.
class Folder {
 public:
  enum class Form { fold, exact, spelling };

  Folder(std::string_view source, Form form, Folding& out)
      : source_(source),
        form_(form),
        ascii_(form == Form::fold ? folding_map : exact_map),
        look_alikes_(source),
        bytes_(out.bytes),
        wordlike_(out.wordlike),
        starts_(out.starts),
        clusters_(out.clusters) {
    bytes_.reserve(source.size() + source.size() / 8);
    wordlike_.reserve(source.size() + source.size() / 8);
    starts_.reserve(source.size() + source.size() / 8);
    clusters_.reserve(source.size());
  }

  void run() {
    while (at_ < source_.size()) {
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (is_plain_ascii(byte))
        ascii(byte);
      else
        other();
    }
    flush_marks();
    note_last();
  }

 private:
  struct Mark {
    char32_t value;
    std::uint8_t combining_class;
    bool wordlike;
  };

  void ascii(unsigned char byte) {
    if (breaker_.plain() || breaker_.breaks_before(tables::properties(byte))) begin_cluster();
    breaker_.restart();
    flush_marks();
    append_byte(ascii_[byte], is_ascii_wordlike(byte) && !in_emoji_);
    ++at_;
    ascii_run();
  }

  // Behind plain ASCII every byte of plain ASCII is a cluster, and so is a single space or line break in
  // front of one: most of most drafts is read here.
  void ascii_run() {
    const std::uint32_t first = at_, end = ascii_end();
    if (end == first) return;
    note_last();
    const std::size_t from = bytes_.size();
    bytes_.resize(from + (end - first));
    clusters_.resize(clusters_.size() + (end - first));
    char* bytes = bytes_.data() + from;
    std::uint32_t* clusters = clusters_.data() + clusters_.size() - (end - first);
    // What is wordlike of the sixteen bytes at `at`.
    const auto fold_at = [&](std::uint32_t at) {
      const SixteenBytes source = load_sixteen(source_.data() + at);
      store(bytes + (at - first), folded(source));
      std::uint32_t* numbers = clusters + (at - first);
      for (std::uint32_t i = 0; i < at_once; ++i) numbers[i] = at + i;
      return marks(between(source | 0x20, 'a', 'z') | between(source, '0', '9'));
    };
    std::uint64_t wordlike = 0;
    std::uint32_t at = first;
    const auto used = [&] { return (at - first) % 64; };
    while (at < end && end - first >= at_once) {
      // The last sixteen may hold some that are done.
      const std::uint32_t from_here = std::min(at, end - at_once);
      wordlike |= fold_at(from_here) >> (at - from_here) << used();
      at = from_here + at_once;
      if (used() == 0) wordlike_.append(std::exchange(wordlike, 0), 64);
    }
    for (; at < end; ++at) {
      const auto byte = static_cast<unsigned char>(source_[at]);
      bytes[at - first] = static_cast<char>(ascii_[byte]);
      clusters[at - first] = at;
      wordlike |= std::uint64_t{is_ascii_wordlike(byte)} << used();
    }
    if (used() != 0) wordlike_.append(wordlike, used());
    for (std::uint32_t left = end - first; left > 0; left -= std::min(left, 64U))
      starts_.append(~std::uint64_t{0} >> (64 - std::min(left, 64U)), std::min(left, 64U));
    at_ = end;
    cluster_ = end - 1;
    cluster_bytes_ = static_cast<std::uint32_t>(bytes_.size()) - 1;
    in_emoji_ = false;
  }

  // Of plain ASCII, spaces and line breaks.
  SixteenBytes folded(SixteenBytes source) const {
    const SixteenBytes letters = form_ == Form::fold ? source | (between(source, 'A', 'Z') & 0x20) : source;
    return where(gaps_in(source), blank,
                 where(equal(source, '-'), dash, where(equal(source, '_'), underscore, letters)));
  }

  // Where plain ASCII with single spaces or line breaks in between ends.
  std::uint32_t ascii_end() const {
    const std::string_view source = source_;
    const auto is_plain_at = [&](std::size_t at) {
      return at < source.size() && is_plain_ascii(static_cast<unsigned char>(source[at]));
    };
    std::uint32_t at = at_;
    for (; at + at_once < source.size(); at += at_once) {
      const SixteenBytes bytes = load_sixteen(source.data() + at), gap = gaps_in(bytes);
      if (marks(between(bytes, ' ' + 1, 0x7E) | gap) != all_marks) break;
      const std::uint64_t gaps = marks(gap);
      if ((gaps & gaps << 1) != 0 || (is_gap(source[at + at_once - 1]) && !is_plain_at(at + at_once))) break;
    }
    while (is_plain_at(at) || (at < source.size() && is_gap(source[at]) && is_plain_at(at + 1))) ++at;
    return at;
  }

  void other() {
    const CodePoint point = decode(source_, at_);
    const tables::Properties& properties = tables::properties(point.value);
    if ((properties.flags & tables::white_space) != 0) return white_space();
    if (breaker_.breaks_before(properties)) begin_cluster();
    if ((properties.flags & tables::default_ignorable) != 0) {
      if (point.value == 0xFE0F) show_as_emoji();
    } else {
      // A letter apostrophe is an apostrophe: else it would hide the word beside it.
      const bool wordlike = !in_emoji_ && properties.category <= static_cast<std::uint8_t>(Category::No) &&
                            !is_apostrophe(point.value);
      decompose(point.value, form_ == Form::spelling ? Equivalence::canonical : Equivalence::compatible,
                [&](char32_t part) { put(part, wordlike); });
    }
    at_ += point.size;
  }

  void white_space() {
    const WhiteSpaceRun run = white_space_run(source_, at_);
    at_ = run.last;
    begin_cluster();
    append_byte(run.parting ? parting : blank, false);
    breaker_ = GraphemeBreaker{};
    breaker_.breaks_before(tables::properties(decode(source_, run.last).value));
    at_ = run.end;
  }

  void begin_cluster() {
    flush_marks();
    note_last();
    cluster_ = at_;
    cluster_bytes_ = static_cast<std::uint32_t>(bytes_.size());
    in_emoji_ = false;
  }

  // U+FE0F turns what stands before it in its cluster into an emoji, which is no letter, mark or number.
  // ASCII needs the keycap behind it as well.
  void show_as_emoji() {
    if (in_emoji_) return;
    const char32_t base = decode(source_, cluster_).value;
    constexpr std::string_view style_and_keycap = "\uFE0F\u20E3";
    if (!is_emoji(base)) return;
    if (base < 0x80 && source_.substr(at_, style_and_keycap.size()) != style_and_keycap) return;
    in_emoji_ = true;
    note_last();
    wordlike_.clear_from(cluster_bytes_);
    for (Mark& mark : marks_) mark.wordlike = false;
  }

  void put(char32_t part, bool wordlike) {
    if (form_ != Form::spelling) part = plain_letter(part);
    const tables::Properties* properties = &tables::properties(part);
    if (form_ != Form::spelling &&
        may_be_look_alike(static_cast<Script>(properties->flags >> tables::script_shift))) {
      part = look_alikes_.resolve(part, at_);
      properties = &tables::properties(part);
    }
    if ((properties->flags & tables::default_ignorable) != 0) return;
    const auto category = static_cast<Category>(properties->category);
    if (category >= Category::Mn && category <= Category::Me && is_decoration(part)) return;
    if (properties->combining_class != 0) {
      marks_.push_back({part, properties->combining_class, wordlike});
      return;
    }
    flush_marks();
    append(part, category, wordlike);
  }

  // A stroke over a letter is decoration; over a sign it makes another ("≠" is not "="), and a keycap makes
  // an emoji of a digit.
  bool is_decoration(char32_t mark) const {
    constexpr char32_t keycap = 0x20E3;
    if (!is_overlay(mark) || follows_sign()) return false;
    return mark != keycap || bytes_.empty() || !is_keycap_base(bytes_.back());
  }

  bool follows_sign() const {
    if (bytes_.empty() || static_cast<unsigned char>(bytes_.back()) >= blank) return false;
    const Category base = category(decode_before(bytes_, bytes_.size()).value);
    return base >= Category::Sm && base <= Category::So;
  }

  // Marks of different classes do not interact: their order is a matter of spelling.
  void flush_marks() {
    if (marks_.empty()) return;
    constexpr char32_t diaeresis = 0x308;
    if (marks_.size() == 1 && marks_[0].value == diaeresis && form_ != Form::spelling && !bytes_.empty() &&
        takes_umlaut(bytes_.back())) {
      append_byte(umlaut_e, marks_[0].wordlike);
    } else {
      sort_runs(marks_, [](const Mark& a, const Mark& b) { return a.combining_class < b.combining_class; });
      for (const Mark& mark : marks_) append(mark.value, category(mark.value), mark.wordlike);
    }
    marks_.clear();
  }

  void append(char32_t c, Category category, bool wordlike) {
    if (form_ == Form::fold && (c == 0xDF || c == 0x1E9E)) {
      append_byte('s', wordlike);
      append_byte('s', wordlike);
      return;
    }
    if (c < 0x80) return append_byte(ascii_[c], wordlike);
    // Most letters of the world have no case, which spares a search.
    if (category == Category::Lo) return append_letter(c, wordlike);
    if (is_apostrophe(c)) return append_byte('\'', wordlike);
    if (is_dash(c)) return append_byte(dash, wordlike);
    append_letter(form_ == Form::fold ? fold_case(c) : c, wordlike);
  }

  void append_letter(char32_t c, bool wordlike) {
    goes_on(wordlike);
    append_utf8(bytes_, c);
  }

  void append_byte(unsigned char byte, bool wordlike) {
    goes_on(wordlike);
    bytes_.push_back(static_cast<char>(byte));
  }

  // Bits are noted for many bytes at once: a character may fold to eighteen, of two bytes each.
  void goes_on(bool wordlike) {
    constexpr std::size_t most = 48;
    if (wordlike != last_wordlike_ || bytes_.size() - wordlike_.size() > most) note_last();
    last_wordlike_ = wordlike;
  }

  // What the bytes are that have no bits yet, fewer than 64.
  void note_last() {
    const auto size = static_cast<std::uint32_t>(bytes_.size()) - wordlike_.size();
    if (size == 0) return;
    wordlike_.append(last_wordlike_ ? (std::uint64_t{1} << size) - 1 : 0, size);
    const bool begins_cluster = clusters_.empty() || clusters_.back() != cluster_;
    starts_.append(begins_cluster ? 1 : 0, size);
    if (begins_cluster) clusters_.push_back(cluster_);
  }

  std::string_view source_;
  Form form_;
  const ByteMap& ascii_;
  LookAlikes look_alikes_;
  std::string& bytes_;
  Bits& wordlike_;
  Bits& starts_;
  std::vector<std::uint32_t>& clusters_;
  std::uint32_t at_ = 0;
  std::uint32_t cluster_ = 0;        // where the current cluster begins in the source
  std::uint32_t cluster_bytes_ = 0;  // and in the folded text
  bool in_emoji_ = false;
  bool last_wordlike_ = false;  // the bytes that have no bits yet
  GraphemeBreaker breaker_;
  std::vector<Mark> marks_;
};

FoldedText::FoldedText(std::string_view source, Case letter_case) : source_(source) {
  Folder(source, letter_case == Case::fold ? Folder::Form::fold : Folder::Form::exact, folding_).run();
  std::uint32_t starts = 0;
  for (const std::uint64_t word : folding_.starts.words()) {
    starts_before_.push_back(starts);
    starts += static_cast<std::uint32_t>(__builtin_popcountll(word));
  }
}

std::uint32_t FoldedText::find_cluster(std::uint32_t source_offset) const {
  // As long as all letters keep their size, offsets are the same.
  if (source_offset < size() && folding_.starts[source_offset] && cluster(source_offset) == source_offset)
    return source_offset;
  const std::vector<std::uint32_t>& clusters = folding_.clusters;
  const auto found = std::lower_bound(clusters.begin(), clusters.end(), source_offset);
  if (found == clusters.end()) return size();
  const auto number = static_cast<std::uint32_t>(found - clusters.begin());
  const auto after = std::upper_bound(starts_before_.begin(), starts_before_.end(), number);
  const auto block = static_cast<std::uint32_t>(after - starts_before_.begin()) - 1;
  std::uint64_t starts = folding_.starts.words()[block];
  const std::uint32_t before = number - starts_before_[block];
  if (starts == ~std::uint64_t{0}) return block * 64 + before;  // letters of a byte each
  for (std::uint32_t i = 0; i < before; ++i) starts &= starts - 1;
  return block * 64 + static_cast<std::uint32_t>(__builtin_ctzll(starts));
}

std::string folded_term(std::string_view term, Case letter_case) {
  std::string bytes = fold(term, letter_case);
  const std::string separators(1, static_cast<char>(blank));
  const std::size_t first = bytes.find_first_not_of(separators);
  if (first == std::string::npos) return {};
  return bytes.substr(first, bytes.find_last_not_of(separators) - first + 1);
}

std::string fold(std::string_view text, Case letter_case) {
  if (is_plain(text)) {
    const ByteMap& map = letter_case == Case::fold ? folding_map : exact_map;
    std::string key(text);
    for (char& byte : key) byte = static_cast<char>(map[static_cast<unsigned char>(byte)]);
    return key;
  }
  const FoldedText folded(text, letter_case);
  std::string key(folded.bytes());
  std::replace(key.begin(), key.end(), static_cast<char>(parting), static_cast<char>(blank));
  return key;
}

std::string spelling_key(std::string_view text) {
  Folding folding;
  Folder(text, Folder::Form::spelling, folding).run();
  std::string& key = folding.bytes;
  for (char& byte : key)
    if (static_cast<unsigned char>(byte) >= blank) byte = ' ';
  return std::move(key);
}

}  // namespace herold::text
