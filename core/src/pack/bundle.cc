#include "herold/bundle.h"

#include <algorithm>

#include "herold/guideline.h"
#include "pack/json.h"
#include "pack/json_cursor.h"
#include "pack/member.h"

namespace herold {
namespace {

using pack::JsonCursor;

struct Part {
  std::string_view key;
  std::string Bundle::*text;
  char opens;  // what its value begins with
};

constexpr Part parts[] = {
    {"organisation", &Bundle::organisation, '"'},
    {"channel", &Bundle::channel, '"'},
    {"issuedAt", &Bundle::issued_at, '"'},
    {"pack", &Bundle::pack, '{'},
    {"content", &Bundle::content, '['},
    {"topics", &Bundle::topics, '{'},
    {"roles", &Bundle::roles, '['},
    {"pages", &Bundle::pages, '{'},
    {"settings", &Bundle::settings, '{'},
};

}  // namespace

Result<Bundle> parse_bundle(std::string_view json) {
  if (const auto fault = pack::enter(json, pack::document_limits)) return Error{"the bundle " + *fault};
  JsonCursor cursor(json, pack::document_limits.levels);
  if (cursor.peek() != '{') return Error{"the bundle is no JSON object"};
  Bundle bundle;
  cursor.object([&](std::string_view key) {
    const auto* part =
        std::find_if(std::begin(parts), std::end(parts), [&](const Part& each) { return each.key == key; });
    if (key == "revision") {
      if (const auto number = pack::whole_number(cursor.raw())) bundle.revision = *number;
    } else if (part == std::end(parts) || cursor.peek() != part->opens) {
      cursor.skip();
    } else if (part->opens == '"') {
      cursor.string(bundle.*part->text);
    } else {
      bundle.*part->text = cursor.raw();
    }
  });
  if (!cursor.failed() && !cursor.at_end()) cursor.fail(pack::end_of_document);
  if (cursor.failed()) return Error{"the bundle " + cursor.fault()};
  if (bundle.revision < 1) return Error{"the bundle needs a whole number of at least 1 as “revision”"};
  for (const Part& part : parts) {
    if ((bundle.*part.text).empty())
      return Error{"the bundle lacks “" + std::string(part.key) + "”, or it is of the wrong type"};
  }
  if (!parse_instant(bundle.issued_at)) return Error{"the bundle has no valid time as “issuedAt”"};
  return bundle;
}

}  // namespace herold
