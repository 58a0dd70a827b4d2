#include "http/resources/resources.h"

namespace herold::http {

Router all_routes(Context& context, Redirects& redirects, Metrics& metrics, Site& site,
                  const std::atomic<bool>& stopping) {
  Router router;
  add_redirects(router, redirects);
  add_enrolment(router, context);
  add_activity(router, context);
  add_events(router);
  add_proposals(router, context);
  add_updates(router, context);
  add_session(router, context);
  add_administrators(router, context);
  add_overview(router, context);
  add_guidelines(router, context);
  add_packs(router, context);
  add_publications(router, context);
  add_content(router, context);
  add_content_links(router, context);
  add_feeds(router, context);
  add_invitations(router, context);
  add_organisation(router, context);
  add_linkedin(router, context);
  add_statistics(router, context);
  add_records(router, context);
  add_operations(router, context, metrics, site, stopping);
  return router;
}

}  // namespace herold::http
