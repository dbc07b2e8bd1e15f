"""A statement of an avenant while its edits are read: what was understood of it is struck from its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from convenir.core.source import Source
from convenir.reader.amending.edits import Excerpt, NotUnderstood
from convenir.reader.amending.provisions import Avenant, Provision, Statement
from convenir.reader.amending.quotes import MASK, Q, excerpt

# Verbs and nouns that change a text.
_CHANGES = re.compile(
    r"\b(?:remplac|modifi|complet|ajout|inser|supprim|abrog|substitu|annul|prolong|prorog|rectifi|reecri|recri|"
    r"intercal|retir)(?:e|ee|es|ees|er|ent)\b|"
    r"\best\s+(?:desormais|dorenavant)\b|\bdesormais\b|\bdorenavant\b|"
    r"\b(?:porte|ramene|reporte|fixe|releve|abaisse|passe)(?:e|nt)?s?\s+(?:a|au|de|du)\b|\bau\s+lieu\s+d|"
    r"\bdevien(?:t|nent)\b"
)
# «est modifié comme suit»: announces a change that the rest of the sentence tells.
_ANNOUNCES = re.compile(
    r"\bmodifie\w*\s+(?:comme\s+suit|ainsi|de\s+la\s+(?:facon|maniere)\s+suivante)\b|\bainsi\s+modifie\w*"
    r"|\bde\s+(?:remplacer|modifier)\b"
)
# «est modifié : »: as above, once the sentence told an edit.
_INTRODUCES = re.compile(r"\bmodifie\w*\s*:")
_QUOTED = re.compile(Q)
# No article is near that long.
_LONGEST = 40_000


@dataclass(slots=True, kw_only=True)
class Told:
    """A statement and, in `words`, what was not yet understood of it."""

    avenant: Avenant
    provision: Provision
    statement: Statement
    # Where the words end that a statement with a colon may bring without quotation marks.
    stop: int
    words: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.statement.words

    @property
    def source(self) -> Source:
        """The ground of what the statement tells."""
        return self.avenant.source(self.provision, self.statement.start, self.statement.end)

    @property
    def following(self) -> Excerpt | None:
        """The words under a statement that ends with a colon; the marker of the next list item alone is no text."""
        if not self.statement.words.endswith(":"):
            return None
        end = min(self.stop, self.statement.end + _LONGEST)
        found = excerpt(self.avenant.outline.text, self.statement.end, end)
        return found if re.search(r"[^\W\d_]{2}", found.words) else None

    @property
    def changes(self) -> bool:
        """Whether what is left of the statement still changes something."""
        announced = _ANNOUNCES.search(self.words) is not None and MASK in self.words
        return announced or _CHANGES.search(_ANNOUNCES.sub(" ", self.words)) is not None

    def settle(self) -> None:
        """Leave out what only introduced the edits that were understood."""
        self.words = _ANNOUNCES.sub(" ", _INTRODUCES.sub(" ", self.words))

    def strike(self, span: tuple[int, int]) -> None:
        """Leave these words out of what is still to be understood."""
        start, end = span
        self.words = f"{self.words[:start]}{' ' * (end - start)}{self.words[end:]}"

    def every(self, shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What the shape finds in the words left, which may be struck meanwhile: what it finds does not overlap."""
        return shape.finditer(self.words)

    def at(self, start: int, end: int) -> Excerpt:
        """The words of the avenant at that place of the statement."""
        begin = self.statement.start
        return Excerpt(
            words=self.avenant.outline.text[begin + start : begin + end], start=begin + start, end=begin + end
        )

    def quoted(self, start: int, end: int) -> Excerpt:
        """The words of the quotation at that place of the statement, without its marks."""
        begin = self.statement.start
        return excerpt(self.avenant.outline.text, begin + start, begin + end)

    def brought(self, start: int) -> Excerpt | None:
        """The new words that the statement brings from that place on: its last quotation, else what follows it."""
        found = [each for each in _QUOTED.finditer(self.words, start) if MASK in each[0]]
        return self.quoted(*found[-1].span()) if found else self.following

    def not_understood(self) -> NotUnderstood:
        """The statement, and the list that it announces, to be read by a person."""
        end = self.following.end if self.following else self.statement.end
        return NotUnderstood(source=self.avenant.source(self.provision, self.statement.start, end))
