"""The closing formulas: where, when and in how many originals the text was signed, and by whom."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from convenir.core.delays import Between, Day, latest
from convenir.core.terms.parties import Formalities, PartyClause, PartyKind, Signatory
from convenir.reader.context import Context
from convenir.reader.french.lettered_days import lettered
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.words import DATE, days, flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.wordings.parties.organisations import owner
from convenir.reader.wordings.parties.persons import office, person
from convenir.reader.wordings.parties.representation import SIGNED

_DONE_AT = re.compile(
    rf"\W*(?:(?:en foi de quoi|dont acte)\b[^.]{{0,120}}?)?(?:ainsi\s+)?(?:fait|{SIGNED}|le\s+\d)"
    r"(?:\s+et\s+(?:signe|passe|delibere|clos|arrete))?[^.]{0,60}?\s*\ba\b[ \t.…_:*]*"
)
_PLACE = re.compile(r"(?!Le\s*(?:[\d.…_]|$))[A-ZÀ-Þ][\w’'-]*(?:[ \t]+(?!le\b|en\b|,)[\w’'-]+)*")
# «Les jour, mois et an susdits»: the day on which the assembly sat.
_SAME_DAY = re.compile(r"\bjours?, mois et ans?\b")
_SAT = re.compile(r"\b(?:seance|reunion|conseil [a-z']+|comite syndical)\b[^\n.;]{0,40}?\b(?:du|le)\s")
_DATELINE = re.compile(rf"(?:a\s+)?(?!pour\b|par\b|l[ae]s?\b)(?P<place>[a-z][\w' -]{{1,40}}?),\s*(?:le\b|{DATE})")
_YEAR = re.compile(r"\ble\b[.…_\s]*(?P<year>20\d\d|19\d\d)\b")
_ORIGINALS = re.compile(rf"(?P<count>{NUMBER})\s+(?:exemplaires?|originaux)")
_TWICE = re.compile(r"\b(?P<times>double|triple)\s+(?:exemplaire|original)\b")
_TIMES = {"double": 2, "triple": 3}
_EACH = re.compile(
    r"\bun\s+(?:exemplaire|original)(?:\s+original)?\s+(?:est\s+|sera\s+)?(?:remis|destine|conserve|delivre)\s+"
    r"(?:a|par)\s+cha(?:que|cun)|"
    r"\bautant\s+d'(?:exemplaires|originaux)|\bun(?:\s+exemplaire)?\s+pour\s+chaque\s+(?:signataire|partie)|"
    r"\bchaque\s+partie\s+(?:recoit|conserve)"
)
_MADE = re.compile(rf"\b(?:faite?|etablie?|redigee?|{SIGNED})\s+en\b")
_PAGES = re.compile(rf"(?P<count>{NUMBER})\s+pages?\b")
_ANNEXES = re.compile(rf"(?P<count>{NUMBER})\s+annexes?\b")
_CELLS = re.compile(r"\s{3,}|\t+|\s*\|\s*")
_DATED = re.compile(rf"\W*(?:fait|{SIGNED}|le\b|date\b|(?:a\s+)?[a-z][\w' -]{{1,40}},\s*le\b)")
_FORMULA = re.compile(
    r"\b(?:exemplaires?|originaux|pages?|annexes?|paraphee?s?|comporte|fait a|fait le)\b|^\W*le\b.*\d{4}|^pour\b|"
    r"^l[ea]\W*$"
)


def formalities(outline: Outline) -> Formalities | None:
    """What the closing states; None where the text has no closing formula."""
    block = next(outline.of(BlockKind.CLOSING), None)
    if block is None:
        return None
    plain = _last_words(outline, block) + flat(outline.text[block.start : block.end])
    head = _head(outline, block)
    counted = {
        shape: number(found["count"]) for shape in (_ORIGINALS, _PAGES, _ANNEXES) if (found := shape.search(plain))
    }
    return Formalities(
        place=_place(outline.text[block.start : block.end]),
        stated_on=_sat_on(outline.words) if _SAME_DAY.search(plain) else _stated("\n".join(_dated(block)) or head),
        originals=_originals(plain, counted.get(_ORIGINALS)),
        per_signatory=bool(_EACH.search(plain)),
        pages=counted.get(_PAGES),
        annex_count=counted.get(_ANNEXES),
        blocks=signature_blocks(block),
        source=outline.ground(block, block.start, block.start + len(head.rstrip()), 1),
    )


def _originals(plain: str, counted: int | None) -> int | None:
    """In how many originals it is made; the one of each signatory counts nothing.

    >>> _originals("fait en double exemplaire", None), _originals("un exemplaire est remis a chaque partie", 1)
    (2, None)
    """
    twice = _TWICE.search(plain)
    if twice:
        return _TIMES[twice["times"]]
    return None if counted == 1 and _EACH.search(plain) else counted


def _last_words(outline: Outline, closing: Block) -> str:
    """The paragraph above the formula, flat, where it counts pages or originals: «elle compte neuf pages».

    The list of the annexes may stand between them.
    """
    above = next((block for block in reversed(outline.blocks) if block.start < closing.start), None)
    words = (flat(paragraph.words) for paragraph in reversed(above.paragraphs if above else ()))
    last = next((told for told in words if not told.startswith("annexe")), "")
    counts = _PAGES.search(last) or (_MADE.search(last) and _ORIGINALS.search(last))
    return f"{last}\n" if counts and len(last) < 200 else ""


def _head(outline: Outline, block: Block) -> str:
    """The formula itself: the first lines, up to the one that holds the date or its blank."""
    lines = block.paragraphs[:4]
    for paragraph in lines:
        if re.search(r"\ble\b", flat(paragraph.words)):
            return outline.text[block.start : paragraph.end]
    return outline.text[block.start : block.paragraphs[0].end if block.paragraphs else block.end]


def _dated(block: Block) -> Iterator[str]:
    """The lines that give a date of signature, under the formula or above each signature."""
    for paragraph in block.paragraphs:
        yield from (cell for cell in _CELLS.split(paragraph.words) if _DATED.match(flat(cell)))


def _place(words: str) -> str:
    """The place of signature, at the head of the formula; empty where it is left blank.

    >>> _place("Fait en deux exemplaires à Vaux-le-Bas, le 3 mai 2021")
    'Vaux-le-Bas'
    >>> _place("Fait à ... **Pau**"), _place("Fait à …"), _place("Établi en deux exemplaires,\\nà Pau, le 3 mai")
    ('Pau', '', 'Pau')
    """
    line = words.split("\n", 1)[0]
    done = _DONE_AT.match(flat(words[:200]))
    if done:
        found = _PLACE.match(words, done.end())
        return tidy(found[0]).strip(" *") if found else ""
    dated = _DATELINE.match(flat(line))
    return tidy(line[dated.start("place") : dated.end("place")]) if dated else ""


def _sat_on(words: str) -> Day | None:
    """The day at the head of the text: that of the sitting of a délibération, or of an act that begins with its day."""
    spelt = next(lettered(words[:3000]), None)
    if spelt:
        return spelt
    for found in _SAT.finditer(flat(words[:3000])):
        day = next(days(words[found.end() : found.end() + 40]), None)
        if day:
            return day.day
    return None


def _stated(head: str) -> Day | None:
    """The date of signature: the last one stated; a year alone is some day of that year, a blank is None.

    >>> _stated("Fait à Vaux, le 3 mai 2021"), _stated("Fait à Vaux, le ........")
    (datetime.date(2021, 5, 3), None)
    >>> _stated("Fait à Vaux, le trois mai deux mille vingt et un")
    datetime.date(2021, 5, 3)
    """
    stated: list[Day] = [found.day for found in days(head) if isinstance(found.day, date)]
    stated += lettered(head)
    if stated:
        return max(stated, key=latest)
    months: list[Day] = [found.day for found in days(head) if found.day]
    if months:
        return months[-1]
    year = _YEAR.search(flat(head))
    return Between.year(int(year["year"])) if year else None


# Both the parties and the formalities are told with those who sign.
@lru_cache(maxsize=1)
def signature_blocks(block: Block) -> tuple[Signatory, ...]:
    """Who is named above the place of a signature, with the office written there."""
    return tuple(_signatories(block))


def _signatories(block: Block) -> Iterator[Signatory]:
    found = [told for cell in _cells(block) if any(told := _named_office(cell))]
    if _name_first(found):
        yield from (Signatory(name=found[at][0], capacity=found[at + 1][1]) for at in range(0, len(found), 2))
        return
    waiting: list[str] = []
    for name, held in found:
        if name:
            yield Signatory(name=name, capacity=held or (waiting.pop(0) if waiting else ""))
        else:
            waiting.append(held)


def _name_first(found: list[tuple[str, str]]) -> bool:
    """Whether each name stands above the office, not under it."""
    return len(found) % 2 == 0 and all(bool(name) == (at % 2 == 0) for at, (name, _) in enumerate(found))


def _cells(block: Block) -> Iterator[str]:
    """The cells of the signature table in reading order; a line that goes on with the one above is added to it."""
    last = ""
    for paragraph in block.paragraphs[1:]:
        for cell in _CELLS.split(paragraph.words):
            words = tidy(cell).strip(" *")
            goes_on = last and re.match(r"(?:de|du|des|d')\b", flat(words)) and not person(last)
            if goes_on:
                last = f"{last} {words}"
                continue
            if last:
                yield last
            last = words
    if last:
        yield last


_SIGNED_BY = re.compile(r"signee?\b.*?\bpar\s+")
# «Pour la Caf, la directrice»: the office under which a name is to stand.
_SIGNING_FOR = re.compile(r"pour\s+(?:la\s|le\s|l')[^,:]{2,80},\s+(?=l[ae]\s|l')")


def _named_office(cell: str) -> tuple[str, str]:
    """The name and the office that a cell holds; either or both empty.

    >>> _named_office("Pour la commune, le Maire : Luc PIN"), _named_office("Signé le 4 mai 2021 par Luc PIN, maire")
    (('Luc PIN', 'Maire'), ('Luc PIN', 'maire'))
    """
    signed = _SIGNED_BY.match(flat(cell))
    words = cell[signed.end() :] if signed else cell
    for mark in (",", ":"):
        left, _, right = words.partition(mark)
        if person(left) and office(right):
            return person(left), office(right)
        if person(right) and office(left):
            return person(right), office(left.rpartition(",")[2])
    signing = _SIGNING_FOR.match(flat(words))
    if signing and office(words[signing.end() :]):
        return "", office(words[signing.end() :])
    if len(words) > 160 or _FORMULA.search(flat(words)):
        return "", ""
    name = person(words)
    return (name, "") if name and not office(words) else ("", office(words))


# --- persons whom only the signature block names -----------------------------------------------------------

_ORGANISATION = re.compile(
    r"\s+(?:de|du|des)\s+(?:la\s+|l')?"
    r"(?:caf\b|caisse|commune|ville|communaute|departement|metropole|conseil\s+(?:departemental|general|municipal))"
)


def with_signing(outline: Outline, parties: tuple[PartyClause, ...]) -> tuple[PartyClause, ...]:
    """The parties, with the persons whom the signature block names for them and the comparution does not.

    In a report the one who signs without naming an organisation signs for the authority that decides.
    """
    block = next(outline.of(BlockKind.CLOSING), None)
    if block is None:
        return parties
    context = Context(parties=parties)
    unnamed = not any(party.signatories for party in parties)
    added: dict[str, list[Signatory]] = {}
    for one in signature_blocks(block):
        if any(same_person(one.name, known.name) for party in parties for known in party.signatories):
            continue
        keys = context.keys(one.capacity)
        if not keys and unnamed:
            keys = _deciding(parties, one.capacity)
        if len(keys) == 1:
            added.setdefault(keys[0], []).append(Signatory(name=one.name, capacity=_office_alone(one.capacity)))
    return tuple(_joined(party, added.get(party.key, [])) for party in parties)


def _deciding(parties: tuple[PartyClause, ...], capacity: str) -> tuple[str, ...]:
    """The party whose organ the office names: the one that decides, where the office names none."""
    kind = owner(capacity)
    fitting = tuple(party.key for party in parties if party.kind is kind)
    return fitting[:1] or tuple(party.key for party in parties if party.kind is not PartyKind.CAF)[:1]


def _joined(party: PartyClause, added: list[Signatory]) -> PartyClause:
    """The party with these persons, who take the place of an office that the comparution leaves without a name."""
    if not added:
        return party
    named = [one for one in party.signatories if one.name]
    offices = {flat(one.capacity) for one in added}
    blank = [one for one in party.signatories if not one.name and flat(one.capacity) not in offices]
    return replace(party, signatories=(*named, *blank, *added))


def same_person(first: str, second: str) -> bool:
    """Whether two spellings name one person: same family name, a letter more or less.

    >>> same_person("H. Estaq", "Hélène ESTAQUE"), same_person("Rose Artaud", "Luc Pin")
    (True, False)
    """
    families = [flat(name).split()[-1] for name in (first, second) if name.split()]
    return len(families) == 2 and SequenceMatcher(a=families[0], b=families[1]).ratio() > 0.7


def _office_alone(capacity: str) -> str:
    """
    >>> _office_alone("Président du Conseil d'Administration de la Caisse d'allocations familiales du Lot")
    "Président du Conseil d'Administration"
    """
    found = _ORGANISATION.search(flat(capacity))
    return capacity[: found.start()] if found else capacity
