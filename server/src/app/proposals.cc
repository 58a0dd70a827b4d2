#include "app/proposals.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/content.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/records.h"
#include "app/slug.h"
#include "app/source.h"
#include "app/validation.h"
#include "herold/utf8.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::app {
namespace {

using store::DocumentKind;

constexpr std::size_t kLongestRemark = 16'000;  // bytes; several notes
constexpr std::size_t kLongestStem = 60;        // of an id made from a title

bool is_blank(char32_t c) { return c <= 0x20 || (c >= 0x7F && c < 0xA0) || text::is_white_space(c); }

// What shows nothing and turns or hides what stands around it. Joiners and direction marks stay: words need
// them.
bool is_stray(char32_t c) {
  constexpr std::array<char32_t, 3> kZeroWidth = {0x200B, 0x2060, 0xFEFF};
  const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return turns || std::find(kZeroWidth.begin(), kZeroWidth.end(), c) != kZeroWidth.end();
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint next = text::decode(text, at);
    at += next.size;
    if (is_stray(next.value)) continue;
    if (!is_blank(next.value)) {
      text::append_utf8(line, next.value);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

bool is_utf8(const Proposal& proposal) {
  const ProposedImage image = proposal.image.value_or(ProposedImage{});
  std::vector<std::string_view> texts = {proposal.url,  proposal.title, proposal.summary, proposal.language,
                                         proposal.note, proposal.owner, image.url,        image.alt};
  texts.insert(texts.end(), proposal.topics.begin(), proposal.topics.end());
  return std::none_of(texts.begin(), texts.end(),
                      [](std::string_view text) { return first_invalid_utf8(text).has_value(); });
}

Json item_of(const Proposal& proposal, const std::string& id, const std::string& default_language) {
  Json item = {{"id", id},
               {"url", proposal.url},
               {"title", one_line(proposal.title)},
               {"language", proposal.language.empty() ? default_language : proposal.language}};
  if (const std::string summary = one_line(proposal.summary); !summary.empty()) item["summary"] = summary;
  if (proposal.image) item["image"] = {{"url", proposal.image->url}, {"alt", one_line(proposal.image->alt)}};
  if (!proposal.topics.empty()) item["topics"] = proposal.topics;
  if (!proposal.owner.empty()) item["owner"] = proposal.owner;
  return item;
}

// As `random_secret(16)` makes them; nothing else is asked of the database.
bool is_proposal_id(std::string_view text) { return text.size() == 22 && from_base64url(text).has_value(); }

// A draft is an editor's affair: who proposed is told that it is being looked at.
Outcome outcome_of(const std::string& id, const store::ContentState& state) {
  switch (editorial(state)) {
    case Editorial::approved:
      return {id, "approved", ""};
    case Editorial::archived:
      return {id, "declined", state.note};
    case Editorial::draft:
    case Editorial::proposed:
      break;
  }
  return {id, "proposed", ""};
}

}  // namespace

Proposing::Proposing(store::Transaction& tx, const Clock& clock,
                     const std::shared_ptr<const IndexedContent>& library)
    : tx_(tx), clock_(clock) {
  if (library->changes == tx.count_changes(DocumentKind::content))
    known_ = {library, &library->addresses};
  else
    known_ = std::make_shared<const Addresses>(tx);
}

Result<Proposed> Proposing::propose(const Proposal& proposal) {
  if (!is_utf8(proposal)) return Error{ErrorCode::refused, "the proposal is not UTF-8"};
  if (characters(proposal.note) > InputLimits::note) {
    return Error{ErrorCode::refused, "the note must have " + at_most(InputLimits::note, "characters"),
                 "/note"};
  }
  for (const Addresses* addresses : {known_.get(), &std::as_const(added_)}) {
    const auto there = addresses->at(proposal.url);
    if (!there.empty()) return again(there.front(), one_line(proposal.note));
  }
  const std::string language = text_of(stored(head_document(tx_).body), "defaultLanguage");
  const std::string id = new_id(one_line(proposal.title));
  const Json item = item_of(proposal, id, language);
  if (auto problems = draft_problems(item); !problems.empty()) {
    return refused("the page cannot be proposed", std::move(problems));
  }
  const auto saved =
      save(tx_, clock_, {DocumentKind::content, id, "content item " + id}, item.dump(), Expected{0});
  if (!saved) return saved.error();
  const Editorial state = proposal.source == "link" ? Editorial::draft : Editorial::proposed;
  tx_.put_content_state({.id = id,
                         .state = name(state),
                         .source = proposal.source,
                         .remark = one_line(proposal.note),
                         .note = {},
                         .changed_at = clock_.now()});
  added_.add(proposal.url, {id, text_of(item, "title")});
  return Proposed{.id = id, .title = text_of(item, "title"), .state = state, .known = false};
}

// What a second person has to say about a page that still waits is not lost.
Proposed Proposing::again(const ItemName& item, const std::string& note) {
  store::ContentState state = editorial_state(tx_, item.id);
  const bool waits = editorial(state) == Editorial::proposed || editorial(state) == Editorial::draft;
  if (waits && !note.empty() && state.remark.size() + note.size() < kLongestRemark) {
    state.remark += (state.remark.empty() ? "" : "\n") + note;
    tx_.put_content_state(state);
  }
  return {.id = item.id, .title = item.title, .state = editorial(state), .known = true};
}

std::string Proposing::new_id(const std::string& title) {
  const std::string stem = slug_of(title, kLongestStem);
  // Tombstones too: an id that came back would carry the counts of another page.
  if (!stem.empty() && !tx_.document(DocumentKind::content, stem)) return stem;
  return (stem.empty() ? "page" : stem) + "-" + hex(random_bytes(4));
}

Result<Outcome> Proposals::propose(const Proposal& proposal) {
  const auto library = current_library(store_, index_);
  if (!library) return library.error();
  return store_.write([&](store::Transaction& tx) -> Result<Outcome> {
    const auto proposed = Proposing(tx, clock_, *library).propose(proposal);
    if (!proposed) return proposed.error();
    const store::StoredProposal row{
        .id = random_secret(16), .item = proposed->id, .day = clock_.now() / kDay};
    tx.add_proposal(row);
    return outcome_of(row.id, editorial_state(tx, row.item));
  });
}

Result<Outcome> Proposals::outcome(std::string_view id) {
  const Error none{ErrorCode::not_found, "there is no such proposal, or it is too old"};
  if (!is_proposal_id(id)) return none;
  return store_.read([&](store::Transaction& tx) -> Result<Outcome> {
    const auto proposal = tx.proposal(id);
    if (!proposal) return none;
    const auto item = tx.document(DocumentKind::content, proposal->item);
    if (!item || item->removed) return Outcome{proposal->id, "declined", ""};
    return outcome_of(proposal->id, editorial_state(tx, proposal->item));
  });
}

Result<void> Proposals::forget() {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    tx.forget_proposals_before((clock_.now() - kept) / kDay);
    return {};
  });
}

}  // namespace herold::app
