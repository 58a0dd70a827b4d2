#include "outgoing/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>
#include <thread>

#include "support/web_server.h"

namespace herold::outgoing {
namespace {

using herold::testing::http_answer;
using herold::testing::path_of;
using herold::testing::WebServer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;
using namespace std::chrono_literals;

Openings loopback(const WebServer& server) {
  return {.networks = {*parse_network("127.0.0.1")}, .ports = {server.port()}};
}

// The reason, or "" when there was an answer.
std::string failed(const Outcome& outcome) {
  const auto* failure = std::get_if<Failure>(&outcome);
  return failure ? name(failure->reason) : "";
}

const Response& answer(const Outcome& outcome) {
  const auto* failure = std::get_if<Failure>(&outcome);
  EXPECT_FALSE(failure) << failure->message;
  return std::get<Response>(outcome);
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(OutgoingClient, AnswersWithStatusHeadersBodyAndAddress) {
  const WebServer server([](const std::string&, const WebServer::Write& write) {
    write(http_answer(404, "ETag: \"1\"\r\n", "gone fishing"));
  });
  const Client client(loopback(server));
  const Outcome outcome = client.send({.url = server.url("/a?b"), .headers = {{"If-None-Match", "\"0\""}}});
  EXPECT_EQ(answer(outcome).status, 404);
  EXPECT_EQ(answer(outcome).header("etag"), "\"1\"");
  EXPECT_EQ(answer(outcome).body, "gone fishing");
  EXPECT_EQ(answer(outcome).url, server.url("/a?b"));
  ASSERT_THAT(server.heads(), SizeIs(1));
  const std::string head = server.heads().front();
  EXPECT_THAT(head, StartsWith("GET /a?b HTTP/1.1\r\n"));
  EXPECT_THAT(head, HasSubstr("If-None-Match: \"0\""));
  EXPECT_THAT(head, HasSubstr("User-Agent: Herold/"));
  EXPECT_THAT(head, Not(HasSubstr("Cookie")));
}

TEST(OutgoingClient, PostsAndDoesNotFollow) {
  const WebServer server([](const std::string&, const WebServer::Write& write) {
    write(http_answer(302, "Location: /elsewhere\r\n", ""));
  });
  const Client client(loopback(server));
  const Outcome outcome = client.send({.method = Method::post, .url = server.url("/token"), .body = "a=b"});
  EXPECT_EQ(answer(outcome).status, 302);
  EXPECT_EQ(answer(outcome).header("location"), "/elsewhere");
  ASSERT_THAT(server.heads(), SizeIs(1));
  EXPECT_THAT(server.heads().front(), HasSubstr("Content-Length: 3"));
}

TEST(OutgoingClient, ReachesNothingInside) {
  const WebServer server(
      [](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", "secret")); });
  const Client client({.networks = {}, .ports = {server.port()}});
  const std::string port = ":" + std::to_string(server.port()) + "/";
  for (const char* host : {"127.0.0.1", "localhost", "0x7f000001", "2130706433", "0177.0.0.1", "127.1",
                           "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[::]"})
    EXPECT_EQ(failed(client.send({.url = "http://" + std::string(host) + port})), "inside") << host;
  EXPECT_THAT(server.heads(), SizeIs(0));
  const Outcome outcome = client.send({.url = "http://10.0.0.5/"});
  EXPECT_EQ(std::get<Failure>(outcome).detail, "10.0.0.5");
  EXPECT_THAT(std::get<Failure>(outcome).message, HasSubstr("--allow-network"));
}

TEST(OutgoingClient, FollowsNoRedirectToInsideOrToOtherPorts) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    write(http_answer(302, "Location: " + path_of(head).substr(1) + "\r\n", ""));
  });
  const Client client(loopback(server));
  const std::string closed = std::to_string(server.port() == 8080 ? 8081 : 8080);
  EXPECT_EQ(failed(client.send({.url = server.url("/http://10.1.2.3/")})), "inside");
  EXPECT_EQ(failed(client.send({.url = server.url("/http://169.254.169.254/latest/meta-data")})), "inside");
  EXPECT_EQ(failed(client.send({.url = server.url("/http://127.0.0.1:" + closed + "/")})), "port");
  EXPECT_EQ(failed(client.send({.url = server.url("/file:///etc/passwd")})), "address");
  EXPECT_EQ(failed(client.send({.url = server.url("/gopher://127.0.0.1/x")})), "address");
  EXPECT_EQ(failed(client.send(
                {.url = server.url("/http://anna:pw@127.0.0.1:" + std::to_string(server.port()) + "/")})),
            "address");
}

TEST(OutgoingClient, FollowsFiveRedirects) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    const int left = std::stoi(path_of(head).substr(1));
    if (left == 0) write(http_answer(200, "", "there"));
    write(http_answer(301, "Location: /" + std::to_string(left - 1) + "\r\nX-Old: 1\r\n", "moved"));
  });
  const Client client(loopback(server));
  const Outcome outcome = client.send({.url = server.url("/5")});
  EXPECT_EQ(answer(outcome).body, "there");
  EXPECT_EQ(answer(outcome).url, server.url("/0"));
  EXPECT_EQ(answer(outcome).header("x-old"), "");
  EXPECT_EQ(failed(client.send({.url = server.url("/6")})), "redirects");
}

TEST(OutgoingClient, TakesOnlyAddressesOfTheWeb) {
  const Client client({});
  for (const char* url : {"", "acme.example", "ftp://acme.example/", "file:///etc/passwd",
                          "javascript:alert(1)", "http://", "https://anna@acme.example/",
                          "https://anna:pw@acme.example/", "http://acme.example:99999/", "http://a b/"})
    EXPECT_EQ(failed(client.send({.url = url})), "address") << url;
}

TEST(OutgoingClient, SaysWhenNobodyIsThere) {
  std::uint16_t port = 0;
  {
    const WebServer gone([](const std::string&, const WebServer::Write&) {});
    port = gone.port();
  }
  const Client client({.networks = {*parse_network("127.0.0.1")}, .ports = {port}});
  EXPECT_EQ(failed(client.send({.url = "http://127.0.0.1:" + std::to_string(port) + "/"})), "unreachable");
  EXPECT_EQ(failed(client.send({.url = "http://no-such-host.invalid/"})), "unknown");
}

TEST(OutgoingClient, ReadsNoMoreThanTheLimit) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    if (path_of(head) == "/bomb") {
      write(http_answer(200, "Content-Encoding: gzip\r\n", gzipped(std::string(10'000'000, ' '))));
      return;
    }
    write("HTTP/1.1 200 OK\r\n");
    if (path_of(head) == "/headers")
      while (write("X-More: " + std::string(1000, 'x') + "\r\n")) continue;
    write("\r\n");
    while (write(std::string(1000, 'x'))) continue;
  });
  const Client client(loopback(server));
  EXPECT_EQ(failed(client.send({.url = server.url("/endless"), .limits = {.body = 5000}})), "too-large");
  EXPECT_EQ(failed(client.send({.url = server.url("/bomb"), .limits = {.body = 1'000'000}})), "too-large");
  EXPECT_EQ(failed(client.send({.url = server.url("/headers")})), "too-large");
  const Outcome cut =
      client.send({.url = server.url("/endless"), .limits = {.body = 5000, .excess = Excess::cut}});
  EXPECT_THAT(answer(cut).body, SizeIs(5000));
  const Outcome endless = client.send({.url = server.url("/headers"), .limits = {.excess = Excess::cut}});
  EXPECT_EQ(failed(endless), "too-large");
  EXPECT_EQ(std::get<Failure>(endless).detail, std::to_string(Limits{}.head));
}

TEST(OutgoingClient, UndoesCompression) {
  const WebServer server([](const std::string&, const WebServer::Write& write) {
    write(http_answer(200, "Content-Encoding: gzip\r\n", gzipped("hello")));
  });
  EXPECT_EQ(answer(Client(loopback(server)).send({.url = server.url("/")})).body, "hello");
}

TEST(OutgoingClient, GivesUpOnWhatNeverEnds) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    if (path_of(head) == "/drip") write("HTTP/1.1 200 OK\r\n\r\n");
    while (write("x")) std::this_thread::sleep_for(20ms);
  });
  const Client client(loopback(server));
  EXPECT_EQ(failed(client.send({.url = server.url("/drip"), .limits = {.total = 1s}})), "slow");
  EXPECT_EQ(failed(client.send({.url = server.url("/drip"), .limits = {.stalled = 1s}})), "slow");
}

TEST(OutgoingClient, SaysWhenAnAnswerIsBroken) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    if (path_of(head) == "/noise") write("SSH-2.0-OpenSSH_9.2\r\n");
    if (path_of(head) == "/short") write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
  });
  const Client client(loopback(server));
  for (const char* path : {"/noise", "/short", "/nothing"})
    EXPECT_EQ(failed(client.send({.url = server.url(path)})), "broken") << path;
}

TEST(OutgoingClient, StopsWhatIsUnderWay) {
  Client* stopped = nullptr;
  const WebServer server([&](const std::string&, const WebServer::Write& write) {
    write("HTTP/1.1 200 OK\r\n\r\n");
    stopped->stop();
    while (write("x")) std::this_thread::sleep_for(5ms);
  });
  Client client(loopback(server));
  stopped = &client;
  EXPECT_EQ(failed(client.send({.url = server.url("/")})), "stopped");
  EXPECT_EQ(failed(client.send({.url = server.url("/")})), "stopped");
  EXPECT_THAT(server.heads(), SizeIs(1));
}

TEST(OutgoingClient, AsksNoProxyOfTheEnvironment) {
  const WebServer server(
      [](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", "direct")); });
  setenv("http_proxy", "http://127.0.0.1:1/", 1);
  EXPECT_EQ(answer(Client(loopback(server)).send({.url = server.url("/")})).body, "direct");
  unsetenv("http_proxy");
}

}  // namespace
}  // namespace herold::outgoing
