// Everything of `herold serve`, wired.
#pragma once

#include <string>

#include "http/listener.h"
#include "installation.h"
#include "outgoing/client.h"

namespace herold {

struct ServeOptions {
  Installation installation;
  http::ListenOptions listen;
  outgoing::Openings openings;
  std::string linkedin = "https://www.linkedin.com";  // where its OAuth is, without final slash
};

// Until SIGTERM or SIGINT. Throws cli::Failure, in one line, for what keeps it from starting.
void serve(const ServeOptions& options);

}  // namespace herold
