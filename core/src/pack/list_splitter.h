// Parts a JSON list into the texts of its elements, while it is still arriving.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace herold::pack {

class ListSplitter {
 public:
  struct Elements {
    /// Asked first where an element begins: may read it in place, and returns its size then, else 0. The text
    /// goes on to the end of the piece.
    std::function<std::size_t(std::string_view)> whole;
    /// The text of an element that was not read in place.
    std::function<void(std::string_view)> text;
  };

  /// Tells `elements` of each that `piece` completes. Only brackets and strings are looked at: what an
  /// element is, and whether it is JSON, is for its reader to tell.
  void read(std::string_view piece, const Elements& elements);
  /// Whether a whole list was read, and nothing else.
  bool complete() const { return state_ == State::end; }
  bool broken() const { return state_ == State::broken; }

 private:
  enum class State { begin, list, first, element, after, next, end, broken };

  void between(char c);
  // One past the element's last byte in `piece`, or npos when it goes on.
  std::size_t element_end(std::string_view piece, std::size_t from);
  // One past the end of the string that `from` is inside of, or of the piece.
  std::size_t string_end(std::string_view piece, std::size_t from);

  State state_ = State::begin;
  std::size_t marked_ = 0;  // bytes of a byte order mark
  std::string carried_;     // the beginning of an element that the piece before did not complete
  std::size_t depth_ = 0;
  bool in_string_ = false, escaped_ = false;
};

}  // namespace herold::pack
