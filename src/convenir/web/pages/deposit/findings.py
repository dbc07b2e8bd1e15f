"""The findings of a text, each with what persons decided of it, and the form by which one rules upon it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from convenir.access.deposited import Decision, DepositedText, Point, ReadTerm, Verdict
from convenir.core.findings import Severity
from convenir.usecases.texts import Judgement, Ruling
from convenir.web.pages.deposit.asked import Asked
from convenir.web.pages.deposit.pieces import reference
from convenir.web.ui import states
from convenir.web.ui.rulings import passage, point_ruled
from convenir.web.ui.shapes import Finding, Passage
from convenir.writer.words import article_short, term_label, term_value

# What retains no passage, by how many there are to choose from.
NEITHERS = {0: "Je retiens :", 2: "Ni l’un ni l’autre ; je retiens :"}
NEITHER, LEFT_OPEN = Verdict.NEITHER.value, Verdict.LEFT_OPEN.value
CHANGED = "Un de ces termes a été décidé après l’ouverture de votre page : relisez-le, puis cochez de nouveau."


class JudgeForm(forms.Form):
    """Which passage prevails, or what does, or that the finding stays open; and why; and the terms that go with it."""

    words = forms.CharField(label="Ce que vous retenez à leur place", required=False, max_length=1000)
    reason = forms.CharField(
        label="Motif de la décision",
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Donnez le motif de votre décision."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, found: DepositedText, point: Point, **given: Any) -> None:
        seen = point.ruled.at.isoformat() if point.ruled else ""
        super().__init__(initial={"seen": seen}, auto_id=f"c{point.key}-%s", **given)
        self.point = point
        sources = point.finding.sources if point.contradicts else ()
        passages = [(str(number), f"Retenir {passage(source)}") for number, source in enumerate(sources)]
        neither = NEITHERS.get(len(sources), "Autre chose ; je retiens :")
        self.fields["choice"] = forms.ChoiceField(
            label="Ce qui prévaut",
            choices=[*passages, (NEITHER, neither), (LEFT_OPEN, "Laisser en suspens")],
            widget=forms.RadioSelect,
            error_messages={"required": "Choisissez ce qui prévaut, ou laissez en suspens."},
        )
        resting = dict.fromkeys(item for source in sources for item in found.grounded(source))
        self.applies = bool(resting)
        self.fields["rejected"] = forms.MultipleChoiceField(
            label="Appliquer ce choix aux termes",
            required=False,
            choices=[(_rejection_key(item), _rejection_words(item)) for item in resting],
            widget=forms.CheckboxSelectMultiple,
            help_text="Trancher ne change aucun terme. Cochez ceux dont vous ne retenez pas le passage.",
            error_messages={"invalid_choice": CHANGED},
        )

    def judgement(self) -> Judgement:
        """What the form says; the form must be valid."""
        choice = self.cleaned_data["choice"]
        verdict = Verdict(choice) if choice in (NEITHER, LEFT_OPEN) else Verdict.PASSAGE
        return Judgement(
            key=self.point.key,
            verdict=verdict,
            passage=int(choice) if verdict is Verdict.PASSAGE else None,
            words=self.cleaned_data["words"] if verdict is Verdict.NEITHER else "",
            reason=self.cleaned_data["reason"],
            seen=seen_at(self.cleaned_data["seen"]),
            rejections=tuple(_rejection(key) for key in self.cleaned_data["rejected"]),
        )


def _rejection_key(item: ReadTerm) -> str:
    """The term, and the last decision on it: it is another choice once somebody else has spoken."""
    return f"{item.index}@{item.ruled.at.isoformat() if item.ruled else ''}"


def _rejection_words(item: ReadTerm) -> str:
    where = article_short(item.source)
    return f"Écarter le terme {item.index + 1} ({where}), {term_label(item.term)} : {term_value(item.term)}"


def _rejection(key: str) -> Ruling:
    index, _, seen = key.partition("@")
    return Ruling(index=int(index), decision=Decision.REJECTED, seen=seen_at(seen))


def seen_at(said: str) -> datetime | None:
    """The moment of the last decision that the person had under her eyes, as a form carries it."""
    try:
        return parse_datetime(said)
    except ValueError:
        return None


def show_anew(form: forms.Form, given: QueryDict, last: datetime | None) -> None:
    """What was `given`, on a page that now shows the last decision: sent again, the form replaces it knowingly."""
    carried = given.copy()
    carried["seen"] = last.isoformat() if last else ""
    form.data = carried


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding on the review: its piece, the form to rule upon it where it is open, and where it can be opened."""

    point: Point
    piece: Finding
    form: JudgeForm | None
    url: str

    @property
    def choices(self) -> Iterator[tuple[Passage, Any]]:
        """Each passage with its button, where passages contradict one another."""
        return zip(self.piece.passages, [*self._radios()[:-2], *[None] * len(self.piece.passages)], strict=False)

    @property
    def others(self) -> list[Any]:
        """The buttons that retain no passage: neither, then open."""
        return self._radios()[-2:]

    def _radios(self) -> list[Any]:
        return list(self.form["choice"]) if self.form else []

    @property
    def asks(self) -> bool:
        """Whether a decision is wanted, and not there yet."""
        return self.point.asks and self.point.ruled is None


def shown(found: DepositedText, asked: Asked, points: Iterable[Point], form: JudgeForm | None = None) -> list[Shown]:
    """Findings, those that want a decision first, then the gravest; the one asked for has its form."""
    ordered = sorted(points, key=lambda one: (not one.hinders, list(Severity).index(one.finding.severity)))
    return [_shown(found, asked, point, form) for point in ordered]


def _shown(found: DepositedText, asked: Asked, point: Point, form: JudgeForm | None) -> Shown:
    (piece,) = states.findings([point.finding], partial(reference, found, asked))
    is_open = point.key == asked.point and point.asks and found.convention is None
    passages = [Passage(quote=one.quote, reference=reference(found, asked, one)) for one in point.finding.sources]
    return Shown(
        point=point,
        piece=replace(
            piece,
            id=f"c{point.key}",
            word=f"{piece.word}, à trancher" if point.hinders else piece.word,
            ruling=point_ruled(point),
            passages=passages if is_open else piece.passages,
        ),
        form=(form or JudgeForm(found, point)) if is_open else None,
        url=asked.at_point(point.key),
    )
