// Ways out of a finding, with titles in the reader's language.
#pragma once

#include <string>
#include <string_view>

#include "check/rule.h"

namespace herold::check {

/// The replacement as it stands in place of the match: with its initial capital, or its capitals where it has
/// two letters or more. A term that is itself written in capitals says nothing of the shouting around it.
std::string keep_capitals(std::string_view replacement, std::string_view match, std::string_view term);

/// The same, but where capitals are all that differs they are what is to change.
std::string in_place_of(std::string_view match, std::string_view replacement, std::string_view term);

Fix replace_with(const Reading& reading, text::ByteRange range, std::string text);
/// Takes one neighbouring white space run along where two would meet, or one would meet the draft's start or
/// end.
Fix remove(const Reading& reading, text::ByteRange range);
/// Takes the white space before it along.
Fix remove_with_gap(const Reading& reading, text::ByteRange range);
/// In the draft's language, else the pack's default.
std::vector<Fix> insert(const Reading& reading, const std::optional<Insertion>& insertion);

}  // namespace herold::check
