// A fixture whose tests run once over SQLite and once over PostgreSQL.
//
//   class Guidelines : public OverBothDatabases {};
//   HEROLD_OVER_BOTH_DATABASES(Guidelines);
//   TEST_P(Guidelines, …) { store() … }
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>

#include "app/clock.h"
#include "support/test_database.h"

namespace herold::testing {

// 2026-11-24T20:00:00Z, until told otherwise.
class TestClock final : public app::Clock {
 public:
  app::Seconds now() const override { return now_; }
  void advance(app::Seconds seconds) { now_ += seconds; }

 private:
  app::Seconds now_ = 1795550400;
};

class OverBothDatabases : public ::testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    if (const std::string reason = missing(GetParam()); !reason.empty()) GTEST_SKIP() << reason;
    database_ = std::make_unique<TestDatabase>(GetParam());
  }

  TestDatabase& database() { return *database_; }
  store::Store& store() { return database_->store(); }

  TestClock clock;

 private:
  std::unique_ptr<TestDatabase> database_;
};

inline std::string database_name(const ::testing::TestParamInfo<Kind>& info) {
  std::ostringstream name;
  name << info.param;
  return name.str();
}

#define HEROLD_OVER_BOTH_DATABASES(fixture)                                                   \
  INSTANTIATE_TEST_SUITE_P(Databases, fixture,                                                \
                           ::testing::Values(testing::Kind::sqlite, testing::Kind::postgres), \
                           testing::database_name)

}  // namespace herold::testing
