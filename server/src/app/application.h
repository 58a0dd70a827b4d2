// All use cases, wired. Every method of every use case may be called from any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/activity.h"
#include "app/audit.h"
#include "app/clock.h"
#include "app/content.h"
#include "app/content_index.h"
#include "app/default_packs.h"
#include "app/enrolment.h"
#include "app/example_runs.h"
#include "app/guidelines.h"
#include "app/keys.h"
#include "app/linkedin.h"
#include "app/links.h"
#include "app/organisation.h"
#include "app/overview.h"
#include "app/proposals.h"
#include "app/publications.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

struct ApplicationData {
  std::string master_key;                  // from load_master_key
  std::vector<std::string> default_packs;  // texts
  std::string pages = "{}";                // from read_pages
  std::string public_url = {};             // as given on the command line; the organisation's when empty
};

class Application {
 public:
  // `clock` must outlive the application. Call `publications.renew()` once before serving, then every minute.
  Application(std::unique_ptr<store::Store> store, const Clock& clock, ApplicationData data);

 private:
  std::unique_ptr<store::Store> store_;
  Keys keys_;
  PublishedSources sources_;
  ContentIndex index_;
  ExampleRuns examples_;

 public:
  Organisation organisation;
  Guidelines guidelines;
  DefaultPacks default_packs;
  Content content;
  Proposals proposals;
  Enrolment enrolment;
  Activity activity;
  Statistics statistics;
  Links links;
  Publications publications;
  KeyCeremony key_ceremony;
  LinkedIn linkedin;
  AuditLog audit_log;
  Overview overview;

  store::Store& store() { return *store_; }
  ContentIndex& index() { return index_; }
};

}  // namespace herold::app
