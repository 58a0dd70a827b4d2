#include "checking.h"

namespace herold::testing_check {
namespace {

std::string link(std::string_view keys) { return R"("kind": "link", )" + std::string(keys); }

TEST(Link, AllowsDomainsWithTheirSubdomains) {
  constexpr auto keys = R"("allowDomains": ["kolibri.example"])";
  EXPECT_EQ(
      matches(link(keys), "https://kolibri.example/a HTTPS://WWW.Kolibri.Example. www.kolibri.example:8080"),
      Texts{});
  EXPECT_EQ(matches(link(keys), "https://nichtkolibri.example"), Texts{"https://nichtkolibri.example"});
  EXPECT_EQ(matches(link(keys), "https://kolibri.example@boese.example/x"),
            Texts{"https://kolibri.example@boese.example/x"});
  EXPECT_EQ(matches(link(keys), "https://boese.example\\@kolibri.example"),
            Texts{"https://boese.example\\@kolibri.example"});
}

TEST(Link, ComparesInternationalHostsInOneForm) {
  constexpr auto keys = R"("denyDomains": ["müller.example"])";
  EXPECT_EQ(matches(link(keys),
                    "https://xn--mller-kva.example https://Mu\u0308ller.example https://mueller.example"),
            (Texts{"https://xn--mller-kva.example", "https://Mu\u0308ller.example"}));
  EXPECT_EQ(matches(link(keys), "https://ｍüller.example https://mül\u00ADler.example"),
            (Texts{"https://ｍüller.example", "https://mül\u00ADler.example"}));
}

TEST(Link, WantsHttpsWhereTheSchemeSaysOtherwise) {
  EXPECT_EQ(matches(link(R"("https": true)"),
                    "http://a.example https://a.example www.a.example mailto:a@a.example"),
            Texts{"http://a.example"});
}

TEST(Link, WantsAValueForEachCampaignParameter) {
  constexpr auto keys = R"("utm": true)";
  EXPECT_EQ(matches(link(keys), "https://a.example/?utm_source=x&utm_medium=y&utm_campaign=z#top"), Texts{});
  EXPECT_EQ(matches(link(keys), "https://a.example/?utm_source=&utm_medium=y&utm_campaign=z"),
            Texts{"https://a.example/?utm_source=&utm_medium=y&utm_campaign=z"});
  EXPECT_EQ(matches(link(keys), "https://a.example/"), Texts{"https://a.example/"});
}

TEST(Link, SeveralBrokenRulesAreOneFinding) {
  EXPECT_EQ(matches(link(R"("https": true, "denyDomains": ["b.example"])"), "http://b.example"),
            Texts{"http://b.example"});
}

TEST(Link, NeverSplitsAGraphemeCluster) {
  EXPECT_EQ(matches(R"("kind": "link", "denyDomains": ["a.example"])", "www.a.example\U0001F3FD da"),
            Texts{"www.a.example\U0001F3FD"});
}

}  // namespace
}  // namespace herold::testing_check
