#include "http/problem.h"
#include "http/resources/resources.h"
#include "http/service.h"

namespace herold::http {

void add_events(Router& router) {
  router.add({Method::get, std::string(kEventsPath), Access::anyone, Body::none, [](const Request&) {
                return problem(426, "Connect with a WebSocket.").with("Upgrade", "websocket");
              }});
}

}  // namespace herold::http
