"""How texts say when a convention starts and when it ends: fixed days, events, lengths, blanks."""

import re
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.delays import Day, Delay, Years, latest
from convenir.core.terms.lifetime import Start
from convenir.reader.french.marking import D, Marked, T
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import day

# --- the words of a start ------------------------------------------------------------------------------------

_TAKES_EFFECT = (
    r"(?:pre(?:nd(?:ra|rait|ront|raient)?|nnent|nant) effet|entr(?:e|ent|era|erait|eront|eraient) en (?:vigueur"
    r"|application)"
    r"|cour(?:t|ent|ra|rait)|va(?:ut|lent|udra|udrait)|s'appliqu(?:e|ent|era|erait)|produi(?:t|sent|ra|rait) (?:ses "
    r"|leurs )?"
    r"effets?|(?:commenc|debut|demarr)(?:e|ent|era|erait|ant)(?: a courir)?|s'ouvr(?:e|ira|irait)|est conclue"
    r"|(?:est|sera|devient|deviendra) (?:executoire|opposable|applicable))"
)
_EFFECT = (
    rf"(?:a compter|a partir|a dater|des|depuis|a la date|au jour|le jour|{_TAKES_EFFECT}"
    r"|avec effet|effet (?:retroactif )?(?=(?:du|au|a compter|a partir)\b))"
)
# What may stand between these words and the day.
_BETWEEN = (
    r"(?:,? (?:du|de|des|le|la|les|au|a|date|compter|partir|retroactivement|retroactive|retroactif|titre|maniere|facon"
    r"|effet|fixee?|son|sa|jour|rentree|scolaire|anticipee?|par anticipation|ensuite|donc))*,?"
)
# «Date d'effet : 1er mars 2023», «le point de départ en est fixé au…».
_HEADED = (
    r"(?:date d'(?:effet|entree en vigueur)|date de (?:debut|demarrage|prise d'effet)|prise d'effet|entree en vigueur"
    r"|point de depart|debut|commencement)(?: de la (?:convention|charte)| du (?:contrat|protocole))?"
    r"(?: ?[:=,]|(?: en)? (?:est|sera|intervient|a lieu|demeure))(?: fixee?)?(?: (?:le|au|a|a la date du|du))?"
)
# «lorsqu'elle a été signée», «le jour où le dernier signataire l'a notifiée»: the event is a verb.
_ONCE = (
    r"(?:(?:des|des lors|sitot|aussitot|une fois|apres) qu(?:e|'\w+)|une fois|sitot|aussitot|apres avoir ete"
    r"|lorsqu(?:e|'\w+)|quand|(?:le|au|du|ce) jour (?:ou|que)|date (?:a laquelle|ou)|moment ou)"
)
_EVENTS: tuple[tuple[Start, Shape], ...] = tuple(
    (
        start,
        Shape(
            rf"(?:(?:\b{_EFFECT}|<t\d+> (?:apres|suivant))(?: [\w'/]+){{0,12}}?|\b{_HEADED}(?: [\w']+){{0,4}}?)"
            rf" ?\b{event}"
            rf"|\b{_ONCE}(?: [\w']+){{0,9}}? ?\b{done}"
        ),
    )
    for start, event, done in (
        (Start.SIGNATURE, r"(?:signature|signee par)", r"sign(?:ee?s?|ent|e)\b"),
        (Start.NOTIFICATION, r"notification", r"notifi(?:ee?s?|e)\b"),
        (
            Start.PUBLICATION,
            r"(?:publication|publicite|affichage|transmission (?:au (?:representant|controle|prefet)"
            r"|a la (?:prefecture|sous-prefecture)|en (?:prefecture|sous-prefecture)))",
            r"(?:publi|affich)(?:ee?s?|e)\b",
        ),
        (Start.APPROVAL, r"(?:approbation|adoption)", r"(?:approuv|adopt)(?:ee?s?|ent|e)\b"),
    )
)
_STATED = Shape(
    r"signature(?: [\w'/]+){0,6}? (?:figurant|portee|indiquee|mentionnee|apposee|inscrite|precisee"
    r"|ci-? ?(?:dessous|apres))"
)
_FIXED = (
    Shape(rf"\b{_EFFECT}{_BETWEEN} {D}"),
    Shape(rf"\b{_HEADED} {D}"),
    Shape(rf"\bdu {D}(?: \w+){{0,2}} (?:au|jusqu'au) "),
    Shape(rf"\bde {D} (?:a|jusqu'a|jusqu'en) "),
)

# «du 1er janvier au 31 décembre 2023»: the year is only said once.
_SAME_YEAR = Shape(r"\bdu (1 ?er|premier|\d{1,2}) ([a-z]{3,9}) (?:au|jusqu'au) <d(\d+)>")

# --- the words of an end -------------------------------------------------------------------------------------

_ENDING_VERB = (
    r"(?:pre(?:nd|nant|nnent|ndra|ndrait|ndront)(?: de plein droit)? fin|s'achev\w+|expir\w+|se termin\w+"
    r"|cess\w+|arriv\w+ a|s'etei(?:nt|gnent|ndra|ndrait|ndront)|vien(?:t|nent|dra|drait) a|s'arret(?:e|ent|era|erait)"
    r"|se cl(?:ot|oture|oturera|ora)|fini(?:t|ra|rait|ssant)|trouve(?:ra)? son terme|(?:sera|devient|deviendra) caduque"
    r"|s'interrompt|perd(?:ra)? (?:tout )?effet)"
)
_ENDS = (
    Shape(rf"\bjusqu'(?:au|a|en)(?: [\w']+){{0,6}}? ?{D}"),
    Shape(rf"\b{_ENDING_VERB}(?:,? [\w']+){{0,8}}?,? {D}"),
    Shape(
        r"\b(?:(?:echeance|terme|fin)(?: \w+){0,4} (?:est|sera|demeure|reste)|terme)"
        rf"(?: [\w']+){{0,6}}? {D}"
    ),
    Shape(rf"\b(?:date de fin|fin|echeance|terme|date d'(?:expiration|echeance)|expiration) ?[:,=](?: le| au)? {D}"),
    Shape(rf"\b(?:plus|cessera|cesse) [^.;]{{0,40}}?\bapres le {D}"),
    Shape(rf"\bdu (?:\d{{1,2}}(?: ?er)?|premier) [a-z]{{3,9}} (?:au|jusqu'au) {D}"),
    Shape(rf"\bdu (?:<d\d+>|.{{0,80}}signature.{{0,60}}?) au {D}"),
    Shape(rf"(?:<d\d+>|signature)[^.;]{{0,60}}? au {D}"),
    Shape(rf"\bde <d\d+> (?:a|jusqu'en) {D}"),
    Shape(rf"\b(?:jusqu'(?:au|a)|{_ENDING_VERB})[^.;]{{0,90}}?\bsoit (?:le |jusqu'au )?{D}"),
    Shape(rf"\b(?:exced|depass|au-dela)\w*(?: (?:pas|le|du))* {D}"),
    Shape(rf"\b(?:prorog|report|prolong)ee?(?: [\w']+){{0,3}} au {D}"),
)
_YEARS = Shape(
    r"(?:\b(?:periode|annees?|exercices?|ans)|<t\d+>)(?: (?:civiles?|budgetaires?|contractuelles?|pluriannuelle))?:?"
    r",? ?(?:de )?(20\d\d)(?: ?(?:-|a|/|et) ?|(?:, ?20\d\d)*(?:,| et) )(20\d\d)\b"
)
_SCHOOL_YEARS = Shape(
    r"(?<!fin de l')(?<!issue de l')(?<!terme de l')(?<!achevee l')(?<!finie l')(?<!avant l')(?<!dure l')"
    r"\bannees? scolaires?:? (20\d\d) ?[-/] ?(20\d\d)"
    r"(?:.{0,20}?20\d\d ?[-/] ?(20\d\d))*"
)
_YEAR = Shape(
    r"\b(?:pour|au titre de|durant|sur|couvre|pour la seule duree de) l'(?:annee|exercice)(?: civile"
    r"| budgetaire)? (20\d\d)\b(?! ?[-/] ?20| (?:a|et) 20)"
)
_SCHOOL_END = Shape(
    r"\b(?:jusqu'(?:a|au)[^.;]{0,30} (?:fin|terme|issue) de|tant que? [^.;]{0,40}\b(?:achevee|finie|terminee|dure)"
    r"|(?:fin|terme|issue) de) ?l'annee scolaire (20\d\d) ?[-/] ?(20\d\d)"
)
_YEAR_END = Shape(r"\b(?:jusqu'(?:a|en)|a) (?:la )?(?:fin(?: de)?(?: l'annee(?: civile)?)?|fin) (20\d\d)\b")

# --- the words of a length -----------------------------------------------------------------------------------

_AGREED = (
    r"(?:conclue?s?|etablie?s?|passee?s?|signee?s?|consentie?s?|souscrite?s?|faite?s?|prevue?s?|formee?s?|arretee?s?"
    r"|approuvee?s?|adoptee?s?|contractee?s?|ouverte?s?|donnee?s?|liee?s?|engagee?s?|valables?|valides?|applicables?)"
)
_LIVES = (
    r"(?:va(?:ut|lent|udra|udrait)|s'appliqu\w+|cour(?:t|ent|ra|rait)|pre(?:nd|ndra|nnent) effet|entr\w+ en vigueur"
    r"|lie(?:ra|nt)?|oblige(?:ra|nt)?|engage(?:nt|ra)?|(?:reste|demeure)\w* (?:en vigueur|applicable|valable)s?"
    r"|produi\w+ (?:ses |leurs )?effets?|s'engagent|nous engageons|signons|concluons|tien(?:t|dra))"
)
_FOR = (
    r"(?:pour|pendant|durant|sur)"
    r"(?: (?:une (?:premiere )?(?:periode|duree)(?: ferme| initiale)? (?:de|d')|la duree de))?"
)
_DAY = r"<d\d+>,?"
_SPANS = (
    Shape(
        rf"\b(?:duree|validite)(?! (?:totale|maximale|maximum|globale|cumulee))(?: [\w']+){{0,8}}? ?(?:de|d'|a|est"
        rf"|:) ?{T}"
    ),
    Shape(rf"\b(?:fix|port|limit|arret|etabli)\w* a {T},? (?:la|sa|leur) duree\b"),
    Shape(rf"\b{_AGREED}(?: (?:[\w',]+|{_DAY})){{0,8}}? {_FOR} ?{T}"),
    Shape(rf"\b{_ENDING_VERB}(?: [\w']+){{0,3}}? {T} (?:apres|a compter|a partir|a dater)\b"),
    Shape(rf"\bnous (?:nous )?donnons {T}"),
    Shape(
        rf"\b(?:valables?|valides?|dure(?:nt|ra|ront|rait)?|va(?:ut|lent|udra|udrait)|s'etend(?:ra)? sur|porte sur"
        rf"|couvre) {T}"
    ),
    Shape(rf"\b{_LIVES}(?: (?:[\w',]+|{_DAY})){{0,18}}? {_FOR} ?{T}"),
    Shape(rf"\bpour une (?:premiere )?periode (?:initiale |ferme )?(?:de |d'){T}"),
    Shape(rf"\bdu <d\d+> (?:au|jusqu'au) <d\d+>(?: inclus)?,? \(?soit (?:pour |une duree de )?{T}"),
)
_EXERCISES = Shape(rf"\b(?:pour|duree de|periode de) ({NUMBER}) exercices?\b")
_RENEWED = Shape(r"renouvel|recondu|prorog|prolong")
_ENDING = Shape(r"resili|denonc|preavis|mise en demeure|renouvel(?:lement|er) d")
# What tells of the life itself, also in a sentence that speaks of an early end.
_LIFE = Shape(
    r"duree|conclu|prend effet|expirera|prendra fin|s'achev|prendront effet"
    rf"|\b{_AGREED} {_FOR} ?{T}(?: a (?:dater|compter|partir)\b|,)"
)
_BLANK = Shape(r"(?:\.{3,}|…+|\bx{2,}\b|\[[ .]*\])")
_BLANK_END = Shape(
    rf"(?:jusqu'au?|au|duree(?: \w+){{0,3}} (?:de|d')|pour(?: une duree de)?) ?{_BLANK.pattern}"
    r"|duree(?: \w+){0,3} de (?:ans|mois|annees)\b|\bjusqu'au ?(?:[.,;]|$)"
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

    >>> from convenir.reader.french.marking import marked
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
    if _ENDING.search(words.words) and not _LIFE.search(words.words):
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


# «Elle s'éteindra le jour de cette signature»: the event ends it.
_ENDED_BY = re.compile(rf"{_ENDING_VERB} $")


# «… le jour où, une fois signée et transmise, elle est notifiée»: what must come before is not the event.
_MEANWHILE = Shape(
    r",? (?:une fois|apres avoir ete|apres qu'elle a ete|apres) [^,;.<]{3,80},(?= (?:elle|il|celle-ci|la|le)\b)"
)


def _event(words: str) -> Start | None:
    """The event that the words make the start: of several, the first."""
    return _first_event(_MEANWHILE.sub("", words)) or _first_event(words)


def _first_event(words: str) -> Start | None:
    found = [
        (match.end(), rank, start)
        for rank, (start, event) in enumerate(_EVENTS)
        for match in event.finditer(words)
        if match[0].startswith("<t") or not _ENDED_BY.search(words, 0, match.start())
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
