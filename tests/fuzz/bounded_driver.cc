// Runs a fuzz target without a fuzzer: inputs put together from pieces that text processing trips over, the
// files of the folder given, and mutations of both, from a fixed seed.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

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

/// Sorted, so that every run is alike.
std::vector<std::string> read_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> files;
  for (const std::filesystem::path& path : paths) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    files.push_back(content.str());
  }
  return files;
}

/// Itself, or with some pieces put in place of what stood there.
std::string mutated(std::string seed, std::mt19937& random) {
  for (auto changes = random() % 4; changes > 0 && !seed.empty(); --changes)
    seed.replace(random() % seed.size(), random() % 4, pieces[random() % std::size(pieces)]);
  return seed;
}

}  // namespace

int main(int argc, char** argv) {
  std::mt19937 random(20261124);
  std::vector<std::string> seeds;
  if (argc > 1) seeds = read_folder(argv[1]);
  for (int i = 0; i < inputs; ++i) {
    const bool from_seed = !seeds.empty() && i % 2 == 0;
    const std::string input = from_seed
                                  ? mutated(seeds[static_cast<std::size_t>(i / 2) % seeds.size()], random)
                                  : make_input(random);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
}
