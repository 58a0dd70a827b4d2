// Reads JSON forwards without building a document. The first fault stops it, and it can tell where that is;
// of what is merely unusual for its reader the reader lets it fail too.
#pragma once

#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace herold::pack {

constexpr std::string_view end_of_document = "the end of the document";

class JsonCursor {
 public:
  /// `text` is valid UTF-8 and outlives this.
  JsonCursor(std::string_view text, std::size_t levels) : text_(text), levels_(levels) {}

  /// Once it has failed it stands at the end, and every call does nothing.
  bool failed() const { return fault_ != Fault::none; }
  /// `what` is expected where it stands.
  void fail(std::string_view what = {}) { fail(Fault::syntax, what); }
  /// In one line what keeps the text from being JSON that we take, and where.
  std::string fault() const;
  /// Nothing but white space is left.
  bool at_end() {
    skip_white_space();
    return at_ == text_.size();
  }
  /// Bytes that are behind.
  std::size_t at() const { return at_; }

  /// Calls `member` with each key, which lives as long as the cursor; it reads the value.
  template <typename Member>
  void object(Member member) {
    const std::size_t outer_keys = keys_.size();
    std::uint64_t met = 0;
    list('{', '}', [&] {
      const std::string_view key = read_key(outer_keys, met);
      if (failed()) return;
      member(key);
      if (failed()) leave(key);
    });
    if (keys_.size() - outer_keys > few_keys) compare_keys(outer_keys);
    keys_.resize(outer_keys);
  }

  /// Calls `element` for each element; it reads the value.
  template <typename Element>
  void array(Element element) {
    std::size_t index = 0;
    list('[', ']', [&] {
      element();
      if (failed()) leave(std::to_string(index));
      ++index;
    });
  }

  /// What the next value begins with; 0 when nothing is left.
  char peek() {
    skip_white_space();
    return at_ == text_.size() ? '\0' : text_[at_];
  }
  void string(std::string& out);
  /// The same without a copy where it stands in the text as it is; it lives as long as the text and what
  /// `take_unescaped` gives.
  std::string_view text();
  std::forward_list<std::string> take_unescaped() { return std::move(unescaped_); }
  /// The letters of a number, which are one by JSON's grammar.
  std::string_view number();
  /// Whether it is `word`, which is then behind.
  bool take_word(std::string_view word);
  /// A whole number of few digits.
  void integer(std::int64_t& out);
  void skip();
  /// The text of the next value, which is behind then.
  std::string_view raw();

 private:
  enum class Fault : std::uint8_t { none, syntax, key, depth };

  // Up to here each key is compared with the ones before it, beyond that all at once in the end.
  static constexpr std::size_t few_keys = 64;

  template <typename Each>
  void list(char open, char close, Each each) {
    if (!take(open)) return fail("a list or an object");
    if (++depth_ > levels_) return fail(Fault::depth);
    if (!take(close)) {
      do {
        each();
      } while (!failed() && take(','));
      if (!take(close)) return fail(close == '}' ? "a comma or “}”" : "a comma or “]”");
    }
    --depth_;
  }

  bool take(char expected);
  void skip_white_space() {
    if (at_ < text_.size() && text_[at_] <= ' ') skip_blanks();
  }
  void skip_blanks();
  // Up to its colon; the keys of its object begin at `first`, and `met` has a bit set for each of them.
  std::string_view read_key(std::size_t first, std::uint64_t& met);
  void compare_keys(std::size_t first);
  // What is behind a fault is as if it were not there.
  void fail(Fault fault, std::string_view of = {});
  // Notes the way from the outermost value to the fault.
  void leave(std::string_view step);
  // Of a string, up to its end, an escape or what may not stand there.
  std::string_view plain_letters();
  void escape(std::string& out);
  char32_t hexadecimal();

  std::string_view text_;
  std::size_t at_ = 0, faulty_ = 0, depth_ = 0, levels_;
  Fault fault_ = Fault::none;
  std::string_view at_fault_;  // what is expected, or the key
  std::string pointer_;
  std::string skipped_;
  std::vector<std::string_view> keys_;        // of the objects that are open
  std::forward_list<std::string> unescaped_;  // strings that do not stand in the text as they are
};

}  // namespace herold::pack
