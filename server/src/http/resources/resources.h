// One function per resource: each adds its routes. The paths are those of openapi.yaml.
#pragma once

#include <atomic>

#include "http/context.h"
#include "http/metrics.h"
#include "http/redirects.h"
#include "http/router.h"
#include "http/site.h"

namespace herold::http {

void add_enrolment(Router& router, Context& context);       // /v1/enrol, /v1/me
void add_activity(Router& router, Context& context);        // /v1/activity
void add_events(Router& router);                            // /v1/events, when it is no WebSocket
void add_proposals(Router& router, Context& context);       // /v1/proposals
void add_updates(Router& router, Context& context);         // /v1/updates
void add_session(Router& router, Context& context);         // /v1/admin/session
void add_administrators(Router& router, Context& context);  // /v1/admin/administrators
void add_overview(Router& router, Context& context);        // /v1/admin/overview, people
void add_guidelines(Router& router, Context& context);      // /v1/admin/guidelines
void add_packs(Router& router, Context& context);           // /v1/admin/pack, packs
void add_publications(Router& router, Context& context);    // /v1/admin/publications
void add_content(Router& router, Context& context);         // /v1/admin/content, topics
void add_content_links(Router& router, Context& context);   // /v1/admin/content-links
void add_feeds(Router& router, Context& context);           // /v1/admin/feeds, link-preview
void add_invitations(Router& router, Context& context);     // /v1/admin/invitations
void add_organisation(Router& router, Context& context);    // /v1/admin/organisation
void add_linkedin(Router& router, Context& context);    // /v1/linkedin, /v1/admin/linkedin, /linkedin/return
void add_statistics(Router& router, Context& context);  // /v1/admin/statistics
void add_records(Router& router, Context& context);     // /v1/admin/audit, inventory
void add_redirects(Router& router, Redirects& redirects);  // /r/{slug}

// /healthz, /readyz, /metrics, /openapi.yaml, /, /join. `stopping` makes the server unready before it stops.
void add_operations(Router& router, Context& context, Metrics& metrics, Site& site,
                    const std::atomic<bool>& stopping);

// All of the above.
Router all_routes(Context& context, Redirects& redirects, Metrics& metrics, Site& site,
                  const std::atomic<bool>& stopping);

}  // namespace herold::http
