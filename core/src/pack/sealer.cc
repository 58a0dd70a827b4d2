// What a publisher hands out: packs without examples, their secret terms sealed.
#include <algorithm>
#include <utility>

#include "herold/pack.h"
#include "match/sealed_term.h"
#include "match/slow_hash.h"
#include "pack/json.h"
#include "pack/member.h"
#include "pack/secrets.h"
#include "text/folded_text.h"

namespace herold {
namespace {

using pack::Json;

bool has_secret(const Json& guideline) {
  const Json* secret = pack::member(guideline, "secret");
  return secret && secret->is_boolean() && secret->get<bool>() && guideline.contains("terms");
}

std::size_t count_secrets(const Json& guidelines) {
  std::size_t count = 0;
  for (const Json& guideline : guidelines) {
    if (has_secret(guideline)) count += guideline["terms"].size();
  }
  return count;
}

bool within_words(const Json& guideline) {
  const Json* style = pack::member(guideline, "match");
  return style && pack::text_member(*style, "boundary") == "none";
}

}  // namespace

Sealer::Sealer(RandomBytes random) : random_(std::move(random)) {}

std::optional<Sealer::Seal> Sealer::seal(const std::string& term) {
  const auto known = seals_.find(term);
  if (known != seals_.end()) return known->second;
  const auto sealed = match::seal(term, random_(match::slow_hash_salt_bytes), match::least_tag_bits);
  if (!sealed) return std::nullopt;
  return seals_.emplace(term, Seal{sealed->salt, sealed->sealed}).first->second;
}

ClientPack Sealer::pack_for_clients(std::string_view json) {
  auto parsed = pack::parse_json(json, {PackLimits::bytes, PackLimits::levels});
  auto* document = std::get_if<Json>(&parsed);
  Json* guidelines = document && document->is_object() && document->contains("guidelines")
                         ? &(*document)["guidelines"]
                         : nullptr;
  if (!guidelines || !guidelines->is_array()) return {"the pack cannot be read", {}};
  const std::uint32_t tag_bits = match::tag_bits_for(count_secrets(*guidelines));
  for (Json& guideline : *guidelines) {
    if (!guideline.is_object()) continue;
    guideline.erase("examples");
    if (!has_secret(guideline)) continue;
    SealedTerms sealed{{}, tag_bits, 1};
    for (const Json& term : guideline["terms"]) {
      const auto text = term.is_string() ? term.get<std::string>() : std::string();
      const auto one = seal(text);
      if (!one) return {"a secret term of “" + pack::text_member(guideline, "id") + "” cannot be sealed", {}};
      const std::string letters = match::letters_of(text::folded_term(text, text::Case::fold));
      const auto size = static_cast<std::uint32_t>(letters.size());
      // Told in steps of 16, so that it says little of the terms.
      sealed.longest = std::max(sealed.longest, (size + 15) / 16 * 16);
      sealed.terms.push_back(
          {match::tag_of(letters, tag_bits), one->salt, one->sealed, within_words(guideline) ? size : 0});
    }
    guideline.erase("terms");
    guideline["sealed"] = pack::sealed_json(sealed);
  }
  return {{}, pack::to_text(*document)};
}

}  // namespace herold
