// Rules that are more than their file: those that extend another rule, and programs.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "herold/pack.h"
#include "vale/import.h"

namespace herold::vale {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ValeReferences : public testing::Test {
 protected:
  ~ValeReferences() override { fs::remove_all(styles_); }

  void file(const std::string& path, std::string_view text) const {
    fs::create_directories((styles_ / path).parent_path());
    std::ofstream(styles_ / path, std::ios::binary) << text;
  }

  void script(std::string_view lines) const {
    std::string rule = "extends: script\nmessage: m\nscope: raw\nscript: |\n  text := import(\"text\")\n";
    rule += "  matches := []\n";
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      rule += "  " + std::string(lines.substr(at, end - at)) + "\n";
      at = end + 1;
    }
    file("House/Rule.yml", rule);
  }

  /// What the style finds, parted by `|`, or why its rule is left out.
  std::string found(std::string_view draft) const {
    try {
      const Import made = import_style(styles_ / "House");
      if (made.pack.empty()) return made.losses.front().reason;
      const auto loaded = load_pack(made.pack, Audience::publisher);
      if (!loaded || !loaded->problems.empty()) return "the pack is broken";
      CheckOptions options;
      options.language = "en";
      std::string all;
      for (const Finding& finding : loaded->checker->check(draft, options).findings)
        all += (all.empty() ? "" : "|") + finding.match;
      return all;
    } catch (const StyleError& error) {
      return error.what();
    }
  }

  fs::path styles_ = fs::temp_directory_path() / ("herold-references-" + std::to_string(getpid()));
};

constexpr std::string_view append =
    "matches = append(matches, {begin: match[0].begin, end: match[0].end})\n}\n";

TEST_F(ValeReferences, ProgramThatOnlyLooksForExpressionsIsARule) {
  script("for match in text.re_find(`!\\[\\]\\(.*?\\)`, scope, -1) {\n" + std::string(append));
  EXPECT_EQ(found("![](a.png) ![Us](b.png) x![](c.png)"), "![](a.png)|![](c.png)");
  script("pattern := \"[\\\"“”]\"\nfor match in text.re_find(pattern, scope, -1) { // both\n" +
         std::string(
             "matches = append(matches, {\"begin\": match[0][\"begin\"], \"end\": match[0][\"end\"]})}"));
  EXPECT_EQ(found("“a\" A"), "“|\"");
}

TEST_F(ValeReferences, ProgramMayGoLineByLine) {
  script(
      "active := true\nDEBUG := false\ncursor := 0\nfor line in text.split(scope, \"\\n\") {\n"
      "if DEBUG { fmt.println({line: line}) }\n"
      "if text.re_find(`<!-- vale A.B = NO -->`, line, -1) {\nactive = false\n}\nif active {\n"
      "for match in text.re_find(`^ *[#$] `, line, -1) {\nmatches = append(matches, {begin: cursor + "
      "match[0].begin, end: cursor + match[0].end})\n}\n}\ncursor += len(line) + 1\n}\n");
  EXPECT_EQ(found("# a\n $ b # c"), "# | $ ");
}

TEST_F(ValeReferences, ProgramMayStandBesideTheStyle) {
  file("House/Rule.yml", "extends: script\nmessage: m\nscope: raw\nscript: Breaks.tengo\n");
  EXPECT_THAT(found("a<br/>b"), HasSubstr("is a program"));
  file("config/scripts/Breaks.tengo",
       "text := import(\"text\")\nmatches := []\nfor match in text.re_find(`<br ?/?>`, "
       "scope, -1) {\n" +
           std::string(append));
  EXPECT_EQ(found("a<br/>b"), "<br/>");
}

TEST_F(ValeReferences, ProgramThatDoesMoreIsRefused) {
  const std::string loop = "for match in text.re_find(`a`, scope, -1) {\n";
  const std::vector<std::string> programs = {
      loop + "count += 1\n}\n",
      loop + "if true {\n" + std::string(append) + "}\n",
      loop,
      "}\n",
      std::string("`"),
      "scope = text.re_replace(`b`, scope, ``)\n" + loop + std::string(append),
      "for match in text.re_find(`a`, document, -1) {\n" + std::string(append),
      "for match in text.re_find(`a`, scope, 1) {\n" + std::string(append),
      "if len(scope) > 5 {\n" + loop + std::string(append) + "}\n",
      loop + "matches = append(matches, {begin: match[1].begin, end: match[0].end})\n}\n"};
  for (const std::string& program : programs) {
    script(program);
    EXPECT_THAT(found("a"), HasSubstr("is a program")) << program;
  }
  script("for match in text.re_find(`^a`, scope, -1) {\n" + std::string(append));
  EXPECT_THAT(found("a"), HasSubstr("ends of the text"));
}

TEST_F(ValeReferences, RuleIsLaidOverTheOneItExtends) {
  file("Std/Usage/Words.yml", "extends: existence\nmessage: m\nignorecase: true\ntokens: [alpha, beta]\n");
  file("House/Rule.yml", "extends: Std.Usage.Words\nlevel: error\ntokens+: [gamma]\ntokens-: [alpha]\n");
  EXPECT_EQ(found("Alpha Beta gamma"), "Beta|gamma");
  file("Std/Swaps.yml", "extends: substitution\nmessage: m\nswap:\n  aa: one\n  bb: two\n");
  file("House/Rule.yml", "extends: Std.Swaps\nswap+:\n  cc: three\nswap-: [aa]\n");
  EXPECT_EQ(found("aa bb cc"), "bb|cc");
  file("House/Rule.yml", "extends: Std.Swaps\nswap:\n  dd: four\n");
  EXPECT_EQ(found("aa dd"), "dd");
}

TEST_F(ValeReferences, RuleThatExtendsNoneIsRefused) {
  file("Std/A.yml", "extends: Std.A\n");
  for (const auto& [extends, why] :
       {std::pair("Std.Missing", "not beside the style"), std::pair("Std.A", "ten times"),
        std::pair("..", "not the name"), std::pair("a./etc/b", "not the name")}) {
    file("House/Rule.yml", std::string("extends: ") + extends + "\nmessage: m\n");
    EXPECT_THAT(found("a"), HasSubstr(why)) << extends;
  }
}

TEST_F(ValeReferences, CasesBesideARuleAreNoRule) {
  file("House/Rule.yml", "extends: existence\nmessage: m\ntokens: [alpha]\n");
  file("House/Rule.test.yml", "- name: one\n  input: alpha\n");
  EXPECT_EQ(import_style(styles_ / "House").rules, 1U);
}

TEST_F(ValeReferences, MatchEndsWithItsLineOrParagraph) {
  file("House/Rule.yml",
       "extends: existence\nmessage: m\nscope: heading\nnonword: true\ntokens: ['[a-z][.](?:\\s|$)']\n");
  EXPECT_EQ(found("# One.\n\nTwo.\n"), "e.");
  file("House/Rule.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['!(?:\\s|$)']\n");
  EXPECT_EQ(found("One!\n\nTwo! Three!"), "!|! |!");
}

TEST_F(ValeReferences, WhatOneWordMustNotFollowLeavesLongerOnesAlone) {
  file("House/Rule.yml",
       "extends: substitution\nmessage: m\nswap:\n  '(?<!-|.|{)env': x\n  big environment: y\n");
  EXPECT_EQ(found("env: a big environment, env"), "env|big environment");
}

TEST_F(ValeReferences, BoundaryBehindAFullStopNeedsAWord) {
  file("House/Rule.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\betc\\.?\\b']\n");
  EXPECT_EQ(found("a, b, etc. And etc"), "etc|etc");
}

TEST_F(ValeReferences, HeadingBeginsBehindItsSign) {
  file("House/Rule.yml",
       "extends: existence\nmessage: m\nscope: heading\nnonword: true\ntokens: ['^[A-Z]\\w+ing\\b', "
       "'x|^y']\n");
  EXPECT_EQ(found("# Running fast\nRunning\n## We y Running x\n# y"), "Running|x|y");
}

}  // namespace
}  // namespace herold::vale
