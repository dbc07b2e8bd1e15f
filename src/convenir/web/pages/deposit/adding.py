"""Adding a term that the reader missed: the words of the text, what they are, then the values."""

import re
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from convenir.access.deposited import Decision, DepositedText
from convenir.access.roles import NotFound, Verb
from convenir.access.texts import text
from convenir.core.dossier import CLAUSES
from convenir.core.refusals import Refusal
from convenir.core.source import Source
from convenir.rulebook.chapters import CHAPTERS
from convenir.usecases import texts as verbs
from convenir.usecases.texts import Addition
from convenir.web.pages.deposit.asked import asked
from convenir.web.pages.deposit.corrections import TermForm
from convenir.web.pages.deposit.crumbs import crumbs
from convenir.web.pages.deposit.pieces import reference
from convenir.web.pages.deposit.ruling import following, parties_of
from convenir.web.pages.deposit.sentences import paragraph_at
from convenir.web.pages.deposit.words import DECISIONS
from convenir.web.requests import UNPROCESSABLE, Request, now
from convenir.web.ui.shapes import Link, Passage
from convenir.writer.words.names import capital
from convenir.writer.words.terms import clause_label

LENGTH_OF_CHOICE = 90
NOT_THERE = (
    "Ces mots ne se trouvent pas à partir de ce paragraphe. Copiez-les du texte, sans rien y changer : les retours à "
    "la ligne et les espaces ne comptent pas."
)
WHERE = dict.fromkeys(("required", "invalid_choice"), "Choisissez un paragraphe du texte.")
WHAT = dict.fromkeys(("required", "invalid_choice"), "Dites ce que ces mots énoncent.")
# What a browser writes otherwise than the file: spaces that hold, apostrophes, quotes.
SAME = {"'": "['’]", "’": "['’]", "-": "[-‑–]", "‑": "[-‑–]", "–": "[-‑–]"}


class WordsForm(forms.Form):
    """Which words of which paragraph, and what kind of term they are."""

    mots = forms.CharField(
        label="Mots du texte qui fondent le terme",
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Copiez-les du paragraphe ; ils peuvent continuer dans le suivant.",
        error_messages={"required": "Copiez ici les mots du texte."},
    )
    vue = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, found: DepositedText, **given: Any) -> None:
        super().__init__(**given)
        self._found = found
        self.source: Source | None = None
        self.fields["alinea"] = forms.TypedChoiceField(
            label="Paragraphe où commencent les mots", coerce=int, choices=_paragraphs(found), error_messages=WHERE
        )
        self.fields["nature"] = forms.ChoiceField(
            label="Ces mots énoncent", choices=[("", "Choisir…"), *_kinds()], error_messages=WHAT
        )
        self.order_fields(["alinea", "mots", "nature"])

    def clean(self) -> dict[str, Any]:
        """The words must be those of the text, from that paragraph on."""
        said = super().clean() or {}
        if "alinea" in said and "mots" in said:
            self.source = source_of(self._found, said["alinea"], said["mots"])
            if self.source is None:
                self.add_error("mots", NOT_THERE)
        return said


def source_of(found: DepositedText, start: int, words: str) -> Source | None:
    """The ground that these words are, as the text has them from that paragraph on; None where it has them not."""
    wanted = r"\s*".join(_letters(word) for word in words.split())
    place = re.compile(wanted).search(found.words, start) if wanted else None
    if place is None:
        return None
    block, paragraph = paragraph_at(found, place.start())
    return found.outline.ground(block, place.start(), place.end(), paragraph.number)


def _letters(word: str) -> str:
    return "".join(SAME.get(letter, re.escape(letter)) for letter in word)


def _paragraphs(found: DepositedText) -> list[tuple[int, str]]:
    """Every paragraph by its first words, under the name of its article."""
    return [
        (paragraph.start, f"{capital(block.label)} · {_cut(paragraph.words)}")
        for block in found.outline.blocks
        for paragraph in block.paragraphs
    ]


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LENGTH_OF_CHOICE else f"{flat[:LENGTH_OF_CHOICE].rsplit(' ', 1)[0]}…"


def _kinds() -> list[tuple[str, list[tuple[str, str]]]]:
    """The kinds of terms, by chapter, in French."""
    titles = {chapter.name: chapter.title.partition(" :")[0] for chapter in CHAPTERS}
    grouped = groupby(CLAUSES, key=lambda name: CLAUSES[name].__module__.rsplit(".", 1)[-1])
    return [
        (titles[chapter], sorted(((name, clause_label(name)) for name in names), key=lambda choice: choice[1]))
        for chapter, names in grouped
    ]


@require_http_methods(["GET", "POST"])
def add(request: Request, pk: UUID) -> HttpResponse:
    """First the words and what they are (`?alinea=`, `?mots=`, `?nature=`), then the values of the term."""
    found = text(request.actor, pk, to=Verb.CONFIRM)
    words = WordsForm(found, data=request.GET) if "nature" in request.GET else WordsForm(found, initial=_first(request))
    if not words.is_bound or not words.is_valid() or words.source is None:
        return _words_page(request, found, words)
    kind = CLAUSES.get(words.cleaned_data["nature"])
    if kind is None:
        raise NotFound(words.cleaned_data["nature"])
    form = TermForm(kind, words.source, parties_of(found), {}, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            index = verbs.add(pk, Addition(term=form.term()), by=request.actor, at=now())
            return following(request, pk, index + 1, DECISIONS[Decision.ADDED])
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _values_page(request, found, words, form)


def _first(request: Request) -> dict[str, str]:
    return {name: request.GET[name] for name in ("alinea", "mots", "vue") if name in request.GET}


def _words_page(request: Request, found: DepositedText, form: WordsForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "deposit/add_words.html", _around(request, found) | {"form": form}, status=status)


def _values_page(request: Request, found: DepositedText, words: WordsForm, form: TermForm) -> HttpResponse:
    source = words.source or Source(text="", article="")
    where = asked(found.pk, request.GET)
    context = _around(request, found) | {
        "form": form,
        "label": clause_label(words.cleaned_data["nature"]),
        "passage": Passage(quote=source.quote, reference=reference(found, where, source)),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "deposit/add_values.html", context, status=status)


def _around(request: Request, found: DepositedText) -> dict[str, Any]:
    back = asked(found.pk, request.GET).at_place(0)
    links = (Link(text="Relecture", url=back), Link(text="Ajouter un terme", url=""))
    return {"found": found, "back": back, "crumbs": crumbs(*links)}
