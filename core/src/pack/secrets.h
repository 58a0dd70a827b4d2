// `secret: true`: what its author writes, and what clients receive in its place.
#pragma once

#include "check/model.h"
#include "pack/value.h"

namespace herold::pack {

/// The `sealed` object of a bundle: the terms as match/sealed_term.h describes them.
SealedTerms read_sealed(const Value& value);
Json sealed_json(const SealedTerms& sealed);

/// Refuses what would give a secret term away: looser ways of matching, and texts that hold it.
void expect_kept_secret(const Value& guideline, const Matcher& matcher);

}  // namespace herold::pack
