# The commands a newcomer needs; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
CARGO ?= cargo
OZ = $${CARGO_TARGET_DIR:-target}/release/oz-status

PREFIX ?= /usr/local

.PHONY: help demo test test-all lint test-core test-packages test-c test-python test-npm conformance \
	fuzz miri prove mutants coverage supply advisories reproducible semver wheel npm dist install-c playground bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

demo: ## the verdict on a payload as the API sends it: a spoof that a later success would hide
	@$(CARGO) build --quiet --release --package oz-status-cli
	@echo '$$ oz-status resolve tests/payloads/spoof-declined-in-earlier-group.json --require QUALITY,BIOMETRY'
	@$(OZ) resolve tests/payloads/spoof-declined-in-earlier-group.json --require QUALITY,BIOMETRY --format tree; \
	  status=$$?; echo; echo "exit $$status (13 is REJECT)"; test $$status -eq 13

test: lint test-core test-packages test-c test-python test-npm ## everything that must hold; installs what it needs
	ORACLE=0 N=2000 scripts/conformance.sh
	RUNS=20000 scripts/fuzz.sh

test-all: test prove coverage miri mutants ## what takes longer, too
	$(MAKE) -C bindings-c test-all
	N=200000 scripts/conformance.sh
	RUNS=10000000 scripts/fuzz.sh
	$(MAKE) supply semver reproducible

lint: ## formatting and lints, for every set of features
	scripts/lint.sh

test-core: ## rules, laws, vectors, command, no_std builds, documents
	$(CARGO) test --workspace --exclude oz-status-python --exclude oz-status-wasm --exclude oz-status-c
	$(CARGO) test --package oz-status --features std,json
	$(CARGO) test --package oz-status
	scripts/vectors.sh
	scripts/bare-builds.sh
	scripts/documents.sh

test-packages: ## the crates as they would be published
	scripts/packages.sh

test-c: ## the C library and the C++ layer, under sanitizers, valgrind and Miri
	$(MAKE) -C bindings-c test

test-python: ## the wheel and the sdist, in fresh virtual environments
	$(MAKE) -C bindings-python test

test-npm: ## the packed npm package in its consumers, the playground in Chromium
	$(MAKE) -C bindings-wasm test

conformance: ## random payloads (N=20000 SEED=1) to every consumer, compared to the byte
	scripts/conformance.sh

fuzz: ## fuzzing (RUNS=10000000 a target)
	RUNS=$${RUNS:-10000000} scripts/fuzz.sh

miri: ## core's tests under Miri, on two machines of different endianness
	scripts/miri.sh

prove: ## the laws as theorems, and the extracted oracle beside the vectors
	$(MAKE) -C proofs prove

mutants: ## mutation testing: whatever a mutant changes, a test must notice
	scripts/mutants.sh

coverage: ## lines and regions of core that tests reach; the others are listed with reasons
	scripts/coverage.sh

supply: ## lock files, licences, sources, duplicates; bills of materials into dist/sbom
	scripts/supply.sh

advisories: ## known advisories on dependencies; fetches their database
	scripts/advisories.sh

reproducible: ## every package built twice, in two folders, compared to the byte
	scripts/reproducible.sh

semver: ## the public interface against the last release; the lower bounds of dependencies
	scripts/semver.sh
	scripts/minimal-versions.sh

wheel: ## the Python wheel and sdist, into dist/
	$(MAKE) -C bindings-python wheel

npm: ## the npm tarball, into dist/
	$(MAKE) -C bindings-wasm npm

dist: wheel npm ## all packages, into dist/
	scripts/packages.sh

install-c: ## header and libraries below PREFIX, with cargo alone
	$(MAKE) -C bindings-c install PREFIX="$(abspath $(PREFIX))"

playground: ## the playground on localhost
	$(MAKE) -C bindings-wasm playground

bench: ## side by side with what you would pick instead, answers asserted
	$(CARGO) run --quiet --release --package oz-status-benches
	$(MAKE) -C bindings-c bench
	$(MAKE) -C bindings-python bench
	$(MAKE) -C bindings-wasm bench

clean: ## removes what was built
	$(CARGO) clean
	rm -rf dist
