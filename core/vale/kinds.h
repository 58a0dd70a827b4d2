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
void write_sequence(Json& guideline, const Rule& rule, Remarks& remarks);
/// What the message's `%s` stand for: the words of a sequence, one by one.
std::vector<std::string> steps_of(const Rule& rule);

// What several of them do.
std::string in_quotes(std::string_view text);
void write_scope(Json& guideline, const Scope& scope, Remarks& remarks);

/// The words that an exception means; what is no list of words is told of.
void add_exception(std::vector<std::string>& exceptions, const std::string& exception, Remarks& remarks);

/// Runs `add` for each item; those that RE2 cannot say are told of. Nothing left is Unsupported.
template <typename Items, typename Name, typename Add>
void add_each(const Items& items, Remarks& remarks, Name name, Add add) {
  std::string first_reason;
  std::size_t added = 0;
  for (const auto& item : items) {
    try {
      add(item);
      ++added;
    } catch (const Unsupported& reason) {
      if (first_reason.empty()) first_reason = in_quotes(name(item)) + " " + reason.what();
      remarks.push_back(in_quotes(name(item)) + " " + reason.what());
    }
  }
  if (added == 0) throw Unsupported(first_reason.empty() ? "looks for nothing" : first_reason);
}

}  // namespace herold::vale
