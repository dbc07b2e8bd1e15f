"""Facts about evaluations and bilans."""

from dataclasses import dataclass

from convenir.core.terms.evaluation import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationDone:
    """An evaluation was finished: of which year, or the final one. `answered`: to how many of its questions.

    `proposes`: what it would change in the text («un objectif nouveau»); empty where it changes nothing.
    """

    moment: Moment = Moment.YEARLY
    year: int | None = None
    answered: int | None = None
    proposes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationPresented:
    """An evaluation was put before `body`, which also proves that it was done."""

    body: str
    moment: Moment = Moment.YEARLY
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationStageValidated:
    """`body` validated a stage of the evaluation."""

    body: str
    stage: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationLaunched:
    """The parties began an evaluation."""

    moment: Moment = Moment.FINAL
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDone:
    """A bilan was finished; `body` is where it was drawn up or presented.

    `effects`: it holds an evaluation of effects; `answered`: to how many questions; `valued`: every indicator of the
    plan has a value in it. None: not said.
    """

    moment: Moment = Moment.YEARLY
    year: int | None = None
    body: str = ""
    effects: bool | None = None
    answered: int | None = None
    valued: bool | None = None
