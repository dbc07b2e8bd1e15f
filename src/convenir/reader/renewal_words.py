"""How texts say that a convention is renewed: by which act, for how long, up to when, unless who objects."""

import re
from dataclasses import dataclass

from convenir.core.delays import Days, Delay, Months, Years, months_of
from convenir.core.terms.lifetime import Mode
from convenir.reader.french import NUMBER, number
from convenir.reader.marking import Marked, T
from convenir.reader.shapes import Shape

RENEWED = Shape(r"renouvel|recondu|prorog|prolong")

_RENEW = r"(?:renouvel\w+|recondui\w+|reconduction\w*|reconductible\w*|prorog\w+|prolong\w+|poursuivie)"
_ONLY = Shape(rf"\bne (?:.{{0,40}}\b{_RENEW}|(?:.{{0,20}}) ?faire l'objet d'une? .{{0,20}}{_RENEW})\b[^.]*?\bque\b")
_NEVER = Shape(
    rf"\b(?:ne|n')\s?(?:peut|pourra|saurait|sera|est|fera|se|donne\w*)\b[^.;]{{0,60}}?\b{_RENEW}"
    r"|\bnon (?:renouvelable|reconductible)|\b(?:sans|aucune?|pas de|ni|exclu\w*"
    rf"|exclusion de) [^.;]{{0,40}}?\b{_RENEW}"
    rf"|\b{_RENEW}[^.;]{{0,30}}\b(?:est|sont) (?:expressement )?exclue?s?\b"
)
_TACIT = Shape(
    rf"\btacite(?:ment)?\b[^.;]{{0,40}}{_RENEW}|{_RENEW}[^.;]{{0,40}}\btacite(?:ment)?\b|\btacite reconduction"
    rf"|{_RENEW}[^.;]{{0,20}}automatiquement|automatiquement[^.;]{{0,20}}{_RENEW}"
)
_UNLESS = Shape(
    r"\b(?:sauf|sous reserve de|a defaut de|faute de|en l'absence de|hors)\b[^.;]{0,40}\b(?:denonc"
    r"|resili|opposition|avis contraire)"
)
_EXPRESS = Shape(
    r"\bexpress|\bavenant|\bdecision|\baccord\b|\becrite?\b|\bdeliberation|\bnouvelle convention"
    r"|\bvolonte|\bdemande\b|\bformalis"
)
_RENEWABLE = Shape(
    r"\b(?:renouvelable|reconductible|(?:peut|pourra|pourront|est|sera) (?:etre )?(?:renouvel"
    r"|recondui|prorog|prolong)\w*"
    r"|(?:reconduction|renouvellement|prorogation|prolongation)\b[^.;]{0,40}\b(?:fera|fait"
    r"|devra faire|doit faire|donne\w*|s'effectue\w*"
    r"|(?:est|sera) (?:expressement )?(?:decid|conven|prononc|subordonn)\w+"
    r"|(?:peut|pourra) etre (?:decide|convenu|conclu|accorde|formalise)|suppose\w*|requiert"
    r"|necessite\w*|interviendra|se fera|sera (?:formalis|constat|decid|soumis)))"
)
SUBJECT = Shape(
    r"\b(?:convention|elle|celle-ci|ctg|contrat|charte|accord|partenariat)\b|^(?:toute |une |la "
    r"|le |sa |son )?(?:tacite )?(?:expresse )?"
    r"(?:reconduction|renouvel\w+|prorogation|prolongation)|\bpar (?:tacite|expresse) reconduction"
    r"|\breconduction (?:tacite|expresse)"
)
_OTHER_RENEWAL = Shape(
    r"\brenouvel\w+ (?:du|des|de leurs?|de ses) (?:mandat|membre|represent|agrement|contrat"
    r"|conseil|bail|equip|poste|projet)"
)
_RENEWS = Shape(rf"\b(?:ne|peut|pourra|sera|est|se|fera)\b(?! conclue)[^.,]{{0,60}}?\b{_RENEW}")
_STEPS = (
    Shape(
        r"\b(?<!cette )(?<!l'issue de la )periodes?(?: (?:successives?|supplementaires?"
        rf"|complementaires?|nouvelles?|identiques?))* (?:de |d'){T}"
    ),
    Shape(
        rf"{_RENEW}[^.;]{{0,80}}?\b(?:pour|de|d'|par)(?: une| la)?(?: nouvelle| meme)?(?: duree"
        rf"| periode)?(?: de| d')? ?{T}"
    ),
)
_YEARLY_STEP = Shape(
    r"\bd'annee en annee|\b(?:chaque|par) (?:an|annee)\b|\bannuellement|\btous les ans"
    r"|\bdate anniversaire|\bperiodes? annuelles?"
    r"|\bannee par annee|\btacite annuelle|reconduction annuelle"
)
_SAME_STEP = Shape(
    r"\b(?:pour )?(?:la |une |des )?(?:memes? (?:dures?|periodes?|duree)|(?:duree"
    r"|periode)s? (?:identique|equivalente|egale))"
)
_LIMIT = Shape(rf"\b(?:dans la limite|dans une limite|a concurrence|jusqu'a concurrence) (?:maximale )?(?:de |d'){T}")
_TOTAL = (
    Shape(rf"\bduree (?:totale|maximale|maximum|globale|cumulee)[^.;]{{0,60}}?{T}"),
    Shape(rf"\b(?:exceder|depasser|excede|depasse)(?: [\w']+){{0,6}}? {T}"),
    Shape(rf"\b(?:maximum|au maximum|au plus|maximale)(?: de| d'|:)? ?{T}"),
    Shape(rf"{T} (?:maximum|au maximum|au plus|au total)\b"),
)
WHOLE_LIFE = Shape(rf"\bduree (?:totale|globale|cumulee)|({NUMBER}) (?:fois|renouvellements?|reconductions?)\b")
_TIMES = Shape(rf"({NUMBER}) (?:fois|renouvellements?|reconductions?|periodes?)\b")
_DENUNCIATION = (
    Shape(
        r"\b(?:denonc|opposition|resili|contraire|non-? ?(?:renouvel|recondu)"
        rf"|preavis)[^.]{{0,160}}?{T}(?: [\w']+){{0,2}} (?:avant|a l'avance|precedant)"
    ),
    Shape(rf"\bpreavis(?: [\w']+){{0,3}} (?:de |d'){T}"),
    Shape(rf"{T}(?: \w+){{0,2}} avant[^.]{{0,120}}?(?:denonc|opposition|renouvel|recondu)"),
)


def mode(words: str) -> Mode | None:
    """How the convention goes on after its end, if the sentence says it.

    >>> mode("elle se renouvelle par tacite reconduction par periodes de <t0>")
    <Mode.TACIT: 'tacit'>
    >>> mode("elle ne peut etre prolongee que par une decision expresse"), mode("elle est renouvelable par avenant")
    (<Mode.EXPRESS: 'express'>, <Mode.EXPRESS: 'express'>)
    >>> mode("elle exclut toute reconduction tacite ; son renouvellement est decide par une deliberation expresse")
    <Mode.EXPRESS: 'express'>
    >>> mode("elle ne pourra etre reconduite tacitement"), mode("toute reconduction tacite est exclue")
    (<Mode.NONE: 'none'>, <Mode.NONE: 'none'>)
    >>> mode("sauf denonciation par une partie, la convention est reconduite pour <t0>")
    <Mode.TACIT: 'tacit'>
    """
    if _OTHER_RENEWAL.search(words):
        return None
    if _ONLY.search(words):
        return Mode.EXPRESS
    never = _NEVER.search(words)
    if never:
        return (
            Mode.EXPRESS if _RENEWABLE.search(words, never.end()) and _EXPRESS.search(words, never.end()) else Mode.NONE
        )
    if _TACIT.search(words) or (_UNLESS.search(words) and re.search(_RENEW, words)):
        return Mode.TACIT
    named = re.search(
        r"\b(?:reconduction|renouvellement|prorogation) (?:expresse|express)|\bexpresse (?:reconduction|prorogation)",
        words,
    )
    return Mode.EXPRESS if named or _RENEWABLE.search(words) else None


def step(words: Marked, first: Delay | None) -> Delay | None:
    """The length of one renewal; `first` is the length of the first period, for «la même durée»."""
    if _SAME_STEP.search(words.words):
        return first
    for pattern in _STEPS:
        for found in pattern.finditer(words.words):
            if not re.search(r"limite|excede|depass|maxim|preavis|avant|denonc", found[0]):
                return words.delays[int(found[1])]
    return Years(count=1) if _YEARLY_STEP.search(words.words) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The greatest total life, and the other reading where the words may count renewals only."""

    total: Delay | None = None
    alternative: Delay | None = None


def ceiling(words: Marked, first: Delay | None, each: Delay | None) -> Ceiling:
    """The ceiling that a renewal clause sets.

    >>> from convenir.reader.marking import marked
    >>> ceiling(marked("sans que sa durée totale puisse dépasser six ans"), None, None).total
    Years(count=6)
    >>> ceiling(marked("reconductible deux fois pour un an"), Years(count=1), Years(count=1)).total
    Years(count=3)
    >>> ceiling(marked("renouvelable chaque année dans la limite de 3 ans"), Years(count=1), Years(count=1))
    Ceiling(total=Years(count=3), alternative=Years(count=4))
    """
    total = next((delay for pattern in _TOTAL if (delay := words.delay(pattern))), None)
    if total:
        return Ceiling(total=total)
    limit = words.delay(_LIMIT)
    if limit:
        return Ceiling(total=limit, alternative=_added(limit, first, 1))
    times = _TIMES.search(words.words)
    count = number(times[1]) if times else None
    if count and first and each and "par an" not in words.words:
        return Ceiling(total=_added(first, each, count))
    return Ceiling()


def _added(base: Delay, more: Delay | None, times: int) -> Delay | None:
    if more is None or isinstance(base, Days) or isinstance(more, Days):
        return None
    months = months_of(base) + times * months_of(more)
    return Months(count=months) if months % 12 else Years(count=months // 12)


def denunciation(words: Marked) -> Delay | None:
    """The notice that prevents a tacit renewal.

    >>> from convenir.reader.marking import marked
    >>> denunciation(marked("tacitement reconduite, sauf dénonciation trois mois avant l'échéance"))
    Months(count=3)
    """
    return next((delay for pattern in _DENUNCIATION if (delay := words.delay(pattern))), None)


def elliptic(words: str) -> bool:
    """Whether no verb renews: the words hang on a clause about something else, or do not say by what act."""
    return not _EXPRESS.search(words) or not (_RENEWABLE.search(words) or _RENEWS.search(words))
