// Rows in byte order. Not ORDER BY: PostgreSQL sorts text by the database's locale.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

namespace herold::store {

// By these members, the first one first.
template <class Record, class... Member>
void sort_by(std::vector<Record>& records, Member Record::*... by) {
  std::sort(records.begin(), records.end(),
            [&](const Record& a, const Record& b) { return std::tie(a.*by...) < std::tie(b.*by...); });
}

}  // namespace herold::store
