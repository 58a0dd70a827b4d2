// What JavaScript can call; wasm/ts/src/glue.d.ts declares the same names. An instance of the module is one
// engine.
#include <emscripten/emscripten.h>

#include "engine.h"

namespace {

herold::wasm::Engine engine;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE std::uintptr_t herold_reserve(std::size_t bytes) { return engine.reserve(bytes); }
EMSCRIPTEN_KEEPALIVE std::uintptr_t herold_output() { return engine.output(); }
EMSCRIPTEN_KEEPALIVE std::size_t herold_output_size() { return engine.output_size(); }
EMSCRIPTEN_KEEPALIVE bool herold_load(std::size_t size) { return engine.load(size); }
EMSCRIPTEN_KEEPALIVE bool herold_set_options(std::size_t size) { return engine.set_options(size); }
EMSCRIPTEN_KEEPALIVE bool herold_check(std::size_t size) { return engine.check(size); }
EMSCRIPTEN_KEEPALIVE bool herold_report() { return engine.report(); }
EMSCRIPTEN_KEEPALIVE std::size_t herold_pending() { return engine.pending(); }
EMSCRIPTEN_KEEPALIVE bool herold_unseal_next() { return engine.unseal_next(); }
EMSCRIPTEN_KEEPALIVE bool herold_test(std::size_t size) { return engine.test(size); }
EMSCRIPTEN_KEEPALIVE bool herold_load_content(std::size_t content_size, std::size_t topics_size) {
  return engine.load_content(content_size, topics_size);
}
EMSCRIPTEN_KEEPALIVE bool herold_suggest(std::size_t draft_size, std::size_t options_size) {
  return engine.suggest(draft_size, options_size);
}
EMSCRIPTEN_KEEPALIVE bool herold_update(std::size_t event_size, std::size_t bytes_size) {
  return engine.update(event_size, bytes_size);
}
}
