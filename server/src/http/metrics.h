// Prometheus metrics. Labels are patterns and states, never a path, a token or a person.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <string>
#include <string_view>

namespace herold::http {

class Metrics {
 public:
  Metrics();

  void answered(std::string_view method, std::string_view pattern, int status, double seconds);

  // In the text exposition format.
  std::string text() const;

 private:
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& durations_;

 public:
  prometheus::Gauge& connections;
  prometheus::Gauge& sockets;
  prometheus::Gauge& revision;
};

}  // namespace herold::http
