// Rules of our own, with the findings that Vale's documentation promises for them.
#include "vale/import.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "herold/examples.h"

namespace herold::vale {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

CheckOptions in_english() {
  CheckOptions options;
  options.language = "en";
  return options;
}

class ValeImport : public testing::Test {
 protected:
  ValeImport() { fs::create_directories(style_); }
  ~ValeImport() override { fs::remove_all(style_.parent_path()); }

  void rule(const std::string& name, std::string_view yaml) const {
    std::ofstream(style_ / (name + ".yml"), std::ios::binary) << yaml;
  }

  Import import() const { return import_style(style_); }

  /// guideline: match, for one draft.
  std::vector<std::string> findings(std::string_view draft) const {
    const auto loaded = load_pack(import().pack, Audience::publisher);
    std::vector<std::string> found;
    if (!loaded) return {loaded.error().message};
    for (const Finding& finding : loaded->checker->check(draft, in_english()).findings)
      found.push_back(finding.guideline + ": " + finding.match);
    return found;
  }

  Finding first(std::string_view draft) const {
    const auto loaded = load_pack(import().pack, Audience::publisher);
    const Report report = loaded->checker->check(draft, in_english());
    return report.findings.empty() ? Finding{} : report.findings.front();
  }

  std::string refusal() const {
    try {
      const Import made = import();
      return made.pack.empty() ? made.losses.front().rule + " " + made.losses.front().reason : "";
    } catch (const StyleError& error) {
      return error.what();
    }
  }

  fs::path style_ = fs::temp_directory_path() / ("herold-vale-" + std::to_string(getpid())) / "House";
};

TEST_F(ValeImport, ExistenceFindsWordsAsTheyStand) {
  rule("Words", "extends: existence\nmessage: \"Not '%s'.\"\ntokens:\n  - cat\n  - dogs?\n");
  EXPECT_THAT(findings("cat Cat concat dog dogs doggy"),
              ElementsAre("house.words: cat", "house.words: dog", "house.words: dogs"));
  EXPECT_EQ(first("a cat").message, "Not 'cat'.");
  EXPECT_EQ(first("a cat").severity, Severity::warning);
}

TEST_F(ValeImport, AdviceIsNoReplacement) {
  rule("Advice",
       "extends: substitution\nmessage: '%s'\nswap:\n  please: Do not say please.\n  'kindly?': Be plain.\n");
  EXPECT_THAT(findings("Please, kindness"), IsEmpty());
  const Finding finding = first("You please me.");
  EXPECT_EQ(finding.match, "please");
  EXPECT_EQ(finding.message, "Please check “please”.");
  EXPECT_EQ(finding.why, "“please”: Do not say please. · “kindly?”: Be plain.");
  EXPECT_THAT(finding.fixes, IsEmpty());
  rule("Advice", "extends: substitution\nmessage: '%s'\nswap: {utilize: use}\naction: {name: replace}\n");
  EXPECT_THAT(first("We utilize it.").fixes, testing::SizeIs(1));
}

TEST_F(ValeImport, TheFirstWordThatFitsWins) {
  rule("We",
       "extends: existence\nmessage: m\nignorecase: true\ntokens: [we, \"we'(?:ve|re)\", so far, so]\n");
  EXPECT_THAT(findings("We're done, so far so good. West."),
              ElementsAre("house.we: We", "house.we: so far", "house.we: so"));
}

TEST_F(ValeImport, IgnorecaseAndExceptions) {
  rule("Words",
       "extends: existence\nmessage: m\nignorecase: true\ntokens: [api, \"ap.\"]\nexceptions: [API]\n");
  EXPECT_THAT(findings("API Api apx"), ElementsAre("house.words: Api", "house.words: apx"));
}

TEST_F(ValeImport, ExceptionsMayBeExpressions) {
  rule("Slash",
       "extends: existence\nmessage: m\ntokens: ['\\w+/\\w+']\nexceptions: ['\\d+/\\d+', '.*ML/\\w+', "
       "'(y)\\1']\n");
  EXPECT_THAT(findings("yes/no 1/2 and/or XML/JSON ml/x"),
              ElementsAre("house.slash: yes/no", "house.slash: and/or", "house.slash: ml/x"));
  EXPECT_EQ(import().losses.at(0).reason, "“(y)\\1” is no exception here: it has a back reference");
}

TEST_F(ValeImport, ReasonsThatManyShareAreToldOnce) {
  rule("Twice", "extends: existence\nmessage: m\ntokens: [x, '(a)\\1', '(b)\\1', '(c)\\1', 'a(?=b)c']\n");
  const Import made = import();
  ASSERT_EQ(made.losses.size(), 2U);
  EXPECT_EQ(made.losses[0].reason, "“(a)\\1” has a back reference (and 2 more)");
}

TEST_F(ValeImport, NonwordNeedsNoBoundaries) {
  rule("Signs", "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\.\\.\\.', ';']\n");
  EXPECT_THAT(findings("a... b;c"), ElementsAre("house.signs: ...", "house.signs: ;"));
}

TEST_F(ValeImport, RawIsGluedBeforeTheTokens) {
  rule("Passive", "extends: existence\nmessage: m\nraw:\n  - \\b(is|was)\\b\\s*\ntokens: ['\\w+ed', done]\n");
  EXPECT_THAT(findings("It was done and is painted red."),
              ElementsAre("house.passive: was done", "house.passive: is painted"));
}

TEST_F(ValeImport, SentencesAreReadOneByOne) {
  rule("Start", "extends: existence\nmessage: m\nscope: sentence\ntokens: ['^But']\n");
  EXPECT_THAT(findings("But no. But yes, But."), ElementsAre("house.start: But", "house.start: But"));
  rule("Start",
       "extends: existence\nmessage: m\nscope: sentence\nnonword: true\ntokens: ['[^,]+, \\w+ and']\n");
  EXPECT_THAT(findings("First. Red, green and blue."), ElementsAre("house.start: Red, green and"));
}

TEST_F(ValeImport, ParagraphsAreReadOneByOneWhereAPatternCouldSpanThem) {
  rule("Spacing", "extends: existence\nmessage: m\nnonword: true\ntokens: ['[a-z][.?!]\\s{2,}[A-Z]']\n");
  rule("Start", "extends: existence\nmessage: m\nscope: raw\nnonword: true\ntokens: ['a\\s+b']\n");
  EXPECT_THAT(findings("One.  Two.\n\nThree a\n\nb."),
              ElementsAre("house.spacing: e.  T", "house.start: a\n\nb"));
}

TEST_F(ValeImport, ClassesOfPosixHoldASCII) {
  rule("Will", "extends: existence\nmessage: m\nraw: ['will[[:punct:]]']\n");
  EXPECT_THAT(findings("will! will? will, free will"),
              ElementsAre("house.will: will!", "house.will: will?", "house.will: will,"));
}

TEST_F(ValeImport, SubstitutionOffersWhatStandsInSwap) {
  rule("Plain",
       "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\n"
       "action:\n  name: replace\nswap:\n  utilize: use\n  '(?:e-mail|mail)': email|message\n  "
       "'(\\w+)wards': $1ward\n");
  EXPECT_THAT(findings("We utilize e-mail afterwards."),
              ElementsAre("house.plain: utilize", "house.plain: e-mail", "house.plain: afterwards"));
  EXPECT_EQ(first("Utilize it").message, "Use 'Use' instead of 'Utilize'.");
  const Finding mail = first("an e-mail");
  ASSERT_EQ(mail.fixes.size(), 2U);
  EXPECT_EQ(mail.fixes[1].edits[0].text, "message");
  EXPECT_EQ(first("afterwards").fixes[0].edits[0].text, "afterward");
}

/// What the fix of an edit makes of the first match.
class ValeEdit : public ValeImport {
 protected:
  std::string fixed(std::string_view tokens, std::string_view action, std::string_view draft) const {
    rule("Edit", "extends: existence\nmessage: m\nignorecase: true\n" + std::string(tokens) +
                     "\naction: {name: " + std::string(action) + "}\n");
    const Finding found = first(draft);
    if (found.guideline.empty()) return "(nothing found)";
    return found.fixes.empty() ? "(no fix)" : found.fixes.front().edits.front().text;
  }
};

TEST_F(ValeEdit, Trims) {
  constexpr std::string_view shout = "nonword: true\ntokens: ['\\w+!(?:\\s|$)']";
  EXPECT_EQ(fixed(shout, "edit, params: [trim_right, '!']", "Wow! Yes."), "Wow ");
  EXPECT_EQ(
      fixed("nonword: true\ntokens: ['\\s[—–]\\s|\\s[—–]|[—–]\\s']", "edit, params: [trim, ' ']", "a — b"),
      "—");
  EXPECT_EQ(fixed("nonword: true\ntokens: ['\\b\\w+\\(s\\)']", "edit, params: [trim_right, (s)]",
                  "the class(s) is"),
            "class");
  EXPECT_EQ(fixed("tokens: [firstly, secondly]", "edit, params: [trim, ly]", "Secondly, so"), "Second");
  EXPECT_EQ(fixed("nonword: true\ntokens: ['-x']", "edit, params: [trim_left, '-']", "a-xy"), "x");
}

TEST_F(ValeEdit, ReplacesCharacters) {
  constexpr std::string_view hyphens = "tokens: ['\\b[^\\s-]+ly-\\w+\\b']";
  EXPECT_EQ(fixed(hyphens, "edit, params: [regex, '-', ' ']", "a fully-fledged one"), "fully fledged");
  EXPECT_EQ(fixed("tokens: ['auto-\\w+']", "convert, params: [simple]", "auto-save"), "auto save");
  EXPECT_EQ(fixed("nonword: true\ntokens: ['\\s-\\d+']", "edit, params: [regex, '(-)', '–']", "at -5 °C"),
            " –5");
}

TEST_F(ValeEdit, TakesOneOfSeveralWords) {
  EXPECT_EQ(fixed("tokens: [PIN number]", "edit, params: [split, ' ', '0']", "a PIN number"), "PIN");
  EXPECT_EQ(fixed("tokens: ['(?:very|most) unique']", "edit, params: [split, ' ', '1']", "most unique"),
            "unique");
  EXPECT_EQ(fixed("tokens: ['\\w+ and \\w+']", "edit, params: [truncate, ' ']", "this and that"), "this");
}

TEST_F(ValeEdit, IsLeftOutWhereItCannotBeTold) {
  for (const char* action :
       {"edit, params: [regex, '(\\w+)', '$1!']", "edit, params: [trim, x]", "edit, params: []",
        "edit, params: [split, ' ', '7']", "edit, params: [regex, 'y+', z]", "telepathy"})
    EXPECT_EQ(fixed("tokens: ['a\\S+ b']", action, "any b"), "(no fix)") << action;
  EXPECT_EQ(import().losses.at(0).reason, "its fix (telepathy) is not carried over");
}

TEST_F(ValeImport, SubstitutionMindsTheCaseUnlessTold) {
  rule("Names", "extends: substitution\nmessage: m\nswap:\n  android: Android\n");
  EXPECT_THAT(findings("android Android"), ElementsAre("house.names: android"));
}

TEST_F(ValeImport, SwapsMayBeAListAndReplaceByNothing) {
  rule("Swaps",
       "extends: substitution\nmessage: \"Not '%[2]s'.\"\nswap:\n  - foo: bar\n  - 'ba+z': ''\n  - quux:\n");
  EXPECT_THAT(findings("foo baaz quux"),
              ElementsAre("house.swaps: foo", "house.swaps: baaz", "house.swaps: quux"));
  EXPECT_EQ(first("a baaz b").message, "Not 'baaz'.");
}

TEST_F(ValeImport, ConditionalAsksForEachAbbreviation) {
  rule("Terms",
       "extends: conditional\nmessage: \"'%s' has no definition.\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
       "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [HTML]\n");
  EXPECT_THAT(findings("World Health Organization (WHO). The WHO uses HTML, DNA and WHO."),
              ElementsAre("house.terms: DNA"));
}

TEST_F(ValeImport, OccurrenceCountsInItsScope) {
  rule("Long", "extends: occurrence\nmessage: '%s words'\nscope: sentence\nmax: 3\ntoken: '\\b(\\w+)\\b'\n");
  EXPECT_THAT(findings("One two three. One two three four."), ElementsAre("house.long: four"));
  EXPECT_EQ(first("One two three four.").message, "4 words");
}

TEST_F(ValeImport, RepetitionAndConsistency) {
  rule("Twice", "extends: repetition\nmessage: \"'%s' again\"\nalpha: true\ntokens: ['[^\\s]+']\n");
  rule("Both", "extends: consistency\nmessage: m\neither:\n  advisor: adviser\n");
  EXPECT_THAT(findings("the the advisor, an adviser"),
              ElementsAre("house.twice: the", "house.both: adviser"));
}

TEST_F(ValeImport, MetricsAreRecognisedByWhatTheyCompute) {
  rule("Grade",
       "extends: metric\nmessage: 'Grade %s'\nformula: |\n  (0.39*(words/sentences)) + (11.8 * (syllables / "
       "words)) - 15.59\n"
       "condition: '> 8'\n");
  EXPECT_THAT(import().pack, HasSubstr("\"metric\": \"flesch-kincaid\",\n      \"max\": 8"));
  EXPECT_THAT(findings("Cats sit."), IsEmpty());
  EXPECT_THAT(
      findings("Institutional accountability necessitates considerable organisational transformation."),
      testing::SizeIs(1));
}

TEST_F(ValeImport, CountsAreOccurrences) {
  rule("A", "extends: metric\nmessage: \"%s\"\nformula: |\n  words\ncondition: \">= 4\"\n");
  EXPECT_THAT(findings("One two three."), IsEmpty());
  EXPECT_THAT(findings("One two three four."), ElementsAre("house.a: four"));
  rule("A", "extends: metric\nmessage: m\nformula: words / sentences\ncondition: \">= 4\"\n");
  EXPECT_THAT(findings("One two three."), IsEmpty());
  EXPECT_THAT(findings("One two three four."), testing::SizeIs(1));
}

TEST_F(ValeImport, ReplacementMayNameAGroupOfAPlainWord) {
  rule("A", "extends: substitution\nmessage: m\nswap:\n  (e)mail: $1-mail\n");
  EXPECT_EQ(first("an email").fixes.at(0).edits.at(0).text, "e-mail");
}

TEST_F(ValeImport, LowerCaseHeadingHasNoCapital) {
  rule("A", "extends: capitalization\nmessage: m\nscope: heading\nmatch: $lower\n");
  EXPECT_THAT(findings("# all small\n# One Capital\nText"), ElementsAre("house.a: One Capital"));
}

TEST_F(ValeImport, LookaroundsSeeNoOtherParagraph) {
  rule("A", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?<=\\s)We\\b', '(?<!\\s)They\\b']\n");
  EXPECT_THAT(findings("We one. We two\n\nWe three\n\nThey four. They five."),
              ElementsAre("house.a: We", "house.a: They"));
}

TEST_F(ValeImport, ALookaroundHoldsForItsOwnExpressionAlone) {
  rule("A", "extends: substitution\nmessage: m\nswap:\n  'log(?! book) \\w+': record\n  log book: diary\n");
  rule("B", "extends: existence\nmessage: m\nlimit: 2\ntokens:\n  - 'mail(?! box) \\w+'\n  - mail box\n");
  EXPECT_THAT(
      findings("a log book, a log file, a mail box, a mail bag"),
      ElementsAre("house.a: log book", "house.a-2: log file", "house.b: mail box", "house.b-2: mail bag"));
  const Import made = import();
  EXPECT_EQ(made.carried, 2U);
  EXPECT_EQ(made.losses.size(), 1U) << "told once for both parts";
}

TEST_F(ValeImport, WhatIsLostIsToldWithItsReason) {
  rule("A", "extends: script\nmessage: m\nscript: x\n");
  rule("B", "extends: existence\nmessage: m\ntokens: [good, '(a)\\1']\nlimit: 3\n");
  rule("C", "extends: telepathy\nmessage: m\n");
  rule("D", "extends: existence\nmessage: m\nscope: alt\ntokens: [x]\n");
  rule("E", "extends: capitalization\nmessage: m\nmatch: $title\n");
  const Import made = import();
  EXPECT_EQ(made.rules, 5U);
  EXPECT_EQ(made.carried, 1U);
  std::vector<std::string> told;
  for (const Loss& loss : made.losses)
    told.push_back(loss.rule + (loss.is_whole ? " whole: " : " part: ") + loss.reason);
  EXPECT_THAT(told,
              ElementsAre("House.A whole: is a program (script), and a pack is data",
                          "House.B part: “(a)\\1” has a back reference",
                          "House.B part: its limit of findings is not kept: all are shown",
                          "House.C whole: extends “telepathy”, which is not known",
                          "House.D whole: is about “alt”, which a post does not have",
                          "House.E whole: is about the capitals of whole texts, and a post is no title"));
}

TEST_F(ValeImport, KeepsMessageReasonLinkAndLevel) {
  rule("Note",
       "extends: existence\nmessage: |\n  100%% of %[1]s,\n  {match} me\ndescription: \"Why '%s'\"\nlevel: "
       "error\n"
       "link: https://example.org/a\ntokens: [x]\n");
  const Finding finding = first("x");
  EXPECT_EQ(finding.message, "100% of x, (match) me");
  EXPECT_EQ(finding.why, "Why 'x'");
  EXPECT_EQ(finding.link, "https://example.org/a");
  EXPECT_EQ(finding.severity, Severity::error);
}

TEST_F(ValeImport, HeadingsAreLinesOfMarkdown) {
  rule("End",
       "extends: existence\nmessage: m\nscope: heading\nnonword: true\ntokens: ['[a-z0-9][.]\\s*$']\n");
  EXPECT_THAT(findings("# A title.\nA sentence.\n#tag."), ElementsAre("house.end: e."));
}

TEST_F(ValeImport, SentenceCaseOfHeadings) {
  rule("Case",
       "extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\nindicators: [':']\n"
       "exceptions: [Docker, Visual Studio Code, Node.js]\n");
  EXPECT_THAT(findings("# Getting Started\nBoth Are Capital"), ElementsAre("house.case: Started"));
  EXPECT_THAT(findings("## Tips: Use DNS\n## 1. First things\n## Docker in Docker ##"), IsEmpty());
  EXPECT_THAT(findings("# Run Visual Studio Code\n# Run Node.js"), IsEmpty());
  EXPECT_THAT(findings("# getting started"), ElementsAre("house.case: getting"));
  EXPECT_THAT(findings("# How we met Anna here"), IsEmpty()) << "one word in five may differ";
  EXPECT_THAT(findings("# How we can Move Your business"), ElementsAre("house.case: Move Your"));
}

TEST_F(ValeImport, TitleCaseOfHeadings) {
  rule("Case", "extends: capitalization\nmessage: m\nscope: [heading.h1]\nmatch: $title\n");
  EXPECT_THAT(findings("# The House of Wood"), IsEmpty());
  EXPECT_THAT(findings("# The House of wood"), ElementsAre("house.case: wood"));
}

TEST_F(ValeImport, VariantsMayHaveSeveralSpellings) {
  rule("Quotes", "extends: consistency\nmessage: m\nnonword: true\neither:\n  'colour|couleur': color\n");
  EXPECT_THAT(findings("A color, a couleur."), ElementsAre("house.quotes: couleur"));
}

TEST_F(ValeImport, TheSameFolderGivesTheSameBytes) {
  rule("B", "extends: existence\nmessage: m\ntokens: [b]\n");
  rule("A", "extends: existence\nmessage: m\ntokens: [a]\n");
  const std::string pack = import().pack;
  EXPECT_EQ(pack, import().pack);
  EXPECT_LT(pack.find("house.a"), pack.find("house.b"));
  EXPECT_TRUE(test_pack(pack).passed());
}

TEST_F(ValeImport, LinksGoNowhereTwice) {
  rule("A",
       "\xEF\xBB\xBF"
       "extends: existence\r\nmessage: m\r\ntokens:\r\n  - x\r\n");
  fs::create_directory_symlink(style_, style_ / "Again");
  fs::create_symlink(style_ / "Nowhere.yml", style_ / "Nowhere.yml");
  EXPECT_EQ(import().rules, 1U);
  EXPECT_THAT(findings("an x"), ElementsAre("house.a: x"));
}

TEST_F(ValeImport, AFileThatCannotBeReadLeavesTheOthers) {
  rule("A", "message: [\n");
  rule("B", "extends: existence\nmessage: m\ntokens: [b]\n");
  const Import made = import();
  EXPECT_EQ(made.rules, 2U);
  EXPECT_EQ(made.carried, 1U);
  ASSERT_EQ(made.losses.size(), 1U);
  EXPECT_THAT(made.losses[0].reason, HasSubstr("is not YAML at line 2"));
}

TEST_F(ValeImport, RefusesWhatCannotBeRead) {
  EXPECT_THAT(refusal(), HasSubstr("holds no rules (*.yml)"));
  std::ofstream(style_ / "A.yaml") << "extends: existence\n";
  EXPECT_THAT(refusal(), HasSubstr("holds no rules (*.yml); *.yaml is no ending of Vale's"));
  rule("A", "extends: existence\n  message: [\n");
  EXPECT_THAT(refusal(), HasSubstr("House.A is not YAML at line "));
  rule("A", "message: \xFF\n");
  EXPECT_THAT(refusal(), HasSubstr("House.A is not valid UTF-8 at byte 9"));
  rule("A", std::string((1 << 20) + 1, '#'));
  EXPECT_THAT(refusal(), HasSubstr("House.A is larger than 1 MiB"));
  rule("A", "- a list\n");
  EXPECT_THAT(refusal(), HasSubstr("House.A is not a map of keys"));
  rule("A", std::string(20'000, '['));
  EXPECT_THAT(refusal(), HasSubstr("House.A is not YAML at line 1"));
  rule("A",
       "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
       "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: "
       "[*e,*e,*e,*e,*e,*e,*e,*e]\n");
  EXPECT_THAT(refusal(), HasSubstr("House.A holds more than 100000 values"));
  rule("A", "extends: script\nmessage: m\n");
  EXPECT_THAT(refusal(), HasSubstr("House.A is a program"));
}

}  // namespace
}  // namespace herold::vale
