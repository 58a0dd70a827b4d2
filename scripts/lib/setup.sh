# Installs what the other scripts need: Debian packages, Node 22, npm packages, RE2's sources.
# Sourced, never run. Every step looks first and does nothing when the thing is there.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=$ROOT/.cache
export HEROLD_CCACHE=${HEROLD_CCACHE:-$CACHE/ccache}
NODE_VERSION=22.23.3

say() { printf '\033[2m▸\033[0m %s\n' "$*"; }
die() { printf 'herold: %s\n' "$*" >&2; exit 2; }

# find_cases: HEROLD_CASES names the labelled cases; unless it is set, the folder of theirs beside the checkout.
find_cases() {
  [ -z "${HEROLD_CASES:-}" ] && [ -d "$ROOT/../shared/cases" ] || return 0
  HEROLD_CASES=$(cd "$ROOT/../shared/cases" && pwd)
  export HEROLD_CASES
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; return; fi
  command -v sudo >/dev/null || die "installing packages needs root or sudo: $*"
  sudo "$@"
}

# apt_packages NAME…: installs those that are missing, in one go.
apt_packages() {
  local missing=() p
  for p in "$@"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing Debian packages: ${missing[*]}"
  as_root apt-get update -qq || die "apt-get update failed; is the network up?"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$CACHE/apt.log" 2>&1 ||
    { tail -5 "$CACHE/apt.log" >&2; die "apt-get could not install: ${missing[*]} (see .cache/apt.log)"; }
}

# packages_of FILE: the names it lists, one a line.
packages_of() { grep -v '^#' "$ROOT/scripts/lib/$1" | tr ' ' '\n' | grep .; }

setup_debian() {
  mkdir -p "$CACHE"
  local packages=()
  mapfile -t packages < <(packages_of packages.txt)
  # npm conflicts with a Node.js from another source, which brings its own.
  command -v npm >/dev/null || packages+=(nodejs npm)
  apt_packages "${packages[@]}"
}

# What benches are measured beside; without the network they go on without it.
setup_bench_peers() {
  local packages=()
  mapfile -t packages < <(packages_of packages-bench.txt)
  (apt_packages "${packages[@]}") || say "going on without ${packages[*]}"
}

setup_node() {
  local dir=$CACHE/node-$NODE_VERSION
  if [ ! -x "$dir/node_modules/node/bin/node" ]; then
    say "installing Node $NODE_VERSION"
    mkdir -p "$dir"
    npm install --prefix "$dir" --no-audit --no-fund --no-save --loglevel error "node@$NODE_VERSION" || die "npm could not install node@$NODE_VERSION"
  fi
  export PATH=$dir/node_modules/node/bin:$PATH
  # This Node brings authorities of its own; a company's stand with the system's.
  export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
  # Emscripten's optimiser looks for Debian's acorn.
  export NODE_PATH=/usr/share/nodejs
  [ "$(node --version)" = "v$NODE_VERSION" ] || die "Node $NODE_VERSION did not install: node --version says $(node --version 2>&1)"
}

setup_npm() {
  local stamp=$ROOT/node_modules/.herold-stamp sum
  sum=$(sha256sum <"$ROOT/package-lock.json" | cut -c1-64)
  [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
  say "installing npm packages"
  (cd "$ROOT" && npm ci --no-audit --no-fund --loglevel error --fetch-retries 5) || die "npm ci failed in $ROOT"
  printf %s "$sum" >"$stamp"
}

# npm_sources FOLDER PACKAGE VERSION SHA256 PART: puts the folder PART of an npm package, of which nothing is run, into
# .cache/FOLDER. SHA256 is that of the package's archive.
npm_sources() {
  local folder=$CACHE/$1 package=$2 version=$3 sum=$4 part=$5
  local name=${part##*/} archive=$package-$version.tgz stamp=$CACHE/$1/.herold-stamp
  [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
  say "fetching sources (npm $package@$version)"
  mkdir -p "$folder"
  (cd "$folder" && npm pack --loglevel error --ignore-scripts "$package@$version" >/dev/null) || die "npm could not fetch $package@$version"
  (cd "$folder" && sha256sum --check --status <<<"$sum  $archive") || die "$package@$version is not the package it was: $folder/$archive differs from its SHA-256 in scripts/lib/setup.sh"
  (cd "$folder" && tar xzf "$archive" && rm -rf "$name" && mv "package/$part" "$name" && rm -rf package) || die "$folder/$archive could not be unpacked"
  printf %s "$sum" >"$stamp"
}

setup_re2() { npm_sources re2 re2 1.19.0 0c808d5787308d423ab28eb197c62a0d4b26e4315cd2f9bb4a56d3bf533a8113 vendor; }
setup_snowball() { npm_sources snowball node-snowball 0.8.0 78eca7f3d1e16fc0655a4bf540de8c1f960c621e73c521606c489e2a01aa4e93 src/libstemmer; }
setup_argon2() { npm_sources argon2 argon2 0.44.0 f1e3f7b6621ca468d33b5be8a844c260d7de502e7205be0b298a01e8473e226e argon2; }

setup_sources() {
  setup_node
  setup_re2
  setup_snowball
  setup_argon2
  setup_npm
}

# What comes from npm comes while Debian's packages are unpacked, where npm is there already.
setup_all() {
  local beside=''
  mkdir -p "$CACHE"
  if command -v npm >/dev/null; then setup_sources & beside=$!; fi
  setup_debian
  [ -z "$beside" ] || wait "$beside" || exit # It has said why.
  setup_sources
}
