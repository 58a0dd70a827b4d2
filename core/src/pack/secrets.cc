#include "pack/secrets.h"

#include <algorithm>
#include <array>

#include "herold/ascii.h"
#include "match/literal_set.h"
#include "match/slow_hash.h"
#include "text/folded_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

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

/// Its words, with a blank for whatever stands between them.
std::string words_alone(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_wordlike(c.value)) {
      words += text.substr(at, c.size);
    } else if (!text::is_default_ignorable(c.value) && !words.empty() && words.back() != ' ') {
      words += ' ';
    }
    at += c.size;
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

class Telltale {
 public:
  explicit Telltale(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
      add(term);
      std::string words = words_alone(term);
      if (words.find(' ') == std::string::npos) continue;
      add(words);
      words.erase(std::remove(words.begin(), words.end(), ' '), words.end());
      add(words);
    }
    terms_.compile();
  }

  /// Whether the text holds a term, its words parted by anything or joined.
  bool holds(std::string_view text) const {
    return holds_as_it_is(text) || holds_as_it_is(words_alone(text));
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
  bool holds_as_it_is(std::string_view text) const {
    match::Draft draft(text);
    return !terms_.scan(draft).empty();
  }

  /// Inside a longer word a term is told as well, unless it is so short that any word may hold it.
  void add(std::string_view term) {
    constexpr std::size_t telling = 4;
    const std::string letters = match::letters_of(text::folded_term(term, text::Case::fold));
    terms_.add(term, {.boundary = letters.size() < telling ? match::Boundary::word : match::Boundary::none});
  }

  match::LiteralSet terms_;
};

void expect_no_telling_texts(const Value& guideline, const std::vector<std::string>& terms) {
  const Telltale telltale(terms);
  for (const Json json : guideline.json()) {
    if (std::find(not_told.begin(), not_told.end(), json.key()) != not_told.end()) continue;
    telltale.expect_none(guideline.member(json));
  }
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
