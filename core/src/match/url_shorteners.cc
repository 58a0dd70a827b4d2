#include <algorithm>
#include <iterator>
#include <string>

#include "herold/ascii.h"
#include "match/finders.h"

namespace herold::match {
namespace {

// Hosts that only redirect, sorted.
constexpr std::string_view shorteners[] = {
    "adf.ly",      "amzn.to", "bit.do", "bit.ly",        "bl.ink",  "buff.ly",  "clck.ru",   "cutt.ly",
    "db.tt",       "dlvr.it", "fb.me",  "gg.gg",         "goo.gl",  "hubs.la",  "hubs.li",   "hubs.ly",
    "ift.tt",      "is.gd",   "j.mp",   "kurzelinks.de", "kutt.it", "lnkd.in",  "mcaf.ee",   "ow.ly",
    "po.st",       "qr.ae",   "rb.gy",  "rebrand.ly",    "s.id",    "short.io", "shorte.st", "shorturl.at",
    "smarturl.it", "soo.gd",  "spr.ly", "su.pr",         "t.co",    "t.ly",     "t1p.de",    "tiny.cc",
    "tinyurl.com", "tny.im",  "tr.im",  "trib.al",       "u.to",    "urlz.fr",  "v.gd",      "wp.me",
    "x.co",        "xing.me", "zpr.io"};

// The host of a link, in small letters, without `www.`.
std::string host_of(std::string_view link) {
  if (const std::size_t scheme = link.find("://"); scheme != std::string_view::npos)
    link.remove_prefix(scheme + 3);
  link = link.substr(0, link.find_first_of("/?#"));
  if (const std::size_t user = link.rfind('@'); user != std::string_view::npos) link.remove_prefix(user + 1);
  link = link.substr(0, link.find(':'));
  std::string host = ascii::to_lower(link);
  while (!host.empty() && host.back() == '.') host.pop_back();
  return host.rfind("www.", 0) == 0 ? host.substr(4) : host;
}

}  // namespace

std::vector<text::ByteRange> find_url_shorteners(Draft& draft) {
  std::vector<text::ByteRange> found;
  for (const text::ByteRange link : draft.links())
    if (std::binary_search(std::begin(shorteners), std::end(shorteners),
                           std::string_view(host_of(link.of(draft.text())))))
      found.push_back(link);
  return found;
}

}  // namespace herold::match
