// Names whose addresses change between two questions, and names with several addresses. libcurl asks the
// system's resolver, getaddrinfo, which this program takes the place of for names that end in ".rebind.test";
// so everything behind that question is as in the server.
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include <map>
#include <mutex>

#include "outgoing/client.h"
#include "support/web_server.h"

namespace {

using Addresses = std::vector<std::string>;
using Resolve = int (*)(const char*, const char*, const addrinfo*, addrinfo**);

// What a name server would say: each name's answers in turn, the last one again and again.
class Names {
 public:
  void say(const std::string& name, std::vector<Addresses> answers) {
    const std::lock_guard lock(mutex_);
    answers_[name] = std::move(answers);
    asked_[name] = 0;
  }

  Addresses ask(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const std::vector<Addresses>& answers = answers_.at(name);
    const std::size_t turn = asked_[name]++;
    return answers[std::min(turn, answers.size() - 1)];
  }

  std::size_t asked(const std::string& name) {
    const std::lock_guard lock(mutex_);
    return asked_[name];
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<Addresses>> answers_;
  std::map<std::string, std::size_t> asked_;
};

Names& names() {
  static Names all;
  return all;
}

}  // namespace

extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** found) {
  static const auto system = reinterpret_cast<Resolve>(dlsym(RTLD_NEXT, "getaddrinfo"));
  if (!node || !std::string_view(node).ends_with(".rebind.test")) return system(node, service, hints, found);
  addrinfo each = hints ? *hints : addrinfo{};
  each.ai_family = AF_UNSPEC;
  each.ai_flags = AI_NUMERICHOST;
  addrinfo** last = found;
  for (const std::string& address : names().ask(node)) {
    if (const int error = system(address.c_str(), service, &each, last); error != 0) return error;
    while (*last) last = &(*last)->ai_next;
  }
  return 0;
}

namespace herold::outgoing {
namespace {

using herold::testing::http_answer;
using herold::testing::path_of;
using herold::testing::WebServer;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kOpen = "127.0.0.1";
constexpr const char* kInside = "127.0.0.9";

class Rebinding : public ::testing::Test {
 protected:
  std::string url(const std::string& name, const std::string& path = "/") const {
    return "http://" + name + ":" + std::to_string(open.port()) + path;
  }

  // "inside 127.0.0.9", or the body.
  std::string sent(const std::string& address) const {
    const Outcome outcome = client.send({.url = address});
    if (const auto* answer = std::get_if<Response>(&outcome)) return answer->body;
    const auto& failure = std::get<Failure>(outcome);
    return name(failure.reason) + std::string(" ") + failure.detail;
  }

  // Redirects to what its path names.
  const WebServer open{[](const std::string& head, const WebServer::Write& write) {
                         const std::string path = path_of(head);
                         const bool leads_on = path.starts_with("/http");
                         write(leads_on ? http_answer(302, "Location: " + path.substr(1) + "\r\n", "")
                                        : http_answer(200, "", "outside"));
                       },
                       kOpen};
  const WebServer inside{
      [](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", "secret")); },
      kInside, open.port()};
  const Client client{{.networks = {*parse_network(kOpen)}, .ports = {open.port()}}};
};

TEST_F(Rebinding, ANameIsJudgedByTheAddressThatIsConnectedTo) {
  names().say("a.rebind.test", {{kOpen}, {kInside}});
  EXPECT_EQ(sent(url("a.rebind.test")), "outside");
  EXPECT_EQ(sent(url("a.rebind.test")), "inside 127.0.0.9");
  EXPECT_EQ(names().asked("a.rebind.test"), 2u)
      << "what is judged is the answer that is used, not another one";
  EXPECT_THAT(inside.heads(), IsEmpty());
}

TEST_F(Rebinding, ARedirectIsJudgedAnew) {
  names().say("a.rebind.test", {{kOpen}, {kInside}});
  names().say("b.rebind.test", {{kInside}, {kOpen}});
  EXPECT_EQ(sent(url("a.rebind.test", "/" + url("b.rebind.test"))), "inside 127.0.0.9");
  // To itself: whether it is asked again or not, nothing inside is reached.
  names().say("a.rebind.test", {{kOpen}, {kInside}});
  sent(url("a.rebind.test", "/" + url("a.rebind.test")));
  EXPECT_THAT(inside.heads(), IsEmpty());
  EXPECT_THAT(open.heads(), ::testing::Not(IsEmpty()));
}

TEST_F(Rebinding, OfSeveralAddressesOnlyThoseOutsideAreTried) {
  names().say("a.rebind.test", {{kInside, kOpen}, {"::1", kInside, kOpen}, {kInside, "::1"}});
  EXPECT_EQ(sent(url("a.rebind.test")), "outside");
  EXPECT_EQ(sent(url("a.rebind.test")), "outside");
  EXPECT_THAT(sent(url("a.rebind.test")), ::testing::StartsWith("inside "));
  EXPECT_THAT(inside.heads(), IsEmpty());
}

TEST_F(Rebinding, WhatStandsForAnAddressInsideIsInside) {
  for (const char* address :
       {"::ffff:127.0.0.9", "64:ff9b::7f00:9", "64:ff9b::10.0.0.1", "64:ff9b:1::7f00:9",
        "2002:7f00:9::", "::127.0.0.9", "::1", "fe80::1", "fd00::1", "169.254.169.254"}) {
    names().say("a.rebind.test", {{address}});
    EXPECT_THAT(sent(url("a.rebind.test")), ::testing::StartsWith("inside ")) << address;
  }
  EXPECT_THAT(inside.heads(), IsEmpty());
}

TEST_F(Rebinding, TheWayThatIsOpenedIsReachedByANameToo) {
  names().say("a.rebind.test", {{"::ffff:127.0.0.1"}});
  EXPECT_EQ(sent(url("a.rebind.test")), "outside") << "the same address in another spelling";
  EXPECT_THAT(open.heads(), SizeIs(1));
}

}  // namespace
}  // namespace herold::outgoing
