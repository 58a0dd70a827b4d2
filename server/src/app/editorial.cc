#include "app/editorial.h"

#include <array>
#include <utility>

#include "app/json.h"
#include "app/limits.h"

namespace herold::app {
namespace {

constexpr std::array kStates = {Editorial::draft, Editorial::proposed, Editorial::approved,
                                Editorial::archived};
constexpr std::array kDecisions = {Decision::approve, Decision::decline, Decision::archive,
                                   Decision::restore};

template <class List>
auto named(const List& list, std::string_view wanted) -> std::optional<typename List::value_type> {
  for (const auto one : list) {
    if (name(one) == wanted) return one;
  }
  return std::nullopt;
}

bool may(Decision decision, Editorial state) {
  switch (decision) {
    case Decision::approve:
      return state != Editorial::approved;
    case Decision::decline:
      return state == Editorial::proposed;
    case Decision::archive:
      return state != Editorial::archived;
    case Decision::restore:
      return state == Editorial::archived;
  }
  return false;
}

Editorial after(Decision decision) {
  switch (decision) {
    case Decision::approve:
      return Editorial::approved;
    case Decision::decline:
    case Decision::archive:
      return Editorial::archived;
    case Decision::restore:
      return Editorial::draft;
  }
  return Editorial::draft;
}

Error long_note(const char* pointer) {
  return {ErrorCode::refused, "the note must be one line of " + at_most(InputLimits::note, "characters"),
          pointer};
}

// By an employee or a feed.
bool was_proposed(const store::ContentState& state) {
  return state.source == "employee" || state.source.starts_with("feed:");
}

store::ContentState put(store::ContentState state, Editorial next, const std::string& note,
                        const Clock& clock) {
  state.state = name(next);
  state.note = note;
  state.changed_at = clock.now();
  return state;
}

}  // namespace

const char* name(Editorial state) {
  switch (state) {
    case Editorial::draft:
      return "draft";
    case Editorial::proposed:
      return "proposed";
    case Editorial::approved:
      return "approved";
    case Editorial::archived:
      return "archived";
  }
  return "";
}

const char* name(Decision decision) {
  switch (decision) {
    case Decision::approve:
      return "approve";
    case Decision::decline:
      return "decline";
    case Decision::archive:
      return "archive";
    case Decision::restore:
      return "restore";
  }
  return "";
}

std::optional<Editorial> editorial_named(std::string_view wanted) { return named(kStates, wanted); }
std::optional<Decision> decision_named(std::string_view wanted) { return named(kDecisions, wanted); }

store::ContentState editorial_state(store::Transaction& tx, std::string_view id) {
  if (auto state = tx.content_state(id)) return *state;
  return approved(id);
}

store::ContentState approved(std::string_view id) {
  return {.id = std::string(id), .state = name(Editorial::approved), .source = {}, .remark = {}, .note = {}};
}

Editorial editorial(const store::ContentState& state) {
  return editorial_named(state.state).value_or(Editorial::draft);
}

Result<store::ContentState> judged(store::ContentState state, const Judgement& judgement,
                                   const Clock& clock) {
  const Decision decision = judgement.decision;
  if (!may(decision, editorial(state))) {
    return Error{ErrorCode::refused,
                 "content item " + state.id + " is " + state.state + "; the decision \"" + name(decision) +
                     "\" does not fit that",
                 "/decision"};
  }
  if (decision == Decision::decline && judgement.note.empty()) {
    return Error{ErrorCode::refused, "a declined proposal needs a note that says why", "/note"};
  }
  if (!is_line(judgement.note, InputLimits::note)) return long_note("/note");
  return put(std::move(state), after(decision), judgement.note, clock);
}

Result<store::ContentState> returned(store::ContentState state, Editorial former, const std::string& note,
                                     const Clock& clock) {
  if (former == Editorial::proposed && !was_proposed(state)) {
    return Error{ErrorCode::refused, "content item " + state.id + " was never proposed", "/editorial/state"};
  }
  if (!is_line(note, InputLimits::note)) return long_note("/editorial/note");
  return put(std::move(state), former, note, clock);
}

}  // namespace herold::app
