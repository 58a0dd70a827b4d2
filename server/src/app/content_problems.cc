#include <set>

#include "app/content.h"
#include "app/json.h"
#include "app/networks.h"
#include "app/validation.h"
#include "herold/language_tag.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::app {
namespace {

// In bytes; each of them goes to every device.
constexpr std::size_t kLongestSummary = 4000;
constexpr std::size_t kLongestLine = 1000;  // a disclosure, an owner, what a picture shows
constexpr std::size_t kLongestCaption = 20'000;
constexpr std::size_t kLongestName = 200;  // of a hashtag, a role or a group
constexpr std::size_t kMostEntries = 100;  // of a list
constexpr int kHighestPriority = 10;

std::string text_of_at_most(std::size_t bytes) { return "must be a text of " + at_most(bytes, "bytes"); }

// Whether there is anything to see.
bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint next = text::decode(text, at);
    const bool is_control = next.value < 0x20 || next.value == 0x7F;
    if (!is_control && !text::is_white_space(next.value) && !text::is_default_ignorable(next.value))
      return true;
    at += next.size;
  }
  return false;
}

bool is_text(const Json& json, std::size_t longest) {
  return json.is_string() && json.get_ref<const std::string&>().size() <= longest &&
         says_something(json.get_ref<const std::string&>());
}

// It may be empty.
bool is_at_most(const Json& json, std::size_t longest) {
  return json.is_string() && json.get_ref<const std::string&>().size() <= longest;
}

bool is_priority(const Json& json) {
  return json.is_number_integer() && json >= 0 && json <= kHighestPriority;
}

// Every optional member: nothing when it is missing, else the check.
template <class Check>
void optional(const Json& object, const char* key, Check&& check) {
  const auto found = object.find(key);
  if (found != object.end()) check(*found);
}

using Holds = bool (*)(std::string_view);

void check_texts(Validation& validation, const Json& list, const std::string& at, Holds holds,
                 const std::string& message) {
  const bool bounded = list.is_array() && list.size() <= kMostEntries;
  validation.require(bounded, at, "must be a list of " + at_most(kMostEntries, "texts"));
  if (!bounded) return;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool good = list[i].is_string() && holds(list[i].get_ref<const std::string&>());
    validation.require(good, at + "/" + std::to_string(i), message);
  }
}

bool is_name(std::string_view text) { return text.size() <= kLongestName && says_something(text); }

void check_image(Validation& validation, const Json& image) {
  validation.require(image.is_object(), "/image", "must be an object with `url` and `alt`");
  if (!image.is_object()) return;
  validation.require(is_http_url(text_of(image, "url")), "/image/url", "must be an http or https address");
  validation.require(is_text(member(image, "alt"), kLongestLine), "/image/alt",
                     "must say what the picture shows");
}

void check_caption(Validation& validation, const Json& caption, const std::string& at,
                   std::set<std::string>& ids) {
  validation.require(caption.is_object(), at, "must be an object with `id`, `language` and `text`");
  if (!caption.is_object()) return;
  const std::string id = text_of(caption, "id");
  validation.require(!id.empty() && is_line(id, InputLimits::id), at + "/id", "must be a short text");
  validation.require(ids.insert(id).second, at + "/id", "\"" + id + "\" is there twice");
  validation.require(is_language_tag(text_of(caption, "language")), at + "/language",
                     "must be a language tag");
  validation.require(is_text(member(caption, "text"), kLongestCaption), at + "/text", "must be a text");
  optional(caption, "network", [&](const Json& network) {
    validation.require(network.is_string() && is_network(network.get_ref<const std::string&>()),
                       at + "/network", "is no network that Herold knows");
  });
}

void check_captions(Validation& validation, const Json& captions) {
  const bool bounded = captions.is_array() && captions.size() <= kMostEntries;
  validation.require(bounded, "/captions", "must be a list of " + at_most(kMostEntries, "captions"));
  if (!bounded) return;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < captions.size(); ++i) {
    check_caption(validation, captions[i], "/captions/" + std::to_string(i), ids);
  }
}

void check_period(Validation& validation, const Json& item) {
  std::optional<Seconds> from;
  std::optional<Seconds> until;
  optional(item, "from", [&](const Json& time) {
    if (time.is_string()) from = parse_rfc3339(time.get_ref<const std::string&>());
    validation.require(from.has_value(), "/from",
                       "must be an RFC 3339 time such as 2026-11-24T08:00:00+01:00");
  });
  optional(item, "until", [&](const Json& time) {
    if (time.is_string()) until = parse_rfc3339(time.get_ref<const std::string&>());
    validation.require(until.has_value(), "/until",
                       "must be an RFC 3339 time such as 2026-11-24T08:00:00+01:00");
  });
  validation.require(!from || !until || *from < *until, "/until", "must be after `from`");
}

void check_audience(Validation& validation, const Json& audience) {
  validation.require(audience.is_object(), "/audience", "must be an object with `roles` and `groups`");
  if (!audience.is_object()) return;
  for (const char* key : {"roles", "groups"}) {
    optional(audience, key, [&](const Json& ids) {
      check_texts(validation, ids, std::string("/audience/") + key, is_name, "must be an id");
    });
  }
}

}  // namespace

std::vector<Problem> content_problems(const Json& item) {
  Validation validation(text_of(item, "id"));
  validation.require(is_id(text_of(item, "id")), "/id",
                     "must be lower-case letters, digits, full stops and hyphens");
  validation.require(is_http_url(text_of(item, "url")), "/url", "must be an http or https address");
  validation.require(is_text(member(item, "title"), InputLimits::item_title), "/title",
                     text_of_at_most(InputLimits::item_title));
  validation.require(is_language_tag(text_of(item, "language")), "/language", "must be a language tag");
  optional(item, "summary", [&](const Json& text) {
    validation.require(is_at_most(text, kLongestSummary), "/summary", text_of_at_most(kLongestSummary));
  });
  for (const char* key : {"disclosure", "owner"}) {
    optional(item, key, [&](const Json& text) {
      validation.require(is_at_most(text, kLongestLine), std::string("/") + key,
                         text_of_at_most(kLongestLine));
    });
  }
  optional(item, "image", [&](const Json& image) { check_image(validation, image); });
  optional(item, "topics", [&](const Json& topics) {
    check_texts(validation, topics, "/topics", is_slug, "must be lower-case letters, digits and hyphens");
  });
  optional(item, "captions", [&](const Json& captions) { check_captions(validation, captions); });
  optional(item, "hashtags", [&](const Json& tags) {
    check_texts(validation, tags, "/hashtags", is_name, text_of_at_most(kLongestName));
  });
  optional(item, "audience", [&](const Json& audience) { check_audience(validation, audience); });
  optional(item, "networks", [&](const Json& networks) {
    check_texts(validation, networks, "/networks", is_network, "is no network that Herold knows");
  });
  optional(item, "priority", [&](const Json& priority) {
    validation.require(is_priority(priority), "/priority",
                       "must be a whole number " + from_to(0, kHighestPriority));
  });
  check_period(validation, item);
  return std::move(validation).problems();
}

std::vector<Problem> draft_problems(const Json& item) {
  auto problems = content_problems(item);
  const Json image = member(item, "image");
  const bool undescribed = image.is_object() && text_of(image, "alt").empty();
  if (undescribed) std::erase_if(problems, [](const Problem& one) { return one.pointer == "/image/alt"; });
  return problems;
}

}  // namespace herold::app
