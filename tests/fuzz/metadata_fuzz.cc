// Update metadata and bundles of any bytes: the client may refuse them, never crash, loop, or accept what
// nobody signed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "herold/bundle.h"
#include "herold/canonical_json.h"
#include "herold/update.h"

namespace {

using namespace herold::update;

constexpr herold::Instant now{1767225600, 0};

/// Serves one file for every fetch and says of every signature what `holds` says. Returns how it ended.
Step finish(BundleUpdate& update, std::string_view file, bool holds) {
  Step step = update.start();
  for (int turns = 0; turns < 2000; ++turns) {
    if (std::holds_alternative<Fetch>(step)) {
      step = update.resume(Fetched{std::string(file), std::string(64, '0')});
    } else if (const auto* verify = std::get_if<Verify>(&step)) {
      step = update.resume(Verified{std::vector<bool>(verify->checks.size(), holds)});
    } else {
      return step;
    }
  }
  std::abort();  // it never ends
}

/// A root as it should be, but for its keys.
constexpr std::string_view root =
    R"({"signatures":[{"keyid":"k","sig":"00"}],"signed":{"_type":"root","consistent_snapshot":true,)"
    R"("expires":"2030-01-01T00:00:00Z","keys":{"k":{"keytype":"ed25519","keyval":{"public":")"
    R"(0000000000000000000000000000000000000000000000000000000000000000"},"scheme":"ed25519"}},"roles":{)"
    R"("root":{"keyids":["k"],"threshold":1},"snapshot":{"keyids":["k"],"threshold":1},)"
    R"("targets":{"keyids":["k"],"threshold":1},"timestamp":{"keyids":["k"],"threshold":1}},)"
    R"("spec_version":"1.0.31","version":1}})";

/// The text with bytes of the input over it: two say where, the rest what.
std::string altered(std::string_view text, std::string_view input) {
  std::string result(text);
  if (input.size() < 3) return result;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(input[i]));
  };
  const std::size_t at = (byte(0) << 8 | byte(1)) % result.size();
  return result.replace(at, input.size() % 5, input.substr(2));
}

void try_text(const std::string& text) {
  // What is canonical is its own canonical form.
  if (const auto canonical = herold::canonical_json(text)) {
    const bool has_escapes = text.find('\\') != std::string::npos;
    if (!has_escapes && herold::canonical_json(*canonical) != canonical) std::abort();
  }
  static_cast<void>(herold::parse_bundle(text));
  for (const bool holds : {false, true}) {
    BundleUpdate update({"acme", "pilot", now, {text, text, text, text}, InForce{1, ""}, {}});
    const Step end = finish(update, text, holds);
    if (std::holds_alternative<Done>(end) && !holds) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  try_text(input);
  try_text(altered(root, input));
  return 0;
}
