// Everything a publication is made of, as JSON texts: the working state, or what an earlier publication held.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document.h"
#include "store/store.h"

namespace herold::app {

struct Source {
  std::string organisation;
  std::string head;  // {id, title, defaultLanguage}
  std::string topics;
  std::map<std::string, std::string> guidelines;
  std::map<std::string, std::string> content;  // what is approved
};

Source working_source(store::Transaction& tx);
// With the approved content given.
Source working_source(store::Transaction& tx, std::map<std::string, std::string> content);

// As it is kept with a publication.
std::string write_source(const Source& source);
Source read_source(std::string_view json);

// The channel that all others lead to.
inline constexpr const char* kEveryone = "everyone";

// What the states of documents are relative to: the last publication of channel `everyone`, or of any channel
// while that has none. The revision is 0 before the first publication.
std::int64_t baseline_revision(store::Transaction& tx);

// The pack of the contract's section 2, examples included.
std::string pack_text(const std::string& head, const std::map<std::string, std::string>& guidelines);
// That of the working state.
std::string working_pack(store::Transaction& tx);

struct Change {
  std::string what;    // "guideline" | "content" | "topics" | "organisation" | "pack"
  std::string id;      // empty where there is only one
  std::string change;  // "added" | "changed" | "removed"
  std::string before;  // its JSON text as last published, empty for what is added
  std::string now;     // that of the working state, of what is changed
};

// What happened between the two, guidelines first; without a `before`, everything was added.
std::vector<Change> differences(const Source* before, const Source& after);

State state_of(const std::map<std::string, std::string>* published, const std::string& id,
               const std::string& body);

// The stored document of which there is one, or what stands in for it before the first is saved.
store::Document organisation_document(store::Transaction& tx);
store::Document head_document(store::Transaction& tx);
store::Document topics_document(store::Transaction& tx);

}  // namespace herold::app
