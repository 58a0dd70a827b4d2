#include "herold/update_events.h"

#include "pack/member.h"

namespace herold::update {
namespace {

using pack::Json;
using pack::member;
using pack::text_member;

Trusted read_trusted(const Json& object) {
  return {text_member(object, "root"), text_member(object, "timestamp"), text_member(object, "snapshot"),
          text_member(object, "targets")};
}

std::optional<InForce> read_in_force(const Json& trusted) {
  const Json* bundle = member(trusted, "bundle");
  if (!bundle) return std::nullopt;
  const Json* revision = member(*bundle, "revision");
  if (!revision || !revision->is_number_integer()) return std::nullopt;
  return InForce{revision->get<std::int64_t>(), text_member(*bundle, "sha256")};
}

std::optional<Event> read_start(const Json& event) {
  const Json* trusted = member(event, "trusted");
  const auto now = parse_instant(text_member(event, "now"));
  if (!trusted || !now) return std::nullopt;
  BundleRequest request;
  request.organisation = text_member(event, "organisation");
  request.channel = text_member(event, "channel");
  request.now = *now;
  request.trusted = read_trusted(*trusted);
  request.in_force = read_in_force(*trusted);
  if (member(event, "fingerprint"))
    request.pin = Pin{text_member(event, "fingerprint"), text_member(event, "rootSha256")};
  return request;
}

std::optional<Event> read_fetched(const Json& event, std::string_view bytes) {
  const Json* found = member(event, "found");
  if (!found || !found->is_boolean()) return std::nullopt;
  if (!found->get<bool>()) return Answer(Fetched{});
  return Answer(Fetched{std::string(bytes), text_member(event, "sha256")});
}

std::optional<Event> read_verified(const Json& event) {
  const Json* holds = member(event, "holds");
  if (!holds || !holds->is_array()) return std::nullopt;
  Verified verified;
  for (const Json& value : *holds) verified.holds.push_back(value == true);
  return Answer(std::move(verified));
}

Json trusted_json(const Trusted& trusted, const std::optional<InForce>& in_force) {
  Json json = {{"root", trusted.root}};
  if (!trusted.timestamp.empty()) json["timestamp"] = trusted.timestamp;
  if (!trusted.snapshot.empty()) json["snapshot"] = trusted.snapshot;
  if (!trusted.targets.empty()) json["targets"] = trusted.targets;
  if (in_force) json["bundle"] = {{"revision", in_force->revision}, {"sha256", in_force->sha256}};
  return json;
}

Json json_of(const Fetch& fetch) {
  return {{"step", "fetch"}, {"path", fetch.path}, {"maxBytes", fetch.max_bytes}};
}

Json json_of(const Verify& verify) {
  Json checks = Json::array();
  for (const auto& [key, signature, message] : verify.checks)
    checks.push_back({{"key", key}, {"signature", signature}, {"message", message}});
  return {{"step", "verify"}, {"checks", std::move(checks)}};
}

Json json_of(const Done& done) {
  Json json = {{"step", "done"}};
  if (done.content) json["bundle"] = *done.content;
  return json;
}

Json json_of(const Refused& refused) {
  return {{"step", "refused"},
          {"code", name(refused.code)},
          {"role", name(refused.role)},
          {"message", refused.message}};
}

}  // namespace

std::optional<Event> parse_event(std::string_view json, std::string_view bytes) {
  const auto parsed = pack::parse_json(json, pack::document_limits);
  const auto* event = std::get_if<Json>(&parsed);
  if (!event || !event->is_object()) return std::nullopt;
  const std::string kind = text_member(*event, "kind");
  if (kind == "start") return read_start(*event);
  if (kind == "fetched") return read_fetched(*event, bytes);
  if (kind == "verified") return read_verified(*event);
  if (kind == "failed") return Answer(Failed{text_member(*event, "reason")});
  return std::nullopt;
}

std::string step_json(const Step& step, const Trusted& trusted, const std::optional<InForce>& in_force) {
  Json json = std::visit([](const auto& value) { return json_of(value); }, step);
  const bool ended = std::holds_alternative<Done>(step) || std::holds_alternative<Refused>(step);
  if (ended) json["trusted"] = trusted_json(trusted, in_force);
  return pack::to_text(json);
}

}  // namespace herold::update
