// Why there is no answer to a request of the server's own, for programs and for people.
#pragma once

#include <string>

namespace herold::outgoing {

enum class Reason {
  address,      // no http(s) address, or one with a user's name in it
  inside,       // leads to an address that is not public; `detail` is that address
  port,         // leads to a port that is not open; `detail` is that port
  unknown,      // the name does not resolve; `detail` is the host
  unreachable,  // nobody answers there
  insecure,     // the certificate or the handshake is not right
  slow,         // took too long
  too_large,    // more bytes than allowed; `detail` is how many
  redirects,    // redirected too often
  broken,       // the answer is not HTTP, or ended early
  stopped,      // the server is stopping
};

// "address", …
const char* name(Reason reason);

struct Failure {
  Reason reason = Reason::broken;
  std::string detail = {};
  std::string message = {};  // one sentence for people: what happened, and the way out where there is one
};

}  // namespace herold::outgoing
