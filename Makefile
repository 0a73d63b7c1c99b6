# The verbs of this repository; `make` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Languages whose models set-up fetches ("en", "es"); empty means all.
LANGUAGES ?=
# The folder with the larger checks' data; where it is absent they say so and do what they can.
SHARED ?= ../shared

BINARY := .build/release/expediente
CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/expediente

.PHONY: help setup build run test lint check gold parity pages names screening bench soak scale browser clean resolution exports

help: ## Lists the verbs
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## Installs what is missing on this machine and fetches the language models
	@scripts/setup.sh $(LANGUAGES)

build: setup ## Builds .build/release/expediente with optimisation
	swift build -c release --product expediente

run: build ## Reads the sample reports, files them as a case and shows it
	$(BINARY) read samples/handover.txt
	@mkdir -p out
	$(BINARY) add --case out/samples.case samples/*.txt
	$(BINARY) people --case out/samples.case
	$(BINARY) events --case out/samples.case
	$(BINARY) conflicts --case out/samples.case

# Nothing here needs testable imports; without the flag the tests would build every module a second time.
test: setup ## Runs every test (no network once set up)
	swift build -c release --build-tests
	scripts/test-setup.sh
	scripts/test-readme.py
	scripts/soak.py --binary $(BINARY) --rounds 60 --seed 1
	FUZZ_SECONDS=$${FUZZ_SECONDS:-8} timeout -k 10 1500 swift test -c release --disable-testable-imports

lint: ## Checks style, scripts, file lengths and the links between documents
	scripts/lint.sh

check: lint test ## Lint and tests: what CI runs

gold: build ## Holds the reading against the gold readings and their floors
	scripts/gold.sh $(BINARY) $(SHARED)/gold

parity: build ## Holds the language runtime against spaCy, token by token
	scripts/parity.sh $(BINARY) $(SHARED)/data/docs

pages: build ## Holds what is taken out of web pages against articles written out, beside trafilatura
	scripts/measuring-environment.sh
	$(MEASURING) scripts/pages.py --binary $(BINARY) --pages $(SHARED)/data/html

names: build ## Holds the comparison of names against labelled pairs
	scripts/names.py --binary $(BINARY) --pairs $(SHARED)/data/names/pairs.csv

screening: build ## Holds screening against made queries on an official list
	scripts/screening.py --binary $(BINARY) --data $(SHARED)/data

resolution: build ## Files the gold readings as one case and holds who is who against the key
	scripts/resolution.sh $(BINARY) $(SHARED)/gold

exports: build ## Has followthemoney and networkx read what a case exports
	scripts/exports-environment.sh
	$(CACHE)/exports/bin/python scripts/exports.py --binary $(BINARY) samples

browser: build ## Drives the desk in a real browser, and looks for faults of access; screenshots into out/browser
	scripts/browser-environment.sh
	$(CACHE)/browser/bin/python scripts/browser.py --binary $(BINARY) --samples samples/*.txt --out out/browser

bench: build ## Measures speed and memory beside spaCy, on one core
	scripts/measuring-environment.sh
	$(CACHE)/measuring/bin/python scripts/bench.py --binary $(BINARY) --documents $(SHARED)/data/docs
	$(CACHE)/measuring/bin/python scripts/bench.py --language es --binary $(BINARY) --documents $(SHARED)/data/docs
	mkdir -p out
	scripts/bench-names.py --binary $(BINARY) --data $(SHARED)/data --curves out/others.json
	scripts/screening.py --binary $(BINARY) --data $(SHARED)/data --curve docs/screening.svg --others out/others.json

soak: build ## Reads thousands of damaged reports and looks for crashes
	scripts/soak.py --binary $(BINARY) --rounds 20000
	FUZZ_SECONDS=600 swift test -c release --disable-testable-imports --filter FuzzTests
	EXPEDIENTE_KILLS=200 EXPEDIENTE_ALL_FAULTS=1 swift test -c release --disable-testable-imports \
		--filter 'CaseHardshipTests|FaultyDiskTests'

scale: build ## Files 10,000 made-up documents in a case and measures rate, size, memory and views
	scripts/casework.py --binary $(BINARY) --documents $(SHARED)/data/docs

clean: ## Removes what was built here (not the cache)
	rm -rf .build out
