// What JavaScript can call; wasm/ts/src/glue.d.ts declares the same names.
#include <emscripten/bind.h>

#include "engine.h"

EMSCRIPTEN_BINDINGS(herold) {
  using herold::wasm::Engine;
  emscripten::class_<Engine>("Engine")
      .constructor()
      .function("reserve", &Engine::reserve)
      .function("output", &Engine::output)
      .function("outputSize", &Engine::output_size)
      .function("load", &Engine::load)
      .function("setOptions", &Engine::set_options)
      .function("check", &Engine::check)
      .function("report", &Engine::report)
      .function("pending", &Engine::pending)
      .function("unsealNext", &Engine::unseal_next)
      .function("test", &Engine::test)
      .function("loadLexicon", &Engine::load_lexicon)
      .function("beginContent", &Engine::begin_content)
      .function("addContent", &Engine::add_content)
      .function("endContent", &Engine::end_content)
      .function("suggest", &Engine::suggest)
      .function("update", &Engine::update);
}
