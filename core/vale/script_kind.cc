// script: a program. Those that only look for expressions are as good as an existence rule.
#include "vale/kinds.h"
#include "vale/program.h"

namespace herold::vale {
namespace {

/// Here `^` and `$` are ends of lines, in a program those of the text.
void expect_same_anchors(const Search& search, const Scope& scope) {
  const Expression expression = parse_expression(search.expression);
  const bool is_anchored = holds_anchor(expression, "^") || holds_anchor(expression, "$");
  if (is_anchored && !search.in_line && scope.place == Place::anywhere && scope.extent == "draft")
    throw Unsupported("looks at the ends of the text, which a pattern cannot");
  if (search.in_line && spans_lines(expression))
    throw Unsupported("looks at single lines for what may go on over several");
}

}  // namespace

void write_script(Json& guideline, const Rule& rule, Remarks& remarks) {
  Json fields = {{"nonword", "true"}, {"tokens", Json::array()}};
  for (const char* key : {"scope", "action"})
    if (rule.has(key)) fields[key] = rule.field(key);
  for (const Search& search : searches_of(rule.text("script"))) {
    expect_same_anchors(search, scope_of(rule));
    fields["tokens"].push_back(search.expression);
  }
  write_existence(guideline, Rule(fields), remarks);
}

}  // namespace herold::vale
