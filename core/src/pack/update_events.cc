#include "herold/update_events.h"

#include "pack/json_writer.h"
#include "pack/member.h"

namespace herold::update {
namespace {

using pack::Json;
using pack::JsonWriter;
using pack::text_member;

Trusted read_trusted(Json object) {
  return {text_member(object, "root"), text_member(object, "timestamp"), text_member(object, "snapshot"),
          text_member(object, "targets")};
}

std::optional<InForce> read_in_force(Json trusted) {
  const auto bundle = trusted.member("bundle");
  if (!bundle) return std::nullopt;
  const auto revision = bundle->member("revision");
  const auto number = revision ? revision->integer() : std::nullopt;
  if (!number) return std::nullopt;
  return InForce{*number, text_member(*bundle, "sha256")};
}

std::optional<Event> read_start(Json event) {
  const auto trusted = event.member("trusted");
  const auto now = parse_instant(text_member(event, "now"));
  if (!trusted || !now) return std::nullopt;
  BundleRequest request;
  request.organisation = text_member(event, "organisation");
  request.channel = text_member(event, "channel");
  request.now = *now;
  request.trusted = read_trusted(*trusted);
  request.in_force = read_in_force(*trusted);
  if (event.member("fingerprint"))
    request.pin = Pin{text_member(event, "fingerprint"), text_member(event, "rootSha256")};
  return request;
}

std::optional<Event> read_fetched(Json event, std::string_view bytes) {
  const auto found = event.member("found");
  if (!found || !found->is_boolean()) return std::nullopt;
  if (!found->is_true()) return Answer(Fetched{});
  return Answer(Fetched{std::string(bytes), text_member(event, "sha256")});
}

std::optional<Event> read_verified(Json event) {
  const auto holds = event.member("holds");
  if (!holds || !holds->is_array()) return std::nullopt;
  Verified verified;
  for (const Json value : *holds) verified.holds.push_back(value.is_true());
  return Answer(std::move(verified));
}

void write(JsonWriter& json, const Trusted& trusted, const std::optional<InForce>& in_force) {
  json.begin_object().member("root", trusted.root);
  json.optional_member("timestamp", trusted.timestamp);
  json.optional_member("snapshot", trusted.snapshot);
  json.optional_member("targets", trusted.targets);
  if (in_force) {
    json.key("bundle")
        .begin_object()
        .member("revision", in_force->revision)
        .member("sha256", in_force->sha256)
        .end_object();
  }
  json.end_object();
}

void write(JsonWriter& json, const Fetch& fetch) {
  json.member("step", "fetch").member("path", fetch.path);
  json.member("maxBytes", static_cast<std::int64_t>(fetch.max_bytes));
}

void write(JsonWriter& json, const Verify& verify) {
  json.member("step", "verify").key("checks").begin_array();
  for (const auto& [key, signature, message] : verify.checks) {
    json.begin_object()
        .member("key", key)
        .member("signature", signature)
        .member("message", message)
        .end_object();
  }
  json.end_array();
}

void write(JsonWriter& json, const Done& done) {
  json.member("step", "done");
  if (done.content) json.member("bundle", *done.content);
}

void write(JsonWriter& json, const Refused& refused) {
  json.member("step", "refused")
      .member("code", name(refused.code))
      .member("role", name(refused.role))
      .member("message", refused.message);
}

}  // namespace

std::optional<Event> parse_event(std::string_view json, std::string_view bytes) {
  const auto document = pack::parse_json(json, pack::document_limits);
  if (!document) return std::nullopt;
  const Json event = document->root();
  const std::string kind = text_member(event, "kind");
  if (kind == "start") return read_start(event);
  if (kind == "fetched") return read_fetched(event, bytes);
  if (kind == "verified") return read_verified(event);
  if (kind == "failed") return Answer(Failed{text_member(event, "reason")});
  return std::nullopt;
}

std::string step_json(const Step& step, const Trusted& trusted, const std::optional<InForce>& in_force) {
  JsonWriter json;
  json.begin_object();
  std::visit([&json](const auto& value) { write(json, value); }, step);
  const bool ended = std::holds_alternative<Done>(step) || std::holds_alternative<Refused>(step);
  if (ended) {
    json.key("trusted");
    write(json, trusted, in_force);
  }
  return json.end_object().take();
}

}  // namespace herold::update
