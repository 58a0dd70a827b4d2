// From the pattern a guideline holds to the one RE2 runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herold::match {

struct RunnablePattern {
  std::string regex;
  // Of each group of the author's, 0 being the match: its number in `regex`.
  std::vector<int> groups;
  // Empty groups that mark where the match of an alternative begins or ends when it asks for a boundary
  // there; what `regex` matches then holds the neighbour too,
  // of which it only knows that it is no ASCII letter or digit.
  std::vector<int> starts, ends;
  bool has_alternatives = false;  // outermost ones
};

// Makes `\w`, `\d` and their negations Unicode's, and a `\b` at either end of an outermost alternative the
// boundary of literal terms. What is wrong with a pattern is left for RE2 to say.
RunnablePattern runnable_pattern(std::string_view pattern);

}  // namespace herold::match
