// Prometheus metrics. Labels are patterns and states, never a path, a token or a person.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace herold::http {

class Metrics {
 public:
  Metrics();

  // From any thread.
  void answered(std::string_view method, std::string_view pattern, int status, double seconds);

  // When something ends, in seconds since 1970; 0: there is none, and nothing is shown of it.
  void root_expires_at(std::int64_t time) { show(root_expiry_, time); }
  void certificate_expires_at(std::int64_t time) { show(certificate_expiry_, time); }

  // In the text exposition format.
  std::string text() const;

 private:
  struct Series {
    prometheus::Counter& requests;
    prometheus::Histogram& durations;
  };
  static void show(prometheus::Family<prometheus::Gauge>& family, std::int64_t time);
  Series& series(std::string_view method, std::string_view pattern, int status);

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& durations_;
  prometheus::Family<prometheus::Gauge>& root_expiry_;
  prometheus::Family<prometheus::Gauge>& certificate_expiry_;
  // The library finds a series by a hash of all its labels, which takes longer than a redirect does
  // otherwise.
  std::map<std::tuple<std::string, std::string, int>, Series, std::less<>> known_;
  std::mutex mutex_;

 public:
  prometheus::Gauge& connections;
  prometheus::Gauge& sockets;
  prometheus::Gauge& revision;
};

}  // namespace herold::http
