// The keys of a Vale rule, read as leniently as Vale reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vale/pattern.h"
#include "vale/style.h"

namespace herold::vale {

/// A view of a rule's fields; Unsupported names the key whose value is of the wrong shape.
class Rule {
 public:
  explicit Rule(const Json& fields) : fields_(fields) {}

  bool has(std::string_view key) const { return value(key) != nullptr; }
  /// Of a key that the rule has.
  const Json& field(std::string_view key) const { return *value(key); }
  std::string text(std::string_view key) const;
  bool is_true(std::string_view key) const;
  const Json& fields() const { return fields_; }
  /// 0 where the key is missing or no number.
  double number(std::string_view key) const;
  /// One text counts as a list of one.
  std::vector<std::string> all_texts(std::string_view key) const;
  /// Without blank ones.
  std::vector<std::string> texts(std::string_view key) const;
  /// A list of maps counts as one map.
  std::vector<std::pair<std::string, std::string>> map(std::string_view key) const;
  /// A rule within, such as `action`.
  Rule inner(std::string_view key) const;
  /// A list of them, such as the tokens of a sequence.
  std::vector<Rule> inners(std::string_view key) const;

 private:
  const Json* value(std::string_view key) const;

  const Json& fields_;
};

/// Where a rule looks, of what a post has.
struct Scope {
  std::string extent;       // as a pack says it: draft, paragraph, sentence
  bool has_blocks = false;  // Vale looks at each block of text by itself
  Place place = Place::anywhere;
};

/// Throws Unsupported where the scope names only what a post does not have.
Scope scope_of(const Rule& rule);

}  // namespace herold::vale
