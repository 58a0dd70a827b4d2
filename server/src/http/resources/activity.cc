#include "app/activity.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

app::Count read_count(Fields& fields) {
  app::Count count{.id = fields.text("id", {.most = 36}),
                   .event = fields.text("event", {.most = 32}),
                   .item = fields.text("item", {.most = 128}),
                   .network = fields.text("network", {.most = 32}),
                   .day = fields.text("day", {.most = 10}),
                   .n = fields.integer("n", {.least = 1, .most = app::ActivityLimits::n})};
  fields.no_others();
  return count;
}

Response count(Context& context, const Request& request) {
  Document body(request.body, context.limits);
  Fields fields = body.object();
  std::vector<app::Count> counts;
  for (Fields& entry : fields.objects("counts", {.most = app::ActivityLimits::counts}))
    counts.push_back(read_count(entry));
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  app::Result<app::CountsTaken> taken = context.application.activity.add(*request.device, counts);
  if (!taken) return problem(taken.error());
  return json_answer(202, {{"accepted", taken->accepted}, {"repeated", taken->repeated}});
}

}  // namespace

void add_activity(Router& router, Context& context) {
  router.add({Method::post, "/v1/activity", Access::device, Body::json,
              [&context](const Request& request) { return count(context, request); }});
}

}  // namespace herold::http
