// Where a content item stands with the editors: kept beside the item, so that no bundle carries it.
//
//   (nothing) ──propose──▶ proposed ──approve──▶ approved ──archive──▶ archived
//                              └──────decline, with a note─────────────▲   │
//                          draft ◀───────────────restore───────────────────┘
//
// Only approved items are published. Whatever is not approved may be approved; whatever is not archived may
// be archived. A decision is taken back by putting the item where it stood.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

enum class Editorial { draft, proposed, approved, archived };

// "draft", "proposed", "approved", "archived"
const char* name(Editorial state);
std::optional<Editorial> editorial_named(std::string_view name);

enum class Decision {
  approve,
  decline,  // a proposal only; needs a note, which whoever proposed it is shown
  archive,
  restore,  // from the archive, as a draft
};

// "approve", "decline", "archive", "restore"
const char* name(Decision decision);
std::optional<Decision> decision_named(std::string_view name);

struct Judgement {
  Decision decision = Decision::approve;
  std::string note = {};  // one line, at most 1,000 characters
};

// What is stored about the item, or that it is approved.
store::ContentState editorial_state(store::Transaction& tx, std::string_view id);
store::ContentState approved(std::string_view id);
Editorial editorial(const store::ContentState& state);

// The state after the judgement, not yet stored; `refused` when the item cannot take it where it stands.
Result<store::ContentState> judged(store::ContentState state, const Judgement& judgement, const Clock& clock);

// Back where it stood before a decision, with the note of then; `refused` where it cannot have stood.
Result<store::ContentState> returned(store::ContentState state, Editorial former, const std::string& note,
                                     const Clock& clock);

}  // namespace herold::app
