"""Good tables of every format, how each is broken, and what holds of whatever is read in them."""

from collections.abc import Iterator
from pathlib import Path

from tests.reader.sheets.files import csv, ods, xlsx

from benchmarks.fuzz.mutation import broken, broken_archive
from benchmarks.fuzz.trial import Draw, tried
from convenir.reader.sheets.columns import recognised
from convenir.reader.sheets.draft import draft
from convenir.reader.sheets.vocabulary import Kind
from convenir.reader.sheets.workbook import workbook

_PLAN = (
    ("Plan d’actions",),
    ("N°", "Axe", "Action", "Calendrier", None, "Budget", "Indicateurs", "État"),
    (None, None, None, "Début", "Fin", None, None, None),
    (
        "1.1",
        "Enfance",
        "Ouvrir un accueil",
        "janv. 2025",
        "31/12/2026",
        "1 200,50 €",
        "- Enfants\n- Parents",
        "En cours",
    ),
    (None, None, None, "2025-2027", 46022, 3000, "néant", "prévue"),
    ("Total", None, None, None, None, 4200.5),
)
_FACILITIES = (("Type", "Nom", "Gestionnaire", "Places"), ("EAJE", "Les Lilas", "CCAS", "24 places"), ("RPE", "Du Val"))
_INDICATORS = (
    ("Indicateur", "Unité", "2023", "Cible 2027"),
    ("Couverture", "%", 0.455, "60 %"),
    ("Places", "", 40, 60),
)
_TABLES = (_PLAN, _FACILITIES, _INDICATORS)


def spreadsheet(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """Workbooks of Excel and of LibreOffice."""
    good = (*(xlsx(rows) for rows in _TABLES), xlsx(_PLAN, merged=["A1:H1", "D2:E2", "B4:B5"]), *map(ods, _TABLES))
    yield from tried("xlsx", good, broken_archive, Draw(seed, minutes, _read), kept)


def delimited(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """Delimited texts, by several separators and in several encodings."""
    ways = ((";", "utf-8"), (",", "cp1252"), ("\t", "utf-16"), ("|", "utf-8"))
    good = tuple(csv(rows, separator, encoding) for rows in _TABLES for separator, encoding in ways)
    yield from tried("csv", good, broken, Draw(seed, minutes, _read), kept)


def _read(data: bytes, name: str) -> None:
    """Reads every sheet as every kind; each row has one line, each remark its place."""
    for sheet in workbook(data, name).sheets:
        for kind in Kind:
            mapping = recognised(sheet, kind).mapping
            assert len(mapping.fields) == len(mapping.labels) == sheet.width
            found = draft(sheet, mapping)
            numbers = [line.number for line in found.lines]
            assert numbers == sorted(set(numbers))
            assert all(mapping.body < number <= len(sheet.rows) for number in numbers)
            assert all(one.place and one.sentence for one in (*found.remarks, *found.skipped))
