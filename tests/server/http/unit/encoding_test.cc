#include "http/encoding.h"

#include <gtest/gtest.h>

namespace herold::http {
namespace {

struct ChoiceCase {
  const char* header;
  Encoding chosen;
};

class Choice : public testing::TestWithParam<ChoiceCase> {};

TEST_P(Choice, IsWhatTheClientLikesBest) { EXPECT_EQ(choose_encoding(GetParam().header), GetParam().chosen); }

INSTANTIATE_TEST_SUITE_P(
    AcceptEncoding, Choice,
    testing::Values(
        ChoiceCase{"", Encoding::identity}, ChoiceCase{"gzip", Encoding::gzip},
        ChoiceCase{"x-gzip", Encoding::gzip}, ChoiceCase{"gzip, deflate, br", Encoding::brotli},
        ChoiceCase{"gzip, br;q=0.5", Encoding::gzip}, ChoiceCase{"br ; q=0.5 , gzip ; q=0.9", Encoding::gzip},
        ChoiceCase{"*", Encoding::brotli}, ChoiceCase{"*;q=0.5, br;q=0", Encoding::gzip},
        ChoiceCase{"br;q=0, gzip;q=0", Encoding::identity},
        ChoiceCase{"identity, gzip;q=0.5", Encoding::identity}, ChoiceCase{"br;q=2", Encoding::identity},
        ChoiceCase{"br;q=high", Encoding::identity}, ChoiceCase{"br;level=11", Encoding::identity},
        ChoiceCase{"deflate, zstd", Encoding::identity}, ChoiceCase{",,;q=,", Encoding::identity}));

TEST(EncodedBodies, CompressesOnce) {
  EncodedBodies bodies(2);
  const auto text = std::make_shared<const std::string>(10'000, 'a');
  const auto first = bodies.get("hash", text, Encoding::brotli);
  EXPECT_LT(first->size(), 100U);
  EXPECT_EQ(bodies.get("hash", text, Encoding::brotli), first);
  EXPECT_NE(bodies.get("hash", text, Encoding::gzip), first);
  EXPECT_EQ(bodies.get("hash", text, Encoding::identity), text);
}

TEST(EncodedBodies, StartsOverWhenFull) {
  EncodedBodies bodies(1);
  const auto text = std::make_shared<const std::string>("text");
  const auto first = bodies.get("one", text, Encoding::gzip);
  EXPECT_NE(bodies.get("two", text, Encoding::gzip), nullptr);
  EXPECT_NE(bodies.get("one", text, Encoding::gzip), first);
}

}  // namespace
}  // namespace herold::http
