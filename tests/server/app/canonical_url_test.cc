#include "app/canonical_url.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace herold {
namespace {

using app::canonical_url;

TEST(CanonicalUrl, IsTheSameForEveryAddressOfAPage) {
  const struct {
    const char* one;
    const char* other;
  } same[] = {
      {"https://acme.example/a", "http://acme.example/a"},
      {"https://acme.example/a", "HTTPS://ACME.Example/a"},
      {"https://acme.example/a", "https://acme.example./a"},
      {"https://acme.example", "https://acme.example/"},
      {"https://acme.example/a", "https://acme.example/a/"},
      {"https://acme.example/a", "https://acme.example:443/a"},
      {"https://acme.example/a", "http://acme.example:80/a"},
      {"https://acme.example/a", "https://acme.example/a#top"},
      {"https://acme.example/a", "https://acme.example/b/../a"},
      {"https://acme.example/a",
       "https://acme.example/a?utm_source=x&UTM_Medium=y&fbclid=1&gclid=2&mc_eid=3&_gl=1*a&_ga=2.1"},
      {"https://acme.example/a?x=1&y=2", "https://acme.example/a?y=2&utm_campaign=z&x=1"},
      {"https://acme.example/a?x", "https://acme.example/a?&x&"},
      {"https://müller.example/", "https://xn--mller-kva.example/"},
      {"https://müller.example/", "https://MÜLLER.example/"},
      {"https://acme.example/straße", "https://acme.example/stra%c3%9fe"},
      {"https://acme.example/%41%2d", "https://acme.example/A-"},
      {"https://acme.example/?q=ä", "https://acme.example/?q=%C3%A4"},
      {"https://acme.example/z\u00fcrich", "https://acme.example/zu\u0308rich"},
      {"https://acme.example/z%C3%BCrich", "https://acme.example/z%75%cc%88rich"},
      {"https://acme.example/?ort=z\u00fcrich", "https://acme.example/?ort=zu%CC%88rich"},
      {"https://acme.example/q\u0323\u0307", "https://acme.example/q%CC%87%CC%A3"},
      {"https://acme.example/\uac00", "https://acme.example/\u1100\u1161"},
      {"https://acme.example/%e4", "https://acme.example/%E4"},
  };
  for (const auto& pair : same) {
    ASSERT_TRUE(canonical_url(pair.one)) << pair.one;
    EXPECT_EQ(canonical_url(pair.one), canonical_url(pair.other)) << pair.other;
  }
}

TEST(CanonicalUrl, DiffersForDifferentPages) {
  const char* other[] = {
      "https://www.acme.example/a",    "https://acme.example/A",         "https://acme.example/a?x=1",
      "https://acme.example:8443/a",   "https://acme.example/a/b",       "https://acme.example/a%2F",
      "https://acme.example/a?utmost", "https://acme.example/a?X=1",     "https://acme.example/a?x=2&x=1",
      "https://acme.example/",         "https://acme.example/a?x=1&x=2", "https://acme.example/%E4",
      "https://acme.example/ä",        "https://acme.example/\ufb01"};
  std::set<std::string> seen = {canonical_url("https://acme.example/a").value()};
  for (const char* url : other) {
    const auto canonical = canonical_url(url);
    ASSERT_TRUE(canonical) << url;
    EXPECT_TRUE(seen.insert(*canonical).second) << url;
  }
}

TEST(CanonicalUrl, IsItsOwnCanonicalForm) {
  for (const char* url : {"http://WWW.Acme.example:80/News/?utm_source=x&b=2&a=1#top", "https://[::1]:8080/a",
                          "https://MÜLLER.example/ä?ö=ü", "https://acme.example/%zz%4",
                          "https://acme.example/%E4/\u1e69?a\u0308", "https://acme.example/%2f%cc%b8"}) {
    const auto canonical = canonical_url(url);
    ASSERT_TRUE(canonical) << url;
    EXPECT_EQ(canonical_url(*canonical), canonical);
  }
  EXPECT_EQ(canonical_url("http://WWW.Acme.example:80/News/?utm_source=x&b=2&a=1#top"),
            "https://www.acme.example/News?a=1&b=2");
}

TEST(CanonicalUrl, IsNothingForWhatIsNoPage) {
  for (const std::string& url :
       {std::string(""), std::string("javascript:alert(1)"), std::string("https://me:secret@acme.example/a"),
        std::string("file:///etc/passwd"), std::string("chrome://settings"), std::string("https://"),
        std::string("https://a b/"), std::string("https://acme.example:99999/"),
        std::string("https://acme.example/\0x", 23), "https://acme.example/" + std::string(2000, 'x'),
        std::string("https://\xff.example/"), std::string("https://acme.example/\u202egnp.exe")}) {
    EXPECT_FALSE(canonical_url(url)) << url;
  }
}

}  // namespace
}  // namespace herold
