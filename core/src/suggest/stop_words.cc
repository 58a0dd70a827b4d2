#include "suggest/stop_words.h"

#include <algorithm>
#include <iterator>

namespace herold::suggest {

namespace {

// Sorted by bytes, in the spelling of token keys: no accents, `ae` as `a`.
constexpr std::string_view stop_words[] = {
    "a",        "aber",     "about",    "after",  "again",   "agli",   "ai",      "al",       "all",
    "alla",     "alle",     "allen",    "aller",  "alles",   "allo",   "alors",   "als",      "also",
    "always",   "am",       "an",       "anche",  "ancora",  "and",    "andere",  "anderen",  "any",
    "are",      "as",       "at",       "au",     "auch",    "auf",    "aus",     "aussi",    "autre",
    "aux",      "avait",    "avant",    "avec",   "avere",   "avoir",  "be",      "because",  "been",
    "before",   "bei",      "beim",     "being",  "bien",    "bin",    "bis",     "bist",     "but",
    "by",       "can",      "car",      "ce",     "cela",    "ces",    "cet",     "cette",    "ceux",
    "chaqu",    "che",      "chez",     "chi",    "ci",      "come",   "comme",   "con",      "cosa",
    "could",    "cui",      "da",       "dabei",  "dafur",   "dai",    "dal",     "dalla",    "dalle",
    "damit",    "dann",     "dans",     "daran",  "darum",   "das",    "dass",    "davon",    "dazu",
    "de",       "degli",    "dei",      "dein",   "deine",   "del",    "della",   "delle",    "dello",
    "dem",      "den",      "denn",     "depuis", "der",     "des",    "di",      "did",      "die",
    "dies",     "diese",    "diesem",   "diesen", "dieser",  "dieses", "do",      "doch",     "doing",
    "donc",     "dort",     "dos",      "dove",   "du",      "durch",  "e",       "each",     "ed",
    "ein",      "eine",     "einem",    "einen",  "einer",   "eines",  "elle",    "elles",    "en",
    "encore",   "entre",    "er",       "era",    "erano",   "erst",   "es",      "essere",   "est",
    "et",       "ete",      "etre",     "etwas",  "euch",    "eur",    "eux",     "even",     "every",
    "fa",       "faire",    "fait",     "fare",   "fast",    "fatto",  "few",     "first",    "font",
    "for",      "fra",      "from",     "fur",    "ganz",    "gar",    "geht",    "gerade",   "gern",
    "get",      "gibt",     "gli",      "got",    "ha",      "habe",   "haben",   "had",      "hai",
    "hanno",    "has",      "hat",      "hatte",  "have",    "having", "he",      "her",      "here",
    "heute",    "hier",     "him",      "his",    "ho",      "how",    "i",       "ich",      "if",
    "ihm",      "ihn",      "ihnen",    "ihr",    "ihre",    "ihrem",  "ihren",   "il",       "ils",
    "im",       "immer",    "in",       "ins",    "into",    "io",     "is",      "ist",      "it",
    "its",      "ja",       "je",       "jede",   "jedem",   "jeden",  "jeder",   "jedes",    "jetzt",
    "jour",     "jusqu",    "just",     "kann",   "kannst",  "kein",   "keine",   "keinen",   "know",
    "konnen",   "konnte",   "la",       "lang",   "le",      "lei",    "les",     "leur",     "leurs",
    "li",       "like",     "lo",       "loro",   "lors",    "lui",    "ma",      "machen",   "macht",
    "made",     "mai",      "mais",     "make",   "makes",   "mal",    "man",     "many",     "me",
    "mehr",     "mein",     "meine",    "meinem", "meinen",  "meiner", "meme",    "mentre",   "mes",
    "mi",       "mia",      "mich",     "mie",    "mio",     "mir",    "mit",     "moi",      "moins",
    "molto",    "mon",      "more",     "most",   "much",    "muss",   "my",      "nach",     "ne",
    "negli",    "nei",      "nel",      "nella",  "nelle",   "neu",    "neun",    "neur",     "new",
    "ni",       "nicht",    "nichts",   "no",     "noch",    "noi",    "non",     "nos",      "nostra",
    "nostre",   "nostri",   "nostro",   "not",    "notre",   "nous",   "nouveau", "nouvelle", "now",
    "nun",      "nuova",    "nuovo",    "nur",    "o",       "ob",     "oder",    "of",       "off",
    "oggi",     "ogni",     "ohne",     "on",     "once",    "one",    "only",    "ont",      "or",
    "other",    "ou",       "our",      "out",    "over",    "own",    "par",     "parce",    "pas",
    "per",      "perche",   "pero",     "peu",    "peut",    "piu",    "plus",    "poi",      "pour",
    "pourquoi", "prima",    "qu",       "qual",   "quale",   "quand",  "quando",  "quanto",   "qui",
    "qul",      "qulla",    "qulle",    "qulles", "qulli",   "qullo",  "quls",    "quoi",     "qusta",
    "quste",    "qusti",    "qusto",    "really", "sa",      "same",   "sans",    "sara",     "say",
    "schon",    "se",       "see",      "sehr",   "sei",     "seid",   "sein",    "seine",    "seinem",
    "seinen",   "seit",     "sempre",   "senza",  "ses",     "she",    "should",  "si",       "sia",
    "siamo",    "sich",     "sie",      "sind",   "so",      "soll",   "sollte",  "some",     "son",
    "sondern",  "sono",     "sont",     "sous",   "sta",     "stato",  "still",   "su",       "sua",
    "such",     "sui",      "sul",      "sulla",  "sulle",   "suo",    "suoi",    "sur",      "ta",
    "te",       "tes",      "than",     "that",   "the",     "their",  "them",    "then",     "there",
    "these",    "they",     "this",     "those",  "through", "ti",     "to",      "today",    "toi",
    "ton",      "too",      "toujours", "tous",   "tout",    "toute",  "toutes",  "tra",      "tres",
    "trop",     "tu",       "tua",      "tuo",    "tutta",   "tutte",  "tutti",   "tutto",    "uber",
    "um",       "un",       "una",      "und",    "une",     "uno",    "uns",     "unser",    "unsere",
    "unserem",  "unseren",  "unserer",  "unter",  "up",      "us",     "vers",    "very",     "vi",
    "viel",     "viele",    "voi",      "vom",    "von",     "vor",    "vos",     "votre",    "vous",
    "war",      "waren",    "warum",    "was",    "way",     "we",     "weil",    "well",     "wenig",
    "wenn",     "wer",      "werden",   "were",   "what",    "when",   "where",   "which",    "while",
    "who",      "why",      "wie",      "wieder", "will",    "wir",    "wird",    "wirklich", "with",
    "wo",       "wollen",   "would",    "wurde",  "wurden",  "you",    "your",    "zu",       "zum",
    "zur",      "zwischen",
};

}  // namespace

bool is_stop_word(std::string_view key) {
  return std::binary_search(std::begin(stop_words), std::end(stop_words), key);
}

}  // namespace herold::suggest
