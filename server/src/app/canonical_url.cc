#include "app/canonical_url.h"

#include <curl/curl.h>
#include <idn2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/json.h"
#include "herold/ascii.h"
#include "herold/percent_encoding.h"
#include "herold/utf8.h"
#include "text/decompose.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::app {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// What campaigns, mailings and networks append to say where a reader came from; it never names the page.
constexpr std::array<std::string_view, 6> kTrackingPrefixes = {"utm_", "mtm_", "pk_", "hsa_", "wt_", "_hs"};
constexpr std::array<std::string_view, 27> kTracking = {
    "_ga",         "_gl",        "fbclid",    "gclid",   "gclsrc",  "dclid",       "gbraid",
    "wbraid",      "msclkid",    "mc_cid",    "mc_eid",  "igsh",    "igshid",      "yclid",
    "twclid",      "ttclid",     "li_fat_id", "mkt_tok", "trk",     "trkcampaign", "lipi",
    "oly_anon_id", "oly_enc_id", "vero_id",   "s_kwcid", "srsltid", "at_campaign"};

std::optional<std::string> part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
  return std::string(text);
}

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii::to_lower(parameter.substr(0, parameter.find('=')));
  return std::find(kTracking.begin(), kTracking.end(), name) != kTracking.end() ||
         std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// "%41" → "A", "%c3" → the byte, "%2f" → "%2F" (RFC 3986, 6.2.2.1 and 6.2.2.2); what is no escape stays as it
// is.
std::string unescaped(std::string_view text) {
  std::string normal;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = escaped_byte(text.substr(i));
    if (!byte) {
      normal += text[i];
      continue;
    }
    normal +=
        is_unreserved(*byte) || !ascii::is_ascii(*byte) ? std::string(1, *byte) : percent_encoded(*byte);
    i += 2;
  }
  return normal;
}

std::uint8_t combining_class(char32_t c) { return text::tables::properties(c).combining_class; }

// Marks in a row, in the order in which all spellings of a character agree.
void order_marks(std::u32string& text) {
  const auto is_mark = [](char32_t c) { return combining_class(c) != 0; };
  for (auto at = text.begin(); at != text.end();) {
    const auto first = std::find_if(at, text.end(), is_mark);
    at = std::find_if_not(first, text.end(), is_mark);
    std::stable_sort(first, at,
                     [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
  }
}

// NFD: "ä" as one code point or as two is one text.
std::string decomposed(std::string_view text) {
  std::u32string parts;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint next = text::decode(text, at);
    text::decompose(next.value, text::Equivalence::canonical, [&](char32_t part) { parts += part; });
    at += next.size;
  }
  order_marks(parts);
  std::string out;
  for (const char32_t part : parts) text::append_utf8(out, part);
  return out;
}

// The same for every spelling of an address: bytes that are no UTF-8 are no characters, and only escaped
// alike.
std::string normal_spelling(std::string_view text) {
  std::string characters = unescaped(text);
  if (!first_invalid_utf8(characters)) characters = decomposed(characters);
  std::string normal;
  for (const char c : characters) normal += ascii::is_ascii(c) ? std::string(1, c) : percent_encoded(c);
  return normal;
}

// libcurl's own conversion depends on the process's locale, libidn2's does not.
std::optional<std::string> canonical_host(const std::string& host) {
  if (host.starts_with('[')) return ascii::to_lower(host);
  char* ascii = nullptr;
  if (idn2_to_ascii_8z(host.c_str(), &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK) {
    return std::nullopt;
  }
  const std::unique_ptr<void, decltype(&idn2_free)> owned(ascii, idn2_free);
  std::string canonical = ascii::to_lower(ascii);
  if (canonical.ends_with('.')) canonical.pop_back();
  if (canonical.empty()) return std::nullopt;
  return canonical;
}

std::string canonical_query(std::string_view query) {
  std::vector<std::string_view> parameters;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), parameter.size() + 1));
    if (!parameter.empty() && !is_tracking(parameter)) parameters.push_back(parameter);
  }
  std::stable_sort(parameters.begin(), parameters.end(), [](std::string_view a, std::string_view b) {
    return a.substr(0, a.find('=')) < b.substr(0, b.find('='));
  });
  std::string text;
  for (const std::string_view parameter : parameters) {
    text += text.empty() ? '?' : '&';
    text += parameter;
  }
  return text;
}

}  // namespace

std::optional<std::string> canonical_url(std::string_view address) {
  if (!is_http_url(address)) return std::nullopt;
  const Url url(curl_url(), curl_url_cleanup);
  // A zero byte would end the text early for libcurl; is_http_url lets none through.
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(address).c_str(), CURLU_URLENCODE) != CURLUE_OK) {
    return std::nullopt;
  }
  const auto entered = part(url, CURLUPART_HOST);
  auto path = part(url, CURLUPART_PATH);
  if (!entered || !path) return std::nullopt;
  const auto host = canonical_host(*entered);
  if (!host) return std::nullopt;
  // Asked with the flag, a default port is none.
  const auto port = part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  while (path->ends_with('/')) path->pop_back();
  return "https://" + *host + (port ? ":" + *port : "") + normal_spelling(*path) +
         canonical_query(normal_spelling(part(url, CURLUPART_QUERY).value_or("")));
}

}  // namespace herold::app
