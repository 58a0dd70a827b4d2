#include "http/router.h"

#include <gtest/gtest.h>

namespace herold::http {
namespace {

using Params = std::map<std::string, std::string, std::less<>>;

struct PatternCase {
  const char* pattern;
  const char* path;
  bool fits;
  Params params;
};

class Pattern : public ::testing::TestWithParam<PatternCase> {};

TEST_P(Pattern, FitsOrNot) {
  Params params;
  ASSERT_EQ(match_pattern(GetParam().pattern, GetParam().path, params), GetParam().fits);
  if (!GetParam().fits) return;
  EXPECT_EQ(params, GetParam().params);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, Pattern,
    ::testing::Values(
        PatternCase{"/", "/", true, {}}, PatternCase{"/", "/a", false, {}}, PatternCase{"/a", "/", false, {}},
        PatternCase{"/a/b", "/a/b", true, {}}, PatternCase{"/a/b", "/a/b/", false, {}},
        PatternCase{"/a/b", "/a", false, {}}, PatternCase{"/a/{id}", "/a/b.c", true, {{"id", "b.c"}}},
        PatternCase{"/a/{id}", "/a/", false, {}}, PatternCase{"/a/{id}", "/a/b/c", false, {}},
        PatternCase{"/a/{id}/restore", "/a/b/restore", true, {{"id", "b"}}},
        PatternCase{"/m/{name}.json", "/m/7.root.json", true, {{"name", "7.root"}}},
        PatternCase{"/m/{name}.json", "/m/a.json.json", true, {{"name", "a.json"}}},
        PatternCase{"/m/{name}.json", "/m/.json", false, {}},
        PatternCase{"/m/{name}.json", "/m/a.yaml", false, {}},
        PatternCase{
            "/t/{hash}.{channel}.json", "/t/ab.pilot.json", true, {{"hash", "ab"}, {"channel", "pilot"}}},
        PatternCase{"/t/{hash}.{channel}.json", "/t/ab.json", false, {}}));

Router two_methods() {
  Router router;
  router.add({.method = Method::get, .pattern = "/a/{id}", .handler = {}});
  router.add({.method = Method::put, .pattern = "/a/{id}", .handler = {}});
  return router;
}

TEST(Router, FindsTheRouteOfAMethod) {
  const Router router = two_methods();
  const auto found = std::get<Router::Found>(router.find(Method::put, "/a/b"));
  EXPECT_EQ(found.route->method, Method::put);
  EXPECT_EQ(found.params.at("id"), "b");
}

TEST(Router, AnswersHeadAsGet) {
  const Router router = two_methods();
  EXPECT_EQ(std::get<Router::Found>(router.find(Method::head, "/a/b")).route->method, Method::get);
}

TEST(Router, NamesTheMethodsOfAPathThatKnowsAnother) {
  const Router router = two_methods();
  EXPECT_EQ(std::get<Router::WrongMethod>(router.find(Method::post, "/a/b")).allow, "GET, HEAD, PUT");
}

TEST(Router, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(std::holds_alternative<Router::NotFound>(two_methods().find(Method::get, "/b")));
}

}  // namespace
}  // namespace herold::http
