"""`convenir amend`: what an avenant changes in a convention, the text that it leaves, what is odd in it."""

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
from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    Edit,
    NotUnderstood,
    PartyJoined,
    Prolonged,
)
from convenir.reader.comparing.runs import Fate
from convenir.reader.reading import read
from convenir.writer.french_dates import day
from convenir.writer.words.changes import change_words
from convenir.writer.words.edits import edit_label
from convenir.writer.words.names import amendment_name, capital

HELP = "lit un avenant : ce qu’il change dans une convention, le texte qui en résulte, ce qui y est singulier"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("convention", type=Path, metavar="CONVENTION", help="le texte de la convention")
    parser.add_argument("avenant", type=Path, metavar="AVENANT", help="le texte de l’avenant")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the reading of the avenant against the convention."""
    base = read(bytes_of(args.convention), args.convention.name)
    found = amendment_of(base, read(bytes_of(args.avenant), args.avenant.name))
    if args.format == "json":
        print(json.dumps(everything(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(said(found)))
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
        yield table.paragraph(f"{edit_label(type(edit).__name__)}{_place(edit)}", "  ")
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


def _part(words: str, count: int | None = None) -> tuple[str, str]:
    return "", table.painted(words if count is None else f"{words} ({count})", table.BOLD)


def _place(edit: Edit) -> str:
    match edit:
        case AnnexReplaced(number=number) | AnnexAdded(number=number) | AnnexRemoved(number=number):
            return f" : annexe {number}".rstrip()
        case ArticleAdded(number=number):
            return f" : article {number}" if number else ""
        case PartyJoined(name=name):
            return f" : {name}"
        case Prolonged() | NotUnderstood():
            return ""
        case _:
            return f" : {_label(edit.target.article)}"


def _label(label: str) -> str:
    """«article 5», «annexe 2», «préambule»; no label is the whole convention."""
    if not label:
        return "toute la convention"
    return f"article {label}" if label[0].isdigit() or label.isupper() or label == "préliminaire" else label
