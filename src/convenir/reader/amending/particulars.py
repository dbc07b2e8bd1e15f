"""What an avenant says of itself: its number, the convention that it amends, when it takes effect, its object."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from convenir.core.source import Source
from convenir.reader.amending.provisions import Avenant
from convenir.reader.amending.targets import annexes_in, articles_in
from convenir.reader.french.marking import D, Marked, marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.outline import BlockKind, Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """When the changes take effect: `on` that day; None is the signature, or the event that `source` tells."""

    on: date | None = None
    at_signature: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """An avenant about itself. `announced` are the articles and annexes that its object says it changes."""

    number: int | None = None
    convention_signed_on: date | None = None
    effect: Effect = Effect()
    announced: tuple[str, ...] = ()
    announced_in: Source | None = None
    blanks: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """How facts and sources name the avenant: «avenant-1»."""
        return f"avenant-{self.number}" if self.number else "avenant"


def particulars(avenant: Avenant) -> Particulars:
    """What the avenant says of itself."""
    announced, ground = _announced(avenant)
    return Particulars(
        number=_number(avenant.outline),
        convention_signed_on=_convention(avenant.outline),
        effect=_effect(avenant),
        announced=announced,
        announced_in=ground,
        blanks=tuple(_blanks(avenant)),
    )


_NUMBERED = re.compile(r"\bavenant\s+(?:n\s?[°o]?\.?\s*)(?P<number>\d{1,2}|[ivx]{1,4}\b)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NTH = re.compile(r"\b(?P<rank>premier|deuxieme|second|troisieme)\s+avenant\b")
_RANKS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3}


def _number(outline: Outline) -> int | None:
    """The number in the title; not that of an earlier avenant which the visas cite."""
    head = next(outline.of(BlockKind.TITLE), None)
    words = flat(outline.text[head.start : head.end] if head else outline.text[:400])
    found = _NUMBERED.search(words)
    if found:
        said = found["number"]
        return int(said) if said.isdigit() else (_ROMAN.index(said) if said in _ROMAN else None)
    nth = _NTH.search(words)
    return _RANKS[nth["rank"]] if nth else None


_SIGNED = Shape(
    r"\b(?:convention|ctg|charte|contrat)\b"
    r"(?:[^<.;]{0,160}?\b(?:signee?|conclue?|passee?|etablie?|datee?|en date)\b)?"
    rf"[^<.;]{{0,40}}?\b(?:du|le|en date du|au) {D}"
)
_EARLIER = (
    BlockKind.TITLE,
    BlockKind.CITATIONS,
    BlockKind.PREAMBLE,
    BlockKind.PARTIES,
    BlockKind.ARTICLE,
    BlockKind.BODY,
)


def _convention(outline: Outline) -> date | None:
    """The day on which the convention that it amends was signed."""
    for kind in _EARLIER:
        for passage in outline.passages(kind):
            found = _signed(marked(passage.sentence.words, passage.flat))
            if found:
                return found
    return None


def _signed(words: Marked) -> date | None:
    found = _SIGNED.search(words.words)
    if found is None or re.search(r"\b(?:fin|jusqu'au|terme|echeance|financement|deliberation)\b", found[0]):
        return None
    day = words.days[int(found[1])]
    return day if isinstance(day, date) else None


_TAKES = Shape(
    r"\b(?:present |l'|cet )avenant\b[^.;]{0,120}?\b(?:prend\w* effet|entre(?:ra)? en vigueur|s'applique(?:ra)?"
    r"|est applicable|sera applicable|(?<!de )produi\w+ (?:ses )?effets?|date d'effet)\b"
    r"|\b(?:prise d'effet|date d'effet|entree en vigueur)\b[^.;]{0,60}?\bavenant\b"
    r"|^il (?:prend\w* effet|entre(?:ra)? en vigueur)"
)
_ON = Shape(rf"\b(?:le|du|au|de|depuis) {D}")
_AT_SIGNATURE = Shape(r"\bsignature\b|\bsigne\b")


def _effect(avenant: Avenant) -> Effect:
    for provision in avenant.provisions:
        for statement in provision.statements:
            words = marked(statement.words)
            takes = _TAKES.search(words.words)
            if takes is None:
                continue
            source = avenant.source(provision, statement.start, statement.end)
            found = _ON.search(words.words, takes.start())
            day = words.days[int(found[1])] if found else None
            if isinstance(day, date):
                return Effect(on=day, source=source)
            return Effect(at_signature=bool(_AT_SIGNATURE.search(words.words)), source=source)
    return Effect()


_OBJECT = re.compile(r"\bavenant\s+(?:a\s+pour\s+(?:seul\s+)?objet|vise|modifie|remplace|complete|porte\s+sur)\b")


def _announced(avenant: Avenant) -> tuple[tuple[str, ...], Source | None]:
    """The articles and annexes that the sentence on the object lists; none where it lists nothing."""
    for provision in avenant.provisions:
        for statement in provision.statements:
            if not _OBJECT.search(statement.words) or statement.words.endswith(":"):
                continue
            listed = (*articles_in(statement.words), *(f"annexe {number}" for number in annexes_in(statement.words)))
            if listed:
                return listed, avenant.source(provision, statement.start, statement.end)
    return (), None


_BLANK = re.compile(r"_{3,}|\.{4,}|…{2,}|\[(?:à|a) compl[ée]ter\]|\bX{3,}\b")


def _blanks(avenant: Avenant) -> Iterator[Source]:
    """What the avenant leaves blank in what it stipulates."""
    text = avenant.outline.text
    for provision in avenant.provisions:
        for statement in provision.statements:
            if _BLANK.search(text, statement.start, statement.end):
                yield avenant.source(provision, statement.start, statement.end)
