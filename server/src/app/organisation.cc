#include "app/organisation.h"

#include <set>

#include "app/audit.h"
#include "app/json.h"
#include "app/linkedin.h"
#include "app/privacy.h"
#include "app/records.h"
#include "app/source.h"
#include "app/validation.h"

namespace herold::app {
namespace {

// [{id, label}], ids unique.
void check_named(Validation& validation, const Json& list, const std::string& at) {
  validation.require(list.is_array(), at, "must be a list");
  if (!list.is_array()) return;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string here = at + "/" + std::to_string(i);
    validation.require(list[i].is_object(), here, "must be an object with `id` and `label`");
    if (!list[i].is_object()) continue;
    const std::string id = text_of(list[i], "id");
    validation.require(is_slug(id), here + "/id", "must be lower-case letters, digits and hyphens");
    validation.require(seen.insert(id).second, here + "/id", "\"" + id + "\" is there twice");
    const auto label = list[i].find("label");
    validation.require(label != list[i].end() && is_labels(*label), here + "/label",
                       "must be a text in a language");
  }
}

void check_channels(Validation& validation, const Json& list) {
  validation.require(list.is_array() && !list.empty() && list.size() <= InputLimits::channels, "/channels",
                     "must list 1 to " + std::to_string(InputLimits::channels) + " channels");
  if (!list.is_array()) return;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string here = "/channels/" + std::to_string(i);
    const bool slug = list[i].is_string() && is_slug(list[i].get_ref<const std::string&>());
    validation.require(slug, here, "must be lower-case letters, digits and hyphens");
    if (slug) validation.require(seen.insert(list[i].get<std::string>()).second, here, "is there twice");
  }
}

void check_linkedin(Validation& validation, const Json& linkedin) {
  validation.require(linkedin.is_object(), "/settings/linkedin",
                     "must be an object with `clientId` and `version`; leave it out to switch it off");
  if (!linkedin.is_object()) return;
  validation.require(is_linkedin_client_id(text_of(linkedin, "clientId")), "/settings/linkedin/clientId",
                     "must be the client id that LinkedIn gave your app");
  validation.require(is_linkedin_version(text_of(linkedin, "version")), "/settings/linkedin/version",
                     "must be a year and a month such as 202610");
}

void check_settings(Validation& validation, const Json& settings) {
  validation.require(settings.is_object(), "/settings", "must be an object");
  if (!settings.is_object()) return;
  const std::string mode = text_of(settings, "pageMode");
  validation.require(mode == "offered" || mode == "forbidden", "/settings/pageMode",
                     "must be \"offered\" or \"forbidden\"");
  const auto k = settings.find("k");
  validation.require(k != settings.end() && k->is_number_integer() && *k >= SmallestGroup::least &&
                         *k <= SmallestGroup::most,
                     "/settings/k",
                     "must be a whole number " + from_to(SmallestGroup::least, SmallestGroup::most));
  const auto groups = settings.find("groupFigures");
  validation.require(groups == settings.end() || groups->is_boolean(), "/settings/groupFigures",
                     "must be true or false");
  if (const auto linkedin = settings.find("linkedin"); linkedin != settings.end())
    check_linkedin(validation, *linkedin);
  const auto links = settings.find("shortLinks");
  validation.require(links == settings.end() || links->is_boolean(), "/settings/shortLinks",
                     "must be true or false");
}

std::vector<Problem> problems_of(const Json& organisation) {
  Validation validation("");
  validation.require(is_slug(text_of(organisation, "id")), "/id",
                     "must be lower-case letters, digits and hyphens");
  validation.require(is_labels(member(organisation, "title")), "/title",
                     "must be a text, or one by language");
  const Json& url = member(organisation, "publicUrl");
  const std::string address = text_of(organisation, "publicUrl");
  const bool is_address = url.is_string() && (url == "" || is_http_url(address));
  validation.require(is_address, "/publicUrl", "must be an http or https address");
  validation.require(!is_address || url == "" || is_origin_url(address), "/publicUrl",
                     "must be an address without a path");
  check_named(validation, member(organisation, "roles"), "/roles");
  check_named(validation, member(organisation, "groups"), "/groups");
  check_channels(validation, member(organisation, "channels"));
  check_settings(validation, member(organisation, "settings"));
  return std::move(validation).problems();
}

State state_now(const std::shared_ptr<const Source>& published, const std::string& body) {
  if (!published) return State::fresh;
  return same_json(published->organisation, body) ? State::published : State::changed;
}

}  // namespace

Result<DocumentView> Organisation::get() {
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = organisation_document(tx);
    return DocumentView{.id = kOnly,
                        .json = document.body,
                        .version = document.version,
                        .updated_at = document.updated_at,
                        .state = state_now(sources_.baseline(tx), document.body)};
  });
}

Result<Saved> Organisation::put(std::string_view json, const Expected& expected, std::string_view actor) {
  const auto organisation = parse_object(json, "the organisation");
  if (!organisation) return organisation.error();
  if (auto problems = problems_of(*organisation); !problems.empty()) {
    return refused("the organisation cannot be saved", std::move(problems));
  }
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    const std::string former = text_of(stored(organisation_document(tx).body), "id");
    if (tx.latest_revision() > 0 && former != text_of(*organisation, "id")) {
      return Error{ErrorCode::refused,
                   "the organisation's id stays \"" + former + "\" once something was published under it",
                   "/id"};
    }
    auto saved = save(tx, clock_, {store::DocumentKind::organisation, kOnly, "organisation"},
                      organisation->dump(), expected);
    if (saved) audit(tx, clock_, actor, "organisation.save", text_of(*organisation, "id"));
    return saved;
  });
}

void found_organisation(store::Transaction& tx, const Clock& clock, std::string_view id) {
  auto document = organisation_document(tx);
  if (document.version > 0) return;
  Json organisation = stored(document.body);
  organisation["id"] = id;
  organisation["title"] = {{"de", "Unsere Organisation"}, {"en", "Our organisation"}};
  document.body = organisation.dump();
  document.version = 1;
  document.updated_at = clock.now();
  tx.put_document(store::DocumentKind::organisation, document);
}

}  // namespace herold::app
