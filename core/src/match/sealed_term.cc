#include "match/sealed_term.h"

#include "match/slow_hash.h"
#include "text/folded_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

constexpr std::size_t check_bytes = 16;
constexpr std::size_t padding = 64;

// The length in one byte, the term, zeros.
std::string padded(std::string_view term) {
  std::string text(1, static_cast<char>(term.size()));
  text += term;
  text.resize((text.size() + padding - 1) / padding * padding, '\0');
  return text;
}

std::string combined(std::string_view a, std::string_view b) {
  std::string result(a);
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<char>(result[i] ^ b[i]);
  return result;
}

}  // namespace

std::uint32_t tag_bits_for(std::size_t terms) {
  std::uint32_t bits = least_tag_bits;
  while (bits < most_tag_bits && (std::size_t{1} << (bits - least_tag_bits)) < terms) ++bits;
  return bits;
}

std::string letters_of(std::string_view folded) {
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (byte >= text::blank) {
      if (byte == text::umlaut_e) letters.push_back('e');
      ++at;
      continue;
    }
    const text::CodePoint point = text::decode(folded, at);
    if (text::is_wordlike(point.value)) letters += folded.substr(at, point.size);
    at += point.size;
  }
  return letters;
}

std::uint32_t LetterHash::tag(std::uint32_t bits) const {
  // MurmurHash3's final mix: the top bits depend on every letter.
  std::uint64_t mixed = value_;
  mixed = (mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCDu;
  mixed = (mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53u;
  mixed ^= mixed >> 33;
  return static_cast<std::uint32_t>(mixed >> (64 - bits));
}

std::uint32_t tag_of(std::string_view letters, std::uint32_t bits) {
  LetterHash hash;
  for (const char byte : letters) hash.add(byte);
  return hash.tag(bits);
}

bool is_sealed_size(std::size_t bytes) {
  return bytes > check_bytes && (bytes - check_bytes) % padding == 0 &&
         bytes - check_bytes <= longest_secret_bytes + padding;
}

std::optional<SealedTerm> seal(std::string_view term, std::string_view salt, std::uint32_t tag_bits) {
  const std::string letters = letters_of(text::folded_term(term, text::Case::fold));
  if (letters.empty() || term.size() > longest_secret_bytes) return std::nullopt;
  const std::string text = padded(term);
  const auto hash = slow_hash(letters, salt, check_bytes + text.size());
  if (!hash) return std::nullopt;
  return SealedTerm{
      .tag = tag_of(letters, tag_bits),
      .salt = std::string(salt),
      .sealed = hash->substr(0, check_bytes) + combined(text, std::string_view(*hash).substr(check_bytes)),
  };
}

Opened open(const SealedTerm& sealed, std::string_view letters) {
  const auto hash = slow_hash(letters, sealed.salt, sealed.sealed.size());
  if (!hash) return {Opening::out_of_memory, {}};
  const std::string_view bytes = sealed.sealed;
  if (bytes.substr(0, check_bytes) != std::string_view(*hash).substr(0, check_bytes))
    return {Opening::other_letters, {}};
  const std::string text = combined(bytes.substr(check_bytes), std::string_view(*hash).substr(check_bytes));
  const std::size_t size = static_cast<unsigned char>(text[0]);
  if (size + 1 > text.size()) return {Opening::other_letters, {}};
  return {Opening::opened, text.substr(1, size)};
}

}  // namespace herold::match
