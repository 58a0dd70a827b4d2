#include "herold/suggest.h"

#include <gtest/gtest.h>

#include "reading_lexicon.h"
#include "suggest/occasions.h"

namespace herold {
namespace {

ContentItem item(std::string id, std::string title, std::string language = "de") {
  ContentItem made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.language = std::move(language);
  return made;
}

std::vector<ContentItem> library() {
  std::vector<ContentItem> items{item("schule", "Ein Schulhaus aus Holz in zwölf Wochen"),
                                 item("waerme", "Wärmepumpe: ein Quartier heizt mit Grundwasser"),
                                 item("lehre", "Offene Lehrstellen für Zimmerinnen"),
                                 item("fire", "Does timber burn in a fire test", "en"),
                                 item("robot", "The robot and the carpenter", "en")};
  for (int i = 0; i < 20; ++i)
    items.push_back(item("filler-" + std::to_string(i), "Beitrag über Nummer " + std::to_string(1000 + i)));
  items[0].topics = {"holzbau"};
  items[1].topics = {"klima"};
  return items;
}

SuggestOptions reader_of_german() {
  SuggestOptions options;
  options.profile.languages = {"de", "en"};
  options.at = parse_instant("2026-11-24T09:00:00Z");
  return options;
}

std::vector<std::string> ids(const std::vector<Suggestion>& suggestions) {
  std::vector<std::string> list;
  for (const Suggestion& suggestion : suggestions) list.push_back(suggestion.item);
  return list;
}

TEST(Suggest, TheItemThatSharesRareWordsComesFirstAndSaysWhich) {
  const ContentIndex index(library(), {});
  const auto best =
      index.suggest("Heute war ich in einem Schulhaus, das ganz aus Holz gebaut ist.", reader_of_german());
  ASSERT_FALSE(best.empty());
  EXPECT_EQ(best[0].item, "schule");
  EXPECT_EQ(best[0].terms, (std::vector<std::string>{"Schulhaus", "Holz"}));
}

TEST(Suggest, WhatIsNamedIsNoWordOfAnyPost) {
  const ContentIndex index({item("werkstatt", "Tag der offenen Werkstatt am 5. Juni")}, {},
                           shipped_lexicon());
  const auto best =
      index.suggest("Wir freuen uns auf den Tag der offenen Werkstatt am Samstag.", reader_of_german());
  ASSERT_FALSE(best.empty());
  EXPECT_EQ(best[0].terms, std::vector<std::string>{"Werkstatt"});
}

TEST(Suggest, UmlautsWrittenOutAndCompoundsMeet) {
  const ContentIndex index(library(), {});
  EXPECT_EQ(ids(index.suggest("Unsere Waermepumpen heizen das Quartier", reader_of_german())),
            std::vector<std::string>{"waerme"});
}

TEST(Suggest, WhoeverWritesALanguageReadsIt) {
  std::vector<ContentItem> items = library();
  items.push_back(item("turm", "Der Aussichtsturm auf dem Hasenberg"));
  items.push_back(item("alpen", "Aussichtsturm Hasenberg mit Blick in die Alpen"));
  items.push_back(item("toll", "A toll project", "en"));
  SuggestOptions options = reader_of_german();
  options.profile.languages = {"en"};
  const auto best = ContentIndex(items, {}).suggest(
      "Heute war ich auf dem Aussichtsturm am Hasenberg, das ist toll", options);
  ASSERT_FALSE(best.empty());
  EXPECT_NE(best[0].item, "toll");
}

TEST(Suggest, ADraftThatNothingFitsIsAnsweredWithNothing) {
  const ContentIndex index(library(), {});
  EXPECT_TRUE(index.suggest("Alles Gute zum Geburtstag, liebe Sandra", reader_of_german()).empty());
  EXPECT_TRUE(index.suggest("", reader_of_german()).empty());
}

TEST(Suggest, WithoutADraftInterestsDecide) {
  const ContentIndex index(library(), {});
  SuggestOptions options = reader_of_german();
  options.profile.interests = {"klima"};
  const auto best = index.suggest("", options);
  ASSERT_EQ(ids(best), std::vector<std::string>{"waerme"});
  EXPECT_EQ(best[0].topics, std::vector<std::string>{"klima"});
  EXPECT_TRUE(best[0].terms.empty());
  EXPECT_EQ(ids(index.suggest("\u00A0\u200B\n", options)), std::vector<std::string>{"waerme"});
}

TEST(Suggest, WhatThePersonMayNotSeeIsNeverSuggested) {
  struct Case {
    const char* why;
    void (*change)(ContentItem&, SuggestOptions&);
  };
  const Case cases[] = {
      {"not yet", [](ContentItem& i, SuggestOptions&) { i.from = parse_instant("2026-12-01T00:00:00Z"); }},
      {"ends at this instant", [](ContentItem& i, SuggestOptions& o) { i.until = o.at; }},
      {"no clock",
       [](ContentItem& i, SuggestOptions& o) {
         i.from = o.at;
         o.at.reset();
       }},
      {"another role", [](ContentItem& i, SuggestOptions&) { i.roles = {"spokesperson"}; }},
      {"another group",
       [](ContentItem& i, SuggestOptions& o) {
         i.groups = {"sales"};
         o.profile.groups = {"plant"};
       }},
      {"another network",
       [](ContentItem& i, SuggestOptions& o) {
         i.networks = {"x"};
         o.network = "linkedin";
       }},
      {"shared already", [](ContentItem&, SuggestOptions& o) { o.profile.shared = {"schule"}; }},
  };
  for (const Case& each : cases) {
    auto items = library();
    SuggestOptions options = reader_of_german();
    each.change(items[0], options);
    const ContentIndex index(std::move(items), {});
    EXPECT_TRUE(index.suggest("Ein Schulhaus aus Holz", options).empty()) << each.why;
  }
}

TEST(Suggest, CaptionsForTheNetworkAndTheFirstLanguageComeFirst) {
  auto items = library();
  items[0].captions = {{"en", "", "en", "A school"},
                       {"de", "", "de", "Ein Schulhaus"},
                       {"de-x", "x", "de", "Schulhaus"},
                       {"de-linkedin", "linkedin", "de", "Ein Schulhaus aus Holz"}};
  const ContentIndex index(std::move(items), {});
  SuggestOptions options = reader_of_german();
  options.network = "linkedin";
  const auto best = index.suggest("Ein Schulhaus aus Holz", options);
  ASSERT_FALSE(best.empty());
  EXPECT_EQ(best[0].captions, (std::vector<std::string>{"de-linkedin", "de", "en"}));
}

TEST(Suggest, AnotherLanguageSaysTheSame) {
  const ContentIndex index(library(), {}, shipped_lexicon());
  const auto in_english = index.suggest("Brennt Bauholz bei einem Brand?", reader_of_german());
  ASSERT_FALSE(in_english.empty());
  EXPECT_EQ(in_english[0].item, "fire");
  const auto in_german = index.suggest("École en bois : la construction d'une école", reader_of_german());
  ASSERT_FALSE(in_german.empty());
  EXPECT_EQ(in_german[0].item, "schule");
}

TEST(Suggest, WhatIsAboutNothingInTheLibraryIsAnsweredWithNothing) {
  const ContentIndex index(library(), {}, shipped_lexicon());
  for (const char* draft : {"Alles Gute zum Geburtstag, liebe Sandra", "Joyeux anniversaire, mamie", "🎉🎉🎉",
                            "Buon compleanno!", "und dann, oder", "!!!"})
    EXPECT_TRUE(index.suggest(draft, reader_of_german()).empty()) << draft;
}

TEST(Suggest, ANumberAloneIsNoReason) {
  auto items = library();
  items.push_back(item("lyss", "Abwärme heizt 600 Wohnungen in Lyss"));
  const ContentIndex index(items, {}, shipped_lexicon());
  EXPECT_TRUE(
      index.suggest("Schnee bis auf 600 Meter, und ich habe keine Winterreifen", reader_of_german()).empty());
  EXPECT_EQ(ids(index.suggest("Abwärme für 600 Wohnungen", reader_of_german())).front(), "lyss");
}

TEST(Occasions, AreToldByWhatPeopleSay) {
  for (const char* draft : {"Liebe Sandra, alles Gute zum Geburtstag!", "Suche für Mai eine helle Wohnung",
                            "KENNT JEMAND einen Maler?", "🎉 Happy Birthday, Tom",
                            "Quelqu’un connaît un bon dentiste ?", "FÉLICITATIONS !", "Affittasi monolocale"})
    EXPECT_TRUE(suggest::is_occasion(draft)) << draft;
  for (const char* draft : {"", "Wir suchen Verstärkung", "Alles ist gut geworden", "Auguridae sind Käfer",
                            "On entend quelqu'un au téléphone", "The condolence book"})
    EXPECT_FALSE(suggest::is_occasion(draft)) << draft;
}

TEST(Suggest, AnOccasionNeedsMoreThatAgrees) {
  auto items = library();
  items.push_back(item("boden", "Bodenheizung nachrüsten, wenn das Bad renoviert wird"));
  items.push_back(item("abschluss", "Wir gratulieren unseren Lernenden zum Lehrabschluss"));
  const ContentIndex index(items, {}, shipped_lexicon());
  const auto answer = [&](const char* draft) { return ids(index.suggest(draft, reader_of_german())); };
  EXPECT_EQ(answer("Wer hat ein Zimmer frei, gern mit Bodenheizung?"), std::vector<std::string>{});
  EXPECT_EQ(answer("Wir haben ein Zimmer frei, gern mit Bodenheizung").front(), "boden");
  EXPECT_EQ(answer("Herzlichen Glückwunsch an unsere Lernenden zum Lehrabschluss!").front(), "abschluss");
}

TEST(Suggest, WhatSharesOneWordIsNotShownBesideWhatFits) {
  auto items = library();
  items.push_back(item("anders", "Ein Quartier feiert"));
  items[0].topics = items[1].topics = items.back().topics = {"klima"};
  const ContentIndex index(items, {});
  EXPECT_EQ(ids(index.suggest("Wärmepumpen mit Grundwasser heizen unser Quartier", reader_of_german())),
            std::vector<std::string>{"waerme"});
}

TEST(Suggest, WhatMeetsInItemsOfOneTopicCountsMoreThanWhatMeetsInItemsOfAllKinds) {
  const auto score = [](const char* topic_of_the_other) {
    auto items = library();
    items.push_back(item("andere", "Grundwasser heizt ein Haus"));
    items.back().topics = {topic_of_the_other};
    const ContentIndex index(items, {});
    const auto best = index.suggest("Unsere Wärmepumpen heizen mit Grundwasser", reader_of_german());
    return best.empty() || best[0].item != "waerme" ? 0 : best[0].score;
  };
  EXPECT_GT(score("kultur"), 0);
  EXPECT_GT(score("klima"), score("kultur"));
}

TEST(Suggest, TheOnlyItemOfALibraryIsSuggestedWhereItFits) {
  for (const auto& lexicon : {shipped_lexicon(), std::shared_ptr<const Lexicon>()}) {
    ContentItem only = item("lehrwerkstatt", "Die Lehrwerkstatt ist eröffnet");
    only.summary = "Acht Lernende beginnen in der neuen Lehrwerkstatt für Zimmerleute.";
    const ContentIndex index({only}, {}, lexicon);
    const auto best =
        index.suggest("Heute war ich in der Lehrwerkstatt für Zimmerleute in Lindenau.", reader_of_german());
    EXPECT_EQ(ids(best), std::vector<std::string>{"lehrwerkstatt"});
    EXPECT_TRUE(index.suggest("Alles Gute zum Geburtstag, liebe Sandra", reader_of_german()).empty());
  }
}

TEST(Suggest, AnEmptyLibraryAndAHugeDraftAreNoTrouble) {
  EXPECT_TRUE(ContentIndex({}, {}, shipped_lexicon()).suggest("Holz", reader_of_german()).empty());
  const ContentIndex index(library(), {}, shipped_lexicon());
  std::string huge;
  for (int i = 0; huge.size() < 1'000'000; ++i) huge += "Wort" + std::to_string(i) + " ";
  EXPECT_TRUE(index.suggest(huge, reader_of_german()).size() <= 10);
  EXPECT_TRUE(index.suggest(std::string(1'000'000, 'x'), reader_of_german()).empty());
}

TEST(Content, ABrokenItemIsLeftOutAndToldOf) {
  const auto result =
      parse_content(R"([{"id": "a", "title": "A", "language": "de"}, {"id": "b", "language": 7}])");
  ASSERT_EQ(result->items.size(), 1u);
  EXPECT_EQ(result->items[0].id, "a");
  ASSERT_FALSE(result->problems.empty());
  EXPECT_EQ(result->problems[0].item, "b");
  EXPECT_EQ(result->problems[0].pointer.substr(0, 2), "/1");
}

TEST(Content, TheSecondItemOfAnIdIsLeftOutAndToldOf) {
  const auto content = parse_content(
      R"([{"id": "a", "title": "A", "language": "de"}, {"id": "a", "title": "B", "language": "de"}])");
  ASSERT_EQ(content->items.size(), 1u);
  EXPECT_EQ(content->items[0].title, "A");
  ASSERT_EQ(content->problems.size(), 1u);
  EXPECT_EQ(content->problems[0].pointer, "/1/id");
  EXPECT_EQ(content->problems[0].message, "is the id of item 0 too");
}

TEST(Content, AStreamThatIsNoListOfItemsIsAnError) {
  for (const char* json : {"", "{", "{}", "[", "[1 2]", "[,]", "[{}]]", "[{}],", "[\"a",
                           "[{\"a\": 1, \"a\": 2}]", "[{\"id\": \"\xff\"}]", "[{\"id\": 01}]"}) {
    ContentStream stream({});
    stream.read(json);
    EXPECT_FALSE(stream.finish()) << json;
    EXPECT_FALSE(parse_content(json)) << json;
  }
}

TEST(Content, WhatIsNoListIsAnError) {
  EXPECT_FALSE(parse_content("{"));
  EXPECT_FALSE(parse_content("{}"));
}

TEST(Content, OptionsAreReadAndRefused) {
  const auto options =
      parse_suggest_options(R"({"profile": {"interests": ["klima"]}, "network": "x", "limit": 3})");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->limit, 3u);
  EXPECT_FALSE(parse_suggest_options(R"({"network": "myspace"})"));
}

}  // namespace
}  // namespace herold
