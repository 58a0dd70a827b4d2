// Drafts of any text against a guideline of every kind: findings are sorted, whole, and say what they cover;
// their fixes stay inside the draft, and an explanation knows as many of them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

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
    return herold::load_pack(json.str(), herold::Audience::client).pack.value();
  }();
  return pack;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

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

void require_sound(const herold::Finding& finding, std::string_view draft) {
  const std::size_t length = utf16_length(draft);
  require(finding.range.start <= finding.range.end && finding.range.end <= length);
  require(utf16_length(finding.match) == finding.range.end - finding.range.start);
  require(draft.find(finding.match) != std::string_view::npos);
  for (const herold::Fix& fix : finding.fixes) {
    for (const herold::Edit& edit : fix.edits)
      require(edit.range.start <= edit.range.end && edit.range.end <= length &&
              !herold::first_invalid_utf8(edit.text));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view draft(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (const auto invalid = herold::first_invalid_utf8(draft)) draft = draft.substr(0, *invalid);
  const herold::CheckOptions options = options_for(data[0]);
  const herold::Report report = every_kind().checker->check(draft, options);
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    require_sound(report.findings[i], draft);
    require(i == 0 || report.findings[i - 1].range.start <= report.findings[i].range.start);
  }
  const auto& guidelines = every_kind().guidelines;
  const auto explanation =
      every_kind().checker->explain(draft, options, guidelines[data[0] % guidelines.size()].id);
  for (const herold::MatchState& match : explanation.value().matches)
    require(draft.find(match.match) != std::string_view::npos);
  return 0;
}
