#include "match/draft.h"

#include "match/finders.h"
#include "match/shapes.h"
#include "text/segments.h"

namespace herold::match {
namespace {

// Makes what `slot` is for when it is asked for the first time.
template <typename Value, typename Make>
const Value& once(std::optional<Value>& slot, Make&& make) {
  if (!slot) slot.emplace(make());
  return *slot;
}

// `words` with each of `entities` as one word.
Ranges with_entities(Ranges words, const Ranges& entities) {
  if (entities.empty()) return words;
  Ranges all;
  all.reserve(words.size() + entities.size());
  auto entity = entities.begin();
  for (const text::ByteRange word : words) {
    while (entity != entities.end() && entity->end <= word.start) all.push_back(*entity++);
    if (entity == entities.end() || !entity->overlaps(word)) all.push_back(word);
  }
  all.insert(all.end(), entity, entities.end());
  return all;
}

}  // namespace

const text::FoldedText& Draft::folded(text::Case letter_case) {
  return once(letter_case == text::Case::fold ? folded_ : exact_,
              [&] { return text::FoldedText(text_, letter_case); });
}
const text::Graphemes& Draft::graphemes() {
  return once(graphemes_, [&] { return text::Graphemes(text_); });
}
const text::Utf16Map& Draft::utf16() {
  return once(utf16_, [&] { return text::Utf16Map(text_); });
}
std::uint32_t Draft::cluster_end(std::uint32_t start) {
  return parts_at(start + 1) ? start + 1 : graphemes().next(start);
}
std::uint32_t Draft::plain_end(std::uint32_t start, std::uint32_t end) const {
  std::uint32_t at = start;
  while (at < end && is_printable(text_[at])) ++at;
  const bool may_be_joined = at > start && at < size() && !is_printable(text_[at]);
  return may_be_joined ? at - 1 : at;
}
text::ByteRange Draft::grown(text::ByteRange range) {
  // Where a cluster is long, what is found in it is found often.
  if (!cluster_.holds(range.start))
    cluster_ = {graphemes().floor(range.start), graphemes().next(range.start)};
  if (range.end == cluster_.start) return range;  // empty, between two clusters
  return {cluster_.start, range.end <= cluster_.end ? cluster_.end : graphemes().ceil(range.end)};
}
const Ranges& Draft::links() {
  return once(links_, [&] { return find_links(text_); });
}
const Ranges& Draft::emails() {
  return once(emails_, [&] { return find_emails(text_, links()); });
}
const Ranges& Draft::hashtags() {
  return once(hashtags_, [&] { return find_hashtags(text_, links()); });
}
const Ranges& Draft::mentions() {
  return once(mentions_, [&] { return find_mentions(text_, merge(links(), emails())); });
}
const Ranges& Draft::emojis() {
  return once(emojis_, [&] { return find_emojis(*this); });
}
const Ranges& Draft::ibans() {
  return once(ibans_, [&] { return find_ibans(*this); });
}
const Ranges& Draft::ahv_numbers() {
  return once(ahv_numbers_, [&] { return find_ahv_numbers(*this); });
}
const Ranges& Draft::credit_cards() {
  return once(credit_cards_, [&] { return find_credit_cards(*this); });
}
const Ranges& Draft::entities() {
  return once(entities_, [&] { return merge(merge(links(), emails()), merge(hashtags(), mentions())); });
}
const Ranges& Draft::words() {
  return once(words_, [&] { return with_entities(text::words(text_), entities()); });
}
const Ranges& Draft::sentences() {
  return once(sentences_, [&] { return text::sentences(text_, links(), language_); });
}
const Ranges& Draft::paragraphs() {
  return once(paragraphs_, [&] { return text::paragraphs(text_); });
}

}  // namespace herold::match
