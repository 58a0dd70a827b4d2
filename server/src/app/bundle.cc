#include "app/bundle.h"

#include "app/clock.h"
#include "app/json.h"

namespace herold::app {
namespace {

Json item_of(const std::string& id, const std::string& body, const ShortLinks& links) {
  Json item = stored(body);
  const auto slug = links.slugs.find(id);
  if (slug != links.slugs.end()) item["slug"] = slug->second;
  return item;
}

Json settings_of(const Json& organisation, const ShortLinks& links) {
  Json settings = organisation.at("settings");
  settings.erase("shortLinks");
  if (!links.base.empty()) settings["shortLinks"] = links.base;
  return settings;
}

}  // namespace

std::string bundle_text(const Source& source, const store::Publication& publication, const std::string& pack,
                        const std::string& pages, const ShortLinks& links) {
  const Json organisation = stored(source.organisation);
  Json content = Json::array();
  for (const auto& [id, body] : source.content) content.push_back(item_of(id, body, links));
  return Json{{"organisation", text_of(organisation, "id")},
              {"channel", publication.channel},
              {"revision", publication.revision},
              {"issuedAt", rfc3339(publication.published_at)},
              {"pack", stored(pack)},
              {"content", content},
              {"topics", stored(source.topics)},
              {"roles", organisation.at("roles")},
              {"groups", organisation.at("groups")},
              {"pages", stored(pages)},
              {"settings", settings_of(organisation, links)}}
      .dump();
}

}  // namespace herold::app
