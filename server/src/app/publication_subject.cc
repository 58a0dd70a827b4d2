#include "app/publication_subject.h"

#include <charconv>
#include <string_view>

namespace herold::app {
namespace {

constexpr std::string_view kOn = " on ";

}  // namespace

std::string text_of(const PublicationSubject& subject) {
  return std::to_string(subject.revision).append(kOn).append(subject.channel);
}

std::optional<PublicationSubject> publication_of(const store::AuditEntry& entry) {
  if (!entry.action.starts_with("publication.")) return std::nullopt;
  const std::string_view text = entry.subject;
  std::int64_t revision = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || !rest.starts_with(kOn)) return std::nullopt;
  return PublicationSubject{.revision = revision, .channel = std::string(rest.substr(kOn.size()))};
}

}  // namespace herold::app
