# `make run` and `make test` are all that a fresh machine with python3 needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test check lint types contracts package debian screenshots bench clean

run: $(STAMP)
	@$(BIN)/pullquote

# pip is upgraded first: the one that a fresh venv brings can be too old to read the dependencies' extras
$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

test: $(STAMP) debian
	$(BIN)/python -m pytest -n auto

check: $(STAMP) lint types contracts test package

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

# what the terminal tests need; without root they are skipped, and say so
debian:
	@.ci/debian-packages

package: $(STAMP)
	$(BIN)/python tests/packaging/install_built.py

screenshots: $(STAMP)
	$(BIN)/python tests/snapshots/make_screenshots.py screenshots

bench: $(STAMP)
	$(BIN)/python tests/benchmarks/reading.py

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
