// Publishing: the working pack and content become a signed bundle of a channel. One transaction: either the
// bundle, its metadata and the record of it are there, or nothing is.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/content_index.h"
#include "app/example_runs.h"
#include "app/keys.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "app/source.h"
#include "herold/sealer.h"
#include "store/store.h"

namespace herold::app {

struct Pending {
  std::string channel;
  std::int64_t revision = 0;  // the channel's last publication, 0 when there is none
  std::vector<Change> changes;
};

class Publications {
 public:
  // `pages`: from read_pages. `public_url`: where people reach the server; the organisation's when empty.
  Publications(store::Store& store, const Clock& clock, const Keys& keys, PublishedSources& sources,
               ContentIndex& index, ExampleRuns& examples, std::string pages, std::string public_url);

  Result<std::vector<store::Publication>> list();  // newest first
  Result<Pending> pending(std::string_view channel);
  // Runs the examples; `refused` with every failure when one does not hold.
  Result<store::Publication> publish(std::string_view channel, std::string_view note, std::string_view actor);
  // Publishes what that revision held under the next revision.
  Result<store::Publication> restore(std::int64_t revision, std::string_view channel, std::string_view actor);

  // Takes an item back at once, beside whatever else waits to be published: it goes to the archive, and each
  // channel that has it gets its last publication again, without it. In the organisation's order of channels;
  // empty where none has it. An item that is in the archive or removed is withdrawn whatever its version.
  Result<std::vector<store::Publication>> withdraw(std::string_view item, const Expected& expected,
                                                   std::string_view actor);

  // A published file: "metadata/timestamp.json", "metadata/3.targets.json", "targets/HASH.everyone.json".
  Result<store::File> file(std::string_view name);
  Result<std::int64_t> latest_revision();

  // Signs anew what would expire soon; cheap when nothing does. Also makes the first, empty repository.
  Result<void> renew();

 private:
  struct Order {
    std::string_view channel, note, actor, action;
    std::int64_t restores = 0;
  };
  // Slow the first time that it meets a secret term; then it remembers the seal.
  Result<std::string> client_pack(std::string_view pack);
  // What takes seconds happens before others have to wait for the writer: secrets are sealed, examples run.
  void prepare_working_pack();
  Result<store::Publication> add(store::Transaction& tx, const Source& source, const Order& order);
  Result<store::Publication> commit(
      const std::function<Result<store::Publication>(store::Transaction&)>& work);

  store::Store& store_;
  const Clock& clock_;
  const Keys& keys_;
  PublishedSources& sources_;
  ContentIndex& index_;
  ExampleRuns& examples_;
  std::string pages_;
  std::string public_url_;
  std::mutex sealing_;
  Sealer sealer_;
};

}  // namespace herold::app
