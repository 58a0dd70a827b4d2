// A secret term as clients receive it: recognised when a draft holds it, not readable before.
//
//   letters   the folded letters, marks and numbers of the term, nothing between them: "projektfalke"
//   tag       a few bits of a fast hash of the letters: tells which sequences of a draft are worth a slow
//   hash sealed    Argon2id(letters, salt). Its first bytes tell the right letters from all others, the rest
//   is
//             combined (XOR) with the term as its author wrote it, padded so that its length does not show.
//
// Whoever has the letters gets the term, and the term then matches like any other. The letters are therefore
// only a net: wide enough to hold whatever a term can match (umlauts written out, joined hashtags,
// look-alikes, styled letters), and it does no harm when it holds more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace herold::match {

struct SealedTerm {
  std::uint32_t tag = 0;   // below 2^tag_bits
  std::string salt{};      // slow_hash_salt_bytes
  std::string sealed{};    // sealed_bytes(…)
  std::uint32_t size = 0;  // of the letters in bytes, only told of terms without word boundaries, else 0
};

inline constexpr std::size_t longest_secret_bytes = 254;  // a term, as its author wrote it
inline constexpr std::uint32_t least_tag_bits = 10, most_tag_bits = 20;
inline constexpr std::uint32_t most_letter_bytes = 1024;

// So many that one sequence in about a thousand costs a slow hash, however many terms there are. Fewer bits
// tell less of the terms.
std::uint32_t tag_bits_for(std::size_t terms);

// Of a folded text (folded_text.h).
std::string letters_of(std::string_view folded);

// The letters' fast hash, byte by byte, so that one pass tags all sequences that begin at one place. It needs
// no secrecy of its own: a tag tells `tag_bits` bits of the letters at most. It must not change, for two
// different tags of one term would tell twice as much.
class LetterHash {
 public:
  void add(char byte) {
    value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;  // FNV-1a
  }
  std::uint32_t tag(std::uint32_t bits) const;

 private:
  std::uint64_t value_ = 0xCBF29CE484222325u;
};

std::uint32_t tag_of(std::string_view letters, std::uint32_t bits);

// `salt` is fresh from a random source; nothing when there is no memory for the slow hash, or the term has no
// letters or is too long.
std::optional<SealedTerm> seal(std::string_view term, std::string_view salt, std::uint32_t tag_bits);

// The term, when these are its letters. `out_of_memory` tells a hash that could not be made from a wrong one.
enum class Opening : std::uint8_t { opened, other_letters, out_of_memory };
struct Opened {
  Opening outcome;
  std::string term;
};
Opened open(const SealedTerm& sealed, std::string_view letters);

// Whether a seal has a size that seal() gives.
bool is_sealed_size(std::size_t bytes);

}  // namespace herold::match
