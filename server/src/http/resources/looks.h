// Looking at somebody else's server for an editor who waits.
#pragma once

#include <memory>
#include <semaphore>
#include <string>
#include <variant>

#include "feeds/entry.h"
#include "http/context.h"
#include "http/resources/answers.h"

namespace herold::http {

Json trouble_json(const feeds::Trouble& trouble);

// One of the few looks that may be under way, until it is destroyed; the refusal while there is none.
using Look = std::unique_ptr<std::counting_semaphore<>, void (*)(std::counting_semaphore<>*)>;
std::variant<Look, Response> begin_look(Context& context);

}  // namespace herold::http
