# Convenir : les commandes de la maison. « make help » les nomme.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
READY := .venv/.ready
CHECKED := src tests $(wildcard benchmarks)
TEMPLATES := src/convenir/web

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test bench coverage mutation check format-check lint types contracts templates tests browser chromium bless rules format lock

help: ## montre cette aide
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(READY) ## crée l'environnement .venv, avec la commande .venv/bin/convenir

$(READY): requirements.lock pyproject.toml .ci/setup
	@PYTHON="$(PYTHON)" bash .ci/setup
	@touch $@

demo: setup ## lance la démonstration (PORT=8001 pour un autre port), Ctrl-C l'arrête
	@$(BIN)/convenir demo --port $(PORT)

demo-reset: setup ## relance la démonstration en repartant de zéro
	@$(BIN)/convenir demo --port $(PORT) --reset

test: chromium check browser ## vérifie tout, parcours dans le navigateur compris

bench: setup ## mesure le temps de lecture, de calcul et des pages (quelques minutes)
	@$(BIN)/python -m benchmarks

coverage: setup ## mesure ce que les tests du droit parcourent de core (quelques minutes)
	@$(BIN)/pytest -n 2 --quiet --cov=convenir.core --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=98 \
	  tests/core tests/test_cases.py tests/rulebook src/convenir/core

mutation: setup ## met des fautes dans core, une à une, et nomme celles que nul test ne voit (une heure au plus)
	@$(BIN)/python -m benchmarks.mutation $(MUTATION)

check: format-check lint types contracts templates tests ## vérifie tout, sauf les parcours dans le navigateur

format-check: setup
	@echo "Mise en forme…"
	@$(BIN)/ruff format --check --quiet $(CHECKED)

lint: setup
	@echo "Règles d'écriture…"
	@$(BIN)/ruff check --quiet $(CHECKED)

types: setup
	@echo "Types…"
	@$(BIN)/mypy --no-error-summary $(CHECKED)

contracts: setup
	@echo "Contrats d'import…"
	@$(BIN)/lint-imports --no-logo

templates: setup
	@echo "Gabarits…"
	@$(BIN)/djlint --lint --quiet $(TEMPLATES)

tests: setup
	@echo "Tests…"
	@$(BIN)/pytest -n 2 --quiet --ignore=tests/browser

browser: setup chromium
	@echo "Parcours dans le navigateur…"
	@$(BIN)/pytest --quiet tests/browser

chromium:
	@bash .ci/chromium

bless: setup ## refait les fichiers de référence des tests ; lisez ensuite ce qui a changé
	@$(BIN)/pytest --quiet -p no:randomly --bless tests

rules: setup ## écrit le livre des règles, docs/rules, depuis le code et les cas
	@$(BIN)/python -m convenir.rulebook

format: setup ## met le code en forme
	@$(BIN)/ruff format --quiet $(CHECKED)
	@$(BIN)/ruff check --quiet --fix $(CHECKED)

lock: ## recalcule requirements.lock à partir de requirements.in (demande uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-annotate --custom-compile-command "make lock" --quiet requirements.in --output-file requirements.lock
