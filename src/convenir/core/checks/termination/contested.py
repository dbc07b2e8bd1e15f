"""What is odd in breaches, formal notices and declared ends, and what a change without an avenant exposes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.annexes import same_annex
from convenir.core.delays import after, latest
from convenir.core.ending.breaches import CLAUSES, Breach, Defect, FormalNotice, Stage, breaches, power, stage
from convenir.core.ending.declarations import Declaration, Flaw, declarations
from convenir.core.ending.silent_changes import SilentChange, clause_for, silent_changes
from convenir.core.facts import AnnexAttached, CommitmentMade
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.law import FORMAL_NOTICE_RENOUNCED, FORMAL_NOTICE_TIME, ONE_SIDED_POWER
from convenir.core.life import Life
from convenir.core.naming import capital, day_name, party_name
from convenir.core.situation import Situation
from convenir.core.source import Reference, Source
from convenir.core.terms import (
    ActionPlan,
    Annex,
    AutomaticTermination,
    TerminationForDefault,
    TerminationForIllegality,
)

# No text says how much time is reasonable; less than a week left after the first presentation is worth a remark.
SHORT_TIME = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What is said of an act, with the places of its names and days, what can be done, and the law behind it."""

    about: str
    sentence: str
    advice: str
    oddity: Oddity = Oddity.IRREGULAR
    severity: Severity = Severity.WARNING
    law: Reference | None = None

    def finding(self, sources: tuple[Source, ...], **told: str) -> Finding:
        """The finding, once names and days are known."""
        law = "" if self.law is None else self.law.law
        return Finding(
            oddity=self.oddity,
            about=self.about,
            severity=self.severity,
            sentence=self.sentence.format(law=law, **told),
            advice=self.advice,
            sources=sources,
            laws=() if self.law is None else (self.law,),
        )


DEFECTS: dict[Defect, Objection] = {
    Defect.NO_CLAUSE: Objection(
        about="formal-notice-clause",
        sentence="Aucune clause connue n’attache de résiliation à la mise en demeure envoyée le {sent}.",
        advice="Recherchez un accord avec l’autre partie, ou faites confirmer la clause de résiliation.",
    ),
    Defect.NOT_ENTITLED: Objection(
        about="formal-notice-author",
        sentence="La clause ne donne pas à {author} le pouvoir que suppose la mise en demeure envoyée le {sent}.",
        advice="Relisez la clause : elle désigne qui peut agir.",
    ),
    Defect.OWN_BREACH: Objection(
        about="formal-notice-author",
        sentence="{Author} ne peut pas se prévaloir de son propre manquement « {breach} ».",
        advice="Vérifiez quelle partie a manqué à son obligation.",
    ),
    Defect.NO_DUTY: Objection(
        about="breach-duty",
        sentence="L’article {article} ne pose aucune obligation ferme : « {breach} » ne fonde aucune résiliation.",
        advice="Indiquez l’article qui oblige la partie ; un objectif ou un effort ne suffit pas.",
    ),
    Defect.WRONG_FORM: Objection(
        about="formal-notice-form",
        sentence="La mise en demeure envoyée le {sent} n’a pas la forme que demande la clause : aucun délai ne court.",
        advice="Envoyez-la de nouveau dans la forme prévue.",
    ),
    Defect.NO_TIME: Objection(
        about="formal-notice-time",
        sentence="La mise en demeure envoyée le {sent} ne laisse aucun délai pour se conformer : elle est irrégulière "
        "({law}).",
        advice="Envoyez-la de nouveau, en y écrivant le délai de la clause.",
        law=FORMAL_NOTICE_TIME,
    ),
}
TOO_SHORT = Objection(
    about="formal-notice-too-short",
    sentence="La mise en demeure envoyée le {sent} annonce moins de temps que la clause, qui laisse jusqu’au {end}.",
    advice="Tenez la date de la clause.",
)
LITTLE_LEFT = Objection(
    about="cure-time-short",
    sentence="Présentée le {presented}, la mise en demeure ne laisse que {left} pour remédier, jusqu’au {end} : "
    "ce délai pourrait être jugé trop court.",
    advice="Laissez plus de temps, ou envoyez une nouvelle mise en demeure.",
)
NOT_PRESENTED = Objection(
    about="formal-notice-presentation",
    sentence="La mise en demeure envoyée le {sent} fait courir son délai de sa présentation, qui n’est pas connue.",
    advice="Enregistrez le jour de la première présentation.",
    oddity=Oddity.MISSING,
    severity=Severity.INFORMATION,
)
RENOUNCED = Objection(
    about="formal-notice-renounced",
    sentence="La mise en demeure envoyée le {sent} a été abandonnée le {renounced} : elle ne permet plus de résilier "
    "({law}).",
    law=FORMAL_NOTICE_RENOUNCED,
    advice="Si le manquement dure ou revient, envoyez une nouvelle mise en demeure.",
    oddity=Oddity.AMBIGUOUS,
    severity=Severity.INFORMATION,
)
UNHEEDED = Objection(
    about="breach-unheeded",
    sentence="Le délai pour remédier à « {breach} » a pris fin le {end} : {author} peut résilier la convention.",
    advice="La convention reste en vigueur tant que la résiliation n’est pas déclarée.",
)
FLAWS: dict[Flaw, Objection] = {
    Flaw.OUTSIDE_LIFE: Objection(
        about="declaration-outside-life",
        sentence="La résiliation déclarée le {day} l’a été un jour où la convention ne liait pas les parties.",
        advice="Vérifiez la date, ou annulez ce fait.",
    ),
    Flaw.USELESS: Objection(
        about="declaration-useless",
        sentence="La résiliation du {day} ne finit pas la convention avant son terme.",
        advice="Préparez la suite de la convention ; pour la prolonger, signez un avenant.",
    ),
    Flaw.NO_CLAUSE: Objection(
        about="declaration-clause",
        sentence="Aucune clause connue ne permet la résiliation déclarée le {day} : elle est sans effet.",
        advice="Recherchez un accord avec l’autre partie, ou faites confirmer la clause de résiliation.",
    ),
    Flaw.NOT_ENTITLED: Objection(
        about="declaration-author",
        sentence="La clause ne donne pas à {author} le pouvoir de résilier : la déclaration du {day} est sans effet.",
        advice="Relisez la clause : elle désigne qui peut agir.",
    ),
    Flaw.OWN_BREACH: Objection(
        about="declaration-author",
        sentence="{Author} ne peut pas résilier pour son propre manquement : la déclaration du {day} est sans effet.",
        advice="Vérifiez quelle partie a manqué à son obligation.",
    ),
    Flaw.NO_DUTY: Objection(
        about="declaration-duty",
        sentence="La résiliation déclarée le {day} n’invoque aucune obligation ferme du texte : elle est sans effet.",
        advice="Indiquez l’article qui oblige la partie ; un objectif ou un effort ne suffit pas.",
    ),
    Flaw.WRONG_FORM: Objection(
        about="declaration-form",
        sentence="La résiliation déclarée le {day} n’a pas la forme que demande la clause : elle est sans effet.",
        advice="Déclarez-la de nouveau dans la forme prévue.",
    ),
    Flaw.NO_BREACH: Objection(
        about="declaration-ground",
        sentence="Le manquement qu’invoque la résiliation du {day} n’est pas enregistré : elle est sans effet.",
        advice="Enregistrez le manquement, puis la mise en demeure.",
    ),
    Flaw.NOT_NOTICED: Objection(
        about="declaration-notice",
        sentence="Aucune mise en demeure régulière ne précède la résiliation déclarée le {day} : elle est sans effet.",
        advice="Envoyez d’abord une mise en demeure, et laissez passer le délai de la clause.",
    ),
    Flaw.TOO_EARLY: Objection(
        about="declaration-early",
        sentence="La résiliation a été déclarée le {day}, avant la fin du délai pour remédier : elle est sans effet.",
        advice="Déclarez-la de nouveau une fois ce délai passé, si le manquement dure.",
    ),
    Flaw.CURED: Objection(
        about="declaration-cured",
        sentence="Le manquement avait cessé dans le délai : la résiliation déclarée le {day} est sans effet.",
        advice="Un nouveau manquement demande une nouvelle mise en demeure.",
    ),
    Flaw.NO_CHANGE: Objection(
        about="declaration-ground",
        sentence="La résiliation déclarée le {day} invoque une modification sans avenant, mais aucune n’est en cause : "
        "elle est sans effet.",
        advice="Enregistrez la modification constatée, ou l’avenant qui l’a régularisée.",
    ),
    Flaw.NOT_BY_ONE: Objection(
        about="declaration-ground",
        sentence="La déclaration du {day} n’est pas de celles qui mettent fin à la convention à elles seules.",
        advice="Enregistrez une lettre de résiliation, ou l’accord signé de toutes les parties.",
    ),
    Flaw.INCOMPLETE: Objection(
        about="agreement-incomplete",
        sentence="L’accord pour mettre fin à la convention, signé en dernier lieu le {day}, ne l’est pas de toutes "
        "les parties pour le même jour : il est sans effet.",
        advice="Faites signer le même accord, avec la même date de fin, par toutes les parties.",
        oddity=Oddity.MISSING,
    ),
}
SILENT_CHANGE = Objection(
    about="silent-change",
    sentence="« {change} » ({day}) change la convention sans avenant : {author} peut la résilier sans mise en demeure.",
    advice="La convention reste en vigueur tant que la résiliation n’est pas déclarée : signez un avenant, ou revenez "
    "à ce que dit le texte.",
    severity=Severity.BLOCKING,
)
PERFORMANCE = Objection(
    about="adopted-later",
    sentence="« {what} », adopté le {day} par toutes les parties, exécute la convention sans la modifier.",
    advice="Conservez un relevé signé de cette adoption.",
    oddity=Oddity.NOTED,
    severity=Severity.INFORMATION,
)
ADOPTED_ALONE = Objection(
    about="adopted-alone",
    sentence="« {what} » n’a été adopté que par {parties} le {day} : l’autre partie pourrait y voir une modification "
    "sans avenant.",
    advice="Faites-le adopter par un acte signé de toutes les parties.",
)
ONE_SIDED = Objection(
    about="one-sided-power",
    sentence="Le texte ne donne ce pouvoir de résilier qu’à la Caf : sa validité peut être discutée ({law}).",
    law=ONE_SIDED_POWER,
    advice="Prenez conseil avant de vous en servir, ou avant de vous y opposer.",
    oddity=Oddity.NOTED,
    severity=Severity.INFORMATION,
)
POWERS = (TerminationForDefault, TerminationForIllegality, AutomaticTermination)
CAF = "caf"


def formal_notices(situation: Situation) -> Iterator[Finding]:
    """What weakens a formal notice, and the breaches that now let a party terminate."""
    for breach in _breaches(situation):
        for notice in breach.notices:
            if notice.sent_on <= situation.on:
                yield from _formal_notice(situation, breach, notice)


def declared(situation: Situation) -> Iterator[Finding]:
    """Declarations and agreements that end nothing."""
    lived = situation.life
    if lived.concluded_on is None:
        return
    for found in declarations(lived.texts, situation.facts, latest(lived.concluded_on), lived.term):
        flaw = _flaw(found, lived)
        if flaw is not None and found.declared_on <= situation.on:
            yield FLAWS[flaw].finding(found.because, **_told_of(situation, found))


def unamended_changes(situation: Situation) -> Iterator[Finding]:
    """The changes that let a party end the convention at once; it stands until that party says so."""
    for change in _changes(situation):
        for party in situation.parties:
            clause = clause_for(situation.life.texts.on(change.happened_on), party)
            if clause is not None:
                told = {"change": change.name, "day": day_name(change.happened_on)}
                author = party_name(situation.terms, party)
                yield SILENT_CHANGE.finding((clause.source,), author=author, **told)


def later_adoptions(situation: Situation) -> Iterator[Finding]:
    """What the text leaves for later, where it also sanctions changes: adopted by all, it is performed, not changed."""
    if situation.terms.first(AutomaticTermination) is None:
        return
    for what, day, adopted_by, source in _adoptions(situation):
        lacking = set(situation.parties) - set(adopted_by)
        names = " et ".join(party_name(situation.terms, key) for key in adopted_by)
        objection = ADOPTED_ALONE if lacking else PERFORMANCE
        yield objection.finding((source,), what=what, day=day, parties=names)


def one_sided_powers(situation: Situation) -> Iterator[Finding]:
    """The powers that the text keeps for the Caf alone, told once a breach or a change brings them into play."""
    kinds: set[type] = {CLAUSES[breach.ground] for breach in _breaches(situation) if breach.ground in CLAUSES}
    kinds |= {AutomaticTermination for _ in _changes(situation)}
    powers = (clause for clause in situation.terms.clauses if isinstance(clause, POWERS) and type(clause) in kinds)
    sources = tuple(clause.source for clause in powers if clause.by == (CAF,))
    if sources:
        yield ONE_SIDED.finding(sources)


def _flaw(found: Declaration, lived: Life) -> Flaw | None:
    """Why a declaration ends nothing; one that comes when another act has already ended the convention is too late."""
    over = lived.last_day is not None and found.declared_on > lived.last_day
    return found.flaw or (Flaw.OUTSIDE_LIFE if over else None)


def _breaches(situation: Situation) -> Iterator[Breach]:
    """The breaches that have happened in the life of the convention by the day of the question."""
    for breach in breaches(situation.life.texts, situation.facts):
        if breach.happened_on <= situation.on and situation.in_life(breach.happened_on):
            yield breach


def _changes(situation: Situation) -> Iterator[SilentChange]:
    """The changes still open on the day of the question, while the convention is in force."""
    if situation.in_life(situation.on):
        for change in silent_changes(situation.life.texts, situation.facts):
            if change.is_open(situation.on):
                yield change


def _formal_notice(situation: Situation, breach: Breach, notice: FormalNotice) -> Iterator[Finding]:
    sources = () if notice.clause is None else (notice.clause.source,)
    told = _told(situation, breach, notice)
    if notice.defect is not None:
        yield DEFECTS[notice.defect].finding(sources, **told)
        return
    if notice.renounced_on is not None and notice.renounced_on <= situation.on:
        yield RENOUNCED.finding(sources, **told)
        return
    yield from (objection.finding(sources, **told) for objection in _clock(notice))
    held = power(breach, notice.party, situation.life.texts, situation.on)
    gone = situation.life.departure
    if held is not None and gone is None and stage(breach, situation.on) is Stage.UNHEEDED:
        yield UNHEEDED.finding(sources, **told)


def _clock(notice: FormalNotice) -> Iterator[Objection]:
    """What is to be said of the time that a formal notice leaves."""
    if notice.ends_on is None:
        yield NOT_PRESENTED
        return
    given = notice.event.cure
    if given is not None and notice.runs_from is not None and after(notice.runs_from, given) < notice.ends_on:
        yield TOO_SHORT
    if notice.presented_on is not None and (notice.ends_on - notice.presented_on).days < SHORT_TIME:
        yield LITTLE_LEFT


def _told(situation: Situation, breach: Breach, notice: FormalNotice) -> dict[str, str]:
    """The names and the days of a formal notice, as its sentences say them."""
    author = party_name(situation.terms, notice.party)
    days = {
        "sent": notice.sent_on,
        "presented": notice.presented_on,
        "renounced": notice.renounced_on,
        "end": notice.ends_on,
    }
    named = {name: day_name(day) for name, day in days.items() if day is not None}
    left = _days_left(notice)
    words = {"author": author, "Author": capital(author), "breach": breach.name, "article": breach.article}
    return named | words | {"left": left}


def _days_left(notice: FormalNotice) -> str:
    """How many days the debtor has from the first presentation."""
    if notice.ends_on is None or notice.presented_on is None:
        return ""
    days = (notice.ends_on - notice.presented_on).days
    return f"{max(days, 0)} jour{'s' if days > 1 else ''}"


def _told_of(situation: Situation, found: Declaration) -> dict[str, str]:
    author = party_name(situation.terms, found.party) if found.party else ""
    return {"day": day_name(found.declared_on), "author": author, "Author": capital(author)}


def _adoptions(situation: Situation) -> Iterator[tuple[str, str, tuple[str, ...], Source]]:
    """The fiches and the annexes left for later that were adopted: what, when, by whom, and where the text says so."""
    plan = next((p.source for p in situation.terms.every(ActionPlan) if p.by_sheets), None)
    for fact, sheet in situation.happened(CommitmentMade):
        if sheet.sheet and sheet.adopted_by and plan is not None:
            yield sheet.label, day_name(latest(fact.on)), sheet.adopted_by, plan
    for fact, joined in situation.happened(AnnexAttached):
        awaited = (a for a in situation.terms.every(Annex) if a.deferred and same_annex(a.number, joined.annex))
        annex = next(awaited, None)
        if annex is not None and joined.adopted_by:
            yield f"annexe {joined.annex}", day_name(latest(fact.on)), joined.adopted_by, annex.source
