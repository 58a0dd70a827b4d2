#include "app/audit.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "app/clock.h"
#include "app/json.h"
#include "app/overview.h"
#include "app/publication_subject.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

constexpr std::int64_t kPage = 50;
constexpr std::int64_t kLargestPage = app::AuditLog::largest_page;

// A query parameter as a positive number; `otherwise` when it is missing, nothing when it is no such number.
std::optional<std::int64_t> number(const Request& request, std::string_view name, std::int64_t otherwise) {
  const std::string_view text = request.query_value(name);
  if (text.empty()) return otherwise;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value > 0 ? std::optional(value) : std::nullopt;
}

Json publication_or_null(const store::AuditEntry& entry) {
  const auto publication = app::publication_of(entry);
  if (!publication) return nullptr;
  return {{"revision", publication->revision}, {"channel", publication->channel}};
}

// A query parameter as a text; nothing when it is none that the log can hold.
std::optional<std::string> line(const Request& request, std::string_view name) {
  const std::string_view text = request.query_value(name);
  if (!app::is_line(text, app::InputLimits::email)) return std::nullopt;
  return std::string(text);
}

std::optional<app::Seconds> time_in(const Request& request, std::string_view name, app::Seconds otherwise) {
  const std::string_view text = request.query_value(name);
  return text.empty() ? otherwise : app::parse_rfc3339(text);
}

// What is asked for, or the parameter that is wrong.
std::variant<store::AuditFilter, Response> audit_filter(const Request& request) {
  store::AuditFilter filter;
  for (const auto& [name, place] : {std::pair("actor", &filter.actor), std::pair("action", &filter.action),
                                    std::pair("subject", &filter.subject)}) {
    const auto text = line(request, name);
    if (!text)
      return problem(422, std::string(name) + " must be one line of " +
                              app::at_most(app::InputLimits::email, "characters") + ".");
    *place = *text;
  }
  for (const auto& [name, place] : {std::pair("from", &filter.from), std::pair("until", &filter.until)}) {
    const auto time = time_in(request, name, *place);
    if (!time)
      return problem(422, std::string(name) + " must be an RFC 3339 time such as 2026-11-24T08:00:00Z.");
    *place = *time;
  }
  return filter;
}

Response actors(Context& context) {
  const auto found = context.application.audit_log.actors();
  return found ? json_answer(200, {{"actors", *found}}) : problem(found.error());
}

Response audit(Context& context, const Request& request) {
  const auto before = number(request, "before", 0);
  const auto limit = number(request, "limit", kPage);
  if (!before) return problem(422, "before must be the id of an entry.");
  if (!limit || *limit > kLargestPage)
    return problem(422, "limit must be a number " + app::from_to(1, kLargestPage) + ".");
  const auto filter = audit_filter(request);
  if (const auto* refusal = std::get_if<Response>(&filter)) return *refusal;
  app::Result<std::vector<store::AuditEntry>> entries =
      context.application.audit_log.entries(*before, *limit, std::get<store::AuditFilter>(filter));
  if (!entries) return problem(entries.error());
  Json list = Json::array();
  for (const store::AuditEntry& entry : *entries)
    list.push_back({{"id", entry.sequence},
                    {"at", app::rfc3339(entry.at)},
                    {"actor", entry.actor},
                    {"action", entry.action},
                    {"subject", entry.subject},
                    {"publication", publication_or_null(entry)}});
  return json_answer(200, {{"entries", std::move(list)}});
}

}  // namespace

void add_records(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/audit", Access::administrator, Body::none,
              [&context](const Request& request) { return audit(context, request); }});
  router.add({Method::get, "/v1/admin/audit-actors", Access::administrator, Body::none,
              [&context](const Request&) { return actors(context); }});
  router.add({Method::get, "/v1/admin/inventory", Access::administrator, Body::none, [](const Request&) {
                return json_answer(200, {{"stored", to_json(app::data_inventory())}});
              }});
}

}  // namespace herold::http
