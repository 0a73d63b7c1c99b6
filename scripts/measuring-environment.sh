#!/usr/bin/env bash
# Makes the private Python environment that `make parity` and `make bench` measure with: spaCy at a pinned version, in
# Expediente's folder of the user's cache. Nothing outside that folder is touched. A second run does nothing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
requirements=$here/measuring-requirements.txt
environment=${XDG_CACHE_HOME:-$HOME/.cache}/expediente/measuring
stamp=$environment/.requirements

if cmp -s "$requirements" "$stamp"; then exit 0; fi

fail() {
    printf 'measuring: %s\n' "$*" >&2
    rm -rf "$environment"
    exit 1
}

printf 'measuring: making an environment with spaCy in %s (some 500 MB)\n' "$environment" >&2
rm -rf "$environment"
mkdir -p "$(dirname "$environment")"
python3 -m venv "$environment" ||
    fail "python3 could not make an environment: apt-get install python3-venv, then run this again."
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$requirements" ||
    fail "pip could not install scripts/measuring-requirements.txt. Is the network on, and is there room on the disk?"
# Written last: an environment without it is made anew.
cp "$requirements" "$stamp"
