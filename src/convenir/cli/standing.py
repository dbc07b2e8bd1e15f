"""`convenir standing`: the legal status of a dossier on a day, and why."""

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import date

from convenir.cli import supposed, table, why
from convenir.cli.dossiers import Loaded
from convenir.cli.question import Asked, add_arguments, asked
from convenir.core.agenda import Asked as Days
from convenir.core.agenda import irregularities
from convenir.core.assumptions import Assumption
from convenir.core.codec import encode
from convenir.core.explanation import of_standing
from convenir.core.findings import Finding
from convenir.core.standing import Standing, standing
from convenir.writer.french_dates import day
from convenir.writer.words import (
    alternative_sentence,
    article_words,
    assumption_sentence,
    flag_sentence,
    sentence_case,
    status_label,
    status_sentence,
)

HELP = "dit le statut juridique d’un dossier un jour donné, et pourquoi"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    add_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the status."""
    question = asked(args)
    loaded, on, known = question.loaded, question.question.on, question.question.known
    dossier = loaded.dossier
    found = standing(dossier.terms, dossier.facts, on=on, known=known, calendar=dossier.calendar)
    chain = of_standing(found, dossier.terms, dossier.facts, known=known, calendar=dossier.calendar)
    if args.format == "json":
        answer = {"on": on.isoformat(), "known": known.isoformat(), "remarks": list(loaded.remarks), **encode(found)}
        answer["irregularities"] = [encode(finding) for finding in _irregular(question)]
        answer |= {"why": encode(chain)} if args.why else {}
        answer |= {"suppose": supposed.answer(question)} if question.supposed else {}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    lines = said(found, loaded, on, known, explained=args.why)
    lines += finding_lines(_irregular(question))
    lines += [table.painted(remark, table.DIM) for remark in loaded.remarks]
    lines += ["", *why.lines(chain, dossier.terms)] if args.why else []
    lines += supposed.said(question) if question.supposed else []
    print("\n".join(lines))
    return 0


def _irregular(question: Asked) -> tuple[Finding, ...]:
    """What the facts show contrary to the text, on that day."""
    dossier, days = question.loaded.dossier, question.question
    asked_for: Days = {"on": days.on, "known": days.known, "until": days.on, "calendar": days.calendar}
    return irregularities(dossier.terms, dossier.facts, **asked_for)


def said(found: Standing, loaded: Loaded, on: date, known: date, *, explained: bool) -> list[str]:
    """The answer in French, line by line; the readings are left to the explanation, where there is one."""
    label = table.painted(status_label(found.status), table.OF_STATUS.get(found.status, table.BOLD))
    sentence = status_sentence(found, loaded.dossier.terms, on)
    lines = [heading(loaded, on, known)]
    lines += [] if sentence.startswith(status_label(found.status)) else [label]
    lines.append(table.paragraph(sentence))
    if found.because:
        grounds = " ; ".join(dict.fromkeys(article_words(source) for source in found.because))
        lines.append(table.paragraph(f"Fondement : {grounds}"))
    lines += [table.paragraph(f"À savoir : {flag_sentence(raised)}") for raised in found.flags]
    lines += [] if explained else assumption_lines(found.assumptions)
    return lines + finding_lines(found.findings)


def heading(loaded: Loaded, on: date, known: date) -> str:
    """The dossier and the day; the day of knowledge only where it is another."""
    told = "" if known == on else f" (connu au {day(known)})"
    return table.paragraph(f"{sentence_case(loaded.dossier.title) or 'Dossier'}, au {day(on)}{told}")


def assumption_lines(assumptions: tuple[Assumption, ...]) -> list[str]:
    """The readings chosen by default, each said once, with all its alternatives under it."""
    said: dict[str, dict[str, None]] = {}
    for assumption in assumptions:
        others = said.setdefault(f"Hypothèse : {assumption_sentence(assumption)}", {})
        others.update(dict.fromkeys(alternative_sentence(other) for other in assumption.alternatives))
    return [line for sentence, others in said.items() for line in _reading(sentence, others)]


def _reading(sentence: str, others: Iterable[str]) -> Iterator[str]:
    yield table.paragraph(sentence)
    yield from (table.paragraph(other, "  ") for other in others)


def finding_lines(findings: tuple[Finding, ...]) -> list[str]:
    """What does not fit, with what to do; the same thing once."""
    said = dict.fromkeys(f"Constat : {finding.sentence} {finding.advice}".rstrip() for finding in findings)
    return [table.paragraph(line) for line in said]
