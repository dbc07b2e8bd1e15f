"""`convenir sheet`: what a table would bring to a dossier, row by row, and what is wrong in it; nothing is imported."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from convenir.cli import table
from convenir.cli.files import bytes_of
from convenir.core.codec import encode
from convenir.core.findings import Severity
from convenir.reader.sheets.actions import ActionSheet
from convenir.reader.sheets.columns import Recognised, recognised
from convenir.reader.sheets.draft import Draft, Line, draft
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.grid import Sheet, letters, words_of
from convenir.reader.sheets.indicators import Indicator
from convenir.reader.sheets.names import FIELD_NAMES, KIND_NAMES, ROW_NAMES
from convenir.reader.sheets.rows import Remark
from convenir.reader.sheets.vocabulary import Kind
from convenir.reader.sheets.workbook import workbook

HELP = "lit un plan d’actions, une liste d’équipements ou des indicateurs dans un tableau, sans rien importer"

KINDS = {"actions": Kind.ACTIONS, "equipements": Kind.FACILITIES, "indicateurs": Kind.INDICATORS}
_COLOURS = {Severity.BLOCKING: table.RED, Severity.WARNING: table.AMBER}
_WORDS = {Severity.BLOCKING: "À corriger", Severity.WARNING: "À vérifier", Severity.INFORMATION: "À savoir"}
_MOST_NAME = 60


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("file", type=Path, metavar="FICHIER", help="un classeur, un fichier .csv, ou un document")
    parser.add_argument("--sheet", metavar="FEUILLE", help="le nom ou le rang d’une feuille ; toutes si rien n’est dit")
    parser.add_argument("--kind", choices=tuple(KINDS), help="ce que sont les lignes ; reconnu si rien n’est dit")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints what the table would bring; 1 where a row is to be put right first."""
    book = workbook(bytes_of(args.file), args.file.name)
    sheets = book.sheets if args.sheet is None else (book.sheet(args.sheet),)
    kind = KINDS[args.kind] if args.kind else None
    read = [(sheet, found, draft(sheet, found.mapping)) for sheet in sheets for found in [recognised(sheet, kind)]]
    if args.format == "json":
        print(json.dumps([_for_programs(*one) for one in read], ensure_ascii=False, indent=1))
    else:
        lines = [finding.sentence for finding in book.findings]
        print("\n".join([*lines, *(line for one in read for line in _said(*one))]))
    return int(any(found.wrong for _, _, found in read))


def _said(sheet: Sheet, found: Recognised, read: Draft) -> Iterator[str]:
    name = sheet.name or "Tableau"
    what = KIND_NAMES[found.kind] if found.certain else "colonnes non reconnues"
    yield table.painted(f"{name} : {what}", table.BOLD)
    yield from table.aligned([_column(index, found) for index in range(len(found.columns))], most={1: _MOST_NAME})
    one, several = ROW_NAMES[found.kind]
    count = len(read.lines)
    yield f"{count} {several if count > 1 else one}, dont {len(read.wrong)} à corriger."
    yield from table.aligned([_row(line) for line in read.lines], most={1: _MOST_NAME})
    yield from (_remark(one) for one in (*read.remarks, *read.skipped))
    yield ""


def _column(index: int, found: Recognised) -> tuple[str, str, str]:
    column = found.columns[index]
    told = FIELD_NAMES[column.field] if column.field else column.doubt or "non importée"
    return f"  {letters(index)}", column.label or "(sans nom)", told


def _row(line: Line) -> tuple[str, str, str]:
    state = table.painted("à corriger", table.RED) if line.wrong else "lue"
    return f"  {line.number}", _name(line), state


def _name(line: Line) -> str:
    match line.value:
        case ActionSheet(title=title, ends_on=ends_on):
            return f"{title} (jusqu’au {words_of(ends_on)})" if ends_on else title
        case Facility(label=label):
            return label
        case Indicator(name=name, values=values):
            return f"{name} : {', '.join(f'{one.value} ({one.year})' for one in values)}" if values else name
        case None:
            return "(sans nom)"


def _remark(one: Remark) -> str:
    return table.paragraph(table.painted(f"{_WORDS[one.severity]}. ", _COLOURS.get(one.severity)) + str(one), "  ")


def _for_programs(sheet: Sheet, found: Recognised, read: Draft) -> dict[str, Any]:
    return {
        "sheet": sheet.name,
        "kind": found.kind.value,
        "recognised": found.certain,
        "columns": [
            {"column": letters(index), "name": column.label, "field": column.field, "doubt": column.doubt}
            for index, column in enumerate(found.columns)
        ],
        "rows": [
            {
                "line": line.number,
                "wrong": line.wrong,
                "value": encode(line.value) if line.value else None,
                "remarks": [encode(one) for one in line.remarks],
            }
            for line in read.lines
        ],
        "skipped": [encode(one) for one in read.skipped],
    }
