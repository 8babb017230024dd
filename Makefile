# `make run` and `make test` do all the set-up they need: Python 3.11 or newer and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run talk test lint types unit check format lock bench nlu clean

run: talk  ## Set everything up and talk with the coach in this terminal

talk: $(READY)
	@$(BIN)/python -m skill talk

test: lint types check unit  ## Run every check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

check: $(READY)
	$(BIN)/python -m skill check

unit: $(READY)
	$(BIN)/pytest

nlu: $(READY)  ## How well people are understood, as a table
	$(BIN)/python -m tests.understanding.report

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY)  ## Renew the locked versions
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--no-header --extra test --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $(READY)
