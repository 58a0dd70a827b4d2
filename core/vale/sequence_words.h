// The tokens of a sequence: each one word, named by its text, by its part of speech or by both.
#pragma once

#include <string>
#include <vector>

#include "vale/rule.h"

namespace herold::vale {

/// How a word may show, in RE2's syntax.
struct Way {
  std::string before{};  // what stands in front of the sequence
  std::string piece;     // the word, with what parts it from the one before
  std::string after{};
  std::string except{};    // in place of `piece`: words that are none
  bool is_choice = false;  // the piece has alternatives
};

struct Word {
  std::vector<Way> ways{};
  bool is_named = false;             // by its text alone
  bool may_skip = false;             // whether other words may stand in front
  std::vector<std::string> texts{};  // of a named word, when they are few
};

/// Throws Unsupported where a word cannot be told.
std::vector<Word> words_of(const std::vector<Rule>& tokens);

}  // namespace herold::vale
