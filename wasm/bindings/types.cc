// Stands in for Embind's own list of types, which brings strings, views and floating point along: a third of
// the glue. The linker takes these definitions and leaves Embind's alone.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <cstring>
#include <limits>
#include <typeinfo>

extern "C" {

/// For the message about a type that is missing here; the caller frees it.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info* type) { return strdup(type->name()); }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  using Size = unsigned long;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_integer(TypeID<Size>::get(), "unsigned long", sizeof(Size), 0,
                           std::numeric_limits<Size>::max());
}
}
