#include "pack/json.h"

#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "herold/utf8.h"
#include "pack/decimal.h"
#include "pack/json_cursor.h"

namespace herold::pack {
namespace {

class Reader {
 public:
  Reader(std::string_view text, std::size_t levels) : cursor_(text, levels) {}

  std::variant<Json, std::string> read() {
    Json document = value();
    if (!cursor_.failed() && !cursor_.at_end()) cursor_.fail(end_of_document);
    if (cursor_.failed()) return cursor_.fault();
    return document;
  }

 private:
  Json value() {
    switch (cursor_.peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", nullptr);
      default:
        return number();
    }
  }

  Json object() {
    Json document = Json::object();
    auto& members = document.get_ref<Json::object_t&>();
    members.Container::reserve(usual_members);
    // The cursor sees to it that keys are new: appending avoids a search through all of them.
    cursor_.object([&](std::string_view key) { members.Container::emplace_back(std::string(key), value()); });
    return document;
  }

  Json array() {
    Json document = Json::array();
    auto& elements = document.get_ref<Json::array_t&>();
    elements.reserve(usual_elements);
    cursor_.array([&] { elements.push_back(value()); });
    return document;
  }

  Json string() {
    std::string text;
    cursor_.string(text);
    return text;
  }

  Json word(std::string_view spelling, Json meaning) {
    if (!cursor_.take_word(spelling)) cursor_.fail("a value");
    return meaning;
  }

  Json number() {
    const std::string letters(cursor_.number());
    if (cursor_.failed()) return {};
    if (auto whole = whole_number(letters)) return *std::move(whole);
    const double value = read_decimal(letters);
    if (!std::isfinite(value)) cursor_.fail("a smaller number");
    return value;
  }

  // Of what people write: growing step by step takes a tenth of the time to load a pack.
  static constexpr std::size_t usual_members = 8, usual_elements = 4;

  JsonCursor cursor_;
};

}  // namespace

// Without a fraction or an exponent, and small enough: an integer, as in nlohmann's own parser.
std::optional<Json> whole_number(std::string_view letters) {
  const bool negative = letters.substr(0, 1) == "-";
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  constexpr auto least = std::uint64_t{1} << 63;
  std::uint64_t size = 0;
  for (const char letter : letters.substr(negative ? 1 : 0)) {
    if (letter < '0') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(letter - '0');
    if (digit > 9 || size > (largest - digit) / 10) return std::nullopt;
    size = size * 10 + digit;
  }
  if (!negative) return size;
  if (size > least) return std::nullopt;
  return static_cast<std::int64_t>(0 - size);
}

void skip_byte_order_mark(std::string_view& text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
}

std::optional<std::string> enter(std::string_view& text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) return "is larger than " + std::to_string(limits.bytes >> 20) + " MiB";
  if (const auto offset = first_invalid_utf8(text)) {
    return "is not valid UTF-8 at byte " + std::to_string(*offset);
  }
  skip_byte_order_mark(text);
  return std::nullopt;
}

std::variant<Json, std::string> parse_json(std::string_view text, const JsonLimits& limits) {
  if (auto fault = enter(text, limits)) return *std::move(fault);
  return Reader(text, limits.levels).read();
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace herold::pack
