#include "text/language.h"

#include <gtest/gtest.h>

namespace herold::text {
namespace {

TEST(Language, TellsShortPostsApart) {
  const std::pair<std::string_view, std::string_view> posts[] = {
      {"Wir suchen eine neue Kollegin für unser Team in Zürich.", "de"},
      {"Heute war ein guter Tag.", "de"},
      {"Danke an alle!", "de"},
      {"Grossartige Präsentation von Anna", "de"},
      {"We are hiring a new colleague for our team.", "en"},
      {"Thanks to everyone who joined us today!", "en"},
      {"What a day. I'm proud of this team.", "en"},
      {"Nous cherchons une nouvelle collègue pour notre équipe.", "fr"},
      {"Merci à toutes et à tous !", "fr"},
      {"C'est l'été, et l'équipe est en vacances.", "fr"},
      {"Cerchiamo una nuova collega per la nostra squadra.", "it"},
      {"Grazie a tutti per la bella giornata!", "it"},
      {"Oggi è stata una giornata speciale all'università.", "it"},
  };
  for (const auto& [text, language] : posts) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, SaysNothingWhenTheTextDoesNotTell) {
  for (const std::string_view text : {"", "🎉🎉🎉", "42", "#ACME", "https://acme.example/", "Привет, как дела?"})
    EXPECT_EQ(detect_language(text), "") << text;
}

TEST(Language, ReadsLongTextsUpToACodePoint) {
  std::string text;
  while (text.size() < 10000) text += "Müüüüüüüde und froh. ";
  EXPECT_EQ(detect_language(text), "de");
}

}  // namespace
}  // namespace herold::text
