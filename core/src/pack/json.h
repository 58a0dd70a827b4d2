// Strict JSON (RFC 8259): UTF-8, no key twice in one object, bounded depth. Objects keep the order of their
// keys.
//
// A document is a flat list of its values in the order of the text, and their texts stay where they are: a
// tree of strings took a fifth of the time in which a worker is ready to check.
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herold/result.h"

namespace herold::pack {

/// A value of a document, which outlives it. What a value is not is empty: no elements, no members.
class Json {
 public:
  enum class Type : std::uint8_t { null, boolean, number, string, array, object };

  struct Node {
    Type type;
    std::uint32_t size;  // elements or members
    std::uint32_t span;  // nodes from this one to the one behind all that it holds
    std::string_view key, text;
  };

  explicit Json(const Node* node) : node_(node) {}

  Type type() const { return node_->type; }
  bool is_boolean() const { return type() == Type::boolean; }
  bool is_number() const { return type() == Type::number; }
  bool is_string() const { return type() == Type::string; }
  bool is_array() const { return type() == Type::array; }
  bool is_object() const { return type() == Type::object; }

  /// Of a member of an object.
  std::string_view key() const { return node_->key; }
  /// What a string says; the letters of a number, “true”, “false” and “null”.
  std::string_view text() const { return node_->text; }
  bool is_true() const { return is_boolean() && text() == "true"; }
  /// A number without fraction and exponent that 64 bits hold.
  std::optional<std::int64_t> integer() const;
  /// The double nearest to a number.
  double number() const;

  std::size_t size() const { return node_->size; }
  bool empty() const { return size() == 0; }
  std::optional<Json> member(std::string_view key) const;

  /// Goes through elements or members.
  class Iterator {
   public:
    explicit Iterator(const Node* node) : node_(node) {}
    Json operator*() const { return Json(node_); }
    Iterator& operator++() {
      node_ += node_->span;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    const Node* node_;
  };
  Iterator begin() const { return Iterator(node_ + 1); }
  Iterator end() const { return Iterator(node_ + node_->span); }

 private:
  const Node* node_;
};

/// Refers to the text it was read from, which outlives it.
class JsonDocument {
 public:
  JsonDocument(std::vector<Json::Node> nodes, std::forward_list<std::string> unescaped)
      : nodes_(std::move(nodes)), unescaped_(std::move(unescaped)) {}
  JsonDocument(JsonDocument&&) noexcept = default;

  Json root() const { return Json(nodes_.data()); }

 private:
  std::vector<Json::Node> nodes_;
  std::forward_list<std::string> unescaped_;  // strings that do not stand in the text as they are
};

struct JsonLimits {
  std::size_t bytes;
  std::size_t levels;
};

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
void skip_byte_order_mark(std::string_view& text);

/// What keeps a reader from beginning, in one line; else `text` is valid UTF-8 without a byte order mark in
/// front.
std::optional<std::string> enter(std::string_view& text, const JsonLimits& limits);

/// The integer that the letters of a number are, where 64 bits hold it.
std::optional<std::int64_t> whole_number(std::string_view letters);

/// The document, or in one line what keeps it from being one. A byte order mark in front is skipped.
Result<JsonDocument> parse_json(std::string_view text, const JsonLimits& limits);

}  // namespace herold::pack
