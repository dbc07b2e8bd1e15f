"""What the clauses on evaluation leave open or place where it is not."""

from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Terms
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.terms.governance import Committee
from convenir.core.terms.plan import IndicatorRule
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.lint.telling import information, warning
from convenir.reader.outline import Outline
from convenir.reader.wordings.amendment.annexes import normal

# «six mois avant l'échéance»: the body still sits.
_BEFORE = Shape(r"\bavant (?:l'|le |la |son |sa )?(?:echeance|terme|fin|expiration)\b")
# How lines that state indicators begin.
_INDICATOR = Shape(r"^\W*(?:indicateurs?\b|nombre\b|nb\b|taux\b|part\b|pourcentage\b|evolution\b|proportion\b)")
# Titles of annexes that may state them; another title shows a reference to the wrong annex.
_ABOUT = Shape(r"\bevaluation|\bindicateur|\bbilan")


def conditions(_: Outline, terms: Terms) -> Iterator[Finding]:
    """An evaluation whose conditions are still to be defined."""
    left = [clause for clause in terms.every(Evaluation) if clause.moment is Moment.OPEN]
    if left:
        yield information(
            "evaluation-conditions",
            Oddity.BLANK,
            "Le texte laisse à définir les conditions d’une évaluation.",
            "Convenez par écrit de son objet, de sa date et de qui la conduit.",
            *(clause.source for clause in left),
        )


def after_the_end(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A final review that a body of the convention has its part in, once the convention is over."""
    finals = [one for one in terms.every(Review) if one.moment is Moment.FINAL and one.within is None]
    evaluations = (one for one in terms.every(Evaluation) if not _BEFORE.search(flat(one.source.quote)))
    finals_too = [one for one in evaluations if one.moment is Moment.FINAL]
    bodies = {one.body for one in terms.every(Review)} | {one.body for one in terms.every(Evaluation)}
    committee = next((one for one in terms.every(Committee) if one.body and one.body in bodies), None)
    sources = [clause.source for clause in finals] + [clause.source for clause in finals_too]
    if sources and committee is not None:
        yield information(
            "final-review",
            Oddity.SILENT,
            "Le bilan final est attendu à la fin de la convention, quand l’instance qui doit s’en saisir cesse aussi.",
            "Tenez sa dernière réunion avant le terme, ou convenez qu’elle survit pour ce bilan.",
            *sources,
            committee.source,
        )


def indicators(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Indicators said to be in an annex that holds none."""
    blocks = {normal(block.number): block for block in outline.annexes() if _ABOUT.search(flat(block.title))}
    for rule in terms.every(IndicatorRule):
        block = blocks.get(normal(rule.annex)) if rule.annex else None
        if (
            block
            and _ABOUT.search(flat(block.title))
            and not any(_INDICATOR.search(flat(line.words)) for line in block.paragraphs)
        ):
            yield warning(
                "indicators-missing",
                Oddity.MISSING,
                f"Le texte place les indicateurs d’évaluation dans l’annexe {block.number}, qui n’en énonce aucun.",
                "Arrêtez la liste des indicateurs par un écrit des parties : sans elle, rien ne peut être mesuré.",
                rule.source,
                outline.heading(block),
            )


CHECKS = (conditions, after_the_end, indicators)
