// How long text and matching take: a usual draft against many terms, and hostile drafts of 1 MB.

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "match/literal_set.h"
#include "match/pattern_set.h"
#include "text/language.h"

namespace {

using herold::match::Draft;
using herold::match::LiteralSet;
using herold::match::PatternSet;

// Processor time: what else runs on the machine does not count.
template <typename Run>
double microseconds(int runs, Run&& run) {
  const std::clock_t start = std::clock();
  for (int i = 0; i < runs; ++i) run();
  return static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC / runs;
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() + piece.size() <= size) text += piece;
  return text;
}

std::vector<std::string> made_up_terms(int count) {
  constexpr std::string_view heads[] = {"Projekt", "Haus",     "Werk", "Kunden", "Online",
                                        "Bau",     "Strassen", "Über", "Daten",  "Neu"};
  constexpr std::string_view tails[] = {" Falke",  "bericht", " Nord", "plan", "-Team",
                                        "verkehr", "ung",     " GmbH", "lauf", "stelle"};
  std::vector<std::string> terms;
  for (int i = 0; i < count; ++i) {
    std::string term(heads[i % 10]);
    for (int n = i / 10; n > 0; n /= 10) term += tails[n % 10];
    terms.push_back(term + std::to_string(i % 7));
  }
  return terms;
}

const std::string usual = repeated(
    "Heute haben wir im Werk Nord gezeigt, woran wir seit März arbeiten. Grossen Dank an alle, die geholfen "
    "haben! "
    "Mehr dazu: https://acme.example/werk #WerkNord @anna 🎉\n\n",
    1500);

void usual_draft(int terms) {
  LiteralSet set;
  const double build = microseconds(1, [&] {
    for (const std::string& term : made_up_terms(terms)) set.add(term, {});
    set.compile();
  });
  Draft folded(usual);
  set.scan(folded);
  const double scan = microseconds(500, [&] { set.scan(folded); });
  const double whole = microseconds(500, [&] {
    Draft draft(usual);
    set.scan(draft);
  });
  std::printf("%6d terms: build %8.0f us, scan of %zu bytes %6.1f us, with folding and shapes %6.1f us\n",
              terms, build, usual.size(), scan, whole);
}

void pieces_of_a_check() {
  std::printf("fold %.1f us, ", microseconds(500, [] { Draft(usual).folded(herold::text::Case::fold); }));
  std::printf("clusters %.1f us, ", microseconds(500, [] { Draft(usual).graphemes(); }));
  std::printf("entities %.1f us, ", microseconds(500, [] { Draft(usual).entities(); }));
  std::printf("words %.1f us, ", microseconds(500, [] { Draft(usual).words(); }));
  std::printf("sentences %.1f us, ", microseconds(500, [] { Draft(usual).sentences(); }));
  std::printf("language %.1f us\n", microseconds(500, [] { herold::text::detect_language(usual); }));
}

void hostile_drafts() {
  LiteralSet set;
  for (const char* term : {"a", "a a", "acme", "a a a a a a a a b", "ö", "Projekt Falke"}) set.add(term, {});
  set.compile();
  PatternSet patterns;
  for (const char* pattern : {"\\bacme\\b", "a+b", "\\w+@\\w+", "(a|a )*b"})
    patterns.add(pattern, herold::text::Case::fold);
  patterns.compile();
  constexpr std::size_t megabyte = 1 << 20;
  for (const std::string_view piece : {"a ", "a", "\u0308\u0323", "a\u0308", "\u200B", "#a_", "@a.", "a@",
                                       "http://(", "👩\u200D", "🇨", "1.", "aа", "\n", "... "}) {
    const std::string text = repeated(piece, megabyte);
    Draft draft(text);
    std::size_t hits = 0, matches = 0;
    const double literal = microseconds(1, [&] { hits = set.scan(draft).size(); });
    const double units = microseconds(
        1, [&] { draft.words(), draft.sentences(), draft.paragraphs(), draft.emojis(), draft.utf16(); });
    const double pattern = microseconds(1, [&] { matches = patterns.scan(draft).size(); });
    std::printf("1 MB of %-8s literals %6.1f ms (%zu hits), units %6.1f ms, patterns %6.1f ms (%zu)\n",
                piece == "\n" ? "\\n" : std::string(piece).c_str(), literal / 1000, hits, units / 1000,
                pattern / 1000, matches);
  }
}

}  // namespace

int main() {
  for (const int terms : {200, 5'000, 50'000}) usual_draft(terms);
  pieces_of_a_check();
  hostile_drafts();
}
