// Makes the lexicon of ranking from dictionaries: build_lexicon DICT_FOLDER OUTPUT. DICT_FOLDER holds the
// unpacked dictionaries; scripts/lexicon calls it. The same sources give the same bytes.
//
// The concepts are the stems of English words. A German word means what its translations say, each share by
// how often it is given. French and Italian dictionaries to English are small, so their words also mean what
// their German and French translations mean, discounted for the detour.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "dictionary.h"
#include "herold/lexicon.h"
#include "suggest/compounds.h"
#include "suggest/tokens.h"
#include "wordnet.h"

namespace herold::lexicon {

namespace {

using suggest::language_count;
using WordId = std::uint32_t;
using Meaning = std::vector<std::pair<WordId, double>>;  // English words and shares that sum to 1

constexpr double detour = 0.7;       // what a translation over a third language is worth
constexpr double min_weight = 0.45;  // words of phrases that are longer than four words say too little
constexpr double min_share = 0.08;   // rarer senses are noise
constexpr std::size_t most_senses = 3;
constexpr std::size_t most_translations = 12;
// A word is kept when that many senses name it, by language: the sources differ in size. So is a concept.
constexpr std::array<double, language_count> min_entries{5, 5, 2, 1};
constexpr double min_concept_entries = 5;
constexpr double min_topic = 0.12;    // what tells less about a topic is left out
constexpr double same_meaning = 0.6;  // cosine from which a compound's parts say what it means

struct Source {
  const char* name;
  Style style;
  Language from, to;
};

constexpr Source sources[] = {
    {"freedict-deu-eng", Style::ding, Language::german, Language::english},
    {"freedict-eng-deu", Style::ding, Language::english, Language::german},
    {"freedict-deu-fra", Style::wikdict, Language::german, Language::french},
    {"freedict-fra-deu", Style::wikdict, Language::french, Language::german},
    {"freedict-fra-ita", Style::wikdict, Language::french, Language::italian},
    {"freedict-fra-eng", Style::plain, Language::french, Language::english},
    {"freedict-eng-fra", Style::plain, Language::english, Language::french},
    {"freedict-ita-eng", Style::plain, Language::italian, Language::english},
    {"freedict-eng-ita", Style::plain, Language::english, Language::italian},
    {"freedict-deu-ita", Style::plain, Language::german, Language::italian},
    {"freedict-ita-deu", Style::plain, Language::italian, Language::german},
};

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

struct Word {
  Language language;
  std::string key;
  double entries = 0;
};

struct Link {
  WordId from, to;
  float weight;
};

class Builder {
 public:
  void read(const Source& source, const std::string& folder) {
    const std::string name = source.name;
    for (const Entry& entry : read_dictionary(folder + "/" + name + ".dict", folder + "/" + name + ".index",
                                              source.style, source.from, source.to))
      add(entry);
  }

  void find_meanings() {
    std::sort(links_.begin(), links_.end(),
              [](const Link& a, const Link& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    meanings_.resize(words_.size());
    for (const Language language : {Language::english, Language::german, Language::french, Language::italian})
      for (WordId id = 0; id < words_.size(); ++id)
        if (words_[id].language == language) meanings_[id] = meaning(id);
  }

  std::string lexicon(const WordNet& wordnet) const {
    std::array<std::map<std::string, Meaning>, language_count> kept;
    std::vector<WordId> by_length;
    for (WordId id = 0; id < words_.size(); ++id) by_length.push_back(id);
    std::sort(by_length.begin(), by_length.end(), [this](WordId a, WordId b) {
      const Word &x = words_[a], &y = words_[b];
      return x.key.size() != y.key.size() ? x.key.size() < y.key.size() : x.key < y.key;
    });
    for (const WordId id : by_length) {
      const Word& word = words_[id];
      auto& list = kept[index_of(word.language)];
      if (word.entries < min_entries[index_of(word.language)]) continue;
      double topic = 0;
      for (const auto& [concept_id, share] : meanings_[id])
        topic += share * wordnet.topic(words_[concept_id].key);
      if (topic < min_topic) {
        // Kept without senses: a word that is known to say little is none that nobody knows. Often all its
        // translations are stop words or phrases.
        list.emplace(word.key, Meaning{});
        continue;
      }
      if (word.language == Language::german && says_itself(word.key, meanings_[id], list)) continue;
      list.emplace(word.key, meanings_[id]);
    }
    return written(kept, wordnet);
  }

 private:
  WordId id_of(Language language, std::string key) {
    const auto [at, is_new] = ids_[index_of(language)].emplace(key, static_cast<WordId>(words_.size()));
    if (is_new) words_.push_back({language, std::move(key)});
    return at->second;
  }

  void add(const Entry& entry) {
    std::map<WordId, double> bag;
    for (const Phrase& phrase : entry) {
      std::vector<std::string> keys;
      for (const text::ByteRange range : suggest::tokens(phrase.text))
        if (auto key = keys_.key(range.of(phrase.text), phrase.language); !key.empty())
          keys.push_back(std::move(key));
      const double weight =
          phrase.weight / std::sqrt(static_cast<double>(std::max<std::size_t>(keys.size(), 1)));
      if (weight < min_weight) continue;
      for (std::string& key : keys) {
        double& known = bag[id_of(phrase.language, std::move(key))];
        known = std::max(known, weight);
      }
    }
    for (const auto& [from, weight] : bag) {
      words_[from].entries += 1;
      double sum = 0;
      std::size_t count = 0;
      for (const auto& [to, other] : bag)
        if (words_[to].language != words_[from].language && ++count <= most_translations) sum += other;
      count = 0;
      for (const auto& [to, other] : bag)
        if (words_[to].language != words_[from].language && ++count <= most_translations)
          links_.push_back({from, to, static_cast<float>(weight * other / sum)});
    }
  }

  Meaning meaning(WordId id) const {
    if (words_[id].language == Language::english) return {{id, 1.0}};
    std::map<WordId, double> shares;
    const auto first = std::lower_bound(links_.begin(), links_.end(), id,
                                        [](const Link& link, WordId value) { return link.from < value; });
    for (auto link = first; link != links_.end() && link->from == id; ++link) {
      const bool direct = words_[link->to].language == Language::english;
      for (const auto& [concept_id, share] : meanings_[link->to])
        if (words_[concept_id].entries >= min_concept_entries)
          shares[concept_id] += (direct ? 1 : detour) * static_cast<double>(link->weight) * share;
    }
    return pruned(shares);
  }

  static Meaning pruned(const std::map<WordId, double>& shares) {
    Meaning senses(shares.begin(), shares.end());
    std::stable_sort(senses.begin(), senses.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    double all = 0;
    for (const auto& sense : senses) all += sense.second;
    if (senses.size() > most_senses) senses.resize(most_senses);
    while (!senses.empty() && senses.back().second < min_share * all) senses.pop_back();
    double sum = 0;
    for (const auto& sense : senses) sum += sense.second;
    for (auto& sense : senses) sense.second /= sum;
    return senses;
  }

  static bool says_itself(const std::string& key, const Meaning& meaning,
                          const std::map<std::string, Meaning>& shorter) {
    const auto split = suggest::split_compound(key, [&shorter](std::string_view part) {
      const auto found = shorter.find(std::string(part));
      return found != shorter.end() && !found->second.empty();
    });
    if (!split) return false;
    std::map<WordId, double> parts;
    for (const std::string_view part : {split->first, split->second})
      for (const auto& [concept_id, share] : shorter.at(std::string(part))) parts[concept_id] += share;
    double product = 0, own = 0, other = 0;
    for (const auto& [concept_id, share] : meaning) {
      own += share * share;
      if (const auto found = parts.find(concept_id); found != parts.end()) product += share * found->second;
    }
    for (const auto& [concept_id, share] : parts) other += share * share;
    return product >= same_meaning * std::sqrt(own * other);
  }

  static void put_number(std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift & 0xFF));
  }

  static void put_share(std::string& out, double share) {
    out.push_back(static_cast<char>(std::clamp<long>(std::lround(share * 255), 1, 255)));
  }

  std::string written(const std::array<std::map<std::string, Meaning>, language_count>& kept,
                      const WordNet& wordnet) const {
    std::map<std::string, WordId> used;
    for (const auto& list : kept)
      for (const auto& [key, meaning] : list)
        for (const auto& sense : meaning) used.emplace(words_[sense.first].key, sense.first);
    if (used.size() > 0xFFFF) throw std::runtime_error("too many concepts for two bytes");
    std::unordered_map<WordId, std::size_t> concept_ids;
    std::string out = "HLX2";
    put_number(out, used.size());
    for (const auto& [key, id] : used) {
      concept_ids.emplace(id, concept_ids.size());
      put_share(out, wordnet.topic(key));
    }
    for (const auto& each : used) put_share(out, wordnet.salience(each.first));
    for (const auto& list : kept) {
      std::string shared, added, counts, suffixes, low, high, shares, before;
      for (const auto& [key, meaning] : list) {
        const auto differs = std::mismatch(key.begin(), key.end(), before.begin(), before.end()).first;
        const auto same = static_cast<std::size_t>(differs - key.begin());
        shared.push_back(static_cast<char>(same));
        added.push_back(static_cast<char>(key.size() - same));
        suffixes += key.substr(same);
        counts.push_back(static_cast<char>(meaning.size()));
        for (const auto& [id, share] : meaning) {
          const std::size_t concept_id = concept_ids.at(id);
          low.push_back(static_cast<char>(concept_id & 0xFF));
          high.push_back(static_cast<char>(concept_id >> 8));
          // In sixteenths, which compress to half a byte.
          shares.push_back(static_cast<char>(std::max<long>(std::lround(share * 16) * 16 - 1, 15)));
        }
        before = key;
      }
      put_number(out, list.size());
      put_number(out, suffixes.size());
      for (const std::string* column : {&shared, &added, &counts, &suffixes, &low, &high, &shares})
        out += *column;
      std::cerr << list.size() << " words\n";
    }
    std::cerr << used.size() << " concepts\n";
    return out;
  }

  suggest::WordKeys keys_;
  std::array<std::unordered_map<std::string, WordId>, language_count> ids_;
  std::vector<Word> words_;
  std::vector<Link> links_;
  std::vector<Meaning> meanings_;
};

}  // namespace

}  // namespace herold::lexicon

int main(int argc, char** argv) {
  using namespace herold::lexicon;
  if (argc != 3) {
    std::cerr << "usage: build_lexicon DICT_FOLDER OUTPUT\n";
    return 2;
  }
  try {
    Builder builder;
    for (const Source& source : sources) builder.read(source, argv[1]);
    builder.find_meanings();
    const std::string bytes = builder.lexicon(WordNet("/usr/share/wordnet", "/usr/share/dict/scowl"));
    const auto check = herold::Lexicon::parse(bytes);
    if (!check) throw std::runtime_error(check.error().message);
    std::ofstream(argv[2], std::ios::binary) << bytes;
  } catch (const std::exception& error) {
    std::cerr << "build_lexicon: " << error.what() << '\n';
    return 1;
  }
}
