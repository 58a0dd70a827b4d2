// Two addresses of one page, recognised as such. The canonical form is a key to compare by, not an address to
// open: links stay as they were entered.
//
//   "http://WWW.Acme.example:80/News/?utm_source=x&b=2&a=1#top" → "https://www.acme.example/News?a=1&b=2"
//
// Equal are: http and https; letter case of scheme and host; Unicode and Punycode hosts (IDNA 2008); a host
// with and without its final full stop; a default port and none; with and without user, fragment, trailing
// slash; dot segments and what they resolve to; characters percent-encoded or not, where RFC 3986 wants them
// encoded; composed and decomposed characters (what a Mac's file names make of "ä"); parameters in any order
// (those of one name keep theirs), with and without tracking parameters. Different stay: www. and none, other
// ports, letter case of path and query.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herold::app {

// Nothing when it is no http(s) address with a host, or longer than 2,000 bytes.
std::optional<std::string> canonical_url(std::string_view url);

}  // namespace herold::app
