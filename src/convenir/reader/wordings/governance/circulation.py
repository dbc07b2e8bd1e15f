"""How texts say which body meets before another, and how long before a meeting its papers are sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.delays import Delay
from convenir.reader.french.marking import Marked, T
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat

_LEAST = r"(?: (?:au moins|au minimum|minimum|au plus tard|francs?|ouvres?|ouvrables?|calendaires?|pleins?))*"
# «trois semaines, soit 21 jours, avant»: the same delay said twice.
_AGAIN = r"(?:,? (?:soit|c'est-a-dire) <t\d+>,?| \(<t\d+>\))?"
_BEFORE = Shape(rf"{T}{_LEAST}{_AGAIN},? avant (?P<what>[^.;,]{{3,80}})")
# «l'avis douze jours au moins, et les rapports sept jours au moins, avant la séance»: said once for both.
_BEFORE_BOTH = Shape(
    rf"{T}{_LEAST},? et (?:les? |la |l')[a-z' ]{{3,40}} <t\d+>{_LEAST},? avant (?P<what>[^.;,]{{3,80}})"
)
# «Le délai de convocation est de quinze jours», «avec un préavis de dix jours».
_NOTICE = Shape(
    rf"\b(?:convoc\w+|convoqu\w+|invit\w+|envoi d(?:es|e la|u) [a-z]+)\b[^.;]{{0,60}}?\b(?:(?:preavis|delai)"
    rf"(?: (?:minimal|minimum))?(?: (?:de|d'|est de|fixe a)){{1,2}}|est de|est fixe a|inferieur a|moins de) ?(?:d')?{T}"
    rf"|\b(?:preavis|delai)(?: (?:minimal|minimum|de)){{0,2}} {T}[^.;]{{0,20}}? separe l'envoi"
)
_BEFORE_DELAY = Shape(rf"\bavant (?P<what>[^.;,]{{3,80}}?), (?:au moins |au plus tard )?{T}")
_AHEAD = Shape(rf"{T}{_LEAST} (?:a l'avance|au prealable|auparavant|d'avance|avant(?= ?(?:$|[.,;:)]| et ))\b)")
_MEETING = Shape(
    r"\b(?:comites?|copil|cotech|instances?|reunions?|seances?|sa tenue|leur tenue|celui-ci|sa date"
    r"|celle-ci|celui de la|rencontres?|commissions?|assemblees?|conferences?|la date (?:fixee|prevue|retenue|de la"
    r"|de cette))"
)
# Papers or an invitation, without which «quinze jours à l'avance» is about something else.
_CALLS = Shape(
    r"\b(?:convo\w+|invit\w+|ordres? du jour|reunions?|seances?|rapports?|dossiers?|documents?|pieces?"
    r"|papiers?|supports?"
    r"|propositions?|elements?|bilans?)\b"
)
_ASSEMBLES = Shape(
    r"\b(?:se reuni\w*|se tien\w+|tiendra|siege\w*|se rencontr\w+|est convoque|se retrouv\w+|est reuni)\b"
)
_PREPARES = Shape(
    r"\bprepar\w+(?: ?(?:le|la|les|l'|des|du|de|d'|ses|ordres? du jour|reunions?|seances?|travaux"
    r"|decisions|chaque|toute)\b)*"
    r"(?P<what>[ ']?(?:comites?|copil|instances?|cotech|commissions?|assemblees?|conferences?)\b[^.;,]{0,60})"
)
_MEETS_BEFORE = Shape(
    r"\bse reuni\w*(?: [a-z]+){0,2}? (?:avant (?:chaque|le|la|toute?|chacun des)|en amont (?:du|des|de (?:chaque|la)))"
    r"(?P<what> (?:reunions? du )?(?:comites?|copil|instances?|cotech|commissions?|assemblees?"
    r"|conferences?)\b[^.;,]{0,60})"
)
# «Chaque comité de pilotage est précédé d'une réunion du comité technique.»
_PRECEDED = Shape(r"\b(?:est|sont|sera|seront) (?:toujours )?precedee?s?\b")
_SENDER = (
    Shape(
        r"\b(?:envoye|adresse|transmis|communique|diffuse|remis|expedie)e?s? par (?P<who>(?:la|le|l') ?[^,.;:]{2,50}?)"
        rf"(?= aux?\b| a \w|[,.;]|$| (?:au moins|au plus|{NUMBER}))"
    ),
    # «La Caf en tient le secrétariat et envoie…»
    Shape(
        r"^(?P<who>(?:la|le|l') ?[^,.;:]{2,50}?)(?<! est)(?<! sera)(?: en)?,?"
        r"(?: (?:en )?(?:tient|assure) le secretariat et)?"
        r" (?:envoie|enverra|adresse(?:ra)?|transmet(?:tra)?|communique(?:ra)?|diffuse(?:ra)?|remet(?:tra)?"
        r"|convoque(?:ra)?)\b"
    ),
)
_SENDS = Shape(
    r"\b(?:transm\w+|adress\w+|envo\w+|communiqu\w+|diffus\w+|remet\w*|remis\w*|fourni\w*|expedi\w+|notifi\w+"
    r"|mise?s? a (?:la )?disposition|mise?s? en ligne|deposee?s?|part(?:ent|iront|ira)?\b(?! de)|parvien\w+|parvenir"
    r"|convo\w+|invit\w+|lancee?s?|touche(?:nt|ra|ront)?|arriv\w+|(?:prevenu|averti|avise|informe)e?s? (?:de|du)"
    r"|fai(?:t|re) suivre|consultables?|dispos(?:e|ent|eront) (?:de|des)|(?:en possession|connue?s?) des|doivent avoir"
    r"|recoi(?:t|vent)|recevront|rend\w* accessible|port\w+ a la connaissance)\b"
)
# «Ordre du jour et documents : huit jours avant la séance»
_LABEL = Shape(
    r"(?:^|; )\W*(?:convocations?|invitations?|ordres? du jour|documents?|dossiers?|pieces|supports"
    r"|envois?)\b[^.:|]{0,40}[:|]"
)
_PAPERS = Shape(
    r"\b(?:les?|l'|la|des|d'|ses|son|leurs?) ?(?P<papers>(?:propositions?"
    r"|documents?(?: de (?:seance|travail)| preparatoires)?|dossiers?(?: de seance)?"
    r"|ordres? du jour|convocations?|invitations?|avis de (?:reunion|seance)|pieces?|papiers?|supports?|elements?"
    r"|bilans?"
    r"|rapports?)(?: [a-z']+){0,3}?)(?= (?:parvien\w+|arriv\w+) | (?:\w+ ){0,6}?<t|,"
    r"| (?:sont|est|seront|sera|doivent|part|partent)\b|$"
    r"| aux?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Papers sent so long before a meeting; `papers` in the words of the text, empty where it only convenes."""

    delay: Delay
    papers: str


def ahead(words: Marked) -> Delay | None:
    """The delay before a meeting that the sentence states.

    >>> from convenir.reader.french.marking import marked
    >>> ahead(marked("Il se réunit trois semaines avant chaque comité de pilotage."))
    Days(count=21)
    >>> ahead(marked("Les documents partent deux semaines, soit 14 jours, avant la séance."))
    Days(count=14)
    >>> ahead(marked("Le préavis est de trois mois avant l'échéance.")) is None
    True
    """
    return next((words.delays[rank] for rank, _, _ in _leads(words)), None)


def _leads(words: Marked) -> Iterator[tuple[int, int, int]]:
    """Each delay before a meeting: the number of its mark, and its place in the words."""
    found: dict[int, tuple[int, int]] = {}
    for shape, group in ((_BEFORE, 1), (_BEFORE_BOTH, 1), (_BEFORE_DELAY, 2)):
        for match in shape.finditer(words.words):
            if _MEETING.search(match["what"]):
                found.setdefault(int(match[group]), (match.start(), match.end(group)))
    if _CALLS.search(words.words):
        for match in _AHEAD.finditer(words.words):
            found.setdefault(int(match[1]), match.span())
    for match in _NOTICE.finditer(words.words):
        found.setdefault(int(match[1] or match[2]), match.span())
    yield from ((rank, *span) for rank, span in sorted(found.items()))


def sent(words: Marked, line: str) -> tuple[Sent, ...]:
    """What is sent before a meeting, each with its delay; nothing where nobody sends anything.

    >>> from convenir.reader.french.marking import marked
    >>> line = "Les convocations partent quinze jours avant la séance, et les documents huit jours avant celle-ci."
    >>> [(one.delay.count, one.papers) for one in sent(marked(line), line)]
    [(15, 'convocations'), (8, 'documents')]
    >>> line = "Le gestionnaire est prévenu quinze jours à l'avance."
    >>> sent(marked(line), line)
    ()
    """
    if not _SENDS.search(words.words) and not _LABEL.search(words.words):
        return ()
    told: list[Sent] = []
    begin = 0
    for rank, _, end in _leads(words):
        # «une semaine à l'avance, c'est-à-dire sept jours avant la rencontre»
        if told and told[-1].delay == words.delays[rank]:
            continue
        told.append(Sent(delay=words.delays[rank], papers=_papers(words.words[begin:end], line)))
        begin = end
    return tuple(told)


def _papers(words: str, line: str) -> str:
    """What is sent, in the words of the text, without article."""
    found = _PAPERS.search(words)
    if found is None:
        return ""
    named = re.sub(r"(?: (?:et|ou|les?|la|des|leurs?|ses|sont|est))+$", "", found["papers"])
    place = flat(line).find(named)
    return line[place : place + len(named)] if place >= 0 else named


def sender(line: str) -> str:
    """Who the sentence says that sends, in the words of the text; empty where it names nobody.

    >>> sender("L’ordre du jour est adressé par la Caf aux membres dix jours avant la séance.")
    'la Caf'
    """
    plain = flat(line)
    found = next((match for shape in _SENDER if (match := shape.search(plain))), None)
    return line[slice(*found.span("who"))] if found else ""


def is_preceded(words: str) -> bool:
    """Whether the sentence has the meetings of a body come after those of another."""
    return _PRECEDED.search(words) is not None


def meets(words: str) -> bool:
    """Whether the sentence has a body meet."""
    return _ASSEMBLES.search(words) is not None


def prepares(words: str) -> str:
    """What a body prepares, if the sentence says that it prepares another body's meetings; else nothing.

    >>> prepares("il mesure l'avancement des actions et prepare le comite de pilotage")
    ' comite de pilotage'
    """
    found = _PREPARES.search(words) or _MEETS_BEFORE.search(words)
    return found["what"].rstrip() if found else ""
