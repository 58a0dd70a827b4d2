#include "app/log_value.h"

#include <gtest/gtest.h>

namespace herold::app {
namespace {

TEST(LogValue, EndsOnlyWhereItsTextDoes) {
  EXPECT_EQ(log_value(""), R"("")");
  EXPECT_EQ(log_value("Straße 1=2"), R"("Straße 1=2")");
  EXPECT_EQ(log_value(R"(relation "feeds" in C:\x)"), R"("relation \"feeds\" in C:\\x")");
  EXPECT_EQ(log_value("one\ntwo\r\x1b"), R"("one\ntwo\x0d\x1b")");
}

}  // namespace
}  // namespace herold::app
