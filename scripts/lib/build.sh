# The build steps, in the order they depend on one another. Sourced after setup.sh.

# build_preset NAME [TARGET…]
build_preset() {
  local preset=$1; shift
  say "building $preset"
  (cd "$ROOT" && cmake --preset "$preset" >"$CACHE/$preset.log" 2>&1) || { tail -20 "$CACHE/$preset.log" >&2; die "cmake could not configure $preset (see .cache/$preset.log)"; }
  (cd "$ROOT" && cmake --build --preset "$preset" ${1:+--target "$@"})
}

build_wasm() {
  build_preset wasm-release
  (cd "$ROOT" && node wasm/ts/build.mjs)
}

# It counts messages with a folder of the extension, whose TypeScript settings WXT generates.
build_console() {
  say "building the console"
  (cd "$ROOT" && npm run --silent settings --workspace extension && npm run --silent build --workspace server/console)
}

build_native() {
  build_preset native-release herold
  ln -sfn native-release/herold "$ROOT/build/herold"
}

build_extension() {
  say "building the extension"
  (cd "$ROOT" && npm run --silent build --workspace extension)
}

# The console carries the WebAssembly core, the server carries the console.
build_all() {
  build_wasm
  build_console
  build_native
  build_extension
}
