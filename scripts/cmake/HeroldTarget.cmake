# Settings that every target of ours shares. Third-party sources are built without them.

option(HEROLD_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

add_library(herold_options INTERFACE)
add_library(herold::options ALIAS herold_options)
target_compile_options(herold_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)

if(HEROLD_SANITIZE)
  # On the whole build, third-party sources too: mixing instrumented and plain containers gives false reports.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(EMSCRIPTEN)
  # Every object and library alike: the engine's boundary catches what the libraries throw.
  add_compile_options(-fwasm-exceptions)
  add_link_options(-fwasm-exceptions)
  # Size decides how soon a worker is up again, speed how soon a draft is checked; tests/bench/core.mjs has both.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()

# RE2 without Abseil, Snowball, and Argon2; scripts/lib/setup.sh puts the sources there.
set(HEROLD_RE2_DIR ${CMAKE_SOURCE_DIR}/.cache/re2/vendor CACHE PATH "RE2 sources without Abseil")
set(HEROLD_SNOWBALL_DIR ${CMAKE_SOURCE_DIR}/.cache/snowball/libstemmer CACHE PATH "Snowball sources")
set(HEROLD_ARGON2_DIR ${CMAKE_SOURCE_DIR}/.cache/argon2/argon2 CACHE PATH "Argon2 reference sources")
