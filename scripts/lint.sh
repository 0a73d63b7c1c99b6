#!/usr/bin/env bash
# Style and tidiness of what is in the repository: prints every finding, exits 1 if there is one.
set -euo pipefail

cd "$(dirname "$0")/.."
findings=0

report() {
    printf 'lint: %s\n' "$*" >&2
    findings=$((findings + 1))
}

# Names of the repository's files that match the patterns, new ones included, deleted ones left out.
files() {
    git ls-files -z --cached --others --exclude-standard -- "$@" | while IFS= read -r -d '' file; do
        if [[ -f $file ]]; then printf '%s\n' "$file"; fi
    done
}

# check_text MESSAGE PATTERN FILES...: reports every line of the files that matches the pattern.
check_text() {
    local message=$1 pattern=$2 line
    shift 2
    [[ $# -gt 0 ]] || return 0
    while IFS= read -r line; do report "$message: $line"; done < <(grep -nHE -- "$pattern" "$@" || true)
}

mapfile -t swift_files < <(files '*.swift')
mapfile -t shell_files < <(files '*.sh' .ci/run)
mapfile -t python_files < <(files '*.py')
mapfile -t source_files < <(files '*.swift' '*.c' '*.h' '*.sh' '*.py' Makefile .ci/run)
mapfile -t text_files < <(files '*.swift' '*.c' '*.h' '*.sh' '*.py' '*.md' '*.yaml' '*.tsv' '*.txt' Makefile NOTICE .ci/run)
mapfile -t library_files < <(files 'Sources/*.swift')

swift format lint --strict --parallel "${swift_files[@]}" || report "swift format: see above"

for file in "${shell_files[@]}"; do
    bash -n "$file" || report "$file: bash cannot parse it"
done
for file in "${python_files[@]}"; do
    python3 -c 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1])' "$file" ||
        report "$file: python cannot parse it"
done

for file in "${source_files[@]}"; do
    lines=$(wc -l <"$file")
    if ((lines > 400)); then report "$file: $lines lines; split what is over 400 by what it does"; fi
done

# The system packages that the manifest names are those that set-up installs.
while IFS= read -r package; do
    grep -q "^$package " scripts/packages.txt ||
        report "Package.swift needs $package, which scripts/packages.txt lacks: a fresh machine could not build"
done < <(grep -oE '\.apt\(\[[^]]*\]\)' Package.swift | grep -oE '"[^"]+"' | tr -d '"' || true)

check_text "a path that exists on one machine only" '(^|[^A-Za-z0-9_.~-])/(home|root|Users|work|opt)/[A-Za-z]' "${text_files[@]}"
check_text "unfinished work" '(TODO|FIXME):?( |$)' "${source_files[@]}"
check_text "must not stand outside tests" 'fatalError\(|try!|@testable|catch \{ *\}' "${library_files[@]}"

python3 scripts/check-links.py || report "links between documents: see above"

if ((findings > 0)); then
    printf 'lint: %d findings\n' "$findings" >&2
    exit 1
fi
printf 'lint: %d files, no findings\n' "${#text_files[@]}"
