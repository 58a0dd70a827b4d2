#include "feeds/page.h"

#include <gtest/gtest.h>

namespace herold::feeds {
namespace {

constexpr const char* kPageUrl = "https://acme.example/news/1?utm_source=x";

TEST(Page, SaysWhatItIs) {
  const Page page = read_page(
      "<!doctype html><html lang=\"de-ch\"><head><meta charset=utf-8><title>Titel &ndash; ACME</title>"
      "<meta property=\"og:title\" content=\"Mehr &quot;Strom&quot;\"><meta name=\"description\" "
      "content=\"Kurz.\">"
      "<meta property=\"og:image\" content=\"/bild.png\"><meta property=\"og:image:alt\" content=\"Ein "
      "Werk\">"
      "<link rel=\"canonical\" href=\"/news/1\"><link rel=\"alternate\" type=\"application/atom+xml\" "
      "href=\"/atom\">"
      "</head><body><h1>X</h1><svg><title>no</title></svg></body></html>",
      kPageUrl);
  EXPECT_EQ(page.url, "https://acme.example/news/1");
  EXPECT_EQ(page.title, "Mehr \"Strom\"");
  EXPECT_EQ(page.summary, "Kurz.");
  EXPECT_EQ(page.image, "https://acme.example/bild.png");
  EXPECT_EQ(page.image_alt, "Ein Werk");
  EXPECT_EQ(page.language, "de-CH");
  EXPECT_EQ(page.feed, "https://acme.example/atom");
}

TEST(Page, FallsBackToItsOwnElements) {
  const Page page = read_page(
      "<title>\n Titel </title><meta name=twitter:description content='Aus der Karte'>"
      "<meta property='og:description' content=' '><meta property='og:locale' content='fr_CH'>",
      kPageUrl);
  EXPECT_EQ(page.url, kPageUrl);
  EXPECT_EQ(page.title, "Titel");
  EXPECT_EQ(page.summary, "Aus der Karte");
  EXPECT_EQ(page.language, "fr-CH");
  EXPECT_EQ(page.image, "");
}

TEST(Page, IsReadUpToATagThatNeverEnds) {
  std::string tag = "<p";
  for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i);
  EXPECT_EQ(read_page("<title>Tower</title>" + tag + "><h1 lang=\"de\">", "https://acme.example/").title,
            "Tower");
  EXPECT_EQ(read_page(tag + "><title>Tower</title>", "https://acme.example/").title, "");
  std::string quoted = "<p";
  for (int i = 0; i < 50'000; ++i) quoted += " a" + std::to_string(i) + "='>'";
  EXPECT_EQ(read_page(quoted + "><title>Tower</title>", "https://acme.example/").title, "");
  std::string begun = "<title>Tower</title>";
  for (int i = 0; i < 100'000; ++i) begun += "<a";
  EXPECT_EQ(read_page(begun, "https://acme.example/").title, "Tower");
  // What looks like the beginning of a value and is none.
  for (const char* bait : {"<p a=\f\"", "<p a\"=\"", "<p /a=\"", "<p 1=\""})
    EXPECT_EQ(read_page(bait + tag.substr(2) + " \"><title>Tower</title>", "https://acme.example/").title, "")
        << bait;
  std::string usual = "<p";
  for (int i = 0; i < 200; ++i) usual += " data-" + std::to_string(i) + "=\"<b>\"";
  EXPECT_EQ(
      read_page("<head><meta property=og:title content=Tower></head>" + usual + ">", "https://acme.example/")
          .title,
      "Tower");
}

TEST(Page, MayBeAnything) {
  for (const char* text :
       {"", " ", "<", "<html", "<meta property=og:title", "<!--", "\xEF\xBF\xBD", "<title>"})
    EXPECT_EQ(read_page(text, kPageUrl).url, kPageUrl) << text;
  const Page bad = read_page(
      "<head><link rel=canonical href='javascript:alert(1)'><meta property=og:image "
      "content='data:image/png,x'>",
      kPageUrl);
  EXPECT_EQ(bad.url, kPageUrl);
  EXPECT_EQ(bad.image, "");
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  EXPECT_EQ(read_page(deep, kPageUrl).url, kPageUrl);
}

}  // namespace
}  // namespace herold::feeds
