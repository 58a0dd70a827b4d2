#include "app/links.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/crypto.h"
#include "app/json.h"
#include "app/networks.h"
#include "app/source.h"

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

// Whether the query (after the question mark) holds the parameter with a value.
bool has_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    if (one.substr(0, equals) == name && equals != std::string_view::npos && equals + 1 < one.size())
      return true;
  }
  return false;
}

}  // namespace

std::string_view channel_of(std::string_view name) {
  return is_network(name) || name == "copy" || name == "system" ? name : "other";
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

std::map<std::string, std::string> assign_links(store::Transaction& tx,
                                                const std::map<std::string, std::string>& content) {
  std::map<std::string, store::Link> known;
  std::set<std::string> taken;
  for (store::Link& link : tx.links()) {
    taken.insert(link.slug);
    known.emplace(link.item, std::move(link));
  }
  std::map<std::string, std::string> slugs;
  for (const auto& [id, body] : content) {
    const std::string url = text_of(stored(body), "url");
    if (url.empty()) continue;
    store::Link& link = known[id];
    while (link.slug.empty() || (link.item.empty() && taken.contains(link.slug))) link.slug = random_slug();
    const bool changed = link.url != url;
    taken.insert(link.slug);
    link.item = id;
    link.url = url;
    if (changed) tx.put_link(link);
    slugs.emplace(id, link.slug);
  }
  return slugs;
}

Result<LinkTable> Links::table() {
  return store_.read([&](store::Transaction& tx) -> Result<LinkTable> {
    return LinkTable{.links = tx.links(), .counting = has_short_links(organisation_document(tx).body)};
  });
}

Result<void> Links::count(const ClickBatch& batch) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    if (!tx.remember_count(batch.id, clock_.now() / kDay)) return {};
    const std::int64_t people = tx.people();
    for (store::Clicks one : batch.clicks) {
      one.people = people;
      tx.add_clicks(one);
    }
    return {};
  });
}

}  // namespace herold::app
