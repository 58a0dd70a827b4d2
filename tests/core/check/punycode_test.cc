#include "check/punycode.h"

#include <gtest/gtest.h>

namespace herold::check {
namespace {

TEST(Punycode, DecodesTheSamplesOfTheStandard) {
  EXPECT_EQ(decode_punycode("mller-kva"), "müller");
  EXPECT_EQ(decode_punycode("bcher-kva"), "bücher");
  // RFC 3492, section 7.1: (B) Chinese, simplified, and (L) Japanese.
  EXPECT_EQ(decode_punycode("ihqwcrb4cv8a8dqg056pqjye"), "他们为什么不说中文");
  EXPECT_EQ(decode_punycode("3B-ww4c5e180e575a65lsy2b"), "3年B組金八先生");
}

TEST(Punycode, RefusesWhatIsNone) {
  EXPECT_EQ(decode_punycode("a-ä"), std::nullopt);
  EXPECT_EQ(decode_punycode("99999999"), std::nullopt);
  EXPECT_EQ(decode_punycode(std::string(64, 'a')), std::nullopt);
}

}  // namespace
}  // namespace herold::check
