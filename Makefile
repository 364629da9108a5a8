# Two commands: `make run` shows the lesson, `make test` checks everything. Both need Python >= 3.11 and make only.
PORT ?= 8501
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WORKERS ?= 2
PARTS ?= accuracy speed drag sliders class flood hour visit
DIGITS := $(filter accuracy speed,$(PARTS))
SERVED := $(filter-out $(DIGITS),$(PARTS))

.PHONY: moved run test lint types unit browser service faults bench format clean

run: $(VENV)/run.stamp
	exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: lint types unit browser service

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/hadolint Dockerfile
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec compose.yaml
	$(BIN)/kubernetes-validate --quiet --strict deploy/kubernetes/*.yaml

types: $(VENV)/test.stamp
	$(BIN)/mypy

unit: $(VENV)/test.stamp
	$(BIN)/pytest -q -n $(WORKERS) -m "not browser and not service" --ignore=tests/browser

browser: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	sh tests/browser/engines.sh
	$(BIN)/pytest -q -n $(WORKERS) tests/browser

service: $(VENV)/test.stamp
	sh tests/browser/chromium.sh $(BIN)
	sh tests/service/nginx.sh
	$(BIN)/pytest -q -m "service and not slow" tests/service

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

format: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis ui/chart/*.egg-info

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Activation Lab needs Python 3.11 or newer (with venv and ensurepip)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# An environment knows where it stands: after a move the lesson's own chart is installed anew.
MOVED := $(shell test -e $(VENV)/run.stamp && test "$$(cat $(VENV)/run.stamp)" != "$$(pwd)" && echo moved)
LAID_OUT := ui/server/static.py ui/server/fonts.py $(wildcard ui/server/assets/*.js)

$(VENV)/run.stamp: requirements.txt ui/chart/pyproject.toml $(LAID_OUT) $(MOVED) | $(BIN)/python
	$(PIP) install -r requirements.txt
	$(BIN)/python -m ui.server
	pwd > $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(PIP) install -r requirements-dev.txt
	touch $@

bench/.venv/stamp: requirements.txt bench/requirements.txt | $(BIN)/python
	$(BIN)/python -m venv bench/.venv
	bench/.venv/bin/python -m pip --quiet install -r requirements.txt -r bench/requirements.txt
	touch $@

bench/apps/.venv/stamp: bench/apps/requirements.txt | $(BIN)/python
	$(BIN)/python -m venv bench/apps/.venv
	bench/apps/.venv/bin/python -m pip --quiet install -r bench/apps/requirements.txt
	touch $@
