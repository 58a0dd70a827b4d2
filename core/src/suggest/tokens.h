// The words of a text as ranking compares them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::suggest {

struct Token {
  text::ByteRange source;
  std::string key;  // folded, without accents, `ae oe ue` as `a o u`
};

/// Words of at least three letters or digits that are no stop words; an elided word (l’, qu’) falls away.
std::vector<Token> tokens(std::string_view text);

/// Calls `each` with a 64-bit feature and its weight: the word itself (1), and for words of five letters or
/// more their four-letter grams, which together weigh as much as the root of the word's length allows.
template <typename Each>
void for_each_feature(std::string_view key, Each each);

/// FNV-1a.
constexpr std::uint64_t feature(char kind, std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  const auto mix = [&hash](char byte) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3u;
  };
  mix(kind);
  for (const char byte : bytes) mix(byte);
  return hash;
}

inline constexpr std::size_t gram_size = 4;
inline constexpr float gram_weight = 0.35f;

/// Grams are of bytes: keys are ASCII but for scripts without accents to strip, where a gram is merely
/// shorter.
template <typename Each>
void for_each_feature(std::string_view key, Each each) {
  each(feature('w', key), 1.0f);
  if (key.size() <= gram_size) return;
  for (std::size_t at = 0; at + gram_size <= key.size(); ++at)
    each(feature('g', key.substr(at, gram_size)), gram_weight);
}

}  // namespace herold::suggest
