// What a reader answers: a value, or why there is none.
//
//   Result<Bundle> bundle = parse_bundle(text);
//   if (!bundle) return complain(bundle.error().message);
//   use(bundle->pack);
//
// Whoever asks for what is not there makes a mistake of their own (asserted).
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace herold {

/// Why there is no value: one line of plain English.
struct Error {
  std::string message;
};

/// Either a T or an E; each is made a Result where one is returned.
template <typename T, typename E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }

  T& operator*() & { return *value(); }
  const T& operator*() const& { return *value(); }
  T&& operator*() && { return std::move(*value()); }
  T* operator->() { return value(); }
  const T* operator->() const { return value(); }

  const E& error() const {
    assert(held_.index() == 1);
    return *std::get_if<1>(&held_);
  }

 private:
  T* value() {
    assert(held_.index() == 0);
    return std::get_if<0>(&held_);
  }
  const T* value() const {
    assert(held_.index() == 0);
    return std::get_if<0>(&held_);
  }

  std::variant<T, E> held_;
};

/// The value of what only succeeds or fails.
struct Done {};

template <typename E>
class [[nodiscard]] Result<void, E> : public Result<Done, E> {
 public:
  using Result<Done, E>::Result;
  Result() : Result<Done, E>(Done{}) {}
};

}  // namespace herold
