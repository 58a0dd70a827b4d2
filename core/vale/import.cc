#include "vale/import.h"

#include <algorithm>
#include <set>

#include "herold/ascii.h"
#include "herold/pack.h"
#include "vale/expression.h"
#include "vale/guideline.h"
#include "vale/parts.h"

namespace herold::vale {
namespace {

/// A guideline in the making.
struct Carried {
  std::string rule;
  Json guideline;
};

std::string unused_id(const std::string& id, std::set<std::string>& used) {
  std::string unique = id;
  for (int number = 2; !used.insert(unique).second; ++number) unique = id + "-" + std::to_string(number);
  return unique;
}

Json pack_of(const std::string& name, const std::vector<Carried>& carried) {
  Json pack;
  pack["schema"] = 1;
  pack["id"] = name;
  pack["title"] = name;
  pack["defaultLanguage"] = "en";
  pack["guidelines"] = Json::array();
  for (const Carried& each : carried) pack["guidelines"].push_back(each.guideline);
  return pack;
}

std::string written(const Json& pack) {
  return pack.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// The value at fault, without which the guideline may still hold: one pattern of several, one swap of many.
bool take_out(Json& guideline, const std::string& pointer) {
  try {
    const Json::json_pointer path(pointer);
    const std::string& key = path.back();
    Json& holder = guideline.at(path.parent_pointer());
    if (holder.size() < 2 || path.parent_pointer().empty()) return false;
    if (holder.is_array()) {
      holder.erase(std::stoul(key));
    } else {
      holder.erase(key);
    }
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

/// `/guidelines/7/patterns/0` → 7 and `/patterns/0`.
std::pair<std::size_t, std::string> split(const std::string& pointer) {
  constexpr std::string_view head = "/guidelines/";
  const std::size_t end = std::min(pointer.find('/', head.size()), pointer.size());
  return {std::stoul(pointer.substr(head.size(), end - head.size())), pointer.substr(end)};
}

/// Has the pack read as its publisher reads it, and leaves out what it refuses, until it refuses nothing.
void settle(const std::string& name, std::vector<Carried>& carried, std::vector<Loss>& losses) {
  for (;;) {
    const auto pack = load_pack(written(pack_of(name, carried)), Audience::publisher);
    if (!pack) throw StyleError("became a pack that " + pack.error().message);
    if (pack->problems.empty()) return;
    std::set<std::size_t> dropped;
    // From the last, since a list moves up when one of it goes.
    for (auto problem = pack->problems.rbegin(); problem != pack->problems.rend(); ++problem) {
      const auto [number, pointer] = split(problem->pointer);
      if (dropped.count(number) != 0) continue;
      Carried& each = carried[number];
      const bool is_partial = take_out(each.guideline, pointer);
      losses.push_back({each.rule, problem->message, !is_partial});
      if (!is_partial) dropped.insert(number);
    }
    for (auto number = dropped.rbegin(); number != dropped.rend(); ++number)
      carried.erase(carried.begin() + static_cast<std::ptrdiff_t>(*number));
  }
}

std::string pack_id(const std::filesystem::path& directory) {
  const std::filesystem::path path = std::filesystem::absolute(directory).lexically_normal();
  const std::string name = (path.has_filename() ? path : path.parent_path()).filename().string();
  std::string id;
  for (const char c : name) {
    const bool is_kept = ascii::is_alphanumeric(c) || c == '.' || c == '-';
    id += is_kept ? ascii::to_lower(c) : '-';
  }
  return id.empty() ? "vale" : id;
}

/// Its guidelines, one but for rules in parts; what is lost in several of them is told once.
std::vector<Json> guidelines_of(const RuleFile& rule, std::vector<std::string>& told) {
  if (!rule.fault.empty()) throw Unsupported(rule.fault);
  std::vector<Json> guidelines;
  for (const Json& part : parts_of(rule.fields)) {
    std::vector<std::string> remarks;
    try {
      guidelines.push_back(guideline_of({rule.name, part, {}}, remarks));
    } catch (const Unsupported& reason) {
      remarks = {reason.what()};
    }
    for (std::string& remark : remarks)
      if (std::find(told.begin(), told.end(), remark) == told.end()) told.push_back(std::move(remark));
  }
  if (guidelines.empty()) throw Unsupported(told.front());
  return guidelines;
}

/// How many rules are left; one of which a part is left is none that is lost.
std::size_t count_rules(const std::vector<Carried>& carried, std::vector<Loss>& losses) {
  std::set<std::string> rules;
  for (const Carried& each : carried) rules.insert(each.rule);
  for (Loss& loss : losses) loss.is_whole = loss.is_whole && rules.count(loss.rule) == 0;
  return rules.size();
}

}  // namespace

Import import_style(const std::filesystem::path& directory) {
  const std::vector<RuleFile> rules = read_style(directory);
  Import made{.rules = rules.size()};
  std::vector<Carried> carried;
  std::set<std::string> ids;
  for (const RuleFile& rule : rules) {
    try {
      std::vector<std::string> remarks;
      for (Json& guideline : guidelines_of(rule, remarks)) {
        guideline["id"] = unused_id(guideline["id"], ids);
        carried.push_back({rule.name, std::move(guideline)});
      }
      for (std::string& remark : remarks) made.losses.push_back({rule.name, std::move(remark)});
    } catch (const Unsupported& reason) {
      made.losses.push_back({rule.name, reason.what(), true});
    }
  }
  const std::string name = pack_id(directory);
  settle(name, carried, made.losses);
  std::stable_sort(made.losses.begin(), made.losses.end(),
                   [](const Loss& a, const Loss& b) { return a.rule < b.rule; });
  made.carried = count_rules(carried, made.losses);
  if (!carried.empty()) made.pack = written(pack_of(name, carried));
  return made;
}

}  // namespace herold::vale
