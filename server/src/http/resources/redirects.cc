#include "http/redirects.h"

#include "http/resources/resources.h"

namespace herold::http {

void add_redirects(Router& router, Redirects& redirects) {
  router.add({Method::get, "/r/{slug}", Access::anyone, Body::none,
              [&redirects](const Request& request) { return redirects.answer(request); }});
}

}  // namespace herold::http
