#include "app/overview.h"

#include <algorithm>

#include "app/editorial.h"
#include "app/source.h"
#include "app/update_repository.h"

namespace herold::app {

namespace {

std::int64_t waiting(store::Transaction& tx) {
  const auto states = tx.content_states();
  return std::count_if(states.begin(), states.end(), [](const store::ContentState& state) {
    return editorial(state) == Editorial::proposed;
  });
}

}  // namespace

Result<OverviewReport> Overview::report() {
  const auto statistics = Statistics(store_, clock_).report("", "");
  if (!statistics) return statistics.error();
  return store_.read([&](store::Transaction& tx) -> Result<OverviewReport> {
    const Source working = working_source(tx, index_);
    const auto root = tx.role_version("root");
    OverviewReport report{.guidelines = static_cast<std::int64_t>(working.guidelines.size()),
                          .unpublished = 0,
                          .content = static_cast<std::int64_t>(working.content.size()),
                          .proposals = waiting(tx),
                          .people = statistics->people,
                          .latest = tx.newest_publication(),
                          .shares = statistics->shared,
                          .root_expires_at = root ? root->expires_at : 0,
                          .root_expires_soon = false};
    const auto published = sources_.baseline(tx);
    for (const Change& change : differences(published.get(), working)) {
      // Before the first publication topics, title and settings are new, whether anybody touched them or not.
      if (published || change.what == "guideline" || change.what == "content") ++report.unpublished;
    }
    report.root_expires_soon = root && root->expires_at - clock_.now() <= UpdateRepository::root_warning;
    return report;
  });
}

}  // namespace herold::app
