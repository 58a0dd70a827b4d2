// Drafts of any text against a guideline of every kind: findings are sorted, whole, and say what they cover;
// their fixes stay inside the draft, and an explanation knows as many of them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "herold/explain.h"
#include "herold/pack.h"
#include "herold/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const herold::Pack& every_kind() {
  static const herold::Pack pack = [] {
    std::ostringstream json;
    json << std::ifstream(HEROLD_CONTRACT_DIR "/packs/every-kind.json", std::ios::binary).rdbuf();
    return *herold::load_pack(json.str(), herold::Audience::client);
  }();
  return pack;
}

/// A draft and where its UTF-16 units are, in bytes.
class Draft {
 public:
  explicit Draft(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte & 0xC0) == 0x80) continue;
      places_.insert(places_.end(), byte >= 0xF0 ? 2 : 1, at);
    }
    places_.push_back(text.size());
  }

  bool holds(herold::Range range) const { return range.start <= range.end && range.end < places_.size(); }
  std::string_view at(herold::Range range) const {
    return text_.substr(places_[range.start], places_[range.end] - places_[range.start]);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> places_;
};

/// The first byte chooses among languages and networks.
herold::CheckOptions options_for(unsigned char choice) {
  constexpr const char* languages[] = {"auto", "de", "en", "fr", "it", "rm"};
  herold::CheckOptions options;
  options.language = languages[choice % std::size(languages)];
  options.network = static_cast<herold::Network>(choice % herold::network_names.size());
  options.at = herold::Instant{1767225600, 0};
  options.groups = {"citizens-desk"};
  options.captions = {"Wir suchen ab sofort neue Leute"};
  return options;
}

/// Contract, section 3: by start, errors first, by id.
auto place_of(const herold::Finding& finding) {
  return std::tuple(finding.range.start, -static_cast<int>(finding.severity),
                    std::string_view(finding.guideline));
}

void require_sound(const herold::Finding& finding, const Draft& draft) {
  require(draft.holds(finding.range));
  require(draft.at(finding.range) == finding.match);
  for (const herold::Fix& fix : finding.fixes) {
    for (std::size_t i = 0; i < fix.edits.size(); ++i) {
      require(draft.holds(fix.edits[i].range) && !herold::first_invalid_utf8(fix.edits[i].text));
      require(i == 0 || fix.edits[i - 1].range.end <= fix.edits[i].range.start);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view draft(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (const auto invalid = herold::first_invalid_utf8(draft)) draft = draft.substr(0, *invalid);
  const Draft places(draft);
  const herold::CheckOptions options = options_for(data[0]);
  const std::vector<herold::Finding> findings = every_kind().checker->check(draft, options).findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    require_sound(findings[i], places);
    require(i == 0 || place_of(findings[i - 1]) <= place_of(findings[i]));
  }
  const auto& guidelines = every_kind().guidelines;
  const std::string& id = guidelines[data[0] % guidelines.size()].id;
  const auto explanation = every_kind().checker->explain(draft, options, id).value();
  const auto is_its = [&](const herold::Finding& finding) { return finding.guideline == id; };
  require(static_cast<std::ptrdiff_t>(explanation.findings.size()) ==
          std::count_if(findings.begin(), findings.end(), is_its));
  for (const herold::MatchState& match : explanation.matches)
    require(places.holds(match.range) && places.at(match.range) == match.match);
  return 0;
}
