#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../check/checking.h"
#include "herold/check_json.h"
#include "herold/sealer.h"

namespace herold {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing_check::pack_of;

/// Salts that differ from one another, foreseeable for tests.
RandomBytes counting() {
  return [next = char{0}](std::size_t size) mutable { return std::string(size, ++next); };
}

std::string for_clients(const std::string& pack) {
  const auto made = Sealer(counting()).pack_for_clients(pack);
  EXPECT_TRUE(made) << made.error().message;
  return *made;
}

std::string answer(const std::string& pack, std::string_view draft) {
  const auto loaded = load_pack(pack, Audience::client);
  EXPECT_TRUE(loaded) << loaded.error().message;
  return report_json(loaded->checker->check(draft, {}), loaded->problems);
}

const std::string secrets = pack_of(
    R"({"id": "c.names", "kind": "existence", "message": "«{match}»", "secret": true, "replace": ["Vorhaben"],
        "terms": ["Übung Steinadler", "Quellhof-Holding", "NACHTFALTER"], "except": ["Holding GmbH"],
        "examples": {"violates": ["Nachtfalter"]}},
       {"id": "c.inside", "kind": "existence", "message": "m", "secret": true, "terms": ["Distel"],
        "match": {"boundary": "none", "case": "exact"}},
       {"id": "open", "kind": "existence", "message": "m", "terms": ["Holding"]})");

TEST(Sealer, LeavesNoExamplesAndKeepsTheRest) {
  EXPECT_EQ(for_clients(R"({"schema": 1, "note": "n", "guidelines": [{"z": 1, "examples": {}, "a": 2}]})"),
            R"({"schema":1,"note":"n","guidelines":[{"z":1,"a":2}]})");
}

TEST(Sealer, LeavesNoTermToRead) {
  const std::string sealed = for_clients(secrets);
  for (const std::string word : {"bung", "Steinadler", "Quellhof", "NACHTFALTER", "Distel", "examples"})
    EXPECT_THAT(sealed, Not(HasSubstr(word))) << word;
  EXPECT_THAT(sealed, HasSubstr("Holding"));  // of the guideline that is none
}

TEST(Sealer, ClientsFindWhatAuthorsFind) {
  const std::string sealed = for_clients(secrets);
  for (const std::string draft : {
           "Die Uebung Steinadler und die #ÜbungSteinadler beginnen.",
           "𝐐𝐮𝐞𝐥𝐥𝐡𝐨𝐟 Holding, Quellhof\nHolding, Quellhof\n\nHolding, quellhof_holding",
           "Nаchtfalter, nachtfalter, N\u200Bachtfalter, Quellhof-Holding GmbH",
           "Silberdistel, Silber-Distel, DisteI, Distelfink",
           "Nichts davon.",
           "",
       })
    EXPECT_EQ(answer(sealed, draft), answer(secrets, draft)) << draft;
}

TEST(Sealer, TheKeystrokePathWaitsForNoSlowHash) {
  const auto loaded = load_pack(for_clients(secrets), Audience::client);
  FlatReport flat;
  loaded->checker->find("Ein Nachtfalter.", {}, flat);
  EXPECT_TRUE(flat.findings().empty());
  ASSERT_GT(flat.pending(), 0U);
  bool recognised = false;
  while (flat.pending() > 0) recognised = loaded->checker->unseal_next(flat) || recognised;
  EXPECT_TRUE(recognised);
  loaded->checker->find("Ein Nachtfalter!", {}, flat);
  EXPECT_EQ(flat.findings().size(), 1U);
  EXPECT_EQ(flat.pending(), 0U);
}

TEST(Sealer, SealsATermOnce) {
  int salts = 0;
  Sealer sealer([&](std::size_t size) {
    ++salts;
    return std::string(size, 's');
  });
  const std::string first = *sealer.pack_for_clients(secrets);
  EXPECT_EQ(*sealer.pack_for_clients(secrets), first);
  EXPECT_EQ(salts, 4);
}

TEST(Sealer, SaysWhatItCannotRead) { EXPECT_FALSE(Sealer(counting()).pack_for_clients("{")); }

struct BrokenSeal {
  const char* sealed;
  const char* problem;
};

TEST(SealedGuideline, IsReadStrictly) {
  const std::string salt = R"("salt": "000102030405060708090a0b0c0d0e0f")";
  const std::string term = R"({"tag": 5, )" + salt + R"(, "sealed": ")" + std::string(160, 'a') + R"("})";
  const std::string head = R"({"scheme": "argon2id-19456-2", "tagBits": 10, "longest": 16, "terms": )";
  const std::pair<std::string, const char*> broken[] = {
      {R"("x")", "/sealed must be an object"},
      {"{}", "/sealed needs the “scheme”"},
      {R"({"scheme": "argon2id-19456-2", "tagBits": 9, "longest": 16, "terms": []})",
       "/tagBits must be from 10 to 20"},
      {R"({"scheme": "argon2id-19456-2", "tagBits": 10, "longest": 0, "terms": []})",
       "/longest must be from 1"},
      {head + "[]}", "/terms must not be empty"},
      {head + R"([{"tag": 1024, )" + salt + R"(, "sealed": ")" + std::string(160, 'a') + R"("}]})",
       "/tag must be from 0 to 1023"},
      {head + R"([{"tag": 1, "salt": "00", "sealed": ")" + std::string(160, 'a') + R"("}]})",
       "/salt must have 16 bytes"},
      {head + R"([{"tag": 1, )" + salt + R"(, "sealed": "zz"}]})", "/sealed must be bytes"},
      {head + R"([{"tag": 1, )" + salt + R"(, "sealed": "aa"}]})", "/sealed does not have the size"},
      {head + "[" + term + "]}, \"terms\": [\"x\"]", "/sealed stands beside “terms”"},
  };
  for (const auto& [sealed, problem] : broken) {
    const auto loaded =
        load_pack(pack_of(R"({"id": "g", "kind": "existence", "message": "m", "secret": true, "sealed": )" +
                          sealed + "}"),
                  Audience::client);
    ASSERT_FALSE(loaded->problems.empty()) << sealed;
    EXPECT_THAT(loaded->problems[0].pointer + " " + loaded->problems[0].message, HasSubstr(problem));
  }
  const auto alone = load_pack(
      pack_of(R"({"id": "g", "kind": "existence", "message": "m", "sealed": )" + head + "[" + term + "]}}"),
      Audience::client);
  ASSERT_FALSE(alone->problems.empty());
  EXPECT_THAT(alone->problems[0].message, HasSubstr("only beside “secret”"));
}

}  // namespace
}  // namespace herold
