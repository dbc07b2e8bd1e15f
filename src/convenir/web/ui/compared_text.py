"""The difference of two texts, article by article: words struck and written, what did not change folded away."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from convenir.reader.comparing.comparison import Became, Passage
from convenir.reader.comparing.runs import Fate
from convenir.reader.comparing.runs import Run as Words
from convenir.reader.comparing.wording import reworded
from convenir.web.ui.shapes import Run, State
from convenir.web.ui.table_text import BETWEEN
from convenir.writer.words.names import capital

CHANGES = {Fate.KEPT: "", Fate.INSERTED: "ins", Fate.DELETED: "del"}
BECAME = {
    Became.SAME: (State.INFO, "mots inchangés"),
    Became.REWORDED: (State.UNDER_WAY, "modifié"),
    Became.ADDED: (State.DONE, "ajouté"),
    Became.REMOVED: (State.ENDED, "supprimé"),
}
# A line so short stands alone; a longer one that ends in the middle of a sentence goes on in the next.
SHORT_LINE = 50
END_OF_SENTENCE = re.compile(r"[.;:,!?»)]\s*$")
# Paragraphs that did not change are folded from that number on.
FEWEST_FOLDED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Paragraphs of a passage: with changes, or `folded` where none of them changed."""

    paragraphs: Sequence[Sequence[Run]]
    folded: bool

    @property
    def title(self) -> str:
        """How many are folded."""
        count = len(self.paragraphs)
        return f"{count} alinéas inchangés" if count > 1 else "Un alinéa inchangé"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPassage:
    """An article, or another part of the text: its name, what became of it, its words."""

    name: str
    state: State
    became: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedGroup:
    """Passages that follow each other; `folded` where none of them changed, under a `title` that names them."""

    passages: Sequence[ComparedPassage]
    folded: bool
    title: str = ""


def groups(passages: Iterable[Passage]) -> list[ComparedGroup]:
    """The whole text, those passages that did not change folded together."""
    found = []
    for untouched, together in groupby(passages, key=lambda one: one.untouched):
        alike = list(together)
        title = _titles([one.heading for one in alike]) if untouched else ""
        found.append(ComparedGroup(passages=[_passage(one) for one in alike], folded=untouched, title=title))
    return found


def changed_words(before: str, after: str) -> list[Run]:
    """A short sentence of ours beside the one that takes its place: the words that they share are said once.

    >>> runs = changed_words("préavis de 3 mois", "préavis de 6 mois")
    >>> [(run.text.strip(), run.change) for run in runs if run.text.strip()]
    [('préavis de', ''), ('3', 'del'), ('6', 'ins'), ('mois', '')]
    """
    return [run for line in _paragraphs(reworded(before, after)) for run in line]


def _titles(names: Sequence[str]) -> str:
    """«Inchangés : titre, parties… article 9» ; the first and the last of many.

    >>> _titles(["article 1 « Objet »"]), _titles(["titre", "visas", "article 1 « Objet »", "article 2 « Durée »"])
    ('Inchangé : article 1 « Objet »', 'Inchangés, 4 passages : titre à article 2')
    """
    if len(names) == 1:
        return f"Inchangé : {names[0]}"
    first, last = (name.partition(" «")[0] for name in (names[0], names[-1]))
    return f"Inchangés, {len(names)} passages : {first} à {last}"


def _passage(one: Passage) -> ComparedPassage:
    state, word = BECAME[one.became]
    told = [word] if one.became is not Became.SAME or one.untouched else []
    if one.renumbered and one.before:
        told.append(f"renuméroté, était {one.before.name}")
    if one.retitled and one.before:
        told.append(f"titre changé, était « {one.before.title} »" if one.before.title else "titre ajouté")
    if one.moved:
        told.append("déplacé")
    if one.kin:
        told.append(f"tiré de {one.kin.heading}" if one.after else f"joint à {one.kin.heading}")
    return ComparedPassage(name=capital(one.heading), state=state, became=", ".join(told), parts=list(_parts(one)))


def _parts(one: Passage) -> Iterator[Part]:
    """The paragraphs, those that did not change folded where several follow each other, or where none changed."""
    fewest = 1 if one.became is Became.SAME and not one.untouched else FEWEST_FOLDED
    for same, together in groupby(_paragraphs(one.runs), key=lambda line: not any(run.change for run in line)):
        alike = list(together)
        yield Part(paragraphs=alike, folded=same and not one.untouched and len(alike) >= fewest)


def _paragraphs(runs: Sequence[Words]) -> Iterator[list[Run]]:
    """The runs cut where a paragraph ends; the lines of a file that breaks its sentences are joined."""
    line: list[Run] = []
    for run in runs:
        for words in run.words.splitlines(keepends=True):
            line += _written(words, CHANGES[run.fate])
            if words.endswith("\n") and _ends("".join(each.text for each in line)):
                yield from _filled(line)
                line = []
    yield from _filled(line)


def _written(words: str, change: str) -> list[Run]:
    """The words and the blank after them, which is neither struck nor underlined."""
    bare = words.rstrip()
    return [run for run in (Run(text=bare, change=change), Run(text=words[len(bare) :])) if run.text]


def _ends(line: str) -> bool:
    """Whether a paragraph ends with that line; the row of a table always does."""
    return len(line) < SHORT_LINE or BETWEEN in line or bool(END_OF_SENTENCE.search(line))


def _filled(line: list[Run]) -> Iterator[list[Run]]:
    if any(run.text.strip() for run in line):
        yield list(_apart(line))


def _apart(line: Sequence[Run]) -> Iterator[Run]:
    """Words struck and those that take their place, with a blank between."""
    yield line[0]
    for last, run in pairwise(line):
        if last.change and run.change:
            yield Run(text=" ")
        yield run
