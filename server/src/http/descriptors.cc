#include "http/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace herold::http {
namespace {

constexpr std::size_t kKept = 200;  // 8 workers and 4 feeds with a few each, SQLite's files, the log

}  // namespace

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlimit raised{.rlim_cur = limit.rlim_max, .rlim_max = limit.rlim_max};
  if (setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  return limit.rlim_cur;
}

Limits fitting(Limits limits, std::size_t descriptors) {
  const std::size_t room = descriptors > 2 * kKept ? descriptors - kKept : descriptors / 2;
  if (room >= limits.connections) return limits;
  limits.connections = room;
  limits.sockets = std::min(limits.sockets, room / 5 * 4);
  return limits;
}

}  // namespace herold::http
