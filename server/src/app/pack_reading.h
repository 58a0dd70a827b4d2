// Packs as their publisher reads them (core), in the words of the use cases.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/result.h"
#include "herold/examples.h"

namespace herold::app {

// What is wrong with one guideline under the pack's head; pointers are relative to the guideline.
std::vector<Problem> guideline_problems(const std::string& head, const std::string& guideline);

struct PackParts {
  std::string head;  // without schema and guidelines
  std::map<std::string, std::string> guidelines;
};

// Takes a pack apart; `refused` when a publisher would not take it.
Result<PackParts> split_pack(std::string_view pack);

// All that speaks against publishing, failing examples with their text.
std::vector<Problem> problems_of(const TestReport& report);

}  // namespace herold::app
