// What a publisher hands out: packs without examples, their secret terms sealed.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "herold/pack.h"
#include "herold/sealer.h"
#include "match/sealed_term.h"
#include "match/slow_hash.h"
#include "pack/json.h"
#include "pack/secrets.h"
#include "text/folded_text.h"

namespace herold {
namespace {

using Json = nlohmann::ordered_json;

std::string text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool has_secret(const Json& guideline) {
  const auto secret = guideline.find("secret");
  return secret != guideline.end() && *secret == true && guideline.contains("terms");
}

std::size_t count_secrets(const Json& guidelines) {
  std::size_t count = 0;
  for (const Json& guideline : guidelines) {
    if (has_secret(guideline)) count += guideline["terms"].size();
  }
  return count;
}

bool within_words(const Json& guideline) {
  const auto style = guideline.find("match");
  return style != guideline.end() && text_member(*style, "boundary") == "none";
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    hex += digits[static_cast<unsigned char>(byte) >> 4];
    hex += digits[static_cast<unsigned char>(byte) & 15];
  }
  return hex;
}

Json sealed_json(const SealedTerms& sealed) {
  Json terms = Json::array();
  for (const match::SealedTerm& term : sealed.terms) {
    Json json{{"tag", term.tag}, {"salt", to_hex(term.salt)}, {"sealed", to_hex(term.sealed)}};
    if (term.size != 0) json["size"] = term.size;
    terms.push_back(std::move(json));
  }
  return {{"scheme", pack::seal_scheme},
          {"tagBits", sealed.tag_bits},
          {"longest", sealed.longest},
          {"terms", terms}};
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

Result<std::string> Sealer::pack_for_clients(std::string_view json) {
  const Error unreadable{"the pack cannot be read"};
  if (!pack::parse_json(json, {PackLimits::bytes, PackLimits::levels})) return unreadable;
  Json document = Json::parse(json, nullptr, false);
  if (!document.is_object() || !document.contains("guidelines")) return unreadable;
  Json& guidelines = document["guidelines"];
  if (!guidelines.is_array()) return unreadable;
  const std::uint32_t tag_bits = match::tag_bits_for(count_secrets(guidelines));
  for (Json& guideline : guidelines) {
    if (!guideline.is_object()) continue;
    guideline.erase("examples");
    if (!has_secret(guideline)) continue;
    SealedTerms sealed{{}, tag_bits, 1};
    for (const Json& term : guideline["terms"]) {
      const auto text = term.is_string() ? term.get<std::string>() : std::string();
      const auto one = seal(text);
      if (!one) return Error{"a secret term of “" + text_member(guideline, "id") + "” cannot be sealed"};
      const std::string letters = match::letters_of(text::folded_term(text, text::Case::fold));
      const auto size = static_cast<std::uint32_t>(letters.size());
      // Told in steps of 16, so that it says little of the terms.
      sealed.longest = std::max(sealed.longest, (size + 15) / 16 * 16);
      sealed.terms.push_back(
          {match::tag_of(letters, tag_bits), one->salt, one->sealed, within_words(guideline) ? size : 0});
    }
    guideline.erase("terms");
    guideline["sealed"] = sealed_json(sealed);
  }
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace herold
