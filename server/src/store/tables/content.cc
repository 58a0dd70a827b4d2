#include "store/connection.h"
#include "store/store.h"

namespace herold::store {
namespace {

#define CONTENT_STATE_COLUMNS "id, state, source, remark, note, changed_at"

ContentState state_of(const Row& row) {
  return {.id = row.text(0),
          .state = row.text(1),
          .source = row.text(2),
          .remark = row.text(3),
          .note = row.text(4),
          .changed_at = row.integer(5)};
}

}  // namespace

std::vector<ContentState> Transaction::content_states() {
  std::vector<ContentState> found;
  for (const Row& row : connection_.query("SELECT " CONTENT_STATE_COLUMNS " FROM content_states")) {
    found.push_back(state_of(row));
  }
  return found;
}

std::optional<ContentState> Transaction::content_state(std::string_view id) {
  const auto rows = connection_.query("SELECT " CONTENT_STATE_COLUMNS " FROM content_states WHERE id = ?1",
                                      {std::string(id)});
  if (rows.empty()) return std::nullopt;
  return state_of(rows.front());
}

std::int64_t Transaction::count_content_states(std::string_view source, std::string_view state) {
  return connection_
      .query("SELECT COUNT(*) FROM content_states WHERE source = ?1 AND state = ?2",
             {std::string(source), std::string(state)})
      .front()
      .integer(0);
}

void Transaction::put_content_state(const ContentState& state) {
  connection_.execute("INSERT INTO content_states (" CONTENT_STATE_COLUMNS
                      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET "
                      "state = excluded.state, source = excluded.source, remark = excluded.remark, "
                      "note = excluded.note, changed_at = excluded.changed_at",
                      {state.id, state.state, state.source, state.remark, state.note, state.changed_at});
}

void Transaction::remove_content_state(std::string_view id) {
  connection_.execute("DELETE FROM content_states WHERE id = ?1", {std::string(id)});
}

void Transaction::add_proposal(const StoredProposal& proposal) {
  connection_.execute("INSERT INTO proposals (id, item, day) VALUES (?1, ?2, ?3)",
                      {proposal.id, proposal.item, proposal.day});
}

std::optional<StoredProposal> Transaction::proposal(std::string_view id) {
  const auto rows = connection_.query("SELECT id, item, day FROM proposals WHERE id = ?1", {std::string(id)});
  if (rows.empty()) return std::nullopt;
  return StoredProposal{
      .id = rows.front().text(0), .item = rows.front().text(1), .day = rows.front().integer(2)};
}

void Transaction::forget_proposals_before(std::int64_t day) {
  connection_.execute("DELETE FROM proposals WHERE day < ?1", {day});
}

}  // namespace herold::store
