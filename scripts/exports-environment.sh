#!/usr/bin/env bash
# Makes the private Python environment that `make exports` checks with: followthemoney and networkx at pinned versions,
# in Expediente's folder of the user's cache. Nothing outside that folder is touched. A second run does nothing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
requirements=$here/exports-requirements.txt
environment=${XDG_CACHE_HOME:-$HOME/.cache}/expediente/exports
stamp=$environment/.requirements

if cmp -s "$requirements" "$stamp"; then exit 0; fi

fail() {
    printf 'exports: %s\n' "$*" >&2
    rm -rf "$environment"
    exit 1
}

printf 'exports: making an environment with followthemoney in %s\n' "$environment" >&2
rm -rf "$environment"
mkdir -p "$(dirname "$environment")"
python3 -m venv "$environment" ||
    fail "python3 could not make an environment: apt-get install python3-venv, then run this again."
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" ||
    fail "pip could not install scripts/exports-requirements.txt. Is the network on?"
# Written last: an environment without it is made anew.
cp "$requirements" "$stamp"
