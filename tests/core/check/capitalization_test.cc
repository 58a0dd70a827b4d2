#include "checking.h"

namespace herold::testing_check {
namespace {

constexpr auto brands = R"("kind": "capitalization", "terms": ["HydraLine", "Bühler & Söhne", "iQuill"])";

TEST(Capitalization, FindsEverySpellingButTheExactOne) {
  EXPECT_EQ(matches(brands, "HydraLine Hydraline HYDRALINE iquill's"),
            (Texts{"Hydraline", "HYDRALINE", "iquill"}));
  EXPECT_EQ(matches(brands, "Buehler & Soehne"), Texts{"Buehler & Soehne"});
  EXPECT_EQ(matches(brands, "𝐇𝐲𝐝𝐫𝐚𝐋𝐢𝐧𝐞"), Texts{"𝐇𝐲𝐝𝐫𝐚𝐋𝐢𝐧𝐞"});
}

TEST(Capitalization, NormalFormsWhiteSpaceAndHyphensMakeNoDifference) {
  EXPECT_EQ(matches(brands, "Bu\u0308hler-&\u00A0Söhne, Hydra\u00ADLine"), Texts{});
}

TEST(Capitalization, LeavesLinksAddressesHashtagsAndMentionsAlone) {
  EXPECT_EQ(matches(brands, "https://a.example/hydraline hydraline@a.example #hydraline @hydraline"),
            Texts{});
}

TEST(Capitalization, LeavesHostsAlone) {
  EXPECT_EQ(matches(brands,
                    "hydraline.com/in/anna, blog.hydraline.example, hydraline. Und hydraline.Und hydraline."),
            (Texts{"hydraline", "hydraline", "hydraline"}));
}

TEST(Capitalization, NoHostEndsWithOneLetter) {
  EXPECT_EQ(matches(brands, "hydraline.x hydraline.io"), Texts{"hydraline"});
}

TEST(Capitalization, EitherOfTwoSpellingsIsRight) {
  constexpr auto both = R"("kind": "capitalization", "terms": ["GitHub", "GITHUB"])";
  EXPECT_EQ(matches(both, "GitHub GITHUB Github"), Texts{"Github"});
}

TEST(Capitalization, TheFixIsTheExactSpelling) {
  const auto found = findings(guideline(brands), "HYDRALINE");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "HydraLine");
  EXPECT_EQ(found[0].message, "m HYDRALINE|HydraLine||");
}

}  // namespace
}  // namespace herold::testing_check
