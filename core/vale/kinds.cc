#include "vale/kinds.h"

#include <algorithm>

#include "herold/ascii.h"
#include "text/utf8.h"

namespace herold::vale {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return "“" + std::string(text) + "”";
  std::size_t end = longest;
  while (text::is_continuation(text[end])) --end;
  return "“" + std::string(text.substr(0, end)) + "…”";
}

namespace {

/// `Node.js` means itself, not `Nodexjs`.
bool is_name(std::string_view exception) {
  return std::all_of(exception.begin(), exception.end(),
                     [](char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == ' '; });
}

/// Vale looks for an exception in the match alone; here `.*` at its ends would reach far beyond, and goes as
/// far as there are no blanks.
Expression within_reach(Expression expression) {
  if (expression.kind != Expression::Kind::sequence || expression.parts.empty()) return expression;
  for (Expression* part : {&expression.parts.front(), &expression.parts.back()}) {
    if (part->kind != Expression::Kind::repeat || part->parts[0].kind != Expression::Kind::set) continue;
    CharacterSet& once = part->parts[0].set;
    if (once.holds(' ') && once.holds('a')) once = {.classes = {"\\S"}};
  }
  return expression;
}

void add_exception(Exceptions& exceptions, const std::string& exception) {
  if (is_name(exception)) return exceptions.terms.push_back(exception);
  const Expression expression = within_reach(parse_expression(exception));
  const auto texts = few_texts(expression);
  if (!texts) {
    const Patterns said = patterns_of(expression, Bounds::word, Place::anywhere);
    if (!said.exceptions.empty()) throw Unsupported("looks around");
    exceptions.patterns.insert(exceptions.patterns.end(), said.patterns.begin(), said.patterns.end());
    return;
  }
  for (const std::string& text : *texts)
    if (!text.empty()) exceptions.terms.push_back(text);
}

}  // namespace

void Losses::add(const std::string& item, const std::string& reason) {
  const auto known =
      std::find_if(reasons_.begin(), reasons_.end(), [&](const Reason& each) { return each.text == reason; });
  if (known != reasons_.end()) {
    ++known->more;
  } else {
    reasons_.push_back({reason, item});
  }
}

std::string Losses::told(const Reason& reason) {
  const std::string more = reason.more == 0 ? "" : " (and " + std::to_string(reason.more) + " more)";
  return in_quotes(reason.item) + " " + reason.text + more;
}

void Losses::tell(Remarks& remarks) const {
  for (const Reason& reason : reasons_) remarks.push_back(told(reason));
}

void Exceptions::write(Json& matcher) const {
  if (!terms.empty()) matcher["except"] = terms;
  if (!patterns.empty()) matcher["exceptPatterns"] = patterns;
}

Exceptions exceptions_of(const Rule& rule, Remarks& remarks) {
  Exceptions made;
  Losses losses;
  for (const std::string& exception : rule.texts("exceptions")) {
    try {
      add_exception(made, exception);
    } catch (const Unsupported& reason) {
      losses.add(exception, std::string("is no exception here: it ") + reason.what());
    }
  }
  losses.tell(remarks);
  return made;
}

void write_scope(Json& guideline, const Scope& scope, Remarks& remarks) {
  if (scope.extent != "draft") guideline["scope"] = scope.extent;
  if (scope.place == Place::heading)
    remarks.push_back("is about headings: in a post only lines of Markdown that begin with # are some");
}

void write_action(Json& guideline, const Rule& rule, Remarks& remarks) {
  const Rule action = rule.inner("action");
  const std::string name = action.text("name");
  const std::vector<std::string> params = action.texts("params");
  if (name == "remove") {
    guideline["remove"] = true;
  } else if (name == "replace" && !params.empty()) {
    guideline["replace"] = params;
  } else if (!name.empty() && name != "replace") {
    remarks.push_back("its fix (" + name + ") is not carried over");
  }
}

}  // namespace herold::vale
