// link: each link that leads where it should not, is not secured, or does not say which campaign it belongs
// to.
#include <algorithm>
#include <array>

#include "check/punycode.h"
#include "check/rule.h"
#include "text/fold.h"
#include "text/letter_case.h"

namespace herold::check {
namespace {

/// A host may end with the root's full stop.
std::string_view without_full_stops(std::string_view host) {
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  return host;
}

struct LinkParts {
  bool is_https = true;
  std::string_view host;
  std::string_view query;
};

/// Of what the detector finds: `http`, `https`, and what begins with `www.`, which counts as https.
LinkParts parse_link(std::string_view link) {
  LinkParts parts;
  if (const std::size_t scheme = link.find("://"); scheme != std::string_view::npos && scheme <= 5) {
    parts.is_https = scheme == 5;
    link.remove_prefix(scheme + 3);
  }
  const std::size_t fragment = link.find('#');
  const std::string_view address = link.substr(0, fragment);
  if (const std::size_t query = address.find('?'); query != std::string_view::npos)
    parts.query = address.substr(query + 1);

  // Browsers take a backslash for a slash.
  std::string_view host = link.substr(0, link.find_first_of("/\\?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  if (host.empty() || host.front() != '[') host = host.substr(0, host.find(':'));
  parts.host = without_full_stops(host);
  return parts;
}

/// A key under which equal hosts are equal: small letters, Punycode undone, NFKC as browsers read it.
std::string host_key(std::string_view host) {
  const std::string small = text::to_lower(host);
  std::string unicode;
  for (std::size_t start = 0; start <= small.size();) {
    const std::size_t end = std::min(small.find('.', start), small.size());
    const std::string_view label = std::string_view(small).substr(start, end - start);
    const bool is_encoded = label.substr(0, 4) == "xn--";
    const auto decoded = is_encoded ? decode_punycode(label.substr(4)) : std::nullopt;
    if (start > 0) unicode += '.';
    unicode += decoded ? *decoded : std::string(label);
    start = end + 1;
  }
  return text::fold(unicode, text::Case::exact);
}

bool belongs_to(std::string_view host, std::string_view domain) {
  if (host.size() < domain.size() || host.substr(host.size() - domain.size()) != domain) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool belongs_to_any(std::string_view host, const std::vector<std::string>& domains) {
  return std::any_of(domains.begin(), domains.end(),
                     [&](const std::string& domain) { return belongs_to(host, domain); });
}

bool has_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name && equals + 1 < pair.size())
      return true;
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
  }
  return false;
}

bool names_campaign(std::string_view query) {
  constexpr std::array<std::string_view, 3> names{"utm_source", "utm_medium", "utm_campaign"};
  return std::all_of(names.begin(), names.end(),
                     [&](std::string_view name) { return has_value(query, name); });
}

class LinkRule : public CompiledRule {
 public:
  explicit LinkRule(const LinkRules& rule) : needs_https_(rule.https), needs_utm_(rule.utm) {
    for (const std::string& domain : rule.allowed) allowed_.push_back(host_key(without_full_stops(domain)));
    for (const std::string& domain : rule.denied) denied_.push_back(host_key(without_full_stops(domain)));
  }

  bool needs_hit() const override { return false; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    for (const text::ByteRange link : inspection.draft.links()) {
      if (fault_of(parse_link(link.of(inspection.draft.text()))) != Fault::none)
        out.push_back({.range = link});
    }
  }

  Explanation explain(const Found&, const Reading&) const override { return {}; }

  std::string figures(Inspection& inspection) const override {
    std::string listed;
    for (const text::ByteRange range : inspection.draft.links()) {
      const std::string_view link = range.of(inspection.draft.text());
      listed +=
          (listed.empty() ? "“" : ", “") + std::string(link) + "” " + in_words(fault_of(parse_link(link)));
    }
    return listed.empty() ? "there is no link" : listed;
  }

 private:
  enum class Fault : std::uint8_t { none, scheme, campaign, denied, not_allowed };

  static const char* in_words(Fault fault) {
    switch (fault) {
      case Fault::none:
        return "is as it should be";
      case Fault::scheme:
        return "is not https";
      case Fault::campaign:
        return "does not name utm_source, utm_medium and utm_campaign";
      case Fault::denied:
        return "leads to a denied domain";
      case Fault::not_allowed:
        return "leads to a domain that is not allowed";
    }
    return "";
  }

  /// The first that the link has.
  Fault fault_of(const LinkParts& link) const {
    if (needs_https_ && !link.is_https) return Fault::scheme;
    if (needs_utm_ && !names_campaign(link.query)) return Fault::campaign;
    if (allowed_.empty() && denied_.empty()) return Fault::none;
    const std::string host = host_key(link.host);
    if (belongs_to_any(host, denied_)) return Fault::denied;
    return allowed_.empty() || belongs_to_any(host, allowed_) ? Fault::none : Fault::not_allowed;
  }

  std::vector<std::string> allowed_, denied_;
  bool needs_https_, needs_utm_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const LinkRules& rule, RuleCompiler&) {
  return std::make_unique<LinkRule>(rule);
}

}  // namespace herold::check
