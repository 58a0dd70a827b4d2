#include "pack/pack_reader.h"

#include <unordered_set>
#include <utility>

#include "pack/guideline_reader.h"
#include "pack/json.h"
#include "pack/value.h"

namespace herold::pack {
namespace {

void expect_schema(const Value& document) {
  const auto schema = document.member("schema");
  if (!schema) return document.problem("needs a “schema”");
  if (!schema->json().is_number() || schema->json().number() != 1)
    schema->problem("must be 1, the only schema there is");
}

/// Fills in what stands beside the guidelines; what is wrong there makes the whole pack unreadable.
void read_head(const Value& document, ReadPack& pack) {
  expect_schema(document);
  if (const auto id = document.member("id")) {
    pack.id = read_string(*id);
    if (id->json().is_string() && !is_id(pack.id))
      id->problem(quote(pack.id) + " is not an id: " + std::string(id_rule));
  } else {
    document.problem("needs an “id”");
  }
  const auto language = document.member("defaultLanguage");
  pack.default_language = language ? read_language(*language) : "en";
  const auto title = document.member("title");
  pack.title = title ? read_localized(*title, pack.default_language) : LocalizedText{{{"", pack.id}}};

  const auto guidelines = document.member("guidelines");
  if (!guidelines) return document.problem("needs “guidelines”");
  if (!guidelines->json().is_array()) return guidelines->problem("must be a list");
  if (guidelines->json().size() > PackLimits::guidelines) {
    guidelines->problem("holds more than " + std::to_string(PackLimits::guidelines) + " guidelines");
  }
}

std::string one_line(const Problem& problem) {
  return problem.pointer.empty() ? "is not a pack: it " + problem.message
                                 : "is not a pack: " + problem.pointer + " " + problem.message;
}

class GuidelinesReader {
 public:
  GuidelinesReader(ReadPack& pack, Audience audience, std::size_t count)
      : pack_(pack), audience_(audience), compiler_(pack.default_language, count) {}

  void read(const Value& guidelines) {
    std::size_t place = 0;
    for (const Json each : guidelines.json()) {
      read_one(guidelines.element(each, place), place);
      ++place;
    }
    pack_.compiled = compiler_.finish();
  }

 private:
  void read_one(const Value& value, std::size_t place) {
    Diagnostics& said = value.said();
    const std::size_t problems_before = said.problems.size();
    said.guideline.clear();
    Guideline guideline = read_guideline(value, pack_.default_language);
    if (!guideline.id.empty() && !ids_.insert(value.member("id")->json().text()).second) {
      value.problem_at("id", quote(guideline.id) + " is the id of an earlier guideline");
    }
    if (said.problems.size() == problems_before) compile(value, std::move(guideline), place);
    if (audience_ == Audience::client && said.problems.size() > problems_before + 1) {
      said.problems.resize(problems_before + 1);
    }
  }

  void compile(const Value& value, Guideline&& guideline, std::size_t place) {
    const std::vector<check::Flaw> flaws = compiler_.add(std::move(guideline));
    for (const check::Flaw& flaw : flaws) {
      value.said().problems.push_back({value.pointer() + flaw.pointer, value.said().guideline, flaw.message});
    }
    if (flaws.empty()) pack_.places.push_back(place);
  }

  ReadPack& pack_;
  Audience audience_;
  check::PackCompiler compiler_;
  std::unordered_set<std::string_view> ids_;
};

}  // namespace

Result<ReadPack> read_pack(std::string_view json, Audience audience) {
  const auto parsed = parse_json(json, {PackLimits::bytes, PackLimits::levels});
  if (!parsed) return parsed.error();
  ReadPack pack;
  Diagnostics said{.wants_warnings = audience == Audience::publisher};
  const Value document(parsed->root(), said);
  if (is_object(document)) read_head(document, pack);
  if (!said.problems.empty()) return Error{one_line(said.problems.front())};
  expect_keys(document, {"schema", "id", "title", "defaultLanguage", "guidelines"}, UnknownKey::warns);
  const Value guidelines = *document.member("guidelines");
  GuidelinesReader(pack, audience, guidelines.json().size()).read(guidelines);
  pack.problems = std::move(said.problems);
  pack.warnings = std::move(said.warnings);
  return pack;
}

}  // namespace herold::pack
