# Thin on purpose: set-up lives in .ci/set_up.py, every tool's settings in pyproject.toml.
# The first python3 that is found sets the rest up; PYTHON=python3.12 chooses another.
PYTHON ?= python3
# What `make bench` is asked for beside everything: BENCH=--quick, BENCH="--readme", BENCH="window growth".
BENCH ?=
BIN := .venv/bin

.PHONY: run test check accept bench clean

run: .venv/ready
	@$(BIN)/python .ci/open_window.py

test: check
	$(BIN)/python -m pytest -n logical

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accept: .venv/ready
	$(BIN)/python -m pytest -m accept -s

bench: .venv/ready
	$(BIN)/python -m tests.benchmarks $(BENCH)

.venv/ready: pyproject.toml constraints.txt .ci/set_up.py
	@command -v $(PYTHON) >/dev/null || { echo "Neural Explorer needs Python 3.11 to 3.13: install it, or name one with 'make PYTHON=...'"; exit 1; }
	@$(PYTHON) .ci/set_up.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
