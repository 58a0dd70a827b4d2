#include "dictionary.h"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace herold::lexicon {

namespace {

// dictd writes places in base 64, most significant digit first.
std::size_t number(std::string_view digits) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::size_t value = 0;
  for (const char digit : digits) value = value * 64 + alphabet.find(digit);
  return value;
}

std::vector<std::string_view> parts(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> found;
  while (true) {
    const std::size_t end = text.find_first_of(separators);
    found.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return found;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r") - start + 1);
}

// Grammar, labels and pronunciation stand in brackets of their own.
std::string without_remarks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size(); ++at) {
    constexpr std::string_view open = "<[(/{", close = ">])/}";
    const std::size_t kind = open.find(text[at]);
    const std::size_t end =
        kind == std::string_view::npos ? std::string_view::npos : text.find(close[kind], at + 1);
    if (end == std::string_view::npos) {
      kept.push_back(text[at]);
    } else {
      kept.push_back(' ');
      at = end;
    }
  }
  return kept;
}

// "1. " before a sense.
bool is_numbered(std::string_view line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && line[digits] == '.';
}

void add_translations(std::string_view line, Language to, Entry& entry) {
  if (is_numbered(line)) line.remove_prefix(line.find('.') + 1);
  const std::string kept = without_remarks(line);
  for (const std::string_view phrase : parts(kept, ",;"))
    if (const auto text = trimmed(phrase); !text.empty()) entry.push_back({to, std::string(text), 1.0});
}

void add_braced(std::string_view line, Language from, Entry& entry) {
  constexpr std::size_t most = 6;
  for (std::size_t count = 0; count < most; ++count) {
    const std::size_t start = line.find('{');
    const std::size_t end = line.find('}');
    if (start == std::string_view::npos || end == std::string_view::npos || end < start) return;
    entry.push_back({from, std::string(line.substr(start + 1, end - start - 1)), 0.7});
    line.remove_prefix(end + 1);
  }
}

void read_ding(const std::vector<std::string_view>& lines, Language from, Language to, Entry entry,
               std::vector<Entry>& out) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view text = trimmed(lines[i]);
    // Examples, remarks and references to other forms tell about use, not about meaning.
    if (text.empty() || text[0] == '"' || text.rfind("Note", 0) == 0 || text.rfind("see:", 0) == 0) continue;
    if (text.rfind("Synonym", 0) == 0) {
      add_braced(text, from, entry);
    } else if (lines[i].rfind("   ", 0) != 0) {
      add_translations(text, to, entry);
    }
  }
  if (entry.size() > 1) out.push_back(std::move(entry));
}

void read_wikdict(const std::vector<std::string_view>& lines, Language to, const Entry& head,
                  std::vector<Entry>& out) {
  bool explains = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view text = trimmed(lines[i]);
    if (text.empty()) continue;
    if (!explains || is_numbered(text)) {
      Entry entry = head;
      add_translations(text, to, entry);
      if (entry.size() > 1) out.push_back(std::move(entry));
    }
    explains = true;
  }
}

void read_plain(const std::vector<std::string_view>& lines, Language to, const Entry& head,
                std::vector<Entry>& out) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Entry entry = head;
    add_translations(trimmed(lines[i]), to, entry);
    if (entry.size() > 1) out.push_back(std::move(entry));
  }
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::vector<Entry> read_dictionary(const std::string& dict_path, const std::string& index_path, Style style,
                                   Language from, Language to) {
  const std::string dict = read_file(dict_path), index = read_file(index_path);
  std::set<std::pair<std::size_t, std::size_t>> seen;
  std::vector<Entry> entries;
  for (const std::string_view row : parts(index, "\n")) {
    const auto columns = parts(row, "\t");
    if (columns.size() < 3 || columns[0].rfind("00", 0) == 0) continue;
    const std::size_t start = number(columns[1]), size = number(columns[2]);
    if (!seen.insert({start, size}).second || start > dict.size()) continue;
    const auto lines = parts(std::string_view(dict).substr(start, size), "\n");
    const std::string head_text = without_remarks(lines[0]);
    const Entry head{{from, std::string(trimmed(head_text)), 1.0}};
    switch (style) {
      case Style::ding:
        read_ding(lines, from, to, head, entries);
        break;
      case Style::wikdict:
        read_wikdict(lines, to, head, entries);
        break;
      case Style::plain:
        read_plain(lines, to, head, entries);
        break;
    }
  }
  return entries;
}

}  // namespace herold::lexicon
