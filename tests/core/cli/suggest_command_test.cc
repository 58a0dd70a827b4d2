#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "running.h"

namespace herold::cli {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class SuggestCommand : public CommandTest {
 protected:
  Outcome suggest(std::vector<std::string> more) const {
    more.insert(more.begin(), {"suggest", "--lexicon", HEROLD_LEXICON});
    return run(std::move(more));
  }

  std::string content() const {
    Json items = Json::array();
    items.push_back({{"id", "sewage"},
                     {"title", "What sewage tells about the flu"},
                     {"language", "en"},
                     {"topics", {"health"}}});
    for (int i = 0; i < 30; ++i)
      items.push_back(
          {{"id", "i" + std::to_string(i)}, {"title", "Nummer " + std::to_string(i)}, {"language", "de"}});
    return file("content.json", items.dump());
  }

  void expect_one_line(const Outcome& outcome, const char* says) const {
    EXPECT_EQ(outcome.status, 2) << says;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(says));
  }
};

TEST_F(SuggestCommand, PrintsWhatFitsAsJson) {
  const auto draft = file("draft.txt", "Das Abwasser weiss von der Grippe");
  const Outcome outcome = suggest({"--content", content(), draft});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Json answer = Json::parse(outcome.out);
  ASSERT_EQ(answer.size(), 1u);
  EXPECT_EQ(answer[0]["item"], "sewage");
  EXPECT_EQ(answer[0]["terms"], (Json{"Grippe", "Abwasser"}));
}

TEST_F(SuggestCommand, AnswersQueriesLineByLine) {
  const auto queries =
      file("queries.jsonl", R"({"id": "a", "draft": "Abwasser und Grippe"})"
                            "\n\n"
                            R"({"id": "b", "draft": "", "profile": {"interests": ["health"]}})"
                            "\n"
                            R"({"id": "c", "draft": "Alles Gute"})"
                            "\n");
  const Outcome outcome = suggest({"--content", content(), "--queries", queries});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  std::istringstream lines(outcome.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(lines, line);) answers.push_back(Json::parse(line));
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[0]["items"], Json{"sewage"});
  EXPECT_EQ(answers[0]["scores"].size(), 1u);
  EXPECT_EQ(answers[1]["items"], Json{"sewage"});
  EXPECT_EQ(answers[2]["items"], Json::array());
}

TEST_F(SuggestCommand, QueriesGoByTheCommandLineWhereTheySayNothing) {
  const auto items = file("items.json", R"([{"id": "a", "language": "de", "title": "Abwasser und Grippe",
      "networks": ["x"], "audience": {"roles": ["nurse"]}, "until": "2026-01-01T00:00:00Z"}])");
  const auto queries =
      file("queries.jsonl", R"({"id": "q", "draft": "Abwasser und Grippe"})"
                            "\n"
                            R"({"id": "r", "draft": "Abwasser und Grippe", "network": "xing"})"
                            "\n");
  const auto profile = file("profile.json", R"({"role": "nurse"})");
  const std::vector<std::string> line{"--content", items,   "--queries", queries,
                                      "--profile", profile, "--network", "x"};
  std::vector<std::string> then = line;
  then.insert(then.end(), {"--at", "2025-12-31T23:59:59Z"});
  EXPECT_THAT(suggest(then).out,
              testing::AllOf(HasSubstr(R"("id":"q","items":["a"])"), HasSubstr(R"("id":"r","items":[])")));
  EXPECT_THAT(suggest(line).out, HasSubstr(R"("id":"q","items":[])"));
  expect_one_line(suggest({"--content", items, "--queries", queries, "--limit", "-1"}), "--limit");
}

TEST_F(SuggestCommand, OneQueryThatIsWrongDoesNotStopTheOthers) {
  const std::string longest(1 << 20, 'x');
  const auto queries = file("queries.jsonl", R"({"id": "a", "draft": ")" + longest + "x\"}\n{\"id\": 1}\n" +
                                                 R"({"id": "b", "draft": ")" + longest + "\"}\n" +
                                                 R"({"id": "c", "draft": "Abwasser und Grippe"})");
  const Outcome outcome = suggest({"--content", content(), "--queries", queries});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("queries.jsonl line 1: its draft is longer than 1 MiB"));
  EXPECT_THAT(outcome.err, HasSubstr("queries.jsonl line 2 is no query"));
  EXPECT_EQ(outcome.out.find("\"id\":\"a\""), std::string::npos);
  EXPECT_THAT(outcome.out, testing::AllOf(HasSubstr(R"("id":"b","items":[])"),
                                          HasSubstr(R"("id":"c","items":["sewage"])")));
}

TEST_F(SuggestCommand, BadInputIsOneLineAndStatusTwo) {
  const auto draft = file("draft.txt", "x"), none = std::string("/nowhere.json");
  const auto broken = file("broken.json", "{");
  expect_one_line(suggest({"--content", none, draft}), "nowhere.json");
  expect_one_line(suggest({"--content", broken, draft}), "broken.json");
  expect_one_line(suggest({"--content", content(), "--topics", broken, draft}), "broken.json");
  expect_one_line(suggest({"--content", content(), "--profile", broken, draft}), "broken.json");
  expect_one_line(suggest({"--content", content(), "--network", "myspace", draft}), "no network");
  expect_one_line(suggest({"--content", content(), "--at", "tomorrow", draft}), "at");
  expect_one_line(suggest({"--content", content(), "--limit", "-1", draft}), "--limit: expected a number");
  expect_one_line(suggest({"--content", content(), "--queries", draft, draft}), "give one of the two");
  expect_one_line(suggest({"--content", content(), file("bad.txt", "a\xff")}), "bad.txt");
  expect_one_line(suggest({"--content", content(), "--queries", file("q.jsonl", "{\"id\": 1}\n")}), "line 1");
  expect_one_line(suggest({"--content", content(), "--queries", file("u.jsonl", "{\"id\": \"\xff\"}\n")}),
                  "byte 8");
  expect_one_line(suggest({"--content", content(), "--queries", file("t.jsonl", "{\"id\":\n")}), "line 1");
  expect_one_line(suggest({"--content", content(), "--queries", file("m.jsonl", std::string(17 << 20, ' '))}),
                  "m.jsonl is larger than 16 MiB");
  expect_one_line(suggest({"--content", content(), "--profile", file("p.json", R"({"groups": 7})"), draft}),
                  "p.json /profile/groups");
  expect_one_line(suggest({"--content", file("deep.json", std::string(100'000, '[')), draft}), "deeper");
  expect_one_line(suggest({"--content", file("huge.json", std::string(17 << 20, ' ')), draft}), "16 MiB");
  expect_one_line(suggest({"--content", content(), file("long.txt", std::string((1 << 20) + 1, 'x'))}),
                  "1 MiB");
  expect_one_line(run({"suggest", "--lexicon", broken, "--content", content(), draft}), "no lexicon");
}

TEST_F(SuggestCommand, UnusualInputIsAnswered) {
  const auto profile = file("profile.json", R"({"interests": ["health"], "mood": {"is": "good"}})");
  const auto empty = file("empty.txt", ""), huge = file("huge.txt", std::string(1 << 20, 'x'));
  EXPECT_EQ(Json::parse(suggest({"--content", content(), "--profile", profile, empty}).out)[0]["item"],
            "sewage");
  EXPECT_EQ(suggest({"--content", content(), empty}).out, "[]\n");
  EXPECT_EQ(suggest({"--content", content(), huge}).out, "[]\n");
  EXPECT_EQ(suggest({"--content", file("none.json", "[]"), huge}).out, "[]\n");
  EXPECT_EQ(suggest({"--content", content(), "--queries", file("none.jsonl", "\n\n")}).status, 0);
}

}  // namespace
}  // namespace herold::cli
