// What is particular to each kind of rule: the keys that a guideline has for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vale/expression.h"
#include "vale/rule.h"
#include "vale/style.h"

namespace herold::vale {

/// What of a rule is lost, a line each.
using Remarks = std::vector<std::string>;

// Each throws Unsupported where nothing of the rule would be left.
void write_existence(Json& guideline, const Rule& rule, Remarks& remarks);
void write_substitution(Json& guideline, const Rule& rule, Remarks& remarks);
void write_capitalization(Json& guideline, const Rule& rule, Remarks& remarks);
void write_occurrence(Json& guideline, const Rule& rule, Remarks& remarks);
void write_conditional(Json& guideline, const Rule& rule, Remarks& remarks);
void write_repetition(Json& guideline, const Rule& rule, Remarks& remarks);
void write_consistency(Json& guideline, const Rule& rule, Remarks& remarks);
void write_metric(Json& guideline, const Rule& rule, Remarks& remarks);
void write_readability(Json& guideline, const Rule& rule, Remarks& remarks);
void write_script(Json& guideline, const Rule& rule, Remarks& remarks);
void write_sequence(Json& guideline, const Rule& rule, Remarks& remarks);
/// What the message's `%s` stand for: the words of a sequence, one by one.
std::vector<std::string> steps_of(const Rule& rule);

// What several of them do.
std::string in_quotes(std::string_view text);
void write_scope(Json& guideline, const Scope& scope, Remarks& remarks);
/// The fixes that are the same for every match; another one is told of.
void write_action(Json& guideline, const Rule& rule, Remarks& remarks);

/// What of a list is lost, the same reason once.
class Losses {
 public:
  void add(const std::string& item, const std::string& reason);
  bool empty() const { return reasons_.empty(); }
  std::string first() const { return told(reasons_.front()); }
  void tell(Remarks& remarks) const;

 private:
  struct Reason {
    std::string text, item;
    std::size_t more = 0;  // items
  };
  static std::string told(const Reason& reason);

  std::vector<Reason> reasons_;
};

/// What cancels a match: words, and expressions that are none.
struct Exceptions {
  std::vector<std::string> terms{}, patterns{};

  bool empty() const { return terms.empty() && patterns.empty(); }
  void write(Json& matcher) const;
};
/// Those of a rule; what cannot be said is told of.
Exceptions exceptions_of(const Rule& rule, Remarks& remarks);

/// Runs `add` for each item; those that RE2 cannot say are told of. Nothing left is Unsupported.
template <typename Items, typename Name, typename Add>
void add_each(const Items& items, Remarks& remarks, Name name, Add add) {
  Losses losses;
  bool has_any = false;
  for (const auto& item : items) {
    try {
      add(item);
      has_any = true;
    } catch (const Unsupported& reason) {
      losses.add(name(item), reason.what());
    }
  }
  if (!has_any) throw Unsupported(losses.empty() ? "looks for nothing" : losses.first());
  losses.tell(remarks);
}

}  // namespace herold::vale
