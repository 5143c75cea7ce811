# The few commands of this repository. Each sets up what it needs; a second run is quick.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
BENCH  := $(VENV)/.bench-installed
HOOKS  := $(VENV)/.integrations-installed

.DEFAULT_GOAL := help
.PHONY: help setup lint test integrations check format types contracts docs bench wheel clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) ## Create the virtual environment and install planspec into it

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

lint: $(STAMP) ## Lint the real plans in specs/; a finding that their baselines do not hold fails
	$(BIN)/planspec lint specs

test: $(STAMP) ## Run the whole test suite
	$(BIN)/python -m pytest -n auto

$(HOOKS): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,integrations]'
	@touch $@

integrations: $(HOOKS) ## Run the pre-commit hooks against a real repository (builds an environment)
	PLANSPEC_SLOW_TESTS=1 $(BIN)/python -m pytest tests/integrations

check: format types contracts ## Style, types and import contracts

format: $(STAMP) ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## Check types
	$(BIN)/mypy

contracts: $(STAMP) ## Check that imports point one way
	$(BIN)/lint-imports

docs: $(STAMP) ## Write the pages of docs/ that planspec itself can write
	$(BIN)/planspec rules --write docs/rules
	$(BIN)/python docs/generate.py

$(BENCH): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@

bench: $(BENCH) ## Print the ratios of benchmarks/README.md in one run
	$(BIN)/python benchmarks/run.py

wheel: $(STAMP) ## Build dist/*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what the commands above made
	rm -rf $(VENV) dist build .planspec_cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
