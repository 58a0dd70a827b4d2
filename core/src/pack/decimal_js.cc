// JavaScript rounds correctly too (ECMA-262, StringToNumber), while the C library would bring arithmetic of
// 128 bits along.
#include <emscripten/emscripten.h>

#include <cstddef>

#include "pack/decimal.h"

// clang-format off
EM_JS(double, herold_read_decimal, (const char* text, std::size_t size), {
  return Number(Array.from(HEAPU8.subarray(text, text + size), (byte) => String.fromCharCode(byte)).join(""));
})
// clang-format on

namespace herold::pack {

double read_decimal(const std::string& number) { return herold_read_decimal(number.data(), number.size()); }

}  // namespace herold::pack
