// Packs of any bytes, as a whole and as a single guideline of one: the reader may refuse them, never crash,
// and what it takes can check, explain and be handed out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../core/pack/to_nlohmann.h"
#include "herold/check_json.h"

namespace {

constexpr std::string_view draft =
    "Projekt Falke, #NewWork und https://a.example/?b=c, 12 % von a@b.example!\n\nThe the end.";

void require(bool holds) {
  if (!holds) std::abort();
}

void use(const herold::Pack& pack) {
  herold::FlatReport flat;
  const herold::CheckOptions options;
  pack.checker->find(draft, options, flat);
  const herold::Report report = pack.checker->describe(draft, options, flat);
  require(report.findings.size() == flat.findings().size());
  for (const herold::Finding& finding : report.findings) require(finding.range.start <= finding.range.end);
  static_cast<void>(herold::report_json(report, {}));
}

void load(std::string_view json) {
  const auto loaded = herold::load_pack(json, herold::Audience::client);
  if (loaded) use(*loaded);
  static_cast<void>(herold::load_result_json(loaded));
  const herold::TestReport tested = herold::test_pack(json);
  require(tested.error.empty() == static_cast<bool>(loaded));
  static_cast<void>(herold::test_report_json(tested));
}

void compare(std::string_view text) {
  constexpr std::size_t levels = 1000;  // the oracle does not mind how deep a document nests
  const auto parsed = herold::pack::parse_json(text, {text.size(), levels});
  if (!parsed) return;
  require(herold::pack::to_nlohmann(parsed->root()) == herold::pack::Nlohmann::parse(text, nullptr, false));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  compare(text);
  load(text);
  load(R"({"schema":1,"id":"fuzz","defaultLanguage":"de","guidelines":[)" + std::string(text) + "]}");
  return 0;
}
