#include "suggest/topics.h"

#include <algorithm>
#include <array>
#include <utility>

namespace herold::suggest {

namespace {

constexpr float topic_share = 0.75f;
constexpr std::size_t witness_count = 3;

}  // namespace

void lean_on_topics(const Rows<std::uint32_t>& topics, std::size_t count, std::vector<float>& fits) {
  std::vector<std::array<float, witness_count>> best(count, std::array<float, witness_count>{});
  for (std::size_t item = 0; item < fits.size(); ++item) {
    if (fits[item] <= 0) continue;
    for (const std::uint32_t topic : topics[item]) {
      auto& witnesses = best[topic];
      if (fits[item] <= witnesses.back()) continue;
      float fit = fits[item];
      // The best come first; a better one moves the others down.
      for (float& witness : witnesses)
        if (fit > witness) std::swap(fit, witness);
    }
  }
  std::vector<float> topic_fits;
  for (const auto& witnesses : best) {
    float sum = 0;
    for (const float witness : witnesses) sum += witness;
    topic_fits.push_back(sum / static_cast<float>(witness_count));
  }
  for (std::size_t item = 0; item < fits.size(); ++item) {
    if (fits[item] <= 0) continue;
    float topic = 0;
    for (const std::uint32_t id : topics[item]) topic = std::max(topic, topic_fits[id]);
    fits[item] += topic_share * topic;
  }
}

}  // namespace herold::suggest
