# Each target sets up what it needs by itself; with Python, make and git in place, `make build` is enough.

PYTHON ?= python3
VENV := .venv
IN_VENV := $(VENV)/bin/python
INSTALL := $(IN_VENV) -m pip install --disable-pip-version-check --quiet
RUNTIME := $(VENV)/runtime.stamp
DEVELOPMENT := $(VENV)/development.stamp
TIMELINEJS := tests/browser/node_modules/.package-lock.json
BRIEFING := $(IN_VENV) -m builder
BENCHMARKS := $(filter-out benchmarks/gather_%,$(wildcard benchmarks/*.py)) # what gathers data measures nothing

.DELETE_ON_ERROR:
.PHONY: help build serve check test bench clean lock browser

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

build: $(RUNTIME) ## publish this repository's own briefing to site/
	$(BRIEFING) build

serve: $(RUNTIME) ## preview it in the browser, rebuilt at every change
	$(BRIEFING) serve

check: $(RUNTIME) ## look for problems in it and write nothing
	$(BRIEFING) check

test: $(DEVELOPMENT) $(TIMELINEJS) browser ## run every check: format, lint, types, tests
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(IN_VENV) -m pytest -n 2

bench: $(DEVELOPMENT) ## run every program in benchmarks/
	@set -e; for program in $(BENCHMARKS); do echo "$$program"; $(IN_VENV) "$$program"; done

clean: ## remove what was built; the installed packages stay
	rm -rf site .briefing dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## pin the newest packages that pyproject.toml and tests/browser/package.json allow (needs uv and npm)
	uv pip compile --quiet --universal --upgrade --generate-hashes --no-header \
		--output-file requirements.lock pyproject.toml
	uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	npm update --prefix tests/browser --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit

$(IN_VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is needed (on Debian and Ubuntu: the package python3-venv)" >&2; exit 1; }

$(RUNTIME): requirements.lock | $(IN_VENV)
	$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

$(DEVELOPMENT): requirements-dev.lock pyproject.toml $(RUNTIME)
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TIMELINEJS): tests/browser/package-lock.json # the reader of data/timelinejs.json
	@command -v npm >/dev/null || $(call installed,npm,The browser tests need Node.js and its npm; install them)
	npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund
	@touch $@

browser:
	@for name in "$${CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do \
		command -v "$$name" >/dev/null && exit 0; \
	done; \
	$(call installed,chromium,The browser tests need Chromium or Chrome; install one or name it: make test CHROMIUM=…)

# A package of the system, where this may be installed; else what to do about it.
define installed
{ if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	apt-get update -qq && apt-get install -y -qq --no-install-recommends $(1); \
else \
	echo "$(2)" >&2; exit 1; \
fi; }
endef
