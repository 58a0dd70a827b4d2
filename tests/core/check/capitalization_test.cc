#include "checking.h"

namespace herold::testing_check {
namespace {

constexpr auto keys = R"("kind": "capitalization", "terms": ["HydraLine", "Bühler & Söhne", "iQuill"])";

TEST(Capitalization, FindsEverySpellingButTheExactOne) {
  EXPECT_EQ(matches(keys, "HydraLine Hydraline HYDRALINE iquill's"),
            (Texts{"Hydraline", "HYDRALINE", "iquill"}));
  EXPECT_EQ(matches(keys, "Buehler & Soehne"), Texts{"Buehler & Soehne"});
  EXPECT_EQ(matches(keys, "𝐇𝐲𝐝𝐫𝐚𝐋𝐢𝐧𝐞"), Texts{"𝐇𝐲𝐝𝐫𝐚𝐋𝐢𝐧𝐞"});
}

TEST(Capitalization, NormalFormsWhiteSpaceAndHyphensMakeNoDifference) {
  EXPECT_EQ(matches(keys, "Bu\u0308hler-&\u00A0Söhne, Hydra\u00ADLine"), Texts{});
}

TEST(Capitalization, LeavesLinksAddressesHashtagsAndMentionsAlone) {
  EXPECT_EQ(matches(keys, "https://a.example/hydraline hydraline@a.example #hydraline @hydraline"), Texts{});
}

TEST(Capitalization, LeavesHostsAlone) {
  EXPECT_EQ(
      matches(keys, "hydraline.com/in/anna, blog.hydraline.example, hydraline. Und hydraline.Und hydraline."),
      (Texts{"hydraline", "hydraline", "hydraline"}));
}

TEST(Capitalization, EitherOfTwoSpellingsIsRight) {
  constexpr auto both = R"("kind": "capitalization", "terms": ["GitHub", "GITHUB"])";
  EXPECT_EQ(matches(both, "GitHub GITHUB Github"), Texts{"Github"});
}

TEST(Capitalization, TheFixIsTheExactSpelling) {
  const auto found = findings(guideline(keys), "HYDRALINE");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "HydraLine");
  EXPECT_EQ(found[0].message, "m HYDRALINE|HydraLine||");
}

}  // namespace
}  // namespace herold::testing_check
