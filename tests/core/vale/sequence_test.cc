// Sequences: what Vale finds with a tagger is found by the words around. The rules are our own; the sentences
// say what they find.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "herold/pack.h"
#include "vale/import.h"

namespace herold::vale {
namespace {

namespace fs = std::filesystem;

class ValeSequence : public testing::Test {
 protected:
  ValeSequence() { fs::create_directories(style_); }
  ~ValeSequence() override { fs::remove_all(style_.parent_path()); }

  /// What a rule with these tokens finds in each of the sentences, parted by `|`.
  std::string found(std::string_view tokens, std::string_view sentence) const {
    const auto loaded = load_pack(imported(tokens).pack, Audience::publisher);
    if (!loaded || !loaded->problems.empty()) return "the pack is broken";
    CheckOptions options;
    options.language = "en";
    std::string all;
    for (const Finding& finding : loaded->checker->check(sentence, options).findings)
      all += (all.empty() ? "" : "|") + finding.match;
    return all;
  }

  /// Why the rule is left out.
  std::string refusal(std::string_view tokens) const {
    const Import made = imported(tokens);
    return made.pack.empty() ? made.losses.front().reason : "";
  }

  Import imported(std::string_view tokens) const {
    std::ofstream(style_ / "Rule.yml")
        << "extends: sequence\nmessage: \"'%s' and '%[2]s'\"\nignorecase: true\n"
        << "tokens:\n"
        << tokens;
    return import_style(style_);
  }

  fs::path style_ = fs::temp_directory_path() / ("herold-sequence-" + std::to_string(getpid())) / "House";
};

struct Case {
  std::string_view sentence, found;
};

TEST_F(ValeSequence, ANamedWordThatIsANoun) {
  constexpr std::string_view tokens = "  - {tag: NN|JJ, pattern: 'set up|set-up'}\n";
  for (const Case& each : {
           Case{"The set-up takes an hour.", "set-up"},
           Case{"Each set-up needs a name, and so does your set-up page.", "set-up|set-up"},
           Case{"This is about the goals of set-up.", "set-up"},
           Case{"An automatic set-up is planned.", "set-up"}, Case{"Set-up is easy.", "Set-up"},
           Case{"You can set-up the page.", ""}, Case{"To set-up the page, click here.", ""},
           Case{"We set-up pages.", ""}, Case{"The set up page.", ""},  // two words: Vale looks at one
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, ANamedWordThatIsAVerb) {
  constexpr std::string_view tokens = "  - {tag: VB|VBD|VBG|VBN|VBP|VBZ, pattern: '(?:setup|backup)'}\n";
  for (const Case& each : {
           Case{"To setup the page, click here.", "setup"},
           Case{"You can setup pages, and you must not backup them.", "setup|backup"},
           Case{"Don’t backup drafts. Please setup one.", "backup|setup"},
           Case{"Before you backup, save.", "backup"},
           Case{"It setups itself.", "setups"},
           Case{"Setup the page.", "Setup"},
           Case{"1. Backup your files", "Backup"},
           Case{"Open it and setup the page.", "setup"},
           Case{"The setup of the page can fail.", ""},
           Case{"Setup is easy.", ""},
           Case{"Go to backup settings.", ""},
           Case{"Your setup and the backup", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, ANounBehindANamedWord) {
  constexpr std::string_view tokens = "  - pattern: '(?:onboarding)'\n  - tag: NN\n";
  for (const Case& each : {
           Case{"The onboarding guide is new.", "onboarding guide"},
           Case{"Read onboarding documentation first.", "onboarding documentation"},
           Case{"Our Onboarding sessions are for the onboarding team.",
                "Onboarding sessions|onboarding team"},
           Case{"The onboarding is in the guide.", ""},
           Case{"The onboarding that was of use", ""},
           Case{"Finish onboarding early.", ""},
           Case{"Onboarding never stops, the onboarding failed.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, ANounInFrontOfANamedWord) {
  constexpr std::string_view tokens = "  - tag: NN|NNP|NNPS|NNS\n  - pattern: \\busing\\b\n";
  for (const Case& each : {
           Case{"Create an account using the form.", "account using"},
           Case{"Change the configuration using a file.", "configuration using"},
           Case{"We post on LinkedIn using a plan.", "LinkedIn using"},
           Case{"Start using it. We recommend using it by using it.", ""},
           Case{"They are using it, the team is using it.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, AVerbInFrontOfAnObject) {
  constexpr std::string_view tokens =
      "  - {tag: VB|VBZ|VBG|VBP|VBD, pattern: leverage|leverages|leveraging}\n";
  for (const Case& each : {
           Case{"Leveraging the data, she leverages your skills.", "Leveraging|leverages"},
           Case{"Teams that leverage it win.", "leverage"},
           Case{"They have leverage. The leverage the team has is of leverage the size of a hand.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, AnAdjectiveByItsEnding) {
  constexpr std::string_view tokens = "  - {tag: JJ, pattern: pivotal|seamless|holistic}\n  - tag: NN|NNS\n";
  for (const Case& each : {
           Case{"A pivotal moment for seamless integration.", "pivotal moment|seamless integration"},
           Case{"It is pivotal for a holistic and calm view.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, AnAdjectiveBehindBe) {
  constexpr std::string_view tokens = "  - {tag: MD}\n  - {pattern: be}\n  - {tag: JJ}\n";
  for (const Case& each : {
           Case{"You must be careful, it will be helpful.", "must be careful|will be helpful"},
           Case{"It may be possible.", "may be possible"},
           Case{"There will be handful after handful.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, AFewWordsMayStandBetween) {
  constexpr std::string_view tokens = "  - pattern: '\\bdata\\b'\n  - {tag: VBP, skip: 2}\n";
  for (const Case& each : {
           Case{"Data are facts.", "Data are"},
           Case{"The data in it are facts.", "data in it are"},
           Case{"Our data have gone.", "data have"},
           Case{"The data in all the files are facts.", ""},
           Case{"Data is a fact.", ""},
           Case{"Our data should have gone.", ""},
           Case{"No data. We are here.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, WhatMustNotFollow) {
  constexpr std::string_view tokens =
      "  - pattern: '\\bFAQ'\n  - pattern: \"'s\"\n  - {tag: NN, negate: true}\n";
  for (const Case& each : {
           Case{"Read the FAQ's.", "FAQ's."},
           Case{"The FAQ's are long.", "FAQ's are"},
           Case{"The FAQ's length counts, as do the FAQs.", ""},
       })
    EXPECT_EQ(found(tokens, each.sentence), each.found) << each.sentence;
}

TEST_F(ValeSequence, AGenitiveMakesANoun) {
  constexpr std::string_view tokens = "  - tag: NN\n  - pattern: \"'s\"\n  - pattern: are\n";
  EXPECT_EQ(found(tokens, "The post's are long, it's are not, and these are."), "post's are");
}

TEST_F(ValeSequence, WordsAlone) {
  constexpr std::string_view tokens =
      "  - pattern: \\bas\\b\n  - {pattern: of, negate: true}\n  - pattern: now\n";
  EXPECT_EQ(found(tokens, "As for now, as of now."), "As for now");
}

TEST_F(ValeSequence, ClosedClassesAreLists) {
  constexpr std::string_view tokens = "  - tag: MD\n  - pattern: be\n  - tag: JJ|VBN\n";
  EXPECT_EQ(found(tokens, "It should be possible, it should be now."), "should be possible");
}

TEST_F(ValeSequence, RefusesWhatNothingShows) {
  EXPECT_NE(refusal("  - {tag: FW, pattern: x}\n").find("part of speech “FW”"), std::string::npos);
  EXPECT_NE(refusal("  - tag: NN\n").find("names no word"), std::string::npos);
  EXPECT_NE(refusal("  - {tag: NN, pattern: a b}\n").find("never holds blanks"), std::string::npos);
  EXPECT_NE(refusal("  - {skip: 2}\n").find("names no word"), std::string::npos);
  EXPECT_NE(refusal("  - words\n").find("“tokens” is not a list of maps"), std::string::npos);
  EXPECT_NE(refusal("  - {pattern: a}\n  - {tag: '(?=N)'}\n").find("has a tag that is no"),
            std::string::npos);
}

}  // namespace
}  // namespace herold::vale
