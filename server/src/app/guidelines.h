// The working pack: its head, its guidelines one by one, the whole as one document, and copies of default
// packs. What is saved loads as a publisher reads it; examples run at publication and on demand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/document.h"
#include "app/example_runs.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "herold/check_json.h"
#include "store/store.h"

namespace herold::app {

struct GuidelineEntry {
  std::string id;
  std::string kind;
  std::string severity;
  std::string message;  // JSON: a text or a map of texts
  State state = State::fresh;
  Seconds updated_at = 0;
  std::int64_t version = 0;
};

// The whole working pack (contract, section 2).
struct PackView {
  std::string json;          // indented
  std::int64_t version = 0;  // counts up with every change of the head or of a guideline
};

struct Imported {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t removed = 0;
};

class Guidelines {
 public:
  Guidelines(store::Store& store, const Clock& clock, PublishedSources& sources, ExampleRuns& examples)
      : store_(store), clock_(clock), sources_(sources), examples_(examples) {}

  // Those whose id or texts contain the query, ids in byte order; published ones that were removed too.
  Result<std::vector<GuidelineEntry>> list(std::string_view query);
  Result<DocumentView> get(std::string_view id);
  // Problems point into the guideline itself (`/terms/0`).
  Result<Saved> put(std::string_view id, std::string_view json, const Expected& expected,
                    std::string_view actor);
  Result<void> remove(std::string_view id, const Expected& expected, std::string_view actor);
  // Undoes a removal, edits that were never published included; what is there goes back to the published one.
  Result<Saved> restore(std::string_view id, const Expected& expected, std::string_view actor);

  // {id, title, defaultLanguage}
  Result<DocumentView> head();
  Result<Saved> put_head(std::string_view json, const Expected& expected, std::string_view actor);

  Result<PackView> document();
  // Replaces head and guidelines by those of the pack; a pack with problems changes nothing.
  Result<Imported> replace(std::string_view pack, const Expected& expected, std::string_view actor);

  // Never null.
  Result<std::shared_ptr<const TestReport>> test();

 private:
  store::Store& store_;
  const Clock& clock_;
  PublishedSources& sources_;
  ExampleRuns& examples_;
};

}  // namespace herold::app
