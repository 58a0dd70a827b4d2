// GET /r/{slug}-{channel}: counts and leads to the item's page.
//
// Links are looked up and counted in memory, so a redirect waits for no database. What was counted is written
// every few seconds; a process that is killed loses the counts of those seconds, one that is stopped none.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "app/clock.h"
#include "app/links.h"
#include "http/message.h"

namespace herold::http {

inline constexpr std::string_view kRedirectPath = "/r/";

// Whether following a link counts: a GET of a person's browser that objects to neither tracking nor sale of
// data (DNT, Sec-GPC) and is not merely fetching ahead (Sec-Purpose and what came before it).
bool counts_as_click(const Request& request);

// All methods may be called from any thread.
class Redirects {
 public:
  Redirects(app::Links& links, const app::Clock& clock);

  // Never blocks. 302, or a page that says there is no such link.
  Response answer(const Request& request);

  // Reads the links anew; after a publication, whichever replica made it.
  app::Result<void> refresh();

  // Writes what was counted. What may not have been written is kept, and handed over again as the same batch.
  app::Result<void> flush();

 private:
  using Key = std::tuple<std::int64_t, std::string, std::string>;  // day, item, channel
  struct Table;

  void count(const std::string& item, std::string_view channel);
  app::ClickBatch take_counts();
  app::Result<void> write_unwritten();

  app::Links& links_;
  const app::Clock& clock_;
  std::atomic<std::shared_ptr<const Table>> table_;
  std::mutex refreshing_;
  std::mutex counting_;
  std::map<Key, std::int64_t> counts_;
  std::mutex flushing_;
  app::ClickBatch unwritten_;
};

}  // namespace herold::http
