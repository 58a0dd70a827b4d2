// Where a value stands in a document. Steps live on the stack of the reader that goes down into the document,
// and become a JSON Pointer (RFC 6901) only when something is wrong there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace herold::check {

class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}
  Path(const Path&) = default;
  Path& operator=(const Path&) = delete;

  std::string pointer() const {
    if (parent_ == nullptr) return {};
    return parent_->pointer() + '/' + (is_index_ ? std::to_string(index_) : escape(key_));
  }

  static std::string escape(std::string_view key) {
    std::string escaped;
    for (const char c : key) {
      if (c == '~') {
        escaped += "~0";
      } else if (c == '/') {
        escaped += "~1";
      } else {
        escaped += c;
      }
    }
    return escaped;
  }

 private:
  const Path* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

}  // namespace herold::check
