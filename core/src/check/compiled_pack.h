// A pack ready to check drafts with, and how it is made: guidelines are added one by one, so that a broken
// one can be left out, then everything is compiled at once.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "check/rule.h"

namespace herold {

struct CompiledPack {
  std::string default_language;
  std::vector<Guideline> guidelines;
  std::vector<std::unique_ptr<check::CompiledRule>> rules;  // by guideline
  std::vector<std::uint32_t> rank;                          // by guideline: errors first, then by id
  std::vector<std::uint32_t> conditional;                   // guidelines whose conditions may not hold
  std::vector<std::uint32_t> without_hits;                  // guidelines that may find something in any draft
  check::MatcherSet matchers;
};

namespace check {

class PackCompiler {
 public:
  /// `guidelines` is how many there may be.
  PackCompiler(std::string default_language, std::size_t guidelines);

  /// Takes the guideline in, or says what is wrong with its terms and patterns and leaves it out.
  std::vector<Flaw> add(Guideline&& guideline);
  std::unique_ptr<const CompiledPack> finish();

 private:
  std::unique_ptr<CompiledPack> pack_;
};

/// What one guideline finds, its conditions taken as given.
std::vector<Found> inspect(const CompiledPack& pack, std::uint32_t guideline, std::string_view draft,
                           const CheckOptions& options);

}  // namespace check
}  // namespace herold
