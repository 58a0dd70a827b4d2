# Snowball's stemmers for the four languages, built from the sources that scripts/lib/setup.sh fetches: native and
# WebAssembly must stem alike.

if(NOT EXISTS ${HEROLD_SNOWBALL_DIR}/runtime/api.h)
  message(FATAL_ERROR "Snowball's sources are missing at ${HEROLD_SNOWBALL_DIR}; run scripts/build once, it fetches them")
endif()

add_library(herold_snowball STATIC
  ${HEROLD_SNOWBALL_DIR}/runtime/api.c
  ${HEROLD_SNOWBALL_DIR}/runtime/utilities.c
  ${HEROLD_SNOWBALL_DIR}/src_c/stem_ISO_8859_1_english.c
  ${HEROLD_SNOWBALL_DIR}/src_c/stem_ISO_8859_1_french.c
  ${HEROLD_SNOWBALL_DIR}/src_c/stem_ISO_8859_1_german.c
  ${HEROLD_SNOWBALL_DIR}/src_c/stem_ISO_8859_1_italian.c)
add_library(herold::snowball ALIAS herold_snowball)
target_include_directories(herold_snowball SYSTEM PUBLIC ${HEROLD_SNOWBALL_DIR})
target_compile_options(herold_snowball PRIVATE -w)
target_link_libraries(herold_snowball PRIVATE herold::small)
if(EMSCRIPTEN)
  # What all stemmers spend their time in.
  set_source_files_properties(${HEROLD_SNOWBALL_DIR}/runtime/utilities.c PROPERTIES COMPILE_OPTIONS -O2)
endif()
