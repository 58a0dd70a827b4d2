// capitalization: each match that differs from its exact spelling, outside links, addresses, hashtags and
// mentions.
#include <algorithm>

#include "check/fixes.h"
#include "check/rule.h"
#include "herold/ascii.h"
#include "text/fold.h"

namespace herold::check {
namespace {

class CapitalizationRule : public CompiledRule {
 public:
  CapitalizationRule(const Capitalization& rule, RuleCompiler& compiler)
      : terms_(rule.terms), found_(compiler.compile_terms(rule.terms, {}, Path(Path(), "terms"))) {
    for (const std::string& term : terms_) keys_.push_back(text::spelling_key(term));
  }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const std::span<const Hit> all = inspection.hits.of(found_);
    std::string_view match;  // they recur
    std::string key;
    each_match(inspection.hits, {.found = found_}, [&](const Hit& hit) {
      if (is_in_entity(inspection.draft, hit.range)) return;
      if (hit.range.of(inspection.draft.text()) != match) {
        match = hit.range.of(inspection.draft.text());
        key = text::spelling_key(match);
      }
      if (is_right(key, all.subspan(static_cast<std::size_t>(&hit - all.data())))) return;
      out.push_back({.range = hit.range, .item = hit.item});
    });
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    const std::string& spelling = terms_[found.item];
    return {.replacement = spelling, .fixes = {replace_with(reading, found.range, spelling)}};
  }

  std::vector<Part> parts() const override { return {{{}, {.found = found_}}}; }

  Reasons why_spared(Inspection& inspection) const override {
    return [this, &inspection, all = inspection.hits.of(found_)](const Part&, const Hit& hit) -> std::string {
      if (is_in_entity(inspection.draft, hit.range))
        return "is part of a link, an address, a hashtag or a mention";
      const std::string key = text::spelling_key(hit.range.of(inspection.draft.text()));
      const bool right = is_right(key, all.subspan(static_cast<std::size_t>(&hit - all.data())));
      return right ? "is written as it should be" : "";
    };
  }

 private:
  /// "linkedin.com": a host is a link to whoever reads it, its scheme left out. No domain has one letter.
  static bool begins_host(std::string_view text, std::size_t end) {
    return text.size() - end > 2 && text[end] == '.' && ascii::is_lower(text[end + 1]) &&
           ascii::is_lower(text[end + 2]);
  }

  static bool is_in_entity(match::Draft& draft, text::ByteRange range) {
    if (begins_host(draft.text(), range.end)) return true;
    const auto& entities = draft.entities();
    const auto after = std::partition_point(
        entities.begin(), entities.end(), [&](text::ByteRange entity) { return entity.end <= range.start; });
    return after != entities.end() && after->overlaps(range);
  }

  /// Two terms may differ in case alone; either is then right. The match is the first of `hits`.
  bool is_right(const std::string& key, std::span<const Hit> hits) const {
    for (const Hit& hit : hits) {
      if (hit.range != hits.front().range) return false;
      if (keys_[hit.item] == key) return true;
    }
    return false;
  }

  std::vector<std::string> terms_;
  std::vector<std::string> keys_;
  Slot found_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Capitalization& rule, RuleCompiler& compiler) {
  return std::make_unique<CapitalizationRule>(rule, compiler);
}

}  // namespace herold::check
