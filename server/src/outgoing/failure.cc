#include "outgoing/failure.h"

namespace herold::outgoing {

const char* name(Reason reason) {
  switch (reason) {
    case Reason::address:
      return "address";
    case Reason::inside:
      return "inside";
    case Reason::port:
      return "port";
    case Reason::unknown:
      return "unknown";
    case Reason::unreachable:
      return "unreachable";
    case Reason::insecure:
      return "insecure";
    case Reason::slow:
      return "slow";
    case Reason::too_large:
      return "too-large";
    case Reason::redirects:
      return "redirects";
    case Reason::broken:
      return "broken";
    case Reason::stopped:
      return "stopped";
  }
  return "";
}

}  // namespace herold::outgoing
