// What an index is made of.
#pragma once

#include <memory>

#include "herold/suggest.h"
#include "suggest/item_table.h"
#include "suggest/vocabulary.h"

namespace herold {

struct ContentIndex::Data {
  suggest::ItemTable items;
  std::shared_ptr<const Lexicon> lexicon;
  suggest::Vocabulary vocabulary;
  // Where a word stands, and how prominently, in twentieths: more in a title than in a summary.
  suggest::Rows<suggest::Posting> items_of_words, words_of_items;
};

namespace suggest {

inline constexpr float twentieth = 0.05f;

}  // namespace suggest

}  // namespace herold
