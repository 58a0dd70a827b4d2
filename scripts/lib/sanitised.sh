#!/usr/bin/env bash
# Builds what runs with the sanitizers watching: native-debug and the fuzz targets. Run after setup_all.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
. "$ROOT/scripts/lib/build.sh"
build_preset native-debug
build_preset fuzz fuzz_targets
