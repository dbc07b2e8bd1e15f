"""The words of facts about evaluations and bilans."""

from collections.abc import Callable

from convenir.core.facts import evaluation as f
from convenir.core.terms import Terms
from convenir.core.terms.evaluation import Moment
from convenir.writer.words.names import body_name, joined, the, to_the

# After «évaluation» and after «bilan».
MOMENTS = {
    Moment.YEARLY: ("annuelle", "annuel"),
    Moment.FINAL: ("finale", "final"),
    Moment.MID_TERM: ("à mi-parcours", "à mi-parcours"),
    Moment.ROLLING: ("", ""),
    Moment.OPEN: ("", ""),
}


def _evaluation(moment: Moment, year: int | None) -> str:
    return f"Évaluation {year or MOMENTS[moment][0]}".strip()


def _done(e: f.EvaluationDone, t: Terms) -> str:
    return joined(f"{_evaluation(e.moment, e.year)} faite", f"propose de changer : {e.proposes}" if e.proposes else "")


def _presented(e: f.EvaluationPresented, t: Terms) -> str:
    return f"{_evaluation(e.moment, e.year)} présentée {to_the(body_name(e.body, t))}"


def _stage(e: f.EvaluationStageValidated, t: Terms) -> str:
    year = f" {e.year}" if e.year else ""
    return joined(f"Étape de l’évaluation{year} validée par {the(body_name(e.body, t))}", e.stage)


def _review(e: f.ReviewDone, t: Terms) -> str:
    return joined(
        f"Bilan {e.year or MOMENTS[e.moment][1]}".strip() + " établi",
        the(body_name(e.body, t)) if e.body else "",
        "avec une évaluation des effets" if e.effects else "",
    )


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.EvaluationDone: ("Évaluation faite", _done),
    f.EvaluationPresented: ("Évaluation présentée", _presented),
    f.EvaluationStageValidated: ("Étape d’une évaluation validée", _stage),
    f.EvaluationLaunched: ("Évaluation lancée", lambda e, t: f"{_evaluation(e.moment, e.year)} lancée"),
    f.ReviewDone: ("Bilan établi", _review),
}
