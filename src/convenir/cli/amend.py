"""`convenir amend`: what avenants change in a convention one after the other, the text left, what is odd in it."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from convenir.cli import table
from convenir.cli.files import bytes_of
from convenir.cli.findings import findings_said
from convenir.cli.wording import runs_said
from convenir.core.codec import encode
from convenir.reader.amending.amendment import AmendmentReading, amendments_of
from convenir.reader.amending.labels import place_label
from convenir.reader.comparing.runs import Fate
from convenir.reader.reading import read
from convenir.writer.french_dates import day
from convenir.writer.words.changes import change_words
from convenir.writer.words.edits import edit_label
from convenir.writer.words.names import amendment_name, capital

HELP = "lit un ou plusieurs avenants : ce que chacun change, le texte qui en résulte, ce qui y est singulier"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("convention", type=Path, metavar="CONVENTION", help="le texte de la convention")
    parser.add_argument(
        "avenants", type=Path, nargs="+", metavar="AVENANT", help="le texte de chaque avenant, du premier au dernier"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the reading of each avenant against the convention as those before it leave it."""
    base = read(bytes_of(args.convention), args.convention.name)
    found = amendments_of(base, [read(bytes_of(one), one.name) for one in args.avenants])
    if args.format == "json":
        print(json.dumps([everything(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join(said(one)) for one in found))
    return 0


def everything(found: AmendmentReading) -> dict[str, Any]:
    """All that was read, for programs; changes as facts store them."""
    return {
        "amendment": found.name,
        "convention_signed_on": encode(found.convention_signed_on),
        "effective_on": encode(found.effective_on),
        "edits": [encode(edit) for edit in found.edits],
        "changes": [encode(change) for change in found.changes],
        "findings": [encode(finding) for finding in found.findings],
        "coverage": round(found.coverage.rate, 3),
        "runs": [encode(run) for run in found.consolidated.runs],
        "text": found.consolidated.reading.text,
    }


def said(found: AmendmentReading) -> Iterator[str]:
    """The reading in French, line by line."""
    yield table.painted(capital(amendment_name(found.name)), table.BOLD)
    if found.convention_signed_on:
        yield f"Convention du {day(found.convention_signed_on)}"
    yield f"Prend effet le {day(found.effective_on)}" if found.effective_on else "Prend effet à la dernière signature"
    yield from _part("Modifications", len(found.edits))
    for edit in found.edits:
        yield table.paragraph(" : ".join(filter(None, (edit_label(type(edit).__name__), place_label(edit)))), "  ")
        yield table.painted(table.paragraph(f"« {' '.join(edit.source.quote.split())} »", "    "), table.DIM)
    if any(run.fate is not Fate.KEPT for run in found.consolidated.runs):
        yield from _part("Texte consolidé")
        yield from runs_said(found.consolidated.runs)
    yield from _part("Clauses changées", len(found.changes))
    for change in found.changes:
        unlisted = "" if change.listed else " — non énuméré par l’avenant"
        yield table.paragraph(f"{change_words(change)}{unlisted}", "  ")
    yield from _part("Constats", len(found.findings))
    yield from findings_said(found.findings)
    sentences = found.coverage.sentences
    yield from _part(f"Phrases qui obligent : {found.coverage.understood} comprises sur {len(sentences)}")


def _part(words: str, count: int | None = None) -> tuple[str, str]:
    return "", table.painted(words if count is None else f"{words} ({count})", table.BOLD)
