// Generators of texts for property tests: pieces that folding, clusters and tags treat in special ways.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace herold::testing_text {

inline rc::Gen<std::string> piece() {
  return rc::gen::elementOf(std::vector<std::string>{"a",
                                                     "e",
                                                     "A",
                                                     "E",
                                                     "s",
                                                     "ä",
                                                     "Ä",
                                                     "a\u0308",
                                                     "ae",
                                                     "ß",
                                                     "ss",
                                                     "ẞ",
                                                     "o",
                                                     "ö",
                                                     "oe",
                                                     "x",
                                                     "X",
                                                     "9",
                                                     "\u0301",
                                                     "\u0323",
                                                     " ",
                                                     " ",
                                                     "\u00A0",
                                                     "\n",
                                                     "\n\n",
                                                     "-",
                                                     "–",
                                                     "_",
                                                     "#",
                                                     "#a",
                                                     "@",
                                                     ".",
                                                     "!",
                                                     "'",
                                                     "’",
                                                     "\u200B",
                                                     "\u00AD",
                                                     "\u200D",
                                                     "\uFE0F",
                                                     "🎉",
                                                     "👩\u200D💻",
                                                     "🇨🇭",
                                                     "1\uFE0F\u20E3",
                                                     "𝐀",
                                                     "𝐞",
                                                     "ﬁ",
                                                     "fi",
                                                     "а",
                                                     "е",
                                                     "о",
                                                     "Я",
                                                     "\r\n",
                                                     "각",
                                                     "ᄀ",
                                                     "ᅡ",
                                                     "™",
                                                     "İ",
                                                     "ς",
                                                     "Σ",
                                                     "𝛂",
                                                     "\u0345",
                                                     "www.a.ch",
                                                     "http://x.ch/",
                                                     "a@b.ch"});
}

inline rc::Gen<std::string> joined(rc::Gen<std::vector<std::string>> pieces) {
  return rc::gen::map(std::move(pieces), [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
  });
}

inline rc::Gen<std::string> draft() { return joined(rc::gen::container<std::vector<std::string>>(piece())); }

// One to four pieces.
inline rc::Gen<std::string> term() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 5), [](std::size_t size) {
    return joined(rc::gen::container<std::vector<std::string>>(size, piece()));
  });
}

}  // namespace herold::testing_text
