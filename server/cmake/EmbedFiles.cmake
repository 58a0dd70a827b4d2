# Puts files into the program as they are:
#
#   embed_files(herold_embedded FILES NAME=PATH …)
#
# makes a static library whose `embedded_files()` (embedded.h) lists NAME and bytes of each. The assembler's
# `.incbin` copies the bytes; a changed file is assembled again.
function(embed_files target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES")
  set(assembly "  .section .rodata\n")
  set(symbols "")
  set(entries "")
  set(paths "")
  set(index 0)
  foreach(entry IN LISTS arg_FILES)
    string(REGEX MATCH "^([^=]+)=(.*)$" _ "${entry}")
    set(name ${CMAKE_MATCH_1})
    set(path ${CMAKE_MATCH_2})
    string(APPEND assembly
      "  .global herold_file_${index}\nherold_file_${index}:\n  .incbin \"${path}\"\n"
      "  .global herold_file_${index}_end\nherold_file_${index}_end:\n  .byte 0\n")
    string(APPEND symbols "extern const char herold_file_${index}[], herold_file_${index}_end[];\n")
    string(APPEND entries
      "      {\"${name}\", {herold_file_${index}, static_cast<std::size_t>(herold_file_${index}_end - herold_file_${index})}},\n")
    list(APPEND paths ${path})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "  .section .note.GNU-stack,\"\",%progbits\n")

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target})
  file(CONFIGURE OUTPUT ${folder}/files.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/files.cc @ONLY CONTENT
"#include \"embedded.h\"

#include <cstddef>

extern \"C\" {
${symbols}}

namespace herold {

const std::vector<EmbeddedFile>& embedded_files() {
  static const std::vector<EmbeddedFile> files{
${entries}  };
  return files;
}

}  // namespace herold
")
  add_library(${target} STATIC ${folder}/files.S ${folder}/files.cc)
  set_source_files_properties(${folder}/files.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE herold::options)
endfunction()
