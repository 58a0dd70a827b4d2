#include "text/utf8.h"

#include <cstdint>

#include "herold/utf8.h"
#include "text/eight_bytes.h"

namespace herold {
namespace {

struct Form {
  std::size_t size;         // 0 for a byte that cannot lead
  unsigned char low, high;  // bounds of the second byte
};

// Table 3-7 of the Unicode standard.
Form form_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead < 0xF0)
    return {3, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
  if (lead < 0xF5)
    return {4, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
  return {0, 0, 0};
}

bool well_formed(std::string_view text, std::size_t at, Form form) {
  if (form.size == 0 || at + form.size > text.size()) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second < form.low || second > form.high) return false;
  for (std::size_t i = 2; i < form.size; ++i)
    if (!text::is_continuation(text[at + i])) return false;
  return true;
}

// Whether eight bytes of ASCII begin at `at`.
bool is_ascii(std::string_view text, std::size_t at) {
  if (at + 8 > text.size()) return false;
  return (text::load_eight(text.data() + at) & text::top_bits) == 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text, at)) {
      at += 8;
      continue;
    }
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const Form form = form_of(lead);
    if (!well_formed(text, at, form)) return at;
    at += form.size;
  }
  return std::nullopt;
}

namespace text {

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) return out.push_back(static_cast<char>(value));
  char bytes[4];
  const std::uint32_t size = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  for (std::uint32_t i = size - 1; i > 0; --i, value >>= 6)
    bytes[i] = static_cast<char>(0x80 | (value & 0x3F));
  bytes[0] = static_cast<char>((0xF00 >> size & 0xFF) | value);
  out.append(bytes, size);
}

}  // namespace text
}  // namespace herold
