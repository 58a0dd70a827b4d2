#include "vale/program.h"

#include <algorithm>
#include <map>
#include <optional>

#include "herold/ascii.h"
#include "vale/expression.h"

namespace herold::vale {
namespace {

struct Token {
  enum class Kind { word, text, sign };
  Kind kind;
  std::string text;

  bool operator==(const Token& other) const { return kind == other.kind && text == other.text; }
};

bool is_word(char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '$'; }

[[noreturn]] void refuse() { throw Unsupported("is a program (script), and a pack is data"); }

/// `"a\n"` or `a\n` between back quotes, where a backslash is one.
std::string read_text(std::string_view program, std::size_t& at) {
  const char quote = program[at++];
  std::string text;
  for (; at < program.size() && program[at] != quote; ++at) {
    const bool is_escape = quote == '"' && program[at] == '\\' && at + 1 < program.size();
    if (is_escape && program[++at] == 'n') {
      text += '\n';
    } else if (is_escape && program[at] == 't') {
      text += '\t';
    } else if (is_escape && program[at] != '\\' && program[at] != '"') {
      refuse();
    } else {
      text += program[at];
    }
  }
  if (at == program.size()) refuse();
  ++at;
  return text;
}

std::vector<Token> tokens_of(std::string_view program) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < program.size();) {
    const char c = program[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ';') {
      ++at;
    } else if (program.substr(at, 2) == "//") {
      at = std::min(program.find('\n', at), program.size());
    } else if (program.substr(at, 2) == "/*") {
      const std::size_t end = program.find("*/", at + 2);
      at = end == std::string_view::npos ? program.size() : end + 2;
    } else if (c == '"' || c == '`') {
      tokens.push_back({Token::Kind::text, read_text(program, at)});
    } else if (is_word(c)) {
      std::size_t end = at;
      while (end < program.size() && is_word(program[end])) ++end;
      tokens.push_back({Token::Kind::word, std::string(program.substr(at, end - at))});
      at = end;
    } else {
      tokens.push_back({Token::Kind::sign, std::string(1, c)});
      ++at;
    }
  }
  return tokens;
}

/// `match[0]["begin"]` and `{"begin": 0}` are `match[0].begin` and `{begin: 0}`.
std::vector<Token> without_quoted_keys(std::vector<Token> tokens) {
  const auto is_sign = [&](std::size_t at, std::string_view sign) {
    return at < tokens.size() && tokens[at].kind == Token::Kind::sign && tokens[at].text == sign;
  };
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    if (tokens[at].kind != Token::Kind::text) continue;
    if (is_sign(at - 1, "[") && is_sign(at + 1, "]")) {
      tokens[at].kind = Token::Kind::word;
      tokens[at - 1].text = ".";
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    } else if (is_sign(at + 1, ":")) {
      tokens[at].kind = Token::Kind::word;
    }
  }
  return tokens;
}

/// Reads statement after statement, each by a template in which `$name` stands for any one token.
class ProgramReader {
 public:
  explicit ProgramReader(std::string_view program) : tokens_(without_quoted_keys(tokens_of(program))) {}

  std::vector<Search> read() {
    while (at_ < tokens_.size()) read_statement();
    if (depth_ != 0 || found_.empty()) refuse();
    return std::move(found_);
  }

 private:
  void read_statement() {
    if (next("}")) {
      if (depth_-- == 0) refuse();
    } else if (next("$name := import($text)") || next("matches := []") || next("$name := 0") ||
               next("$name += len($line) + 1")) {
    } else if (next("for $line in text.split(scope, $text) {") && bound("text").text == "\n") {
      line_ = bound("line").text;
      ++depth_;
    } else if (next("if text.re_find($text, $line, -1) { $name = $value }") ||
               next("if text.re_match($text, $line) { $name = $value }")) {
      // A post holds none of Vale's own comments, which switch a rule off and on.
      if (text_of("text").rfind("<!-- vale ", 0) != 0) refuse();
    } else if (next("for $match in text.re_find($text, $where, -1) {")) {
      read_search();
    } else if (next("if $name {")) {
      read_condition();
    } else if (next("$name := $value")) {
      values_.insert_or_assign(bound("name").text, bound("value"));
    } else {
      refuse();
    }
  }

  void read_condition() {
    const Token value = value_of(bound("name"));
    if (value == Token{Token::Kind::word, "true"}) {
      ++depth_;
      return;
    }
    if (!(value == Token{Token::Kind::word, "false"})) refuse();
    for (int open = 1; open > 0; ++at_) {
      if (at_ == tokens_.size()) refuse();
      if (tokens_[at_].kind != Token::Kind::sign) continue;
      open += tokens_[at_].text == "{" ? 1 : tokens_[at_].text == "}" ? -1 : 0;
    }
  }

  void read_search() {
    const std::string match = bound("match").text, where = bound("where").text;
    const Search search{text_of("text"), where == line_};
    const bool is_whole =
        next("matches = append(matches, {begin: $match[0].begin, end: $match[0].end}) }") ||
        next("matches = append(matches, {begin: $from + $match[0].begin, end: $from + $match[0].end}) }");
    if (!is_whole || bound("match").text != match || (where != "scope" && !search.in_line)) refuse();
    found_.push_back(search);
  }

  bool next(std::string_view form) {
    const std::vector<Token> wanted = tokens_of(form);
    if (tokens_.size() - at_ < wanted.size()) return false;
    std::map<std::string, Token> bound;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const Token& token = tokens_[at_ + i];
      if (wanted[i].text[0] != '$') {
        if (!(wanted[i] == token)) return false;
      } else if (token.kind == Token::Kind::sign ||
                 !(bound.try_emplace(wanted[i].text.substr(1), token).first->second == token)) {
        return false;
      }
    }
    bound_ = std::move(bound);
    at_ += wanted.size();
    return true;
  }

  const Token& bound(const std::string& name) const { return bound_.at(name); }
  Token value_of(const Token& token) const {
    const auto known = values_.find(token.text);
    return token.kind == Token::Kind::word && known != values_.end() ? known->second : token;
  }
  std::string text_of(const std::string& name) const {
    const Token value = value_of(bound(name));
    if (value.kind != Token::Kind::text) refuse();
    return value.text;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;     // of blocks
  std::string line_;  // what the program calls a line
  std::map<std::string, Token> bound_, values_;
  std::vector<Search> found_;
};

}  // namespace

std::vector<Search> searches_of(std::string_view program) {
  constexpr std::size_t longest = 1 << 14;  // far more than any that only looks for expressions
  if (program.size() > longest) refuse();
  return ProgramReader(program).read();
}

}  // namespace herold::vale
