// Which addresses the server may connect to. An address is judged as the socket is about to use it, so that
// neither a name that resolves differently the second time nor a redirect gets round it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace herold::outgoing {

// IPv6, or IPv4 as ::ffff:a.b.c.d (RFC 4291, section 2.5.5.2), in network byte order.
using Address = std::array<std::uint8_t, 16>;

std::optional<Address> parse_address(std::string_view text);
// Nothing for families other than IPv4 and IPv6.
std::optional<Address> address_of(const sockaddr& socket_address);
std::string text_of(const Address& address);

struct Network {
  Address first{};
  int bits = 0;  // 0 … 128

  bool contains(const Address& address) const;
};

// "10.0.0.0/8", "fd00::/8", "127.0.0.1"; nothing when it is none, or when bits behind the prefix are set.
std::optional<Network> parse_network(std::string_view text);

// Global unicast: none of the blocks that the special-purpose address registries (RFC 6890, as kept by IANA)
// say are not globally reachable, no multicast, and nothing that stands for such an IPv4 address.
bool is_public(const Address& address);

// What an installation opens beside the public Internet on the ports of http and https.
struct Openings {
  std::vector<Network> networks;
  std::vector<std::uint16_t> ports;

  bool address(const Address& address) const;
  bool port(std::uint16_t port) const;
};

}  // namespace herold::outgoing
