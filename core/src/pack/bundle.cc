#include "herold/bundle.h"

#include "herold/guideline.h"
#include "pack/member.h"

namespace herold {
namespace {

using pack::Json;
using pack::text_member;

struct Part {
  const char* key;
  std::string Bundle::*text;
  Json::value_t type;
};

constexpr Part parts[] = {
    {"pack", &Bundle::pack, Json::value_t::object},
    {"content", &Bundle::content, Json::value_t::array},
    {"topics", &Bundle::topics, Json::value_t::object},
    {"roles", &Bundle::roles, Json::value_t::array},
    {"pages", &Bundle::pages, Json::value_t::object},
    {"settings", &Bundle::settings, Json::value_t::object},
};

}  // namespace

std::variant<Bundle, std::string> parse_bundle(std::string_view json) {
  const auto parsed = pack::parse_json(json, pack::document_limits);
  if (const auto* error = std::get_if<std::string>(&parsed)) return "the bundle " + *error;
  const Json& document = std::get<Json>(parsed);
  if (!document.is_object()) return "the bundle is no JSON object";
  Bundle bundle;
  bundle.organisation = text_member(document, "organisation");
  bundle.channel = text_member(document, "channel");
  bundle.issued_at = text_member(document, "issuedAt");
  if (bundle.organisation.empty()) return "the bundle lacks “organisation”";
  if (bundle.channel.empty()) return "the bundle lacks “channel”";
  if (!parse_instant(bundle.issued_at)) return "the bundle has no valid time as “issuedAt”";
  const Json* revision = pack::member(document, "revision");
  if (!revision || !revision->is_number_integer() || revision->get<std::int64_t>() < 1)
    return "the bundle needs a whole number of at least 1 as “revision”";
  bundle.revision = revision->get<std::int64_t>();
  for (const Part& part : parts) {
    const Json* value = pack::member(document, part.key);
    if (!value || value->type() != part.type)
      return std::string("the bundle lacks “") + part.key + "”, or it is of the wrong type";
    bundle.*part.text = value->dump();
  }
  return bundle;
}

}  // namespace herold
