"""How texts say that personal data pass from one party to another, of whom, and on which basis."""

import re
from collections.abc import Iterator

from convenir.core.terms.exchanges import PersonalDataFlow
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.passages import Said

_PERSONAL = Shape(
    r"\b(?P<flow>listes? (?:nominatives? )?(?:des|de) (?:[a-z]+ ){1,5}?(?=ayant|qui|dont|et|,|\.|;|$|a |au "
    r"|pour |beneficiant)"
    r"|(?:donnees|informations|listes?|fichiers?|declarations|coordonnees|signalements) (?:a caractere )?"
    r"(?:personnel(?:le)?s?|nominati(?:f|fs|ve|ves)|individuel(?:le)?s?|de grossesse)|coordonnees des [a-z]+)\b"
)
_PASSES = Shape(
    r"\b(?:transm(?:et|ettent|ettra|ettront|ise?s?|is)|communiqu\w+|adress\w+|remet\w*|fourni(?!sseur)\w*"
    r"|signale\w*|envo\w+|(?P<received>rec(?:oi(?:t|vent)|evra|evront)) (?:de la|de l'|du|des))\b"
)
_OF = Shape(
    r"\b(?P<persons>allocataires|beneficiaires(?: du [a-z]+)?|assistante?s? maternelle?s?(?: [a-z]+)?"
    r"|familles(?: monoparentales)?"
    r"|femmes enceintes|enfants|jeunes|parents|personnes(?: agees| handicapees)?|locataires|demandeurs)\b"
)
_CONSENT = Shape(
    r"\b(?:consentement|consenti\w*|accord (?:ecrit |express? |prealable |expres )?(?:de |des |du )"
    r"|donne leur accord|autorisation ecrite)\b"
)
_LEGAL = Shape(
    r"\b(?:en application de|sur le fondement de|conformement a|au titre de"
    r"|prevu\w* par) (?P<basis>(?:l'article|la loi|le decret|les? code|l'arrete)(?:\b[lrd]\. ?|[^.,;]){3,80})"
)
_HEALTH = Shape(r"\b(?:sante|medica\w+|grossesses?|handicap\w*|mdph|pmi|soins)\b")
# What is asked for, forbidden or only conditional is no flow.
_NO_FLOW = Shape(
    r"\b(?:ne|n'|aucune?|demandes?|demander|souhait\w+|si|en cas de|lorsqu\w*|projet|interdi\w*|sous reserve(?! d(?:u"
    r"|e leur|e son) (?:consentement|accord))"
    r"|exclu\w*|peut|peuvent"
    r"|pourr\w+|tout(?:e)? (?:echange|transmission))\b"
)


def personal_flows(sentences: tuple[Said, ...], context: Context) -> Iterator[PersonalDataFlow]:
    """Each flow of personal data that a sentence states, with its two sides where it names them."""
    seen: set[str] = set()
    for each in sentences:
        found = _flow(each, context) or _asked(each)
        if found and found.flow not in seen:
            seen.add(found.flow)
            yield found


# «Le consentement des familles est recueilli préalablement»: of whom, whatever then passes.
_ASKED = Shape(
    rf"\b(?:consentement|accord)(?: (?:ecrit|prealable|expres|libre|eclaire|et))* (?:des?|de la|de l'|du|de chaque) ?"
    rf"{_OF.pattern[2:]}[^.;]{{0,40}}?\b(?:est|sont|sera|seront) (?:prealablement |toujours |systematiquement )?"
    r"(?:recueilli|demande|obtenu|requis|sollicite)e?s?\b"
)


def _asked(each: Said) -> PersonalDataFlow | None:
    """The consent that a sentence asks for without telling what passes."""
    found = _ASKED.search(each.plain)
    if found is None:
        return None
    persons = each.line[slice(*found.span("persons"))]
    return PersonalDataFlow(
        flow="données personnelles", persons=persons, basis="consentement", consent=True, source=each.source
    )


def _sides(plain: str, verb: re.Match[str], context: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties who give, and those who receive; «le Département reçoit de la Caf…» names these first."""
    before = context.keys(re.split(r"[,;:] ", plain[: verb.start()])[-1])
    after = tuple(key for key in context.keys(plain[verb.end() :]) if key not in before)
    return (after, before) if verb["received"] else (before, after)


def _flow(each: Said, context: Context) -> PersonalDataFlow | None:
    what, verb = _PERSONAL.search(each.plain), _PASSES.search(each.plain)
    if what is None or verb is None or _NO_FLOW.search(each.plain):
        return None
    givers, receivers = _sides(each.plain, verb, context)
    if len(givers) != 1 or not receivers:
        return None
    persons, basis = _OF.search(each.plain), _LEGAL.search(each.plain)
    consent = _CONSENT.search(each.plain) is not None
    return PersonalDataFlow(
        flow=each.line[slice(*what.span("flow"))].strip(),
        giver=givers[0],
        receiver=receivers[0],
        persons=each.line[slice(*persons.span("persons"))] if persons else "",
        basis=each.line[slice(*basis.span("basis"))] if basis else "consentement" if consent else "",
        consent=consent,
        health=_HEALTH.search(each.plain) is not None,
        source=each.source,
    )
