// Stands in for RE2's own re2/unicode_groups.h: the same groups, made from the tables of core/src/text when a
// pattern first names one. RE2's ranges weigh 13 KB compressed, and two thirds of them say what those tables
// say.
#pragma once

#include <stdint.h>

#include "util/utf.h"
#include "util/util.h"

namespace re2 {

struct URange16 {
  uint16_t lo;
  uint16_t hi;
};

struct URange32 {
  Rune lo;
  Rune hi;
};

struct UGroup {
  const char* name;
  int sign;  // +1 for [abc], -1 for [^abc]
  const URange16* r16;
  int nr16;
  const URange32* r32;
  int nr32;
};

/// General categories and scripts. Becomes the pointer that RE2 searches; thread-safe.
struct UnicodeGroups {
  operator const UGroup*() const;
};

constexpr UnicodeGroups unicode_groups;
extern const int num_unicode_groups;

extern const UGroup posix_groups[];
extern const int num_posix_groups;

extern const UGroup perl_groups[];
extern const int num_perl_groups;

}  // namespace re2
