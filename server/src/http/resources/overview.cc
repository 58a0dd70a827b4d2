#include "app/overview.h"

#include "app/links.h"
#include "http/resources/answers.h"
#include "http/resources/publication.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Response overview(Context& context) {
  app::Result<app::OverviewReport> report = context.application.overview.report();
  if (!report) return problem(report.error());
  app::Result<app::DocumentView> organisation = context.application.organisation.get();
  if (!organisation) return problem(organisation.error());
  const Json about = parse_stored(organisation->json);
  return json_answer(200, {{"organisation", {{"id", about.at("id")}, {"title", about.at("title")}}},
                           {"guidelines", report->guidelines},
                           {"unpublishedChanges", report->unpublished},
                           {"contentItems", report->content},
                           {"proposals", report->proposals},
                           {"devices", to_json(report->people)},
                           {"latestPublication", report->latest ? to_json(*report->latest) : Json(nullptr)},
                           {"shares", to_json(report->shares)},
                           {"rootExpiresAt", app::rfc3339(report->root_expires_at)},
                           {"rootExpiresSoon", report->root_expires_soon},
                           {"shortLinksLackAddress", app::has_short_links(organisation->json) &&
                                                         context.public_url.empty() &&
                                                         about.value("publicUrl", "").empty()}});
}

Response people(Context& context) {
  app::Result<app::Enrolment::People> people = context.application.enrolment.people();
  if (!people) return problem(people.error());
  Json channels = Json::array();
  for (const app::Enrolment::ChannelFigure& one : people->channels)
    channels.push_back({{"channel", one.channel}, {"devices", to_json(one.devices)}});
  return json_answer(200, {{"devices", to_json(people->devices)}, {"channels", std::move(channels)}});
}

}  // namespace

void add_overview(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/overview", Access::administrator, Body::none,
              [&context](const Request&) { return overview(context); }});
  router.add({Method::get, "/v1/admin/people", Access::administrator, Body::none,
              [&context](const Request&) { return people(context); }});
}

}  // namespace herold::http
