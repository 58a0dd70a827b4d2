#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "herold/check_json.h"
#include "herold/sealer.h"

namespace herold {
namespace {

const std::string folder = HEROLD_CONTRACT_DIR "/";

std::string read(const std::string& name) {
  std::ostringstream content;
  content << std::ifstream(folder + name, std::ios::binary).rdbuf();
  return content.str();
}

TEST(Contract, EveryCaseGivesItsReportByteForByte) {
  std::istringstream lines(read("cases.jsonl"));
  std::size_t cases = 0;
  for (std::string line; std::getline(lines, line); ++cases) {
    const auto golden = nlohmann::json::parse(line);
    const auto loaded = load_pack(read(golden.at("pack")), Audience::client);
    ASSERT_TRUE(loaded) << loaded.error().message;
    const auto options = parse_check_options(golden.at("options").dump());
    ASSERT_TRUE(options) << options.error().message;
    const Report report = loaded->checker->check(golden.at("draft").get<std::string>(), *options);
    EXPECT_EQ(report_json(report, loaded->problems), golden.at("report")) << golden.at("id");
  }
  EXPECT_GT(cases, 10U);
}

TEST(Contract, GuidelinesAreAcceptedAndRefusedAsAgreed) {
  std::istringstream lines(read("guidelines.jsonl"));
  std::size_t guidelines = 0;
  for (std::string line; std::getline(lines, line); ++guidelines) {
    const auto golden = nlohmann::json::parse(line);
    const nlohmann::json pack{{"schema", 1},
                              {"id", "test"},
                              {"defaultLanguage", "de"},
                              {"guidelines", nlohmann::json::array({golden.at("guideline")})}};
    const auto loaded = load_pack(pack.dump(), Audience::publisher);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->problems.empty(), golden.at("accepted").get<bool>()) << line;
  }
  EXPECT_GT(guidelines, 200U);
}

/// Salts that differ from one another, foreseeable for the golden.
RandomBytes counting() {
  return [next = char{0}](std::size_t size) mutable { return std::string(size, ++next); };
}

TEST(Contract, SealedPacksAreAsTheyWere) {
  const auto sealed = Sealer(counting()).pack_for_clients(read("packs/secrets.json"));
  ASSERT_TRUE(sealed) << sealed.error().message;
  EXPECT_EQ(nlohmann::json::parse(*sealed), nlohmann::json::parse(read("packs/secrets.sealed.json")));
}

}  // namespace
}  // namespace herold
