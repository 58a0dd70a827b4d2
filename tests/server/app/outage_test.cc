#include "app/outage.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <sstream>

namespace herold::app {
namespace {

TEST(Outage, IsToldWhenItBeginsAndWhenItEnds) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  spdlog::set_pattern("%l %v");
  Outage outage("feeds-failed", "feeds-again");
  const Result<void> away = Error{ErrorCode::unavailable, R"(relation "feeds" is away)"};
  outage.note(Result<int>(1));
  EXPECT_EQ(log.str(), "");
  for (int i = 0; i < 3; ++i) outage.note(away);
  EXPECT_EQ(log.str(), "error event=feeds-failed what=\"relation \\\"feeds\\\" is away\"\n");
  log.str("");
  for (int i = 0; i < 3; ++i) outage.note(Result<void>());
  outage.note(away);
  EXPECT_EQ(log.str(),
            "info event=feeds-again\nerror event=feeds-failed what=\"relation \\\"feeds\\\" is away\"\n");
  spdlog::set_default_logger(before);
}

}  // namespace
}  // namespace herold::app
