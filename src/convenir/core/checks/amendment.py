"""What is odd in the avenants, and in what is changed without one."""

from collections.abc import Iterator, Sequence

from convenir.core import authority
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.ending.silent_changes import silent_changes
from convenir.core.facts import DecisionTaken, Fact, InstitutionChanged
from convenir.core.findings import Finding, Oddity, Severity, contrary
from convenir.core.flags import Flag
from convenir.core.law import MUTUAL_CONSENT, RENEWAL_BEFORE_END
from convenir.core.life import Life
from convenir.core.naming import amendment_name, body_name, capital, day_name, of, party_name, the
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import AmendmentClause, Annex, AutomaticTermination, Duration
from convenir.core.text.acts import facts_of
from convenir.core.text.amend import AmendmentAct, AmendmentState, asking


def findings(facts: Sequence[Fact], lived: Life) -> Iterator[Finding]:
    """What goes with the status: avenants without effect, or that leave something to settle."""
    for act in lived.amendments:
        yield from _without_effect(act, lived)
        yield from _text(act)
        if act.binds:
            yield from _authority(act, facts_of(facts, act.amendment))
            yield from _running_notice(act, lived)
            yield from _past_end(act, lived)


def _without_effect(act: AmendmentAct, lived: Life) -> Iterator[Finding]:
    """An avenant that not all have signed, or not while the convention ran."""
    name, signed = _name(act), "" if act.concluded_on is None else day_name(act.concluded_on)
    match act.state:
        case AmendmentState.SIGNING:
            lacking = " et ".join(of(party_name(act.signers, key)) for key in act.missing)
            yield Finding(
                oddity=Oddity.MISSING,
                about="amendment-signing",
                severity=Severity.WARNING,
                sentence=f"{name} attend la signature {lacking} : le texte de la convention n’a pas changé.",
                advice="Faites signer l’avenant par tous les signataires de la convention, avant la fin de celle-ci.",
                sources=act.because,
                laws=(MUTUAL_CONSENT,),
            )
        case AmendmentState.TOO_LATE:
            yield Finding(
                oddity=Oddity.IRREGULAR,
                about="amendment-late",
                severity=Severity.WARNING,
                sentence=f"{name} a été signé le {signed}, après la fin de la convention : il est sans effet.",
                advice="Concluez une nouvelle convention.",
                sources=act.because or lived.because,
                laws=(RENEWAL_BEFORE_END,),
            )
        case AmendmentState.TOO_EARLY:
            sentence = f"{name} porte une date antérieure à la signature de la convention : il est sans effet."
            advice = "Vérifiez les deux dates ; si l’une est fausse, annulez ce fait et enregistrez le bon."
            yield contrary("amendment-early", sentence, advice, *act.because)


def _text(act: AmendmentAct) -> Iterator[Finding]:
    """What the avenant says, against the list that the convention asks for, and against what there is to change."""
    name = _name(act)
    if not act.recorded:
        yield Finding(
            oddity=Oddity.UNKNOWN,
            about="amendment-text",
            severity=Severity.BLOCKING,
            sentence=f"{name} est signé, mais son texte n’est pas connu : les réponses sont données sans lui.",
            advice="Enregistrez ce que l’avenant modifie.",
            sources=act.because,
        )
    for change in act.unlisted:
        sentence = f"{name} modifie {_place(change)} sans l’annoncer parmi ses modifications : c’est sans effet."
        advice = "Faites signer un avenant qui énumère toutes les modifications."
        yield contrary("amendment-unlisted", sentence, advice, *act.because)
    for change in act.aimless:
        yield Finding(
            oddity=Oddity.AMBIGUOUS,
            about="amendment-target",
            severity=Severity.WARNING,
            sentence=f"{name} {_aim(change)}",
            advice="Vérifiez ce que l’avenant modifie.",
            sources=act.because,
        )


def _name(act: AmendmentAct) -> str:
    return f"L’{amendment_name(act.amendment)}"


def _aim(change: Change) -> str:
    """What a change that finds nothing to change was meant for."""
    if isinstance(change, ClauseAdded) or not change.article:
        return "remplace ou retire une clause que la convention n’a pas."
    return f"vise {_at(change.article)}, où la convention ne dit rien de tel."


def _place(change: Change) -> str:
    """Where the change is made, with its article."""
    if isinstance(change, ClauseRemoved):
        return _at(change.article) if change.article else "une clause"
    if isinstance(change.clause, Annex):
        return f"l’annexe {change.clause.number}"
    narrowed = change.article if isinstance(change, ClauseReplaced) else ""
    return _at(narrowed or change.clause.source.article)


def _at(article: str) -> str:
    """The place that a source names.

    >>> _at("10"), _at("annexe 4"), _at("parties")
    ('l’article 10', 'l’annexe 4', 'la partie « parties »')
    """
    if article[:1].isdigit():
        return f"l’article {article}"
    return f"l’{article}" if article.startswith("annexe") else f"la partie « {article} »"


def _authority(act: AmendmentAct, facts: Sequence[Fact]) -> Iterator[Finding]:
    """The acts that let each party sign the avenant: the same as for the convention."""
    for raised in authority.flags(act.signers, facts, act.concluded_on):
        party = party_name(act.signers, raised.party)
        if raised.flag is Flag.AUTHORITY_INCOMPLETE:
            yield Finding(
                oddity=Oddity.MISSING,
                about="amendment-authority",
                severity=Severity.WARNING,
                sentence=f"Aucun acte connu n’autorise {party} à signer l’{amendment_name(act.amendment)}.",
                advice="Enregistrez la délibération ou la décision propre à l’avenant.",
                sources=raised.because,
            )
        if raised.flag is Flag.AUTHORITY_NOT_EXECUTORY:
            sentence = f"{capital(party)} a signé l’{amendment_name(act.amendment)} avant que son acte soit exécutoire."
            advice = "L’avenant s’applique ; gardez la preuve de la transmission et de la publication."
            yield contrary("amendment-executory", sentence, advice, *raised.because)


def _running_notice(act: AmendmentAct, lived: Life) -> Iterator[Finding]:
    """An avenant about the end, signed during a notice of which it says nothing."""
    gone = lived.departure
    if gone is None or not act.leaves_running(gone):
        return
    yield Finding(
        oddity=Oddity.SILENT,
        about="amendment-notice",
        severity=Severity.WARNING,
        sentence=(
            f"{_name(act)} a été signé pendant un préavis et n’en dit rien : la convention prend fin "
            f"le {day_name(gone.last_day)}."
        ),
        advice="Demandez à l’auteur de la lettre s’il y renonce, et enregistrez sa réponse.",
        sources=act.because + gone.because,
    )


def _past_end(act: AmendmentAct, lived: Life) -> Iterator[Finding]:
    """An avenant that says an end already past."""
    if lived.term is None or lived.term != act.concluded_on or not act.about_end:
        return
    stated = next((d.ends_on for d in lived.texts.last.every(Duration) if d.ends_on is not None), None)
    if stated is not None and stated < lived.term:
        sentence = f"{_name(act)} fixe la fin au {day_name(stated)}, avant sa propre signature."
        advice = "La convention a lié les parties jusqu’à cette signature ; vérifiez la date voulue."
        yield contrary("amendment-end-past", sentence, advice, *act.because)


def changes_without_amendment(situation: Situation) -> Iterator[Finding]:
    """What a party changed in fact, where the text asks for an avenant and gives that change no sanction of its own."""
    clause = asking(situation.terms)
    if clause is None or situation.terms.first(AutomaticTermination) is not None:
        return
    for change in silent_changes(situation.life.texts, situation.facts):
        if change.is_open(situation.on):
            place = _at(change.place) if change.place else "le texte"
            sentence = f"Une modification de fait touche {place} sans avenant : elle ne change pas le texte."
            advice = "Faites signer un avenant, ou revenez à ce que dit le texte."
            yield contrary("change-without-amendment", sentence, advice, clause.source)


def unruled_changes(situation: Situation) -> Iterator[Finding]:
    """A party changed in substance, and no clause says whether that calls for an avenant."""
    if asking(situation.terms) is not None:
        return
    supplied = situation.terms.supplied
    silence = "le texte ne dit pas comment il se modifie" if supplied else "le document lu ne dit rien des avenants"
    for fact, event in situation.happened(InstitutionChanged):
        if event.substantial and situation.in_life(day_of(fact)):
            yield Finding(
                oddity=Oddity.SILENT if supplied else Oddity.UNKNOWN,
                about="amendment-rule",
                severity=Severity.INFORMATION,
                sentence=f"« {event.change} », le {day_name(day_of(fact))} : {silence}.",
                advice="Convenez par écrit, avec l’autre partie, de ce que la convention devient.",
                sources=situation.life.because,
                laws=(MUTUAL_CONSENT,),
                on=day_of(fact),
            )


def decisions_against_the_text(situation: Situation) -> Iterator[Finding]:
    """What a body decided otherwise than an article says: a body applies the text, the parties change it."""
    for fact, event in situation.happened(DecisionTaken):
        if not event.changes_text:
            continue
        name = the(body_name(situation.terms, event.body))
        place = _at(event.article) if event.article else "le texte"
        sentence = f"La décision du {day_name(day_of(fact))} modifierait {place}, ce que {name} ne peut pas faire."
        advice = "Continuez d’appliquer le texte ; pour le changer, il faut l’accord écrit des deux parties."
        cited = _cited(situation, event.article)
        yield contrary("decision-against-text", sentence, advice, *cited, on=day_of(fact))


def _cited(situation: Situation, article: str) -> tuple[Source, ...]:
    """The clauses of that article, and those that say how the text changes."""
    cited = [clause.source for clause in situation.terms.clauses if article and clause.source.article == article]
    return tuple(dict.fromkeys([*cited, *(clause.source for clause in situation.terms.every(AmendmentClause))]))
