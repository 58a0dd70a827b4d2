// Runs a fuzz target without a fuzzer: inputs put together from pieces that text processing trips over, and
// their mutations, from a fixed seed.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int inputs = 400;
constexpr std::string_view pieces[] = {"a",
                                       "Projekt Falke",
                                       "\n",
                                       "\n\n",
                                       " ",
                                       "#",
                                       "@",
                                       "a@b.ch",
                                       "https://x.ch/(",
                                       "www.",
                                       "z. B. ",
                                       "14. ",
                                       "\u0308",
                                       "\u0323",
                                       "ä",
                                       "ß",
                                       "𝐀",
                                       "а",
                                       "\u200B",
                                       "\u200D",
                                       "\uFE0F",
                                       "🎉",
                                       "🇨🇭",
                                       "1\uFE0F\u20E3",
                                       "각",
                                       "ᄀ",
                                       "\xC3",
                                       "\xFF",
                                       "_",
                                       "-",
                                       "–",
                                       "'",
                                       "’",
                                       ".",
                                       "!",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       "\"",
                                       ":",
                                       ",",
                                       "0",
                                       "e",
                                       "\\",
                                       "\\b",
                                       "\\w",
                                       "(",
                                       ")",
                                       "|",
                                       "*"};

std::string make_input(std::mt19937& random) {
  std::string input;
  for (auto count = random() % 60; count > 0; --count) input += pieces[random() % std::size(pieces)];
  for (auto flips = random() % 3; flips > 0 && !input.empty(); --flips)
    input[random() % input.size()] = static_cast<char>(random());
  return input;
}

}  // namespace

int main() {
  std::mt19937 random(20261124);
  for (int i = 0; i < inputs; ++i) {
    const std::string input = make_input(random);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
}
