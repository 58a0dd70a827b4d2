// A whole Herold over a fresh database, its clock in the test's hands.
#pragma once

#include <memory>
#include <string>

#include "app/application.h"
#include "support/both_databases.h"

namespace herold::testing {

inline constexpr const char* kAnna = "anna@acme.example";

class OverHerold : public OverBothDatabases {
 protected:
  void SetUp() override {
    OverBothDatabases::SetUp();
    if (IsSkipped()) return;
    herold_ = open(std::string(32, 'k'));
    const auto made = herold().publications.renew();
    ASSERT_TRUE(made) << made.error().message;
    ASSERT_TRUE(herold().organisation.put(kOrganisation, std::nullopt, kAnna));
  }

  std::unique_ptr<app::Application> open(std::string master_key) {
    auto store = store::open_store(database().url());
    EXPECT_TRUE(store);
    return std::make_unique<app::Application>(
        std::move(*store), clock,
        app::ApplicationData{
            .master_key = std::move(master_key), .default_packs = {kDefaultPack}, .pages = "{}"});
  }

  app::Application& herold() { return *herold_; }
  void close() { herold_.reset(); }

  // A guideline that finds `term`, with examples that hold.
  static std::string guideline(const std::string& id, const std::string& term) {
    return R"({"id":")" + id +
           R"(","kind":"existence","message":{"de":"«{match}» bitte nicht."},"terms":[")" + term +
           R"("],"examples":{"violates":["Hier steht )" + term +
           R"( im Text."],"complies":["Hier nicht."]}})";
  }
  static std::string item(const std::string& id, const std::string& title) {
    return R"({"id":")" + id + R"(","url":"https://acme.example/)" + id + R"(","title":")" + title +
           R"(","language":"de","topics":["service"]})";
  }

  void save_guideline(const std::string& id, const std::string& term) {
    const auto saved = herold().guidelines.put(id, guideline(id, term), std::nullopt, kAnna);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  std::int64_t publish(const std::string& channel) {
    const auto published = herold().publications.publish(channel, "", kAnna);
    EXPECT_TRUE(published) << published.error().message;
    return published ? published->revision : 0;
  }
  app::CreatedInvitation invite(std::int64_t uses, std::vector<std::string> groups = {}) {
    app::InvitationRequest request;
    request.groups = std::move(groups);
    request.expires_at = app::rfc3339(clock.now() + app::kDay);
    request.uses = uses;
    auto made = herold().enrolment.invite(request, kAnna);
    EXPECT_TRUE(made) << made.error().message;
    return *made;
  }
  app::Enrolled enrol(const std::string& code) {
    auto enrolled = herold().enrolment.enrol(code);
    EXPECT_TRUE(enrolled) << enrolled.error().message;
    return *enrolled;
  }

  static constexpr const char* kOrganisation = R"({
    "id": "acme", "title": "ACME AG", "publicUrl": "https://herold.acme.example",
    "roles": [{"id": "spokesperson", "label": {"de": "Sprecherin"}}],
    "groups": [{"id": "sales", "label": {"de": "Vertrieb"}}, {"id": "north", "label": {"de": "Nord"}}],
    "channels": ["pilot", "everyone"],
    "settings": {"pageMode": "offered", "k": 5, "groupFigures": true}})";
  static constexpr const char* kDefaultPack = R"({
    "schema": 1, "id": "en", "title": {"en": "To start from"}, "defaultLanguage": "en",
    "guidelines": [
      {"id": "en.intern", "kind": "existence", "message": {"en": "Internal."}, "terms": ["internal"],
       "examples": {"violates": ["internal only"], "complies": ["for all"]}},
      {"id": "en.loud", "kind": "occurrence", "message": {"en": "Loud."}, "count": "exclamations", "max": 1,
       "examples": {"violates": ["Buy!!"], "complies": ["Buy!"]}}]})";

 private:
  std::unique_ptr<app::Application> herold_;
};

}  // namespace herold::testing
