#include "serve.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <charconv>
#include <csignal>
#include <cstdint>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "app/json.h"
#include "cli/failure.h"
#include "server.h"

namespace herold {
namespace {

// Standard error, one line an event, key=value.
void start_log() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("herold"));
  spdlog::set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  spdlog::flush_on(spdlog::level::info);
}

void check_address(const std::string& option, const std::string& url) {
  if (!url.empty() && !app::is_http_url(url))
    throw cli::Failure(option + " " + url + ": expected an http or https address");
}

struct CommandLine {
  ServeOptions serve;
  std::vector<std::string> networks;  // to open
  std::vector<std::string> ports;     // to open
};

void check_public_url(const std::string& url) {
  check_address("--public-url", url);
  if (!url.empty() && !app::is_origin_url(url))
    throw cli::Failure(
        "--public-url " + url +
        ": expected an address without a path, such as https://herold.example.org; Herold needs a "
        "host name of its own");
}

std::uint16_t parsed_port(const std::string& text) {
  unsigned port = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || stop != end || port == 0 || port > 65535)
    throw cli::Failure("--allow-port " + text + ": expected a port from 1 to 65535");
  return static_cast<std::uint16_t>(port);
}

std::vector<outgoing::Network> parsed(const std::vector<std::string>& texts) {
  std::vector<outgoing::Network> networks;
  for (const std::string& text : texts) {
    const auto network = outgoing::parse_network(text);
    if (!network) throw cli::Failure("--allow-network: " + text + " is no network such as 10.1.0.0/16");
    networks.push_back(*network);
  }
  return networks;
}

void add_listening(CLI::App& command, ServeOptions& options) {
  command.add_option("--listen", options.listen.listen, "address; port 0 takes any that is free")
      ->type_name("HOST:PORT")
      ->capture_default_str();
  command
      .add_option("--public-url", options.installation.public_url,
                  "address as employees reach it; the organisation's when missing")
      ->type_name("URL");
  command.add_option("--tls-cert", options.listen.tls_certificate, "certificate chain (PEM)")
      ->type_name("FILE");
  command.add_option("--tls-key", options.listen.tls_key, "its private key (PEM)")->type_name("FILE");
  command
      .add_option("--trusted-proxy", options.listen.trusted_proxy,
                  "address of a proxy that speaks TLS in front")
      ->type_name("ADDRESS");
}

void add_outgoing(CLI::App& command, CommandLine& line) {
  command
      .add_option("--allow-network", line.networks,
                  "network inside that feeds and previews may be read from; repeatable")
      ->type_name("CIDR");
  command
      .add_option("--allow-port", line.ports,
                  "port beside 80 and 443 that feeds and previews may be read from; repeatable")
      ->type_name("PORT");
  command
      .add_option("--linkedin", line.serve.linkedin,
                  "where LinkedIn's OAuth is, for a stand-in; without a final slash")
      ->type_name("URL")
      ->capture_default_str();
}

void run(CommandLine& line) {
  start_log();
  // Whoever reads the log may end before we do, and a file may grow no more: both are errors, not the end.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  check_public_url(line.serve.installation.public_url);
  check_address("--linkedin", line.serve.linkedin);
  line.serve.openings.networks = parsed(line.networks);
  for (const std::string& port : line.ports) line.serve.openings.ports.push_back(parsed_port(port));
  serve(line.serve);
}

}  // namespace

void add_serve(CLI::App& app) {
  auto line = std::make_shared<CommandLine>();
  CLI::App* command = app.add_subcommand("serve", "Serves devices, the console and the API.");
  add_options(*command, line->serve.installation);
  add_listening(*command, line->serve);
  command
      ->add_option("--pages", line->serve.installation.pages,
                   "selectors of the networks' pages, for the bundles to come; this release's when missing")
      ->type_name("FILE");
  add_outgoing(*command, *line);
  command->callback([line] { run(*line); });
}

}  // namespace herold
