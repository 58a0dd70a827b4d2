#include "pack/list_splitter.h"

#include "pack/json.h"
#include "pack/plain_text.h"

namespace herold::pack {

namespace {

bool is_white_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

void ListSplitter::read(std::string_view piece, const Elements& elements) {
  std::size_t at = 0;
  while (at < piece.size() && state_ != State::broken) {
    if (state_ != State::element) {
      between(piece[at]);
      if (state_ != State::element) {
        ++at;
      } else if (const std::size_t size = elements.whole(piece.substr(at)); size > 0) {
        state_ = State::after;
        at += size;
      }
      continue;
    }
    const std::size_t end = element_end(piece, at);
    if (end == std::string_view::npos) {
      carried_ += piece.substr(at);
      return;
    }
    if (carried_.empty()) {
      elements.text(piece.substr(at, end - at));
    } else {
      carried_ += piece.substr(at, end - at);
      elements.text(carried_);
      carried_.clear();
    }
    state_ = State::after;
    at = end;
  }
}

void ListSplitter::between(char c) {
  if (state_ == State::begin) {
    if (marked_ < byte_order_mark.size() && c == byte_order_mark[marked_]) {
      ++marked_;
      return;
    }
    state_ = marked_ % byte_order_mark.size() == 0 ? State::list : State::broken;
  }
  if (is_white_space(c)) return;
  if (state_ == State::list && c == '[') {
    state_ = State::first;
  } else if (c == ']' && (state_ == State::first || state_ == State::after)) {
    state_ = State::end;
  } else if (c == ',' && state_ == State::after) {
    state_ = State::next;
  } else if (c != ',' && c != ']' && (state_ == State::first || state_ == State::next)) {
    state_ = State::element;
    depth_ = 0;
  } else {
    state_ = State::broken;
  }
}

std::size_t ListSplitter::element_end(std::string_view piece, std::size_t at) {
  while (at < piece.size()) {
    if (in_string_) {
      at = string_end(piece, at);
      continue;
    }
    const char c = piece[at];
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (depth_ == 0 && (c == ',' || c == ']' || is_white_space(c))) {
      return at;
    } else if (c == '}' || c == ']') {
      if (depth_ == 0 || --depth_ == 0) return at + 1;
    }
    ++at;
  }
  return std::string_view::npos;
}

std::size_t ListSplitter::string_end(std::string_view piece, std::size_t at) {
  if (escaped_) {
    escaped_ = false;
    ++at;
  }
  while ((at = end_of_plain(piece, at)) < piece.size()) {
    const char c = piece[at++];
    if (c == '"') {
      in_string_ = false;
      return at;
    }
    if (c == '\\' && at++ == piece.size()) escaped_ = true;
  }
  return piece.size();
}

}  // namespace herold::pack
