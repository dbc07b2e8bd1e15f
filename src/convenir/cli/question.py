"""What the commands that compute ask: a dossier, a day, what was known, what is supposed."""

import argparse
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from convenir.cli import clock, french
from convenir.cli.dossiers import Loaded, load
from convenir.core.dossier import facts_from, refuse_empty_cancellations
from convenir.core.facts import Fact
from convenir.core.refusals import Refusal
from convenir.core.supposition import Comparison, Question, suppose


class SuppositionUnreadable(Refusal):
    """The file of supposed facts cannot be read."""

    code: ClassVar[str] = "supposition-unreadable"
    sentence: ClassVar[str] = (
        "« {path} » ne dit pas ce qu’il faut supposer : {why}. Écrivez-y « facts = [ … ] », comme dans un dossier."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A dossier and the question; `supposed` are the facts that nobody recorded."""

    loaded: Loaded
    question: Question
    supposed: tuple[Fact, ...] = ()

    def comparison(self) -> Comparison:
        """The answers with and without what is supposed."""
        dossier = self.loaded.dossier
        return suppose(dossier.terms, dossier.facts, self.supposed, self.question)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that these commands share."""
    parser.add_argument("dossier", type=Path, metavar="DOSSIER", help="répertoire, fichier TOML ou texte")
    parser.add_argument("--on", type=french.day, default=None, metavar="DATE", help="le jour demandé (aujourd’hui)")
    parser.add_argument("--known", type=french.day, default=None, metavar="DATE", help="ce qui était connu ce jour-là")
    parser.add_argument(
        "--suppose", type=Path, default=None, metavar="FICHIER", help="faits ou avenant supposés : montre ce qui change"
    )
    parser.add_argument("--why", action="store_true", help="dit pourquoi : texte, faits, droit, hypothèses, manques")


def asked(args: argparse.Namespace) -> Asked:
    """The dossier, the days and the supposition that the arguments name."""
    loaded = load(args.dossier)
    on, known = days(loaded, args.on, args.known)
    question = Question(on=on, known=known, calendar=loaded.dossier.calendar, until=getattr(args, "until", None))
    supposed = _supposed(args.suppose) if args.suppose else ()
    refuse_empty_cancellations((*loaded.dossier.facts, *supposed))
    return Asked(loaded=loaded, question=question, supposed=supposed)


def days(loaded: Loaded, on: date | None, known: date | None) -> tuple[date, date]:
    """The day asked (today by default), and the day of knowledge (by default all that was recorded)."""
    today = clock.today()
    return on or today, known or max(today, loaded.dossier.known)


def _supposed(path: Path) -> tuple[Fact, ...]:
    """The facts of a file, with ids that no recorded fact has."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SuppositionUnreadable(path=path, why="le fichier ne peut pas être ouvert") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SuppositionUnreadable(path=path, why=f"il n’est pas écrit en TOML ({error})") from error
    if not isinstance(table.get("facts"), list) or not table["facts"]:
        raise SuppositionUnreadable(path=path, why="il n’y a pas de faits")
    return tuple(replace(fact, id=f"suppose-{fact.id}") for fact in facts_from(table["facts"]))
