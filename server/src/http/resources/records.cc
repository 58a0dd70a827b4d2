#include "app/audit.h"

#include <charconv>
#include <optional>

#include "app/overview.h"
#include "app/publication_subject.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

constexpr std::int64_t kPage = 50;
constexpr std::int64_t kLargestPage = 200;

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

Response audit(Context& context, const Request& request) {
  const auto before = number(request, "before", 0);
  const auto limit = number(request, "limit", kPage);
  if (!before) return problem(422, "before must be the id of an entry.");
  if (!limit || *limit > kLargestPage)
    return problem(422, "limit must be a number " + app::from_to(1, kLargestPage) + ".");
  app::Result<std::vector<store::AuditEntry>> entries =
      context.application.audit_log.entries(*before, *limit);
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
  router.add({Method::get, "/v1/admin/inventory", Access::administrator, Body::none, [](const Request&) {
                return json_answer(200, {{"stored", to_json(app::data_inventory())}});
              }});
}

}  // namespace herold::http
