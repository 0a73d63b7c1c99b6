#!/usr/bin/env bash
# Holds the reading against the gold readings: prints the figures of each set, checks them against floors/SET.txt, and
# writes pages that show gold and reading side by side into out/. Exits 1 where a figure is under its floor.
#
# usage: scripts/gold.sh BINARY GOLD_FOLDER
set -euo pipefail

cd "$(dirname "$0")/.."
binary=$1
gold=$2
# Reports whose misses nobody looks at, so that they can say whether the reading holds on what it was not worked on.
held_back=o08,o10,o12,n13,n14,s08,s10,s12,e13,e14
status=0

if [[ ! -d $gold ]]; then
    printf 'gold: %s IS ABSENT, so nothing was measured. Give its place: make gold SHARED=FOLDER.\n' "$gold" >&2
    exit 0
fi

mkdir -p out
# A set's name is its folder and its language.
for floors in floors/*.txt; do
    name=$(basename "$floors" .txt)
    printf '\n%s: reports in %s of %s\n' "$name" "${name#*-}" "$gold/${name%-*}"
    "$binary" evaluate "$gold/${name%-*}" --language "${name#*-}" --floors "$floors" \
        --held-back "$held_back" --suspects --page "out/gold-$name.html" || status=$?
done
printf '\npages: out/gold-*.html\n'
exit "$status"
