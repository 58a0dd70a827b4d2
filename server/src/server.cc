#include "server.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <csignal>
#include <memory>
#include <string_view>

#include "app/background.h"
#include "app/log_value.h"
#include "app/outage.h"
#include "app/update_repository.h"
#include "feeds/poller.h"
#include "feeds/subscriptions.h"
#include "feeds/visits.h"
#include "http/descriptors.h"
#include "http/resources/resources.h"

namespace herold {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

void tell(const app::Result<void>& done, const char* event) {
  if (!done) spdlog::error("event={} what={}", event, app::log_value(done.error().message));
}

// A warning in time, an error when it is too late. `at`: 0 where there is nothing that ends.
void tell_expiry(std::string_view what, app::Seconds at, app::Seconds left, app::Seconds notice,
                 std::string_view advice) {
  if (at == 0 || left > notice) return;
  if (left > 0)
    spdlog::warn("event={}-expires-soon at={} days={} what={}", what, app::rfc3339(at), left / app::kDay,
                 app::log_value(advice));
  else
    spdlog::error("event={}-expired at={} what={}", what, app::rfc3339(at), app::log_value(advice));
}

constexpr app::Seconds kCertificateNotice = 14 * app::kDay;

// Has the links read anew and then tells the hub, whichever replica published: who hears of a revision may
// follow its links at once.
struct Announcer final : store::RevisionListener {
  Announcer(push::Hub& the_hub, http::Redirects& the_redirects, asio::thread_pool& the_workers)
      : hub(the_hub), redirects(the_redirects), workers(the_workers) {}
  void revision_published(std::int64_t revision) override {
    asio::post(workers, [this, revision] {
      app::in_background("links-not-read", [&] { tell(redirects.refresh(), "links-not-read"); });
      hub.publish(revision);
    });
  }
  push::Hub& hub;
  http::Redirects& redirects;
  asio::thread_pool& workers;
};

// What a kill loses of clicks.
constexpr std::chrono::seconds kClicksHeld{5};

// Its connections can be let go of before what they use.
struct IoContext : asio::io_context {
  using asio::execution_context::shutdown;
  using asio::io_context::io_context;
};

// Members are destroyed from the last to the first.
class Server {
 public:
  explicit Server(const ServeOptions& options)
      : application_(open_application(options.installation, clock_)),
        accounts_(application_->store(), clock_),
        outgoing_(options.openings),
        subscriptions_(application_->store(), clock_),
        visits_(application_->store(), clock_, application_->index()),
        poller_(visits_, outgoing_, clock_),
        context_(*application_, accounts_, clock_, limits_, outgoing_, subscriptions_, poller_,
                 options.installation.public_url),
        redirects_(application_->links, clock_),
        site_(context_.representations),
        service_(
            context_, http::all_routes(context_, redirects_, metrics_, site_, stopping_),
            [this](const http::Request& request) { return site_.answer(request); }, metrics_),
        hub_(io_, first_revision()),
        workers_(limits_.workers),
        announcer_(hub_, redirects_, workers_),
        serving_{.service = service_,
                 .hub = hub_,
                 .metrics = metrics_,
                 .workers = workers_,
                 .socket_limits = {},
                 .trusted_proxy = {},
                 .idle = {},
                 .receiving = {}},
        listener_(required(http::Listener::open(io_, options.listen, serving_))) {
    context_.linkedin = options.linkedin;
  }
  // Whoever was still being answered at the deadline refers to the members below.
  ~Server() { io_.shutdown(); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void run() {
    application_->store().listen(&announcer_);
    asio::signal_set signals(io_, SIGTERM, SIGINT);
    signals.async_wait([this](const boost::system::error_code& error, int) {
      if (!error) stop();
    });
    asio::signal_set hangup(io_, SIGHUP);
    asio::co_spawn(io_, reload_on(hangup), asio::detached);
    asio::co_spawn(io_, every(1min, renewal_, &Server::renew), asio::detached);
    asio::co_spawn(io_, every(kClicksHeld, clicks_, &Server::write_clicks), asio::detached);
    asio::co_spawn(io_, every(24h, expiries_, &Server::tell_expiries), asio::detached);
    show_expiries();
    tell_expiries();
    listener_->start();
    poller_.start();
    spdlog::info("event=listening url={} database=\"{}\"", listener_->url(),
                 application_->store().description());
    if (limits_.connections < http::Limits{}.connections)
      spdlog::warn(
          "event=few-descriptors open-files={} connections={} what=\"raise the limit of open files\"",
          descriptors_, limits_.connections);
    io_.run();
    application_->store().listen(nullptr);
    workers_.join();
    write_clicks();
    spdlog::info("event=stopped");
  }

 private:
  std::int64_t first_revision() {
    for (const app::Result<void>& done :
         {application_->key_ceremony.verify(), application_->publications.renew(), redirects_.refresh()})
      required(done);
    return required(application_->publications.latest_revision());
  }

  // As who renews certificates asks for it; nobody's connection ends.
  asio::awaitable<void> reload_on(asio::signal_set& hangup) {
    boost::system::error_code ended;
    while (!ended) {
      co_await hangup.async_wait(asio::redirect_error(asio::use_awaitable, ended));
      if (ended) co_return;
      const app::Result<void> reloaded = listener_->reload();
      tell(reloaded, "reload-failed");
      if (!reloaded) continue;
      spdlog::info("event=reloaded");
      metrics_.certificate_expires_at(listener_->certificate_expires_at());
      tell_certificate_expiry();
    }
  }

  void stop() {
    spdlog::info("event=stopping");
    stopping_ = true;
    serving_.stopping = true;
    outgoing_.stop();
    listener_->stop();
    hub_.close();
    for (asio::ip::tcp::socket* socket : serving_.idle) socket->cancel();
    renewal_.cancel();
    clicks_.cancel();
    expiries_.cancel();
    asio::co_spawn(io_, wait_for_connections(), asio::detached);
  }

  asio::awaitable<void> wait_for_connections() {
    const auto begun = std::chrono::steady_clock::now();
    while (serving_.connections > 0 && std::chrono::steady_clock::now() < begun + limits_.shutdown_time) {
      if (std::chrono::steady_clock::now() > begun + limits_.rest_time)
        for (asio::ip::tcp::socket* socket : serving_.receiving) socket->cancel();
      asio::steady_timer pause(io_, 20ms);
      co_await pause.async_wait(asio::use_awaitable);
    }
    io_.stop();
  }

  asio::awaitable<void> every(std::chrono::seconds pause, asio::steady_timer& timer, void (Server::*work)()) {
    while (!stopping_) {
      timer.expires_after(pause);
      boost::system::error_code cancelled;
      co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
      if (cancelled) continue;
      asio::post(workers_,
                 [this, work] { app::in_background("background-failed", [&] { (this->*work)(); }); });
    }
  }

  // A failure is told and tried again: what is signed already stays valid for hours.
  void renew() {
    app::Result<void> outcome;
    for (const app::Result<void>& done :
         {application_->publications.renew(), application_->activity.forget_ids(),
          application_->proposals.forget(), redirects_.refresh()})
      if (!done) outcome = done;
    renewal_outage_.note(outcome);
    show_expiries();
    // Another process on the same SQLite file tells nobody, and a notification may get lost.
    if (const auto revision = application_->publications.latest_revision()) hub_.publish(*revision);
  }

  void write_clicks() { clicks_outage_.note(redirects_.flush()); }

  // Both may be renewed while the server runs.
  void show_expiries() {
    metrics_.certificate_expires_at(listener_->certificate_expires_at());
    if (const auto root = application_->key_ceremony.root_expires_at()) metrics_.root_expires_at(*root);
  }

  void tell_expiries() {
    tell_certificate_expiry();
    const auto root = application_->key_ceremony.root_expires_at();
    if (!root) return;
    tell_expiry("root", *root, *root - clock_.now(), app::UpdateRepository::root_warning,
                "devices take no updates once the root has expired; run `herold admin rotate-keys`");
  }

  void tell_certificate_expiry() {
    const app::Seconds at = listener_->certificate_expires_at();
    tell_expiry(
        "certificate", at, at - clock_.now(), kCertificateNotice,
        "browsers and devices refuse a certificate that has expired; replace the file of --tls-cert and "
        "reload with SIGHUP");
  }

  const app::SystemClock clock_;
  const std::size_t descriptors_ = http::raise_descriptor_limit();
  const http::Limits limits_ = http::fitting({}, descriptors_);
  std::unique_ptr<app::Application> application_;
  auth::Accounts accounts_;
  outgoing::Client outgoing_;
  feeds::Subscriptions subscriptions_;
  feeds::Visits visits_;
  feeds::Poller poller_;
  http::Context context_;
  http::Redirects redirects_;
  http::Metrics metrics_;
  http::Site site_;
  std::atomic<bool> stopping_ = false;
  http::Service service_;
  IoContext io_{1};
  asio::steady_timer renewal_{io_};
  asio::steady_timer clicks_{io_};
  asio::steady_timer expiries_{io_};
  app::Outage renewal_outage_{"renewal-failed", "renews-again"};
  app::Outage clicks_outage_{"clicks-not-written", "clicks-written-again"};
  push::Hub hub_;
  asio::thread_pool workers_;
  Announcer announcer_;
  http::Serving serving_;
  std::unique_ptr<http::Listener> listener_;
};

}  // namespace

void serve(const ServeOptions& options) { Server(options).run(); }

}  // namespace herold
