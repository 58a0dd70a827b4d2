// The default packs: their examples hold, good posts stay without a finding, others get theirs. The posts are
// in a file a language: `quiet` ones, talk about pay and working conditions among them, and those that
// should be spoken to, with the guidelines that do. What is offered settles what was found.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "herold/examples.h"

namespace herold {
namespace {

using Json = nlohmann::json;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t byte_at(std::string_view text, std::uint32_t unit) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (units >= unit) return at;
    units += byte >= 0xF0U ? 2 : 1;
  }
  return text.size();
}

std::string with(const Fix& fix, std::string draft) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) {
    const std::size_t start = byte_at(draft, edit->range.start);
    draft.replace(start, byte_at(draft, edit->range.end) - start, edit->text);
  }
  return draft;
}

struct DefaultPack {
  std::string name;   // of its file
  std::string posts;  // of the file with posts
  std::size_t at_least;

  friend void PrintTo(const DefaultPack& pack, std::ostream* out) { *out << pack.name; }
};

std::string pack_text(const DefaultPack& pack) { return read(HEROLD_PACKS_DIR "/" + pack.name + ".json"); }

class DefaultPacks : public testing::TestWithParam<DefaultPack> {
 protected:
  std::vector<std::string> findings(const std::string& draft) const {
    CheckOptions options;
    options.network = Network::linkedin;
    std::vector<std::string> found;
    for (const Finding& finding : loaded_->checker->check(draft, options).findings)
      found.push_back(finding.guideline + " (" + finding.match + ")");
    return found;
  }

  const Result<Pack> loaded_ = load_pack(pack_text(GetParam()), Audience::publisher);
  const Json posts_ = Json::parse(read(HEROLD_POSTS_DIR "/" + GetParam().posts + ".json"));
};

TEST_P(DefaultPacks, KeepsItsExamples) {
  const TestReport report = test_pack(pack_text(GetParam()));
  EXPECT_TRUE(report.passed()) << report.error;
  EXPECT_THAT(report.warnings, testing::IsEmpty());
  EXPECT_GE(report.guidelines, GetParam().at_least);
}

TEST_P(DefaultPacks, SaysWhyTeachesAndNamesItsSource) {
  const Json pack = Json::parse(pack_text(GetParam()));
  for (const Json& guideline : pack["guidelines"]) {
    for (const char* key : {"message", "why", "lesson", "source"})
      EXPECT_TRUE(guideline.contains(key)) << guideline["id"] << " " << key;
  }
}

TEST_P(DefaultPacks, IsQuietOnGoodPosts) {
  EXPECT_GE(posts_["quiet"].size(), 20U);
  for (const std::string post : posts_["quiet"]) EXPECT_THAT(findings(post), testing::IsEmpty()) << post;
}

// The Swiss variant has the German guidelines under ids of its own, and its people write no eszett.
TEST_P(DefaultPacks, SpeaksWhereItShould) {
  const bool is_variant = GetParam().name != GetParam().posts;
  for (const Json& post : posts_["speaks"]) {
    std::string draft = post["draft"];
    std::set<std::string> expected, found;
    for (const std::string id : post["guidelines"])
      expected.insert(is_variant ? "de-ch" + id.substr(GetParam().posts.size()) : id);
    for (std::size_t at = 0; is_variant && (at = draft.find("ß")) != std::string::npos;)
      draft.replace(at, std::string("ß").size(), "ss");
    for (const std::string& finding : findings(draft)) found.insert(finding.substr(0, finding.find(' ')));
    EXPECT_EQ(found, expected) << draft;
  }
}

TEST_P(DefaultPacks, WhatItOffersSettlesTheFinding) {
  const auto of = [&](const std::string& id, const std::string& draft) {
    CheckOptions options;
    options.network = Network::linkedin;
    options.language = GetParam().name;
    std::vector<Finding> found;
    for (Finding& finding : loaded_->checker->check(draft, options).findings)
      if (finding.guideline == id) found.push_back(std::move(finding));
    return found;
  };
  const Json pack = Json::parse(pack_text(GetParam()));
  for (const Json& guideline : pack["guidelines"]) {
    const Json examples = guideline.value("examples", Json::object());
    for (const std::string draft : examples.value("violates", Json::array())) {
      const std::vector<Finding> found = of(guideline["id"], draft);
      if (found.empty()) continue;
      for (const Fix& fix : found.front().fixes) {
        const std::string better = with(fix, draft);
        EXPECT_LT(of(guideline["id"], better).size(), found.size()) << guideline["id"] << ": " << better;
      }
    }
  }
}

TEST(SwissPack, WritesNoEszett) {
  const Json pack = Json::parse(read(HEROLD_PACKS_DIR "/de-CH.json"));
  for (const Json& guideline : pack["guidelines"]) {
    if (guideline["id"] == "de-ch.wording.eszett") continue;
    EXPECT_EQ(guideline.dump().find("ß"), std::string::npos) << guideline["id"];
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, DefaultPacks,
                         testing::Values(DefaultPack{"de", "de", 45}, DefaultPack{"de-CH", "de", 45},
                                         DefaultPack{"en", "en", 45}, DefaultPack{"fr", "fr", 45},
                                         DefaultPack{"it", "it", 45}),
                         [](const auto& one) {
                           return std::string(one.param.name.substr(0, 2)) +
                                  (one.param.name.size() > 2 ? "Swiss" : "");
                         });

}  // namespace
}  // namespace herold
