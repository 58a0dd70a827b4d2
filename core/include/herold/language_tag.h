// Language tags: RFC 5646 (well-formed, section 2.1) and RFC 4647 (basic filtering, section 3.3.1).
#pragma once

#include <string_view>

namespace herold {

/// Whether the text is a well-formed BCP 47 language tag (RFC 5646; registered meanings are not looked up).
bool is_language_tag(std::string_view);

/// RFC 4647 basic filtering: `de` covers `de` and `de-CH`, not the other way round. ASCII case is ignored.
bool language_covers(std::string_view range, std::string_view tag);

}  // namespace herold
