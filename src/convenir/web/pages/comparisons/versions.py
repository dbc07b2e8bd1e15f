"""Two texts set against each other: their articles, what changes in law, the findings that appear or go."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from convenir.access.roles import Verb
from convenir.access.texts import text
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.reader.comparing.comparison import Became, Comparison, Passage, compared
from convenir.reader.comparing.differences import Difference
from convenir.reader.reading import read_text
from convenir.web.pages.comparisons.naming import named, received
from convenir.web.requests import Request
from convenir.web.ui.compared_text import groups
from convenir.web.ui.shapes import Cell, Column, Link, Reference, Table
from convenir.web.ui.states import findings
from convenir.writer.words import article_short, term_label, term_value
from convenir.writer.words.fields import told_apart


@require_GET
def compare(request: Request, before: UUID, after: UUID) -> HttpResponse:
    """Both texts are read by the present reader, so that only their words differ."""
    first, second = (text(request.actor, pk, to=Verb.READ) for pk in (before, after))
    found = compared(read_text(first.words), read_text(second.words))
    choose = reverse("comparisons:choose")
    context = {
        "first": named(first),
        "first_file": received(first),
        "second": named(second),
        "second_file": received(second),
        "swapped": reverse("comparisons:versions", args=[after, before]),
        "said": said(found),
        "groups": groups(found.passages),
        "same": all(one.untouched for one in found.passages),
        "differences": differences(found.differences),
        "appeared": findings(found.appeared, _reference),
        "gone": findings(found.gone, _reference),
        "crumbs": [
            Link(text="Accueil", url=reverse("home:home")),
            Link(text="Comparer deux textes", url=f"{choose}?avant={before}"),
            Link(text="Comparaison", url=""),
        ],
    }
    return render(request, "comparisons/versions.html", context)


def _reference(source: Source) -> Reference:
    return Reference(text=article_short(source))


def said(found: Comparison) -> str:
    """«Passages : 2 modifiés, 1 ajouté ; 3 termes changent.»."""
    counts = [
        (sum(1 for one in found.passages if one.became is became), word)
        for became, word in ((Became.REWORDED, "modifié"), (Became.ADDED, "ajouté"), (Became.REMOVED, "supprimé"))
    ]
    counts.append((sum(1 for one in found.passages if _only_elsewhere(one)), "changé de numéro, de titre ou de place"))
    told = [f"{count} {_agreed(word, count)}" for count, word in counts if count]
    if not told:
        return "Les deux textes disent la même chose, mot pour mot."
    terms = len(found.differences)
    several = f"{terms} termes changent" if terms > 1 else "un terme change"
    law = several if terms else "aucun terme ne change"
    return f"Passages : {', '.join(told)} ; {law}."


def _only_elsewhere(one: Passage) -> bool:
    """Whether its words are the same under another number or title, or at another place."""
    return one.became is Became.SAME and not one.untouched


def _agreed(words: str, count: int) -> str:
    """
    >>> _agreed("changé de numéro", 2), _agreed("ajouté", 1)
    ('changés de numéro', 'ajouté')
    """
    first, blank, rest = words.partition(" ")
    return f"{first}{'s' if count > 1 else ''}{blank}{rest}"


def differences(found: tuple[Difference, ...]) -> Table | None:
    """What changes in law, term by term; None where nothing does."""
    if not found:
        return None
    columns = [Column(text=words) for words in ("Terme", "Premier texte", "Second texte", "Article")]
    return Table(caption="Les termes lus dans chaque texte.", columns=columns, rows=[_row(one) for one in found])


def _row(one: Difference) -> list[Cell]:
    clause = one.after or one.before
    label = term_label(clause) if clause else ""
    place = article_short(clause.source) if clause else ""
    return [Cell(text=label), _value(one.before), _second(one), Cell(text=place, reference=True)]


def _second(one: Difference) -> Cell:
    """What the second text says; where its short words are those of the first, what differs is named."""
    told = _value(one.after)
    if one.before is None or one.after is None:
        return told
    return Cell(text=told_apart(_value(one.before).text, told.text, type(one.after), one.fields))


def _value(clause: Term | None) -> Cell:
    return Cell(text=term_value(clause) or "présent") if clause else Cell(text="absent", quiet=True)
