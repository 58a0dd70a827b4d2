// Reading a JSON body field by field. What is wrong is collected, so that a caller hears of all of it at
// once, each with a JSON Pointer; a field that is wrong reads as its default.
//
//   Document body(request.body);
//   Fields fields = body.object();
//   const std::string channel = fields.text("channel", {.most = 64});
//   fields.no_others();
//   if (auto refusal = body.refusal()) return *refusal;
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/limits.h"
#include "app/result.h"
#include "http/limits.h"
#include "http/message.h"

namespace herold::http {

using Json = nlohmann::ordered_json;

// 400 when the text is not JSON or nested too deeply, with the place, or when an object holds a key twice,
// with the key; nothing when it is well formed.
std::optional<Response> malformed(std::string_view text, const Limits& limits);

struct Length {
  std::size_t least = 1;
  std::size_t most = 1024;
};

struct Interval {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

class Fields {
 public:
  Fields(const Json& object, std::string pointer, std::vector<app::Problem>& problems);

  std::string text(std::string_view key, Length length);
  std::string optional_text(std::string_view key, Length length);  // missing or null: empty
  std::int64_t integer(std::string_view key, Interval interval);
  bool boolean(std::string_view key);
  std::vector<std::string> optional_texts(std::string_view key, Length count);
  // The list; an empty one when it is none of that length, which is collected.
  const Json& list(std::string_view key, Length count);
  // Everything not read so far is unknown.
  void no_others();
  const std::string& pointer() const { return pointer_; }  // to the object

 private:
  const Json* find(std::string_view key);
  const Json* require(std::string_view key);
  std::string read_text(const Json& value, const std::string& pointer, Length length);
  void wrong(std::string pointer, std::string message);
  std::string pointer_to(std::string_view key) const;

  const Json* object_;
  std::string pointer_;
  std::vector<app::Problem>* problems_;
  std::set<std::string, std::less<>> known_;
};

class Document {
 public:
  // The text must be well formed, which the service has made sure of.
  explicit Document(std::string_view text);

  // The document itself; an empty one when it is not an object, which `refusal` then says.
  Fields object();
  std::optional<Response> refusal() const;

 private:
  Json json_;
  std::vector<app::Problem> problems_;
};

}  // namespace herold::http
