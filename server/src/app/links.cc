#include "app/links.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/activity.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/networks.h"
#include "app/reach.h"
#include "app/source.h"
#include "herold/ascii.h"
#include "herold/percent_encoding.h"

namespace herold::app {
namespace {

// Without letters and digits that look alike.
constexpr std::string_view kAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
constexpr std::size_t kSlugLength = 6;  // 31^6, about 890 million

// A byte from where the alphabet no longer fits evenly is left out, so that all slugs are equally likely.
std::string random_slug() {
  constexpr std::size_t kEven = 256 / kAlphabet.size() * kAlphabet.size();
  std::string slug;
  while (slug.size() < kSlugLength) {
    for (const char byte : random_bytes(kSlugLength)) {
      const auto value = static_cast<unsigned char>(byte);
      if (value < kEven && slug.size() < kSlugLength) slug += kAlphabet[value % kAlphabet.size()];
    }
  }
  return slug;
}

std::string_view medium_of(std::string_view channel) {
  constexpr std::array<std::string_view, 3> kMessengers{"whatsapp", "telegram", "teams"};
  if (channel == "email") return "email";
  if (std::find(kMessengers.begin(), kMessengers.end(), channel) != kMessengers.end()) return "messenger";
  return is_network(channel) ? "social" : "share";
}

std::string decoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto byte = escaped_byte(text);
    out += byte.value_or(text.front());
    text.remove_prefix(byte ? 3 : 1);
  }
  return out;
}

// Whether the query (after the question mark) holds the parameter with a value.
bool has_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const std::size_t equals = std::min(one.find('='), one.size());
    if (equals + 1 < one.size() && decoded(one.substr(0, equals)) == name) return true;
  }
  return false;
}

// The characters of RFC 3986, reserved ones included.
bool is_uri_character(char c) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=";
  return ascii::is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

std::string_view channel_of(std::string_view name) {
  return is_network(name) || name == "copy" || name == "system" ? name : "other";
}

std::string as_uri(std::string_view address) {
  std::string uri;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool is_kept = is_uri_character(c) || escaped_byte(address.substr(i));
    uri += is_kept ? std::string(1, c) : percent_encoded(c);
  }
  return uri;
}

std::string with_campaign(std::string_view url, std::string_view channel, std::string_view item) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::string_view fragment = url.substr(hash);
  std::string address(url.substr(0, hash));
  const std::size_t mark = address.find('?');
  const std::string query = mark == std::string::npos ? "" : address.substr(mark + 1);
  char separator = mark == std::string::npos ? '?' : '&';
  if (mark != std::string::npos && (query.empty() || query.back() == '&')) separator = '\0';
  const std::array<std::pair<std::string_view, std::string_view>, 3> parameters{
      {{"utm_source", channel}, {"utm_medium", medium_of(channel)}, {"utm_campaign", item}}};
  for (const auto& [name, value] : parameters) {
    if (has_value(query, name)) continue;
    if (separator != '\0') address += separator;
    address.append(name).append("=").append(value);  // ids and channels need no escaping
    separator = '&';
  }
  return address.append(fragment);
}

bool has_short_links(const std::string& organisation) {
  return stored(organisation).at("settings").value("shortLinks", false);
}

ByItem link_targets(const ByItem& content, const ByItem& everyones) {
  ByItem targets;
  for (const auto& [id, body] : content) {
    const auto theirs = everyones.find(id);
    targets.emplace(id, text_of(stored(theirs == everyones.end() ? body : theirs->second), "url"));
  }
  return targets;
}

void move_links(store::Transaction& tx, const ByItem& targets) {
  for (store::Link link : tx.links()) {
    const auto target = targets.find(link.item);
    if (target == targets.end() || target->second == link.url) continue;
    link.url = target->second;
    tx.put_link(link);
  }
}

ByItem assign_links(store::Transaction& tx, const ByItem& targets) {
  ByItem slugs;
  std::set<std::string> taken;
  for (const store::Link& link : tx.links()) {
    taken.insert(link.slug);
    slugs.emplace(link.item, link.slug);
  }
  for (const auto& [id, url] : targets) {
    if (slugs.contains(id)) continue;
    std::string slug = random_slug();
    while (!taken.insert(slug).second) slug = random_slug();
    tx.put_link({.slug = slug, .item = id, .url = url});
    slugs.emplace(id, std::move(slug));
  }
  return slugs;
}

Result<LinkTable> Links::table() {
  return store_.read([&](store::Transaction& tx) -> Result<LinkTable> {
    return LinkTable{.links = tx.links(), .counting = has_short_links(organisation_document(tx).body)};
  });
}

Result<void> Links::count(const ClickBatch& batch) {
  // As with shares (app/activity.cc).
  const auto kept = store_.read([&](store::Transaction& tx) -> Result<std::vector<store::Clicks>> {
    const std::int64_t k = privacy_threshold(tx);
    Reach reach(tx, k);
    std::vector<store::Clicks> clicks = batch.clicks;
    for (store::Clicks& one : clicks) one.people = reach.people(one.item);
    std::erase_if(clicks, [&](const store::Clicks& one) { return one.people < k; });
    return clicks;
  });
  if (!kept) return kept.error();
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    if (!tx.remember_count(batch.id, clock_.now() / kDay)) return {};
    for (const store::Clicks& one : *kept) tx.add_clicks(one);
    return {};
  });
}

}  // namespace herold::app
