// The lexicon that ships, read once.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

#include "herold/lexicon.h"

namespace herold {

inline std::string lexicon_bytes() {
  std::ostringstream bytes;
  bytes << std::ifstream(HEROLD_LEXICON, std::ios::binary).rdbuf();
  return bytes.str();
}

inline std::shared_ptr<const Lexicon> shipped_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = [] {
    auto read = Lexicon::parse(lexicon_bytes());
    if (!read) throw std::runtime_error(read.error().message);
    return std::make_shared<const Lexicon>(*std::move(read));
  }();
  return lexicon;
}

}  // namespace herold
