#include "app/application.h"

namespace herold::app {

Application::Application(std::unique_ptr<store::Store> store, const Clock& clock, ApplicationData data)
    : store_(std::move(store)),
      keys_(std::move(data.master_key)),
      organisation(*store_, clock, sources_),
      guidelines(*store_, clock, sources_, examples_),
      default_packs(*store_, clock, std::move(data.default_packs)),
      content(*store_, clock, sources_, index_),
      proposals(*store_, clock, index_),
      enrolment(*store_, clock),
      activity(*store_, clock),
      statistics(*store_, clock),
      links(*store_, clock),
      publications(*store_, clock, keys_, sources_, index_, examples_, std::move(data.pages),
                   std::move(data.public_url)),
      key_ceremony(*store_, clock, keys_),
      linkedin(*store_, clock, keys_),
      audit_log(*store_),
      overview(*store_, clock, sources_, index_) {}

}  // namespace herold::app
