# The commands a newcomer needs; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
CARGO ?= cargo
OZ = $${CARGO_TARGET_DIR:-target}/release/oz-status

.PHONY: help demo test test-all bench dist clean lint test-core test-packages

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

demo: ## the verdict on a real payload: a spoof that a later success would hide
	@$(CARGO) build --quiet --release --package oz-status-cli
	@echo '$$ oz-status resolve tests/payloads/spoof-declined-in-earlier-group.json --require QUALITY,BIOMETRY'
	@$(OZ) resolve tests/payloads/spoof-declined-in-earlier-group.json --require QUALITY,BIOMETRY --format tree; \
	  status=$$?; echo; echo "exit $$status (13 is REJECT)"; test $$status -eq 13

test: lint test-core test-packages ## everything that must hold; installs what it needs

test-all: test ## what takes longer, too

lint: ## formatting and lints, for every set of features
	scripts/lint.sh

test-core: ## rules, laws, vectors, command, no_std builds, documents
	$(CARGO) test --workspace --exclude oz-status-python --exclude oz-status-wasm --exclude oz-status-c
	$(CARGO) test --package oz-status --features std,json
	scripts/vectors.sh
	scripts/bare-builds.sh
	scripts/documents.sh

test-packages: ## the crates as they would be published
	scripts/packages.sh

bench: ## side by side with what a user would pick instead, answers asserted
	$(CARGO) run --quiet --release --package oz-status-benches

clean: ## removes what was built
	$(CARGO) clean
	rm -rf dist
