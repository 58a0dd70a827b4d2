#include "pack/value.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "herold/ascii.h"
#include "herold/language_tag.h"
#include "pack/plain_text.h"

namespace herold::pack {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// The known key that was probably meant; empty when none is near, or the key too long to be a slip.
std::string_view nearest_key(std::string_view key, std::span<const std::string_view> known) {
  constexpr std::size_t longest = 40;
  if (key.size() > longest) return {};
  std::string_view nearest;
  std::size_t best = std::max<std::size_t>(2, key.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(key, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace

std::optional<Value> Value::member(std::string_view key) const {
  if (const auto found = json_.member(key)) return member(*found);
  return std::nullopt;
}

void Value::problem(std::string message) const {
  said_->problems.push_back({pointer(), said_->guideline, std::move(message)});
}

void Value::problem_at(std::string_view key, std::string message) const {
  said_->problems.push_back({check::Path(path_, key).pointer(), said_->guideline, std::move(message)});
}

void Value::warn_at(std::string_view key, std::string message) const {
  if (!said_->wants_warnings) return;
  said_->warnings.push_back({check::Path(path_, key).pointer(), said_->guideline, std::move(message)});
}

std::string quote(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string alternatives(const std::string_view* names, std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += i + 1 == count ? " or " : ", ";
    list += quote(names[i]);
  }
  return list;
}

std::string read_string(const Value& value) {
  if (value.json().is_string()) return std::string(value.json().text());
  value.problem("must be a text");
  return {};
}

bool read_boolean(const Value& value) {
  if (value.json().is_boolean()) return value.json().is_true();
  value.problem("must be true or false");
  return false;
}

std::uint32_t read_count(const Value& value) {
  constexpr std::uint64_t most = std::numeric_limits<std::int32_t>::max();
  if (value.json().is_number()) {
    const double number = value.json().number();
    if (number >= 0 && number <= static_cast<double>(most) && std::floor(number) == number) {
      return static_cast<std::uint32_t>(number);
    }
  }
  value.problem("must be a whole number from 0");
  return 1;  // so that no bound is told of twice
}

std::int64_t read_whole_number(const Value& value) {
  constexpr double most = 1LL << 53;  // beyond, a double leaves numbers out
  if (value.json().is_number()) {
    const double number = value.json().number();
    if (std::abs(number) <= most && std::floor(number) == number) return static_cast<std::int64_t>(number);
  }
  value.problem("must be a whole number");
  return 0;
}

double read_number(const Value& value) {
  if (value.json().is_number()) return value.json().number();
  value.problem("must be a number");
  return 0;
}

std::optional<Instant> read_instant(const Value& value) {
  if (!value.json().is_string()) {
    value.problem("must be a time as in “2027-01-15T08:00:00+01:00”");
    return std::nullopt;
  }
  const std::string_view text = value.json().text();
  const std::optional<Instant> instant = parse_instant(text);
  if (!instant) value.problem(quote(text) + " is not a time as in “2027-01-15T08:00:00+01:00” (RFC 3339)");
  return instant;
}

std::string read_web_address(const Value& value) {
  std::string address = read_string(value);
  const std::size_t scheme = ascii::begins_with(address, "https://")  ? 8
                             : ascii::begins_with(address, "http://") ? 7
                                                                      : 0;
  const bool has_space =
      std::any_of(address.begin(), address.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F; });
  if (value.json().is_string() && (scheme == 0 || address.size() == scheme || has_space)) {
    value.problem("must be a web address that begins with http:// or https://");
  }
  return address;
}

std::string read_language(const Value& value) {
  std::string tag = read_string(value);
  if (value.json().is_string() && !is_language_tag(tag))
    value.problem(quote(tag) + " is not a language tag (BCP 47)");
  return tag;
}

bool is_object(const Value& value) {
  if (value.json().is_object()) return true;
  value.problem("must be an object");
  return false;
}

std::vector<std::string> read_strings(const Value& value, Length length) {
  return read_list(value, length, read_string);
}

void expect_keys(const Value& object, std::span<const std::string_view> known, UnknownKey unknown) {
  for (const Json json : object.json()) {
    const std::string_view key = json.key();
    const auto is_this = [key](std::string_view one) { return is_same_key(one, key); };
    if (std::any_of(known.begin(), known.end(), is_this)) continue;
    const std::string_view nearest = nearest_key(key, known);
    std::string message = "the key " + quote(key) + " is not known" +
                          (nearest.empty() ? "" : "; did you mean " + quote(nearest) + "?");
    if (unknown == UnknownKey::breaks) {
      object.problem_at(key, std::move(message));
    } else {
      object.warn_at(key, std::move(message));
    }
  }
}

void expect_keys(const Value& object, std::initializer_list<std::string_view> known, UnknownKey unknown) {
  expect_keys(object, std::span(known.begin(), known.size()), unknown);
}

}  // namespace herold::pack
