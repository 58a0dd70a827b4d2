#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <iostream>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/one_of.h"
#include "herold/ascii.h"
#include "herold/check.h"

namespace herold::cli {
namespace {

// What a message quotes may hold anything; it stays on one line and does not steer the terminal.
int fail(std::string message) {
  std::replace_if(message.begin(), message.end(), ascii::is_control, ' ');
  std::cerr << "herold: " << message << '\n';
  return 2;
}

// What was printed must have arrived, help included.
int finish(int status) {
  std::cout.flush();
  return std::cout ? status : fail("standard output could not be written");
}

const CLI::App& chosen_command(const CLI::App& app) {
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  return *chosen;
}

// What is wrong with words that no command takes; empty where there are none.
std::string about_what_remains(const CLI::App& app) {
  const CLI::App& command = chosen_command(app);
  const std::vector<std::string> rest = command.remaining();
  const bool wants_command = command.get_require_subcommand_min() > 0;
  if (rest.empty()) return wants_command ? "a command is wanted; --help lists them" : "";
  const std::string word = "“" + rest.front() + "”";
  if (rest.front().front() == '-') return "there is no option " + word + " here; --help lists them";
  return wants_command ? "there is no command " + word + "; --help lists them"
                       : word + " is one argument too many";
}

// The parser's own words say what it counts ("At Most 1 required but received 2"), not what to do.
std::string in_our_words(const CLI::App& app, const CLI::ParseError& error) {
  if (const std::string words = about_what_remains(app); !words.empty()) return words;
  const std::string said = error.what();
  const std::string name = said.substr(0, said.find_first_of(": "));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
    return name + " is missing; --help says what it takes";
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) return said + "; give one of the two";
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return said;
  const CLI::Option* option = chosen_command(app).get_option_no_throw(name);
  return option != nullptr && option->count() > 1 ? name + " is given more than once; give it once"
                                                  : name + " needs a value; --help says which";
}

std::string no_limit(const std::string& given) {
  const bool is_number = !given.empty() && given.find_first_not_of("0123456789") == std::string::npos;
  const bool fits = is_number && (given.size() < 7 || given == "1000000");
  return fits ? "" : "expected a number from 0 to 1000000 instead of " + given;
}

void add_import_vale(CLI::App& pack, int& status) {
  auto given = std::make_shared<ImportValeArguments>();
  CLI::App* command = pack.add_subcommand(
      "import-vale", "Makes a pack of a Vale style and lists what could not be carried over");
  command->add_option("DIR", given->directory, "The style's folder of YAML rules")->required();
  command->add_option("-o,--output", given->output, "Where to write the pack; standard output when missing");
  command->callback([given, &status] { status = import_vale(*given); });
}

}  // namespace

void add_check(CLI::App& app, int& status) {
  auto given = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand("check", "Checks drafts against a pack of guidelines");
  command->add_option("--pack", given->pack, "The pack, a JSON file")->required();
  command->add_option("--language", given->language, "Language of the drafts, or auto")
      ->capture_default_str();
  command->add_option_function<std::string>(
      "--role", [given](const std::string& role) { given->role = role; }, "Role of the person who writes");
  command->add_option("--group", given->groups, "A group the person belongs to; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--network", given->network, "Where it is to be posted: " + one_of(network_names));
  command->add_option("--at", given->at, "Point in time (RFC 3339); now when missing");
  command->add_option("--reader", given->reader, "Language of the messages");
  command->add_option("--ignore", given->ignore, "ID or ID=TEXT: findings to leave out; may be repeated")
      ->allow_extra_args(false);
  command
      ->add_option("--explain", given->explain,
                   "Also tell why the guideline of this ID speaks or does not; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--captions", given->captions, "JSON list of texts not to repeat");
  command->add_option("--format", given->format, "text, json or sarif")->capture_default_str();
  command
      ->add_option("--fail-on", given->fail_on,
                   "Exit with 1 from this severity on: " + one_of(severity_names))
      ->capture_default_str();
  command->add_option("FILE", given->files, "Drafts; - or nothing is standard input");
  command->callback([given, &status] { status = check(*given); });
}

void add_pack(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("pack", "Works on guideline packs");
  command->require_subcommand(1);
  CLI::App* test_command =
      command->add_subcommand("test", "Reads a pack as its publisher and runs its examples");
  auto path = std::make_shared<std::string>();
  test_command->add_option("PACK", *path, "The pack, a JSON file")->required();
  test_command->callback([path, &status] { status = test_pack(*path); });
  add_import_vale(*command, status);
}

void add_update(CLI::App& app, int& status) {
  auto given = std::make_shared<UpdateArguments>();
  CLI::App* update = app.add_subcommand("update", "Fetch signed updates (The Update Framework)");
  update->require_subcommand(1);
  update->add_option("--metadata-dir", given->metadata_dir, "Folder of the trusted metadata")->required();
  update->add_option("--metadata-url", given->metadata_url, "Address of the repository's metadata");
  update->add_option("--target-name", given->targets, "Path of a target in the repository");
  update->add_option("--target-base-url", given->target_base_url, "Address of the repository's targets");
  update->add_option("--target-dir", given->target_dir, "Folder for downloaded targets");

  CLI::App* first = update->add_subcommand("init", "Trust a root to begin with")->fallthrough();
  first->add_option("TRUSTED_ROOT", given->trusted_root, "File with the root metadata")->required();
  first->callback([given, &status] { status = init_updates(*given); });

  update->add_subcommand("refresh", "Bring the metadata up to date")
      ->fallthrough()
      ->callback([given, &status] { status = refresh_updates(*given); });
  update->add_subcommand("download", "Bring the metadata up to date, then fetch targets")
      ->fallthrough()
      ->callback([given, &status] { status = download_updates(*given); });
}

void add_suggest(CLI::App& app, int& status) {
  auto given = std::make_shared<SuggestArguments>();
  CLI::App* command = app.add_subcommand("suggest", "Ranks approved content for a draft and a person");
  command->add_option("--content", given->content, "Content items, a JSON list")->required();
  command->add_option("--topics", given->topics, "Labels of topics, a JSON map");
  command->add_option("--profile", given->profile,
                      "The person: interests, languages, role, groups, shared; a JSON object");
  command->add_option("--lexicon", given->lexicon,
                      "What words mean; words.lexicon beside the program when missing");
  command->add_option("--network", given->network, "Where it is to be posted");
  command->add_option("--at", given->at, "Point in time (RFC 3339); now when missing");
  command->add_option("--limit", given->limit, "At most so many")->check(no_limit)->capture_default_str();
  CLI::Option* queries = command->add_option("--queries", given->queries,
                                             "JSON lines of drafts with their persons, instead of one draft");
  command->add_option("DRAFT", given->draft, "The draft; - or nothing is standard input")->excludes(queries);
  command->callback([given, &status] { status = suggest(*given); });
}

int run(CLI::App& app, int argc, const char* const* argv, const int& status) {
  try {
    app.parse(argc, argv);
    return finish(status);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" of status 0.
    if (error.get_exit_code() == 0) return finish(app.exit(error));
    return fail(in_our_words(app, error));
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace herold::cli
