#include "pack/json.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "herold/utf8.h"
#include "pack/json_cursor.h"
#include "pack/path.h"

namespace herold::pack {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Builds the document from the parser's events and stops at the first that breaks a rule of ours.
class DocumentBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit DocumentBuilder(std::size_t levels) : levels_(levels) {}

  Json take_document() { return std::move(document_); }
  std::string take_error() { return std::move(error_); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return fail("holds a binary value"); }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    Level& level = open_.back();
    if (!level.is_new(key)) return fail("holds the key “" + key + "” twice in one object" + place());
    level.key = std::move(key);
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& what) override {
    return fail("is not JSON: " + explain(what.what()));
  }

 private:
  struct Level {
    Json* container;
    string_t key;
    std::unordered_set<string_t> keys{};  // of objects that are too large to be looked through

    bool is_new(const string_t& candidate) {
      constexpr std::size_t few = 16;
      const auto& members = container->get_ref<const Json::object_t&>();
      if (members.size() < few) {
        return std::none_of(members.begin(), members.end(),
                            [&](const auto& member) { return member.first == candidate; });
      }
      if (keys.empty())
        for (const auto& member : members) keys.insert(member.first);
      return keys.insert(candidate).second;
    }
  };

  template <typename Value>
  bool add(Value&& value) {
    place_value(Json(std::forward<Value>(value)));
    return true;
  }

  Json* place_value(Json&& value) {
    if (open_.empty()) {
      document_ = std::move(value);
      return &document_;
    }
    Level& level = open_.back();
    if (level.container->is_array()) {
      level.container->push_back(std::move(value));
      return &level.container->back();
    }
    // The key is known to be new: appending avoids a search through all keys.
    auto& members = level.container->get_ref<Json::object_t&>();
    members.Container::emplace_back(std::move(level.key), std::move(value));
    return &members.Container::back().second;
  }

  bool open(Json&& container) {
    if (open_.size() == levels_) return fail("nests deeper than " + std::to_string(levels_) + " levels");
    Json* placed = place_value(std::move(container));
    open_.push_back({placed, {}, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string place() const {
    std::string pointer;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const Json& container = *open_[i].container;
      pointer += '/';
      pointer += container.is_array() ? std::to_string(container.size() - 1)
                                      : Path::escape(container.get_ref<const Json::object_t&>().back().first);
    }
    return pointer.empty() ? pointer : ", at " + pointer;
  }

  /// "[json.exception…] parse error at line 1, column 5: … - invalid literal; last read: '…'" without the
  /// ends that mean nothing to a reader; the text last read may be as long as the document.
  static std::string explain(std::string_view what) {
    if (const std::size_t at = what.find("at line "); at != std::string_view::npos)
      what.remove_prefix(at + 3);
    what = what.substr(0, what.find("; last read"));
    return std::string(what);
  }

  bool fail(std::string why) {
    error_ = std::move(why);
    return false;
  }

  std::size_t levels_;
  Json document_;
  std::vector<Level> open_;
  std::string error_;
};

std::variant<Json, std::string> parse_by_the_book(std::string_view text, std::size_t levels) {
  DocumentBuilder builder(levels);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) return builder.take_error();
  return builder.take_document();
}

/// Documents without faults, which packs are, in a third of the time.
class QuickReader {
 public:
  QuickReader(std::string_view text, std::size_t levels) : cursor_(text, levels) {}

  /// Nothing where something is wrong or unusual.
  std::optional<Json> read() {
    Json document = value();
    if (cursor_.failed() || !cursor_.at_end()) return std::nullopt;
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
    // The cursor sees to it that keys are new: appending avoids a search through all of them.
    cursor_.object([&](std::string_view key) { members.Container::emplace_back(std::string(key), value()); });
    return document;
  }

  Json array() {
    Json document = Json::array();
    auto& elements = document.get_ref<Json::array_t&>();
    cursor_.array([&] { elements.push_back(value()); });
    return document;
  }

  Json string() {
    std::string text;
    cursor_.string(text);
    return text;
  }

  Json word(std::string_view spelling, Json meaning) {
    if (!cursor_.take_word(spelling)) cursor_.fail();
    return meaning;
  }

  Json number() {
    constexpr std::size_t a_number_alone = 1;
    auto parsed = parse_by_the_book(cursor_.number(), a_number_alone);
    if (auto* number = std::get_if<Json>(&parsed)) return std::move(*number);
    cursor_.fail();
    return {};
  }

  JsonCursor cursor_;
};

}  // namespace

std::variant<Json, std::string> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) return "is larger than " + std::to_string(limits.bytes >> 20) + " MiB";
  if (const auto offset = first_invalid_utf8(text)) {
    return "is not valid UTF-8 at byte " + std::to_string(*offset);
  }
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  if (auto document = QuickReader(text, limits.levels).read()) return *std::move(document);
  return parse_by_the_book(text, limits.levels);
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace herold::pack
