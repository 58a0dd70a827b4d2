// Vale's messages, which fill `%s` in order, as texts with our placeholders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herold::vale {

/// `arguments` are what the first, second, … `%s` stand for; beyond them the last one is repeated.
std::string message_of(std::string_view format, const std::vector<std::string>& arguments);

}  // namespace herold::vale
