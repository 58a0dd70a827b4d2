#include "outgoing/network.h"

#include <gtest/gtest.h>

namespace herold::outgoing {
namespace {

TEST(PublicAddress, IsGlobalUnicast) {
  for (const char* text :
       {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
        "192.0.1.1", "193.0.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1", "2001:4860::8888"})
    EXPECT_TRUE(is_public(*parse_address(text))) << text;
}

TEST(PublicAddress, IsNothingInside) {
  for (const char* text : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.5",
                           "100.64.0.1",
                           "100.100.100.200",
                           "127.0.0.1",
                           "127.255.255.254",
                           "168.63.129.16",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.192",
                           "192.0.2.1",
                           "192.88.99.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.1",
                           "203.0.113.1",
                           "224.0.0.1",
                           "239.1.1.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::7f00:1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.0.0.1",
                           "::ffff:0:10.0.0.1",
                           "64:ff9b::10.0.0.1",
                           "64:ff9b::169.254.169.254",
                           "64:ff9b:1::1",
                           "100::1",
                           "2001::1",
                           "2001:db8::1",
                           "2002:a00:1::",
                           "2002:7f00:1::1",
                           "3fff::1",
                           "5f00::1",
                           "fc00::1",
                           "fd00:ec2::254",
                           "fe80::1",
                           "fec0::1",
                           "ff02::1"})
    EXPECT_FALSE(is_public(*parse_address(text))) << text;
}

TEST(Network, HoldsWhatSharesItsPrefix) {
  EXPECT_TRUE(parse_network("10.0.0.0/8")->contains(*parse_address("10.255.0.1")));
  EXPECT_FALSE(parse_network("10.0.0.0/8")->contains(*parse_address("11.0.0.0")));
  EXPECT_TRUE(parse_network("10.128.0.0/9")->contains(*parse_address("10.129.0.1")));
  EXPECT_FALSE(parse_network("10.128.0.0/9")->contains(*parse_address("10.127.255.255")));
  EXPECT_TRUE(parse_network("10.0.0.5")->contains(*parse_address("::ffff:10.0.0.5")));
  EXPECT_FALSE(parse_network("10.0.0.5")->contains(*parse_address("10.0.0.4")));
  EXPECT_TRUE(parse_network("fd00::/8")->contains(*parse_address("fdff::1")));
  EXPECT_TRUE(parse_network("0.0.0.0/0")->contains(*parse_address("8.8.8.8")));
  EXPECT_FALSE(parse_network("0.0.0.0/0")->contains(*parse_address("2606::1")));
  EXPECT_TRUE(parse_network("::/0")->contains(*parse_address("8.8.8.8")));
}

TEST(Network, IsWrittenAsAddressAndLength) {
  for (const char* text : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.1/8",
                           "10.0.0/8", "010.0.0.0/8", "::/129", "acme.example", "10.0.0.0 /8"})
    EXPECT_FALSE(parse_network(text)) << text;
}

TEST(Openings, AddToThePublicInternetOnItsPorts) {
  const Openings openings{.networks = {*parse_network("10.1.0.0/16")}, .ports = {8443}};
  EXPECT_TRUE(openings.address(*parse_address("10.1.2.3")));
  EXPECT_FALSE(openings.address(*parse_address("10.2.0.1")));
  EXPECT_TRUE(openings.address(*parse_address("1.1.1.1")));
  for (const std::uint16_t port : std::initializer_list<std::uint16_t>{80, 443, 8443})
    EXPECT_TRUE(openings.port(port)) << port;
  for (const std::uint16_t port : std::initializer_list<std::uint16_t>{0, 22, 25, 6379, 8080})
    EXPECT_FALSE(openings.port(port)) << port;
}

}  // namespace
}  // namespace herold::outgoing
