#include "app/pages.h"

#include <gtest/gtest.h>

#include "app/json.h"

namespace herold {
namespace {

const char* const kPages = R"({"linkedin": {"hosts": ["www.linkedin.com"], "skip": [], "never": [".private"],
  "composers": [{"place": "post", "selector": ".ql-editor", "within": "form"}]}})";

std::string pointer_of_fault(const std::string& member, const std::string& value) {
  app::Json pages = app::stored(kPages);
  pages["linkedin"][member] = app::stored(value);
  const auto read = app::read_pages(pages.dump());
  return read ? "no fault" : read.error().pointer;
}

TEST(Pages, AreKeptAsTheyAre) {
  const auto pages = app::read_pages(kPages);
  ASSERT_TRUE(pages);
  EXPECT_TRUE(app::same_json(*pages, kPages));
  EXPECT_TRUE(app::read_pages("{}"));
}

TEST(Pages, NameTheValueAtFault) {
  EXPECT_EQ(pointer_of_fault("hosts", "null"), "/linkedin");
  EXPECT_EQ(pointer_of_fault("hosts", R"(["a", 1])"), "/linkedin/hosts/1");
  EXPECT_EQ(pointer_of_fault("never", R"([""])"), "/linkedin/never/0");
  EXPECT_EQ(pointer_of_fault("composers", R"([{"place": "message", "selector": "p"}])"),
            "/linkedin/composers/0");
  EXPECT_EQ(pointer_of_fault("composers", R"([{"place": "post"}])"), "/linkedin/composers/0");
  EXPECT_EQ(pointer_of_fault("composers", R"([{"place": "post", "selector": "p", "within": 1}])"),
            "/linkedin/composers/0");
}

TEST(Pages, RefuseWhatIsNoDescription) {
  for (const std::string text : {"", "[]", "{", R"({"linkedin": []})"})
    EXPECT_FALSE(app::read_pages(text)) << text;
  EXPECT_FALSE(app::read_pages(std::string(app::PagesLimits::bytes + 1, ' ')));
}

}  // namespace
}  // namespace herold
