#include "match/word_forms.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "herold/ascii.h"
#include "match/shapes.h"
#include "text/sort_runs.h"

namespace herold::match {
namespace {

using text::byte_at;
using text::FoldedText;
using text::is_separator;
using text::Stemmer;

constexpr std::uint32_t shortest_rest = 3;    // letters beside a term inside a longer word
constexpr std::uint32_t longest_ending = 64;  // bytes that a stemmer takes away, with much to spare
constexpr std::size_t most_umlauts = 4;       // whose spellings are tried in every combination

// Whether what parts two words of the draft may stand where the term has `wanted`.
bool separators_fit(std::string_view wanted, std::string_view given) {
  if (given.empty()) return wanted.size() == 1 && byte_at(wanted, 0) == text::blank;  // joined in a hashtag
  return wanted.size() == given.size() &&
         std::equal(wanted.begin(), wanted.end(), given.begin(), [](char w, char g) {
           const auto want = static_cast<unsigned char>(w), is = static_cast<unsigned char>(g);
           return want == text::blank || want == text::dash ? is_separator(is) : want == is;
         });
}

// Letters of folded bytes, their marks and digits not counted; no more than `most`.
std::uint32_t letters(std::string_view folded, std::uint32_t most = ~0U) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < folded.size() && count < most; ++i) {
    const unsigned char byte = byte_at(folded, i);
    const bool is_continuation = (byte & 0xC0) == 0x80;
    const bool is_mark = byte == 0xCC || byte == 0xCD || byte == text::umlaut_e;
    if (!is_continuation && !is_mark && !ascii::is_digit(byte)) ++count;
  }
  return count;
}

// What may stand beside a term inside a longer word: no letter, or letters enough. The word may be as long as
// the draft, so they are not all counted.
bool is_rest(std::string_view folded) {
  const std::uint32_t size = letters(folded, shortest_rest);
  return size == 0 || size == shortest_rest;
}

// A word as it stands and with its umlauts written out, one by one.
std::vector<std::string> spellings(std::string_view folded_word) {
  std::vector<std::string> all{std::string(folded_word)};
  std::size_t umlauts = 0;
  for (std::size_t i = 0; i < folded_word.size() && umlauts < most_umlauts; ++i) {
    if (byte_at(folded_word, i) != text::umlaut_e) continue;
    ++umlauts;
    for (std::size_t k = 0, count = all.size(); k < count; ++k) {
      all.push_back(all[k]);
      all.back()[i] = 'e';
    }
  }
  return all;
}

// A text that folds to these bytes.
std::string unfolded(std::string_view folded) {
  std::string text;
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == text::umlaut_e) {
      text += "\u0308";
    } else if (byte == text::blank) {
      text += ' ';
    } else if (byte == text::dash) {
      text += '-';
    } else if (byte == text::underscore) {
      text += '_';
    } else {
      text += c;
    }
  }
  return text;
}

// As much of the word as its stem has letters, with the umlauts that a stemmer takes away: "Übungen" →
// "übung".
std::string stem_as_written(std::string_view folded_word, std::string_view stem) {
  const std::uint32_t wanted = letters(stem);
  std::size_t end = folded_word.size();
  while (end > 0 && letters(folded_word.substr(0, end)) > wanted) --end;
  return unfolded(folded_word.substr(0, end));
}

// The stem with the umlaut that a plural may have: haus → häus. Empty when it has no vowel that takes one.
std::string with_umlaut(const std::string& stem) {
  std::size_t vowel = stem.find_last_of("aou");
  if (vowel == std::string::npos) return {};
  if (stem[vowel] == 'u' && vowel > 0 && stem[vowel - 1] == 'a') --vowel;
  const char* umlaut = stem[vowel] == 'a' ? "ä" : stem[vowel] == 'o' ? "ö" : "ü";
  return std::string(stem).replace(vowel, 1, umlaut);
}

// Whether the letters that both have agree in case.
bool same_case(std::string_view term, std::string_view form) {
  for (std::size_t i = 0; i < std::min(term.size(), form.size()); ++i) {
    if ((ascii::is_upper(term[i]) && ascii::is_lower(form[i])) ||
        (ascii::is_lower(term[i]) && ascii::is_upper(form[i])))
      return false;
  }
  return true;
}

void add_inside(LiteralSet& set, std::vector<std::vector<std::uint32_t>>& terms, const std::string& text,
                std::uint32_t term) {
  const auto number = set.add(text, {text::Case::fold, Boundary::none});
  if (!number) return;
  terms.resize(set.size());
  terms[*number].push_back(term);
}

}  // namespace

// An i is a y here, and all that is no letter of ASCII may stand for any: "Übung" may be written "Uebung".
std::uint32_t WordForms::Beginnings::bit_of_second(std::string_view folded_word) {
  constexpr std::uint32_t any = ~0U;
  if (folded_word.size() < 2 || !ascii::is_lower(folded_word[1])) return any;
  return 1U << ((folded_word[1] == 'i' ? 'y' : folded_word[1]) - 'a');
}

void WordForms::Beginnings::add(std::string_view folded_word) {
  seconds_[byte_at(folded_word, 0)] |= bit_of_second(folded_word);
}

bool WordForms::Beginnings::may_have(std::string_view folded_word) const {
  return (seconds_[byte_at(folded_word, 0)] & bit_of_second(folded_word)) != 0;
}

std::vector<WordForms::Token> WordForms::words_of(const FoldedText& folded) {
  std::vector<Token> words;
  words.reserve(folded.size() / 2 + 1);
  folded.each_word([&](std::uint32_t start, std::uint32_t end) { words.push_back({start, end}); });
  return words;
}

std::optional<std::uint32_t> WordForms::add(std::string_view term, const FormOptions& options) {
  Term made{text::folded_term(term, text::Case::fold), {}, options, {}};
  if (made.folded.empty()) return std::nullopt;
  if (options.letter_case == text::Case::exact) made.exact = text::folded_term(term, text::Case::exact);
  const FoldedText folded(term, text::Case::fold);
  const auto trimmed = static_cast<std::uint32_t>(folded.bytes().find(made.folded));
  for (const Token word : words_of(folded)) made.words.push_back({word.start - trimmed, word.end - trimmed});
  terms_.push_back(std::move(made));
  return size() - 1;
}

void WordForms::compile() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Term& term = terms_[i];
    if (term.options.compound && term.words.size() == 1)
      add_inside(parts_, part_terms_, unfolded(term.folded), i);
  }
  parts_.compile();
}

const WordForms::Language& WordForms::language(text::Language which) const {
  Language& language = languages_[static_cast<std::size_t>(which)];
  std::call_once(language.made, [&] { compile(which, language); });
  return language;
}

void WordForms::compile(text::Language which, Language& language) const {
  Stemmer stemmer(which);
  language.stems.resize(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Term& term = terms_[i];
    if (!term.options.inflect || term.words.empty()) continue;
    for (const Token word : term.words) {
      Stems stems;
      for (const std::string& spelling :
           spellings(std::string_view(term.folded).substr(word.start, word.end - word.start))) {
        stems.push_back(stemmer.stem(spelling));
      }
      language.stems[i].push_back(std::move(stems));
    }
    language.beginnings.add(std::string_view(term.folded).substr(term.words.front().start));
    for (const std::string& stem : language.stems[i].front()) {
      std::vector<std::uint32_t>& known = language.by_first_stem[stem];
      if (known.empty() || known.back() != i) known.push_back(i);
      if (!term.options.compound || term.words.size() > 1 || letters(stem) < shortest_rest) continue;
      const Token word = term.words.front();
      const auto as_folded = std::string_view(term.folded).substr(word.start, word.end - word.start);
      add_inside(language.inside, language.inside_terms, stem, i);
      add_inside(language.inside, language.inside_terms, stem_as_written(as_folded, stem), i);
      if (which == text::Language::german)
        add_inside(language.inside, language.inside_terms, with_umlaut(stem), i);
    }
  }
  language.inside.compile();
}

// One draft's search.
class WordForms::Scan {
 public:
  Scan(const WordForms& forms, Draft& draft, const text::Languages& languages)
      : forms_(forms),
        draft_(draft),
        folded_(draft.folded(text::Case::fold)),
        words_(words_of(folded_)),
        joined_(joined_words()),
        languages_(languages) {}

  // Where the draft is in `language`: by its stemmer, or where it has none by those that the terms name.
  void stemmed(std::string_view language) {
    language_ = language;
    if (const auto own = text::stem_language(language)) return stemmed(*own, false);
    for (std::size_t i = 0; i < forms_.languages_.size(); ++i) stemmed(static_cast<text::Language>(i), true);
  }

  void stemmed(text::Language which, bool as_fallback) {
    const Language& language = forms_.language(which);
    if (language.by_first_stem.empty()) return;
    Stemmer stemmer(which);
    known_ = {};
    const auto applies = [&](std::uint32_t term) {
      return !as_fallback || forms_.terms_[term].options.fallback == which;
    };
    for (const std::vector<Token>& words : {std::cref(words_), std::cref(joined_)}) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!language.beginnings.may_have(bytes(words[i]))) continue;
        if (languages_.at(folded_.cluster(words[i].start)) != language_) continue;
        const auto known = language.by_first_stem.find(stem_of(stemmer, words[i]));
        if (known == language.by_first_stem.end()) continue;
        for (const std::uint32_t term : known->second) {
          if (applies(term)) inflected(language, stemmer, term, words, i);
        }
      }
    }
    for (const LiteralHit& hit : language.inside.scan(draft_)) {
      if (languages_.at(hit.range.start) != language_) continue;
      for (const std::uint32_t term : language.inside_terms[hit.term]) {
        if (applies(term)) inflected_end(language, stemmer, term, hit.range);
      }
    }
  }

  // A term as it stands, with rests beside it.
  void parts() {
    for (const LiteralHit& hit : forms_.parts_.scan(draft_)) {
      const std::optional<Token> word = word_around(hit.range);
      if (!word) continue;
      const std::uint32_t start = folded_.find_cluster(hit.range.start),
                          end = folded_.find_cluster(hit.range.end);
      if (!is_rest(bytes({word->start, start})) || !is_rest(bytes({end, word->end}))) continue;
      for (const std::uint32_t term : forms_.part_terms_[hit.term]) accept(term, start, *word);
    }
  }

  std::vector<LiteralHit> take_hits() {
    text::sort_runs(hits_, [](const LiteralHit& a, const LiteralHit& b) {
      if (!(a.range == b.range)) return text::starts_first(a.range, b.range);
      return a.term < b.term;
    });
    return std::move(hits_);
  }

 private:
  // Those of hashtags, as their capitals show them: "#GeheimePläne" is two.
  std::vector<Token> joined_words() {
    std::vector<Token> words;
    for (const text::ByteRange range : words_joined_in(draft_.text(), draft_.hashtags()))
      words.push_back({folded_.find_cluster(range.start), folded_.find_cluster(range.end)});
    return words;
  }

  std::string_view bytes(Token token) const {
    return folded_.bytes().substr(token.start, token.end - token.start);
  }

  // Words recur, and terms that begin alike all ask for the word behind.
  const std::string& stem_of(Stemmer& stemmer, Token token) {
    const std::string_view word = bytes(token);
    Stemmed& known = known_[std::hash<std::string_view>{}(word) % known_.size()];
    if (known.word != word) known = {word, stemmer.stem(word)};
    return known.stem;
  }

  void inflected(const Language& language, Stemmer& stemmer, std::uint32_t number,
                 const std::vector<Token>& words, std::size_t first) {
    const Term& term = forms_.terms_[number];
    const std::vector<Stems>& stems = language.stems[number];
    if (first + stems.size() > words.size()) return;
    for (std::size_t i = 1; i < stems.size(); ++i) {
      const Token before = term.words[i - 1], here = term.words[i];
      const std::string_view wanted =
          std::string_view(term.folded).substr(before.end, here.start - before.end);
      if (!separators_fit(wanted, bytes({words[first + i - 1].end, words[first + i].start}))) return;
      // Most are told apart by a letter, which a stemmer leaves as it is.
      if (byte_at(term.folded, here.start) != byte_at(folded_.bytes(), words[first + i].start)) return;
      const std::string& stem = stem_of(stemmer, words[first + i]);
      if (std::find(stems[i].begin(), stems[i].end(), stem) == stems[i].end()) return;
    }
    const Token found{words[first].start, words[first + stems.size() - 1].end};
    if (folded_.stands_alone(found.start, found.end)) accept(number, found.start, found);
  }

  // The end of a longer word, in an inflected form.
  void inflected_end(const Language& language, Stemmer& stemmer, std::uint32_t number,
                     text::ByteRange range) {
    const std::optional<Token> word = word_around(range);
    if (!word) return;
    const std::uint32_t start = folded_.find_cluster(range.start);
    if (!is_rest(bytes({word->start, start}))) return;
    if (word->end - folded_.find_cluster(range.end) > longest_ending) return;
    const Stems& stems = language.stems[number].front();
    const std::string& stem = stem_of(stemmer, {start, word->end});
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) accept(number, start, *word);
  }

  std::optional<Token> word_around(text::ByteRange range) const {
    const std::uint32_t start = folded_.find_cluster(range.start);
    const auto word =
        std::partition_point(words_.begin(), words_.end(), [&](Token token) { return token.end <= start; });
    if (word == words_.end() || word->start > start || folded_.find_cluster(range.end) > word->end)
      return std::nullopt;
    return *word;
  }

  // `form` is where the term's own letters begin inside the stretch that is found.
  void accept(std::uint32_t number, std::uint32_t form, Token found) {
    if (!folded_.boundary(found.start) || !folded_.boundary(found.end)) return;
    const text::ByteRange range{folded_.cluster(found.start),
                                draft_.cluster_end(folded_.cluster(found.end - 1))};
    const std::string& exact = forms_.terms_[number].exact;
    if (!exact.empty()) {
      const FoldedText& spelling = draft_.folded(text::Case::exact);
      const std::uint32_t start = spelling.find_cluster(folded_.cluster(form)),
                          end = spelling.find_cluster(range.end);
      if (!same_case(exact, spelling.bytes().substr(start, end - start))) return;
    }
    hits_.push_back({number, range, false});
  }

  const WordForms& forms_;
  Draft& draft_;
  const FoldedText& folded_;
  std::vector<Token> words_, joined_;
  struct Stemmed {
    std::string_view word{};
    std::string stem{};
  };
  std::array<Stemmed, 64> known_;  // in the language at hand, by a hash of the word
  const text::Languages& languages_;
  std::string_view language_;  // the one at hand
  std::vector<LiteralHit> hits_;
};

std::vector<LiteralHit> WordForms::scan(Draft& draft, const text::Languages& languages) const {
  if (empty()) return {};
  Scan scan(*this, draft, languages);
  scan.parts();
  std::vector<std::string_view> known = {languages.main};
  for (const text::LanguageStretch& other : languages.others)
    if (std::find(known.begin(), known.end(), other.language) == known.end()) known.push_back(other.language);
  for (const std::string_view language : known) scan.stemmed(language);
  return scan.take_hits();
}

}  // namespace herold::match
