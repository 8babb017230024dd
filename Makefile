# `make run` and `make test` do all the set-up they need: Python 3.11 or newer and make are enough.
PYTHON ?= python3
# The Python of the Lambdas' runtime (template.yaml): bytecode is of one version only.
LAMBDA_PYTHON ?= python3.13
LAMBDA_PLATFORM := manylinux2014_aarch64
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WHEELS := $(VENV)/wheels
# Amazon's validator of screens, and axe, which checks the page for whoever can't see it well.
SCREENS := tests/alexa/screen/node/node_modules
AXE := tests/browser/node_modules
# What checks the template lives apart: it is large, and has its own wishes about versions.
TOOLS := $(VENV)/tools
TOOLS_READY := $(TOOLS)/.ready

.PHONY: run talk prove test lint types unit check template package format lock bench nlu clean build-SkillFunction build-EndpointFunction

run: $(READY)  ## Set everything up and start the coach as a page in the browser
	@$(BIN)/python -m skill serve --dev

talk: $(READY)  ## Talk with the coach in this terminal
	@$(BIN)/python -m skill talk

prove: $(READY)  ## The long checks: faults, damaged envelopes, random people, every state
	$(BIN)/python -m tests.proof.faults
	$(BIN)/python -m tests.proof.fuzz
	$(BIN)/python -m tests.proof.random_people
	$(BIN)/python -m tests.proof.every_state

test: lint types check template unit  ## Run every check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

check: $(READY)
	$(BIN)/python -m skill check

template: $(TOOLS_READY)  ## Check the AWS template as Amazon's tools do, without a network
	$(TOOLS)/bin/cfn-lint template.yaml
	SAM_CLI_TELEMETRY=0 $(TOOLS)/bin/sam validate --lint --region us-east-1

package: $(READY)  ## The skill package for ask-cli, into build/
	$(BIN)/python -m skill package build

unit: $(WHEELS) $(SCREENS) $(AXE)
	$(BIN)/pytest

bench: $(READY) bench/node/node_modules  ## The coach beside Amazon's hello-worlds, 2 to 3 minutes
	@$(BIN)/python -m bench

nlu: $(READY)  ## How well people are understood, as a table
	$(BIN)/python -m tests.understanding.report

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# `sam build` calls these, with the folder in ARTIFACTS_DIR.
build-SkillFunction:
	$(LAMBDA_PYTHON) deploy/build.py skill "$(ARTIFACTS_DIR)" --platform $(LAMBDA_PLATFORM)

build-EndpointFunction:
	$(LAMBDA_PYTHON) deploy/build.py endpoint "$(ARTIFACTS_DIR)" --platform $(LAMBDA_PLATFORM)

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
# What botocore does not need, and YAML: a Lambda has its content in one file.
LAMBDA_COMPILE := $(COMPILE) --no-annotate --constraints requirements.lock \
	--no-emit-package boto3 --no-emit-package s3transfer --no-emit-package pyyaml

lock: $(READY)  ## Renew the locked versions
	$(BIN)/pip install --quiet uv
	$(COMPILE) --upgrade --extra test --output-file requirements.lock pyproject.toml
	$(LAMBDA_COMPILE) --upgrade --output-file deploy/skill.lock pyproject.toml
	$(LAMBDA_COMPILE) --upgrade --extra endpoint --output-file deploy/endpoint.lock pyproject.toml
	$(COMPILE) --upgrade --no-annotate --output-file deploy/tools.txt deploy/tools.in

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $(READY)

# What a Lambda's package is built from, so that its test needs no network.
$(WHEELS): $(READY) deploy/endpoint.lock
	$(BIN)/pip download --quiet --dest $(WHEELS) --requirement deploy/endpoint.lock
	$(BIN)/pip download --quiet --dest $(WHEELS) hatchling msgspec pyyaml
	@touch $(WHEELS)

# Where there is no npm, those tests are skipped with a line that says so.
$(SCREENS): tests/alexa/screen/node/package-lock.json
	if command -v npm >/dev/null; then npm ci --silent --prefix tests/alexa/screen/node; fi

$(AXE): tests/browser/package.json
	if command -v npm >/dev/null; then npm install --silent --no-package-lock --prefix tests/browser; fi

bench/node/node_modules: bench/node/package-lock.json bench/speed/peers/requirements.txt $(READY)
	npm ci --silent --prefix bench/node
	$(BIN)/pip install --quiet --no-deps --require-hashes --requirement bench/speed/peers/requirements.txt
	@touch $@

$(TOOLS_READY): deploy/tools.txt
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --no-deps --require-hashes --requirement deploy/tools.txt
	@touch $(TOOLS_READY)
