#!/usr/bin/env bash
# Tests of scripts/setup.sh in a scratch folder, with small packages of its own and without the network.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tests=0

export XDG_CACHE_HOME=$scratch/cache PIP_NO_INDEX=1 PIP_FIND_LINKS=$scratch/index PIP_CONFIG_FILE=/dev/null
models=$XDG_CACHE_HOME/expediente/models
wheels=$XDG_CACHE_HOME/expediente/wheels
output=$scratch/output

# make_wheel NAME: a package with a pipeline of two files in the scratch index.
make_wheel() {
    python3 - "$1" "$scratch/index" <<'PYTHON'
import sys, zipfile
from pathlib import Path

name, index = sys.argv[1], Path(sys.argv[2])
index.mkdir(exist_ok=True)
with zipfile.ZipFile(index / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
    wheel.writestr(f"{name}/__init__.py", "")
    wheel.writestr(f"{name}/{name}-1.0/config.cfg", f"[nlp]\nlang = {name}\n")
    wheel.writestr(f"{name}/{name}-1.0/ner/model", bytes(200_000))
    wheel.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    wheel.writestr(f"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr(f"{name}-1.0.dist-info/RECORD", "")
PYTHON
}

# A repository's scripts folder with pins for the scratch packages and no system packages.
fresh() {
    rm -rf "$XDG_CACHE_HOME" "$scratch/scripts"
    mkdir -p "$scratch/scripts"
    cp "$here/setup.sh" "$here/fetch-models.py" "$scratch/scripts/"
    printf '# none\n' >"$scratch/scripts/packages.txt"
    for name in first second; do
        printf '%s %s-1.0-py3-none-any.whl %s==1.0 %s-1.0 %s MIT\n' \
            "$(sha256sum <"$scratch/index/$name-1.0-py3-none-any.whl" | cut -d ' ' -f 1)" $name $name $name "${name:0:1}"
    done >"$scratch/scripts/models.sha256"
}

# shellcheck disable=SC2120 # its arguments come through expect
setup() { "$scratch/scripts/setup.sh" "$@" >"$output" 2>&1; }

# expect SENTENCE COMMAND...: the test's name and what must succeed.
expect() {
    local sentence=$1
    shift
    tests=$((tests + 1))
    if "$@"; then return; fi
    printf 'set-up test failed: %s\n  (%s)\nlast output:\n%s\n' "$sentence" "$*" "$(cat "$output")" >&2
    exit 1
}

fails() { ! "$@"; }
says() { grep -qF -- "$1" "$output"; }
is_silent() { [[ ! -s $output ]]; }
nothing_left_aside() { [[ -z $(find "$XDG_CACHE_HOME" -name '.unpacking-*' -o -name '.fetching-*') ]]; }

make_wheel first
make_wheel second

fresh
expect "a first run fetches both pipelines" setup
expect "the pipeline's own folder is unpacked" cmp -s "$models/first-1.0/config.cfg" <(printf '[nlp]\nlang = first\n')
expect "folders inside it too" test "$(wc -c <"$models/second-1.0/ner/model")" = 200000
expect "the fetched files are kept for later" test -f "$wheels/first-1.0-py3-none-any.whl"
expect "nothing is left aside" nothing_left_aside
expect "a second run succeeds with nothing to fetch from" env PIP_FIND_LINKS="$scratch/nowhere" "$scratch/scripts/setup.sh"
setup
expect "a second run is silent" is_silent

fresh
expect "one language can be asked for" setup f
expect "the other one is left out" test ! -e "$models/second-1.0"

fresh
sed -i '1s/^......../00000000/' "$scratch/scripts/models.sha256"
expect "a wrong hash fails" fails setup
expect "it says that the file was refused" says "it was refused"
expect "it says the hash that was expected" says "expected SHA-256 00000000"
expect "nothing is installed from it" test ! -e "$models/first-1.0"
expect "nothing is left aside after a wrong hash" nothing_left_aside

fresh
PIP_FIND_LINKS=$scratch/nowhere expect "without a network it fails" fails setup
expect "it says which package and what to look at" says "could not fetch first==1.0"
expect "it says how to go on without a network" says "put first-1.0-py3-none-any.whl into"
expect "nothing is half installed" test -z "$(ls -A "$models")"

fresh
mkdir -p "$wheels"
cp "$scratch"/index/*.whl "$wheels/"
PIP_FIND_LINKS=$scratch/nowhere expect "files laid there by hand are used" setup
expect "they are unpacked" test -f "$models/second-1.0/config.cfg"

fresh
mkdir -p "$wheels" "$models/.unpacking-old/first-1.0"
cp "$scratch"/index/*.whl "$wheels/"
# A limit on the size of files stands for a full disk.
setup_on_full_disk() (ulimit -f 100 && setup)
expect "a full disk fails" fails setup_on_full_disk
expect "it says what to do" says "Free some space"
expect "no pipeline is half installed" test ! -e "$models/first-1.0"
expect "what a killed run left is cleared" nothing_left_aside
expect "with room it goes on" setup

fresh
mkdir -p "$models/first-1.0"
touch "$models/first-1.0/config.cfg"
expect "a pipeline put there by hand is left alone" setup f
expect "it says so" says "was put there by hand"
expect "its files are unchanged" test ! -s "$models/first-1.0/config.cfg"

fresh
setup
printf 'changed\n' >"$models/first-1.0/.wheel-sha256"
expect "a pipeline of another pin is replaced" setup
expect "the new one is whole" test -f "$models/first-1.0/ner/model"

# A system with just enough on its PATH, whose apt-get and sudo write down what they are asked.
fresh
mkdir -p "$scratch/bin"
printf '# none\n' >"$scratch/scripts/models.sha256"
for tool in bash env dirname cat head; do ln -sf "$(command -v $tool)" "$scratch/bin/$tool"; done
for tool in apt-get sudo; do
    printf '#!/bin/bash\necho "%s $*" >>%q\n' $tool "$scratch/calls" >"$scratch/bin/$tool"
    chmod +x "$scratch/bin/$tool"
done
printf '#!/bin/bash\necho 1000\n' >"$scratch/bin/id"
printf '#!/bin/bash\necho "Swift version 6.3"\n' >"$scratch/bin/swift"
chmod +x "$scratch/bin/id" "$scratch/bin/swift"
printf 'tool-package always command no-such-tool for testing\nthere always command bash for testing\n' \
    >"$scratch/scripts/packages.txt"
on_bare_system() { env PATH="$scratch/bin" "$scratch/scripts/setup.sh" >"$output" 2>&1; }

expect "a user with sudo gets the missing package" on_bare_system
expect "it says what is missing and why" says "tool-package: for testing"
expect "it does not ask for what is there" fails says "there:"
expect "it installs through sudo" grep -q '^sudo env .*apt-get install .* tool-package$' "$scratch/calls"

rm "$scratch/bin/sudo"
expect "a user without sudo is told what root must run" fails on_bare_system
expect "the command is given in full" says "have root run 'apt-get install tool-package'"

rm "$scratch/bin/apt-get"
expect "a system without apt-get is told so" fails on_bare_system
expect "the list is still given" says "there is no apt-get here"

rm "$scratch/bin/swift"
printf '# none\n' >"$scratch/scripts/packages.txt"
expect "a machine without Swift is told so" fails on_bare_system
expect "it says where to get it" says "install a Swift 6.3 toolchain"

printf 'set-up: %d expectations met\n' "$tests"
