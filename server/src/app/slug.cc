#include "app/slug.h"

#include <array>
#include <optional>

#include "herold/ascii.h"

namespace herold::app {
namespace {

// U+00C0 to U+017F, both cases; "-" is no letter.
constexpr std::string_view kLatin =
    "a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th ss a a a a ae a ae c e e e e "
    "i i i i d n o o o o oe - o u u u ue y th y a a a a a a c c c c c c c c d d d d e e e e e e e e "
    "e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n "
    "n ng ng o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y "
    "y y z z z z z z s ";
constexpr unsigned kFirst = 0xC0;
constexpr std::size_t kLetters = 0x180 - kFirst;

constexpr std::array<std::string_view, kLetters> latin_letters() {
  std::array<std::string_view, kLetters> letters;
  std::string_view rest = kLatin;
  for (std::string_view& letter : letters) {
    letter = rest.substr(0, rest.find(' '));
    rest.remove_prefix(letter.size() + 1);
  }
  return letters;
}

// The character of two bytes that begins there: all that have a spelling have two.
std::optional<unsigned> two_byte_character(std::string_view text) {
  if (text.size() < 2 || (text[0] & 0xE0) != 0xC0) return std::nullopt;
  return (static_cast<unsigned>(text[0] & 0x1F) << 6) | static_cast<unsigned>(text[1] & 0x3F);
}

bool is_combining_mark(unsigned character) { return character >= 0x300 && character < 0x370; }
constexpr unsigned kDiaeresis = 0x308;

bool takes_umlaut(const std::string& slug) {
  return !slug.empty() && (slug.back() == 'a' || slug.back() == 'o' || slug.back() == 'u');
}

// What a character above ASCII adds; "-" where it parts words.
std::string_view spelled(unsigned character, const std::string& slug) {
  static constexpr auto kLetter = latin_letters();
  if (character >= kFirst && character < kFirst + kLetters) return kLetter[character - kFirst];
  if (character == kDiaeresis && takes_umlaut(slug)) return "e";
  return is_combining_mark(character) ? "" : "-";
}

void add(std::string& slug, std::string_view letters) {
  if (letters != "-")
    slug += letters;
  else if (!slug.empty() && slug.back() != '-')
    slug += '-';
}

}  // namespace

std::string slug_of(std::string_view text, std::size_t longest) {
  std::string slug;
  while (!text.empty() && slug.size() < longest) {
    if (const auto character = two_byte_character(text)) {
      add(slug, spelled(*character, slug));
      text.remove_prefix(2);
      continue;
    }
    const char c = ascii::to_lower(text.front());
    add(slug, ascii::is_alphanumeric(c) ? std::string_view(&c, 1) : "-");
    text.remove_prefix(1);
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace herold::app
