"""How texts say when a convention starts and when it ends: fixed days, events, lengths, blanks."""

import re
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.delays import Day, Delay, Years, latest
from convenir.core.terms.lifetime import Start
from convenir.reader.french import NUMBER, day, number
from convenir.reader.marking import D, Marked, T
from convenir.reader.shapes import Shape

# --- the words of a start ------------------------------------------------------------------------------------

_EFFECT = (
    r"(?:a compter|a partir|a dater|des|depuis|prend(?:ra|rait)? effet|entre(?:ra|rait)? en vigueur|court|courra"
    r"|a la date|au jour|le jour|est conclue|commence\w*(?: a courir)?|debute(?:ra)?|s'applique(?:ra)?|vaut|(?:produit"
    r"|produira) (?:ses )?effets?"
    r"|avec effet|effet (?:retroactif )?(?=(?:du|au|a compter|a partir)\b))"
)
# What may stand between these words and the day.
_BETWEEN = (
    r"(?:,? (?:du|de|des|le|la|les|au|a|date|compter|partir|retroactivement|retroactive|retroactif|titre|maniere|facon"
    r"|effet|fixee?|son|sa|jour|rentree|scolaire|anticipee?|par anticipation|ensuite|donc))*,?"
)
_EVENTS: tuple[tuple[Start, Shape], ...] = tuple(
    (start, Shape(rf"\b{_EFFECT}(?: [\w'/]+){{0,7}}? ?\b{event}"))
    for start, event in (
        (Start.SIGNATURE, r"(?:signature|signee par)"),
        (Start.NOTIFICATION, r"notification"),
        (Start.PUBLICATION, r"(?:publication|publicite|affichage)"),
        (Start.APPROVAL, r"(?:approbation|adoption)"),
    )
)
_STATED = Shape(
    r"signature(?: [\w'/]+){0,6}? (?:figurant|portee|indiquee|mentionnee|apposee|inscrite|precisee"
    r"|ci-? ?(?:dessous|apres))"
)
_FIXED = (
    Shape(rf"\b{_EFFECT}{_BETWEEN} {D}"),
    Shape(rf"\bdu {D}(?: \w+){{0,2}} (?:au|jusqu'au) "),
    Shape(rf"\bde {D} (?:a|jusqu'a|jusqu'en) "),
)

# «du 1er janvier au 31 décembre 2023»: the year is only said once.
_SAME_YEAR = Shape(r"\bdu (1 ?er|premier|\d{1,2}) ([a-z]{3,9}) (?:au|jusqu'au) <d(\d+)>")

# --- the words of an end -------------------------------------------------------------------------------------

_ENDS = (
    Shape(rf"\bjusqu'(?:au|a|en)(?: [\w']+){{0,6}}? ?{D}"),
    Shape(
        r"\b(?:prend(?:ra|rait)?(?: de plein droit)? fin|prenant fin|s'achev\w+|expir\w+|se termin\w+|cess\w+"
        rf"|arriv\w+ a|s'eteint|s'eteindra|vient a|viendra a|(?:echeance|terme|fin)(?: \w+){{0,4}} (?:est|sera"
        rf"|demeure|reste)"
        rf"|terme)(?: [\w']+){{0,6}}? {D}"
    ),
    Shape(rf"\bdu (?:\d{{1,2}}(?: ?er)?|premier) [a-z]{{3,9}} (?:au|jusqu'au) {D}"),
    Shape(rf"\bdu (?:<d\d+>|.{{0,80}}signature.{{0,60}}?) au {D}"),
    Shape(rf"(?:<d\d+>|signature)[^.;]{{0,60}}? au {D}"),
    Shape(rf"\bde <d\d+> (?:a|jusqu'en) {D}"),
    Shape(rf"\bjusqu'(?:au|a)[^.;]{{0,90}}?\bsoit (?:le |jusqu'au )?{D}"),
    Shape(rf"\b(?:exceder|depasser|au-dela)(?: (?:le|du))? {D}"),
    Shape(rf"\b(?:prorog|report|prolong)ee?(?: [\w']+){{0,3}} au {D}"),
)
_YEARS = Shape(
    r"\b(?:periode|annees?|exercices?|ans)(?: (?:civiles?|budgetaires?|contractuelles?|pluriannuelle))?:? "
    r"(20\d\d)(?: ?(?:-|a|/|et) ?|(?:, ?20\d\d)*(?:,| et) )(20\d\d)\b"
)
_SCHOOL_YEARS = Shape(
    r"(?<!fin de l')(?<!issue de l')(?<!terme de l')\bannees? scolaires?:? (20\d\d) ?[-/] ?(20\d\d)"
    r"(?:.{0,20}?20\d\d ?[-/] ?(20\d\d))*"
)
_YEAR = Shape(
    r"\b(?:pour|au titre de|durant|sur|couvre|pour la seule duree de) l'(?:annee|exercice)(?: civile"
    r"| budgetaire)? (20\d\d)\b(?! ?[-/] ?20| (?:a|et) 20)"
)
_SCHOOL_END = Shape(r"\bjusqu'(?:a|au)[^.;]{0,30} (?:fin|terme|issue) de l'annee scolaire (20\d\d) ?[-/] ?(20\d\d)")
_YEAR_END = Shape(r"\b(?:jusqu'(?:a|en)|a) (?:la )?(?:fin(?: de)?(?: l'annee(?: civile)?)?|fin) (20\d\d)\b")

# --- the words of a length -----------------------------------------------------------------------------------

_SPANS = (
    Shape(
        rf"\b(?:duree|validite)(?! (?:totale|maximale|maximum|globale|cumulee))(?: [\w']+){{0,8}}? ?(?:de|d'|a|est"
        rf"|:) ?{T}"
    ),
    Shape(rf"\b(?:conclue?|etablie?|passee?|signee?|consentie?|valable|souscrite?|porte)(?: [\w',]+){{0,8}}? pour {T}"),
    Shape(rf"\b(?:conclue?|etablie?|passee?|signee?|valable)(?: [\w',]+){{0,8}}? (?:sur|durant|pendant) {T}"),
    Shape(rf"\b(?:valable|dure|durera|s'etend sur|s'applique pendant|court pendant) {T}"),
    Shape(
        rf"\b(?:vaut|s'applique|court|prend effet|entre en vigueur)(?: [\w',]+){{0,12}}? (?:pour|pendant|durant) {T}"
    ),
    Shape(rf"\bpour une periode (?:initiale |ferme )?(?:de |d'){T}"),
)
_EXERCISES = Shape(rf"\b(?:pour|duree de|periode de) ({NUMBER}) exercices?\b")
_RENEWED = Shape(r"renouvel|recondu|prorog|prolong")
_ENDING = Shape(r"resili|denonc|preavis|mise en demeure|renouvel(?:lement|er) d")
_BLANK = Shape(r"(?:\.{3,}|…+|\bx{2,}\b|\[[ .]*\])")
_BLANK_END = Shape(
    rf"(?:jusqu'au?|au|duree(?: \w+){{0,3}} (?:de|d')|pour(?: une duree de)?) ?{_BLANK.pattern}"
    rf"|duree(?: \w+){{0,3}} de ans\b"
)

# The day that an avenant takes away: «qui devait s'achever le…», «les mots « … » sont remplacés par…».
_FORMER = Shape(
    r"\bdevai(?:t|ent) (?:finir|prendre fin|s'achever|expirer|se terminer|cesser|arriver|venir)[^,.;]*"
    r"|\b(?:les (?:mots|termes)|la (?:date|mention)|l'echeance)\b[^.;]{0,120}?\b(?:est|sont) remplacee?s? par\b"
    r"|\b(?:initialement|anciennement) (?:fixee?|prevue?|arretee?) (?:au|le|jusqu'au) <d\d+>|\bau lieu du <d\d+>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What one sentence says of start and end."""

    start: Start | None = None
    stated_date: bool = False
    starts_on: Day | None = None
    ends_on: date | None = None
    span: Delay | None = None
    blank: bool = False

    @property
    def ends(self) -> bool:
        """Whether the sentence states an end."""
        return self.ends_on is not None or self.span is not None or self.blank


def span(words: Marked) -> Span:
    """Start, end and length that a sentence states.

    >>> from convenir.reader.marking import marked
    >>> said = span(marked("Elle prend effet le 1er mars 2023 et s'achève le 28 février 2026."))
    >>> said.start.value, said.starts_on.isoformat(), said.ends_on.isoformat()
    ('fixed', '2023-03-01', '2026-02-28')
    >>> said = span(marked("La convention est conclue pour une durée de quatre (4) ans à compter de sa notification."))
    >>> said.start.value, said.span
    ('notification', Years(count=4))
    >>> said = span(marked("Elle court du jour de sa signature au 31 août 2025 inclus."))
    >>> said.start.value, said.ends_on.isoformat()
    ('signature', '2025-08-31')
    >>> said = span(marked("La convention, qui devait expirer le 30 juin 2022, est prolongée jusqu'au 30 juin 2023."))
    >>> said.ends_on.isoformat()
    '2023-06-30'
    >>> span(marked("Le terme, initialement fixé au 30 juin 2022, est reporté au 30 juin 2023.")).ends_on.isoformat()
    '2023-06-30'
    >>> said = span(marked("Elle couvre les années scolaires 2020-2021, 2021-2022, 2022-2023 et 2023-2024."))
    >>> said.ends_on.isoformat()
    '2024-08-31'
    """
    words = replace(words, words=_FORMER.sub("", words.words))
    if _ENDING.search(words.words) and not re.search(
        r"duree|conclu|prend effet|expirera|prendra fin|s'achev", words.words
    ):
        return Span()
    years = _years(words.words)
    starts_on = years[0] if years else _first_day(words, _FIXED) or _day_before(words)
    event = _event(words.words)
    ends_on = years[1] if years else _end(words, starts_on)
    start = Start.FIXED if starts_on else event
    return Span(
        start=start,
        stated_date=start is Start.SIGNATURE and _STATED.search(words.words) is not None,
        starts_on=starts_on,
        ends_on=ends_on,
        span=_length(words),
        blank=ends_on is None and _BLANK_END.search(words.words) is not None,
    )


def _event(words: str) -> Start | None:
    found = [
        (match.start(), rank, start) for rank, (start, event) in enumerate(_EVENTS) if (match := event.search(words))
    ]
    return min(found)[2] if found else None


def _first_day(words: Marked, patterns: tuple[Shape, ...]) -> Day | None:
    return next((day for pattern in patterns if (day := words.day(pattern))), None)


def _day_before(words: Marked) -> date | None:
    """The first day of a period whose year is only said with the last one."""
    found = _SAME_YEAR.search(words.words)
    last = words.days[int(found[3])] if found else None
    if found is None or not isinstance(last, date):
        return None
    first = day(f"{found[1]} {found[2]} {last.year}")
    return first if isinstance(first, date) and first < last else None


def _end(words: Marked, starts_on: Day | None) -> date | None:
    for pattern in _ENDS:
        for found in pattern.finditer(words.words):
            day = words.days[int(found[1])]
            if day is not None and day != starts_on:
                return latest(day)
    school = _SCHOOL_END.search(words.words)
    if school:
        return date(int(school[2]), 8, 31)
    year = _YEAR_END.search(words.words)
    return date(int(year[1]), 12, 31) if year else None


def _years(words: str) -> tuple[date, date] | None:
    school = _SCHOOL_YEARS.search(words)
    if school:
        return date(int(school[1]), 9, 1), date(int(school[3] or school[2]), 8, 31)
    single = _YEAR.search(words)
    if single:
        return date(int(single[1]), 1, 1), date(int(single[1]), 12, 31)
    years = _YEARS.search(words)
    if years and int(years[1]) < int(years[2]):
        return date(int(years[1]), 1, 1), date(int(years[2]), 12, 31)
    return None


def _length(words: Marked) -> Delay | None:
    for pattern in _SPANS:
        for found in pattern.finditer(words.words):
            before = words.words[: found.start()]
            if not _RENEWED.search(before) and not re.search(r"preavis|delai", found[0]):
                return words.delays[int(found[1])]
    years = _EXERCISES.search(words.words)
    count = number(years[1]) if years and not _RENEWED.search(words.words[: years.start()]) else None
    return Years(count=count) if count else None
