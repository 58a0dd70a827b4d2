// Who may call: sessions, device tokens, and the Origin of writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/context.h"
#include "http/message.h"
#include "http/router.h"

namespace herold::http {

inline constexpr std::string_view kSessionCookie = "herold_session";

// Lets the request pass and fills in who asks, or refuses it. Blocks.
std::optional<Response> guard(Context& context, Access access, Request& request);

// The value of a cookie; empty when it was not sent.
std::string_view cookie(std::string_view cookie_header, std::string_view name);

// "Bearer TOKEN" → TOKEN; empty for anything else.
std::string_view bearer_token(std::string_view authorization);

// The token among the subprotocols a WebSocket offers ("herold.v1, herold.token.TOKEN"); empty when one of
// the two is missing.
std::string_view offered_token(std::string_view subprotocols);

// Whether an Origin is this server's: that of --public-url, or http(s) with the host that was asked for.
bool is_own_origin(std::string_view origin, std::string_view host, std::string_view public_url);

Response not_enrolled(std::string_view detail);

}  // namespace herold::http
