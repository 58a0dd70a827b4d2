# The reference code of Argon2, built from the sources that scripts/lib/setup.sh fetches: what the server seals, native
# and WebAssembly clients must open alike. The plain variant on all of them, without threads.

if(NOT EXISTS ${HEROLD_ARGON2_DIR}/include/argon2.h)
  message(FATAL_ERROR "Argon2's sources are missing at ${HEROLD_ARGON2_DIR}; run scripts/build once, it fetches them")
endif()

add_library(herold_argon2 STATIC
  ${HEROLD_ARGON2_DIR}/src/argon2.c
  ${HEROLD_ARGON2_DIR}/src/core.c
  ${HEROLD_ARGON2_DIR}/src/encoding.c
  ${HEROLD_ARGON2_DIR}/src/ref.c
  ${HEROLD_ARGON2_DIR}/src/blake2/blake2b.c)
add_library(herold::argon2 ALIAS herold_argon2)
target_include_directories(herold_argon2 SYSTEM PUBLIC ${HEROLD_ARGON2_DIR}/include)
target_compile_definitions(herold_argon2 PRIVATE ARGON2_NO_THREADS)
target_compile_options(herold_argon2 PRIVATE -w -O2)
