// Names for programs from what people write.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace herold::app {

// "Künstliche Intelligenz: où en est-on ?" → "kuenstliche-intelligenz-ou-en-est-on", as the console makes
// them (console/src/model/slugs.ts). Latin letters lose their marks, German ones are spelled out, whatever
// the normal form; everything else parts words. Of UTF-8; about `longest` bytes at most, and empty when
// nothing remains.
std::string slug_of(std::string_view text, std::size_t longest);

}  // namespace herold::app
