#include "text/utf16.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "../arbitrary_text.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

TEST(Utf16, CountsUnitsBeforeAnOffset) {
  const Utf16Map map("aä€🎉b");
  EXPECT_EQ(map.units(0), 0u);
  EXPECT_EQ(map.units(1), 1u);
  EXPECT_EQ(map.units(3), 2u);
  EXPECT_EQ(map.units(6), 3u);
  EXPECT_EQ(map.units(10), 5u);
  EXPECT_EQ(map.units(11), 6u);
  EXPECT_EQ(map.total(), 6u);
  EXPECT_EQ(Utf16Map("").units(0), 0u);
}

TEST(Utf16, AgreesWithCountingCodePoints) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = *testing_text::draft();
    const Utf16Map map(text);
    std::uint32_t units = 0;
    for (std::uint32_t at = 0; at < text.size();) {
      RC_ASSERT(map.units(at) == units);
      const CodePoint point = decode(text, at);
      units += point.value > 0xFFFF ? 2 : 1;
      at += point.size;
    }
    RC_ASSERT(map.units(static_cast<std::uint32_t>(text.size())) == units);
    RC_ASSERT(map.total() == units);
  }));
}

}  // namespace
}  // namespace herold::text
