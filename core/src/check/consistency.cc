// consistency: each use of the variant that came later, when a draft uses both.
#include <array>

#include "check/fixes.h"
#include "check/rule.h"

namespace herold::check {
namespace {

class ConsistencyRule : public CompiledRule {
 public:
  ConsistencyRule(const Consistency& rule, RuleCompiler& compiler) {
    for (const auto& [one, other] : rule.variants) {
      pairs_.push_back({compiler.compile_variants(one, other), {one, other}});
    }
  }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      const Hit* first = nullptr;
      std::uint32_t end = 0;
      for (const Hit& use : inspection.hits.of(pairs_[i].slot)) {
        if (is_joined(inspection.hits, use) || use.range.start < end) continue;
        end = use.range.end;
        if (first == nullptr) first = &use;
        if (use.item != first->item) out.push_back({.range = use.range, .item = 2 * i + use.item});
      }
    }
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    const Pair& pair = pairs_[found.item / 2];
    const std::uint32_t later = found.item % 2;
    const std::string fixed =
        keep_capitals(pair.variants[1 - later], reading.text(found.range), pair.variants[later]);
    return {.replacement = fixed, .fixes = {replace_with(reading, found.range, fixed)}};
  }

  std::vector<Part> parts() const override {
    std::vector<Part> parts;
    for (const Pair& pair : pairs_) parts.push_back({{}, {.found = pair.slot}});
    return parts;
  }

  Reasons why_spared(Inspection& inspection) const override {
    return [&hits = inspection.hits](const Part&, const Hit& hit) -> std::string {
      return is_joined(hits, hit) ? "has no spelling of its own in a hashtag"
                                  : "is the spelling that the draft uses first";
    };
  }

 private:
  /// A hashtag that joins the words of one variant has no spelling of its own and does not count, even where
  /// it is spelled like the other: then both hits stand side by side.
  static bool is_joined(const Hits& hits, const Hit& use) {
    const std::span<const Hit> uses = hits.of(use.slot);
    const auto joins = [&](const Hit& other) { return other.joined && other.range == use.range; };
    const auto beside = static_cast<std::size_t>(&use - uses.data());
    return joins(use) || (beside > 0 && joins(uses[beside - 1])) ||
           (beside + 1 < uses.size() && joins(uses[beside + 1]));
  }

  struct Pair {
    Slot slot;
    std::array<std::string, 2> variants;
  };

  std::vector<Pair> pairs_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Consistency& rule, RuleCompiler& compiler) {
  return std::make_unique<ConsistencyRule>(rule, compiler);
}

}  // namespace herold::check
