#include "app/content.h"

#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "http/resources/answers.h"
#include "http/resources/resources.h"
#include "http/resources/search.h"

namespace herold::http {
namespace {

std::string json_text(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Written, not built: the item is JSON already, and a library of 10,000 costs a fifth of a second to read and
// write again.
void write(const app::ContentView& view, std::string& out) {
  const store::ContentState& editorial = view.editorial;
  out.append(R"({"item":)").append(view.document.json);
  out.append(R"(,"version":)").append(std::to_string(view.document.version));
  out.append(R"(,"state":)").append(json_text(app::name(view.document.state)));
  out.append(R"(,"updatedAt":)").append(json_text(app::rfc3339(view.document.updated_at)));
  out.append(R"(,"editorial":{"state":)").append(json_text(editorial.state));
  out.append(R"(,"source":)").append(json_text(editorial.source));
  out.append(R"(,"remark":)").append(json_text(editorial.remark));
  out.append(R"(,"note":)").append(json_text(editorial.note));
  out.append(R"(},"duplicates":[)");
  bool first = true;
  for (const app::ItemName& item : view.duplicates) {
    out.append(std::exchange(first, false) ? "" : ",");
    out.append(R"({"id":)").append(json_text(item.id)).append(R"(,"title":)").append(json_text(item.title)) +=
        '}';
  }
  out.append(R"(],"channels":)").append(Json(view.channels).dump());
  out += '}';
}

std::string text_of(const app::ContentPage& page) {
  std::string out = R"({"items":[)";
  bool first = true;
  for (const app::ContentView& view : page.items) {
    out.append(std::exchange(first, false) ? "" : ",");
    write(view, out);
  }
  out.append(R"(],"matching":)").append(std::to_string(page.matching));
  out.append(R"(,"total":)").append(std::to_string(page.total));
  out.append(R"(,"languages":)").append(Json(page.languages).dump());
  if (!page.next.empty()) out.append(R"(,"nextCursor":)").append(json_text(page.next));
  return out += '}';
}

// Without a limit everything, as before there were pages.
std::optional<std::size_t> limit_in(const Request& request) {
  const std::string_view text = request.query_value("limit");
  if (text.empty()) return std::numeric_limits<std::size_t>::max();
  std::int64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit < 1 ||
      static_cast<std::size_t>(limit) > app::InputLimits::items)
    return std::nullopt;
  return static_cast<std::size_t>(limit);
}

// "title", or "-title" for the reverse.
std::optional<app::ContentOrder> order_in(const Request& request) {
  std::string_view text = request.query_value("sort");
  if (text.empty()) return app::ContentOrder{};
  const bool descending = text.starts_with('-');
  if (descending) text.remove_prefix(1);
  using Key = app::ContentKey;
  for (const auto& [name, key] : {std::pair("updated", Key::updated), std::pair("title", Key::title),
                                  std::pair("language", Key::language), std::pair("until", Key::until)})
    if (text == name) return app::ContentOrder{.by = key, .descending = descending};
  return std::nullopt;
}

app::ContentFilter filter_in(const Request& request) {
  return {.query = request.query_value("query"),
          .topic = request.query_value("topic"),
          .language = request.query_value("language"),
          .network = request.query_value("network"),
          .state = request.query_value("state"),
          .address = request.query_value("address")};
}

std::optional<Response> refuse_filter(const Context& context, const Request& request) {
  if (auto refusal = refuse_search(context, request)) return refusal;
  const std::string_view state = request.query_value("state");
  if (state.empty() || state == app::kCurrent || app::editorial_named(state)) return std::nullopt;
  return problem(422, "state must be draft, proposed, approved, archived or current.");
}

Response list_items(Context& context, const Request& request) {
  if (auto refusal = refuse_filter(context, request)) return *refusal;
  const auto limit = limit_in(request);
  if (!limit) return problem(422, "limit must be a number " + app::from_to(1, app::InputLimits::items) + ".");
  const auto order = order_in(request);
  if (!order) return problem(422, "sort must be updated, title, language or until, or one of them after -.");
  app::Result<app::ContentPage> page = context.application.content.list(
      filter_in(request), {.limit = *limit, .cursor = request.query_value("cursor"), .order = *order});
  if (!page) return problem(page.error());
  return text_response(200, "application/json", text_of(*page));
}

Response references(Context& context, const Request& request) {
  if (auto refusal = refuse_filter(context, request)) return *refusal;
  auto found = context.application.content.references(filter_in(request));
  if (!found) return problem(found.error());
  Json items = Json::array();
  for (const app::ContentReference& one : *found)
    items.push_back({{"id", one.id}, {"title", one.title}, {"version", one.version}, {"state", one.state}});
  return json_answer(200, {{"items", std::move(items)}});
}

Response record_item(Context& context, std::string_view id, int status) {
  app::Result<app::ContentView> view = context.application.content.get(id);
  if (!view) return problem(view.error());
  std::string text;
  write(*view, text);
  return text_response(status, "application/json", std::move(text))
      .with("ETag", version_tag(view->document.version));
}

Response put_item(Context& context, const Request& request, const app::Expected& expected) {
  const std::string_view wanted = request.query_value("state");
  const auto state = app::editorial_named(wanted);
  const bool may = !state || *state == app::Editorial::draft || *state == app::Editorial::approved;
  if (!may || (!wanted.empty() && !state)) return problem(422, "state must be draft or approved.");
  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved =
      context.application.content.put(id, request.body, expected, actor(request), state);
  if (!saved) return refused_put(saved.error());
  return record_item(context, id, saved->created ? 201 : 200);
}

Response decide(Context& context, const Request& request, const app::Expected& expected) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string wanted = fields.text("decision", {.most = 16});
  const std::string note = fields.optional_text("note", {.least = 0, .most = app::InputLimits::note});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  const auto decision = app::decision_named(wanted);
  if (!decision) return problem(422, "decision must be approve, decline, archive or restore.");

  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved =
      context.application.content.decide(id, {*decision, note}, expected, actor(request));
  return saved ? record_item(context, id, 200) : problem(saved.error());
}

Json change_json(const app::ItemChange& change) {
  if (change.saved) {
    Json changed = {{"id", change.id}, {"version", change.saved->version}};
    if (!change.undo.is_null()) changed["undo"] = change.undo;
    return changed;
  }
  const app::Error& error = change.saved.error();
  return {{"id", change.id}, {"problem", {{"status", status_of(error.code)}, {"detail", error.message}}}};
}

Response change(Context& context, const Request& request) {
  app::Result<std::vector<app::ItemChange>> changes =
      context.application.content.change(request.body, actor(request));
  if (!changes) return problem(changes.error());
  Json items = Json::array();
  for (const app::ItemChange& one : *changes) items.push_back(change_json(one));
  return json_answer(200, {{"items", std::move(items)}});
}

Response remove_item(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<void> removed =
      context.application.content.remove(request.param("id"), expected, actor(request));
  return removed ? empty_answer() : problem(removed.error());
}

Response topics(Context& context) { return document_answer(context.application.content.topics()); }

Response put_topics(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<app::Saved> saved =
      context.application.content.put_topics(request.body, expected, actor(request));
  return saved ? topics(context) : refused_put(saved.error());
}

}  // namespace

void add_content(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/content", Access::administrator, Body::none,
              [&context](const Request& request) { return list_items(context, request); }});
  router.add({Method::post, "/v1/admin/content", Access::administrator, Body::json,
              [&context](const Request& request) { return change(context, request); }});
  router.add({Method::get, "/v1/admin/content-references", Access::administrator, Body::none,
              [&context](const Request& request) { return references(context, request); }});
  router.add({Method::get, "/v1/admin/content/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return record_item(context, request.param("id"), 200); }});
  router.add({Method::put, "/v1/admin/content/{id}", Access::administrator, Body::json,
              conditional(context, put_item)});
  router.add({Method::del, "/v1/admin/content/{id}", Access::administrator, Body::none,
              conditional(context, remove_item)});
  router.add({Method::post, "/v1/admin/content/{id}/decision", Access::administrator, Body::json,
              conditional(context, decide)});
  router.add({Method::get, "/v1/admin/topics", Access::administrator, Body::none,
              [&context](const Request&) { return topics(context); }});
  router.add(
      {Method::put, "/v1/admin/topics", Access::administrator, Body::json, conditional(context, put_topics)});
}

}  // namespace herold::http
