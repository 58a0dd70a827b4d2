#include "vale/message.h"

#include <algorithm>

#include "herold/ascii.h"

namespace herold::vale {
namespace {

bool is_letter(char c) { return ascii::is_letter(c) || c == '_'; }

/// A name in braces would be taken for a placeholder.
std::string without_placeholders(std::string_view text) {
  std::string made(text);
  for (std::size_t open = made.find('{'); open != std::string::npos; open = made.find('{', open + 1)) {
    const auto start = made.begin() + static_cast<std::ptrdiff_t>(open) + 1;
    const auto close = std::find_if_not(start, made.end(), is_letter);
    if (close == made.end() || *close != '}' || close == start) continue;
    made[open] = '(';
    *close = ')';
  }
  return made;
}

/// As Vale does: one line, single blanks.
std::string on_one_line(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) made += c;
    if (is_blank && !made.empty() && made.back() != ' ') made += ' ';
  }
  while (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

}  // namespace

std::string message_of(std::string_view format, const std::vector<std::string>& arguments) {
  const std::string text = without_placeholders(on_one_line(format));
  std::string made;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      made += text[at];
      continue;
    }
    std::size_t verb = at + 1;
    if (verb < text.size() && text[verb] == '[') {
      const std::size_t close = text.find(']', verb);
      if (close != std::string::npos && close == verb + 2 && text[verb + 1] >= '1' && text[verb + 1] <= '9') {
        next = static_cast<std::size_t>(text[verb + 1] - '1');
        verb = close + 1;
      }
    }
    const char kind = verb < text.size() ? text[verb] : '\0';
    if (kind == 's' || kind == 'd' || kind == 'v') {
      made += arguments[std::min(next++, arguments.size() - 1)];
      at = verb;
    } else {
      made += '%';
      if (kind == '%') at = verb;
    }
  }
  return made;
}

}  // namespace herold::vale
