"""Each tag draws its value: escaped, with French spaces, without anything that the security policy forbids."""

import re
from datetime import date

import pytest
from django import forms
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from convenir.web.ui.shapes import (
    Cell,
    Column,
    ConventionLine,
    Due,
    DueGroup,
    Effect,
    FactLine,
    Filter,
    Finding,
    Life,
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
)

DAY = date(2026, 11, 25)
ARTICLE = Reference(text="article 6", url="#a6")
PASSAGE = Passage(quote="un délai de <trois> mois", reference=ARTICLE, marked="<trois> mois", note="Confirmé")
AT = Link(text="Voir & agir", url="/x")


class Form(forms.Form):
    """A field of each kind."""

    happened_on = forms.DateField(label="Jour", help_text="où il a eu lieu")
    kind = forms.ChoiceField(label="Fait", choices=[("a", "Séance"), ("b", "Envoi")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Vérifié", required=False)


VALUES: dict[str, object] = {
    "status": Status(
        state=State.IN_FORCE,
        word="En vigueur",
        sentences=[
            Sentence(text="Signée le 14 mars 2024, s’applique jusqu’au 31 décembre 2027."),
            Sentence(text="Prochaine échéance : le comité.", references=[ARTICLE]),
        ],
    ),
    "groups": [
        DueGroup(title="En retard", lines=[], note="0"),
        DueGroup(
            title="D’ici 90 jours",
            note="1",
            lines=[Due(state=State.SOON, what="Envoyer <tout>", due_on=DAY, references=[ARTICLE], action=AT, now=True)],
        ),
    ],
    "lines": [
        ConventionLine(
            name="Ville", url="/c", state=State.ENDED, status="Éteinte.", late=2, life=Life(starts_on=DAY, ends_on=None)
        )
    ],
    "scale": Scale(first_year=2024, last_year=2027, today=DAY),
    "facts": [FactLine(happened_on=DAY, what="Comité", by="Une agente", cancelled="Annulé", evidence=AT, action=AT)],
    "pairs": [("Qui", "La Caf")],
    "table": Table(
        caption="Écarts",
        columns=[Column(text="Objet"), Column(text="État")],
        rows=[[Cell(text="Convention"), Cell(text="< 5", state=State.LATE)]],
    ),
    "effects": [Effect(state=State.DONE, before="en retard", text="tenu", references=[ARTICLE])],
    "passage": PASSAGE,
    "text": [TextLine(runs=[Run(text="Le préavis est de "), Run(text="trois mois", reading="current", number="4")])],
    "steps": [Step(text="Déposer", state=State.DONE, url="/d"), Step(text="Relire", state=State.UNDER_WAY)],
    "filters": [Filter(text="Qui : la Caf", remove_url="/")],
    "term": Term(
        title="Préavis", value="trois mois", state=State.LATER, word="à relire", passage=PASSAGE, current=True
    ),
    "finding": Finding(
        state=State.LATE, word="Contradiction", title="Qui signe ?", passages=[PASSAGE], advice="Tranchez."
    ),
    "at": AT,
    "article": ARTICLE,
    "ticks": ["done", "left"],
    "on": DAY,
}


def drawn(template: str, **more: object) -> str:
    request = RequestFactory().get("/?q=1")
    return Template(template).render(Context({**VALUES, **more, "request": request}))


EXAMPLES = {
    "{% status status %}": "jusqu’au <b>31\u00a0décembre\u00a02027</b>.",
    "{% sentence status.sentences.1 %}": '(<a class="ref" href="#a6">article\u00a06</a>).',
    "{% due_list groups %}": "Envoyer &lt;tout&gt;",
    "{% convention_list lines scale %}": "2 en retard.",
    "{% fact_list facts %}": "<del>Comité</del>",
    "{% fact_list facts wide=True %}": "25\u00a0nov.\u00a02026",
    "{% rows pairs %}": "<dt>Qui</dt>",
    "{% data_table table %}": "&lt; 5",
    "{% effects effects %}": "<ins>tenu</ins>",
    "{% passage passage %}": "<mark>&lt;trois&gt; mois</mark>",
    "{% text_lines text %}": 'Le préavis est de <span class="run current"',
    "{% ticks ticks '1 sur 2' %}": 'aria-label="1 sur 2"',
    "{% stepper steps %}": 'aria-current="step"',
    "{% filters filters '/' %}": "retirer ce filtre",
    "{% person 'NF' 'Une agente' 'conseillère' %}": "chip-letters",
    "{% mark 'late' %}": "en retard",
    "{% mark_only 'missed' %}": '<span class="hidden">non tenu</span>',
    "{% ref article %}": 'class="ref"',
    "{% icon 'cross' %}": "#i-cross",
    "{% section 'Titre' 'note' at id='x' %}contenu{% endsection %}": "Voir &amp; agir",
    "{% section 'Titre' '' 'Agenda' url='/a.ics' %}contenu{% endsection %}": 'href="/a.ics"',
    "{% notice 'danger' 'Revenir' url='/' %}<b>Non</b>{% endnotice %}": "<b>Non</b>",
    "{% empty 'Rien ?' %}x{% endempty %}": "Rien\u202f?",
    "{% ground 'Le texte' result=True %}x{% endground %}": "ground result",
    "{% thumb %}x{% endthumb %}": 'aria-label="Actions"',
    "{% term term %}bouton{% endterm %}": "bouton",
    "{% finding finding alone=True %}x{% endfinding %}": "Qui signe\u202f?",
}


@pytest.mark.parametrize("template", EXAMPLES)
def test_each_tag_draws_its_value(template: str) -> None:
    found = drawn(template)
    assert EXAMPLES[template] in found
    assert not re.search(r"<[^>]*\s(style|on\w+)=", found)


def test_a_message_is_said_by_its_words() -> None:
    message = Message(level=25, message="C'est noté !")
    assert drawn("{{ message|french }}", message=message) == "C’est noté\u202f!"


def test_a_mark_leaves_no_space_before_a_comma() -> None:
    assert "</a>, puis" in drawn("{% ref article %}, puis")


def test_an_empty_group_is_not_shown() -> None:
    assert "En retard" not in drawn("{% due_list groups %}")


def test_a_field_keeps_its_value_and_ties_its_error_to_it() -> None:
    form = Form({"happened_on": "31/02/2027", "kind": "a"})
    assert not form.is_valid()
    found = drawn(
        "{% form_errors form %}{% field form.happened_on %}{% field form.kind %}{% field form.sure %}", form=form
    )
    assert 'value="31/02/2027"' in found
    described = re.search(r'aria-describedby="([^"]+)"', found)
    assert described
    assert all(f'id="{name}"' in found for name in described[1].split())
    assert '<a href="#id_happened_on">Jour</a>' in found


def test_a_long_list_keeps_the_rest_of_its_address() -> None:
    found = drawn("{% pagination page 'conventions' %}", page=Paginator(range(50), 20).page(2))
    assert "?q=1&amp;page=3" in found
    assert "21 à 40 sur 50 conventions" in found
