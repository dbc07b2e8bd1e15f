"""What the product refuses to do: a code for programs, a French sentence for people, and the ground."""

from typing import ClassVar

from convenir.core.source import Source


class Refusal(Exception):
    """Base of all refusals. Subclasses give `code`, and `sentence` with the names of its values in braces."""

    code: ClassVar[str]
    sentence: ClassVar[str]

    def __init__(self, *, source: Source | None = None, **values: object) -> None:
        super().__init__(self.sentence.format(**values))
        self.source = source

    def __str__(self) -> str:
        return str(self.args[0])
