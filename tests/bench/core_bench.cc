// The native halves of the benches: `core_bench terms|native|hostile TERMS DRAFT`, both files, one term a
// line; for `hostile` a pack's file a line. Prints figures as JSON lines. Times are the processor's: what
// else runs on the machine does not count.
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "herold/pack.h"
#include "match/literal_set.h"
#include "vectorscan.h"

namespace {

using Strings = std::vector<std::string>;

double now_us() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

template <typename Run>
double microseconds(Run&& run) {
  const double start = now_us();
  run();
  return now_us() - start;
}

using Run = std::function<void()>;

/// The median time of each, in microseconds. They take turns, some runs at a time: where processors are
/// shared, a slow spell meets all of them alike.
std::vector<double> medians_us(const std::vector<Run>& subjects) {
  constexpr std::size_t turns = 500;
  constexpr int runs = 20;
  std::vector<std::vector<double>> samples(subjects.size());
  for (std::size_t turn = 0; turn < turns; ++turn) {
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const double us = microseconds([&] {
        for (int run = 0; run < runs; ++run) subjects[i]();
      });
      samples[i].push_back(us / runs);
    }
  }
  std::vector<double> medians;
  for (std::vector<double>& of : samples) {
    std::nth_element(of.begin(), of.begin() + turns / 2, of.end());
    medians.push_back(of[turns / 2]);
  }
  return medians;
}

void print(const char* bench, const std::string& subject, const std::string& metric, double value,
           const char* unit) {
  std::printf("{\"bench\":\"%s\",\"subject\":\"%s\",\"metric\":\"%s\",\"value\":%.4g,\"unit\":\"%s\"}\n",
              bench, subject.c_str(), metric.c_str(), value, unit);
  std::fflush(stdout);
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Strings lines(std::string_view text) {
  Strings all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() + piece.size() <= size) text += piece;
  return text;
}

/// Terms hold nothing that JSON escapes.
std::string pack_of_terms(const Strings& terms, std::size_t count) {
  constexpr std::size_t terms_of_guideline = 50;
  std::string json = R"({"schema":1,"id":"terms","guidelines":[)";
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_first = i % terms_of_guideline == 0;
    if (is_first) {
      json += i > 0 ? "]}," : "";
      json += R"({"id":"g)" + std::to_string(i) + R"(","kind":"existence","message":"{match}","terms":[)";
    }
    json += (is_first ? "\"" : ",\"") + terms[i] + "\"";
  }
  return json + "]}]}";
}

herold::Pack loaded(const std::string& json) {
  auto pack = herold::load_pack(json, herold::Audience::client);
  if (!pack || !pack->problems.empty()) {
    std::fprintf(stderr, "core_bench: the pack is broken: %s\n", pack ? "" : pack.error().message.c_str());
    std::exit(1);
  }
  return *std::move(pack);
}

void bench_terms(const Strings& terms, const std::string& draft) {
  const herold::CheckOptions options{.language = "en"};
  herold::FlatReport report;
  const herold::Pack few = loaded(pack_of_terms(terms, 1000)),
                     many = loaded(pack_of_terms(terms, terms.size()));
  const auto medians = medians_us({[&] { few.checker->find(draft, options, report); },
                                   [&] { many.checker->find(draft, options, report); }});
  print("terms", "herold-native", "p50_us_1000", medians[0], "µs");
  print("terms", "herold-native", "p50_us_50000", medians[1], "µs");
  print("terms", "herold-native", "ratio", medians[1] / medians[0], "ratio");
}

/// A set says which of its expressions match; where they do, each has to say itself where.
class Re2Set {
 public:
  explicit Re2Set(const Strings& terms) : set_(options(), RE2::UNANCHORED), terms_(terms) {
    for (const std::string& term : terms) set_.Add(expression(term), nullptr);
    set_.Compile();
  }

  void compile_each() {
    for (const std::string& term : terms_)
      regexes_.push_back(std::make_unique<RE2>(expression(term), options()));
  }

  void scan(const std::string& draft) {
    found_.clear();
    set_.Match(draft, &found_);
    for (const int number : found_) find_all(*regexes_[static_cast<std::size_t>(number)], draft);
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_max_mem(std::int64_t{1} << 30);
    return options;
  }

  static std::string expression(const std::string& term) { return "\\b" + RE2::QuoteMeta(term) + "\\b"; }

  static void find_all(const RE2& regex, const std::string& draft) {
    re2::StringPiece rest(draft), place;
    while (regex.Match(rest, 0, rest.size(), RE2::UNANCHORED, &place, 1))
      rest.remove_prefix(static_cast<std::size_t>(place.data() + place.size() - rest.data()));
  }

  RE2::Set set_;
  const Strings& terms_;
  std::vector<std::unique_ptr<RE2>> regexes_;
  std::vector<int> found_;
};

void bench_native(const Strings& terms, const std::string& draft) {
  herold::match::LiteralSet set;
  const double build = microseconds([&] {
    for (const std::string& term : terms) set.add(term, {});
    set.compile();
  });
  std::optional<Re2Set> re2;
  const double re2_build = microseconds([&] { re2.emplace(terms); });
  re2->compile_each();
  std::size_t hits = 0;
  herold::match::Draft folded(draft);
  std::vector<Run> subjects{[&] {
                              herold::match::Draft text(draft);
                              hits = set.scan(text).size();
                            },
                            [&] { set.scan(folded); }, [&] { re2->scan(draft); }};
  Vectorscan vectorscan;
  double vectorscan_build = 0;
  if (Vectorscan::is_there()) {
    vectorscan_build = microseconds([&] { vectorscan.compile(terms); });
    subjects.push_back([&] { vectorscan.scan(draft); });
  }
  const auto medians = medians_us(subjects);
  print("native", "herold-native", "build_ms", build / 1000, "ms");
  print("native", "herold-native", "p50_us", medians[0], "µs");
  print("native", "herold-native", "p50_us_of_folded", medians[1], "µs");
  print("native", "herold-native", "hits", static_cast<double>(hits), "hits");
  print("native", "re2-set", "build_ms", re2_build / 1000, "ms");
  print("native", "re2-set", "p50_us", medians[2], "µs");
  if (!Vectorscan::is_there()) {
    std::fprintf(stderr,
                 "vectorscan is left out: the package libvectorscan-dev was missing when this was built\n");
    return;
  }
  print("native", "vectorscan", "build_ms", vectorscan_build / 1000, "ms");
  print("native", "vectorscan", "p50_us", medians[3], "µs");
}

/// Every kind, detector and way of matching at once.
constexpr std::string_view everything = R"({"schema":1,"id":"all","guidelines":[
 {"id":"a","kind":"existence","message":"m","terms":["a","acme","a a a a a a a a b","ö"]},
 {"id":"b","kind":"existence","message":"m","terms":["hallo","report"],"match":{"inflect":true,"compound":true}},
 {"id":"c","kind":"existence","message":"m","patterns":["\\bacme\\b","a+b","\\w+@\\w+","(a|a )*b"]},
 {"id":"d","kind":"existence","message":"m","detect":["email","phone","iban","credit-card","ahv","ip-address",
   "secret-token","url","url-shortener","hashtag","mention","emoji","money","percentage","styled-letters"]},
 {"id":"e","kind":"repetition","message":"m"},
 {"id":"f","kind":"occurrence","message":"m","count":"sentences","max":3},
 {"id":"g","kind":"occurrence","message":"m","count":"characters","max":3},
 {"id":"h","kind":"metric","message":"m","metric":"readability","min":30},
 {"id":"i","kind":"sequence","message":"m","first":{"terms":["acme"]},"second":{"terms":["ö"]}},
 {"id":"j","kind":"link","message":"m","https":true},
 {"id":"k","kind":"substitution","message":"m","swap":{"acme":"b"}},
 {"id":"l","kind":"capitalization","message":"m","terms":["Acme"]},
 {"id":"m","kind":"consistency","message":"m","either":{"acme":"ö"}}]})";

/// What goes through a draft sentence by sentence.
constexpr std::string_view by_sentence = R"({"schema":1,"id":"sentences","guidelines":[
 {"id":"a","kind":"occurrence","message":"m","count":"characters","max":3,"scope":"sentence"},
 {"id":"b","kind":"occurrence","message":"m","count":"links","max":0,"scope":"sentence"},
 {"id":"c","kind":"conditional","message":"m","if":{"terms":["acme"]},"then":{"terms":["ö"]},"where":"same-sentence"},
 {"id":"d","kind":"existence","message":"m","patterns":["^a","!$"],"scope":"sentence"}]})";

struct HostileInput {
  const char* name;
  std::string_view piece;  // repeated to 1 MB
  std::string_view beginning{};
};

constexpr HostileInput hostile_inputs[] = {
    {"words of one letter", "a "},
    {"one word", "a"},
    {"marks", "\u0308\u0323"},
    {"letters with marks", "a\u0308"},
    {"zero-width spaces", "\u200B"},
    {"hashtags", "#a_"},
    {"mentions", "@a."},
    {"at signs", "a@"},
    {"addresses", "a@b.ch"},
    {"open brackets in links", "http://("},
    {"links", "https://a.de "},
    {"emoji joiners", "👩\u200D"},
    {"flags", "🇨"},
    {"ordinals", "1."},
    {"digits", "1 "},
    {"amounts", "$5"},
    {"amounts with spaces", "CHF 5 "},
    {"mixed scripts", "aа"},
    {"line breaks", "\n"},
    {"full stops", "... "},
    {"initials", "A."},
    {"labels", "a.b"},
    {"telephone numbers", "+41 "},
    {"paragraphs", "a\n\n"},
    {"ligatures", "ﷺ"},
    {"terms of every kind", "acme ö "},
    {"a term as one word", "hallo"},
    {"one word with umlauts", "rä"},
    {"inflected words", "reports "},
    {"private keys without an end", "-----BEGIN PRIVATE KEY-----"},
    {"terms, one a line", "acme\n"},
    {"terms in other capitals", "aCmE "},
    {"terms in mixed scripts", "аcme "},
    {"matches of patterns", "ab "},
    {"replacements of one letter", "ßß"},
    {"amounts in euros", "5€"},
    {"shares", "5%"},
    {"names of one letter", "@a"},
    {"links in sentences", "https://a.de! "},
    {"emojis in sentences", "😀! "},
    {"quotation marks behind a full stop", "’", "Ja."},
    {"blanks behind a full stop", " ", "Ja."},
};

/// Each input against the packs above and against each of the default packs, whose files are named: the
/// slowest.
void bench_hostile(const Strings& pack_files) {
  constexpr std::size_t megabyte = 1 << 20;
  std::vector<herold::Pack> packs;
  packs.push_back(loaded(std::string(everything)));
  packs.push_back(loaded(std::string(by_sentence)));
  for (const std::string& file : pack_files) packs.push_back(loaded(read_file(file.c_str())));
  for (const HostileInput& input : hostile_inputs) {
    const std::string draft = std::string(input.beginning) + repeated(input.piece, megabyte);
    double slowest = 0;
    for (const herold::Pack& pack : packs) {
      herold::FlatReport report;
      const herold::CheckOptions options{.network = herold::Network::x};
      slowest = std::max(slowest, microseconds([&] { pack.checker->find(draft, options, report); }) / 1000);
    }
    print("hostile", input.name, "ms", slowest, "ms");
  }
  Strings terms;
  for (std::size_t i = 0, size = 0; size < 5 * megabyte && i < 2'000'000; ++i) {
    terms.push_back("Begriff " + std::to_string(i * 7919 % 1'000'003));
    size += terms.back().size() + 4;
  }
  const std::string json = pack_of_terms(terms, terms.size());
  print("hostile", "a pack of 5 MB", "ms", microseconds([&] { loaded(json); }) / 1000, "ms");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: core_bench terms|native|hostile TERMS DRAFT\n");
    return 2;
  }
  const std::string_view bench = arguments[1];
  const Strings terms = lines(read_file(arguments[2]));
  const std::string draft = read_file(arguments[3]);
  if (bench == "terms") bench_terms(terms, draft);
  if (bench == "hostile") bench_hostile(terms);
  if (bench == "native") bench_native(terms, draft);
}
