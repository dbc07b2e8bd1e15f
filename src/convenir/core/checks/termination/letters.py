"""What is odd in letters that give notice: not received, without effect, dated by presumption, withdrawn too late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.ending.notices import WORKING, Notice, Outcome, clause_for, shortest_end
from convenir.core.ending.receptions import Letter, Proof, Reception, letters, reception
from convenir.core.facts import Fact
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.life import Life
from convenir.core.source import Source
from convenir.core.terms.termination import Form
from convenir.core.workdays import Calendar, holidays

SUNDAY = 7
# A termination that advances the end by so few days is worth a remark.
SMALL_GAIN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is said of a letter, with the places of its days, and what can be done."""

    about: str
    sentence: str
    advice: str
    oddity: Oddity = Oddity.IRREGULAR
    severity: Severity = Severity.WARNING

    def on(self, notice: Notice, **told: str) -> Finding:
        """What is said of a letter received."""
        days = _days(notice) | told
        return replace(self.about_letter(days, notice.because, notice.reception), on=notice.received_on)

    def about_letter(self, days: dict[str, str], sources: tuple[Source, ...], deemed: Reception) -> Finding:
        """What is said of a letter, once its days are told."""
        return Finding(
            oddity=self.oddity,
            about=self.about,
            severity=self.severity,
            sentence=self.sentence.format(**days),
            advice=self.advice.format(**days),
            sources=sources,
            laws=() if deemed.law is None else (deemed.law,),
        )


WITHOUT_EFFECT: dict[Outcome, Remark] = {
    Outcome.WRONG_FORM: Remark(
        about="notice-form",
        sentence="La lettre reçue le {received} n’a pas la forme que demande la clause : le préavis ne court pas.",
        advice="Envoyez une lettre dans la forme prévue ; le préavis courra de sa réception.",
    ),
    Outcome.NOT_ENTITLED: Remark(
        about="notice-author",
        sentence=(
            "La clause ne donne pas à cette partie le pouvoir de résilier : "
            "la lettre reçue le {received} est sans effet."
        ),
        advice="Relisez la clause, ou recherchez un accord avec l’autre partie.",
    ),
    Outcome.TOO_LATE: Remark(
        about="notice-useless",
        sentence=(
            "La lettre reçue le {received} est sans effet utile : la convention prend fin avant le terme du préavis."
        ),
        advice="Préparez la suite de la convention plutôt que sa résiliation.",
    ),
    Outcome.OUTSIDE_LIFE: Remark(
        about="notice-outside-life",
        sentence="La lettre a été reçue le {received}, un jour où la convention ne liait pas les parties.",
        advice="Vérifiez la date de réception, ou annulez ce fait.",
    ),
    Outcome.NO_POWER: Remark(
        about="notice-without-clause",
        sentence="Aucune clause connue ne permet de mettre fin à la convention par la lettre reçue le {received}.",
        advice="Recherchez un accord avec l’autre partie, ou faites confirmer la clause de résiliation.",
    ),
}

NOT_RECEIVED: dict[Proof, Remark] = {
    Proof.AWAITED: Remark(
        about="reception-awaited",
        sentence="La lettre {told} n’a pas de suite enregistrée.",
        advice="Enregistrez sa réception, son refus ou son retour.",
        oddity=Oddity.MISSING,
        severity=Severity.INFORMATION,
    ),
    Proof.NO_PASSAGE: Remark(
        about="reception-missing",
        sentence=(
            "La lettre {told} n’a pas été réclamée, et rien ne prouve qu’un avis de passage a été laissé : "
            "elle n’est pas tenue pour reçue."
        ),
        advice="Demandez la preuve de cet avis à La Poste, ou envoyez une nouvelle lettre.",
        oddity=Oddity.MISSING,
    ),
    Proof.RETURNED_EARLY: Remark(
        about="return-early",
        sentence=(
            "La lettre {told} est revenue le {returned}, avant que le délai laissé au destinataire soit passé : "
            "elle n’est pas tenue pour reçue."
        ),
        advice="Vérifiez la date du retour, ou envoyez une nouvelle lettre.",
    ),
    Proof.UNQUALIFIED: Remark(
        about="notice-form",
        sentence="La lettre {told} passe par un service qui n’est pas qualifié : elle ne vaut que courriel.",
        advice="Envoyez une lettre recommandée postale.",
    ),
}

PRESUMED: dict[Proof, Remark] = {
    Proof.UNCOLLECTED: Remark(
        about="reception-presumed",
        sentence=(
            "La lettre {told} n’a pas été réclamée malgré l’avis de passage : elle est tenue pour reçue le {received}."
        ),
        advice="Un juge pourrait en décider autrement : envoyez une nouvelle lettre, ou remettez-la contre récépissé.",
        oddity=Oddity.AMBIGUOUS,
    ),
    Proof.UNCLAIMED: Remark(
        about="reception-presumed",
        sentence="La lettre {told} n’a pas été acceptée : elle est tenue pour reçue le {received}.",
        advice="Un juge pourrait en décider autrement : envoyez une lettre recommandée postale.",
        oddity=Oddity.AMBIGUOUS,
    ),
    Proof.UNDATED: Remark(
        about="reception-proof",
        sentence=(
            "L’avis de réception est revenu sans date : la lettre a été reçue au plus tard le {received}, "
            "jour du cachet de son retour."
        ),
        advice="Demandez à La Poste la date de distribution.",
        oddity=Oddity.MISSING,
    ),
}

COLLECTED_LATE = Remark(
    about="collected-late",
    sentence="La lettre {told} aurait été remise le {received}, une fois ce délai passé : cette date est provisoire.",
    advice="Vérifiez la date portée sur la preuve de réception.",
)
NO_DELIVERY = Remark(
    about="reception-day",
    sentence=(
        "Une lettre recommandée n’est pas distribuée le {received}, dimanche ou jour férié : "
        "les dates qui en découlent sont provisoires."
    ),
    advice="Vérifiez la date portée sur l’avis de réception.",
)
REFUSED_AFTERWARDS = Remark(
    about="notice-refusal",
    sentence="La lettre reçue le {received} a été refusée le {refused} : ce refus ne lui retire pas son effet.",
    advice="Préparez avec l’autre partie la fin de la convention.",
    oddity=Oddity.NOTED,
    severity=Severity.INFORMATION,
)
NO_MANDATE = Remark(
    about="notice-mandate",
    sentence=(
        "Rien n’établit que l’auteur de la lettre reçue le {received} pouvait engager la partie : "
        "la date de fin est à confirmer."
    ),
    advice="Vérifiez sa compétence : délibération, décision ou délégation.",
)
WITHDRAWN_ALONE = Remark(
    about="notice-withdrawal",
    sentence=(
        "La partie a renoncé le {withdrawn} à la lettre reçue le {received}, sans l’accord de toutes les autres : "
        "la lettre garde son effet."
    ),
    advice="Faites signer cette renonciation par toutes les parties, le {last} au plus tard.",
)
WITHDRAWN_LATE = Remark(
    about="notice-withdrawal",
    sentence="La renonciation du {withdrawn} vient après le dernier jour en vigueur, le {last} : elle est sans effet.",
    advice="Concluez une nouvelle convention.",
)
TOO_SHORT = Remark(
    about="notice-too-short",
    sentence="La lettre annonce une fin au {stated} ; la clause ne la permet pas avant le {shortest}.",
    advice="Tenez la date de la clause.",
)
GAINED = Remark(
    about="notice-gain",
    sentence="La lettre n’avance la fin de la convention que de {gained}.",
    advice="Voyez s’il ne suffit pas de laisser la convention aller à son terme.",
    oddity=Oddity.AMBIGUOUS,
    severity=Severity.INFORMATION,
)


def findings(facts: Sequence[Fact], lived: Life, calendar: Calendar) -> Iterator[Finding]:
    """The findings on every letter that gives notice, once the convention is concluded."""
    if lived.concluded_on is None:
        return
    for letter in letters(facts):
        deemed = reception(letter)
        if deemed.on is None and letter.withdrawn is None:
            yield _not_received(letter, deemed, lived)
    for notice in lived.notices:
        yield from _without_effect(notice)
        yield from _reception(notice, calendar)
        if notice.outcome in WORKING:
            yield from _working(notice, lived)


def _not_received(letter: Letter, deemed: Reception, lived: Life) -> Finding:
    clause = clause_for(lived.texts.on(letter.begun_on), letter.party)
    sources = () if clause is None else (clause.source,)
    said = NOT_RECEIVED[deemed.proof].about_letter(_told(letter), sources, deemed)
    return replace(said, on=letter.begun_on)


def _without_effect(notice: Notice) -> Iterator[Finding]:
    remark = WITHOUT_EFFECT.get(notice.outcome)
    if remark is not None:
        yield remark.on(notice)


def _reception(notice: Notice, calendar: Calendar) -> Iterator[Finding]:
    """What the day of reception leaves to prove."""
    remark, until = PRESUMED.get(notice.reception.proof), notice.letter.collectable_until
    if remark is not None and notice.outcome is not Outcome.WITHDRAWN:
        yield remark.on(notice)
    if until is not None and notice.received_on > until:
        yield COLLECTED_LATE.on(notice)
    if _by_post(notice) and _no_delivery(notice.received_on, calendar):
        yield NO_DELIVERY.on(notice)


def _by_post(notice: Notice) -> bool:
    asked = None if notice.ruled_by is None else notice.ruled_by.form
    return (notice.form or asked) is Form.REGISTERED_LETTER


def _no_delivery(day: date, calendar: Calendar) -> bool:
    return day.isoweekday() == SUNDAY or day in holidays(day.year, calendar)


def _working(notice: Notice, lived: Life) -> Iterator[Finding]:
    """What goes with a notice that ends the convention, or refuses its renewal."""
    letter = notice.letter
    if letter.received is not None and letter.received.event.mandated is False:
        yield NO_MANDATE.on(notice)
    if letter.received is not None and letter.refused is not None:
        yield REFUSED_AFTERWARDS.on(notice)
    yield from _withdrawal(notice)
    if notice.outcome is Outcome.EFFECTIVE:
        yield from _stated_end(notice)
        yield from _gain(notice, lived)


def _withdrawal(notice: Notice) -> Iterator[Finding]:
    """A withdrawal that leaves the notice its effect."""
    withdrawn = notice.letter.withdrawn
    if withdrawn is None or notice.last_day is None:
        return
    remark = WITHDRAWN_LATE if withdrawn.on > notice.last_day else WITHDRAWN_ALONE
    yield remark.on(notice)


def _stated_end(notice: Notice) -> Iterator[Finding]:
    """A letter that announces an end earlier than the clause allows."""
    if notice.clause is None or notice.stated_on is None:
        return
    end = shortest_end(notice, notice.clause)
    if notice.stated_on < end:
        yield TOO_SHORT.on(notice, stated=f"{notice.stated_on:%d/%m/%Y}", shortest=f"{end:%d/%m/%Y}")


def _gain(notice: Notice, lived: Life) -> Iterator[Finding]:
    """A notice that ends the convention only a few days before its term."""
    if notice.last_day is None or lived.term is None:
        return
    gained = (lived.term - notice.last_day).days
    if 0 < gained <= SMALL_GAIN:
        yield GAINED.on(notice, gained=f"{gained} jour{'s' if gained > 1 else ''}")


def _days(notice: Notice) -> dict[str, str]:
    """The days of a notice, as its sentences name them."""
    last = {} if notice.last_day is None else {"last": f"{notice.last_day:%d/%m/%Y}"}
    return _told(notice.letter) | last | {"received": f"{notice.received_on:%d/%m/%Y}"}


def _told(letter: Letter) -> dict[str, str]:
    """The days of a letter, as its sentences name them."""
    steps = {"refused": letter.refused, "returned": letter.returned, "withdrawn": letter.withdrawn}
    days = {name: f"{step.on:%d/%m/%Y}" for name, step in steps.items() if step is not None}
    return {"told": _known_as(letter), **days}


def _known_as(letter: Letter) -> str:
    """What is best known of the letter: told to its addressee until when, or sent, or come back on a day."""
    if letter.shown is None:
        return f"{'revenue' if letter.sent is None else 'envoyée'} le {letter.begun_on:%d/%m/%Y}"
    verb, then = ("présentée", "réclamer") if letter.offered is None else ("annoncée", "accepter")
    told, until = f"{verb} le {letter.shown.on:%d/%m/%Y}", letter.collectable_until
    return told if until is None else f"{told}, à {then} jusqu’au {until:%d/%m/%Y},"
