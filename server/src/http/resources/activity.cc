#include "app/activity.h"

#include "app/validation.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

app::Count read_count(Fields& fields) {
  app::Count count{.at = fields.pointer(),
                   .id = fields.text("id", {.most = 36}),
                   .event = fields.text("event", {.most = 32}),
                   .item = fields.text("item", {.most = app::InputLimits::id}),
                   .network = fields.text("network", {.most = 32}),
                   .day = fields.text("day", {.most = 10}),
                   .n = fields.integer("n", {.least = 1, .most = app::ActivityLimits::n})};
  fields.no_others();
  return count;
}

// What is no count is told of that count alone: the others are not to be lost with it.
Response count(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const Json& list = fields.list("counts", {.most = app::ActivityLimits::counts});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  std::vector<app::Problem> refused;
  std::vector<app::Count> counts;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t before = refused.size();
    Fields one(list[i], "/counts/" + std::to_string(i), refused);
    app::Count count = read_count(one);
    if (refused.size() == before) counts.push_back(std::move(count));
  }
  app::Result<app::CountsTaken> taken = context.application.activity.add(*request.device, counts);
  if (!taken) return problem(taken.error());
  refused.insert(refused.end(), taken->refused.begin(), taken->refused.end());
  if (taken->accepted + taken->repeated == 0)
    return problem(app::refused("the counts cannot be taken", std::move(refused)));
  Json receipt{{"accepted", taken->accepted}, {"repeated", taken->repeated}};
  if (!refused.empty()) receipt["refused"] = to_json(refused);
  return json_answer(202, receipt);
}

}  // namespace

void add_activity(Router& router, Context& context) {
  router.add({Method::post, "/v1/activity", Access::device, Body::json,
              [&context](const Request& request) { return count(context, request); }});
}

}  // namespace herold::http
