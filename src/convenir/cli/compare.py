"""`convenir compare`: two versions of a text, article by article; or a convention against a usual plan."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from convenir.cli import table
from convenir.cli.files import bytes_of
from convenir.cli.findings import findings_said
from convenir.cli.wording import runs_said
from convenir.core.codec import encode
from convenir.core.refusals import Refusal
from convenir.reader.comparing.comparison import Became, Comparison, Passage, compared
from convenir.reader.comparing.differences import Difference
from convenir.reader.frames.against import AgainstFrame, Met, against, nearest
from convenir.reader.frames.frame import NAMES
from convenir.reader.reading import read
from convenir.writer.words import term_label, term_value
from convenir.writer.words.fields import told_apart
from convenir.writer.words.terms import clause_label

HELP = "compare deux versions d’un texte article par article, ou une convention et une trame usuelle"

NEAREST = "proche"
# Under that share of articles in common, a frame says nothing of a text.
_FAR = 0.4


class NothingToCompare(Refusal):
    """Only one text, and no frame."""

    code: ClassVar[str] = "nothing-to-compare"
    sentence: ClassVar[str] = "Donnez un second texte à comparer à « {path} », ou une trame avec --frame."


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("before", type=Path, metavar="TEXTE", help="le texte, ou sa première version")
    parser.add_argument("after", type=Path, metavar="VERSION", nargs="?", help="la seconde version")
    parser.add_argument("--frame", choices=(*NAMES, NEAREST), help="la trame, ou « proche » pour la plus proche")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the comparison; 1 where two versions differ, as `diff` does."""
    first = read(bytes_of(args.before), args.before.name)
    if args.frame:
        found = nearest(first) if args.frame == NEAREST else against(first, args.frame)
        _print(args.format, _frame_for_programs(found), _frame_said(found))
        return 0
    if args.after is None:
        raise NothingToCompare(path=args.before)
    comparison = compared(first, read(bytes_of(args.after), args.after.name))
    _print(args.format, _for_programs(comparison), _said(comparison))
    return int(not all(passage.untouched for passage in comparison.passages))


def _print(form: str, told: dict[str, Any], lines: Iterator[str]) -> None:
    print(json.dumps(told, ensure_ascii=False, indent=1) if form == "json" else "\n".join(lines))


# --- two versions ------------------------------------------------------------------------------------------


def _said(comparison: Comparison) -> Iterator[str]:
    changed = [passage for passage in comparison.passages if not passage.untouched]
    yield table.painted(f"Passages changés ({len(changed)})" if changed else "Aucun passage changé", table.BOLD)
    for passage in changed:
        yield f"  {_heading(passage)}"
        if passage.became is not Became.SAME:
            yield from runs_said(passage.runs)
    yield from _part("Clauses changées", len(comparison.differences))
    yield from (table.paragraph(_difference(each), "  ") for each in comparison.differences)
    yield from _part("Constats apparus", len(comparison.appeared))
    yield from findings_said(comparison.appeared)
    yield from _part("Constats disparus", len(comparison.gone))
    yield from findings_said(comparison.gone)


def _part(words: str, count: int) -> tuple[str, str]:
    return "", table.painted(f"{words} ({count})", table.BOLD)


_BECAME = {Became.REWORDED: "modifié", Became.ADDED: "ajouté", Became.REMOVED: "supprimé"}


def _heading(passage: Passage) -> str:
    """«article 5, Résiliation : modifié, renuméroté (article 4)»."""
    told = [_BECAME[passage.became]] if passage.became in _BECAME else []
    if passage.renumbered and passage.before:
        told.append(f"renuméroté (était {passage.before.heading})")
    if passage.retitled:
        told.append("titre changé")
    if passage.moved:
        told.append("déplacé")
    if passage.kin:
        told.append(f"tiré de {passage.kin.heading}" if passage.after else f"joint à {passage.kin.heading}")
    return f"{passage.heading} : {', '.join(told)}"


def _difference(each: Difference) -> str:
    """«Préavis : 3 mois → 6 mois»; where the short words are the same, what differs is named."""
    clause = each.after or each.before
    label = term_label(clause) if clause else ""
    old = (term_value(each.before) or "présente") if each.before else "absente"
    new = (term_value(each.after) or "présente") if each.after else "supprimée"
    if each.before and old == new:
        return f"{label} : {told_apart(old, new, type(each.before), each.fields)}"
    return f"{label} : {old} → {new}"


def _for_programs(comparison: Comparison) -> dict[str, Any]:
    return {
        "passages": [_passage(passage) for passage in comparison.passages],
        "differences": [encode(each) for each in comparison.differences],
        "appeared": [encode(finding) for finding in comparison.appeared],
        "gone": [encode(finding) for finding in comparison.gone],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "before": passage.before.label if passage.before else None,
        "after": passage.after.label if passage.after else None,
        "became": passage.became.value,
        "moved": passage.moved,
        "kin": passage.kin.label if passage.kin else None,
        "runs": [encode(run) for run in passage.runs],
    }


# --- a frame -----------------------------------------------------------------------------------------------


def _frame_said(found: AgainstFrame) -> Iterator[str]:
    yield table.painted(found.frame.title, table.BOLD)
    yield f"Proximité : {round(100 * found.nearness)} %"
    if found.nearness < _FAR:
        yield "Ce texte ne suit aucune trame connue d’assez près : les écarts ci-dessous disent peu de chose."
    yield from table.aligned([(f"  {one.article.title}", _met(one)) for one in found.met])
    for block, held in found.joined:
        titles = ", ".join(one.article.title for one in held)
        yield table.paragraph(f"{block.heading} réunit : {titles}", "  ")
    yield from _part("Ajouts à la trame", len(found.added))
    yield from (f"  {block.heading}" for block in found.added)


def _met(one: Met) -> str:
    if not one.blocks:
        return "absent" if one.missing else "absent (facultatif)"
    told = [", ".join(block.heading for block in one.blocks)]
    if one.by_clauses:
        told.append("sous un autre titre")
    if one.moved:
        told.append("déplacé")
    if one.lacking:
        told.append("sans : " + ", ".join(clause_label(kind) for kind in one.lacking))
    return " ; ".join(told)


def _frame_for_programs(found: AgainstFrame) -> dict[str, Any]:
    return {
        "frame": found.frame.name,
        "nearness": round(found.nearness, 3),
        "articles": [
            {
                "topic": one.article.topic,
                "found": [block.label for block in one.blocks],
                "missing": one.missing,
                "moved": one.moved,
                "by_clauses": one.by_clauses,
                "lacking": list(one.lacking),
            }
            for one in found.met
        ],
        "added": [block.label for block in found.added],
    }
