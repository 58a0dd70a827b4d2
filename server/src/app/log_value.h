// Values of the log's lines, which are logfmt: key=value, a line an event.
#pragma once

#include <string>
#include <string_view>

namespace herold::app {

/// `say "hi"` → `"say \"hi\""`: in quotes, and what would end the value or the line escaped.
std::string log_value(std::string_view text);

}  // namespace herold::app
