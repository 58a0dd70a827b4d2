// Publications in the audit log: its entries name things by one text each, a publication as "8 on pilot".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/records.h"

namespace herold::app {

struct PublicationSubject {
  std::int64_t revision = 0;
  std::string channel;
};

std::string text_of(const PublicationSubject& subject);

// Nothing when the entry is about something else.
std::optional<PublicationSubject> publication_of(const store::AuditEntry& entry);

}  // namespace herold::app
