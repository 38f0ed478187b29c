# Everything a person needs. `make run` and `make test` do all their own set-up.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT

VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: errors alone are shown.
PIP := $(BIN)/pip --quiet --quiet --disable-pip-version-check
EDITOR := static/build/editor.js
VAR := $(or $(PLAYGROUND_VAR),var)
COLLECTED := $(or $(STATIC_ROOT),$(VAR)/static)/staticfiles.json
CHINESE := playground/locale/zh_Hans/LC_MESSAGES/django

# Node has certificates of its own; a machine behind a proxy trusts those of the system as well.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export NODE_EXTRA_CA_CERTS ?= /etc/ssl/certs/ca-certificates.crt
endif

# Listening on loopback only, the program may also send to loopback: a person's own API under development.
ifneq ($(filter 127.0.0.1 localhost ::1,$(HOST)),)
export PLAYGROUND_ALLOW_NETWORKS ?= 127.0.0.0/8,::1/128
endif

.PHONY: help run prepare test lint toolchains bench bench-catalog bench-send bench-snippets bench-history bench-inspector screenshots messages clean

help:
	@echo "make run          start the playground at http://$(HOST):$(PORT)/ (HOST and PORT can be set)"
	@echo "make test         linters, types, import contracts, and the whole suite"
	@echo "make toolchains   install the languages that the suite runs snippets with (Debian, as root)"
	@echo "make bench        measure page, preview, code and send against a bare requests.post"
	@echo "make bench-send   measure the overhead of a send, 500 streams at once, and a page beside 200"
	@echo "make bench-catalog  compare pages of the shipped catalog with those of 1,000 operations; search"
	@echo "make bench-snippets  measure how long code takes to be written, in each language"
	@echo "make bench-history measure the history with 10,000 and 1,000,000 runs, on SQLite and PostgreSQL"
	@echo "make bench-inspector  measure looking into bodies of 5 and 50 MB in Chromium"
	@echo "make screenshots  draw docs/screenshots/ anew"
	@echo "make messages     collect texts for translation"

$(VENV)/installed: pyproject.toml
	@echo "Setting up $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Installing what the tests need …"
	@$(PIP) install --editable '.[dev,postgresql]'
	@touch $@

# The JSON editor is bundled from packages. Without Node the page keeps its plain textarea.
$(EDITOR): $(wildcard frontend/*.js frontend/*.mjs frontend/*.json)
	@if command -v npm >/dev/null; then \
	  echo "Building the editor …"; \
	  (cd frontend && npm ci --silent --no-audit --no-fund --fetch-timeout 60000 && npm run --silent build) && touch $@ \
	    || echo "The editor could not be built: the page will have a plain textarea instead."; \
	else \
	  echo "npm was not found: the page will have a plain textarea instead of the editor."; \
	fi

$(CHINESE).mo: $(CHINESE).po $(VENV)/installed
	@$(BIN)/pybabel --quiet compile --directory playground/locale --domain django --use-fuzzy

$(COLLECTED): $(shell find static templates -type f) $(EDITOR) $(VENV)/installed playground/web/storage.py
	@$(BIN)/python manage.py collectstatic --no-input --verbosity 0
	@touch $@

prepare: $(VENV)/installed $(CHINESE).mo $(COLLECTED)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_catalog --verbosity 0

run: prepare
	@exec $(BIN)/gunicorn --config playground/gunicorn.conf.py playground.wsgi

# Tests

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium …"; \
	    (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk) >/dev/null 2>&1; \
	  fi; \
	}
	@command -v chromium >/dev/null || { echo "Chromium is missing: install it (apt-get install chromium)."; exit 1; }

.PHONY: postgresql
postgresql: $(VENV)/installed-dev
	@$(BIN)/python -m tests.postgres >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing PostgreSQL …"; \
	    (apt-get update && apt-get install --yes --no-install-recommends postgresql) >/dev/null 2>&1; \
	  fi; \
	}
	@$(BIN)/python -m tests.postgres >/dev/null || { $(BIN)/python -m tests.postgres; exit 1; }

lint: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint --lint --quiet templates

test: $(VENV)/installed-dev $(EDITOR) $(CHINESE).mo chromium postgresql lint
	@$(BIN)/pytest --numprocesses 2

toolchains: $(VENV)/installed-dev
	@sh toolchains/install.sh

bench: $(VENV)/installed-dev $(EDITOR) $(CHINESE).mo chromium
	@$(BIN)/python -m bench.page

bench-send: $(VENV)/installed-dev $(CHINESE).mo
	@$(BIN)/python -m bench.send

bench-catalog: $(VENV)/installed-dev $(CHINESE).mo
	@$(BIN)/python -m bench.catalog

bench-snippets: $(VENV)/installed-dev
	@$(BIN)/python -m bench.snippets

bench-history: $(VENV)/installed-dev $(CHINESE).mo postgresql
	@$(BIN)/python -m bench.history

bench-inspector: $(VENV)/installed-dev $(EDITOR) $(CHINESE).mo chromium
	@$(BIN)/python -m bench.inspector

screenshots: $(VENV)/installed-dev $(EDITOR) $(CHINESE).mo chromium
	@$(BIN)/python -m bench.screenshots

messages: $(VENV)/installed-dev
	@$(BIN)/python manage.py makemessages --locale zh_Hans --no-location --ignore .venv --ignore 'frontend/*' --ignore 'var/*' --ignore 'tests/*' --no-obsolete

clean:
	rm -rf $(VENV) var static/build frontend/node_modules
