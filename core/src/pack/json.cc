#include "pack/json.h"

#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "herold/utf8.h"
#include "pack/decimal.h"
#include "pack/json_cursor.h"
#include "pack/plain_text.h"

namespace herold::pack {
namespace {

class Reader {
 public:
  Reader(std::string_view text, std::size_t levels) : cursor_(text, levels) {
    nodes_.reserve(text.size() / usual_bytes + 1);
  }

  Result<JsonDocument> read() {
    value({});
    if (!cursor_.failed() && !cursor_.at_end()) cursor_.fail(end_of_document);
    if (cursor_.failed()) return Error{cursor_.fault()};
    return JsonDocument(std::move(nodes_), cursor_.take_unescaped());
  }

 private:
  void value(std::string_view key) {
    const std::size_t place = nodes_.size();
    nodes_.push_back({Json::Type::null, 0, 0, key, {}});
    Json::Node node = nodes_.back();
    switch (cursor_.peek()) {
      case '{':
        node.type = Json::Type::object;
        cursor_.object([&](std::string_view of) {
          ++node.size;
          value(of);
        });
        break;
      case '[':
        node.type = Json::Type::array;
        cursor_.array([&] {
          ++node.size;
          value({});
        });
        break;
      case '"':
        node.type = Json::Type::string;
        node.text = cursor_.text();
        break;
      default:
        word_or_number(node);
    }
    node.span = static_cast<std::uint32_t>(nodes_.size() - place);
    nodes_[place] = node;
  }

  void word_or_number(Json::Node& node) {
    node.text = cursor_.raw();
    if (cursor_.failed() || node.text == "null") return;
    node.type = node.text == "true" || node.text == "false" ? Json::Type::boolean : Json::Type::number;
    if (node.type == Json::Type::number && !whole_number(node.text) && !std::isfinite(Json(&node).number()))
      cursor_.fail("a smaller number");
  }

  // Of the text, for each value: growing would take all the memory twice.
  static constexpr std::size_t usual_bytes = 16;

  JsonCursor cursor_;
  std::vector<Json::Node> nodes_;
};

}  // namespace

std::optional<std::int64_t> Json::integer() const {
  return is_number() ? whole_number(text()) : std::nullopt;
}

double Json::number() const { return read_decimal(std::string(text())); }

std::optional<Json> Json::member(std::string_view key) const {
  if (!is_object()) return std::nullopt;
  for (const Json each : *this)
    if (is_same_key(each.key(), key)) return each;
  return std::nullopt;
}

std::optional<std::int64_t> whole_number(std::string_view letters) {
  const bool negative = letters.substr(0, 1) == "-";
  const std::uint64_t largest = std::numeric_limits<std::int64_t>::max() + std::uint64_t{negative};
  std::uint64_t size = 0;
  for (const char letter : letters.substr(negative ? 1 : 0)) {
    if (letter < '0') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(letter - '0');
    if (digit > 9 || size > (largest - digit) / 10) return std::nullopt;
    size = size * 10 + digit;
  }
  return static_cast<std::int64_t>(negative ? 0 - size : size);
}

void skip_byte_order_mark(std::string_view& text) {
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
}

std::optional<std::string> enter(std::string_view& text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) return "is larger than " + std::to_string(limits.bytes >> 20) + " MiB";
  if (const auto offset = first_invalid_utf8(text)) {
    return "is not valid UTF-8 at byte " + std::to_string(*offset);
  }
  skip_byte_order_mark(text);
  return std::nullopt;
}

Result<JsonDocument> parse_json(std::string_view text, const JsonLimits& limits) {
  if (auto fault = enter(text, limits)) return Error{*std::move(fault)};
  return Reader(text, limits.levels).read();
}

}  // namespace herold::pack
