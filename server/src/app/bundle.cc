#include "app/bundle.h"

#include "app/clock.h"
#include "app/json.h"

namespace herold::app {

std::string bundle_text(const Source& source, const store::Publication& publication, const std::string& pack,
                        const std::string& pages) {
  const Json organisation = stored(source.organisation);
  Json content = Json::array();
  for (const auto& [id, body] : source.content) content.push_back(stored(body));
  return Json{{"organisation", text_of(organisation, "id")},
              {"channel", publication.channel},
              {"revision", publication.revision},
              {"issuedAt", rfc3339(publication.published_at)},
              {"pack", stored(pack)},
              {"content", content},
              {"topics", stored(source.topics)},
              {"roles", organisation.at("roles")},
              {"pages", stored(pages)},
              {"settings", organisation.at("settings")}}
      .dump();
}

}  // namespace herold::app
