// Bundles of any bytes, the way a device takes them: the bundle, its pack, its content and topics.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "herold/bundle.h"
#include "herold/pack.h"
#include "herold/suggest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace herold;
  const auto bundle = parse_bundle({reinterpret_cast<const char*>(data), size});
  if (!bundle) return 0;
  const auto loaded = load_pack(bundle->pack, Audience::client);
  if (loaded) {
    FlatReport flat;
    loaded->checker->find("Projekt Falke und 12 %", {}, flat);
  }
  const auto content = parse_content(bundle->content);
  const auto topics = parse_topics(bundle->topics);
  if (!content || !topics) return 0;
  const ContentIndex index(content->items, *topics);
  static_cast<void>(suggestions_json(index.suggest("Projekt Falke", {})));
  return 0;
}
