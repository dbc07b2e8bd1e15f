"""What the address of the review asks for: a term, a place of the text, a finding, and how the text is shown."""

from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

PAGES, TEXT = "pages", "texte"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`term` counts from 1, `place` from 0; what means nothing is as if absent. `view` is «pages» or «texte»."""

    pk: UUID
    term: int | None = None
    place: int | None = None
    point: str = ""
    view: str = ""

    @property
    def nothing(self) -> bool:
        """Whether the address asks for nothing in particular: the review has just been opened."""
        return self.term is None and self.place is None and not self.point

    def at_term(self, number: int) -> str:
        """The review with that term open."""
        return self._written({"terme": str(number)}, f"t{number}")

    def at_place(self, index: int, anchor: str = "") -> str:
        """The review open at that place of the text."""
        return self._written({"lieu": str(index)}, anchor)

    def at_point(self, key: str) -> str:
        """The review with that finding open."""
        return self._written({"constat": key}, f"c{key}")

    def seen_as(self, view: str) -> str:
        """The same place, with the text shown so."""
        here = {"terme": str(self.term or ""), "lieu": "" if self.place is None else str(self.place)}
        return _address(self.pk, here | {"constat": self.point, "vue": view}, f"t{self.term}" if self.term else "")

    def _written(self, said: dict[str, str], anchor: str) -> str:
        return _address(self.pk, said | {"vue": self.view}, anchor)


def asked(pk: UUID, query: QueryDict) -> Asked:
    """What a query says; numbers of more digits than a text has terms are nothing."""
    view = query.get("vue", "")
    return Asked(
        pk=pk,
        term=_number(query.get("terme", "")),
        place=_number(query.get("lieu", "")),
        point=query.get("constat", ""),
        view=view if view in (PAGES, TEXT) else "",
    )


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else None


def _address(pk: UUID, said: dict[str, str], anchor: str) -> str:
    query = urlencode({name: value for name, value in said.items() if value})
    address = reverse("deposit:review", args=[pk])
    return f"{address}{f'?{query}' if query else ''}{f'#{anchor}' if anchor else ''}"
