"""Filters and page numbers in the address of the home page, read and written."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from convenir.access.portfolio import Filters, Group, Pages

GROUPS = {"retard": Group.LATE, "bientot": Group.SOON, "plus-tard": Group.LATER, "sans-date": Group.OPEN}
NAMES = {group: name for name, group in GROUPS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for; a value that means nothing is as if absent."""

    filters: Filters
    pages: Pages

    def without(self, field: str) -> str:
        """The address with that filter removed, from the first page."""
        kept = Filters(
            convention=None if field == "convention" else self.filters.convention,
            who="" if field == "who" else self.filters.who,
            group=None if field == "group" else self.filters.group,
        )
        return written(kept, Pages())

    def only(self, group: Group) -> str:
        """The address narrowed to that moment."""
        return written(replace(self.filters, group=group), Pages())

    def at(self, **pages: int) -> str:
        """The address of another page of one of the lists."""
        return written(self.filters, replace(self.pages, **pages))


def asked(query: QueryDict) -> Asked:
    """The filters and pages of an address."""
    return Asked(
        filters=Filters(
            convention=_uuid(query.get("convention", "")),
            who=query.get("qui", ""),
            group=GROUPS.get(query.get("quand", "")),
        ),
        pages=Pages(lines=_page(query.get("page", "")), conventions=_page(query.get("conventions", ""))),
    )


def written(filters: Filters, pages: Pages) -> str:
    """The address that asks for that."""
    said = {
        "convention": str(filters.convention or ""),
        "qui": filters.who,
        "quand": NAMES[filters.group] if filters.group else "",
        "page": str(pages.lines) if pages.lines > 1 else "",
        "conventions": str(pages.conventions) if pages.conventions > 1 else "",
    }
    kept = {name: value for name, value in said.items() if value}
    return f"/?{urlencode(kept)}" if kept else "/"


def _page(words: str) -> int:
    return max(1, int(words)) if words.isdecimal() and len(words) < 6 else 1


def _uuid(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None
