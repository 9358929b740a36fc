# Everything a newcomer needs: `make demo` shows the app, `make test` proves it. Both set up what they miss.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON := .venv/bin/python
DEMO ?= demo
# A file, folder or option for pytest: make test TESTS="tests/unit -k rota"
TESTS ?=
# Two workers are the fastest on two cores; more than that only costs memory. Each takes half of the
# files, so that what a file prepares is made once, and who is done first helps the other.
WORKERS ?= 2
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.PHONY: help demo run test endurance check format-check lint types layers dutch licences validate bench format translations clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s%s\n", $$1, $$2}' Makefile

demo: .venv/app.stamp ## make the sample council and its documents in demo/, and open the app when there is a screen
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m desktop demo $(DEMO)
	@echo "Documents and pictures: $(DEMO)/. The passphrase of the sample council: voorbeeldraad"
ifneq ($(SCREEN),)
	tools/setup.sh window >/dev/null
	$(PYTHON) -m desktop open $(DEMO)/*.samenspraak
endif

run: .venv/app.stamp ## open the app
	tools/setup.sh window >/dev/null
	$(PYTHON) -m desktop

test: .tools/validators.stamp check ## check the code and run every test
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

endurance: .venv/dev.stamp ## kill the app hundreds of times, and let the disk fail (half an hour; ENDURANCE_SEED= repeats)
	ENDURANCE=1 QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -s tests/endurance $(TESTS)

check: format-check lint types layers dutch licences ## format, lint, types, layers, translations and licences (all of them: make -k check)

format-check: .venv/dev.stamp
	.venv/bin/ruff format --check --quiet .

lint: .venv/dev.stamp
	.venv/bin/ruff check .

types: .venv/dev.stamp
	.venv/bin/pyright

layers: .venv/dev.stamp
	.venv/bin/lint-imports

dutch: .venv/dev.stamp
	$(PYTHON) tools/translations.py --check

licences: .venv/dev.stamp
	$(PYTHON) tools/licences.py --check

validate: .tools/validators.stamp ## put every document of demo/ through veraPDF and the Open XML validator
	test -d $(DEMO) || $(MAKE) demo SCREEN=
	$(PYTHON) tools/validators/validate.py $(DEMO)

bench: .venv/dev.stamp ## measure the app beside the bare libraries
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m desktop bench

format: .venv/dev.stamp ## put the code in the house style
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

translations: .venv/dev.stamp ## compile the Dutch and list what is missing
	$(PYTHON) tools/translations.py

clean: ## remove everything that was made, the virtual environment too
	rm -rf .venv .tools demo build dist .hypothesis .pytest_cache .ruff_cache .import_linter_cache
	find desktop tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: what was set up stays set up until its list changes.
.venv/base.stamp: tools/setup.sh
	python=$$(tools/setup.sh $(if $(SCREEN),window)) && "$$python" -m venv .venv
	touch $@

.venv/app.stamp: requirements.txt .venv/base.stamp
	$(PYTHON) -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

.venv/dev.stamp: requirements-dev.txt .venv/base.stamp
	$(PYTHON) -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch .venv/app.stamp $@

.tools/validators.stamp: $(wildcard tools/validators/*) .venv/dev.stamp
	tools/validators/setup.sh
	mkdir -p .tools && touch $@
