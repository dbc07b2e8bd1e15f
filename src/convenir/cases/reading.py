"""Case files: a story that a jurist can read, its terms, its facts, and what must follow from them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

from convenir.core.dossier import facts_from, refuse_empty_cancellations, terms_from
from convenir.core.facts import Fact
from convenir.core.refusals import Refusal
from convenir.core.terms import Terms
from convenir.core.workdays import Calendar, Territory

Table: TypeAlias = dict[str, Any]


class CaseUnreadable(Refusal):
    """A case file that cannot be run, with what to correct in it."""

    code: ClassVar[str] = "case-unreadable"
    sentence: ClassVar[str] = "Cas « {file} » : {why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One story with its expectations. `then` and `dates` are the tables of the file, checked for their names."""

    file: str
    story: str
    terms: Terms
    facts: tuple[Fact, ...]
    calendar: Calendar
    then: tuple[Table, ...]
    dates: tuple[Table, ...]
    tables: tuple[Table, ...] = ()


SHARED = {"story", "source", "note"}
GIVEN = {"terms", "document", "kind", "title", "draft", "clauses", "without", "facts_from", "without_facts", "facts"}
PLACE = {"zone", "good_friday"}
ASKED = {"then", "dates", "tables"}
FILE_KEYS = SHARED | GIVEN | PLACE | ASKED | {"variants"}
VARIANT_KEYS = FILE_KEYS - {"terms", "variants"}
TEXT_KEYS = {"document", "kind", "title", "draft"}


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file: the file itself if it asks something, then each of its variants.

    Raises CaseUnreadable, in French, when the file is not TOML or holds a name that the format does not know.
    """
    table = _load(path)
    _only(path, table, FILE_KEYS, "du fichier")
    found = [_case(path, table)] if ASKED & table.keys() else []
    for number, variant in enumerate(table.get("variants", []), start=1):
        _only(path, variant, VARIANT_KEYS, f"de la variante {number}")
        found.append(_case(path, _varied(table, variant)))
    if not found:
        asked = ", ".join(f"« {key} »" for key in sorted(ASKED))
        raise CaseUnreadable(file=path.name, why=f"rien n’est demandé ; ajoutez {asked} ou « variants ».")
    return tuple(found)


def case_files(paths: list[Path]) -> Iterator[Path]:
    """The case files among those paths; a folder stands for all that it holds, but its terms and facts."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(path.rglob("*.toml"))
        yield from (file for file in inside if file.parent.name not in ("terms", "facts"))


def _load(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CaseUnreadable(file=path.name, why=f"lecture impossible ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CaseUnreadable(file=path.name, why="le fichier n’est pas en UTF-8 ; enregistrez-le ainsi.") from error
    except tomllib.TOMLDecodeError as error:
        raise CaseUnreadable(file=path.name, why=_where(str(error))) from error
    except ValueError as error:
        raise CaseUnreadable(file=path.name, why=f"date ou nombre impossible ({error}).") from error


def _where(english: str) -> str:
    """What the TOML parser says, in French, with the line to look at."""
    place = english.partition("(at ")[2].rstrip(")").replace("line", "ligne").replace("column", "colonne")
    place = place.replace("end of document", "fin du fichier")
    if "date" in english:
        return f"date impossible, {place} ; écrivez un jour qui existe, par exemple 2022-02-28."
    return f"écriture TOML incorrecte, {place} ; vérifiez guillemets, virgules et crochets à cet endroit."


def _only(path: Path, table: Table, allowed: set[str], where: str) -> None:
    unknown = sorted(table.keys() - allowed)
    if unknown:
        names = ", ".join(f"« {name} »" for name in unknown)
        why = f"clé inconnue {where} : {names}. Clés admises : {', '.join(sorted(allowed))}."
        raise CaseUnreadable(file=path.name, why=why)


def _varied(table: Table, variant: Table) -> Table:
    """The case of a variant: what the file gives, then what the variant adds or says otherwise."""
    joined = {key: value for key, value in table.items() if key not in ASKED and key != "variants"} | variant
    for key in ("clauses", "facts", "without", "without_facts"):
        joined[key] = [*table.get(key, []), *variant.get(key, [])]
    if variant.get("story"):
        joined["story"] = f"{table.get('story', '')} {variant['story']}".strip()
    return joined


def _case(path: Path, table: Table) -> Case:
    if not table.get("story"):
        raise CaseUnreadable(file=path.name, why="il manque « story », une ou deux phrases qui racontent le cas.")
    try:
        return Case(
            file=path.name,
            story=" ".join(str(table["story"]).split()),
            terms=_terms(path, table),
            facts=_facts(path, table),
            calendar=_calendar(path, table),
            then=tuple(table.get("then", [])),
            dates=tuple(table.get("dates", [])),
            tables=tuple(table.get("tables", [])),
        )
    except CaseUnreadable:
        raise
    except Refusal as refusal:
        raise CaseUnreadable(file=path.name, why=str(refusal)) from refusal


def _beside(path: Path, folder: str, name: str) -> Path:
    """The shared file of that name, in the nearest folder so called, beside the case or above it."""
    for parent in path.resolve().parents:
        shared = parent / folder / f"{name}.toml"
        if shared.is_file():
            return shared
    raise CaseUnreadable(file=path.name, why=f"« {folder}/{name}.toml » est introuvable à côté du cas ou au-dessus.")


def _terms(path: Path, table: Table) -> Terms:
    """Shared terms less the clauses of the types in `without`, plus the clauses written in the case."""
    base: Table = _load(_beside(path, "terms", table["terms"])) if "terms" in table else {}
    dropped = set(table.get("without", []))
    missing = dropped - {clause.get("type") for clause in base.get("clauses", [])}
    if missing:
        raise CaseUnreadable(
            file=path.name, why=f"« without » retire une clause absente : {', '.join(sorted(missing))}."
        )
    kept = [clause for clause in base.get("clauses", []) if clause.get("type") not in dropped]
    own = {key: table[key] for key in TEXT_KEYS if key in table}
    return terms_from(base | own | {"clauses": [*kept, *table.get("clauses", [])]})


def _facts(path: Path, table: Table) -> tuple[Fact, ...]:
    """Shared facts less those of `without_facts`, plus the facts written in the case."""
    base: Table = _load(_beside(path, "facts", table["facts_from"])) if "facts_from" in table else {}
    dropped = set(table.get("without_facts", []))
    missing = dropped - {fact.get("id") for fact in base.get("facts", [])}
    if missing:
        raise CaseUnreadable(
            file=path.name,
            why=f"« without_facts » ne retire que des faits de « facts_from », où {', '.join(sorted(missing))} manque.",
        )
    kept = [fact for fact in base.get("facts", []) if fact.get("id") not in dropped]
    facts = facts_from([*kept, *table.get("facts", [])])
    refuse_empty_cancellations(facts)
    return facts


def _calendar(path: Path, table: Table) -> Calendar:
    zone = str(table.get("zone", "FR"))
    if zone not in set(Territory):
        raise CaseUnreadable(file=path.name, why=f"« zone » inconnue : {zone}. Zones admises : {', '.join(Territory)}.")
    return Calendar(territory=Territory(zone), good_friday=table.get("good_friday"))
