#include "pack/secrets.h"

#include <algorithm>
#include <array>

#include "herold/ascii.h"
#include "match/literal_set.h"
#include "match/slow_hash.h"
#include "text/folded_text.h"

namespace herold::pack {
namespace {

// As `seal_scheme` says.
static_assert(match::slow_hash_kib == 19'456 && match::slow_hash_passes == 2);

std::string read_hex(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  if (!value) {
    object.problem("needs " + quote(key));
    return {};
  }
  const std::string hex = read_string(*value);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const int high = ascii::hex_value(hex[i]), low = ascii::hex_value(hex[i + 1]);
    if (high < 0 || low < 0) break;
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  if (value->json().is_string() && bytes.size() * 2 != hex.size())
    value->problem("must be bytes in hexadecimal digits");
  return bytes;
}

std::uint32_t read_bounded(const Value& object, std::string_view key, std::uint32_t least,
                           std::uint32_t most) {
  const auto value = object.member(key);
  if (!value) {
    object.problem("needs " + quote(key));
    return least;
  }
  const std::uint32_t number = read_count(*value);
  const bool is_count = value->json().integer() >= 0;
  if (is_count && number >= least && number <= most) return number;
  if (is_count) value->problem("must be from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

match::SealedTerm read_sealed_term(const Value& value, std::uint32_t tag_bits) {
  match::SealedTerm term;
  if (!is_object(value)) return term;
  term.tag = read_bounded(value, "tag", 0, (1U << tag_bits) - 1);
  term.salt = read_hex(value, "salt");
  if (term.salt.size() != match::slow_hash_salt_bytes) value.problem_at("salt", "must have 16 bytes");
  term.sealed = read_hex(value, "sealed");
  if (!match::is_sealed_size(term.sealed.size()))
    value.problem_at("sealed", "does not have the size of a sealed term");
  if (value.member("size")) term.size = read_bounded(value, "size", 1, match::most_letter_bytes);
  return term;
}

/// Texts without a meaning of their own, and those that clients do not receive.
constexpr std::array<std::string_view, 6> not_told{"kind",  "severity", "detect",
                                                   "match", "terms",    "examples"};

class Telltale {
 public:
  explicit Telltale(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
      add(term);
      add(without_gaps(term));
    }
    terms_.compile();
  }

  /// Whether the text holds a term, its words parted or joined.
  bool holds(std::string_view text) const {
    match::Draft draft(text);
    return !terms_.scan(draft).empty();
  }

  void expect_none(const Value& value) const {
    const Json json = value.json();
    if (json.is_string() && holds(json.text())) value.problem("holds a term that is to be secret");
    std::size_t index = 0;
    for (const Json each : json) {
      if (holds(each.key())) value.problem_at(each.key(), "holds a term that is to be secret");
      expect_none(json.is_array() ? value.element(each, index++) : value.member(each));
    }
  }

 private:
  /// Inside a longer word a term is told as well, unless it is so short that any word may hold it.
  void add(std::string_view term) {
    constexpr std::size_t telling = 4;
    const std::string letters = match::letters_of(text::folded_term(term, text::Case::fold));
    terms_.add(term, {.boundary = letters.size() < telling ? match::Boundary::word : match::Boundary::none});
  }

  static std::string without_gaps(std::string term) {
    term.erase(std::remove_if(term.begin(), term.end(), [](char c) { return c == ' ' || c == '-'; }),
               term.end());
    return term;
  }

  match::LiteralSet terms_;
};

void expect_no_telling_texts(const Value& guideline, const std::vector<std::string>& terms) {
  const Telltale telltale(terms);
  for (const Json json : guideline.json()) {
    if (std::find(not_told.begin(), not_told.end(), json.key()) != not_told.end()) continue;
    telltale.expect_none(guideline.member(json));
  }
  const auto id = guideline.member("id");
  if (!id || !id->json().is_string()) return;
  std::string words(id->json().text());
  std::replace(words.begin(), words.end(), '.', ' ');
  if (!telltale.holds(id->json().text()) && telltale.holds(words))
    id->problem("holds a term that is to be secret");
}

void expect_sealable(const Value& terms, const Matcher& matcher) {
  std::size_t index = 0;
  for (const Json json : terms.json()) {
    const Value value = terms.element(json, index);
    const std::string& term = matcher.terms[index++];
    if (term.size() > match::longest_secret_bytes) {
      value.problem("is longer than " + std::to_string(match::longest_secret_bytes) +
                    " bytes, which “secret” allows");
    } else if (match::letters_of(text::folded_term(term, text::Case::fold)).empty()) {
      value.problem("holds no letter or digit, which “secret” needs");
    }
  }
}

}  // namespace

SealedTerms read_sealed(const Value& value) {
  SealedTerms sealed;
  if (!is_object(value)) return sealed;
  const auto how = value.member("scheme");
  if (!how || how->json().text() != seal_scheme) {
    value.problem("needs the “scheme” " + quote(seal_scheme) + ", the only one that is known");
    return sealed;
  }
  sealed.tag_bits = read_bounded(value, "tagBits", match::least_tag_bits, match::most_tag_bits);
  sealed.longest = read_bounded(value, "longest", 1, match::most_letter_bytes);
  if (const auto terms = value.member("terms")) {
    sealed.terms = read_list(*terms, Length::at_least_one,
                             [&](const Value& term) { return read_sealed_term(term, sealed.tag_bits); });
  } else {
    value.problem("needs “terms”");
  }
  return sealed;
}

void expect_kept_secret(const Value& guideline, const Matcher& matcher) {
  const auto refuse = [](const Value& value, std::string_view key) {
    value.problem_at(key, "cannot be together with “secret”");
  };
  if (guideline.member("patterns")) refuse(guideline, "patterns");
  const auto style = guideline.member("match");
  if (matcher.style.inflect) refuse(*style, "inflect");
  if (matcher.style.compound) refuse(*style, "compound");
  const auto terms = guideline.member("terms");
  if (!terms) return guideline.problem("needs “terms” to keep “secret”");
  if (!terms->json().is_array()) return;
  expect_sealable(*terms, matcher);
  expect_no_telling_texts(guideline, matcher.terms);
}

}  // namespace herold::pack
