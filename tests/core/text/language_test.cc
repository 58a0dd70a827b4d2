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

TEST(Language, TakesNoAbbreviationForAWord) {
  const std::pair<std::string_view, std::string_view> posts[] = {
      {"Unser IT-Team ist toll", "de"},
      {"Neues IT-Team, toll!", "de"},
      {"Danke, IT!", "de"},
      {"Il nostro reparto IT cresce", "it"},
      {"IT works for us.", "en"},
      {"IT IS OUR TEAM, AND WE LOVE IT", "en"},
  };
  for (const auto& [text, language] : posts) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, TakesNoLetterWithAMarkForAWordWithoutIt) {
  EXPECT_EQ(detect_language("é"), "fr");
  EXPECT_EQ(detect_language("à"), "");
  EXPECT_EQ(detect_language("È"), "it");
}

TEST(Language, ReadsPastEnglishCatchphrases) {
  const std::pair<std::string_view, std::string_view> posts[] = {
      {"Learning by doing, das passt.", "de"},    {"New Work: Was bleibt und was nicht?", "de"},
      {"Coming soon: unsere neue Website", "de"}, {"Happy Friday à tous", "fr"},
      {"Happy Friday, everyone!", "en"},          {"Coming soon: our new website", "en"},
  };
  for (const auto& [text, language] : posts) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, TellsASingleSentence) {
  const std::pair<std::string_view, std::string_view> posts[] = {
      {"Heute durfte unser Team den neuen Standort in Winterthur einweihen.", "de"},
      {"Grosses Kino gestern an der Generalversammlung.", "de"},
      {"Endlich Freitag, endlich Feierabend.", "de"},
      {"Stolz auf diese Leistung.", "de"},
      {"Danke an alle, die dabei waren!", "de"},
      {"Neue Stelle, neues Glück.", "de"},
      {"Wer kommt mit nach Basel?", "de"},
      {"Mein Kollege Beat geht in Pension.", "de"},
      {"Spannende Diskussionen am Podium.", "de"},
      {"Jetzt bewerben und Teil unserer Crew werden.", "de"},
      {"Was für ein Abend!", "de"},
      {"Unsere Lernenden haben bestanden.", "de"},
      {"Am Montag startet die Sommerkampagne.", "de"},
      {"Frohe Festtage euch allen.", "de"},
      {"Gemeinsam schaffen wir das.", "de"},
      {"Kaffee, Kuchen und gute Gespräche.", "de"},
      {"Schon gewusst?", "de"},
      {"Kleine Schritte, grosse Wirkung.", "de"},
      {"So geht Zukunft.", "de"},
      {"Impressionen vom Tag der offenen Tür.", "de"},
      {"Vielen Dank fürs Vertrauen.", "de"},
      {"Bald mehr dazu.", "de"},
      {"Zwei Plätze sind noch frei.", "de"},
      {"Ein Rückblick auf drei Jahre Forschung.", "de"},
      {"Merci vilmal an das ganze Team.", "de"},
      {"Proud of the whole team today.", "en"},
      {"Nobody knew.", "en"},
      {"Well done!", "en"},
      {"What a night!", "en"},
      {"We are hiring engineers in Zurich.", "en"},
      {"Three lessons from five years in sales.", "en"},
      {"Thrilled to announce our newest partnership.", "en"},
      {"Coffee, cake and good conversations.", "en"},
      {"Small steps, big impact.", "en"},
      {"Join us next Tuesday.", "en"},
      {"Happy Friday everyone!", "en"},
      {"Looking back at an incredible quarter.", "en"},
      {"Great talk by Maria at the summit.", "en"},
      {"New job, new desk.", "en"},
      {"Our apprentices passed their exams.", "en"},
      {"Safety first, always.", "en"},
      {"Thanks to everyone who came.", "en"},
      {"Excited about tomorrow.", "en"},
      {"Can't wait to see you there.", "en"},
      {"Two seats left.", "en"},
      {"More soon.", "en"},
      {"Apply now.", "en"},
      {"Honoured to receive this award.", "en"},
      {"Did you know?", "en"},
      {"Meet our people.", "en"},
      {"Big news coming up.", "en"},
      {"Fier de toute l'équipe aujourd'hui.", "fr"},
      {"Quelle soirée !", "fr"},
      {"Nous recrutons des ingénieurs à Lausanne.", "fr"},
      {"Merci à tous pour votre présence.", "fr"},
      {"Trois leçons après cinq ans de vente.", "fr"},
      {"Heureux d'annoncer notre nouveau partenariat.", "fr"},
      {"Petits pas, grand impact.", "fr"},
      {"Rejoignez-nous mardi prochain.", "fr"},
      {"Bon vendredi à toutes et à tous !", "fr"},
      {"Retour sur un trimestre incroyable.", "fr"},
      {"Nouveau poste, nouveau bureau.", "fr"},
      {"Nos apprentis ont réussi leurs examens.", "fr"},
      {"La sécurité avant tout.", "fr"},
      {"J'ai hâte de vous y voir.", "fr"},
      {"Impressions de la journée portes ouvertes.", "fr"},
      {"Encore deux places libres.", "fr"},
      {"Plus d'informations bientôt.", "fr"},
      {"Postulez maintenant.", "fr"},
      {"Très honorée de recevoir ce prix.", "fr"},
      {"Le saviez-vous ?", "fr"},
      {"Une belle rencontre hier soir.", "fr"},
      {"Venez nombreux.", "fr"},
      {"Notre nouveau produit arrive.", "fr"},
      {"C'est parti !", "fr"},
      {"Bravo les champions.", "fr"},
      {"Orgoglioso di tutta la squadra oggi.", "it"},
      {"Che cosa ne pensate?", "it"},
      {"Due apprendisti iniziano ad agosto.", "it"},
      {"Buon lavoro!", "it"},
      {"Je ne sais pas.", "fr"},
      {"Che serata!", "it"},
      {"Cerchiamo ingegneri a Lugano.", "it"},
      {"Grazie a tutti per la partecipazione.", "it"},
      {"Tre lezioni da cinque anni di vendite.", "it"},
      {"Felice di annunciare la nostra nuova collaborazione.", "it"},
      {"Piccoli passi, grande impatto.", "it"},
      {"Unisciti a noi martedì prossimo.", "it"},
      {"Buon venerdì a tutti!", "it"},
      {"Uno sguardo a un trimestre incredibile.", "it"},
      {"Nuovo lavoro, nuova scrivania.", "it"},
      {"I nostri apprendisti hanno superato gli esami.", "it"},
      {"La sicurezza prima di tutto.", "it"},
      {"Non vedo l'ora di vedervi.", "it"},
      {"Impressioni dalla giornata delle porte aperte.", "it"},
      {"Ancora due posti liberi.", "it"},
      {"Presto maggiori informazioni.", "it"},
      {"Candidati ora.", "it"},
      {"Onorata di ricevere questo premio.", "it"},
      {"Lo sapevate?", "it"},
      {"Un bell'incontro ieri sera.", "it"},
      {"Venite numerosi.", "it"},
      {"Il nostro nuovo prodotto arriva.", "it"},
      {"Si parte!", "it"},
      {"Bravi ragazzi.", "it"},
      {"Am Samstag öffnen wir unsere Werkstatt für Besucher.", "de"},
      {"Er hat mich überzeugt.", "de"},
      {"Drei Fragen an unsere neue Chefin.", "de"},
      {"Zürich leuchtet.", "de"},
      {"Unsere Brücke steht!", "de"},
      {"Die Strasse ist wieder offen, herzlichen Dank für Ihre Geduld.", "de"},
      {"Weiterbildung lohnt sich.", "de"},
      {"Mittagessen mit Aussicht.", "de"},
      {"Kundinnen und Kunden fragen, wir antworten.", "de"},
      {"Prototyp Nummer vier läuft.", "de"},
      {"Premiere geglückt!", "de"},
      {"Wasserkraft bleibt wichtig.", "de"},
      {"Our bridge stands!", "en"},
      {"He convinced me.", "en"},
      {"Lunch with a view.", "en"},
      {"Prototype number four runs.", "en"},
      {"Customers ask, we answer.", "en"},
      {"Three questions for our new boss.", "en"},
      {"Learning pays off.", "en"},
      {"Hydropower remains important.", "en"},
      {"Come visit our workshop on Saturday.", "en"},
      {"Hard work beats talent.", "en"},
      {"Sustainability starts at home.", "en"},
      {"Notre pont est debout !", "fr"},
      {"Il m'a convaincue.", "fr"},
      {"Déjeuner avec vue.", "fr"},
      {"Le prototype numéro quatre tourne.", "fr"},
      {"Les clients demandent, nous répondons.", "fr"},
      {"Trois questions à notre nouvelle directrice.", "fr"},
      {"La formation continue paie.", "fr"},
      {"L'hydroélectricité reste importante.", "fr"},
      {"Visitez notre atelier samedi.", "fr"},
      {"Le travail paie toujours.", "fr"},
      {"Première réussie !", "fr"},
      {"Il nostro ponte è in piedi!", "it"},
      {"Mi ha convinto.", "it"},
      {"Pranzo con vista.", "it"},
      {"Il prototipo numero quattro funziona.", "it"},
      {"I clienti chiedono, noi rispondiamo.", "it"},
      {"Tre domande alla nostra nuova direttrice.", "it"},
      {"La formazione continua conviene.", "it"},
      {"L'energia idroelettrica resta importante.", "it"},
      {"Visitate la nostra officina sabato.", "it"},
      {"Il lavoro paga sempre.", "it"},
      {"Prima riuscita!", "it"},
      {"Kommt vorbei!", "de"},
      {"Tag three friends below.", "en"},
      {"Qui vient ?", "fr"},
      {"Venite a trovarci!", "it"},
      {"Buone notizie da Basilea", "it"},
  };
  for (const auto& [text, language] : posts) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, TellsAGreeting) {
  const std::pair<std::string_view, std::string_view> posts[] = {
      {"Hallo zusammen", "de"},
      {"Hallo LinkedIn!", "de"},
      {"Auf geht's!", "de"},
      {"Feierabend!", "de"},
      {"Wie geht’s?", "de"},
      {"Hello LinkedIn!", "en"},
      {"It's Anna's day.", "en"},
      {"Season's greetings", "en"},
      {"Bienvenue à Anna Schmidt !", "fr"},
      {"Un grand bravo", "fr"},
      {"On recrute !", "fr"},
      {"Benvenuta Anna Schmidt!", "it"},
      {"Ecco fatto.", "it"},
      {"Iscrivetevi: https://example.com/event", "it"},
      {"Viva le vacanze", "it"},
  };
  for (const auto& [text, language] : posts) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, ReadsSwissSpelling) {
  for (const std::string_view text :
       {"Grossen Dank an die Strassenmeisterei!", "Wir giessen heute noch.", "Das ist ein Velo für alle."})
    EXPECT_EQ(detect_language(text), "de") << text;
}

TEST(Language, FindsParagraphsInAnother) {
  constexpr std::string_view german = "Wir freuen uns, dass ihr alle dabei wart. Und das ist auch gut so.",
                             english = "We are happy that all of you were with us.",
                             french = "Nous sommes heureux que vous soyez tous venus.";
  const std::string mixed = std::string(german) + " Danke, das war schön und gut für uns!\n\n" +
                            std::string(english) + "\n \n" + std::string(french) + "\n\n#danke #merci";
  const Languages found = detect_languages(mixed);
  EXPECT_EQ(found.main, "de");
  ASSERT_EQ(found.others.size(), 2u);
  EXPECT_EQ(found.others[0].language, "en");
  EXPECT_EQ(found.others[0].range.of(mixed), english);
  EXPECT_EQ(found.others[1].language, "fr");
  EXPECT_EQ(found.others[1].range.of(mixed), french);
}

TEST(Language, LeavesADoubtfulParagraphToTheMainOne) {
  EXPECT_TRUE(
      detect_languages("Wir sind dabei, und ihr?\n\nHappy Birthday, Anna!\n\nTeam Meeting").others.empty());
}

TEST(Language, SaysNothingWhenTheTextDoesNotTell) {
  for (const std::string_view text : {"", "🎉🎉🎉", "42", "#ACME", "https://acme.example/", "Привет, как дела?"})
    EXPECT_EQ(detect_language(text), "") << text;
}

TEST(Language, TakesAFifthLanguageForNoneOfTheFour) {
  for (const std::string_view text : {"Hola a todos, hoy empiezo un nuevo trabajo y estoy muy contento.",
                                      "Estoy muy orgullosa de mi equipo, hemos terminado el puente.",
                                      "Vandaag begin ik met mijn nieuwe baan en ik heb er veel zin in.",
                                      "Estamos à procura de uma nova colega para a nossa equipa em Lisboa.",
                                      "Idag börjar jag på mitt nya jobb och jag är jätteglad.",
                                      "Jestem dumna z naszego zespołu, most jest gotowy.",
                                      "Căutăm un nou coleg pentru echipa noastră din Cluj."})
    EXPECT_EQ(detect_language(text), "") << text;
}

TEST(Language, ReadsLongTextsUpToACodePoint) {
  std::string text;
  while (text.size() < 10000) text += "Müüüüüüüde und froh. ";
  EXPECT_EQ(detect_language(text), "de");
}

}  // namespace
}  // namespace herold::text
