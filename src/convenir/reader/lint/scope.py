"""What the text cites, and what it tells: laws under a wrong title, other acts that lapse, lists and figures."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from convenir.core.delays import earliest, last_day, latest
from convenir.core.findings import Finding, Oddity
from convenir.core.source import Reference, Source
from convenir.core.terms import Document, Terms
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import Formalities
from convenir.core.terms.scope import RelatedInstrument, Relation
from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, flat
from convenir.reader.lint.laws import LAWS, Law
from convenir.reader.lint.passages import SIGNED, hits
from convenir.reader.lint.telling import information, listed, quoted, warning
from convenir.reader.outline import Block, Outline, Passage

_LAW = Shape(
    r"\bloi n ?[°o]? ?(?P<number>\d{2,4}-\d+)(?P<on> du [^,;()]{6,24}?\d{4})?(?: modifiee)?,? "
    r"(?P<title>(?:relative|portant|pour|d'|de |renovant|reformant|generalisant|confortant|visant)[^;.()]{12,})"
)
_MEANING = re.compile(r"[a-zœ]{4,}")
_EMPTY = frozenset(
    {"relative", "portant", "dans", "pour", "leurs", "avec", "entre", "loi", "dite", "modifiee", "figurant"}
)
_PEOPLE = Shape(r"(\d[\d ]*\d)\s+habitants,? dont (\d[\d ]*\d)\s+allocataires")
_SHARE = Shape(r"allocataires[^.%]{0,60}?(\d+(?:,\d+)?)\s?% des habitants")
_REPEATED = 3


# --- laws ----------------------------------------------------------------------------------------------------


def law_titles(outline: Outline, _: Terms) -> Iterator[Finding]:
    """A law cited under the title or the day of another one."""
    known = {law.number: law for law in LAWS}
    for hit in hits(outline, _LAW, *SIGNED):
        law = known.get(hit.found["number"])
        wrong = law is not None and (_other_title(hit.found["title"], law) or _other_day(hit.found["on"], law))
        if law and wrong:
            yield _miscited(law, hit.source)


def _other_title(cited: str, law: Law) -> bool:
    """Whether the words cited say less than half of the title."""
    real, told = _meaning(law.title), _meaning(cited)
    return len(real & told) < len(real) / 2


def _meaning(words: str) -> frozenset[str]:
    return frozenset(_MEANING.findall(flat(words))) - _EMPTY


def _other_day(on: str | None, law: Law) -> bool:
    written = next(days(on or ""), None)
    return written is not None and isinstance(written.day, date) and written.day != law.signed_on


def _miscited(law: Law, source: Source) -> Finding:
    found = information(
        "law-title",
        Oddity.IRREGULAR,
        f"La loi n° {law.number} est citée sous un titre ou une date qui ne sont pas les siens.",
        f"Lisez : loi n° {law.number} du {law.signed_on:%d/%m/%Y} {law.title}.",
        source,
    )
    return replace(found, laws=(Reference(law=f"loi n° {law.number}", since=law.signed_on.isoformat()),))


# --- other acts ----------------------------------------------------------------------------------------------


def tacit_elsewhere(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Another convention that goes on by silence, of which the text gives no last day."""
    for other in terms.every(RelatedInstrument):
        plain = flat(other.source.quote)
        live = other.relation is not Relation.PRIOR
        if live and "tacite" in plain and other.ends_on is None and "dans la limite" not in plain:
            yield warning(
                "tacit-elsewhere",
                Oddity.UNKNOWN,
                "Une autre convention se poursuit par tacite reconduction, sans que le texte dise jusqu’à quand.",
                "Retrouvez cette convention et joignez-la au dossier : elle fixe peut-être un terme ou un préavis.",
                other.source,
            )


def lapsing(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Acts on which the convention rests, that end before it does."""
    duration = terms.first(Duration)
    if duration is None or duration.ends_on is None:
        return
    first = earliest(duration.starts_on) if duration.starts_on else date.min
    over = [
        other
        for other in terms.every(RelatedInstrument)
        if other.relation is not Relation.PRIOR and other.ends_on and first < latest(other.ends_on) < duration.ends_on
    ]
    if over:
        told = listed([f"{quoted(other.title)} le {latest(other.ends_on):%d/%m/%Y}" for other in over if other.ends_on])
        yield information(
            "framework-lapses",
            Oddity.NOTED,
            f"Avant la fin de la convention ({duration.ends_on:%d/%m/%Y}) prend fin : {told}.",
            "Prévoyez à cette date de vérifier ce qui le remplace.",
            *(other.source for other in over),
            duration.source,
        )


def late_renewal(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """A renewal decided after the earlier convention had ended: a new contract, in truth."""
    closing = terms.first(Formalities)
    told = next(hits(outline, Shape(r"\brenouvellement de (?:cette|la) convention"), *SIGNED), None)
    if told is None or closing is None or closing.stated_on is None:
        return
    for other in terms.every(RelatedInstrument):
        if other.relation is not Relation.PRIOR or other.signed_on is None or other.span is None:
            continue
        end = last_day(latest(other.signed_on), other.span)
        if end < earliest(closing.stated_on):
            yield warning(
                "late-renewal",
                Oddity.IRREGULAR,
                f"Le texte parle de renouveler une convention qui avait pris fin au plus tard le {end:%d/%m/%Y}.",
                "Traitez la suivante comme une nouvelle convention ; rien ne liait les parties entre les deux.",
                told.source,
                other.source,
            )


# --- lists and figures ---------------------------------------------------------------------------------------


def repeated_lists(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """The same items listed twice in one article."""
    if not terms.supplied:
        return
    for block in outline.clauses():
        items = [" ".join(flat(line.words).strip(" .;,").split()) for line in block.paragraphs if line.marker]
        twice = {words for words, count in Counter(items).items() if count > 1 and len(words) > 20}
        if len(twice) >= _REPEATED:
            yield information(
                "repeated-list",
                Oddity.NOTED,
                f"L’article répète la même liste ({len(twice)} points identiques).",
                "Ne la comptez qu’une fois.",
                *_both(outline, block, twice),
            )


def _both(outline: Outline, block: Block, twice: set[str]) -> tuple[Source, ...]:
    """The two places of the first repeated item."""
    places = [line for line in block.paragraphs if " ".join(flat(line.words).strip(" .;,").split()) in twice]
    first = places[0].words.strip(" .;,")
    return tuple(outline.source(block, line) for line in places if line.words.strip(" .;,") == first)


def reworded(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """In a report, a principle that its draft words otherwise than its account does."""
    if terms.document is not Document.DELIBERATION:
        return
    begun: dict[tuple[str, ...], Passage] = {}
    for item in outline.passages(*SIGNED):
        if not item.paragraph.marker and not item.paragraph.words.startswith(tuple(BULLETS)):
            continue
        earlier = begun.setdefault(tuple(_plain(item)[:4]), item)
        if _reworded(_plain(earlier), _plain(item)):
            yield information(
                "reworded",
                Oddity.NOTED,
                "Le rapport et le projet de délibération n’énoncent pas le même principe dans les mêmes termes.",
                "Fiez-vous à la délibération adoptée.",
                outline.quote(earlier),
                outline.quote(item),
            )


def _reworded(one: list[str], other: list[str]) -> bool:
    """Whether two items that begin alike say nearly the same, not in the same words."""
    shared = sum((Counter(one) & Counter(other)).values())
    return one != other and len(one) >= 8 and shared >= 0.8 * min(len(one), len(other))


def _plain(passage: Passage) -> list[str]:
    return re.findall(r"[a-z0-9œ]+", passage.flat)


def figures(outline: Outline, _: Terms) -> Iterator[Finding]:
    """A share told of a population that the counts beside it do not give."""
    shares = {hit.passage.block.start: hit for hit in hits(outline, _SHARE, *SIGNED)}
    for counted in hits(outline, _PEOPLE, *SIGNED) if shares else ():
        share = shares.get(counted.passage.block.start)
        if share is None:
            continue
        whole, part = (int(re.sub(r"\D", "", number)) for number in counted.found.groups())
        if abs(100 * part / whole - float(share.found[1].replace(",", "."))) > 1:
            yield information(
                "figures",
                Oddity.NOTED,
                f"La part annoncée ({share.found[1]} %) ne se déduit pas des nombres donnés ({part} sur {whole}).",
                "Les deux chiffres comptent sans doute des personnes différentes : ne les recalculez pas, citez-les.",
                counted.source,
                share.source,
            )


CHECKS = (law_titles, tacit_elsewhere, lapsing, repeated_lists, figures)
OF_REPORTS = (late_renewal, reworded)
