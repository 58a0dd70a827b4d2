#include "pack/decimal.h"

#include <cstdlib>

namespace herold::pack {

// No program of ours leaves the locale "C", in which the point is a point.
double read_decimal(const std::string& number) { return std::strtod(number.c_str(), nullptr); }

}  // namespace herold::pack
