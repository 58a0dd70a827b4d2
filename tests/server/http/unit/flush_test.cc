// What is counted in memory reaches the database exactly once, also when a commit fails or its answer is
// lost.
#include <gtest/gtest.h>

#include "http/redirects.h"
#include "support/over_herold.h"

namespace herold {
namespace {

enum class Fate { refused, lost_answer, fine };

// The next write is undone, or is done and said to have failed, as when a connection breaks during a commit.
class UnreliableStore final : public store::Store {
 public:
  explicit UnreliableStore(store::Store& store) : store_(store) {}
  Fate next = Fate::fine;

  void announce(std::int64_t revision) override { store_.announce(revision); }
  void listen(store::RevisionListener* listener) override { store_.listen(listener); }
  app::Result<void> backup(const std::string& path) override { return store_.backup(path); }
  std::string description() const override { return store_.description(); }

 protected:
  std::optional<app::Error> run_read(const Work& work) override { return done(store_.read(once(work))); }
  std::optional<app::Error> run_write(const Work& work) override {
    const Fate fate = std::exchange(next, Fate::fine);
    const app::Error broken{app::ErrorCode::unavailable, "the connection is gone"};
    const auto outcome = store_.write([&](store::Transaction& tx) -> app::Result<void> {
      const bool commit = work(tx);
      if (fate == Fate::refused || !commit) return broken;
      return {};
    });
    if (fate == Fate::lost_answer) return broken;
    return done(outcome);
  }

 private:
  static std::function<app::Result<void>(store::Transaction&)> once(const Work& work) {
    return [&work](store::Transaction& tx) -> app::Result<void> {
      work(tx);
      return {};
    };
  }
  static std::optional<app::Error> done(const app::Result<void>& outcome) {
    if (outcome) return std::nullopt;
    return outcome.error();
  }

  store::Store& store_;
};

class Flush : public testing::OverHerold {
 protected:
  void SetUp() override {
    OverHerold::SetUp();
    if (IsSkipped()) return;
    std::string organisation = kOrganisation;
    organisation.insert(organisation.find(R"("k": 5)"), R"("shortLinks": true, )");
    ASSERT_TRUE(herold().organisation.put(organisation, std::nullopt, testing::kAnna));
    ASSERT_TRUE(herold().content.put("report", item("report", "Bericht"), 0, testing::kAnna));
    save_guideline("falke", "Projekt Falke");
    publish("everyone");
    const auto made = invite(5);
    for (int i = 0; i < 5; ++i) enrol(made.code);
  }

  std::int64_t clicks() { return herold().statistics.report("", "")->clicks.n; }
};
HEROLD_OVER_BOTH_DATABASES(Flush);

TEST_P(Flush, CountsOnceWhateverBecomesOfTheFirstCommit) {
  UnreliableStore store(herold().store());
  app::Links links(store, clock);
  http::Redirects redirects(links, clock);
  ASSERT_TRUE(redirects.refresh());
  const auto follow = [&] {
    http::Request request;
    request.path = "/r/" + links.table()->links.front().slug + "-linkedin";
    request.headers = {
        {"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"}};
    ASSERT_EQ(redirects.answer(request).status, 302);
  };
  std::int64_t followed = 0;
  for (const Fate fate : {Fate::refused, Fate::lost_answer}) {
    follow();
    follow();
    store.next = fate;
    EXPECT_FALSE(redirects.flush());
    follow();
    EXPECT_TRUE(redirects.flush());
    EXPECT_EQ(clicks(), followed += 3);
    EXPECT_TRUE(redirects.flush());
    EXPECT_EQ(clicks(), followed);
  }
}

}  // namespace
}  // namespace herold
