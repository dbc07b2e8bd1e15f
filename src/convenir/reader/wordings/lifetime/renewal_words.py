"""How texts say that a convention is renewed: by which act, for how long, up to when, unless who objects."""

import re
from dataclasses import dataclass

from convenir.core.delays import Days, Delay, Months, Years, months_of
from convenir.core.terms.lifetime import Mode
from convenir.reader.french.marking import Marked, T
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import delay

RENEWED = Shape(
    r"renouvel|recondu|prorog|prolong|\b(?:se poursui\w+ |la poursuivre|(?:est|sera|serait) poursuivie|nous poursuiv"
    r"|nouvel(?:le)?s? (?:periode|terme|duree)|nouveaux mois\b|nouvelles annees\b|repart(?:ira)? pour\b"
    r"|continue(?:ra)? (?:de|a) (?:s'appliquer|courir|produire|lier)|pour continuer\b)"
)

_RENEW = (
    r"(?:renouvel\w+|recondui\w+|reconduction\w*|reconductible\w*|prorog\w+|prolong\w+|poursui[tv]\w*|nouvelle periode"
    r"|nouveaux mois|nouvelles annees|repart\w*(?= pour)|continue\w* (?:de|a) (?:s'appliquer|courir|produire|lier))"
)
_ONLY = Shape(
    rf"\bne (?:.{{0,40}}\b{_RENEW}|(?:.{{0,20}}) ?faire l'objet d'une? .{{0,20}}{_RENEW})\b[^.]*?\bque\b"
    rf"(?! {NUMBER} (?:seules? )?(?:fois|reprises)\b)"
    rf"|\bne [^.;]{{0,30}}?faire l'objet que d'une? [^.;]{{0,20}}?{_RENEW}[^.;]{{0,20}}? express?\w*"
    rf"|\b{_RENEW}[^.]{{0,60}}?\b(?:ne|n')\s?(?:peut|pourra|saurait|resulte|procede|intervien|s'opere|sera|est|a"
    rf" lieu)\w*"
    r"[^.;]{0,60}?\bque (?:d|de|par|sur|si|a la suite|apres|moyennant)\b"
)
# «sans que la durée cumulée des reconductions puisse dépasser trois ans»: it limits what it allows.
_BEYOND = r" que [^.;]{0,110}?\b(?:exced\w+|depass\w+|plus de|au-dela de|superieure? a)\b"
_NEVER = Shape(
    r"\b(?:ne|n')\s?(?:peut|pourra|pourrait|saurait|sera|serait|est|fera|se|donne\w*|comporte\w*|prevoit|contient|vaut"
    rf"|vaudra)\b[^.;]{{0,60}}?\b{_RENEW}\b(?! (?:plus de|au-dela de|que|qu')\b)"
    rf"|\bnon (?:renouvelable|reconductible)|\b(?:sans(?! doute)(?!{_BEYOND})|aucune?|pas de|ni|exclu\w*"
    rf"|exclusion de) [^.;]{{0,40}}?\b{_RENEW}"
    rf"|\b{_RENEW}[^.;]{{0,30}}\b(?:est|sont) (?:en |y )?(?:expressement )?(?:exclue?s?|interdite?s?|ecartee?s?)\b"
    rf"|\b{_RENEW}[^.;]{{0,30}}\ben est exclu|\b{_RENEW}[^.;]{{0,30}}\b(?:ne se presume\w* pas|n'est pas de droit)"
    rf"|\bne vaut pas"
    rf" [^.;]{{0,20}}{_RENEW}"
)
_TACIT = Shape(
    rf"\btacite(?:s|ment)?\b[^.;]{{0,40}}{_RENEW}|{_RENEW}[^.;]{{0,40}}\btacite(?:s|ment)?\b|\btacite reconduction"
    rf"|{_RENEW}[^.;]{{0,20}}(?:automatiquement|de plein droit|d'office|d'annee en annee)"
    rf"|(?:automatiquement|de plein droit|d'office)[^.;]{{0,20}}{_RENEW}"
    r"|\b(?:continue\w* (?:de|a) (?:s'appliquer|courir|produire|lier)|se poursui\w+)\b[^.;]{0,40}\bpar periodes?\b"
    rf"|\bsilence\b[^.;]{{0,40}}\bvau\w+ [^.;]{{0,30}}{_RENEW}"
    rf"|{_RENEW}[^.;]{{0,30}}\b(?:d'elle-meme|toute seule|sans (?:autre |aucune )?(?:formalite|demarche)|sans"
    rf" qu'(?:aucun|il soit"
    rf" besoin|il y ait lieu|un acte))"
)
# «sauf dénonciation», «tant qu'aucune des parties ne s'y oppose»: it goes on unless somebody objects.
_UNLESS = Shape(
    r"\b(?:sauf|sous reserve (?:de|d')|a defaut(?: pour [^,.;]{0,60})? (?:de|d')|faute (?:(?:pour|par)"
    r" [^,.;]{0,60}?)?(?:de|d')"
    r"|en l'absence (?:de|d')|hors|hormis|tant qu|aussi longtemps qu|sans (?=denonc|oppos|avis contraire)|a moins"
    r" (?:de|d'|qu)"
    r"|(?<!meme )si,? (?:<t\d+> [^,.;]{0,40}, )?(?:aucun|personne|nul|ni|l'une? (?:des|d)[^,.;]{0,40}? ne ))"
    r"[^.;]{0,220}?\b(?:denonc\w+|resili\w+|opposition|s'(?:y )?(?:est |soit |sont |etai\w+ )?oppos\w+|(?:avis"
    r"|decision|volonte)"
    r" contraire|(?:dit|dise|declare) le contraire|manifest\w+ (?:son intention|sa volonte)|(?:y mettre|mettre) (?:un"
    r" terme|fin)"
    r"|n'y (?:met\w*|mette) (?:un terme|fin)|ne (?:la |le )?souhait\w+|y renonc\w+|(?:notifie|exprime|fasse)\w*"
    r" [^.;]{0,30}\brefus|n'exprime\w* [^.;]{0,20}refus|s'arreter\b|(?:n'en )?fai?t? (?:savoir|connaitre))"
)
# «Celle des parties qui ne souhaite pas le renouvellement en avertit l'autre»: the notice of who declines.
_DECLINED = Shape(
    r"\b(?:decid|souhait|desir|entend|choisi)\w*(?: de)? ne (?:pas|plus) [^.;]{0,40}?\b(?:renouvel|recond|prolong"
    r"|prorog"
    r"|poursui)\w*\b[^.;]{0,60}?\b(?:avert|inform|preven|previen|fait savoir|notifi|avis)|"
    r"\b(?:ne (?:souhait|desir|voudr|veut)\w*|n'entend\w*|s'oppos\w+|renonc\w+|refus\w+|non-? ?)\b[^.;]{0,60}?"
    r"\b(?:renouvel|recondu|prolong|prorog|poursui)\w*\b[^.;]{0,60}?\b(?:avert|inform|preven|previen|fait savoir"
    r"|fait connaitre|faire connaitre|notifi|avis)"
)
_EXPRESS = Shape(
    r"\bexpress|\bavenant|\bdecision|\baccord\b|\becrite?\b|\bdeliberation|\bnouvelle convention"
    r"|\bvolonte|\bdemande\b|\bformalis|\bacte\b|\bpar ecrit\b|\bdecid|\becriv(?:ions|ent|rons)|\bnoir sur blanc\b"
    r"|\bsign(?:ions|ent|erons)\b"
)
_RENEWABLE = Shape(
    r"\b(?:renouvelable|reconductible|(?:peut|pourra|pourront|pourrait|sera) (?:(?:ensuite|alors|etre|toutefois"
    r"|aussi|eventuellement) )*(?:renouvel|recondui|prorog|prolong)\w*|est (?:renouvel|recondui|prorog|prolong)\w*"
    r"(?=[^.;]*\b(?:express|decision|accord|demande))"
    rf"|\b(?:peut|pourra|pourrait),? [^.;]{{0,50}}?\betre {_RENEW}"
    r"|(?:peuvent|pourront|pourraient|peut|pourra|pouvons|pourrons),? (?:(?:aussi|ensuite|alors|toutefois|ensemble)"
    r" )?(?:decider"
    r"|convenir)?[^.;]{0,40}?\b(?:renouveler|reconduire|proroger|prolonger|poursuivre)\b"
    r"|(?:peu(?:t|vent)|pour\w+) (?:convenir|decider|s'accorder|s'entendre)\b[^.;]{0,40}\bnouvelle periode"
    rf"|\b(?:decid\w+|convien\w+|statu\w+|se prononc\w+|ecri\w+|se mett\w+ d'accord)\b[^.;]{{0,60}}?\b(?:de|sur|si"
    rf"|d')\b[^.;]{{0,40}}?\b{_RENEW}"
    rf"|\b(?:examin|etudi|appreci|debatt)\w+\b[^.;]{{0,40}}?\b(?:opportunite|possibilite|principe|interet) (?:de"
    rf"|d')[^.;]{{0,20}}?{_RENEW}"
    r"|\bil (?:resulte|passe|procede|suppose|requiert|depend|necessite)\b|pour continuer,? il (?:faudra|faut"
    r"|conviendra)"
    r"|(?:reconduction|renouvellement|prorogation|prolongation)\b[^.;]{0,40}\b(?:est (?:possible|permise"
    r"|envisageable)|fera|fait"
    r"|devra faire|doit faire|donne\w*|s'effectue\w*"
    r"|(?:est|sera) (?:expressement )?(?:decid|conven|prononc|subordonn)\w+"
    r"|(?:peut|pourra) etre (?:decide|convenu|conclu|accorde|formalise)|suppose\w*|requiert"
    r"|necessite\w*|interviendra|se fera|passe par|(?:sera|est) (?:formalis|constat|decid|soumis)))"
)
SUBJECT = Shape(
    r"\b(?:convention|elles?|celle-ci|ctg|contrat|charte|accord|partenariat|presentes|protocole|nous)\b|\bla"
    r" (?:renouveler|reconduire|proroger|prolonger)\b|^(?:toute "
    r"|une |la "
    r"|le |sa |son |leur )?(?:tacite )?(?:expresse )?"
    r"(?:reconduction|renouvel\w+|prorogation|prolongation)"
)
_OTHER_RENEWAL = Shape(
    r"\brenouvel\w+ (?:du|des|de leurs?|de ses) (?:mandat|membre|represent|agrement|contrat"
    r"|conseil|bail|equip|poste|projet)"
)
# «La convention est prorogée jusqu'au…»: done by this very act, it says nothing of what follows.
_DONE = Shape(
    r"\b(?:est|sont|a ete|se trouve) (?:ainsi |donc |des lors )?(?:prorog|prolong|recondui)\w+ (?:jusqu|au <d|de <t"
    r"|d'<t"
    r"|pour <t)|\b(?:pour|a pour) (?:seul )?objet de (?:proroger|prolonger)"
)
_WHATEVER = Shape(r"\bquelque[\w ]{1,20} que ce soit\b")
_RENEWS = Shape(rf"\b(?:ne|peut|pourra|sera|est|se|fera)\b(?! conclue)[^.,]{{0,60}}?\b{_RENEW}")
_STEPS = (
    Shape(
        r"\b(?<!cette )(?<!l'issue de la )periodes?(?: (?:successives?|supplementaires?"
        rf"|complementaires?|nouvelles?|identiques?))* (?:de |d'){T}"
    ),
    Shape(
        rf"{_RENEW}[^.;]{{0,80}}?\b(?:(?:pour|de|d'|par)(?: une| la)?|d'une)(?: nouvelle| meme)?(?: duree"
        rf"| periode)?(?: de| d')? ?{T}"
    ),
)
# «dix-huit nouveaux mois s'ouvrent»
_NEW_STEP = Shape(rf"({NUMBER}) (?:nouveaux|nouvelles|autres) (mois|ans|annees|semestres)\b")
_YEARLY_STEP = Shape(
    r"\b(?:chaque|tous les) 1 ?er [a-z]+\b|\bd'annee(?: scolaire| civile)? en annee"
    r"|\b(?:chaque|par) (?:an|annee)\b|\bannuellement|\btous"
    r" les ans"
    r"|\bdate anniversaire|\bperiodes? annuelles?"
    r"|\bannee par annee|\btacite annuelle|reconduction annuelle"
)
_SAME_STEP = Shape(
    r"\b(?:prolong|prorog|renouvel)\w+ d'autant\b|"
    r"\b(?:pour )?(?:la |une |des )?(?:memes? (?:dures?|periodes?|duree)|(?:duree"
    r"|periode)s? (?:identique|equivalente|egale))"
)
_LIMIT = Shape(rf"\b(?:dans la limite|dans une limite|a concurrence|jusqu'a concurrence) (?:maximale )?(?:de |d'){T}")
_TOTAL = (
    Shape(rf"\b(?:duree (?:totale|maximale|maximum|globale|cumulee)|le total)\b[^.;]{{0,60}}?{T}"),
    Shape(rf"\b(?:exceder|depasser|excede|depasse|au-dela de|plus de|jamais plus de)(?: [\w']+){{0,6}}? {T}"),
    Shape(rf"\b(?:maximum|au maximum|au plus|maximale|limite (?:totale|globale))(?: de| d'|:)? ?{T}"),
    Shape(rf"{T} (?:maximum|au maximum|au plus|au total)\b"),
)
# What is limited is the sum of the renewals, the first period left out.
_OF_RENEWALS = Shape(
    r"\bduree (?:totale |maximale |globale )?(?:(?:cumulee )?des "
    rf"(?:reconductions|renouvellements|prorogations|prolongations)\b|(?:supplementaire|complementaire|additionnelle)\b)"
    rf"[^.;]{{0,60}}?{T}"
)
WHOLE_LIFE = Shape(
    r"\b(?:(?:duree|limite) (?:totale|globale|cumulee|maximale|maximum)|le total|au total)\b"
    rf"|({NUMBER}) (?:seules? )?(?:fois|reprises|renouvellements?|reconductions?)\b"
)
_TIMES = Shape(rf"({NUMBER}) (?:seules? )?(?:fois|reprises|renouvellements?|reconductions?|prolongations?|periodes)\b")
_PER_YEAR = Shape(r"\bpar an\b")
_DENUNCIATION = (
    Shape(
        rf"{T}(?: [\w']+){{0,3}} avant (?:l'|la |le |son |sa |chaque |toute )?(?:date )?(?:d'|de |de l'|de la |du )?"
        r"(?:son |sa )?(?:echeance|terme|expiration|fin\b|anniversaire|renouvellement|reconduction|periode)"
    ),
    Shape(
        r"\b(?:denonc|oppos|resili|contraire|non-? ?(?:renouvel|recondu)"
        rf"|preavis)[^.]{{0,160}}?{T}(?: [\w']+){{0,2}} (?:avant|a l'avance|precedant|auparavant|plus tot)"
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
    >>> mode("la convention, qui expirait le <d0>, est prolongee jusqu'au <d1>") is None
    True
    """
    words = _WHATEVER.sub("", words)
    if _OTHER_RENEWAL.search(words) or (_DONE.search(words) and not (_TACIT.search(words) or unless(words))):
        return None
    if _ONLY.search(words):
        return Mode.EXPRESS
    free = _UNLESS.sub(" ", words)
    never = _NEVER.search(free)
    if never:
        after = free[never.end() :]
        return Mode.EXPRESS if _RENEWABLE.search(after) and _EXPRESS.search(after) else Mode.NONE
    if _TACIT.search(words) or (unless(words) and re.search(_RENEW, words)):
        return Mode.TACIT
    named = re.search(
        r"\b(?:reconduction|renouvellement|prorogation) (?:expresse|express)|\bexpresse (?:reconduction|prorogation)",
        words,
    )
    return Mode.EXPRESS if named or _RENEWABLE.search(words) else None


def unless(words: str) -> bool:
    """Whether the convention goes on unless somebody objects.

    >>> unless("tant qu'aucune des parties ne l'a denoncee"), unless("sous reserve de l'accord des parties")
    (True, False)
    """
    return _UNLESS.search(words) is not None


def declined(words: str) -> bool:
    """Whether the words say how a party declines the renewal.

    >>> declined("la partie qui ne souhaite pas son renouvellement en informe l'autre <t0> avant son terme")
    True
    """
    return _DECLINED.search(words) is not None


def step(words: Marked, first: Delay | None) -> Delay | None:
    """The length of one renewal; `first` is the length of the first period, for «la même durée»."""
    if _SAME_STEP.search(words.words):
        return first
    for pattern in _STEPS:
        for found in pattern.finditer(words.words):
            if not re.search(r"limite|excede|depass|maxim|preavis|avant|denonc", found[0]):
                return words.delays[int(found[1])]
    new = _NEW_STEP.search(words.words)
    if new:
        return delay(f"{new[1]} {new[2]}")
    return Years(count=1) if _YEARLY_STEP.search(words.words) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The greatest total life, and the other reading where the words may count renewals only."""

    total: Delay | None = None
    alternative: Delay | None = None


def ceiling(words: Marked, first: Delay | None, each: Delay | None) -> Ceiling:
    """The ceiling that a renewal clause sets.

    >>> from convenir.reader.french.marking import marked
    >>> ceiling(marked("sans que sa durée totale puisse dépasser six ans"), None, None).total
    Years(count=6)
    >>> ceiling(marked("reconductible deux fois pour un an"), Years(count=1), Years(count=1)).total
    Years(count=3)
    >>> ceiling(marked("renouvelable chaque année dans la limite de 3 ans"), Years(count=1), Years(count=1))
    Ceiling(total=Years(count=3), alternative=Years(count=4))
    """
    renewals = words.delay(_OF_RENEWALS)
    if renewals:
        return Ceiling(total=_added(renewals, first, 1))
    total = next((most for pattern in _TOTAL if (most := words.delay(pattern))), None)
    if total:
        return Ceiling(total=total)
    limit = words.delay(_LIMIT)
    if limit:
        return Ceiling(total=limit, alternative=_added(limit, first, 1))
    times = _TIMES.search(words.words)
    count = number(times[1]) if times else None
    if count and first and each and not _PER_YEAR.search(words.words):
        return Ceiling(total=_added(first, each, count))
    return Ceiling()


def _added(base: Delay, more: Delay | None, times: int) -> Delay | None:
    if more is None or isinstance(base, Days) or isinstance(more, Days):
        return None
    months = months_of(base) + times * months_of(more)
    return Months(count=months) if months % 12 else Years(count=months // 12)


def denunciation(words: Marked) -> Delay | None:
    """The notice that prevents a tacit renewal.

    >>> from convenir.reader.french.marking import marked
    >>> denunciation(marked("tacitement reconduite, sauf dénonciation trois mois avant l'échéance"))
    Months(count=3)
    """
    return next((sent for pattern in _DENUNCIATION if (sent := words.delay(pattern))), None)


def elliptic(words: str) -> bool:
    """Whether no verb renews: the words hang on a clause about something else, or do not say by what act."""
    return not _EXPRESS.search(words) or not (_RENEWABLE.search(words) or _RENEWS.search(words))
