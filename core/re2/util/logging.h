// Stands in for RE2's own util/logging.h: a library prints nothing, and the streams that RE2 would print
// with weigh 100 KB in WebAssembly. What RE2 holds to be impossible still ends the program.
#pragma once

#include <cassert>
#include <cstdlib>

#include "util/util.h"

struct DiscardedLog {
  template <typename Value>
  DiscardedLog& operator<<(const Value&) {
    return *this;
  }
};

struct FatalLog : DiscardedLog {
  [[noreturn]] ~FatalLog() { std::abort(); }
};

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    FatalLog()
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GT(a, b) CHECK((a) > (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))

// What would be printed is not even made: it brings along the code that writes patterns as text.
#define LOG_NOTHING \
  if (true) {       \
  } else            \
    DiscardedLog()
#define LOG_INFO LOG_NOTHING
#define LOG_WARNING LOG_NOTHING
#define LOG_ERROR LOG_NOTHING
#define LOG_DFATAL LOG_NOTHING
#define LOG_FATAL FatalLog()
#define LOG(severity) LOG_##severity
#define VLOG(level) LOG_NOTHING
