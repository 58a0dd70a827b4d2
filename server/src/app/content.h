// Approved content to share: items (contract, section 5) and the labels of their topics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/document.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

class Content {
 public:
  Content(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // Items whose texts contain the query and that have the topic; either may be empty. Published items that
  // were removed are listed as they were published, with state `removed`.
  Result<std::vector<DocumentView>> list(std::string_view query, std::string_view topic);
  Result<DocumentView> get(std::string_view id);
  Result<Saved> put(std::string_view id, std::string_view json, Expected expected, std::string_view actor);
  Result<void> remove(std::string_view id, Expected expected, std::string_view actor);

  // {slug: {language: label}}; version 0 and {} before the first one is saved.
  Result<DocumentView> topics();
  Result<Saved> put_topics(std::string_view json, Expected expected, std::string_view actor);

 private:
  store::Store& store_;
  const Clock& clock_;
};

// What is wrong with a content item; empty when nothing is. Knows the item alone, not topics or roles.
std::vector<Problem> content_problems(std::string_view json);

}  // namespace herold::app
