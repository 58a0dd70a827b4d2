// What handlers work with. Lives as long as the server; everything in it may be used from any thread.
#pragma once

#include <semaphore>
#include <string>

#include "app/application.h"
#include "auth/accounts.h"
#include "auth/rate_limit.h"
#include "feeds/poller.h"
#include "feeds/subscriptions.h"
#include "http/limits.h"
#include "http/representation.h"
#include "outgoing/client.h"

namespace herold::http {

struct Context {
  Context(app::Application& the_application, auth::Accounts& the_accounts, const app::Clock& the_clock,
          const Limits& the_limits, outgoing::Client& the_outgoing, feeds::Subscriptions& the_subscriptions,
          feeds::Poller& the_poller, std::string the_public_url)
      : application(the_application),
        accounts(the_accounts),
        clock(the_clock),
        limits(the_limits),
        outgoing(the_outgoing),
        subscriptions(the_subscriptions),
        poller(the_poller),
        public_url(std::move(the_public_url)),
        representations(the_limits),
        sign_in_by_account(auth::kSignInByAccount, the_clock),
        sign_in_by_address(auth::kSignInByAddress, the_clock),
        enrol_by_address(auth::kEnrolByAddress, the_clock),
        propose_by_device(auth::kProposeByDevice, the_clock),
        linkedin_by_device(auth::kLinkedInByDevice, the_clock) {}

  app::Application& application;
  auth::Accounts& accounts;
  const app::Clock& clock;
  const Limits& limits;
  outgoing::Client& outgoing;
  feeds::Subscriptions& subscriptions;
  feeds::Poller& poller;
  const std::string public_url;  // as given on the command line; may be empty
  std::string linkedin =
      "https://www.linkedin.com";  // where its OAuth is; set before serving, without final slash
  Representations representations;
  auth::RateLimit sign_in_by_account;
  auth::RateLimit sign_in_by_address;
  auth::RateLimit enrol_by_address;
  auth::RateLimit propose_by_device;
  auth::RateLimit linkedin_by_device;
  // Looking at somebody else's server may take half a minute; most workers stay free for everybody else.
  std::counting_semaphore<> looks{3};
};

// The address under which the server is reached: --public-url, else what the organisation says, else how this
// request reached it. Without a final slash.
std::string public_url(Context& context, const Request& request);

}  // namespace herold::http
