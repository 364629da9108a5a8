# Two commands: `make run` shows the lesson, `make test` checks everything. Both need Python >= 3.11 and make only.
PORT ?= 8501
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := install --only-binary :all: --require-hashes
WORKERS ?= 2
PARTS ?= accuracy speed drag sliders class flood hour visit train
DIGITS := $(filter accuracy speed,$(PARTS))
SERVED := $(filter-out $(DIGITS),$(PARTS))

.PHONY: moved run test debian lint types unit mutations pythons browser states service faults bench frameworks plotly image lock audit format clean

run: $(VENV)/run.stamp
	exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

# What is installed comes from two places, so it is fetched from both at once, each with its own lines in one piece.
test:
	$(MAKE) -j 2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) $(VENV)/test.stamp debian
	$(MAKE) lint types unit browser service

# What of the browsers and nginx is Debian's; `browser` and `service` ask again, and say what could not be had.
debian:
	-sh tests/browser/chromium.sh $(BIN) 2>/dev/null
	-sh tests/browser/engines.sh
	-sh tests/service/nginx.sh

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/deno lint --quiet
	$(BIN)/deno fmt --quiet --check
	$(BIN)/hadolint Dockerfile
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec compose.yaml
	$(BIN)/kubernetes-validate --quiet --strict deploy/kubernetes/*.yaml

types: $(VENV)/test.stamp
	$(BIN)/mypy

unit: $(VENV)/test.stamp
	$(BIN)/pytest -q -n $(WORKERS) --dist loadscope --no-loadscope-reorder -m "not browser and not service" --ignore=tests/browser

# Breaks one small thing after the other in a copy, and tells which unit test notices; ONLY="--likely softmax" for some.
mutations: $(VENV)/test.stamp
	$(BIN)/python -m tests.mutations $(ONLY)

browser: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	sh tests/browser/engines.sh
	$(BIN)/pytest -q -n $(WORKERS) --dist worksteal tests/browser

# What needs no browser, with every Python from 3.11 to 3.14 that is present, each in an environment of its own.
pythons:
	sh tests/pythons.sh | while read -r version python; do \
		echo "Python $$version" && $(MAKE) types unit VENV=.venv-$$version PYTHON=$$python </dev/null || exit 1; done

service: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	sh tests/service/nginx.sh
	$(BIN)/pytest -q -n $(WORKERS) --dist loadscope -m "service and not slow" tests/service

# Looks at every page in both languages, both themes, wide and narrow, where `make browser` lets the pages take turns.
states: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	STATES=all $(BIN)/pytest -q -n $(WORKERS) tests/browser/test_states.py

# Kills, restarts, freezes and cuts at length, and prints what each fault has cost.
faults: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	sh tests/service/nginx.sh
	$(BIN)/pytest -q tests/service/test_faults.py tests/service/test_hostile.py

# Measures the lesson beside other libraries and rewrites those places of bench/README.md; PARTS="drag class" for some.
# Frameworks have an environment of their own (torch wants an older mpmath than the tests), and so have the peers' pages.
bench: $(if $(DIGITS),bench/.venv/stamp) $(if $(SERVED),$(VENV)/test.stamp bench/apps/.venv/stamp)
	$(if $(DIGITS),bench/.venv/bin/python -m bench --write $(DIGITS))
	$(if $(SERVED),sh tests/browser/chromium.sh $(BIN))
	$(if $(SERVED),$(BIN)/python -m bench --write $(SERVED))

# Runs every snippet in every framework, forward and backward, and writes down where it loses digits and which slopes
# it takes at kinks (activations/frameworks/measured.toml); the tests ask for it when a snippet changes. ONLY="torch jax"
# measures these alone.
frameworks: bench/.venv/stamp
	bench/.venv/bin/python -m bench.snippets $(ONLY)

# Builds the image, runs it as it is meant to run, opens every page, and measures it beside the lesson outside of it.
# On Debian what is missing is installed; BASE=... is taken for python's own image where that cannot be pulled.
image: $(VENV)/test.stamp
	sh deploy/image/tools.sh
	$(BIN)/python -m bench image

# Fetches Plotly's bundle of what the lesson draws, of the version that the Python package brings whole.
plotly: $(VENV)/test.stamp
	$(BIN)/python -m harness.bundle

# Writes down all that the requirements need, with the hash of every file; UPGRADE=--upgrade takes the newest, and
# UPGRADE="--upgrade-package NAME" the newest of one.
lock: build/tools/stamp
	$(call COMPILE,requirements) requirements.txt
	$(call COMPILE,requirements-dev) requirements-dev.txt --constraints requirements.lock
	$(call COMPILE,requirements-tools) requirements-tools.txt

COMPILE = build/tools/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --default-index https://pypi.org/simple --custom-compile-command "make lock" \
	$(UPGRADE) --output-file $(1).lock

# Asks a public database for known vulnerabilities of everything locked.
audit: build/tools/stamp
	sh deploy/audit.sh build/tools/bin/pip-audit requirements-dev.lock requirements-tools.lock

format: $(VENV)/test.stamp
	$(BIN)/python -m harness.kinds
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/deno fmt --quiet

clean:
	rm -rf $(VENV) .venv-* build .pytest_cache .mypy_cache .ruff_cache .hypothesis ui/chart/*.egg-info

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Activation Lab needs Python 3.11 or newer (with venv and ensurepip)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# An environment knows where it stands: after a move the lesson's own chart is installed anew.
MOVED := $(shell test -e $(VENV)/run.stamp && test "$$(cat $(VENV)/run.stamp)" != "$$(pwd)" && echo moved)
LAID_OUT := ui/server/static.py ui/server/fonts.py $(wildcard ui/server/assets/*.js)

$(VENV)/run.stamp: requirements.lock ui/chart/pyproject.toml $(LAID_OUT) $(MOVED) | $(BIN)/python
	$(PIP) $(LOCKED) -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e ui/chart
	$(BIN)/python -m ui.server
	pwd > $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(PIP) $(LOCKED) -r requirements-dev.lock
	touch $@

build/tools/stamp: requirements-tools.lock | $(BIN)/python
	$(BIN)/python -m venv build/tools
	build/tools/bin/python -m pip --disable-pip-version-check --quiet $(LOCKED) -r requirements-tools.lock
	touch $@

bench/.venv/stamp: requirements.txt bench/requirements.txt | $(BIN)/python
	$(BIN)/python -m venv bench/.venv
	bench/.venv/bin/python -m pip --quiet install -r requirements.txt -r bench/requirements.txt
	touch $@

bench/apps/.venv/stamp: bench/apps/requirements.txt | $(BIN)/python
	$(BIN)/python -m venv bench/apps/.venv
	bench/apps/.venv/bin/python -m pip --quiet install -r bench/apps/requirements.txt
	touch $@
