// The one place that catches. The rest is compiled as code that lets exceptions pass, which is smaller by
// what there would be to clean up; the linker must not see both at once, or would take the rest for code that
// throws nothing.
#include <exception>
#include <utility>

#include "engine.h"

namespace herold::wasm {

bool Engine::guarded(Fault (*call)(const void*), const void* object) {
  try {
    Fault fault = call(object);
    if (!fault) return true;
    answer(*std::move(fault));
  } catch (const std::exception& error) {
    answer(error.what());
  } catch (...) {
    answer("an unknown error");
  }
  return false;
}

}  // namespace herold::wasm
