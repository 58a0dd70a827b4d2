// Reading of numbers with a fraction or an exponent.
#pragma once

#include <string>

namespace herold::pack {

/// The double nearest to `number`, which is one by JSON's grammar; infinite where it is too large.
double read_decimal(const std::string& number);

}  // namespace herold::pack
