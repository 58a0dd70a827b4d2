#include "app/enrolment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/over_herold.h"

namespace herold {
namespace {

using app::ErrorCode;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using testing::kAnna;
using ::testing::StartsWith;

class Enrolment : public testing::OverHerold {};
HEROLD_OVER_BOTH_DATABASES(Enrolment);

TEST_P(Enrolment, GivesWhatTheInvitationSays) {
  app::InvitationRequest request{.channel = "pilot",
                                 .role = "spokesperson",
                                 .groups = {"sales", "north", "sales"},
                                 .expires_at = "2026-12-01T00:00:00+01:00",
                                 .uses = 2,
                                 .note = "Vertrieb Bern"};
  const auto made = herold().enrolment.invite(request, kAnna);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->url("https://herold.acme.example/"),
            "https://herold.acme.example/join#" + made->code + "." + made->fingerprint);

  const app::Enrolled enrolled = enrol(made->code);
  EXPECT_EQ(enrolled.organisation, "acme");
  EXPECT_EQ(enrolled.organisation_title, "\"ACME AG\"");
  EXPECT_EQ(enrolled.channel, "pilot");
  EXPECT_EQ(enrolled.role, "spokesperson");
  EXPECT_THAT(enrolled.groups, ElementsAre("north", "sales"));
  EXPECT_EQ(enrolled.root, herold().publications.file("metadata/1.root.json")->bytes);
  EXPECT_EQ(enrolled.joined_at % app::kDay, 0);

  const auto me = herold().enrolment.me(enrolled.token);
  ASSERT_TRUE(me);
  EXPECT_EQ(me->channel, "pilot");
  EXPECT_THAT(me->groups, ElementsAre("north", "sales"));
  EXPECT_THAT(me->stored, Each(Field(&app::StoredThing::key, StartsWith("device."))));
  EXPECT_EQ(herold().enrolment.invitations()->front().invitation.used, 1);
}

TEST_P(Enrolment, PinsTheRootOfTheInvitationEvenAfterTheNextOne) {
  const auto made = invite(1);
  ASSERT_TRUE(herold().key_ceremony.rotate_online(kAnna));
  EXPECT_EQ(enrol(made.code).root, herold().publications.file("metadata/1.root.json")->bytes);
}

TEST_P(Enrolment, RefusesInvitationsThatMakeNoSense) {
  const app::InvitationRequest good{.channel = "pilot",
                                    .role = "",
                                    .groups = {},
                                    .expires_at = "2026-12-01T00:00:00Z",
                                    .uses = 1,
                                    .note = ""};
  const struct {
    std::function<void(app::InvitationRequest&)> change;
    const char* pointer;
  } cases[] = {
      {[](auto& request) { request.channel = "staff"; }, "/channel"},
      {[](auto& request) { request.role = "king"; }, "/role"},
      {[](auto& request) {
         request.groups = {"sales", "south"};
       },
       "/groups/1"},
      {[](auto& request) { request.expires_at = "soon"; }, "/expiresAt"},
      {[](auto& request) { request.expires_at = "2026-11-24T20:00:00Z"; }, "/expiresAt"},
      {[](auto& request) { request.uses = 0; }, "/uses"},
      {[](auto& request) { request.uses = 100'001; }, "/uses"},
      {[](auto& request) { request.note = "two\nlines"; }, "/note"},
  };
  for (const auto& one : cases) {
    auto request = good;
    one.change(request);
    const auto made = herold().enrolment.invite(request, kAnna);
    ASSERT_FALSE(made) << one.pointer;
    EXPECT_EQ(made.error().pointer, one.pointer);
  }
}

TEST_P(Enrolment, RefusesCodesThatDoNotCount) {
  const auto expired = invite(1);
  const auto withdrawn = invite(1);
  const auto used = invite(1);
  enrol(used.code);
  ASSERT_TRUE(herold().enrolment.withdraw(withdrawn.invitation.id, kAnna));
  const struct {
    std::string code;
    const char* says;
  } cases[] = {
      {"", "not known"},
      {"guess", "not known"},
      {std::string("\xff\x00", 2), "not known"},
      {withdrawn.code, "withdrawn"},
      {used.code, "as often as it may"},
  };
  for (const auto& one : cases) {
    const auto enrolled = herold().enrolment.enrol(one.code);
    ASSERT_FALSE(enrolled) << one.code;
    EXPECT_EQ(enrolled.error().code, ErrorCode::unauthenticated);
    EXPECT_THAT(enrolled.error().message, HasSubstr(one.says));
  }
  clock.advance(app::kDay);
  EXPECT_THAT(herold().enrolment.enrol(expired.code).error().message, HasSubstr("expired"));
  EXPECT_FALSE(herold().enrolment.withdraw(withdrawn.invitation.id, kAnna));
}

TEST_P(Enrolment, AdmitsNoMoreThanAllowedHoweverManyComeAtOnce) {
  const auto made = invite(3);
  std::atomic<int> admitted = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] { admitted += herold().enrolment.enrol(made.code) ? 1 : 0; });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(admitted, 3);
}

// As the description of the API counts: 500 characters, which may be 1,000 bytes.
TEST_P(Enrolment, MeasuresTheNoteInCharacters) {
  app::InvitationRequest request;
  request.expires_at = app::rfc3339(clock.now() + app::kDay);
  for (int i = 0; i < 500; ++i) request.note += "ü";
  EXPECT_TRUE(herold().enrolment.invite(request, kAnna));
  request.note += "ü";
  EXPECT_EQ(herold().enrolment.invite(request, kAnna).error().pointer, "/note");
}

TEST_P(Enrolment, EndsWithEverythingDeleted) {
  const auto token = enrol(invite(1).code).token;
  const auto left = herold().enrolment.leave(token);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->size(), 5U);
  for (const auto& again :
       {herold().enrolment.authenticate(token).error().code, herold().enrolment.me(token).error().code,
        herold().enrolment.leave(token).error().code}) {
    EXPECT_EQ(again, ErrorCode::unauthenticated);
  }
}

// k is five here. Who sees that one invitation for one person was used knows that this person takes part.
TEST_P(Enrolment, IsToldInNumbersOnlyWhereTheyAreAboutEnough) {
  const auto used = [&](std::size_t i) { return herold().enrolment.invitations()->at(i).used; };
  const auto join = [&](const app::CreatedInvitation& invitation, int times) {
    for (int i = 0; i < times; ++i) enrol(invitation.code);
  };
  const auto on = [&](std::size_t i) { return herold().enrolment.people()->channels.at(i).devices; };
  EXPECT_TRUE(herold().enrolment.people()->devices.too_small);
  const auto first = invite(100);
  join(first, 4);
  EXPECT_TRUE(herold().enrolment.people()->devices.too_small);
  EXPECT_TRUE(used(0).too_small);
  join(first, 1);
  EXPECT_EQ(herold().enrolment.people()->devices.n, 5);
  EXPECT_EQ(used(0).n, 5);
  EXPECT_EQ(on(1).n, 5);
  EXPECT_TRUE(on(0).too_small);

  // The difference to all would tell of one person.
  clock.advance(1);
  app::InvitationRequest request;
  request.channel = "pilot";
  request.expires_at = app::rfc3339(clock.now() + app::kDay);
  request.uses = 10;
  const auto pilot = *herold().enrolment.invite(request, kAnna);
  join(pilot, 1);
  EXPECT_EQ(herold().enrolment.people()->devices.n, 6);
  for (const std::size_t i : {0, 1}) EXPECT_TRUE(used(i).too_small && on(i).too_small) << i;
  join(pilot, 4);
  for (const std::size_t i : {0, 1}) EXPECT_TRUE(used(i).n == 5 && on(i).n == 5) << i;
}

}  // namespace
}  // namespace herold
