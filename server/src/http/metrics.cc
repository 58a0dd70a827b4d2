#include "http/metrics.h"

#include <prometheus/text_serializer.h>

namespace herold::http {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.001, 0.005, 0.02, 0.1, 0.5, 2, 10};

prometheus::Family<prometheus::Gauge>& family(prometheus::Registry& registry, const char* name,
                                              const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name, const char* help) {
  return family(registry, name, help).Add({});
}

}  // namespace

Metrics::Metrics()
    : requests_(prometheus::BuildCounter()
                    .Name("herold_http_requests_total")
                    .Help("Requests answered, by method, path pattern and status.")
                    .Register(registry_)),
      durations_(prometheus::BuildHistogram()
                     .Name("herold_http_request_seconds")
                     .Help("Time from the end of the head to the end of the answer.")
                     .Register(registry_)),
      root_expiry_(family(registry_, "herold_root_expiry_timestamp_seconds",
                          "When the root's metadata expires; herold admin rotate-keys renews it.")),
      certificate_expiry_(family(registry_, "herold_tls_certificate_expiry_timestamp_seconds",
                                 "When the certificate in force ends.")),
      connections(gauge(registry_, "herold_connections", "Open connections, WebSockets included.")),
      sockets(gauge(registry_, "herold_push_sockets", "Open WebSockets.")),
      revision(gauge(registry_, "herold_revision", "Newest revision this process knows.")) {}

Metrics::Series& Metrics::series(std::string_view method, std::string_view pattern, int status) {
  const std::lock_guard lock(mutex_);
  if (const auto found = known_.find(std::tuple(pattern, method, status)); found != known_.end())
    return found->second;
  const std::string route(pattern);
  auto& requests =
      requests_.Add({{"method", std::string(method)}, {"path", route}, {"status", std::to_string(status)}});
  auto& durations = durations_.Add({{"path", route}}, kSeconds);
  return known_.emplace(std::tuple(route, method, status), Series{requests, durations}).first->second;
}

void Metrics::answered(std::string_view method, std::string_view pattern, int status, double seconds) {
  Series& one = series(method, pattern, status);
  one.requests.Increment();
  one.durations.Observe(seconds);
}

void Metrics::show(prometheus::Family<prometheus::Gauge>& family, std::int64_t time) {
  if (time != 0) family.Add({}).Set(static_cast<double>(time));
}

std::string Metrics::text() const { return prometheus::TextSerializer().Serialize(registry_.Collect()); }

}  // namespace herold::http
