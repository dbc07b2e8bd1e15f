"""What is told with an evaluation or a bilan: what lacks in one that was done, what to settle before the end."""

from collections.abc import Iterator

from convenir.core.annexes import attached
from convenir.core.committees.meetings import appointments
from convenir.core.delays import Months, before
from convenir.core.evaluations import Clause, Promise, Proof
from convenir.core.facts import EvaluationStageValidated
from convenir.core.findings import Finding, Oddity, Severity, contrary
from convenir.core.naming import body_name, day_name, of_the, the, to
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import IndicatorRule, SharedDiagnosis
from convenir.core.terms.evaluation import BodyRole, Evaluation, Moment, Review
from convenir.core.terms.governance import CommitteePowers

# When a last meeting before the end should be fixed.
LAST_MONTHS = Months(count=6)
# What is missing where the body named by the text has not seen it.
UNSEEN: dict[BodyRole | None, tuple[str, str]] = {
    BodyRole.EXAMINES: ("not-examined", "examiné par"),
    BodyRole.RECEIVES: ("not-presented", "présenté devant"),
    BodyRole.VALIDATES: ("not-validated", "validé par"),
    None: ("not-presented", "présenté devant"),
}


def shortcomings(situation: Situation, promised: Promise, proof: Proof | None) -> Iterator[Finding]:
    """What the text asks of an evaluation or a bilan, and that the one done does not show."""
    if proof is None:
        return
    yield from _outside_body(situation, promised, proof)
    yield from _unseen(situation, promised, proof)
    yield from _stages(situation, promised, proof)
    yield from _unanswered(promised, proof)
    yield from _content(situation, promised, proof)


def _outside_body(situation: Situation, promised: Promise, proof: Proof) -> Iterator[Finding]:
    """Done, but not recorded as drawn up within the body that the text names."""
    body = promised.draws_up
    if body and proof.body != body:
        yield contrary(
            "drawn-up-within",
            f"Le texte le veut élaboré au sein {of_the(body_name(situation.terms, body))} ; rien ne le montre.",
            "Faites-le examiner en séance, puis enregistrez-le avec cette instance.",
            *promised.because,
        )


def _unseen(situation: Situation, promised: Promise, proof: Proof) -> Iterator[Finding]:
    """Done, but not put before the body that examines, receives or validates it."""
    if not promised.before or proof.body == promised.before:
        return
    code, done = UNSEEN[promised.role]
    name = the(body_name(situation.terms, promised.before))
    yield contrary(
        code,
        f"Incomplet : le texte le veut {done} {name} ; rien ne le montre.",
        "Inscrivez-le à l’ordre du jour de la prochaine séance, puis enregistrez la présentation.",
        *promised.because,
    )


def _stages(situation: Situation, promised: Promise, proof: Proof) -> Iterator[Finding]:
    """A body validates the stages of the evaluation, and none is recorded as validated."""
    validators = _validators(situation, promised)
    if not validators or validators.keys() & _validated(situation, proof):
        return
    names = " et ".join(to(the(body_name(situation.terms, body))) for body in validators)
    yield contrary(
        "not-validated",
        f"Le texte confie la validation de ses étapes {names} ; aucune n’est enregistrée.",
        "Faites-les valider, puis enregistrez-le ; d’ici là, l’évaluation n’est pas validée.",
        *validators.values(),
    )


def _validators(situation: Situation, promised: Promise) -> dict[str, Source]:
    """The bodies that validate the stages of an evaluation, by the clause on it or by their powers, with the words."""
    evaluations = [clause for clause in promised.clauses if isinstance(clause, Evaluation)]
    named = {clause.validator: clause.source for clause in evaluations if clause.validator}
    if named or not evaluations:
        return named
    return {c.body: c.source for c in situation.terms.every(CommitteePowers) if c.evaluation_stages}


def _validated(situation: Situation, proof: Proof) -> set[str]:
    """The bodies that validated a stage: for an evaluation of a year, in or for that year."""
    every = situation.happened(EvaluationStageValidated)
    yearly = proof.moment is Moment.YEARLY
    return {e.body for fact, e in every if not yearly or (e.year or day_of(fact).year) == proof.year}


def _unanswered(promised: Promise, proof: Proof) -> Iterator[Finding]:
    """Fewer questions answered than the text asks."""
    asked = [clause for clause in promised.clauses if clause.questions]
    for clause in asked:
        if proof.answered is not None and clause.questions is not None and proof.answered < clause.questions:
            yield contrary(
                "questions-answered",
                f"Le texte pose {clause.questions} questions ; réponses données : {proof.answered}.",
                "Complétez-le : chaque question demande une réponse, même négative.",
                clause.source,
            )


def _content(situation: Situation, promised: Promise, proof: Proof) -> Iterator[Finding]:
    """A bilan without the effects that the text wants measured, or without the values of the indicators."""
    wanted = tuple(clause.source for clause in promised.clauses if isinstance(clause, Review) and clause.effects)
    if wanted and proof.effects is False:
        yield contrary(
            "effects-part",
            "Le texte veut que le bilan mesure les effets de la convention ; cette partie manque.",
            "Ajoutez l’évaluation des effets.",
            *wanted,
        )
    rules = tuple(rule.source for rule in situation.terms.every(IndicatorRule))
    if rules and proof.valued is False:
        yield contrary(
            "indicators-valued",
            "Des indicateurs prévus par le texte n’ont pas de valeur dans ce document.",
            "Donnez leur valeur, ou dites pourquoi elle manque.",
            *rules,
        )


def conditions_to_define(promised: Promise) -> Iterator[Finding]:
    """The text leaves to be defined how the evaluation is made."""
    yield Finding(
        oddity=Oddity.BLANK,
        about="evaluation-conditions",
        severity=Severity.WARNING,
        sentence="Le texte laisse à définir les conditions de cette évaluation.",
        advice="Convenez par écrit de son objet, de sa date et de qui la conduit.",
        sources=promised.because,
    )


def at_the_end(situation: Situation, promised: Promise, proof: Proof | None) -> Iterator[Finding]:
    """What to settle before the end, then what the end leaves open, for what is drawn up on that occasion."""
    if proof is None and not any(isinstance(clause, Review) and clause.within for clause in promised.clauses):
        yield from _last_meeting(situation, promised)
    if proof is None:
        yield from _body_over(situation, promised)
    yield from _without_diagnosis(situation)


def _examiner(situation: Situation, promised: Promise) -> str:
    """The body that has its part in it: the one that the clause names, else that of the other evaluations."""
    clauses: list[Clause] = [*situation.terms.every(Evaluation), *situation.terms.every(Review)]
    return promised.draws_up or promised.before or next((clause.body for clause in clauses if clause.body), "")


def _last_meeting(situation: Situation, promised: Promise) -> Iterator[Finding]:
    """A body has its part in what is done at the end, and no meeting of it is fixed in the last months."""
    end, body = situation.life.last_day, _examiner(situation, promised)
    if end is None or not body or not before(end, LAST_MONTHS) <= situation.on <= end:
        return
    if all(meeting.day < situation.on for meeting in appointments(situation, body)):
        name = body_name(situation.terms, body)
        yield Finding(
            oddity=Oddity.MISSING,
            about="last-meeting",
            severity=Severity.WARNING,
            sentence=f"La convention finit le {day_name(end)} et aucune séance {of_the(name)} n’est fixée d’ici là.",
            advice="Fixez la dernière au plus tard ce jour-là, pour préparer ce document.",
            sources=promised.because,
        )


def _body_over(situation: Situation, promised: Promise) -> Iterator[Finding]:
    """After the end the body that has its part in it no longer exists; the document is still due."""
    end, body = situation.life.last_day, _examiner(situation, promised)
    if end is None or not body or situation.on <= end:
        return
    name = body_name(situation.terms, body)
    yield Finding(
        oddity=Oddity.SILENT,
        about="body-over",
        severity=Severity.INFORMATION,
        sentence=f"La convention a pris fin le {day_name(end)}, et {the(name)} avec elle ; ce document reste dû.",
        advice="Convenez par écrit de qui l’établit et l’examine.",
        sources=promised.because,
    )


def _without_diagnosis(situation: Situation) -> Iterator[Finding]:
    """What was promised for later and never came is listed at the end."""
    for clause in situation.terms.every(SharedDiagnosis):
        if clause.deferred and attached(situation, clause.annex) is None:
            yield Finding(
                oddity=Oddity.MISSING,
                about="diagnosis",
                severity=Severity.INFORMATION,
                sentence="Le diagnostic promis pour plus tard n’est pas joint au texte.",
                advice="Joignez-le, ou dites dans le document final qu’il n’a pas été fait.",
                sources=(clause.source,),
            )
