// Stands in for the C library's snprintf, which brings floating point along; what is left prints whole
// numbers.
#include <cstdarg>
#include <cstddef>

extern "C" {

int vsniprintf(char* out, std::size_t size, const char* format, va_list values);

int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int length = vsniprintf(out, size, format, values);
  va_end(values);
  return length;
}
}
