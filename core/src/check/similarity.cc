// similarity: a draft that says no more than a caption did.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/figures.h"
#include "check/rule.h"
#include "text/fold.h"
#include "text/sort_numbers.h"

namespace herold::check {
namespace {

/// The set of a text's stretches of three words, folded.
class Shingles {
 public:
  explicit Shingles(match::Draft& draft) {
    constexpr std::size_t words = 3;
    std::vector<std::size_t> starts;
    for (const text::ByteRange word : draft.words()) {
      starts.push_back(text_.size());
      text_ += text::fold(word.of(draft.text()), text::Case::fold) + '\n';
    }
    starts.push_back(text_.size());
    for (std::size_t i = words; i < starts.size(); ++i)
      set_.push_back(std::string_view(text_).substr(starts[i - words], starts[i] - starts[i - words]));
    text::sort_unique(set_);
  }
  Shingles(const Shingles&) = delete;
  Shingles& operator=(const Shingles&) = delete;

  /// The Jaccard index; texts of fewer than three words resemble nothing.
  double resemblance(const Shingles& other) const {
    const auto common = std::count_if(set_.begin(), set_.end(), [&](std::string_view each) {
      return std::binary_search(other.set_.begin(), other.set_.end(), each);
    });
    const double all = static_cast<double>(set_.size() + other.set_.size()) - static_cast<double>(common);
    return all == 0 ? 0 : static_cast<double>(common) / all;
  }

 private:
  std::string text_;
  std::vector<std::string_view> set_;
};

class SimilarityRule : public CompiledRule {
 public:
  explicit SimilarityRule(const Similarity& rule) : max_(rule.max) {}

  bool needs_hit() const override { return false; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const double highest = highest_of(inspection);
    if (highest > max_)
      out.push_back(
          {.range = {0, inspection.draft.size()}, .texts = inspection.keep({rounded(100 * highest)})});
  }

  /// In per cent.
  Explanation explain(const Found& found, const Reading& reading) const override {
    return {.count = reading.texts[found.texts][0], .limit = figure(100 * max_)};
  }

  std::string figures(Inspection& inspection) const override {
    if (inspection.captions.empty()) return "there are no captions to compare with";
    return "measured " + rounded(100 * highest_of(inspection)) + " per cent; at most " + figure(100 * max_);
  }

 private:
  static double highest_of(Inspection& inspection) {
    double highest = 0;
    if (inspection.captions.empty()) return highest;
    const Shingles own(inspection.draft);
    for (const std::string& caption : inspection.captions) {
      match::Draft draft(caption);
      highest = std::max(highest, own.resemblance(Shingles(draft)));
    }
    return highest;
  }

  double max_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Similarity& rule, RuleCompiler&) {
  return std::make_unique<SimilarityRule>(rule);
}

}  // namespace herold::check
