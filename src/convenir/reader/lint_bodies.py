"""What a text says twice differently of its bodies, and which annexes it announces without joining them: findings."""

from collections.abc import Iterable, Iterator

from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.terms import Terms
from convenir.core.terms.amendment import Annex
from convenir.core.terms.exchanges import PeriodicDelivery
from convenir.core.terms.governance import Committee, SecretariatRule, Turn
from convenir.core.terms.parties import Formalities
from convenir.reader.french import flat
from convenir.reader.holders import everybody

# --- bodies --------------------------------------------------------------------------------------------------


def secretariat(terms: Terms) -> Iterator[Finding]:
    """One secretariat given to two holders, or to somebody who is no party."""
    rules = tuple(terms.every(SecretariatRule))
    nobody = [rule for rule in rules if _names_nobody(rule)]
    holders = _holders(rules)
    twice = [rule for rule in rules if rule.holders and len(holders[rule.body, rule.technical]) > 1]
    concerned = rules if nobody and len(rules) > 1 else tuple(twice) or tuple(nobody)
    if not concerned:
        return
    sources = tuple(dict.fromkeys(rule.source for rule in concerned))
    names = tuple(dict.fromkeys(rule.words for rule in concerned))
    told = " ; ".join(f"« {name} »" for name in names)
    yield Finding(
        oddity=Oddity.CONTRADICTORY if len(names) > 1 else Oddity.AMBIGUOUS,
        about="secretariat",
        severity=Severity.BLOCKING if len(names) > 1 else Severity.WARNING,
        sentence=(
            f"Le texte donne plusieurs réponses à la question de savoir qui tient le secrétariat : {told}."
            if len(names) > 1
            else f"Le texte confie le secrétariat à {told}, qui ne désigne aucune des parties."
        ),
        advice="Convenez par écrit de qui le tient ; d’ici là, aucune partie ne peut être tenue en défaut.",
        sources=sources,
    )


def _names_nobody(rule: SecretariatRule) -> bool:
    return rule.turn is Turn.HELD and bool(rule.words) and not rule.holders and not everybody(flat(rule.words))


def _holders(rules: Iterable[SecretariatRule]) -> dict[tuple[str, bool], set[frozenset[str]]]:
    """Who keeps each secretariat, as each rule says it."""
    found: dict[tuple[str, bool], set[frozenset[str]]] = {}
    for rule in rules:
        if rule.holders:
            found.setdefault((rule.body, rule.technical), set()).add(frozenset(rule.holders))
    return found


def created_twice(terms: Terms) -> Iterator[Finding]:
    """A body that one clause creates and another only allows."""
    bodies = tuple(terms.every(Committee))
    for allowed in (body for body in bodies if body.optional):
        firm = next((body for body in bodies if body.body == allowed.body and not body.optional), None)
        if firm:
            yield Finding(
                oddity=Oddity.CONTRADICTORY,
                about="committee",
                severity=Severity.WARNING,
                sentence=f"Une clause crée le {firm.name}, une autre dit seulement qu’il peut être créé."
                if flat(firm.name).startswith("comite")
                else f"Une clause crée cette instance ({firm.name}), une autre dit seulement qu’elle peut être créée.",
                advice="Le corps de la convention est retenu : l’instance doit exister.",
                sources=(firm.source, allowed.source),
            )


# --- annexes -------------------------------------------------------------------------------------------------


def annexes(terms: Terms) -> Iterator[Finding]:
    every = tuple(terms.every(Annex))
    late = [annex for annex in every if annex.deferred]
    absent = [annex for annex in every if not annex.present and not annex.deferred]
    them = "la" if len(late) == 1 else "les"
    if late:
        yield Finding(
            oddity=Oddity.MISSING,
            about="annex-deferred",
            severity=Severity.INFORMATION,
            sentence=f"Le texte remet à plus tard {_numbers(late)}, en tout ou partie.",
            advice=f"Adoptez-{them} par un écrit signé et joignez-{them} au dossier.",
            sources=tuple(annex.source for annex in late),
        )
    if absent:
        needed = {delivery.annex for delivery in terms.every(PeriodicDelivery) if delivery.annex}
        blocked = any(annex.number in needed for annex in absent)
        yield Finding(
            oddity=Oddity.MISSING,
            about="annex",
            severity=Severity.BLOCKING if blocked else Severity.WARNING,
            sentence=f"Le texte annonce {_numbers(absent)} sans en donner le contenu.",
            advice="Retrouvez ces pages et joignez-les au dossier."
            + (" Sans elles, on ne sait pas quelles données sont dues." if blocked else ""),
            sources=tuple(annex.source for annex in absent),
        )
    yield from _counted(terms, every)


def _counted(terms: Terms, every: tuple[Annex, ...]) -> Iterator[Finding]:
    closing = terms.first(Formalities)
    known = len({annex.number for annex in every if annex.number}) or len(every)
    if closing is None or closing.annex_count is None or closing.annex_count == known:
        return
    yield Finding(
        oddity=Oddity.CONTRADICTORY,
        about="annex-count",
        severity=Severity.WARNING,
        sentence=f"La formule finale compte {closing.annex_count} annexes ; le texte en nomme {known or 'aucune'}.",
        advice="Vérifiez sur l’original combien d’annexes ont été signées.",
        sources=(closing.source, *(annex.source for annex in every if annex.number)),
    )


def _numbers(annexes: list[Annex]) -> str:
    """The annexes as one names them."""
    names = [*sorted(annex.number for annex in annexes if annex.number)]
    names += [f"« {annex.title} »" for annex in annexes if not annex.number]
    if len(names) == 1:
        return f"l’annexe {names[0]}"
    return f"les annexes {', '.join(names[:-1])} et {names[-1]}"
