#!/usr/bin/env bash
# Makes the private Python environment that `make browser` drives the desk with, in Expediente's folder of the user's
# cache. Chromium and its driver are the system's. A second run does nothing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
requirements=$here/browser-requirements.txt
environment=${XDG_CACHE_HOME:-$HOME/.cache}/expediente/browser
stamp=$environment/.requirements

fail() {
    printf 'browser: %s\n' "$*" >&2
    exit 1
}

for command in chromium chromedriver; do
    command -v "$command" >/dev/null || fail "there is no $command: apt-get install chromium chromium-driver"
done
if cmp -s "$requirements" "$stamp"; then exit 0; fi
rm -rf "$environment"
mkdir -p "$(dirname "$environment")"
python3 -m venv "$environment" || fail "python3 could not make an environment: apt-get install python3-venv"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" ||
    fail "pip could not install scripts/browser-requirements.txt. Is the network on, and is there room on the disk?"
# Written last: an environment without it is made anew.
cp "$requirements" "$stamp"
