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

// `count` of them, 1 to 64.
constexpr std::uint64_t lowest_bits(std::uint32_t count) { return ~std::uint64_t{0} >> (64 - count); }

SixteenBytes gaps_in(SixteenBytes bytes) { return equal(bytes, ' ') | equal(bytes, '\n'); }

// `text`, shorter than `room`, with zeros behind it.
template <std::size_t size>
const char* padded(std::string_view text, char (&room)[size]) {
  std::memset(std::copy(text.begin(), text.end(), room), 0, size - text.size());
  return room;
}

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
        anchors_(out.anchors) {
    if (form == Form::fold) case_bits_ = ~SixteenBytes{} & 0x20;
    bytes_.reserve(source.size() + source.size() / 8);
    wordlike_.reserve(source.size() + source.size() / 8);
    starts_.reserve(source.size() + source.size() / 8);
    anchors_.reserve(source.size() / 4);
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
    const bool begins = breaker_.plain() || breaker_.breaks_before(tables::properties(byte));
    breaker_.restart();
    if (begins) return ascii_run();
    flush_marks();
    append_byte(ascii_[byte], is_ascii_wordlike(byte) && !in_emoji_);
    ++at_;
  }

  // Of plain ASCII that begins a cluster every further byte is one, and so is a single space or line break in
  // front of one: most of most drafts is read here.
  void ascii_run() {
    begin_cluster();
    note_offsets(at_);
    Block block;
    do {
      read(block);
      append(block);
    } while (block.size == sizeof block.bytes);
    noted_cluster_ = cluster_ = at_ - 1;
    cluster_bytes_ = static_cast<std::uint32_t>(bytes_.size()) - 1;
    in_emoji_ = false;
  }

  // What plain ASCII, with single spaces or line breaks in between, folds to.
  struct Block {
    char bytes[64];
    std::uint64_t wordlike;
    std::uint32_t size;
  };

  // What comes next, as far as it goes.
  void read(Block& block) const {
    const char* from = source_.data() + at_;
    char rest[sizeof block.bytes];
    if (source_.size() - at_ < sizeof rest) from = padded(source_.substr(at_), rest);
    std::uint64_t wordlike = 0, fit = 0, gaps = 0;
    std::uint32_t read = 0;
    bool all_fit = true;
    do {
      const SixteenBytes source = load_sixteen(from + read);
      const SixteenBytes letter = between(source | 0x20, 'a', 'z'), gap = gaps_in(source);
      store(block.bytes + read, folded(source, letter, gap));
      const std::uint64_t fit_here = marks(gap | between(source, ' ' + 1, 0x7E));
      wordlike |= marks(letter | between(source, '0', '9')) << read;
      fit |= fit_here << read;
      gaps |= marks(gap) << read;
      read += at_once;
      all_fit = fit_here == lowest_bits(at_once);
    } while (read < sizeof block.bytes && all_fit);
    const std::uint64_t before_plain = (fit & ~gaps) >> 1 | std::uint64_t{is_plain_at(at_ + read)}
                                                                << (read - 1);
    const std::uint64_t others = ~fit | (gaps & ~before_plain);
    block.size = others == 0 ? read : static_cast<std::uint32_t>(__builtin_ctzll(others));
    block.wordlike = wordlike;
  }

  void append(const Block& block) {
    if (block.size == 0) return;
    const std::uint64_t all = lowest_bits(block.size);
    bytes_.append(block.bytes, block.size);
    wordlike_.append(block.wordlike & all, block.size);
    starts_.append(all, block.size);
    at_ += block.size;
  }

  bool is_plain_at(std::size_t at) const {
    return at < source_.size() && is_plain_ascii(static_cast<unsigned char>(source_[at]));
  }

  // Of plain ASCII; `letters` and `gaps`, spaces and line breaks, are masks.
  SixteenBytes folded(SixteenBytes source, SixteenBytes letters, SixteenBytes gaps) const {
    const auto replaced = [&](unsigned char byte, unsigned char by) {
      return equal(source, byte) & static_cast<unsigned char>(byte ^ by);
    };
    const SixteenBytes others =
        (source | (letters & case_bits_)) ^ replaced('-', dash) ^ replaced('_', underscore);
    return where(gaps, blank, others);
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
      decompose(letter(point.value),
                form_ == Form::spelling ? Equivalence::canonical : Equivalence::compatible,
                [&](char32_t part) { put(part, wordlike); });
    }
    at_ += point.size;
  }

  // Lunate sigmas decompose to sigmas, which look like another letter.
  char32_t letter(char32_t c) {
    constexpr char32_t small = 0x3F2, capital = 0x3F9;
    const bool is_lunate = c == small || c == capital;
    return is_lunate && form_ != Form::spelling ? look_alikes_.resolve(c, at_) : c;
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
    if (part < 0x80) {
      flush_marks();
      return append_byte(ascii_[part], wordlike);
    }
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
    const bool begins_cluster = noted_cluster_ != cluster_;
    if (begins_cluster) note_offsets(cluster_);
    noted_cluster_ = cluster_;
    wordlike_.append(last_wordlike_ ? lowest_bits(size) : 0, size);
    starts_.append(begins_cluster ? 1 : 0, size);
  }

  // The next bits are of the cluster that begins at `cluster`.
  void note_offsets(std::uint32_t cluster) {
    const Anchor anchor{wordlike_.size(), cluster};
    if (anchors_.empty() || anchors_.back().shift() != anchor.shift()) anchors_.push_back(anchor);
  }

  std::string_view source_;
  Form form_;
  const ByteMap& ascii_;
  SixteenBytes case_bits_{};  // what turn capitals of ASCII into small letters, 0 where case stays
  LookAlikes look_alikes_;
  std::string& bytes_;
  Bits& wordlike_;
  Bits& starts_;
  std::vector<Anchor>& anchors_;
  std::uint32_t at_ = 0;
  std::uint32_t cluster_ = 0;                        // where the current cluster begins in the source
  std::uint32_t cluster_bytes_ = 0;                  // and in the folded text
  std::uint32_t noted_cluster_ = ~std::uint32_t{0};  // the last that has bits
  bool in_emoji_ = false;
  bool last_wordlike_ = false;  // the bytes that have no bits yet
  GraphemeBreaker breaker_;
  std::vector<Mark> marks_;
};

FoldedText::FoldedText(std::string_view source, Case letter_case) : source_(source) {
  Folder(source, letter_case == Case::fold ? Folder::Form::fold : Folder::Form::exact, folding_).run();
  std::uint32_t anchor = 0;
  anchors_of_blocks_.reserve(folding_.starts.words().size());
  for (std::uint32_t block = 0; block < size(); block += 64) {
    anchor = last_anchor(anchor, block);
    anchors_of_blocks_.push_back(anchor);
  }
}

std::uint32_t FoldedText::find_cluster(std::uint32_t source_offset) const {
  const std::vector<Anchor>& anchors = folding_.anchors;
  const auto after =
      std::upper_bound(anchors.begin(), anchors.end(), source_offset,
                       [](std::uint32_t offset, Anchor anchor) { return offset < anchor.source; });
  if (after == anchors.begin()) return 0;
  const std::uint32_t end = after == anchors.end() ? size() : after->folded;
  const std::uint32_t in_step = source_offset - std::prev(after)->shift();
  return in_step < end ? folding_.starts.next_set(in_step) : end;
}

std::uint64_t FoldedText::blanks_from(std::uint32_t start) const {
  char rest[64];
  const char* from = folding_.bytes.data() + start;
  if (size() - start < sizeof rest) from = padded(bytes().substr(start), rest);
  std::uint64_t blanks = 0;
  for (std::uint32_t i = 0; i < sizeof rest; i += at_once)
    blanks |= marks(equal(load_sixteen(from + i), blank)) << i;
  return blanks;
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
