// metric: a figure of the whole draft outside its bounds.
#include <algorithm>
#include <cmath>

#include "check/figures.h"
#include "check/rule.h"
#include "herold/language_tag.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::check {
namespace {

using Measure = Metric::Measure;
using text::ByteRange;

/// Latin vowels with their usual diacritics; combining marks belong to the letter before.
constexpr std::u32string_view accented_vowels =
    U"àáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēĕėęěĩīĭįıōŏőũūŭůűų"
    U"ÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØŒÙÚÛÜÝŸĀĂĄĒĔĖĘĚĨĪĬĮŌŎŐŨŪŬŮŰŲ";

bool is_vowel(char32_t c) {
  constexpr std::uint32_t plain_vowels = 0x2208222;  // a, e, i, o, u, y: a bit by the place in the alphabet
  if (c < 0x80) return c >= 'A' && (plain_vowels >> (c & 31) & 1) != 0;
  constexpr char32_t last_accented = U'Ÿ';
  return c <= last_accented && accented_vowels.find(c) != std::u32string_view::npos;
}

/// What the formulas are made of; links, addresses, hashtags and mentions are left out, and sentences of
/// nothing else.
struct Tally {
  double words = 0, sentences = 0, syllables = 0, long_words = 0, upper = 0, lower = 0;
  double characters = 0, hard_words = 0;  // three syllables and more
};

/// Syllables are groups of vowels, at least one a word; characters are letters and digits.
void add_word(Tally& tally, std::string_view word) {
  constexpr std::uint32_t letters_of_a_short_word = 6;
  std::uint32_t letters = 0, numbers = 0, syllables = 0;
  bool was_vowel = false;
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode(word, at);
    at += c.size;
    const text::Category category = text::category(c.value);
    if (category >= text::Category::Mn && category <= text::Category::Me) continue;
    const bool vowel = is_vowel(c.value);
    if (vowel && !was_vowel) ++syllables;
    was_vowel = vowel;
    if (category <= text::Category::Lo) ++letters;
    if (category >= text::Category::Nd && category <= text::Category::No) ++numbers;
    if (category == text::Category::Lu || category == text::Category::Lt) ++tally.upper;
    if (category == text::Category::Ll) ++tally.lower;
  }
  ++tally.words;
  tally.syllables += std::max<std::uint32_t>(syllables, 1);
  tally.hard_words += syllables >= 3 ? 1 : 0;
  tally.characters += letters + numbers;
  tally.long_words += letters > letters_of_a_short_word ? 1 : 0;
}

Tally tally(match::Draft& draft) {
  Tally tally;
  const auto& entities = draft.entities();
  const auto& sentences = draft.sentences();
  auto entity = entities.begin();
  auto sentence = sentences.begin();
  for (const ByteRange word : draft.words()) {
    entity = std::find_if(entity, entities.end(), [&](ByteRange range) { return range.end > word.start; });
    if (entity != entities.end() && entity->overlaps(word)) continue;
    add_word(tally, word.of(draft.text()));
    if (sentence != sentences.end() && sentence->start <= word.start) {
      ++tally.sentences;
      sentence =
          std::find_if(sentence, sentences.end(), [&](ByteRange range) { return range.end > word.start; });
      if (sentence != sentences.end()) ++sentence;
    }
  }
  return tally;
}

/// School grades by the formulas of Senter and Smith (1967), Coleman and Liau (1975), Kincaid et al. (1975),
/// Gunning (1952) and McLaughlin (1969), which hold for English.
std::optional<double> grade(Measure which, const Tally& tally, std::string_view language) {
  if (!language_covers("en", language)) return std::nullopt;
  const double sentence_length = tally.words / tally.sentences;
  switch (which) {
    case Measure::automated_readability:
      return 4.71 * tally.characters / tally.words + 0.5 * sentence_length - 21.43;
    case Measure::coleman_liau:
      return 5.88 * tally.characters / tally.words - 29.6 / sentence_length - 15.8;
    case Measure::flesch_kincaid:
      return 0.39 * sentence_length + 11.8 * tally.syllables / tally.words - 15.59;
    case Measure::gunning_fog:
      return 0.4 * (sentence_length + 100 * tally.hard_words / tally.words);
    case Measure::smog:
      return 1.043 * std::sqrt(30 * tally.hard_words / tally.sentences) + 3.1291;
    default:
      return std::nullopt;
  }
}

/// Nothing where the formula does not hold for the language or the text.
std::optional<double> measure(Measure which, const Tally& tally, std::string_view language) {
  if (tally.words == 0 || tally.sentences == 0) return std::nullopt;
  const double sentence_length = tally.words / tally.sentences;
  const double word_length = tally.syllables / tally.words;
  switch (which) {
    case Measure::readability:
      if (language_covers("en", language)) return 206.835 - 1.015 * sentence_length - 84.6 * word_length;
      if (language_covers("de", language)) return 180 - sentence_length - 58.5 * word_length;
      return std::nullopt;
    case Measure::lix:
      return sentence_length + 100 * tally.long_words / tally.words;
    case Measure::sentence_length:
      return sentence_length;
    case Measure::automated_readability:
    case Measure::coleman_liau:
    case Measure::flesch_kincaid:
    case Measure::gunning_fog:
    case Measure::smog:
      return grade(which, tally, language);
    case Measure::capitals:
      break;
  }
  const double cased = tally.upper + tally.lower;
  return cased == 0 ? std::nullopt : std::optional(tally.upper / cased);
}

class MetricRule : public CompiledRule {
 public:
  explicit MetricRule(const Metric& rule) : rule_(rule) {}

  bool needs_hit() const override { return false; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const Tally counted = tally(inspection.draft);
    if (counted.words < rule_.min_words) return;
    const auto value = measure(rule_.measure, counted, inspection.language);
    if (!value) return;
    const bool is_low = rule_.min && *value < *rule_.min;
    const bool is_high = rule_.max && *value > *rule_.max;
    if (!is_low && !is_high) return;
    out.push_back({.range = {0, inspection.draft.size()},
                   .texts = inspection.keep(
                       {rounded(shown(*value)), figure(shown(is_low ? *rule_.min : *rule_.max))})});
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    const std::vector<std::string>& texts = reading.texts[found.texts];
    return {.count = texts[0], .limit = texts[1]};
  }

  std::string figures(Inspection& inspection) const override {
    const Tally counted = tally(inspection.draft);
    if (counted.words < rule_.min_words)
      return "the draft has fewer than " + std::to_string(rule_.min_words) + " words";
    const auto value = measure(rule_.measure, counted, inspection.language);
    if (!value) return "there is no such figure for this language or text";
    const auto bound = [&](const std::optional<double>& number) {
      return number ? std::optional(figure(shown(*number))) : std::nullopt;
    };
    return "measured " + rounded(shown(*value)) + bounds_in_words(bound(rule_.min), bound(rule_.max));
  }

 private:
  /// The share of capitals is told in per cent.
  double shown(double value) const { return rule_.measure == Measure::capitals ? 100 * value : value; }

  Metric rule_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Metric& rule, RuleCompiler&) {
  return std::make_unique<MetricRule>(rule);
}

}  // namespace herold::check
