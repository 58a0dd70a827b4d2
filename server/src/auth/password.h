// Passwords, hashed with Argon2id.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herold::auth {

// The hash with its salt and parameters; nothing when there is no memory for it.
std::optional<std::string> hash_password(std::string_view password);

// Takes as long whatever the hash is; an empty one fits no password.
bool fits(std::string_view password, const std::string& hash);

}  // namespace herold::auth
