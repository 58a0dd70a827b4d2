#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/terminal.h"
#include "cli/update_files.h"
#include "vale/import.h"

namespace herold::cli {
namespace {

vale::Import import_style(const std::string& directory) {
  try {
    return vale::import_style(directory);
  } catch (const vale::StyleError& error) {
    throw Failure(error.what());
  }
}

/// Each loss on a line of its own, by rule.
void print_report(std::ostream& out, const Terminal& terminal, const vale::Import& made) {
  for (const vale::Loss& loss : made.losses) {
    out << (loss.is_whole ? terminal.styled(Style::error, "✗ ") : terminal.styled(Style::warning, "! "))
        << terminal.styled(Style::bold, printable(loss.rule)) << ": "
        << (loss.is_whole ? "not carried over: " : "") << printable(loss.reason) << '\n';
  }
  out << made.carried << " of " << made.rules << (made.rules == 1 ? " rule" : " rules") << " carried over\n";
}

/// A device or a pipe must not be replaced by a file.
void write_pack(const std::string& path, const std::string& pack) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) || std::filesystem::is_regular_file(path, error))
    return write_file(path, pack);
  std::ofstream file(path, std::ios::binary);
  file << pack << std::flush;
  if (!file) throw Failure(path + ": cannot be written");
}

}  // namespace

int import_vale(const ImportValeArguments& given) {
  const vale::Import made = import_style(given.directory);
  if (made.pack.empty()) {
    print_report(std::cerr, Terminal(false), made);
    throw Failure(given.directory + " has no rule that can be carried over");
  }
  if (given.output.empty() || given.output == "-") {
    std::cout << made.pack;
    print_report(std::cerr, Terminal(false), made);
    return 0;
  }
  write_pack(given.output, made.pack);
  print_report(std::cout, Terminal::standard_output(), made);
  return 0;
}

}  // namespace herold::cli
