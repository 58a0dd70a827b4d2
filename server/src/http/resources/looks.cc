#include "http/resources/looks.h"

namespace herold::http {

Json trouble_json(const feeds::Trouble& trouble) {
  return {{"code", trouble.code}, {"detail", trouble.detail}, {"message", trouble.message}};
}

std::variant<Look, Response> begin_look(Context& context) {
  if (context.looks.try_acquire())
    return Look(&context.looks, [](std::counting_semaphore<>* looks) { looks->release(); });
  return problem(app::Error{.code = app::ErrorCode::too_many,
                            .message = "other addresses are being looked at; try again in a moment",
                            .retry_after = 10});
}

}  // namespace herold::http
