# Every command of the project. `make site` and `make test` do their own set-up in .venv; nothing else is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVAL ?=

# The sitemap and the feed bear the date of the last commit, so that the same commit gives the same bytes.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
endif
export SOURCE_DATE_EPOCH
# Material prints a banner about MkDocs 2 at every build; the version is pinned below 2 in requirements.in.
export NO_MKDOCS_2_WARNING := 1

SITE_READY := $(VENV)/requirements.txt
TEST_READY := $(VENV)/requirements-dev.txt
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help site serve test lint format lock audit impact clean fuzz screens lighthouse bench bench-docs bench-quotes bench-dates bench-html

help:
	@echo "make site           build the pages from seeds/ and the site into site/"
	@echo "make serve          show the site and rebuild it at every change"
	@echo "make test           set up and run everything: linters, types, unit, laws, golden, site, browser"
	@echo "make lint           ruff and mypy only"
	@echo "make format         let ruff lay out the code"
	@echo "make screens        pictures of every kind of page, light and dark, into build/screens/"
	@echo "make lighthouse     Lighthouse's scores of four pages, each at least 95; needs Node, and a quiet machine"
	@echo "make fuzz           any text through the whole pipeline, for minutes: MINUTES=5"
	@echo "make bench          every figure of speed, memory and transfer, with what it must be: hours; SMALL=1 minutes,"
	@echo "                    ONLY=growth,memory some (python -m tests.bench --help)"
	@echo "make bench-docs EVAL=DIR, make bench-quotes EVAL=DIR, make bench-dates EVAL=DIR, make bench-html EVAL=DIR"
	@echo "                    score the cleaner, the quotations, the dates on a folder of marked documents"
	@echo "make lock           renew requirements*.txt from requirements*.in"
	@echo "make impact         what the seeds change against the last commit, as Markdown; BASE=... for another"
	@echo "make audit          look the locked packages up among those with known holes"
	@echo "make clean          remove what the commands made, .venv included; seeds and hand-written pages stay"

site: $(SITE_READY)
	$(BIN)/python build_pages.py --site
	@echo
	@echo "The site is in site/. To look at it:"
	@echo "    make serve                            (rebuilds when a seed or a page changes)"
	@echo "    $(PYTHON) -m http.server -d site 8000     (then open http://localhost:8000/)"

serve: $(SITE_READY)
	$(BIN)/python build_pages.py --serve

test: $(TEST_READY)
	$(BIN)/python -m tests.chromium
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest

lint: $(TEST_READY)
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy

format: $(TEST_READY)
	$(BIN)/python -m ruff format

screens lighthouse: %: $(TEST_READY)
	$(BIN)/python -m tests.chromium
	$(BIN)/python build_pages.py --site
	$(BIN)/python -m tests.tools.$*

# What it finds is printed with its text; it becomes a case of tests/test_fuzz.py.
MINUTES ?= 5

fuzz: $(TEST_READY)
	$(BIN)/python -m tests.fuzz $(MINUTES)

# All sizes, up to 10,000 seeds, take hours and 30 GB of disk.
SMALL ?=
ONLY ?=

bench: $(TEST_READY)
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.bench $(if $(SMALL),--small) $(if $(ONLY),--only $(ONLY))

bench-docs bench-quotes bench-dates bench-html: bench-%: $(TEST_READY)
	@test -n "$(EVAL)" || { echo "Say where the marked documents are: make $@ EVAL=DIR"; exit 2; }
	$(BIN)/python -m tests.bench.$* "$(EVAL)"

# The stamp is a copy of the lock that was installed: an equal lock installs nothing, whatever its date.
$(SITE_READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dossier needs Python 3.11 or newer, and $(PYTHON) is older or missing."; \
	  echo "Install one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment: its venv module is not installed."; \
	  echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@cmp -s $< $@ || { echo "Installing what $< lists into $(VENV)"; $(PIP_INSTALL) -r $<; }
	@cp $< $@

$(TEST_READY): requirements-dev.txt $(SITE_READY)
	@cmp -s $< $@ || { echo "Installing what $< lists into $(VENV)"; $(PIP_INSTALL) -r $<; }
	@cp $< $@

# uv makes the lock and is used for nothing else; plain pip installs from it.
UV_COMPILE := build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(UV_COMPILE) requirements.in -o requirements.txt
	$(UV_COMPILE) requirements-dev.in -o requirements-dev.txt
	rm -rf build/lock

# What the manifest lists is removed from docs/, but for files changed by hand since; nothing else there is touched.
FORGET := from pathlib import Path; from dossier.write.ownership import publish; publish(Path("docs"), {})

# The pull-request workflow tells on the run's page what a change of the seeds does.
BASE ?= HEAD

impact: $(SITE_READY)
	$(BIN)/python build_pages.py --impact $(BASE) >>"$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

# A package that cannot be looked up is a fault too. The lock of the tests holds that of the site.
audit: $(TEST_READY)
	$(BIN)/python -m pip_audit --strict --disable-pip --require-hashes --progress-spinner off -r requirements-dev.txt

clean:
	@test ! -f docs/.dossier-manifest || $(BIN)/python -c '$(FORGET)'
	rm -rf docs/.dossier-manifest docs/.dossier-lock mkdocs.nav.yml site build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
