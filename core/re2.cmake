# RE2 without Abseil, built from the sources that scripts/lib/setup.sh fetches.

if(NOT EXISTS ${HEROLD_RE2_DIR}/re2/re2.h)
  message(FATAL_ERROR "RE2's sources are missing at ${HEROLD_RE2_DIR}; run scripts/build once, it fetches them")
endif()

set(re2_sources
    bitmap256 compile dfa mimics_pcre nfa parse perl_groups prog re2
    regexp simplify stringpiece tostring unicode_casefold)
if(NOT EMSCRIPTEN)
  list(APPEND re2_sources bitstate onepass)
endif()
list(TRANSFORM re2_sources PREPEND ${HEROLD_RE2_DIR}/re2/)
list(TRANSFORM re2_sources APPEND .cc)

add_library(herold_re2 STATIC ${re2_sources} ${HEROLD_RE2_DIR}/util/rune.cc ${HEROLD_RE2_DIR}/util/strutil.cc
  re2/unicode_groups.cc re2/unicode_scripts.cc)
add_library(herold::re2 ALIAS herold_re2)
# SYSTEM: warnings in the headers of others are not ours to mend.
target_include_directories(herold_re2 BEFORE PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/re2)
target_include_directories(herold_re2 SYSTEM PUBLIC ${HEROLD_RE2_DIR})
# Its locks are taken several times a match, an eighth of the time of a draft full of them. Whoever shares an
# RE2 between threads guards it.
target_compile_definitions(herold_re2 PUBLIC RE2_NO_THREADS)
if(EMSCRIPTEN)
  target_sources(herold_re2 PRIVATE re2/fewer_engines.cc)
endif()
# Without, the sanitised tests spend most of their time in it.
target_compile_options(herold_re2 PRIVATE -w $<$<CONFIG:Debug>:-O1>)
target_link_libraries(herold_re2 PRIVATE herold::text herold::small)
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(herold_re2 PUBLIC Threads::Threads)
endif()
