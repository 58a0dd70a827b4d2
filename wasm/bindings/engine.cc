#include "engine.h"

#include <utility>

#include "herold/update_events.h"

namespace herold::wasm {

std::uintptr_t Engine::reserve(std::size_t bytes) {
  if (capacity_ < bytes) {
    input_.reset();
    input_.reset(new char[bytes]);
    capacity_ = bytes;
  }
  return reinterpret_cast<std::uintptr_t>(input_.get());
}

std::uintptr_t Engine::output() const { return reinterpret_cast<std::uintptr_t>(output_.data()); }

bool Engine::load(std::size_t size) {
  return succeeded([&]() -> Fault {
    // A pack may be large, what is written next is not.
    capacity_ = 0;
    const std::unique_ptr<char[]> text = std::move(input_);
    Result<Pack> loaded = load_pack({text.get(), size}, Audience::client);
    answer(load_result_json(loaded));
    if (!loaded) return std::nullopt;
    pack_ = *std::move(loaded);
    flat_ = FlatReport();
    return std::nullopt;
  }());
}

bool Engine::set_options(std::size_t size) {
  return succeeded([&]() -> Fault {
    auto parsed = parse_check_options(input(0, size));
    if (!parsed) return parsed.error().message;
    options_ = *std::move(parsed);
    return std::nullopt;
  }());
}

bool Engine::check(std::size_t size) {
  return succeeded([&]() -> Fault {
    if (!pack_) return "no pack is loaded";
    const std::string_view draft = input(0, size);
    if (auto error = draft_error(draft)) return error;
    // Kept for the report: by then another input may stand in the buffer.
    draft_ = draft;
    pack_->checker->find(draft_, options_, flat_);
    const auto& findings = flat_.findings();
    output_ = {reinterpret_cast<const char*>(findings.data()), findings.size() * sizeof(FlatFinding)};
    return std::nullopt;
  }());
}

bool Engine::report() {
  return succeeded([&]() -> Fault {
    if (!pack_) return "no pack is loaded";
    answer(report_json(pack_->checker->describe(draft_, options_, flat_), pack_->problems));
    return std::nullopt;
  }());
}

bool Engine::unseal_next() {
  return succeeded([&]() -> Fault {
    if (!pack_) return "no pack is loaded";
    answer(pack_->checker->unseal_next(flat_) ? "true" : "false");
    return std::nullopt;
  }());
}

bool Engine::test(std::size_t size) {
  return succeeded([&]() -> Fault {
    answer(test_report_json(test_pack(input(0, size))));
    return std::nullopt;
  }());
}

bool Engine::load_lexicon(std::size_t size) {
  return succeeded([&]() -> Fault {
    capacity_ = 0;
    auto read = Lexicon::parse(std::move(input_), size);
    if (!read) return read.error().message;
    lexicon_ = std::make_shared<const Lexicon>(*std::move(read));
    return std::nullopt;
  }());
}

bool Engine::begin_content(std::size_t topics_size) {
  return succeeded([&]() -> Fault {
    const auto topics = parse_topics(input(0, topics_size));
    if (!topics) return topics.error().message;
    arriving_.emplace(*topics, lexicon_);
    return std::nullopt;
  }());
}

bool Engine::add_content(std::size_t size) {
  return succeeded([&]() -> Fault {
    if (!arriving_) return "no content was begun";
    arriving_->read(input(0, size));
    return std::nullopt;
  }());
}

bool Engine::end_content() {
  return succeeded([&]() -> Fault {
    if (!arriving_) return "no content was begun";
    auto read = arriving_->finish();
    arriving_.reset();
    if (!read) return read.error().message;
    content_ = *std::move(read);
    return std::nullopt;
  }());
}

bool Engine::suggest(std::size_t draft_size, std::size_t options_size) {
  return succeeded([&]() -> Fault {
    if (!content_) return "no content is loaded";
    const auto options = parse_suggest_options(input(draft_size, options_size));
    if (!options) return options.error().message;
    const auto draft = input(0, draft_size);
    if (auto error = draft_error(draft)) return error;
    answer(suggestions_json(content_->suggest(draft, *options)));
    return std::nullopt;
  }());
}

bool Engine::update(std::size_t event_size, std::size_t bytes_size) {
  return succeeded([&]() -> Fault {
    auto event = update::parse_event(input(0, event_size), input(event_size, bytes_size));
    if (!event) return "this is no event of an update";
    auto* request = std::get_if<update::BundleRequest>(&*event);
    if (request) update_.emplace(std::move(*request));
    if (!update_) return "no update was started";
    const auto step =
        request ? update_->start() : update_->resume(std::get<update::Answer>(std::move(*event)));
    answer(update::step_json(step, update_->trusted(), update_->in_force()));
    return std::nullopt;
  }());
}

bool Engine::succeeded(Fault fault) {
  if (!fault) return true;
  answer(*std::move(fault));
  return false;
}

void Engine::answer(std::string text) {
  text_ = std::move(text);
  output_ = text_;
}

std::string_view Engine::input(std::size_t from, std::size_t size) const {
  return {input_.get() + from, size};
}

}  // namespace herold::wasm
