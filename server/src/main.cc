#include <CLI/CLI.hpp>

#include "admin.h"
#include "cli/command_line.h"
#include "serve.h"

int main(int argc, char** argv) {
  CLI::App app("Herold: guidelines and approved content for people who post about their work.", "herold");
  app.require_subcommand(1);
  app.set_version_flag("--version", "herold " HEROLD_VERSION);
  int status = 0;
  herold::cli::add_check(app, status);
  herold::cli::add_pack(app, status);
  herold::cli::add_update(app, status);
  herold::cli::add_suggest(app, status);
  herold::add_serve(app);
  herold::add_admin(app, status);
  return herold::cli::run(app, argc, argv, status);
}
