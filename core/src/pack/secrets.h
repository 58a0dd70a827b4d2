// `secret: true`: what its author writes, and what clients receive in its place.
#pragma once

#include "check/model.h"
#include "pack/value.h"

namespace herold::pack {

/// Names how the seals were made; with other parameters comes another name.
inline constexpr std::string_view seal_scheme = "argon2id-19456-2";

/// The `sealed` object of a bundle: the terms as match/sealed_term.h describes them.
SealedTerms read_sealed(const Value& value);

/// Refuses what would give a secret term away: looser ways of matching, and texts that hold it.
void expect_kept_secret(const Value& guideline, const Matcher& matcher);

}  // namespace herold::pack
