#include "app/slug.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/json.h"

namespace herold {
namespace {

TEST(Slug, SpellsWhatPeopleWouldSpell) {
  const struct {
    const char* text;
    const char* slug;
  } cases[] = {
      {"Rohrbruch um Mitternacht: was tun?", "rohrbruch-um-mitternacht-was-tun"},
      {"Ältere Größe übt", "aeltere-groesse-uebt"},
      {"GRÖSSE ÄÖÜẞ", "groesse-aeoeue"},  // a capital ß is rare enough to part words
      {"L’été à Genève : où ça ?", "l-ete-a-geneve-ou-ca"},
      {"Perché no? Cœur, Æther, Łódź, smørrebrød", "perche-no-coeur-aether-lodz-smorrebrod"},
      {"U\u0308bung e\u0301te\u0301", "uebung-ete"},  // decomposed
      {"a×b 3÷4", "a-b-3-4"},
      {"東京 2026", "2026"},
      {"—", ""},
      {"", ""},
  };
  for (const auto& [text, slug] : cases) EXPECT_EQ(app::slug_of(text, 60), slug) << text;
  EXPECT_EQ(app::slug_of("aaaa bbbb", 5), "aaaa");
  EXPECT_EQ(app::slug_of(std::string(100, 'x'), 60), std::string(60, 'x'));
  EXPECT_EQ(app::slug_of("x\xC3", 60), "x");  // cut short
}

RC_GTEST_PROP(Slug, IsAnIdOrEmptyWhateverTheBytes, (const std::string& text)) {
  const std::string slug = app::slug_of(text, 60);
  RC_ASSERT(slug.empty() || app::is_id(slug));
  RC_ASSERT(slug.size() <= 62U);
  RC_ASSERT(app::slug_of(slug, 60) == slug.substr(0, 60) || slug.size() > 60U);
}

}  // namespace
}  // namespace herold
