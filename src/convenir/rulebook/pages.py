"""The pages of the book, in Markdown: one for each chapter, and the contents."""

import dataclasses
import inspect
from collections.abc import Iterator, Sequence
from pathlib import Path

from convenir.core.flags import Raised
from convenir.core.legal_basis import laws_behind
from convenir.rulebook.chapters import CHAPTERS
from convenir.rulebook.evidence import Pinned, cases_of, found_in, pinned_in
from convenir.rulebook.mechanism import Chapter, Mechanism
from convenir.writer.words.assumptions import SENTENCES
from convenir.writer.words.explanation import law_words
from convenir.writer.words.facts import event_label
from convenir.writer.words.fields import field_label
from convenir.writer.words.moves import move_label
from convenir.writer.words.names import listed
from convenir.writer.words.obligations import duty_label
from convenir.writer.words.status import flag_sentence, status_label
from convenir.writer.words.terms import clause_label

CASES, TERMS = Path("tests/cases"), Path("tests/cases/terms")
# The five texts, as the book names them.
TEXTS = {
    "finistere-2016": "Finistère 2016",
    "bas-rhin-2013": "Bas-Rhin 2013",
    "rouen-2019": "Rouen 2019",
    "sceaux-2021": "Sceaux 2021",
    "saves-2015": "Savès 2015",
}
# How many cases a page shows of one mechanism.
MOST_CASES = 15
NOTE = "<!-- Page écrite par « make rules » : corrigez src/convenir/rulebook ou les cas, jamais cette page. -->"


def pages(root: Path) -> dict[str, str]:
    """Every page by the name of its file; `root` is the folder of the house."""
    cases = pinned_in(root / CASES)
    written = {f"{chapter.name}.md": _chapter(chapter, cases, root) for chapter in CHAPTERS}
    return {"README.md": _contents(cases)} | written


def _contents(cases: Sequence[Pinned]) -> str:
    lines = [
        NOTE,
        "# Le livre des règles",
        "",
        "Pour chaque mécanisme : ce qu’il veut dire, les paramètres que le texte d’une convention lui donne, les "
        "articles où on le trouve, le droit commun qui l’éclaire, et les cas qui le fixent. Un cas est un fichier que "
        f"l’on lit sans savoir programmer (voir [les cas](../cases.md)) ; il y en a {len(cases)}.",
        "",
    ]
    for chapter in CHAPTERS:
        lines += [f"## [{chapter.title}]({chapter.name}.md)", ""]
        lines += [f"- [{one.title}]({chapter.name}.md#{one.key})" for one in chapter.mechanisms]
        lines.append("")
    return "\n".join(lines)


def _chapter(chapter: Chapter, cases: Sequence[Pinned], root: Path) -> str:
    lines = [NOTE, f"# {chapter.title}", "", "[Le livre des règles](README.md)", ""]
    for mechanism in chapter.mechanisms:
        lines += _mechanism(mechanism, cases, root)
    return "\n".join(lines).rstrip() + "\n"


def _mechanism(one: Mechanism, cases: Sequence[Pinned], root: Path) -> Iterator[str]:
    yield from (f'<a id="{one.key}"></a>', "", f"## {one.title}", "", one.meaning.strip(), "")
    yield from _section("Paramètres", list(_parameters(one)))
    yield from _section("Ce qui se passe", [event_label(kind) for kind in one.facts])
    yield from _section("Ce qui en découle", list(_results(one)))
    yield from _section("Hypothèses", list(_choices(one)))
    yield from _section("Droit commun", [law_words(law) for law in one.laws])
    places = [_place(TEXTS[found.text], found.articles) for found in found_in(one, root / TERMS) if found.text in TEXTS]
    yield from _section("Dans les textes", places)
    yield from _section("Cas", list(_cases(cases_of(one, cases))))
    yield from _section("Calculé par", sorted({_code(function) for function in one.computed_by}))


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from (f"**{title}**", "", *(f"- {item}" for item in items), "")


def _parameters(one: Mechanism) -> Iterator[str]:
    """Each clause with the words of its fields; the technical name is that of case files."""
    for kind in one.clauses:
        fields = [field.name for field in dataclasses.fields(kind) if field.name != "source"]
        words = " ; ".join(f"{field_label(kind, name).casefold()} (`{name}`)" for name in fields)
        yield f"{clause_label(kind.__name__)} (`{kind.__name__}`)" + (f" : {words}" if words else "")


def _results(one: Mechanism) -> Iterator[str]:
    yield from (f"statut « {status_label(status)} »" for status in one.statuses)
    yield from (f"drapeau `{flag.value}` : {flag_sentence(Raised(flag=flag))}" for flag in one.flags)
    yield from (f"obligation : {duty_label(duty)} (`{duty.value}`)" for duty in one.duties)
    yield from (f"possibilité : {move_label(kind)} (`{kind.value}`)" for kind in one.moves)
    if one.findings:
        yield "constats : " + ", ".join(f"`{about}`" for about in one.findings)


def _choices(one: Mechanism) -> Iterator[str]:
    for choice in one.choices:
        laws = " ; ".join(law_words(law) for law in laws_behind(choice))
        yield f"{SENTENCES[choice]} (`{choice.value}`)" + (f" Appui : {laws}." if laws else "")


def _place(text: str, articles: Sequence[str]) -> str:
    """A text and where it says so: numbered articles together, the other places by their name."""
    numbered = [article for article in articles if article[:1].isdigit()]
    named = [article for article in articles if article and article not in numbered]
    several = "articles" if len(numbered) > 1 else "article"
    return f"{text} : {listed([*([f'{several} {listed(numbered)}'] if numbered else []), *named])}"


def _cases(pinned: Sequence[Pinned]) -> Iterator[str]:
    """The first cases, and how many others there are."""
    yield from (_case(case) for case in pinned[:MOST_CASES])
    others = len(pinned) - MOST_CASES
    if others > 0:
        yield f"et {others} autre{'s' if others > 1 else ''}"


def _case(case: Pinned) -> str:
    return f"[{' '.join(case.story.split())}](../../{CASES}/{case.path})"


def _code(function: object) -> str:
    """The module and the name of a function, as a link to its file."""
    module = inspect.getmodule(function)
    name = getattr(function, "__name__", "")
    path = "src/" + (module.__name__ if module else "").replace(".", "/") + ".py"
    return f"[`{path.removeprefix('src/convenir/')}`](../../{path}), `{name}`"
