#include "vale/metric_formula.h"

#include <array>
#include <cmath>
#include <cstdlib>

#include "herold/ascii.h"

namespace herold::vale {
namespace {

/// What Vale counts in a text.
struct Counts {
  double characters, words, sentences, syllables, long_words, complex_words, polysyllabic_words;
};

constexpr std::array<Counts, 3> samples{
    {{471, 97, 7, 151, 23, 13, 13}, {1123, 211, 17, 307, 41, 29, 29}, {53, 11, 3, 19, 5, 2, 2}}};

/// Sums, products, brackets and square roots.
class Formula {
 public:
  Formula(std::string_view text, const Counts& counts) : text_(text), counts_(counts) {}

  std::optional<double> value() {
    const double result = sum();
    skip_blanks();
    return is_good_ && at_ == text_.size() && std::isfinite(result) ? std::optional(result) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }

  bool take(char c) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  double fail() {
    is_good_ = false;
    at_ = text_.size();
    return 0;
  }

  double sum() {
    double value = product();
    for (;;) {
      if (take('+')) {
        value += product();
      } else if (take('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  double product() {
    double value = factor();
    for (;;) {
      if (take('*')) {
        value *= factor();
      } else if (take('/')) {
        value /= factor();
      } else {
        return value;
      }
    }
  }

  double factor() {
    constexpr int deepest = 50;
    if (++depth_ > deepest) return fail();
    const double value = take('-') ? -factor() : take('(') ? in_brackets() : number_or_name();
    --depth_;
    return value;
  }

  double in_brackets() {
    const double value = sum();
    return take(')') ? value : fail();
  }

  double number_or_name() {
    std::size_t end = at_;
    const auto belongs = [&](char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '_'; };
    while (end < text_.size() && belongs(text_[end])) ++end;
    const std::string name(text_.substr(at_, end - at_));
    if (name.empty()) return fail();
    at_ = end;
    if (name == "math.sqrt") return take('(') ? std::sqrt(in_brackets()) : fail();
    if (ascii::is_digit(name[0]) || name[0] == '.') return std::strtod(name.c_str(), nullptr);
    return count_named(name);
  }

  double count_named(std::string_view name) {
    if (name == "characters") return counts_.characters;
    if (name == "words") return counts_.words;
    if (name == "sentences") return counts_.sentences;
    if (name == "syllables") return counts_.syllables;
    if (name == "long_words") return counts_.long_words;
    if (name == "complex_words") return counts_.complex_words;
    if (name == "polysyllabic_words") return counts_.polysyllabic_words;
    return fail();
  }

  std::string_view text_;
  const Counts& counts_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool is_good_ = true;
};

struct Measure {
  std::string_view name;
  double (*value)(const Counts&);
};

constexpr std::array<Measure, 8> measures{{
    {"readability",
     [](const Counts& c) { return 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words; }},
    {"lix", [](const Counts& c) { return c.words / c.sentences + 100 * c.long_words / c.words; }},
    {"sentence-length", [](const Counts& c) { return c.words / c.sentences; }},
    {"automated-readability",
     [](const Counts& c) { return 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43; }},
    {"coleman-liau",
     [](const Counts& c) { return 5.88 * c.characters / c.words - 29.6 * c.sentences / c.words - 15.8; }},
    {"flesch-kincaid",
     [](const Counts& c) { return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59; }},
    {"gunning-fog",
     [](const Counts& c) { return 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words); }},
    {"smog",
     [](const Counts& c) { return 1.043 * std::sqrt(30 * c.polysyllabic_words / c.sentences) + 3.1291; }},
}};

/// Formulas are copied with constants cut to a digit or two.
bool is_close(double a, double b) { return std::fabs(a - b) < 0.05; }

}  // namespace

std::optional<std::string> measure_of(std::string_view formula) {
  for (const Measure& measure : measures) {
    bool agrees = true;
    for (const Counts& counts : samples) {
      const auto value = Formula(formula, counts).value();
      agrees = agrees && value && is_close(*value, measure.value(counts));
    }
    if (agrees) return std::string(measure.name);
  }
  return std::nullopt;
}

}  // namespace herold::vale
