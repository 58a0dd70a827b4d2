#include "text/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "herold/utf8.h"

namespace herold::text {
namespace {

using namespace std::string_literals;

TEST(Utf8, AcceptsWhatIsWellFormed) {
  for (const std::string& text : {""s, "a"s, "ä"s, "€"s, "🎉"s, "\uD7FF\uE000"s, "\xF4\x8F\xBF\xBF"s, "a\0b"s})
    EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << text;
}

TEST(Utf8, NamesTheFirstByteOfWhatIsNot) {
  const std::pair<std::string, std::size_t> cases[] = {
      {"\x80", 0},
      {"ab\xC3", 2},
      {"\xC0\x80", 0},
      {"ä\xE2\x82", 2},
      {"\xED\xA0\x80", 0},
      {"\xF4\x90\x80\x80", 0},
      {"x\xF0\x80\x80\x80", 1},
      {"\xE0\x80\x80", 0},
      {"a\xC3(", 1},
      {"\xFF", 0},
      {"🎉\xF0\x9F\x8E", 4},
  };
  for (const auto& [text, offset] : cases) EXPECT_EQ(first_invalid_utf8(text), offset) << text;
}

TEST(Utf8, DecodesWhatItEncodes) {
  EXPECT_TRUE(rc::check([] {
    const auto value =
        static_cast<char32_t>(*rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                                                 [](std::uint32_t c) { return c < 0xD800 || c > 0xDFFF; }));
    std::string text = "x";
    append_utf8(text, value);
    RC_ASSERT(!first_invalid_utf8(text));
    RC_ASSERT(decode(text, 1).value == value);
    RC_ASSERT(decode(text, 1).size == text.size() - 1);
    RC_ASSERT(decode_before(text, text.size()).value == value);
  }));
}

}  // namespace
}  // namespace herold::text
