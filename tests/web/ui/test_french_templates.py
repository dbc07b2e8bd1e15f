"""What a template says is set in French typography as it is loaded; its tags are left as they are."""

import re
from pathlib import Path

import pytest
from django.template import Engine

from convenir.web.ui.french_templates import in_french

FOLDER = Path(__file__).parents[3] / "src" / "convenir" / "web" / "templates"
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)
BREAKABLE = re.compile(r"« | [»:;?!]")


@pytest.mark.parametrize("name", NAMES)
def test_no_line_may_end_before_a_mark_of_a_template(name: str) -> None:
    source = str(Engine.get_default().get_template(name).source)
    assert BREAKABLE.findall(TAGS.sub("<>", source)) == []


@pytest.mark.parametrize(
    "code",
    [
        "{% if count > 1 : 2 %}",
        "{{ count|default:'a ; b' }}",
        '<a title="a : b"{% if count > 1 %} class="c ; d"{% endif %}>',
        "<select>\n  <option>",
    ],
)
def test_the_tags_are_left_as_they_are(code: str) -> None:
    assert in_french(f"Fin : {code} ; 3 mois") == f"Fin\u00a0: {code}\u202f; 3\u00a0mois"


def test_nought_is_said_in_the_singular_everywhere() -> None:
    assert [name for name in NAMES if "|pluralize" in (FOLDER / name).read_text(encoding="utf-8")] == []
