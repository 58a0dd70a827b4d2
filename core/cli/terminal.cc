#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "text/graphemes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::cli {
namespace {

constexpr std::string_view reset = "\x1b[0m";

std::string_view escape(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::error:
      return "\x1b[1;31m";
    case Style::warning:
      return "\x1b[1;33m";
    case Style::suggestion:
      return "\x1b[1;36m";
    case Style::plain:
      break;
  }
  return {};
}

/// East Asian Wide and Fullwidth, in blocks.
bool is_wide(char32_t c) {
  struct Block {
    char32_t first, last;
  };
  constexpr std::array<Block, 9> blocks{{{0x1100, 0x115F},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF00, 0xFF60},
                                         {0xFFE0, 0xFFE6},
                                         {0x20000, 0x3FFFD}}};
  return text::is_emoji_presentation(c) || std::any_of(blocks.begin(), blocks.end(), [&](Block block) {
           return block.first <= c && c <= block.last;
         });
}

std::size_t columns_of(char32_t c) {
  if (text::is_mark(c) || text::is_default_ignorable(c)) return 0;
  return is_wide(c) ? 2 : 1;
}

std::size_t terminal_width() {
  constexpr std::size_t least = 40, most = 160;
  winsize size{};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? std::clamp<std::size_t>(size.ws_col, least, most) : Terminal::usual_width;
}

}  // namespace

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::error;
    case Severity::warning:
      return Style::warning;
    case Severity::suggestion:
      break;
  }
  return Style::suggestion;
}

Terminal Terminal::standard_output() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool is_dumb = term != nullptr && std::string_view(term) == "dumb";
  const bool is_unwanted = no_color != nullptr && *no_color != '\0';
  const bool is_terminal = isatty(STDOUT_FILENO) == 1;
  return Terminal(is_terminal && !is_unwanted && !is_dumb, is_terminal ? terminal_width() : usual_width);
}

std::string Terminal::styled(Style style, std::string_view text) const {
  if (!has_colours_ || style == Style::plain || text.empty()) return std::string(text);
  return std::string(escape(style)).append(text).append(reset);
}

std::size_t columns(std::string_view text) {
  const auto is_narrow = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(text.begin(), text.end(), is_narrow)) return text.size();
  const text::Graphemes graphemes(text);
  std::size_t total = 0;
  for (std::uint32_t start = 0; start < text.size();) {
    const std::uint32_t end = graphemes.next(start);
    std::size_t widest = 0;
    for (std::size_t at = start; at < end;) {
      const text::CodePoint c = text::decode(text, at);
      // An emoji selector makes a narrow sign an emoji.
      widest = std::max(widest, c.value == 0xFE0F ? 2 : columns_of(c.value));
      at += c.size;
    }
    total += widest;
    start = end;
  }
  return total;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string word(text.substr(start, end - start));
    start = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && columns(line) + 1 + columns(word) > width) lines.push_back(std::exchange(line, ""));
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string printable(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const bool is_separator = c.value == 0x2028 || c.value == 0x2029;
    if (c.value == '\t' || c.value == '\n' || c.value == '\r') {
      line += ' ';
    } else if (is_separator || text::category(c.value) == text::Category::Cc) {
      line += "�";
    } else {
      line += text.substr(at, c.size);
    }
    at += c.size;
  }
  return line;
}

}  // namespace herold::cli
