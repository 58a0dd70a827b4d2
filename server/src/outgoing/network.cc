#include "outgoing/network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace herold::outgoing {
namespace {

constexpr Address kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

Address mapped(const void* four_bytes) {
  Address address = kMapped;
  std::memcpy(address.data() + 12, four_bytes, 4);
  return address;
}

bool is_mapped(const Address& address) {
  return std::equal(kMapped.begin(), kMapped.begin() + 12, address.begin());
}

std::vector<Network> networks(std::initializer_list<const char*> texts) {
  std::vector<Network> list;
  for (const char* text : texts) list.push_back(*parse_network(text));
  return list;
}

bool any_contains(const std::vector<Network>& list, const Address& address) {
  return std::any_of(list.begin(), list.end(), [&](const Network& one) { return one.contains(address); });
}

bool is_public_ipv4(const Address& address) {
  static const std::vector<Network> special = networks({
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
      "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
      "203.0.113.0/24",
      "224.0.0.0/4",       // multicast
      "240.0.0.0/4",       // reserved, and broadcast
      "168.63.129.16/32",  // public by the registry, but Azure's own services in every virtual network
  });
  return !any_contains(special, address);
}

// 64:ff9b::/96 stands for IPv4 in networks that speak only IPv6 (RFC 6052).
bool is_nat64(const Address& address) {
  static const Network nat64 = *parse_network("64:ff9b::/96");
  return nat64.contains(address);
}

bool is_public_ipv6(const Address& address) {
  static const Network global = *parse_network("2000::/3");
  static const std::vector<Network> special = networks({
      "2001::/23",      // protocol assignments, Teredo among them
      "2001:db8::/32",  // documentation
      "2002::/16",      // 6to4, which stands for any IPv4 address
      "3fff::/20",      // documentation
  });
  return global.contains(address) && !any_contains(special, address);
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string terminated(text);
  in_addr four{};
  if (inet_pton(AF_INET, terminated.c_str(), &four) == 1) return mapped(&four);
  Address six{};
  if (inet_pton(AF_INET6, terminated.c_str(), six.data()) == 1) return six;
  return std::nullopt;
}

std::optional<Address> address_of(const sockaddr& socket_address) {
  if (socket_address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &socket_address, sizeof four);
    return mapped(&four.sin_addr);
  }
  if (socket_address.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 six{};
  std::memcpy(&six, &socket_address, sizeof six);
  Address address{};
  std::memcpy(address.data(), &six.sin6_addr, address.size());
  return address;
}

std::string text_of(const Address& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (is_mapped(address)) return inet_ntop(AF_INET, address.data() + 12, text, sizeof text);
  return inet_ntop(AF_INET6, address.data(), text, sizeof text);
}

bool Network::contains(const Address& address) const {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(whole), address.begin()))
    return false;
  const int rest = bits % 8;
  return rest == 0 || ((first[whole] ^ address[whole]) >> (8 - rest)) == 0;
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = parse_address(text.substr(0, slash));
  if (!first) return std::nullopt;
  const bool four = text.find(':') == std::string_view::npos;
  const int most = four ? 32 : 128;
  int bits = most;
  if (slash != std::string_view::npos) {
    const std::string_view digits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc() || end != digits.data() + digits.size() || bits < 0 || bits > most)
      return std::nullopt;
  }
  const Network network{*first, bits + (four ? 96 : 0)};
  for (std::size_t bit = static_cast<std::size_t>(network.bits); bit < 128; ++bit)
    if ((network.first[bit / 8] >> (7 - bit % 8) & 1) != 0) return std::nullopt;
  return network;
}

bool is_public(const Address& address) {
  if (is_mapped(address)) return is_public_ipv4(address);
  if (is_nat64(address)) return is_public_ipv4(mapped(address.data() + 12));
  return is_public_ipv6(address);
}

bool Openings::address(const Address& address) const {
  return is_public(address) || any_contains(networks, address);
}

bool Openings::port(std::uint16_t port) const {
  return port == 80 || port == 443 || std::find(ports.begin(), ports.end(), port) != ports.end();
}

}  // namespace herold::outgoing
