"""How texts say that a party gives a set of data at a stated rhythm."""

import re
from collections.abc import Iterator
from datetime import date

from convenir.core.delays import latest
from convenir.core.terms.exchanges import PeriodicDelivery
from convenir.core.terms.governance import Per
from convenir.core.terms.parties import PartyKind
from convenir.reader.context import Context
from convenir.reader.french.misread import MONTHS
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import day
from convenir.reader.outline import BlockKind
from convenir.reader.passages import Said, at_home
from convenir.reader.wordings.governance.meeting_words import frequency
from convenir.reader.wordings.holders import everybody

_GIVES = Shape(
    r"\b(?:transm(?!ission)\w+|remet\w*|remis\w*|fourni(?!sseur)\w*|communiqu\w+|met(?:tra|tent"
    r"|tront)? a (?:la )?disposition"
    r"|mettre a (?:la )?disposition|mise?s? a (?:la )?disposition|adress\w+|livr(?!et|aison)\w+|deliv\w+"
    r"|produi\w*|etabli(?!ssement)\w*"
    r"|envo(?!is?\b)\w+|vers(?:e|ent|era|eront)|alimente\w*|effectue\w* une livraison|partage(?:nt|ra|ront)?)\b"
)
# «Deux envois par an», «une livraison a lieu chaque semestre»: nobody is said to give.
_EVENT = Shape(
    r"\b(?:envois?|livraisons?|transmissions?|remises?|communications?|extractions?)\b (?:[a-z]+ ){0,4}?"
    r"(?:par an|a lieu|ont lieu|aura lieu|auront lieu|est|sont|chaque|annuel|semestriel|trimestriel|tous les)"
)
_ABOUT = Shape(r"\b(?:donnees|statistiques?|chiffres|livraisons?|fichiers|tableaux)\b")
_DELIVERED = Shape(
    r"\b(?:donnees?|fichiers?|statistiques?|tableaux?(?: de bord)?|portraits?|chiffres"
    r"|nombres? d'allocataires|effectifs"
    r"|etats? chiffres?|agregats?|livraisons?|extractions?|socle|flux"
    r"|listes? (?:nominatives? )?des (?:beneficiaires|allocataires|foyers|familles))\b"
)
_SET = Shape(
    r"\b(?P<what>(?:un |une |des |le |les |la )?(?:socle|jeu|tableau de bord|portrait|ensemble"
    r"|bilan|extraction|donnees|statistiques|indicateurs)"
    r"(?: (?:de |des |d'|annuel(?:le)?s? |commun )?(?:donnees|statistiques|indicateurs|base"
    r"|reference|bord|allocataires|portrait))*)"
)
_ANNEX = Shape(r"\bannexe n?\s?°? ?(\d+[a-z]?|[ivx]+)\b")
# «Il est mis à jour deux fois par an»: the set that the sentence before gives.
_RENEWED = Shape(
    r"^(?:ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|ces? (?:jeux?|donnees|tableaux?|fichiers?|socle|portrait))\b"
    r"[^.;]{0,30}?\b(?:mise?s? a jour|actualisee?s?|renouvelee?s?)\b"
)
# «Un tableau de bord annuel est fourni par la Caf.»
_SET_RHYTHM = Shape(
    r"\b(?:tableaux? de bord|jeux? de donnees|socles?(?: de donnees)?|extractions?|livraisons?|transmissions?|envois?)"
    r"(?: [a-z]+)? (?P<rhythm>annuel|semestriel|trimestriel|mensuel)(?:le)?s?\b"
)
_RHYTHMS = {
    "annuel": Per.CIVIL_YEAR,
    "semestriel": Per.SEMESTER,
    "trimestriel": Per.QUARTER,
    "mensuel": Per.MONTH,
}
_AGAIN = Shape(r"^(?:elles?|ils?|celle-ci|celui-ci)\b")
_OBSERVATORY = Shape(r"\bl'alimente(?:nt|ra|ront)?\b")
# What is given back each year is no data: an account, a report, money.
_NO_DATA = Shape(
    r"\b(?:subventions?|comptes? (?:de resultat|annuels?)|budgets?|factures?|rapports? d'activite"
    r"|bilans? (?:financiers?"
    r"|comptables?)|releves? de decisions|flux financiers?)\b"
)


def deliveries(sentences: tuple[Said, ...], context: Context) -> Iterator[PeriodicDelivery]:
    """The sets of data given at a rhythm, by each of those who give them."""
    for place, each in enumerate(sentences):
        clause = each.block.kind in (BlockKind.ARTICLE, BlockKind.BODY) or context.reported
        often = _frequency(each) if clause else None
        giving = _giving(sentences, place) if often else None
        if often is None or giving is None:
            continue
        count, per = often
        last = _yearly_day(each) if often == (1, Per.CIVIL_YEAR) else None
        for giver in _givers(sentences, place, giving, context):
            yield PeriodicDelivery(
                giver=giver,
                count=count,
                per=per,
                annex=_annex(sentences, place),
                what=_what(giving),
                due_month=last.month if last else None,
                due_day=last.day if last else None,
                source=each.source,
            )


# «avant le 30 juin», whatever the year, for what a year has left: «les statistiques de l'année écoulée».
_EACH_YEAR = Shape(rf"\b(?:avant|au plus tard) le (?P<day>1 ?er|\d{{1,2}}) (?P<month>{MONTHS})\b(?! \d)")
_YEAR_PAST = Shape(r"\b(?:annee|exercice) (?:ecoulee?|precedente?|passee?|echue?|anterieure?|close?)\b")
_YEARLY = Shape(r"\b(?:chaque annee|tous les ans|chaque an)\b")
# «chaque mois de mars», «chaque année au mois de juin»: by the last day of that month.
_EACH_MONTH = Shape(
    rf"\b(?:chaque (?:mois|annee|an),? (?:de |d'|en |au (?:cours du )?mois de |au (?:cours du )?mois d'|avant la fin du"
    rf" mois de )|au mois de |au mois d'|en )(?P<month>{MONTHS})\b(?! \d)"
)


def _yearly_day(each: Said) -> date | None:
    """The day without its year by which it is given each year; it stands in a leap year, that has all days."""
    if not _YEAR_PAST.search(each.words) and not _YEARLY.search(each.words) and "chaque mois d" not in each.words:
        return None
    found = _EACH_YEAR.search(each.words) or _EACH_MONTH.search(each.words)
    if found is None:
        return None
    named = day(" ".join([*found.groups(), "2024"]))
    return latest(named) if named else None


def _frequency(each: Said) -> tuple[int, Per] | None:
    """How often it is given; once a year where a day without its year ends a year that has passed."""
    rhythm = _SET_RHYTHM.search(each.words)
    often = frequency(each.marked) or ((1, _RHYTHMS[rhythm["rhythm"]]) if rhythm else None)
    return often or ((1, Per.CIVIL_YEAR) if _yearly_day(each) else None)


def _giving(sentences: tuple[Said, ...], place: int) -> Said | None:
    """The sentence that says what is given: this one, or the one before for «il est mis à jour chaque année»."""
    each = sentences[place]
    if _NO_DATA.search(each.words):
        return None
    if _OBSERVATORY.search(each.words) or (_GIVES.search(each.words) and _DELIVERED.search(each.words)):
        return each
    if _EVENT.search(each.words) and at_home(each, _ABOUT):
        return each
    before = sentences[place - 1] if place and sentences[place - 1].block is each.block else None
    given = before is not None and _GIVES.search(before.words) and _DELIVERED.search(before.words)
    return before if given and _RENEWED.search(each.words) else None


def _givers(sentences: tuple[Said, ...], place: int, giving: Said, context: Context) -> tuple[str, ...]:
    """Who gives: the party before the verb; each for «chaque partie»; where nobody is named, who gave before."""
    verb = _GIVES.search(giving.words) or _OBSERVATORY.search(giving.words)
    before = giving.words[: verb.start()] if verb else ""
    named = _agent(giving, before, verb.end(), context) if verb else ()
    named = named or _named(before, context)
    if named or everybody(before):
        return named or tuple(party.key for party in context.parties)
    event = _EVENT.search(giving.words) is not None
    if event or _AGAIN.search(giving.words) or _BY.search(before):
        return _last_giver(sentences[:place], giving, context) or (_producers(context) if event else ())
    return ()


def _producers(context: Context) -> tuple[str, ...]:
    """Where a text says of no party that it gives the data, they are those of the Caf."""
    return tuple(party.key for party in context.parties if party.kind is PartyKind.CAF)[:1]


_BY = Shape(r"\b(?:est|sont|sera|seront) $")
# «Les données fournies tous les ans par la Caf»
_GIVEN = Shape(r"\b(?:donnees|statistiques|chiffres|fichiers|tableaux) $")
_GIVEN_BY = Shape(r"^(?: [a-z']+){0,4} par (?:la|le|l') ?")


def _agent(giving: Said, before: str, end: int, context: Context) -> tuple[str, ...]:
    """«Les tableaux sont transmis par la Caf»: the party named after the verb."""
    after = giving.words[end:]
    given = _GIVEN_BY.match(after) if _GIVEN.search(before) else None
    if given:
        return context.keys(after[: given.end() + 30])[:1]
    return context.keys(after[:60])[:1] if _BY.search(before) and after.startswith(" par ") else ()


def _last_giver(before: tuple[Said, ...], giving: Said, context: Context) -> tuple[str, ...]:
    """The party that a sentence before begins with, in the same block, or that gives data elsewhere."""
    for other in reversed(before):
        verb = _GIVES.search(other.words)
        gives = verb is not None and _DELIVERED.search(other.words) is not None
        near = other.block is giving.block and _AGAIN.search(giving.words) is not None
        # «elle» is the subject of the sentence before.
        named = _named(other.words[: verb.start()], context) if verb and gives else context.keys(other.words[:60])[:1]
        if (near or gives) and named:
            return named
    return ()


def _named(before: str, context: Context) -> tuple[str, ...]:
    last = re.split(r"[,;:] ", before.rstrip(" ,"))[-1]
    keys = context.keys(last) or context.keys(before)
    return keys[-1:]


def _annex(sentences: tuple[Said, ...], place: int) -> str:
    near = [other for other in sentences[place : place + 2] if other.block is sentences[place].block]
    found = next((match for other in near if (match := _ANNEX.search(other.words))), None)
    return found[1] if found else ""


def _what(each: Said) -> str:
    found = _SET.search(each.plain)
    named = each.line[found.start() : found.end()].strip() if found else ""
    return re.sub(r"^(?:un|une|des|les?|la)\s", "", named, flags=re.IGNORECASE)
