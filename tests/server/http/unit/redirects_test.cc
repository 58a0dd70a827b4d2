// Which visits count. What a link leads to is in the surface tests.
#include "http/redirects.h"

#include <gtest/gtest.h>

#include "http/crawlers.h"

namespace herold::http {
namespace {

constexpr const char* kFirefox = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";

Request visit(Headers headers, Method method = Method::get) {
  Request request;
  request.method = method;
  request.path = "/r/k3f9x2-linkedin";
  request.headers = std::move(headers);
  return request;
}

TEST(Click, IsAPersonsVisit) { EXPECT_TRUE(counts_as_click(visit({{"User-Agent", kFirefox}}))); }

TEST(Click, IsNotCountedForThoseWhoObject) {
  EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}, {"Sec-GPC", "1"}})));
  EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}, {"DNT", "1"}})));
  EXPECT_TRUE(counts_as_click(visit({{"User-Agent", kFirefox}, {"DNT", "0"}})));
}

TEST(Click, IsNotFetchingAheadNorLookingAtTheHead) {
  EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}, {"Sec-Purpose", "prefetch;prerender"}})));
  for (const char* header : {"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}) {
    EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}, {header, "prefetch"}}))) << header;
    EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}, {header, "preview"}}))) << header;
  }
  EXPECT_FALSE(counts_as_click(visit({{"User-Agent", kFirefox}}, Method::head)));
}

TEST(Crawlers, AreKnown) {
  for (const char* agent :
       {"", "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Twitterbot/1.0",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "WhatsApp/2.23.20.0",
        "TelegramBot (like TwitterBot)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
        "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
        "XING-contenttabreceiver/2.0", "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/7.88.1",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0"})
    EXPECT_TRUE(known_crawlers().is_crawler(agent)) << agent;
}

TEST(Crawlers, AreNoBrowsers) {
  for (const char* agent :
       {kFirefox,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 "
        "Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/19.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Mobile/15E148 [LinkedInApp]/9.31.1121"})
    EXPECT_FALSE(known_crawlers().is_crawler(agent)) << agent;
}

}  // namespace
}  // namespace herold::http
