#include "feeds/fetch.h"
#include "http/resources/answers.h"
#include "http/resources/looks.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Json link_json(const app::Proposed& item, const std::optional<feeds::Trouble>& trouble) {
  return {{"item", {{"id", item.id}, {"title", item.title}}},
          {"state", app::name(item.state)},
          {"known", item.known},
          {"trouble", trouble ? trouble_json(*trouble) : Json(nullptr)}};
}

// There is no draft without a title.
Response no_item(const feeds::Trouble& trouble) {
  return json_answer(
      200, {{"item", nullptr}, {"state", nullptr}, {"known", false}, {"trouble", trouble_json(trouble)}});
}

// What an editor wrote goes before what the page says.
app::Proposal proposal_of(const std::string& url, const std::string& title, const feeds::Page& page) {
  app::Proposal proposal{.url = url,
                         .title = title.empty() ? page.title : title,
                         .summary = page.summary,
                         .language = page.language,
                         .source = "link"};
  if (app::is_http_url(page.image))
    proposal.image = app::ProposedImage{.url = page.image, .alt = page.image_alt};
  return proposal;
}

Response add_link(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string url = fields.text("url", {.most = app::InputLimits::url});
  const std::string title = fields.optional_text("title", {.least = 0, .most = app::InputLimits::item_title});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  auto& content = context.application.content;
  const auto there = content.at_address(url);
  if (!there) return problem(there.error());
  if (*there) return json_answer(200, link_json(**there, std::nullopt));

  const auto look = begin_look(context);
  if (const auto* refusal = std::get_if<Response>(&look)) return *refusal;
  const auto visit = feeds::visit_page(context.outgoing, url);
  std::optional<feeds::Trouble> trouble;
  if (const auto* found = std::get_if<feeds::Trouble>(&visit)) trouble = *found;
  const feeds::Page page = trouble ? feeds::Page{} : std::get<feeds::Page>(visit);
  const app::Proposal proposal = proposal_of(url, title, page);
  if (proposal.title.empty())
    return no_item(trouble.value_or(feeds::Trouble{"no-title", "", "The page says no title."}));
  const auto added = content.add_link(proposal, actor(request));
  if (!added) return problem(added.error());
  return json_answer(added->known ? 200 : 201, link_json(*added, trouble));
}

}  // namespace

void add_content_links(Router& router, Context& context) {
  router.add({Method::post, "/v1/admin/content-links", Access::administrator, Body::json,
              [&context](const Request& request) { return add_link(context, request); }});
}

}  // namespace herold::http
