// Bundles of any bytes, the way a device takes them: the bundle, its pack, its content and topics.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "herold/bundle.h"
#include "herold/pack.h"
#include "herold/suggest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace herold;
  const auto parsed = parse_bundle({reinterpret_cast<const char*>(data), size});
  const auto* bundle = std::get_if<Bundle>(&parsed);
  if (bundle == nullptr) return 0;
  const PackResult loaded = load_pack(bundle->pack, Audience::client);
  if (loaded.pack) {
    FlatReport flat;
    loaded.pack->checker->find("Projekt Falke und 12 %", {}, flat);
  }
  ContentResult content = parse_content(bundle->content);
  const auto topics = parse_topics(bundle->topics);
  if (!content.error.empty() || !std::holds_alternative<Topics>(topics)) return 0;
  const ContentIndex index(content.items, std::get<Topics>(topics));
  static_cast<void>(suggestions_json(index.suggest("Projekt Falke", {})));
  return 0;
}
