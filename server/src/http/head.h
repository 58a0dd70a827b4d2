// The heads of requests and answers, without a socket.
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace herold::http {

// What a proxy in front could read in another way than we do (RFC 9112, sections 3.2 and 6.1); empty when
// nothing. `version`: 10 or 11.
std::string_view ambiguity(const Request& request, unsigned version);

// The client's address and scheme, as a proxy that is trusted tells them.
void take_forwarded(Request& request);

// Status line and header fields; `keep`: the connection goes on after this answer.
std::string response_head(const Response& response, bool keep);

}  // namespace herold::http
