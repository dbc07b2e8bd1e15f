"""What a délibération, or its draft in a report, decides about a convention: by which organ, when, by which votes."""

import re
from collections.abc import Iterator
from datetime import date

from convenir.core.source import Source
from convenir.core.terms.parties import DeliberationAct
from convenir.reader.french.lettered_days import lettered
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, flat, tidy
from convenir.reader.outline import BlockKind, Outline, Passage
from convenir.reader.wordings.parties.refusals import without_refusals

_APPROVES = Shape(
    r"^\W*(?:article \d+\w* ?[:.-]? ?)?(?:(?:de|d')? ?)?(?:approuve|adopte|valide)(?:nt|r)?\b"
    r".*\b(?:convention|avenant|ctg|charte|accord)\b|\bprojet d(?:e|')\s?(?:convention|avenant)\b.*\best (?:approuve"
    r"|adopte)"
    r"|\b(?:conseil|assemblee|commission|bureau|comite syndical)\b[^.;]{0,60}? (?:approuve|adopte|valide)\b"
    r".*\b(?:convention|avenant|ctg|charte|accord)\b"
    r"|\bunanimite\b[^.;]{0,60},\s*(?:approuve|adopte|valide)\b[^.;]*\b(?:convention|avenant|ctg|charte|accord)\b"
    r"|^\W*(?:article \d+\w* ?[:.-]? ?)?(?:la\s|le\s|l')(?:convention|avenant|ctg|charte|accord)\b[^.;]{0,80}"
    r"\s(?:est|sont)\s(?:approuve|adopte)"
    r"|\bdecid\w+\b[^.;]{0,60}?\b(?:d'|de\s)(?:approuver|adopter|valider)\b.*\b(?:convention|avenant|ctg|charte"
    r"|accord)\b"
)
_LETS_SIGN = Shape(r"\b(?:autoris|habilit|mandat|donne pouvoir)\w*\b.*\bsigner\b|\bm'autoriser\b.*\bsigner\b")
_NUMBER = re.compile(
    r"\b(?:rapport|deliberation|decision)\b[^\n]{0,30}?\b(?:n\s?[°º]|no\.?\s)\s*([\w/.-]*\d[\w/.-]*)", re.IGNORECASE
)
# The number of the act itself, on a line of its own: a report above it has another one.
_NUMBER_OF_ACT = re.compile(
    r"^\W*deliberation\s+(?:n\s?[°º]\s*)?([\w/.-]*\d[\w/.-]*)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_NUMBER_ALONE = re.compile(r"^[ \t]*N\s?[°º]\s*([\w/.-]*\d[\w/.-]*)[ \t]*$", re.MULTILINE)
_ORGAN = Shape(
    r"\bconseil\s+(?:general|departemental|municipal|communautaire|metropolitain|syndical|d'administration)\b"
    r"|\bcommission\s+permanente\b|\bcomite\s+syndical\b|\bbureau\s+communautaire\b"
)
# What is decided may stand just under the visas, without a title between them.
_DECIDES = re.compile(r"\W*(?:approuve|adopte|autorise|habilite|mandate)\b")
_SUBJECT = re.compile(r"\W*objet\b")
# A short act has neither visas nor articles: what it decides stands in its head.
_DECIDED = Shape(
    r"\bapres\s(?:en\s)?avoir\sdelibere\b|\bdecid(?:e|ent|a)\b|^\W*(?:de\s|d')?(?:approuve|autorise|adopte)r?\b"
)
# A draft that an assembly is asked to adopt proves neither its day nor its votes.
_PROPOSED = Shape(
    r"\bprojet\s+de\s+deliberation\b|\bil\s+vous\s+est\s+(?:demande|propose)\s+d|\bje\s+vous\s+(?:demande|propose"
    r"|prie)\b"
    r"|\bvous\s+(?:demande|propose)\s+de\s+bien\s+vouloir"
)
_SAT = Shape(
    r"\b(?:seance|reunion|session|deliberation|decision|conseil [a-z']+|comite syndical)\b[^\n.;]{0,60}?\b(?:du|le"
    r"|en date)\s"
)
_LISTED = r"(?= ?[-/,;.)]| ?:(?! ?\d)| et\b|$)"
_VOTES = r"(?:voix|votes?|suffrages?)"
_FOR = Shape(rf"\bpour ?[:=] ?({NUMBER})|({NUMBER}) (?:{_VOTES} pour\b|pour{_LISTED}|{_VOTES} contre (?:{NUMBER})\b)")
_AGAINST = Shape(
    rf"\bcontre ?[:=] ?({NUMBER})|{_VOTES} contre ({NUMBER})\b"
    rf"|({NUMBER}) (?:{_VOTES} contre\b(?! (?:{NUMBER})\b)|contre{_LISTED})"
)
_ABSTAINED = Shape(rf"\babstentions?(?:\(s\))? ?[:=] ?({NUMBER})|({NUMBER}) abstentions?\b")
_UNANIMOUS = Shape(r"\ba l'unanimite\b|\bunanimement\b")
_SENT = Shape(
    r"\b(?:transmi\w+|recue?|depose\w*|teletransmi\w+|accuse de reception|transmission)\b[^\n]{0,60}?"
    r"\b(?:prefecture|sous-prefecture|representant de l'etat|controle de legalite|prefete?)\b"
)
_PUBLISHED = Shape(r"\b(?:affich\w+|publi(?:ee?|cation)|mise? en ligne|notifi\w+)\b")


_WITHIN = (BlockKind.TITLE, BlockKind.BODY, BlockKind.ARTICLE, BlockKind.PREAMBLE, BlockKind.CITATIONS)


def deliberation(outline: Outline) -> Iterator[DeliberationAct]:
    """What the assembly decides, from the sentences that approve a convention and let someone sign it."""
    approves = authorises = False
    source: Source | None = None
    for said, ground in _decisions(outline):
        words = without_refusals(said)
        approved = _APPROVES.search(words) is not None
        authorised = _LETS_SIGN.search(words) is not None
        if approved or authorised:
            approves, authorises = approves or approved, authorises or authorised
            source = source or ground
    if source is None:
        return
    plain = flat(outline.words)
    adopted = _PROPOSED.search(plain) is None
    yield DeliberationAct(
        organ=_organ(outline.words, plain),
        number=_number(outline.words),
        adopted_on=_adopted_on(outline.words, plain) if adopted else None,
        approves_text=approves,
        authorises_signature=authorises,
        votes_for=_votes(_FOR, plain) if adopted else None,
        votes_against=_votes(_AGAINST, plain) if adopted else None,
        abstentions=_votes(_ABSTAINED, plain) if adopted else None,
        unanimous=adopted and _UNANIMOUS.search(plain) is not None,
        transmitted_on=_stamped(_SENT, outline.words, plain) if adopted else None,
        published_on=_stamped(_PUBLISHED, outline.words, plain) if adopted else None,
        source=source,
    )


def _decisions(outline: Outline) -> Iterator[tuple[str, Source]]:
    """The sentences that may decide, flat: an article of one line is all in its title."""
    for passage in outline.passages(*_WITHIN):
        if _may_decide(passage):
            yield passage.flat, outline.quote(passage)
    for block in outline.of(BlockKind.ARTICLE):
        if not block.paragraphs:
            yield flat(block.title), outline.heading(block)


def _may_decide(passage: Passage) -> bool:
    """Whether the passage is more than a ground of the act, or its name."""
    match passage.block.kind:
        case BlockKind.CITATIONS:
            return _DECIDES.match(passage.flat) is not None
        case BlockKind.TITLE:
            return _DECIDED.search(passage.flat) is not None
        case _:
            return _SUBJECT.match(passage.flat) is None


def _organ(words: str, plain: str) -> str:
    found = _ORGAN.search(plain)
    return tidy(words[found.start() : found.end()]) if found else ""


def _number(words: str) -> str:
    """
    >>> _number("DÉCISION N° 2025-14."), _number("Extrait du registre\\nN° 24/33\\nSéance du 2 mai 2024")
    ('2025-14', '24/33')
    >>> _number("Rapport n° 7\\nDélibération n° 2025-14"), _number("Délibération CP-2024-19")
    ('2025-14', 'CP-2024-19')
    """
    bare = _bare(words)
    found = _NUMBER_OF_ACT.search(bare) or _NUMBER.search(bare) or _NUMBER_ALONE.search(words)
    return found[1].strip(" .-") if found else ""


def _bare(words: str) -> str:
    return words.replace("é", "e").replace("É", "E")


def _votes(shape: Shape, plain: str) -> int | None:
    """How many votes the act counts.

    >>> _votes(_FOR, "par 26 voix pour et deux abstentions"), _votes(_ABSTAINED, "par 26 voix pour et deux abstentions")
    (26, 2)
    >>> _votes(_AGAINST, "pour : 11 ; contre : 0"), _votes(_AGAINST, "adopte a l'unanimite")
    (0, None)
    >>> _votes(_FOR, "par vingt voix contre trois"), _votes(_AGAINST, "par vingt voix contre trois")
    (20, 3)
    """
    found = shape.search(" ".join(plain.split()))
    return number(next(filter(None, found.groups()))) if found else None


def _adopted_on(words: str, plain: str) -> date | None:
    """The day on which the assembly sat, in figures or, at the head of the act, in letters."""
    for found in _SAT.finditer(plain):
        on = next(days(words[found.end() : found.end() + 40]), None)
        if on and isinstance(on.day, date):
            # «L'an deux mille vingt-quatre, le quatre avril», above the day of another organ.
            return next(lettered(words[: found.start()]), on.day)
    return next(lettered(words[:3000]), None)


def _after(shape: Shape, words: str, plain: str) -> date | None:
    """The day written just after what the shape finds first."""
    for found in shape.finditer(plain):
        on = next(days(words[found.end() : found.end() + 40]), None)
        if on and isinstance(on.day, date):
            return on.day
    return None


def _stamped(shape: Shape, words: str, plain: str) -> date | None:
    """The day of a stamp, which stands at the end of the act."""
    begin = max(0, plain.rfind("fait et delibere"), plain.rfind("certifie"), len(plain) - 800)
    return _after(shape, words[begin:], plain[begin:])
