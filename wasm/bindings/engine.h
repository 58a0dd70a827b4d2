// The core as JavaScript sees it: numbers in, numbers out. Texts travel as UTF-8 through two buffers that the
// engine owns, see wasm/ts/src/glue.d.ts.
//
// A call that fails answers with false and leaves the reason as output. Nothing is thrown: memory that ran
// out is a trap, which leaves the instance unusable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "herold/check.h"
#include "herold/check_json.h"
#include "herold/pack.h"
#include "herold/suggest.h"
#include "herold/update.h"

namespace herold::wasm {

class Engine {
 public:
  std::uintptr_t reserve(std::size_t bytes);
  std::uintptr_t output() const;
  std::size_t output_size() const { return output_.size(); }

  bool load(std::size_t size);
  bool set_options(std::size_t size);
  bool check(std::size_t size);
  bool report();
  std::size_t pending() const { return flat_.pending(); }
  bool unseal_next();
  bool test(std::size_t size);
  /// What the next content is ranked with; see herold/lexicon.h.
  bool load_lexicon(std::size_t size);
  /// Content arrives in pieces, which may end anywhere: a library as a whole would stay in memory that never
  /// shrinks. `end_content` puts it in force; whatever is wrong, the content before stays.
  bool begin_content(std::size_t topics_size);
  bool add_content(std::size_t size);
  bool end_content();
  bool suggest(std::size_t draft_size, std::size_t options_size);
  bool update(std::size_t event_size, std::size_t bytes_size);

 private:
  using Fault = std::optional<std::string>;
  /// Whether there is no fault; else it is the answer.
  bool succeeded(Fault fault);
  void answer(std::string text);
  std::string_view input(std::size_t from, std::size_t size) const;

  // Not a vector, which would fill with zeros what is overwritten at once.
  std::unique_ptr<char[]> input_;
  std::size_t capacity_ = 0;
  std::string text_;
  std::string_view output_;

  std::optional<Pack> pack_;
  CheckOptions options_;
  std::string draft_;
  FlatReport flat_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::optional<ContentStream> arriving_;
  std::optional<ContentIndex> content_;
  std::optional<update::BundleUpdate> update_;
};

}  // namespace herold::wasm
