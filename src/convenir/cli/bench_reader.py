"""`convenir bench-reader`: reads a folder of texts and says how far each reading is from the reference beside it."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from convenir.cli import table
from convenir.core.refusals import Refusal
from convenir.reader.reading import read
from convenir.reader.scoring import Comparison, Fact, Score, compared, together
from convenir.reader.summary import summary

HELP = "lit un dossier de textes et compare chaque lecture à la référence qui l’accompagne"
FORMATS = (".txt", ".docx", ".odt", ".pdf", ".zip")


class NothingToScore(Refusal):
    """No text with its reference there."""

    code: ClassVar[str] = "nothing-to-score"
    sentence: ClassVar[str] = (
        "Aucun texte accompagné de sa référence dans « {path} ». Placez chaque texte à côté d’un fichier .json du même "
        "nom, ou rangez-les dans deux dossiers « texts » et « references »."
    )


class BadReference(Refusal):
    """A reference that is no summary."""

    code: ClassVar[str] = "bad-reference"
    sentence: ClassVar[str] = "La référence « {path} » n’est pas un résumé JSON lisible : {why}."


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="les textes, et leurs références .json")
    parser.add_argument("--verbose", action="store_true", help="nomme les faits manqués et les faits inventés")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the score of each text, then of each field, then the totals."""
    scores = dict(_scores(args.folder))
    if not scores:
        raise NothingToScore(path=args.folder)
    if args.format == "json":
        print(json.dumps(_for_programs(scores), ensure_ascii=False, indent=1))
        return 0
    print("\n".join(_said(scores, verbose=args.verbose)))
    return 0


def _scores(folder: Path) -> Iterator[tuple[str, Comparison]]:
    for file, reference in _pairs(folder):
        stated = _reference(reference)
        try:
            told: dict[str, Any] = summary(read(file.read_bytes(), file.name))
        except Refusal as refusal:
            print(f"{file.name} : {refusal}", file=sys.stderr)
            told = {}
        yield file.stem, compared(stated, told)


def _pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    texts = folder / "texts" if (folder / "texts").is_dir() else folder
    beside = (texts, folder / "references", folder / "reference")
    for file in sorted(texts.glob("*")):
        if file.suffix.lower() not in FORMATS:
            continue
        found = next((path for place in beside if (path := place / f"{file.stem}.json").is_file()), None)
        if found is not None:
            yield file, found


def _reference(path: Path) -> dict[str, Any]:
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadReference(path=path, why=error) from error
    if not isinstance(stated, dict):
        raise BadReference(path=path, why="un objet est attendu")
    return stated


def _said(scores: dict[str, Comparison], *, verbose: bool) -> Iterator[str]:
    whole = together(scores.values())
    if verbose:
        yield from _differences(scores)
    yield table.painted("Texte par texte", table.BOLD)
    yield from table.aligned([_HEAD, *(_row(name, one.every, one.law) for name, one in scores.items())])
    yield ""
    yield table.painted("Champ par champ", table.BOLD)
    rows = [_field(name, score) for name, score in whole.fields.items()]
    totals = [_field("Droit (LAW)", whole.law), _field("Tout (ALL)", whole.every)]
    yield from table.aligned([("", "précision", "rappel", "F1", "justes", "lus", "énoncés"), *rows, *totals])


_HEAD = ("", "précision", "rappel", "F1", "F1 du droit")


def _row(name: str, every: Score, law: Score) -> Sequence[str]:
    return name, *_figures(every), f"{law.f1:.3f}"


def _field(name: str, score: Score) -> Sequence[str]:
    return name, *_figures(score), str(score.right), str(score.read), str(score.stated)


def _figures(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def _differences(scores: dict[str, Comparison]) -> Iterator[str]:
    for name, one in scores.items():
        for label, facts in (("manqué", one.missed), ("inventé", one.invented)):
            yield from (f"{label:<8} {name}  {_fact(fact)}" for fact in sorted(facts))


def _fact(fact: Fact) -> str:
    field, values = fact
    return f"{field} : {' | '.join(values)}"


def _for_programs(scores: dict[str, Comparison]) -> dict[str, Any]:
    whole = together(scores.values())
    return {
        "texts": {name: _told(one) for name, one in scores.items()},
        "fields": {name: asdict(score) for name, score in whole.fields.items()},
        "law": asdict(whole.law),
        "all": asdict(whole.every),
    }


def _told(one: Comparison) -> dict[str, Any]:
    return {
        "all": asdict(one.every),
        "law": asdict(one.law),
        "missed": [_fact(fact) for fact in one.missed],
        "invented": [_fact(fact) for fact in one.invented],
    }
