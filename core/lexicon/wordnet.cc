#include "wordnet.h"

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace herold::lexicon {

// A part of speech of WordNet: its files, and how much a word of it tells about a topic.
struct PartOfSpeech {
  const char* name;
  double topic;
};

namespace {

constexpr std::array<PartOfSpeech, 4> parts_of_speech{
    {{"noun", 1.0}, {"verb", 0.35}, {"adj", 0.5}, {"adv", 0.15}}};

// A sense key has them by number from 1 on; 5 is an adjective beside another.
constexpr std::array<std::size_t, 6> part_of_number{0, 0, 1, 2, 3, 2};

// Of what any post may speak, by WordNet's lexicographer files: adverbs, numbers and days, then the body,
// feelings, food, motives, places, people, relations, and what is too general for a file of its own.
double salience_of_file(int file) {
  switch (file) {
    case 2:
    case 23:
    case 28:
      return 0.1;
    case 3:
    case 8:
    case 12:
    case 13:
    case 15:
    case 16:
    case 18:
    case 24:
      return 0.4;
    default:
      return 1;
  }
}

// The commonest words by SCOWL, in levels: some 4,000, 12,000 and 50,000 in all.
constexpr std::array<std::pair<int, double>, 3> scowl_levels{{{10, 0.25}, {20, 0.5}, {35, 0.75}}};

// Of a word that is not there.
constexpr double unknown = 0.8;

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return file;
}

}  // namespace

WordNet::WordNet(const std::string& folder, const std::string& scowl) {
  for (const PartOfSpeech& part : parts_of_speech) read(folder, part);
  read_counts(folder + "/cntlist.rev");
  for (const auto& [level, salience] : scowl_levels)
    for (const char* list : {"english", "american", "british"})
      read_common(scowl + '/' + list + "-words." + std::to_string(level), salience);
}

double WordNet::topic(const std::string& key) const {
  const auto found = uses_.find(key);
  return found == uses_.end() ? unknown
                              : found->second.topic / found->second.all / found->second.commonness();
}

double WordNet::salience(const std::string& key) const {
  const auto found = uses_.find(key);
  const auto common = common_.find(key);
  return (found == uses_.end() ? unknown
                               : found->second.salience / found->second.all / found->second.commonness()) *
         (common == common_.end() ? 1 : common->second);
}

void WordNet::Use::add(const PartOfSpeech& part, int file, double count) {
  topic += count * part.topic;
  salience += count * salience_of_file(file);
  all += count;
}

double WordNet::Use::commonness() const { return std::sqrt(1 + occurrences / 100); }

void WordNet::read(const std::string& folder, const PartOfSpeech& part) {
  // Each line of the data begins with its own place and the number of the lexicographer's file.
  std::unordered_map<std::string, int> files;
  auto data = open(folder + "/data." + part.name);
  for (std::string line; std::getline(data, line);)
    if (line[0] != ' ') files.emplace(line.substr(0, 8), std::stoi(line.substr(9, 2)));
  // lemma, part of speech, number of senses, …, the places of the senses
  auto index = open(folder + "/index." + part.name);
  for (std::string line; std::getline(index, line);) {
    std::istringstream columns(line);
    const std::vector<std::string> words{std::istream_iterator<std::string>(columns), {}};
    if (line[0] == ' ' || words[0].find('_') != std::string::npos) continue;
    Use& use = uses_[keys_.key(words[0], Language::english)];
    for (auto place = words.end() - std::stoi(words[2]); place != words.end(); ++place)
      use.add(part, files.at(*place), 1);
  }
}

// Occurrences in a corpus: "lemma%part:file:…", a sense's number, how often.
void WordNet::read_counts(const std::string& path) {
  auto counts = open(path);
  double number = 0, count = 0;
  for (std::string sense; counts >> sense >> number >> count;) {
    const std::size_t at = sense.find('%');
    const auto part = static_cast<std::size_t>(sense.at(at + 1) - '0');
    if (sense.find('_') != std::string::npos || part >= part_of_number.size()) continue;
    Use& use = uses_[keys_.key(sense.substr(0, at), Language::english)];
    use.add(parts_of_speech[part_of_number[part]], std::stoi(sense.substr(at + 3, 2)), count);
    use.occurrences += count;
  }
}

// The lists from the commonest words on: of what stems alike the commonest counts.
void WordNet::read_common(const std::string& path, double salience) {
  auto list = open(path);
  for (std::string word; std::getline(list, word);)
    common_.emplace(keys_.key(word, Language::english), salience);
}

}  // namespace herold::lexicon
