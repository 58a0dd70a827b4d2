#include "http/fields.h"

#include <algorithm>
#include <set>
#include <vector>

#include "app/json.h"
#include "http/problem.h"

namespace herold::http {
namespace {

std::string place_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "byte " + std::to_string(before.size()) + " (line " + std::to_string(line) + ", column " +
         std::to_string(before.size() - line_start + 1) + ")";
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while …" → "syntax error
// while …"
std::string cause_of(const Json::parse_error& error) {
  const std::string_view what = error.what();
  const std::size_t colon = what.find(": ");
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

// Reads and builds nothing: the document is read again by whoever knows its meaning. Stops at a key that an
// object holds twice, of which JSON leaves open which one counts (RFC 8259, section 4).
struct Syntax : nlohmann::json_sax<Json> {
  std::size_t byte = 0;
  std::string cause;
  std::string twice;  // the key, cut short
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    keys_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    if (keys_.back().insert(name).second) return true;
    twice = name.empty() ? "(empty)" : name.substr(0, kLongestKey);
    return false;
  }
  bool end_object() override {
    keys_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    byte = position;
    const auto* parse = dynamic_cast<const Json::parse_error*>(&error);
    cause = parse ? cause_of(*parse) : std::string(error.what());
    return false;
  }

 private:
  static constexpr std::size_t kLongestKey = 100;  // bytes, as it is told
  std::vector<std::set<std::string>> keys_;        // of the objects around
};

std::string escape(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

const Json& empty_object() {
  static const Json empty = Json::object();
  return empty;
}

}  // namespace

std::optional<Response> malformed(std::string_view text, const Limits& limits) {
  if (const auto byte = app::too_deep(text, limits.json_levels))
    return problem(400, "The body is nested more than " + std::to_string(limits.json_levels) +
                            " levels deep at " + place_of(text, *byte) + ".");
  Syntax syntax;
  if (Json::sax_parse(text, &syntax)) return std::nullopt;
  if (!syntax.twice.empty())
    return problem(400, "The key \"" + syntax.twice + "\" stands twice in one object of the body.");
  return problem(400, "The body is not JSON. At " + place_of(text, syntax.byte == 0 ? 0 : syntax.byte - 1) +
                          ": " + syntax.cause + ".");
}

Fields::Fields(const Json& object, std::string pointer, std::vector<app::Problem>& problems)
    : object_(&object), pointer_(std::move(pointer)), problems_(&problems) {
  if (object.is_object()) return;
  wrong(pointer_, "must be an object");
  object_ = &empty_object();
}

std::string Fields::pointer_to(std::string_view key) const { return pointer_ + "/" + escape(key); }

void Fields::wrong(std::string pointer, std::string message) {
  problems_->push_back({std::move(pointer), "", std::move(message)});
}

const Json* Fields::find(std::string_view key) {
  known_.emplace(key);
  const auto found = object_->find(std::string(key));
  return found == object_->end() ? nullptr : &*found;
}

const Json* Fields::require(std::string_view key) {
  const Json* value = find(key);
  // Quiet about keys of what is no object: that has been said already.
  if (!value && object_ != &empty_object()) wrong(pointer_, "lacks \"" + std::string(key) + "\"");
  return value;
}

std::string Fields::read_text(const Json& value, const std::string& pointer, Length length) {
  if (!value.is_string()) {
    wrong(pointer, "must be a text");
    return {};
  }
  const auto& text = value.get_ref<const std::string&>();
  const std::size_t count = app::characters(text);
  if (count >= length.least && count <= length.most) return text;
  wrong(pointer,
        count < length.least ? "must not be empty" : "must have " + app::at_most(length.most, "characters"));
  return {};
}

std::string Fields::text(std::string_view key, Length length) {
  const Json* value = require(key);
  return value ? read_text(*value, pointer_to(key), length) : std::string();
}

std::string Fields::optional_text(std::string_view key, Length length) {
  const Json* value = find(key);
  return value && !value->is_null() ? read_text(*value, pointer_to(key), length) : std::string();
}

std::int64_t Fields::integer(std::string_view key, Interval interval) {
  const Json* value = require(key);
  if (!value) return interval.least;
  // 3.0 is the integer 3 in JSON Schema, but nobody who counts writes it.
  const bool fits = value->is_number_integer() && *value >= interval.least && *value <= interval.most;
  if (fits) return value->get<std::int64_t>();
  wrong(pointer_to(key), "must be a whole number " + app::from_to(interval.least, interval.most));
  return interval.least;
}

bool Fields::boolean(std::string_view key) {
  const Json* value = require(key);
  if (!value || value->is_boolean()) return value && value->get<bool>();
  wrong(pointer_to(key), "must be true or false");
  return false;
}

std::vector<std::string> Fields::optional_texts(std::string_view key, Length count) {
  const Json* value = find(key);
  if (!value) return {};
  if (!value->is_array() || value->size() < count.least || value->size() > count.most) {
    wrong(pointer_to(key), "must be a list of " + app::at_most(count.most, "texts"));
    return {};
  }
  std::vector<std::string> texts;
  for (const Json& entry : *value)
    texts.push_back(read_text(entry, pointer_to(key) + "/" + std::to_string(texts.size()), Length{}));
  return texts;
}

const Json& Fields::list(std::string_view key, Length count) {
  static const Json empty = Json::array();
  const Json* value = require(key);
  if (!value) return empty;
  if (value->is_array() && value->size() >= count.least && value->size() <= count.most) return *value;
  wrong(pointer_to(key), "must be a list of " + std::to_string(count.least) + " to " +
                             std::to_string(count.most) + " objects");
  return empty;
}

void Fields::no_others() {
  for (const auto& [key, value] : object_->items())
    if (!known_.contains(key)) wrong(pointer_to(key), "is not known here");
}

Document::Document(std::string_view text) : json_(Json::parse(text)) {}

Fields Document::object() { return Fields(json_, "", problems_); }

std::optional<Response> Document::refusal() const {
  if (problems_.empty()) return std::nullopt;
  app::Error error{app::ErrorCode::invalid, "The body is not valid.", problems_.front().pointer, problems_};
  const std::string& pointer = error.pointer;
  if (problems_.size() == 1)
    error.message = (pointer.empty() ? "The body" : pointer) + " " + problems_.front().message + ".";
  return problem(error);
}

}  // namespace herold::http
