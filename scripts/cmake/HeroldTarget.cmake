# Settings that every target of ours shares. Third-party sources are built without them.

option(HEROLD_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

add_library(herold_options INTERFACE)
add_library(herold::options ALIAS herold_options)
target_compile_options(herold_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)

if(HEROLD_SANITIZE)
  # On the whole build, third-party sources too: mixing instrumented and plain containers gives false reports.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # These two stand before every access, a third of what compiling costs. What they tell of a null pointer shows itself,
  # and Clang's build (fuzz) has both.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fno-sanitize=null,alignment>)
  add_link_options(-fsanitize=address,undefined)
endif()

# Code that a browser fetches and that runs now and then: size counts more than speed.
add_library(herold_small INTERFACE)
add_library(herold::small ALIAS herold_small)

if(EMSCRIPTEN)
  # Nothing is caught: wasm/bindings/throw.cc. Landing pads alone weigh a tenth.
  add_compile_options(-fno-exceptions -fno-rtti)
  # Optimised as a whole by the linker. Every browser that can run the extension knows these instructions.
  add_compile_options(-fvisibility=hidden -fwhole-program-vtables -fvirtual-function-elimination)
  add_compile_options(-flto -mbulk-memory -mnontrapping-fptoint -msign-ext)
  # One thread.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics>)
  add_link_options(-fno-exceptions)
  # tests/bench/size.mjs and check.mjs show what these are for.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  # Emscripten makes plain `-Oz` inline nothing, not even a string's size(): several times slower, and it spreads, for
  # the linker takes a template's instance from whichever object comes first.
  target_compile_options(herold_small INTERFACE -Oz -finline-functions)
endif()

# herold_together(TARGET): its files are compiled a few at a time, so that headers far larger than they are, JSON's and the
# tests' above all, are parsed once for these: a quarter to half of the time. Names in unnamed namespaces must differ
# within the folder.
option(HEROLD_TOGETHER "Compile files a few at a time; OFF gives clangd and clang-tidy a command for each" ON)
function(herold_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${HEROLD_TOGETHER} UNITY_BUILD_BATCH_SIZE 8)
  # GCC takes a source file that another one includes for a header, and warns of types that no other file can see.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# RE2 without Abseil, Snowball, and Argon2; scripts/lib/setup.sh puts the sources there.
set(HEROLD_RE2_DIR ${CMAKE_SOURCE_DIR}/.cache/re2/vendor CACHE PATH "RE2 sources without Abseil")
set(HEROLD_SNOWBALL_DIR ${CMAKE_SOURCE_DIR}/.cache/snowball/libstemmer CACHE PATH "Snowball sources")
set(HEROLD_ARGON2_DIR ${CMAKE_SOURCE_DIR}/.cache/argon2/argon2 CACHE PATH "Argon2 reference sources")
