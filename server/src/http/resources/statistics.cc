#include "app/activity.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Json row(const app::FigureOf& figure) {
  return {{"of", figure.of},
          {"shared", to_json(figure.shared)},
          {"suggestedUsed", to_json(figure.suggested_used)}};
}

// Clicks are of no group.
Json rows_of_groups(const std::vector<app::FigureOf>& figures) {
  Json list = Json::array();
  for (const app::FigureOf& figure : figures) list.push_back(row(figure));
  return list;
}

Json rows(const std::vector<app::FigureOf>& figures) {
  Json list = Json::array();
  for (const app::FigureOf& figure : figures) {
    list.push_back(row(figure));
    list.back()["clicks"] = to_json(figure.clicks);
  }
  return list;
}

Response statistics(Context& context, const Request& request) {
  app::Result<app::StatisticsReport> report =
      context.application.statistics.report(request.query_value("from"), request.query_value("to"));
  if (!report) return problem(report.error());
  return json_answer(200, {{"from", report->from},
                           {"to", report->to},
                           {"k", report->k},
                           {"people", to_json(report->people)},
                           {"shared", to_json(report->shared)},
                           {"suggestedUsed", to_json(report->suggested_used)},
                           {"clicks", to_json(report->clicks)},
                           {"items", rows(report->items)},
                           {"networks", rows(report->networks)},
                           {"days", rows(report->days)},
                           {"groups", rows_of_groups(report->groups)}});
}

}  // namespace

void add_statistics(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/statistics", Access::administrator, Body::none,
              [&context](const Request& request) { return statistics(context, request); }});
}

}  // namespace herold::http
