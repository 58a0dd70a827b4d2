#include "admin.h"

#include <termios.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

#include "auth/accounts.h"
#include "cli/failure.h"
#include "cli/files.h"
#include "installation.h"

namespace herold {
namespace {

constexpr const char* kActor = "command line";

struct AdminOptions {
  Installation installation;
  std::string email;
  std::string name;
  std::string file;
  bool password_from_input = false;
  bool remove = false;
};

// A terminal that does not show what is typed, for as long as it lives.
class Silence {
 public:
  Silence() {
    tcgetattr(STDIN_FILENO, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << '\n';
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  termios before_{};
};

std::string read_line() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

std::string ask_password(const AdminOptions& options) {
  if (options.password_from_input) return read_line();
  if (!isatty(STDIN_FILENO)) throw cli::Failure("no terminal to ask for the password; use --password-stdin");
  std::cerr << "Password: " << std::flush;
  const Silence silence;
  return read_line();
}

void create_administrator(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto store = open_database(options.installation);
  auth::Accounts accounts(*store, clock);
  const auto account = required(accounts.create(options.email, options.name, ask_password(options), kActor));
  std::cout << "created " << account.email << '\n';
}

void list_administrators(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto store = open_existing_database(options.installation);
  const auto accounts = required(auth::Accounts(*store, clock).list());
  if (accounts.empty())
    throw cli::Failure("there are no administrators yet; `herold admin create` makes one");
  for (const auth::Account& account : accounts)
    std::cout << account.email << '\t' << account.name << '\t' << app::rfc3339(account.created_at) << '\n';
}

void remove_administrator(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto store = open_existing_database(options.installation);
  required(auth::Accounts(*store, clock).remove(options.email, kActor));
  std::cout << "removed " << options.email << " and ended all its sessions\n";
}

void reset_password(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto store = open_existing_database(options.installation);
  auth::Accounts accounts(*store, clock);
  required(accounts.reset_password(options.email, ask_password(options), kActor));
  std::cout << "changed the password of " << options.email << " and ended all sessions\n";
}

void list_keys(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto application = open_existing_application(options.installation, clock);
  for (const auto& key : required(application->key_ceremony.list()))
    std::cout << key.role << '\t' << key.key_id << '\t'
              << (key.on_server ? "on this server" : "kept elsewhere") << '\t' << app::rfc3339(key.created_at)
              << "\texpires " << app::rfc3339(key.expires_at) << '\n';
}

void export_root(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto application = open_existing_application(options.installation, clock);
  std::cout << required(application->key_ceremony.export_root(kActor)) << std::flush;
  if (!options.remove) return;
  // There is no other copy.
  if (!std::cout) throw cli::Failure("the key could not be written, so it stays on this server");
  required(application->key_ceremony.remove_root(kActor));
}

void import_root(const AdminOptions& options) {
  constexpr std::size_t most = 1 << 16;  // bytes
  const app::SystemClock clock;
  const auto application = open_existing_application(options.installation, clock, MasterKey::new_or_known);
  required(application->key_ceremony.import_root(cli::read_file(options.file, most), kActor));
  std::cout << "imported the root key; `herold admin rotate-keys` makes the other keys and the next root\n";
}

void rotate_keys(const AdminOptions& options) {
  const app::SystemClock clock;
  const auto application = open_existing_application(options.installation, clock);
  required(application->key_ceremony.rotate_online(kActor));
  std::cout << "rotated the keys of targets, snapshot and timestamp\n";
}

void back_up(const AdminOptions& options) {
  required(open_existing_database(options.installation)->backup(options.file));
  std::cout << "backed up to " << options.file
            << "; keep master.key elsewhere, the backup is of no use without it\n";
}

void restore(const AdminOptions& options) {
  restore_database(options.installation, options.file);
  std::cout << "restored " << options.file << "; the server needs the master.key that belongs to it\n";
}

void verify_audit(const AdminOptions& options, int& status) {
  const auto store = open_existing_database(options.installation);
  const auto verified = required(app::AuditLog(*store).verify());
  if (verified.broken_at == 0) {
    std::cout << verified.entries << " entries, unbroken\n";
    return;
  }
  std::cout << "broken at entry " << verified.broken_at << '\n';
  status = 1;
}

CLI::App* add_command(CLI::App& parent, const char* name, const char* what, AdminOptions& options) {
  CLI::App* command = parent.add_subcommand(name, what);
  add_options(*command, options.installation);
  return command;
}

void add_email(CLI::App& command, AdminOptions& options) {
  command.add_option("--email", options.email, "the administrator's address")->required();
}

void add_password(CLI::App& command, AdminOptions& options) {
  add_email(command, options);
  command.add_flag("--password-stdin", options.password_from_input, "read the password from standard input");
}

}  // namespace

void add_admin(CLI::App& app, int& status) {
  auto options = std::make_shared<AdminOptions>();
  CLI::App* admin = app.add_subcommand("admin", "Administrators, keys, backups, the audit log.");
  admin->require_subcommand(1);

  CLI::App* create = add_command(*admin, "create", "Creates an administrator.", *options);
  add_password(*create, *options);
  create->add_option("--name", options->name, "the name others see")->required();
  create->callback([options] { create_administrator(*options); });

  add_command(*admin, "list", "Lists the administrators: address, name, since when.", *options)
      ->callback([options] { list_administrators(*options); });

  CLI::App* remove = add_command(*admin, "remove",
                                 "Removes an administrator and ends all sessions of the account.", *options);
  add_email(*remove, *options);
  remove->callback([options] { remove_administrator(*options); });

  CLI::App* reset =
      add_command(*admin, "reset-password", "Sets a new password and ends all sessions.", *options);
  add_password(*reset, *options);
  reset->callback([options] { reset_password(*options); });

  add_command(*admin, "keys",
              "Lists the signing keys: role, id, where, since when, and when what they signed expires; the "
              "server renews all but the root.",
              *options)
      ->callback([options] { list_keys(*options); });

  CLI::App* root = add_command(*admin, "export-root", "Prints the root key, to keep it offline.", *options);
  root->add_flag("--remove", options->remove, "remove it from the server afterwards");
  root->callback([options] { export_root(*options); });

  CLI::App* root_back =
      add_command(*admin, "import-root", "Takes the root key back that export-root printed.", *options);
  root_back->add_option("FILE", options->file, "the key, - for standard input")->required();
  root_back->callback([options] { import_root(*options); });

  add_command(*admin, "rotate-keys", "Makes new keys for targets, snapshot and timestamp.", *options)
      ->callback([options] { rotate_keys(*options); });

  CLI::App* backup = add_command(*admin, "backup", "Copies the database (SQLite) into a new file.", *options);
  backup->add_option("FILE", options->file, "the new file")->required();
  backup->callback([options] { back_up(*options); });

  CLI::App* from =
      add_command(*admin, "restore", "Makes a database of a backup; refuses to overwrite one.", *options);
  from->add_option("FILE", options->file, "the backup")->required();
  from->callback([options] { restore(*options); });

  add_command(*admin, "verify-audit", "Checks that no entry of the audit log was altered or taken out.",
              *options)
      ->callback([options, &status] { verify_audit(*options, status); });
}

}  // namespace herold
