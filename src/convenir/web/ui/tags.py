"""The tags that draw the pieces; each has one template of the same name in templates/ui.

The settings list this module and `filters` as builtins of the template engine, so that no page loads anything.
"""

import functools
from collections.abc import Callable, Sequence
from typing import Any

from django.forms import BoundField, FileField
from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from convenir.web.ui import figures
from convenir.web.ui.shapes import (
    STATE_WORDS,
    ConventionLine,
    DueGroup,
    Effect,
    FactLine,
    Filter,
    Finding,
    Link,
    Passage,
    Reference,
    Run,
    Scale,
    Sentence,
    State,
    Status,
    Step,
    Table,
    Term,
    TextLine,
    TimelineData,
)

Context = dict[str, Any]

NOTICE_STATES: dict[str, State] = {
    "info": State.INFO,
    "warning": State.WATCH,
    "danger": State.LATE,
    "good": State.IN_FORCE,
}


# Small pieces


def icon(name: str) -> Context:
    """`{% icon "cross" %}`: cross or chevron; always beside words."""
    return {"name": name}


def mark(state: str, word: str = "", tone: str = "") -> Context:
    """`{% mark "late" %}`, `{% mark state "accepté" "quiet" %}`: the mark of a state with its word.

    `tone` is "" (word in the colour of the state, bold), "plain" (bold ink) or "quiet" (muted).
    """
    return {"state": State(state), "word": word or STATE_WORDS[State(state)], "tone": tone}


def mark_only(state: str, word: str = "") -> Context:
    """`{% mark_only state %}`: the mark alone; its word is kept for screen readers."""
    return {"state": State(state), "word": word or STATE_WORDS[State(state)]}


def ref(reference: Reference) -> Context:
    """`{% ref reference %}`: a place of the signed text, in serif."""
    return {"reference": reference}


def sentence(value: Sentence) -> Context:
    """`{% sentence sentence %}`: our words, dates in bold, then the articles between brackets and the full stop."""
    grounded = bool(value.references)
    return {
        "sentence": value,
        "words": value.text.removesuffix(".") if grounded else value.text,
        "stop": "." * grounded,
    }


def status(value: Status) -> Context:
    """`{% status status %}`: the word of the state, then the sentences with their articles."""
    return {"status": value}


def person(letters: str, name: str, detail: str = "") -> Context:
    """`{% person "NF" "Nadia Ferrand" "conseillère, Caf" %}`: a person."""
    return {"letters": letters, "name": name, "detail": detail}


# Lists


def due_list(groups: Sequence[DueGroup], level: int = 3) -> Context:
    """`{% due_list groups %}`: what is due, by period, empty ones left out; `level=2` right under the page title."""
    return {"groups": [group for group in groups if group.lines], "level": level}


def convention_list(lines: Sequence[ConventionLine], scale: Scale) -> Context:
    """`{% convention_list lines scale %}`: conventions with status, next date and life line."""
    drawn = [(line, figures.life_line(line.life, scale) if line.life else "") for line in lines]
    return {"lines": drawn, "head": figures.life_head(scale)}


def fact_list(lines: Sequence[FactLine], wide: bool = False) -> Context:
    """`{% fact_list facts %}` in a side column, `{% fact_list facts wide=True %}` on a page of its own."""
    return {"lines": lines, "wide": wide}


def rows(pairs: Sequence[tuple[str, str]], tight: bool = False) -> Context:
    """`{% rows pairs %}`: labels and values; `tight=True` without lines."""
    return {"pairs": pairs, "tight": tight}


def data_table(table: Table) -> Context:
    """`{% data_table table %}`: a table; on a phone, each row becomes labels and values."""
    return {"table": table, "body": [list(zip(table.columns, row, strict=True)) for row in table.rows]}


def pagination(context: Context, page: Any, what: str = "lignes") -> Context:
    """`{% pagination page_obj "conventions" %}`: a Django page; keeps the rest of the address."""
    return {"page": page, "what": what, "request": context["request"]}


# Text


def passage(value: Passage, alone: bool = False) -> Context:
    """`{% passage passage %}`: words of the text in serif, and the link to their place."""
    return {"passage": value, "alone": alone}


def run(value: Run) -> Context:
    """`{% run run %}`: words of the text, underlined according to what was read in them."""
    return {"run": value}


def text_lines(lines: Sequence[TextLine]) -> Context:
    """`{% text_lines lines %}`: the text itself, with the words that were read underlined."""
    return {"lines": lines}


def effects(items: Sequence[Effect]) -> Context:
    """`{% effects items %}`: what an act would change, said before it is saved."""
    return {"items": items}


# Progress, filters


def ticks(states: Sequence[str], label: str) -> Context:
    """`{% ticks states "28 termes sur 41 relus" %}`: one tick per term: done, current, conflict or left."""
    return {
        "drawn": [(6 + index * 8, state) for index, state in enumerate(states)],
        "width": 8 * len(states) + 6,
        "label": label,
    }


def stepper(steps: Sequence[Step]) -> Context:
    """`{% stepper steps %}`: the steps of a journey, with the one where one stands."""
    return {"steps": steps, "under_way": State.UNDER_WAY, "done": State.DONE}


def filters(active: Sequence[Filter], clear_url: str = "") -> Context:
    """`{% filters active clear_url %}`: filters in force, as badges that one removes."""
    return {"active": active, "clear_url": clear_url}


# Fields


def field(bound: BoundField, label: str = "", either: bool = False) -> Context:
    """`{% field form.happened_on %}`: label, hint, control and errors of a form's field, the value kept.

    `either=True`: this field or another one is filled, so that neither is said to be optional.
    """
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "")
    return {
        "field": bound,
        "label": label or bound.label,
        "optional": not (bound.field.required or either),
        "kind": "date" if bound.field.__class__.__name__ == "DateField" else kind,
        "is_group": bool(widget.use_fieldset) and kind in {"radio", "checkbox"} and hasattr(widget, "choices"),
        "is_check": kind == "checkbox" and not hasattr(widget, "choices"),
    }


def form_errors(form: Any) -> Context:
    """`{% form_errors form %}`: what is wrong with the whole form, and links to the fields to see again.

    What was typed is kept, but a file has to be chosen again.
    """
    wrong = [bound for bound in form if bound.errors]
    return {"form": form, "wrong": wrong, "kept": not any(isinstance(one.field, FileField) for one in wrong)}


# Figures


def timeline(data: TimelineData) -> Context:
    """`{% timeline data %}`: the years drawn as SVG for three widths, the legend, and the same dates as a table."""
    return {"drawings": figures.drawings(data), "legend": figures.legend(data), "table": figures.twin(data)}


# Blocks: what stands between the tag and its end is the content


def section(content: str, title: str, note: str = "", link: Link | str = "", **more: str) -> Context:
    """`{% section "Échéances" "11 à venir" "Agenda (.ics)" url=ics %}…{% endsection %}`.

    `link` is a `Link`, or words whose address is `url=`; more: `id=`, `level="3"`, `kind="light"`.
    """
    return {"content": content, "title": title, "note": note, "level": "2", **more, "link": _link(link, more)}


def notice(content: str, tone: str = "info", button: Link | str = "", url: str = "") -> Context:
    """`{% notice "info" "Revenir à aujourd’hui" url=here %}…{% endnotice %}`: a band; info, warning, danger or good."""
    return {"content": content, "state": NOTICE_STATES[tone], "tone": tone, "button": _link(button, {"url": url})}


def _link(link: Link | str, more: dict[str, str]) -> Link | None:
    if isinstance(link, Link):
        return link
    return Link(text=link, url=more["url"]) if link else None


def empty(content: str, title: str) -> Context:
    """`{% empty "Aucun fait n’est enregistré." %}…first action…{% endempty %}`: nothing yet, and what to do."""
    return {"content": content, "title": title}


def thumb(content: str, label: str = "Actions") -> Context:
    """`{% thumb %}…buttons…{% endthumb %}`, in the block `after`: the main action, kept under the thumb on a phone."""
    return {"content": content, "label": label}


def ground(content: str, title: str, result: bool = False) -> Context:
    """`{% ground "Le texte" %}…{% endground %}`: one ground of an answer; `result=True` for the answer itself."""
    return {"content": content, "title": title, "result": result}


def term(content: str, value: Term) -> Context:
    """`{% term term %}…buttons…{% endterm %}`: what was read, with its passage; the content goes under it."""
    return {"content": content, "term": value}


def finding(content: str, value: Finding, alone: bool = False) -> Context:
    """`{% finding finding %}…what to do…{% endfinding %}`; `alone=True` gives it a section of its own."""
    return {"content": content, "finding": value, "alone": alone}


TAGS: tuple[Callable[..., Context], ...] = (
    icon, mark, mark_only, ref, sentence, status, person,
    due_list, convention_list, fact_list, rows, data_table, effects,
    passage, run, text_lines, ticks, stepper, filters, field, form_errors, timeline,
)  # fmt: skip
BLOCKS: tuple[Callable[..., Context], ...] = (section, notice, empty, thumb, ground, term, finding)


def _drawn(tag: Callable[..., Context]) -> Callable[..., SafeString]:
    """The tag as markup, without the line end of its template: a space before a comma would be seen."""

    @functools.wraps(tag)
    def render(*args: Any, **kwargs: Any) -> SafeString:
        return SafeString(render_to_string(f"ui/{tag.__name__}.html", tag(*args, **kwargs)).removesuffix("\n"))

    return render


register = Library()
for each in TAGS:
    register.simple_tag(_drawn(each), name=each.__name__)
for each in BLOCKS:
    register.simple_block_tag(_drawn(each), name=each.__name__)
register.inclusion_tag("ui/pagination.html", takes_context=True, name="pagination")(pagination)
