// Heads of requests and answers, and how many connections fit.
#include "http/head.h"

#include <gtest/gtest.h>

#include "http/descriptors.h"

namespace herold::http {
namespace {

Request with(Headers headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

TEST(RequestHead, NamesOneHostAndNoCodingButChunked) {
  EXPECT_EQ(ambiguity(with({{"Host", "a"}}), 11), "");
  EXPECT_EQ(ambiguity(with({}), 10), "");
  EXPECT_EQ(ambiguity(with({{"host", "a"}, {"transfer-encoding", "Chunked"}}), 11), "");
  EXPECT_NE(ambiguity(with({}), 11), "");
  EXPECT_NE(ambiguity(with({{"Host", "a"}, {"HOST", "a"}}), 11), "");
  EXPECT_NE(ambiguity(with({{"Host", "a"}, {"Host", "b"}}), 10), "");
  for (const char* coding : {"", "gzip", "chunked, chunked", "gzip, chunked", "identity"})
    EXPECT_NE(ambiguity(with({{"Host", "a"}, {"Transfer-Encoding", coding}}), 11), "") << coding;
  EXPECT_NE(
      ambiguity(with({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}),
                11),
      "");
}

std::string client(const char* forwarded_for) {
  Request request = with({{"X-Forwarded-For", forwarded_for}, {"X-Forwarded-Proto", "https"}});
  request.client = "10.0.0.1";
  take_forwarded(request);
  EXPECT_TRUE(request.secure);
  return request.client;
}

TEST(RequestHead, NamesTheClientAsTheProxySawIt) {
  EXPECT_EQ(client("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(client("1.2.3.4, 203.0.113.7 "), "203.0.113.7");
  EXPECT_EQ(client("203.0.113.7:4711"), "203.0.113.7");
  EXPECT_EQ(client("2001:db8::1"), "2001:db8::1");
  EXPECT_EQ(client("[2001:db8::1]:4711"), "2001:db8::1");
  EXPECT_EQ(client("[2001:db8::1"), "2001:db8::1");
  EXPECT_EQ(client(""), "10.0.0.1");
  EXPECT_EQ(client("1.2.3.4,"), "10.0.0.1");
}

// Without its date.
std::string head(const Response& response, bool keep) {
  std::string text = response_head(response, keep);
  const auto date = text.find("Date: ");
  EXPECT_EQ(text.find(" GMT\r\n", date), date + 31);
  return text.erase(date, 37);
}

TEST(ResponseHead, HoldsTheFieldsAndTheLength) {
  EXPECT_EQ(head(text_response(200, "text/plain", "abc").with("A", "1").with("A", "2"), true),
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nA: 1\r\nA: 2\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(head({.status = 302}, false),
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(head({.status = 204}, true), "HTTP/1.1 204 No Content\r\n\r\n");
  EXPECT_EQ(head({.status = 304}, true), "HTTP/1.1 304 Not Modified\r\n\r\n");
}

TEST(Limits, LeaveDescriptorsForTheDatabase) {
  const Limits wanted;
  EXPECT_EQ(fitting(wanted, 1'000'000).connections, wanted.connections);
  const Limits usual = fitting(wanted, 1024);
  EXPECT_EQ(usual.connections, 824U);
  EXPECT_LT(usual.sockets, usual.connections) << "who asks for something else finds room";
  EXPECT_EQ(fitting(wanted, 20).connections, 10U);
}

}  // namespace
}  // namespace herold::http
