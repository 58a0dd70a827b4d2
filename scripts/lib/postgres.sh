# A private PostgreSQL cluster for tests. Sourced after setup.sh.
#   start_postgres     starts one in a temporary folder, on a Unix socket only, and stops it when the shell ends;
#                      exports HEROLD_TEST_POSTGRES (C++) and HEROLD_POSTGRES (JavaScript): its URL, a role that
#                      may create databases. Does nothing when HEROLD_TEST_POSTGRES names a cluster already.

# PostgreSQL refuses to run as root; its own account is there wherever the package is.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  if [ -n "${HEROLD_TEST_POSTGRES:-}" ]; then export HEROLD_POSTGRES=$HEROLD_TEST_POSTGRES; return; fi
  POSTGRES_BIN=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
  [ -n "$POSTGRES_BIN" ] || die "PostgreSQL is missing; install the package postgresql"
  POSTGRES_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/herold-postgres-XXXXXX")
  chmod 777 "$POSTGRES_FOLDER"
  trap stop_postgres EXIT
  say "starting PostgreSQL in $POSTGRES_FOLDER"
  as_postgres "$POSTGRES_BIN/initdb" -D "$POSTGRES_FOLDER/data" -A trust -U herold -E UTF8 --locale=C --no-sync \
    >"$POSTGRES_FOLDER/initdb.log" || die "initdb failed: $(tail -1 "$POSTGRES_FOLDER/initdb.log")"
  # Nothing of a test outlives a crash of the machine: no need to sync.
  as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_FOLDER/data" -w -s -l "$POSTGRES_FOLDER/data/log" \
    -o "-c listen_addresses= -c unix_socket_directories=$POSTGRES_FOLDER -c fsync=off" start ||
    die "PostgreSQL did not start: $(tail -1 "$POSTGRES_FOLDER/data/log")"
  export HEROLD_TEST_POSTGRES="postgresql:///postgres?user=herold&host=$POSTGRES_FOLDER"
  export HEROLD_POSTGRES=$HEROLD_TEST_POSTGRES
}

stop_postgres() {
  [ -n "${POSTGRES_FOLDER:-}" ] || return 0
  as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_FOLDER/data" -s -m immediate stop || true
  rm -rf "$POSTGRES_FOLDER"
}
