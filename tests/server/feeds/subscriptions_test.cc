#include "feeds/subscriptions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "app/json.h"
#include "feeds/poller.h"
#include "feeds/schedule.h"
#include "feeds/visits.h"
#include "support/over_herold.h"
#include "support/web_server.h"

namespace herold::feeds {
namespace {

using herold::testing::http_answer;
using herold::testing::kAnna;
using herold::testing::path_of;
using herold::testing::WebServer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::string rss(int first, int last) {
  std::string items;
  for (int i = last; i >= first; --i)
    items += "<item><link>https://acme.example/" + std::to_string(i) + "</link><title>Entry " +
             std::to_string(i) + "</title></item>";
  return "<rss><channel><title>ACME</title>" + items + "</channel></rss>";
}

class Subscriptions : public herold::testing::OverHerold {
 protected:
  feeds::Subscriptions subscriptions() { return {herold().store(), clock}; }
  feeds::Visits visits() { return {herold().store(), clock, herold().index()}; }

  static Settings settings(const std::string& url) {
    return {
        .url = url, .title = "ACME", .language = "fr", .topics = {"service"}, .minutes = 30, .owner = "Beat"};
  }

  static outgoing::Client client(const WebServer& server) {
    return outgoing::Client({.networks = {*outgoing::parse_network("127.0.0.1")}, .ports = {server.port()}});
  }

  store::Feed add(const std::string& url) {
    auto created = subscriptions().create(settings(url), kAnna);
    EXPECT_TRUE(created) << created.error().message;
    return *created;
  }

  // Visits the one feed that is due.
  store::Feed visit(const outgoing::Client& out) {
    const auto claimed = visits().claim();
    EXPECT_TRUE(claimed && *claimed);
    const store::Feed& feed = **claimed;
    EXPECT_TRUE(
        visits().record(feed, visit_feed(out, feed.url, {feed.etag, feed.last_modified}, clock.now())));
    return *subscriptions().get(feed.id);
  }

  std::vector<std::string> titles() {
    std::vector<std::string> found;
    const auto items = herold().content.list()->items;
    for (const auto& item : items) {
      EXPECT_EQ(item.editorial.state, "proposed");
      EXPECT_THAT(item.editorial.source, HasSubstr("feed:"));
      found.push_back(app::text_of(app::stored(item.document.json), "title"));
    }
    return found;
  }
};

HEROLD_OVER_BOTH_DATABASES(Subscriptions);

TEST_P(Subscriptions, RefuseWhatCannotBeRead) {
  auto feeds = subscriptions();
  const auto pointer = [&](const Settings& wrong) { return feeds.create(wrong, kAnna).error().pointer; };
  Settings wrong = settings("ftp://acme.example/");
  EXPECT_EQ(pointer(wrong), "/url");
  wrong = settings("https://acme.example/");
  wrong.minutes = 4;
  EXPECT_EQ(pointer(wrong), "/minutes");
  wrong = settings("https://acme.example/");
  wrong.topics = {"Über"};
  EXPECT_EQ(pointer(wrong), "/topics/0");
  wrong = settings("https://acme.example/");
  wrong.language = "deutsch!";
  EXPECT_EQ(pointer(wrong), "/language");
  wrong = settings("https://acme.example/");
  wrong.title = "";
  EXPECT_EQ(pointer(wrong), "/title");
  EXPECT_THAT(*feeds.list(), IsEmpty());

  EXPECT_EQ(add("https://acme.example/a").id, "acme.example");
  EXPECT_EQ(add("https://acme.example/b").id, "acme.example-2");
  for (const char* same :
       {"https://acme.example/a", "http://ACME.example:80/a/", "https://acme.example/a#top"})
    EXPECT_EQ(feeds.create(settings(same), kAnna).error().code, app::ErrorCode::exists) << same;
  EXPECT_EQ(feeds.change("acme.example", settings("https://acme.example/b"), {}, kAnna).error().code,
            app::ErrorCode::exists);
  EXPECT_EQ(feeds.change("none", settings("https://acme.example/c"), {}, kAnna).error().code,
            app::ErrorCode::not_found);
  EXPECT_TRUE(feeds.remove("acme.example", std::nullopt, kAnna));
  EXPECT_EQ(feeds.remove("acme.example", std::nullopt, kAnna).error().code, app::ErrorCode::not_found);
  EXPECT_EQ(feeds.fetch_soon("acme.example").error().code, app::ErrorCode::not_found);
}

TEST_P(Subscriptions, ProposeWhatIsNewOnce) {
  std::atomic<int> last = 30;
  const WebServer server(
      [&](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", rss(1, last))); });
  const auto out = client(server);
  add(server.url("/"));
  const store::Feed feed = visit(out);
  EXPECT_EQ(feed.entries, 30);
  EXPECT_EQ(feed.proposed, 20);
  EXPECT_EQ(feed.trouble, "");
  const auto first = titles();
  EXPECT_THAT(first, SizeIs(20));
  EXPECT_THAT(first, ::testing::Contains("Entry 30"));
  EXPECT_THAT(first, ::testing::Not(::testing::Contains("Entry 10")));

  EXPECT_FALSE(*visits().claim());
  clock.advance(40 * app::kMinute);
  EXPECT_EQ(visit(out).proposed, 20);
  last = 32;
  clock.advance(40 * app::kMinute);
  EXPECT_EQ(visit(out).proposed, 22);
  EXPECT_THAT(titles(), SizeIs(22));

  const auto items = herold().content.list()->items;
  const app::Json item = app::stored(items.front().document.json);
  EXPECT_EQ(app::text_of(item, "language"), "fr");
  EXPECT_EQ(item["topics"].dump(), R"(["service"])");
  EXPECT_EQ(app::text_of(item, "owner"), "Beat");
}

TEST_P(Subscriptions, NeverProposeAgainWhatWasDeclined) {
  const WebServer server(
      [&](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", rss(1, 1))); });
  const auto out = client(server);
  add(server.url("/"));
  visit(out);
  const std::string id = herold().content.list()->items.front().document.id;
  ASSERT_TRUE(herold().content.remove(id, std::nullopt, kAnna));
  clock.advance(40 * app::kMinute);
  visit(out);
  EXPECT_THAT(titles(), IsEmpty());
}

TEST_P(Subscriptions, KnowAPageUnderAnotherIdOrScheme) {
  std::string item = "<item><guid>1</guid><link>http://acme.example/1</link></item>";
  const WebServer server([&](const std::string&, const WebServer::Write& write) {
    write(http_answer(200, "", "<rss><channel>" + item + "</channel></rss>"));
  });
  const auto out = client(server);
  add(server.url("/"));
  visit(out);
  ASSERT_TRUE(
      herold().content.remove(herold().content.list()->items.front().document.id, std::nullopt, kAnna));
  for (const char* again : {"<item><guid>2</guid><link>http://acme.example/1</link></item>",
                            "<item><link>https://acme.example/1?utm_source=rss</link></item>",
                            "<item><guid>1</guid><link>https://acme.example/moved</link></item>"}) {
    item = again;
    clock.advance(40 * app::kMinute);
    visit(out);
    EXPECT_THAT(titles(), IsEmpty()) << again;
  }
}

TEST_P(Subscriptions, ProposeAPageOfTwoFeedsOnce) {
  const WebServer server(
      [&](const std::string&, const WebServer::Write& write) { write(http_answer(200, "", rss(1, 2))); });
  const auto out = client(server);
  add(server.url("/a"));
  add(server.url("/b"));
  EXPECT_EQ(visit(out).proposed + visit(out).proposed, 2);
  EXPECT_THAT(titles(), UnorderedElementsAre("Entry 1", "Entry 2"));
}

TEST_P(Subscriptions, FillTheReviewQueueOnlySoFar) {
  std::atomic<int> visits = 0;
  const WebServer server([&](const std::string& head, const WebServer::Write& write) {
    EXPECT_TRUE(visits < 4 || head.find("If-None-Match") == std::string::npos);
    const int first = 1000 * ++visits;
    write(http_answer(200, "ETag: \"1\"\r\n", rss(first, first + 199)));
  });
  const auto out = client(server);
  add(server.url("/"));
  store::Feed feed;
  for (int i = 0; i < 5; ++i) {
    feed = visit(out);
    clock.advance(40 * app::kMinute);
  }
  EXPECT_EQ(feed.trouble, "full");
  EXPECT_EQ(feed.trouble_detail, "120");
  EXPECT_EQ(feed.failures, 0);
  const auto waiting = herold().content.list()->items;
  ASSERT_THAT(waiting, SizeIs(120));

  for (std::size_t i = 0; i < 30; ++i)
    ASSERT_TRUE(herold().content.remove(waiting[i].document.id, std::nullopt, kAnna));
  feed = visit(out);
  EXPECT_EQ(feed.trouble, "");
  EXPECT_THAT(titles(), SizeIs(140));
}

TEST_P(Subscriptions, AskOnlyForWhatChanged) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    if (head.find("If-None-Match: \"7\"") != std::string::npos) {
      EXPECT_THAT(head, HasSubstr("If-Modified-Since: Mon, 23 Nov 2026 08:00:00 GMT"));
      write(http_answer(304, "", ""));
      return;
    }
    write(http_answer(200, "ETag: \"7\"\r\nLast-Modified: Mon, 23 Nov 2026 08:00:00 GMT\r\n", rss(1, 1)));
  });
  const auto out = client(server);
  add(server.url("/"));
  visit(out);
  clock.advance(40 * app::kMinute);
  const store::Feed feed = visit(out);
  EXPECT_EQ(feed.entries, 1);
  EXPECT_EQ(feed.etag, "\"7\"");
  EXPECT_EQ(feed.succeeded_at, clock.now());
  EXPECT_THAT(server.heads(), SizeIs(2));
}

TEST_P(Subscriptions, BelieveNobodyThatNothingChangedWhoWasNotAsked) {
  const WebServer server([](const std::string&, const WebServer::Write& write) {
    write(http_answer(304, "ETag: \"7\"\r\n", ""));
  });
  const auto out = client(server);
  add(server.url("/"));
  const store::Feed feed = visit(out);
  EXPECT_EQ(feed.trouble, "status");
  EXPECT_EQ(feed.trouble_detail, "304");
  EXPECT_EQ(feed.succeeded_at, 0);
}

TEST_P(Subscriptions, SayWhatIsWrongAndWait) {
  std::string answer;
  const WebServer server([&](const std::string&, const WebServer::Write& write) { write(answer); });
  const auto out = client(server);
  const std::string id = add(server.url("/")).id;

  answer = http_answer(404, "", "");
  store::Feed feed = visit(out);
  EXPECT_EQ(feed.trouble, "status");
  EXPECT_EQ(feed.trouble_message, "The address answered 404.");
  EXPECT_GE(feed.due_at, clock.now() + 60 * app::kMinute);
  EXPECT_LE(feed.due_at, clock.now() + 63 * app::kMinute);

  answer = http_answer(429, "Retry-After: 20000\r\n", "");
  clock.advance(app::kDay);
  EXPECT_EQ(visit(out).due_at, clock.now() + 20000);

  answer = http_answer(200, "", "<html><link rel=alternate type=application/rss+xml href=/rss></html>");
  clock.advance(app::kDay);
  feed = visit(out);
  EXPECT_EQ(feed.trouble, "html");
  EXPECT_EQ(feed.trouble_detail, server.url("/rss"));
  EXPECT_EQ(feed.failures, 3);

  answer = http_answer(200, "", rss(1, 1));
  clock.advance(app::kDay);
  feed = visit(out);
  EXPECT_EQ(feed.trouble, "");
  EXPECT_EQ(feed.failures, 0);

  answer = http_answer(410, "", "");
  clock.advance(app::kDay);
  feed = visit(out);
  EXPECT_EQ(feed.trouble, "gone");
  EXPECT_FALSE(feed.enabled);
  clock.advance(30 * app::kDay);
  EXPECT_FALSE(*visits().claim());
  // Paused feeds are read when somebody asks.
  ASSERT_TRUE(subscriptions().fetch_soon(id));
  EXPECT_EQ(visit(out).trouble, "gone");
}

TEST_P(Subscriptions, SayWhenAFeedLeadsInside) {
  const WebServer server([](const std::string&, const WebServer::Write& write) {
    write(http_answer(302, "Location: http://10.0.0.5/feed\r\n", ""));
  });
  add(server.url("/"));
  const store::Feed feed = visit(client(server));
  EXPECT_EQ(feed.trouble, "inside");
  EXPECT_EQ(feed.trouble_detail, "10.0.0.5");
}

TEST_P(Subscriptions, AreClaimedByOneAtATime) {
  add("https://acme.example/a");
  add("https://acme.example/b");
  const auto one = visits().claim();
  const auto other = visits().claim();
  ASSERT_TRUE(*one && *other);
  EXPECT_NE((*one)->id, (*other)->id);
  EXPECT_FALSE(*visits().claim());
  ASSERT_TRUE(visits().give_back(**one));
  EXPECT_EQ((*visits().claim())->id, (*one)->id);
  // A replica that died gives nothing back.
  clock.advance(Schedule::lease);
  EXPECT_TRUE(*visits().claim());
}

TEST_P(Subscriptions, StayClaimedAsLongAsTheLeaseIsRenewed) {
  add("https://acme.example/a");
  const auto mine = *visits().claim();
  for (int i = 0; i < 5; ++i) {
    clock.advance(Schedule::renewal);
    ASSERT_TRUE(visits().renew({{mine->id, mine->leased_by}}));
    EXPECT_FALSE(*visits().claim());
  }
  clock.advance(Schedule::lease);
  const auto theirs = *visits().claim();
  ASSERT_TRUE(theirs);
  // Who lost it neither prolongs nor ends the other's, and what it brought is not recorded.
  ASSERT_TRUE(visits().renew({{mine->id, mine->leased_by}, {"removed", "since"}}));
  ASSERT_TRUE(visits().give_back(*mine));
  ASSERT_TRUE(visits().record(*mine, {.trouble = Trouble{"slow", "", "Too slow."}}));
  EXPECT_EQ(subscriptions().get(mine->id)->trouble, "");
  EXPECT_FALSE(*visits().claim());
  ASSERT_TRUE(visits().record(*theirs, {.trouble = Trouble{"status", "404", "404."}}));
  EXPECT_EQ(subscriptions().get(mine->id)->trouble, "status");
}

TEST_P(Subscriptions, DoNotWaitForAClockThatWasSetBack) {
  add("https://acme.example/a");
  clock.advance(app::kDay);
  ASSERT_TRUE(*visits().claim());
  clock.advance(-app::kDay);
  const auto claimed = *visits().claim();
  ASSERT_TRUE(claimed);
  EXPECT_FALSE(*visits().claim());

  // Nor for one that was set back after a visit.
  clock.advance(3650 * app::kDay);
  const auto ahead = *visits().claim();
  ASSERT_TRUE(ahead);
  ASSERT_TRUE(visits().record(*ahead, {.trouble = Trouble{"status", "404", "404."}}));
  clock.advance(-3650 * app::kDay);
  const auto now = *visits().claim();
  ASSERT_TRUE(now);
  ASSERT_TRUE(visits().record(*now, {.trouble = Trouble{"status", "404", "404."}}));
  EXPECT_FALSE(*visits().claim());
}

TEST_P(Subscriptions, AreNotOverwrittenByWhoDoesNotKnowThem) {
  const store::Feed first = add("https://acme.example/a");
  const auto change = [&](app::Expected expected) {
    return subscriptions().change(first.id, settings(first.url), expected, kAnna);
  };
  ASSERT_TRUE(change(first.version));
  EXPECT_EQ(change(first.version).error().code, app::ErrorCode::stale);
  // A visit is nobody's change.
  const auto claimed = visits().claim();
  ASSERT_TRUE(visits().record(**claimed, {.feed = Feed{}}));
  EXPECT_EQ(change(first.version + 1)->version, first.version + 2);
  EXPECT_TRUE(change({}));
}

TEST_P(Subscriptions, AddedAnewAreNotWhatAnOldWindowShows) {
  const store::Feed old = add("https://acme.example/a");
  ASSERT_TRUE(subscriptions().remove(old.id, std::nullopt, kAnna));
  clock.advance(1);
  ASSERT_EQ(add("https://acme.example/a").id, old.id);
  const auto changed = subscriptions().change(old.id, settings("https://acme.example/b"), old.version, kAnna);
  EXPECT_EQ(changed.error().code, app::ErrorCode::stale);
}

TEST_P(Subscriptions, PausedForGoodAreNotWhatAnOldWindowShows) {
  const store::Feed old = add("https://acme.example/a");
  const auto claimed = visits().claim();
  ASSERT_TRUE(visits().record(**claimed, {.trouble = Trouble{"gone", "410", "Gone."}}));
  const auto changed = subscriptions().change(old.id, settings("https://acme.example/a"), old.version, kAnna);
  EXPECT_EQ(changed.error().code, app::ErrorCode::stale);
}

TEST_P(Subscriptions, StayAsTheyAreWhenChangedDuringAVisit) {
  const std::string id = add("https://acme.example/a").id;
  const auto claimed = visits().claim();
  ASSERT_TRUE(subscriptions().change(id, settings("https://acme.example/b"), {}, kAnna));
  ASSERT_TRUE(visits().record(**claimed, {.trouble = Trouble{"status", "404", "The address answered 404."}}));
  EXPECT_EQ(subscriptions().get(id)->trouble, "");
  // The new address need not wait for the lease to end.
  const auto again = visits().claim();
  ASSERT_TRUE(*again);
  EXPECT_EQ((*again)->url, "https://acme.example/b");
  ASSERT_TRUE(subscriptions().remove(id, std::nullopt, kAnna));
  EXPECT_TRUE(visits().record(**claimed, {.feed = Feed{}}));
}

TEST_P(Subscriptions, AreVisitedWithoutBeingAsked) {
  const WebServer server([](const std::string& head, const WebServer::Write& write) {
    if (path_of(head) == "/slow") {
      write("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n");
      while (write("x")) std::this_thread::sleep_for(std::chrono::milliseconds(10));
      return;
    }
    write(http_answer(200, "", rss(1, 2)));
  });
  auto out = client(server);
  auto feeds = subscriptions();
  const std::string id = add(server.url("/slow")).id;
  add(server.url("/quick"));
  {
    auto visits = this->visits();
    Poller poller(visits, out, clock);
    poller.start();
    while (titles().size() < 2) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const std::string later = add(server.url("/later")).id;
    poller.wake();
    while (feeds.get(later)->fetched_at == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    // The lease of the slow one is renewed meanwhile.
    clock.advance(Schedule::renewal);
    while (feeds.get(id)->leased_until < clock.now() + Schedule::lease)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    out.stop();  // the slow one is given back
  }
  EXPECT_EQ(feeds.get(id)->fetched_at, 0);
  EXPECT_EQ(feeds.get(id)->leased_until, 0);
}

}  // namespace
}  // namespace herold::feeds
