// similarity: a draft that says no more than a caption did.
#include <algorithm>
#include <iterator>

#include "check/figures.h"
#include "check/rule.h"
#include "text/fold.h"

namespace herold::check {
namespace {

/// The sets of three consecutive folded words, sorted.
std::vector<std::string> shingles(match::Draft& draft) {
  std::vector<std::string> words;
  for (const text::ByteRange word : draft.words()) {
    words.push_back(text::fold(word.of(draft.text()), text::Case::fold));
  }
  std::vector<std::string> triples;
  for (std::size_t i = 2; i < words.size(); ++i)
    triples.push_back(words[i - 2] + '\n' + words[i - 1] + '\n' + words[i]);
  std::sort(triples.begin(), triples.end());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
  return triples;
}

/// The Jaccard index; texts of fewer than three words resemble nothing.
double resemblance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const std::size_t all = a.size() + b.size() - common.size();
  return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
}

class SimilarityRule : public CompiledRule {
 public:
  explicit SimilarityRule(const Similarity& rule) : max_(rule.max) {}

  bool needs_hit() const override { return false; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const double highest = highest_of(inspection);
    if (highest > max_)
      out.push_back({.range = {0, inspection.draft.size()}, .texts = texts_of(rounded(100 * highest))});
  }

  /// In per cent.
  Explanation explain(const Found& found, const Reading&) const override {
    return {.count = (*found.texts)[0], .limit = figure(100 * max_)};
  }

  std::string figures(Inspection& inspection) const override {
    if (inspection.captions.empty()) return "there are no captions to compare with";
    return "measured " + rounded(100 * highest_of(inspection)) + " per cent; at most " + figure(100 * max_);
  }

 private:
  static double highest_of(Inspection& inspection) {
    double highest = 0;
    if (inspection.captions.empty()) return highest;
    const std::vector<std::string> own = shingles(inspection.draft);
    for (const std::string& caption : inspection.captions) {
      match::Draft draft(caption);
      highest = std::max(highest, resemblance(own, shingles(draft)));
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
