#include "feeds/read_feed.h"

#include "feeds/charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "herold/utf8.h"

namespace herold::feeds {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr app::Seconds kNow = 1795550400;  // 2026-11-24T20:00:00Z
constexpr const char* kFeedUrl = "https://acme.example/news/feed.xml";

Reading read(const std::string& text, const std::string& type = "") {
  return read_feed(text, type, kFeedUrl, kNow);
}

Feed feed(const std::string& text, const std::string& type = "") {
  Reading reading = read(text, type);
  const auto* trouble = std::get_if<Trouble>(&reading);
  EXPECT_FALSE(trouble) << trouble->message;
  return trouble ? Feed{} : std::get<Feed>(std::move(reading));
}

std::string trouble(const std::string& text, const std::string& type = "") {
  const Reading reading = read(text, type);
  const auto* found = std::get_if<Trouble>(&reading);
  return found ? found->code : "";
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
         "<title>ACME &amp; Co</title><language>de-ch</language>" +
         items + "</channel></rss>";
}

TEST(Feed, TakesNoTitleThatCannotBeSeenOrTurnsTheTextAround) {
  const auto title = [](const std::string& text) {
    return feed(rss("<item><title>" + text + "</title><link>https://acme.example/a</link></item>"))
        .entries.at(0)
        .title;
  };
  EXPECT_EQ(title("\u200b\ufeff"), "acme.example");
  EXPECT_EQ(title("\u202enetto\u202c \u2066brutto"), "netto brutto");
  EXPECT_EQ(title("می\u200cخواهم 👩\u200d🚀"), "می\u200cخواهم 👩\u200d🚀");
}

TEST(Feed, IsReadFromRss) {
  const Feed read = feed(rss(
      "<item><title>Mehr &lt;b&gt;Strom&lt;/b&gt;</title><link>/news/1?a=1&amp;b=2</link><guid>tag:1</guid>"
      "<pubDate>Mon, 23 Nov 2026 08:00:00 +0100</pubDate>"
      "<description><![CDATA[<p>Erster&nbsp;Satz.</p><p>Zweiter <em>Satz</em>.</p><script>alert(1)</script>"
      "<img src='a.png' width='1'><img src='b.png'>]]></description></item>"));
  EXPECT_EQ(read.title, "ACME & Co");
  EXPECT_EQ(read.language, "de-CH");
  ASSERT_THAT(read.entries, SizeIs(1));
  const Entry& entry = read.entries.front();
  EXPECT_EQ(entry.id, "tag:1");
  EXPECT_EQ(entry.url, "https://acme.example/news/1?a=1&b=2");
  EXPECT_EQ(entry.title, "Mehr Strom");
  EXPECT_EQ(entry.summary, "Erster Satz. Zweiter Satz.");
  EXPECT_EQ(entry.image, "https://acme.example/news/b.png");
  EXPECT_EQ(entry.published, 1795417200);
  EXPECT_FALSE(read.trouble);
}

TEST(Feed, IsReadFromRdf) {
  const Feed read = feed(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>ACME</title><dc:language>fr</"
      "dc:language>"
      "</channel><item><title>Un</title><link>https://acme.example/un</link>"
      "<dc:date>2026-11-20T08:00:00Z</dc:date></item></rdf:RDF>");
  EXPECT_EQ(read.language, "fr");
  ASSERT_THAT(read.entries, SizeIs(1));
  EXPECT_EQ(read.entries[0].id, "https://acme.example/un");
  EXPECT_EQ(read.entries[0].published, 1795161600);
}

TEST(Feed, IsReadFromAtom) {
  const Feed read = feed(
      "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\" "
      "xml:base=\"https://www.acme.example/\">"
      "<a:title type=\"html\">ACME &amp;amp; Co</a:title>"
      "<a:entry xml:base=\"blog/\" xml:lang=\"en-gb\"><a:id>urn:1</a:id><a:title>1 &lt; 2</a:title>"
      "<a:link rel=\"self\" href=\"self\"/><a:link href=\"one\"/><a:updated>2026-11-20T08:00:00Z</a:updated>"
      "<a:content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One</p><p>Two &amp; three</p>"
      "</div></a:content></a:entry></a:feed>");
  EXPECT_EQ(read.title, "ACME & Co");
  EXPECT_EQ(read.language, "en");
  ASSERT_THAT(read.entries, SizeIs(1));
  EXPECT_EQ(read.entries[0].url, "https://www.acme.example/blog/one");
  EXPECT_EQ(read.entries[0].title, "1 < 2");
  EXPECT_EQ(read.entries[0].summary, "One Two & three");
  EXPECT_EQ(read.entries[0].language, "en-GB");
}

TEST(Feed, IsReadFromJsonFeed) {
  const Feed read = feed(R"({"version":"https://jsonfeed.org/version/1.1","title":"ACME","language":"it",
    "items":[{"id":7,"url":"sette","title":"Sette","content_html":"<p>Testo</p>","image":"/7.png",
              "date_published":"2026-11-20T09:00:00+01:00"},
             {"id":"https://acme.example/otto","content_text":"Solo testo"}, 5, null]})");
  EXPECT_EQ(read.language, "it");
  ASSERT_THAT(read.entries, SizeIs(2));
  EXPECT_EQ(read.entries[0].id, "7");
  EXPECT_EQ(read.entries[0].url, "https://acme.example/news/sette");
  EXPECT_EQ(read.entries[0].summary, "Testo");
  EXPECT_EQ(read.entries[0].image, "https://acme.example/7.png");
  EXPECT_EQ(read.entries[1].url, "https://acme.example/otto");
  EXPECT_EQ(read.entries[1].title, "Solo testo");
}

TEST(Feed, NamesEntriesWithoutATitleByWhatTheyBeginWith) {
  const Feed read =
      feed(rss("<item><link>/1</link><description>&lt;p>Wir suchen Lernende f\u00fcr das n\u00e4chste Jahr, "
               "in der Werkstatt und "
               "im B\u00fcro, ab August.&lt;/p></description></item><item><link>/2</link></item>"));
  ASSERT_THAT(read.entries, SizeIs(2));
  EXPECT_EQ(read.entries[0].title,
            "Wir suchen Lernende f\u00fcr das n\u00e4chste Jahr, in der Werkstatt und im B\u00fcro,\u2026");
  EXPECT_EQ(read.entries[1].title, "acme.example");
}

TEST(Feed, NamesPicturesInSeveralWays) {
  const Feed read = feed(
      rss("<item><link>/1</link><media:content url=\"/v.mp4\" type=\"video/mp4\"/><media:thumbnail "
          "url=\"/1.png\"/></item>"
          "<item><link>/2</link><enclosure url=\"/2.mp3\" type=\"audio/mpeg\"/><enclosure url=\"/2.png\" "
          "type=\"image/png\"/></item>"
          "<item><link>/3</link><media:group><media:content url=\"/3.png\" "
          "medium=\"image\"/></media:group></item>"
          "<item><link>/4</link><description>&lt;img src=\"javascript:alert(1)\"></description></item>"));
  std::vector<std::string> images;
  for (const Entry& entry : read.entries) images.push_back(entry.image);
  EXPECT_THAT(images, ElementsAre("https://acme.example/1.png", "https://acme.example/2.png",
                                  "https://acme.example/3.png", ""));
}

TEST(Feed, IsSortedByDateAndLeavesOutWhatCannotBeShared) {
  const Feed read =
      feed(rss("<item><title>no address</title></item>"
               "<item><link>mailto:anna@acme.example</link></item>"
               "<item><link>javascript:alert(1)</link></item>"
               "<item><link>https://www.acme.example@evil.example/</link></item>"
               "<item><link>/undated</link></item>"
               "<item><link>/old</link><pubDate>Mon, 02 Nov 2020 08:00:00 GMT</pubDate></item>"
               "<item><link>/future</link><pubDate>Sat, 01 Jan 2050 00:00:00 GMT</pubDate></item>"
               "<item><link>/new</link><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate></item>"
               "<item><link>/odd</link><pubDate>soon</pubDate></item>"));
  std::vector<std::string> urls;
  for (const Entry& entry : read.entries) urls.push_back(entry.url.substr(20));
  EXPECT_THAT(urls, ElementsAre("/future", "/new", "/old", "/undated", "/odd"));
  EXPECT_EQ(read.entries.front().published, kNow);
}

TEST(Feed, SaysWhenNothingInItLeadsToAPage) {
  const Feed read = feed(rss("<item><title>no address</title></item><item><link>data:,1</link></item>"));
  ASSERT_TRUE(read.trouble);
  EXPECT_EQ(read.trouble->code, "no-links");
  EXPECT_EQ(read.trouble->detail, "2");
  EXPECT_FALSE(feed(rss("<item/><item><link>/1</link></item>")).trouble);
  EXPECT_FALSE(feed(rss("")).trouble);
}

TEST(Feed, TellsEntriesApartWhateverTheirIds) {
  EXPECT_THAT(
      feed(rss("<item><guid>1</guid><link>/a</link></item><item><guid>1</guid><link>/a</link></item>"))
          .entries,
      SizeIs(1));
  EXPECT_THAT(
      feed(rss("<item><guid>1</guid><link>/a</link></item><item><guid>1</guid><link>/b</link></item>"))
          .entries,
      SizeIs(2));
  EXPECT_EQ(feed(rss("<item><guid>https://acme.example/p</guid></item>")).entries.at(0).url,
            "https://acme.example/p");
  EXPECT_THAT(feed(rss("<item><guid isPermaLink=\"false\">https://acme.example/p</guid></item>")).entries,
              SizeIs(0));
}

TEST(Feed, IsReadInItsEncoding) {
  const auto title = [](const std::string& bytes, const std::string& type = "") {
    return feed(bytes, type).title;
  };
  const std::string end = "</title></channel></rss>";
  const std::string begin = "<rss><channel><title>";
  EXPECT_EQ(title("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + begin + "Z\xFCrich \x80" + end),
            "Zürich €");
  EXPECT_EQ(title(begin + "Z\xFCrich" + end), "Zürich");
  EXPECT_EQ(title(begin + "Z\xFCrich" + end, "text/xml; charset=\"windows-1252\""), "Zürich");
  EXPECT_EQ(title("<?xml version=\"1.0\" encoding=\"klingon\"?>" + begin + "Z\xFCrich" + end), "Zürich");
  EXPECT_EQ(title("\xEF\xBB\xBF" + begin + "Zürich" + end, "text/xml; charset=iso-8859-1"), "Zürich");
  std::string wide = "\xFF\xFE";
  for (const char c : "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + begin + "Wide" + end) wide += {c, '\0'};
  EXPECT_EQ(title(wide), "Wide");
  EXPECT_EQ(title(wide.substr(2)), "Wide");
  EXPECT_FALSE(first_invalid_utf8(
      title("<?xml version=\"1.0\" encoding=\"shift_jis\"?>" + begin + "\xFF\xFE\x81" + end)));
}

// Five megabytes of it took the converter ten seconds under the sanitisers.
TEST(Feed, IsReadInNoEncodingThatItIsNotIn) {
  const std::string garbage(Limits::body, '\xFF');
  for (const char* name : {"iso-2022-jp", "shift_jis", "utf-7"}) {
    const Reading reading = read(garbage, std::string("text/xml; charset=") + name);
    const auto* found = std::get_if<Trouble>(&reading);
    ASSERT_TRUE(found) << name;
    EXPECT_EQ(found->code, "charset");
    EXPECT_EQ(found->detail, name);
  }
  EXPECT_EQ(trouble("\xEF\xBB\xBF" + garbage), "charset");
  // A stray byte in each of many entries is a mistake.
  std::string entries;
  for (std::size_t i = 0; i < kMostUnreadable; ++i)
    entries += "<item><title>\xFF</title><link>/1</link></item>";
  EXPECT_THAT(feed(rss(entries), "text/xml; charset=shift_jis").entries, SizeIs(1));
}

TEST(Feed, IsTakenAsFarAsItIsWhole) {
  const std::string two = "<item><link>/1</link></item><item><link>/2</link></item>";
  const Feed cut = feed("<rss><channel>" + two + "<item><link>/3</li");
  EXPECT_THAT(cut.entries, SizeIs(2));
  ASSERT_TRUE(cut.trouble);
  EXPECT_EQ(cut.trouble->code, "malformed");
  EXPECT_THAT(feed("<rss><channel><item><title>A & B &nbsp; "
                   "&unknown;</title><link>/1?a=1&b=2</link></item></channel></rss>")
                  .entries.at(0)
                  .url,
              HasSubstr("?a=1&b=2"));
}

TEST(Feed, OfJsonIsReadWholeOrSaidToBeDamaged) {
  const std::string whole = R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1"}]})";
  EXPECT_THAT(feed(whole).entries, SizeIs(1));
  EXPECT_EQ(trouble(whole.substr(0, whole.size() - 3)), "malformed");
  EXPECT_EQ(trouble(R"({"version": "1.1", "items": [)"), "not-a-feed");
}

TEST(Feed, CannotBlowUp) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&z;&file;</title></channel></rss>";
  EXPECT_LE(feed(bomb).title.size(), 300U);
  EXPECT_EQ(feed(bomb).title.find("root"), std::string::npos);

  std::string deep = "<rss><channel><item><link>/1</link><description>";
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  EXPECT_TRUE(feed(deep).trouble);
  std::string markup;
  for (int i = 0; i < 200'000; ++i) markup += "&lt;div>";
  EXPECT_THAT(feed(rss("<item><link>/1</link><description>" + markup + "</description></item>")).entries,
              SizeIs(1));
  EXPECT_EQ(trouble(std::string(100'000, '{')), "not-a-feed");

  // What each of a thousand entries asks for: neither long nor behind many others.
  std::string attributes;
  for (int i = 0; i < 100; ++i) attributes += " a" + std::to_string(i) + "=''";
  const std::string items = "<channel><item><link>1</link></item></channel></rss>";
  for (const std::string& base : {"xml:base=\"https://far.example/" + std::string(Limits::url, 'x') + "/\"",
                                  attributes + " xml:base=\"https://far.example/\""})
    EXPECT_EQ(feed("<rss " + base + ">" + items).entries.at(0).url, "https://acme.example/news/1");
  EXPECT_EQ(feed("<rss xml:base=\"https://far.example/\">" + items).entries.at(0).url,
            "https://far.example/1");

  std::string many;
  for (int i = 0; i < 5000; ++i) many += "<item><link>/" + std::to_string(i) + "</link></item>";
  const Feed cut = feed(rss(many));
  EXPECT_THAT(cut.entries, SizeIs(Limits::entries));
  ASSERT_TRUE(cut.trouble);
  EXPECT_EQ(cut.trouble->code, "long");
  EXPECT_EQ(cut.trouble->detail, "1000");
  std::string just;
  for (std::size_t i = 0; i < Limits::entries; ++i)
    just += R"({"url":"https://a.example/)" + std::to_string(i) + "\"},";
  const std::string head = R"({"version":"https://jsonfeed.org/version/1.1","items":[)";
  const auto json = [&](const std::string& last) {
    return feed(head + just + last + "]}").trouble.has_value();
  };
  EXPECT_TRUE(json(R"({"url":"https://a.example/more"})"));
  just.pop_back();
  EXPECT_FALSE(json(""));
}

TEST(Feed, IsMissingForAReason) {
  for (const char* text : {"", "  ", "Hello", "<svg/>", "{}", "[]", R"({"version":"1"})", "%PDF-1.7", "<",
                           "<?xml version=\"1.0\"?>"})
    EXPECT_EQ(trouble(text), "not-a-feed") << text;
  EXPECT_EQ(trouble("<!DOCTYPE html><title>News</title>"), "html");
  EXPECT_EQ(trouble("<div>We will be back</div>", "text/html; charset=utf-8"), "html");
  const Reading page = read(
      "<html><head><link rel=\"Alternate\" type=\"application/rss+xml\" "
      "href=\"../rss?x=1&amp;y=2\"></head></html>");
  EXPECT_EQ(std::get<Trouble>(page).detail, "https://acme.example/rss?x=1&y=2");
  EXPECT_THAT(feed(rss("")).entries, SizeIs(0));
  EXPECT_EQ(trouble(rss(""), "text/html"), "");  // a wrong content type does not matter
}

TEST(Feed, KeepsTextsShort) {
  const Feed read = feed(rss("<item><link>/1</link><title>" + std::string(5000, 'x') +
                             "</title><description>" + std::string(500, ' ') + "W\xC3\xB6rter " +
                             std::string(2000, '\xC3') + "</description></item>"));
  ASSERT_THAT(read.entries, SizeIs(1));
  EXPECT_LE(read.entries[0].title.size(), Limits::title);
  EXPECT_FALSE(first_invalid_utf8(read.entries[0].summary));
}

}  // namespace
}  // namespace herold::feeds
