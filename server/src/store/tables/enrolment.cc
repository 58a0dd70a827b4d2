#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/connection.h"
#include "store/store.h"
#include "store/tables/list_column.h"
#include "store/tables/order.h"

namespace herold::store {
namespace {

// Behind each group, for ids hold none.
constexpr char kEndOfGroup = '\n';

#define INVITATION_COLUMNS                                                                                  \
  "id, code_hash, channel, role, group_ids, expires_at, uses, used, note, root_version, root_fingerprint, " \
  "created_at, created_by"

Invitation invitation_of(const Row& row) {
  return {.id = row.text(0),
          .code_hash = row.blob(1),
          .channel = row.text(2),
          .role = row.text(3),
          .groups = parted(row.text(4), kEndOfGroup),
          .expires_at = row.integer(5),
          .uses = row.integer(6),
          .used = row.integer(7),
          .note = row.text(8),
          .root_version = row.integer(9),
          .root_fingerprint = row.text(10),
          .created_at = row.integer(11),
          .created_by = row.text(12)};
}

}  // namespace

std::vector<Invitation> Transaction::invitations() {
  std::vector<Invitation> found;
  for (const Row& row : connection_.query("SELECT " INVITATION_COLUMNS " FROM invitations"))
    found.push_back(invitation_of(row));
  sort_by(found, &Invitation::created_at, &Invitation::id);
  std::reverse(found.begin(), found.end());
  return found;
}

std::optional<Invitation> Transaction::invitation_by_code(std::string_view code_hash) {
  const auto rows = connection_.query("SELECT " INVITATION_COLUMNS " FROM invitations WHERE code_hash = ?1",
                                      {Blob{std::string(code_hash)}});
  if (rows.empty()) return std::nullopt;
  return invitation_of(rows.front());
}

void Transaction::add_invitation(const Invitation& invitation) {
  connection_.execute("INSERT INTO invitations (" INVITATION_COLUMNS
                      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                      {invitation.id, Blob{invitation.code_hash}, invitation.channel, invitation.role,
                       joined(invitation.groups, kEndOfGroup), invitation.expires_at, invitation.uses,
                       invitation.used, invitation.note, invitation.root_version, invitation.root_fingerprint,
                       invitation.created_at, invitation.created_by});
}

bool Transaction::remove_invitation(std::string_view id) {
  return connection_.execute("DELETE FROM invitations WHERE id = ?1", {std::string(id)}) > 0;
}

bool Transaction::count_use(std::string_view id) {
  return connection_.execute("UPDATE invitations SET used = used + 1 WHERE id = ?1 AND used < uses",
                             {std::string(id)}) > 0;
}

void Transaction::add_device(const Device& device) {
  connection_.execute("INSERT INTO devices (token_hash, channel, role, joined_day) VALUES (?1, ?2, ?3, ?4)",
                      {Blob{device.token_hash}, device.channel, device.role, device.joined_day});
  for (const std::string& group : device.groups) {
    connection_.execute("INSERT INTO device_groups (token_hash, group_id) VALUES (?1, ?2)",
                        {Blob{device.token_hash}, group});
  }
}

std::optional<Device> Transaction::device(std::string_view token_hash) {
  const Blob hash{std::string(token_hash)};
  const auto rows =
      connection_.query("SELECT channel, role, joined_day FROM devices WHERE token_hash = ?1", {hash});
  if (rows.empty()) return std::nullopt;
  Device device{.token_hash = hash.bytes,
                .channel = rows.front().text(0),
                .role = rows.front().text(1),
                .groups = {},
                .joined_day = rows.front().integer(2)};
  for (const Row& row : connection_.query("SELECT group_id FROM device_groups WHERE token_hash = ?1", {hash}))
    device.groups.push_back(row.text(0));
  std::sort(device.groups.begin(), device.groups.end());
  return device;
}

bool Transaction::remove_device(std::string_view token_hash) {
  return connection_.execute("DELETE FROM devices WHERE token_hash = ?1", {Blob{std::string(token_hash)}}) >
         0;
}

std::map<std::string, std::int64_t> Transaction::people_by_channel() {
  std::map<std::string, std::int64_t> counts;
  for (const Row& row : connection_.query("SELECT channel, COUNT(*) FROM devices GROUP BY channel"))
    counts.emplace(row.text(0), row.integer(1));
  return counts;
}

std::int64_t Transaction::people() {
  return connection_.query("SELECT COUNT(*) FROM devices").front().integer(0);
}

std::vector<std::int64_t> Transaction::joined_days(std::string_view group) {
  std::vector<std::int64_t> days;
  for (const Row& row : connection_.query("SELECT joined_day FROM devices WHERE ?1 = '' OR token_hash IN "
                                          "(SELECT token_hash FROM device_groups "
                                          "WHERE group_id = ?1) ORDER BY joined_day",
                                          {std::string(group)}))
    days.push_back(row.integer(0));
  return days;
}

std::vector<PeopleAlike> Transaction::people_alike() {
  using Part = std::tuple<std::string, std::string, std::set<std::string>>;
  std::map<Part, std::int64_t> parts;
  for (const Row& row :
       connection_.query("SELECT channel, role, COUNT(*) FROM devices GROUP BY channel, role"))
    parts[{row.text(0), row.text(1), {}}] = row.integer(2);
  const auto rows = connection_.query(
      "SELECT m.token_hash, d.channel, d.role, m.group_id FROM device_groups m "
      "JOIN devices d ON d.token_hash = m.token_hash ORDER BY m.token_hash");
  for (std::size_t i = 0; i < rows.size();) {
    const Row& one = rows[i];
    std::set<std::string> groups;
    for (; i < rows.size() && rows[i].blob(0) == one.blob(0); ++i) groups.insert(rows[i].text(3));
    --parts[{one.text(1), one.text(2), {}}];
    ++parts[{one.text(1), one.text(2), std::move(groups)}];
  }
  std::vector<PeopleAlike> people;
  for (const auto& [part, count] : parts)
    if (count > 0) people.push_back({std::get<0>(part), std::get<1>(part), std::get<2>(part), count});
  return people;
}

}  // namespace herold::store
