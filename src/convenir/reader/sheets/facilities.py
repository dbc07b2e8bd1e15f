"""Facilities and services that the parties support: what each row of the list says, and what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from convenir.core.findings import Severity
from convenir.reader.french.words import flat
from convenir.reader.sheets import cells
from convenir.reader.sheets.rows import Row
from convenir.reader.sheets.structures import Structure, structure_of
from convenir.reader.sheets.vocabulary import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """A facility as a row says it. `type` is None where its words (`type_words`) name none that is known."""

    name: str
    type: Structure | None = None
    type_words: str = ""
    manager: str = ""
    place: str = ""
    capacity: Decimal | None = None
    payer: str = ""

    @property
    def label(self) -> str:
        """How a clause names it, its type first.

        >>> Facility(name="Les Lilas", type_words="EAJE").label, Facility(name="RPE du Val", type_words="RPE").label
        ('EAJE Les Lilas', 'RPE du Val')
        """
        told = flat(self.type_words).replace(".", "")
        if not told or told in flat(self.name).replace(".", ""):
            return self.name
        return f"{self.type_words} {self.name}"

    @property
    def last_word(self) -> str:
        """The last word of its name, which is that of whatever calls it so."""
        return _last(_plain(self.name))

    def is_called(self, name: str) -> bool:
        """Whether a clause that says this name speaks of it: with its type or without, its place after it or not.

        >>> lilas = Facility(name="Les Lilas", type=Structure.EAJE, type_words="Multi-accueil", place="Bréal")
        >>> [lilas.is_called(name) for name in ("Les Lilas", "crèche Les Lilas (Bréal)", "ALSH Les Lilas", "Lilas")]
        [True, True, False, False]
        """
        said, place = _told(name)
        if place and self.place and place != _plain(self.place):
            return False
        own = _plain(self.name)
        if said == _plain(self.label):
            return True
        if said != own and not said.endswith(f" {own}"):
            return False
        kinds = structure_of(name), self.type
        return None in kinds or kinds[0] is kinds[1]


def last_word(name: str) -> str:
    """The last word of what a clause calls a facility, its place left out.

    >>> last_word("crèche Les Lilas (Bréal)"), Facility(name="Les LILAS").last_word
    ('lilas', 'lilas')
    """
    return _last(_told(name)[0])


def _last(plain: str) -> str:
    return plain.rpartition(" ")[2]


def _told(name: str) -> tuple[str, str]:
    """The words of a name, and the place that it gives between brackets at its end."""
    said, _, place = name.partition("(")
    return _plain(said), _plain(place.rstrip(") "))


# Each name of a list is compared with each name of another.
@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    return " ".join(flat(name).replace(".", "").split())


def facility(row: Row) -> Facility | None:
    """The facility of a row; None where it has no name."""
    name = cells.text(row, Field.NAME)
    if not name:
        row.remark(Severity.BLOCKING, "le nom de la structure manque ; écrivez-le, ou retirez cette ligne.")
        return None
    said = cells.text(row, Field.TYPE)
    kind = structure_of(said) if said else structure_of(name)
    if said and kind is None:
        sentence = f"« {said} » n’est pas un type de structure connu ; écrivez par exemple EAJE, ALSH, RPE ou LAEP."
        row.remark(Severity.WARNING, sentence, row.of(Field.TYPE)[0])
    capacity = cells.amount(row, Field.CAPACITY)
    if capacity is not None and capacity != capacity.to_integral_value():
        row.remark(
            Severity.WARNING, "une capacité est un nombre entier de places ; vérifiez-la.", row.of(Field.CAPACITY)[0]
        )
    return Facility(
        name=name,
        type=kind,
        type_words=said,
        manager=cells.text(row, Field.MANAGER),
        place=cells.text(row, Field.PLACE),
        capacity=capacity,
        payer=cells.text(row, Field.PAYER),
    )


def doubles(rows: list[tuple[Row, Facility]]) -> Iterator[tuple[Row, str]]:
    """The rows that repeat a facility of another above, at the same place and for the same payer."""
    first: dict[tuple[str, ...], Row] = {}
    for row, one in rows:
        key = tuple(flat(words) for words in (one.type_words, one.name, one.place, one.payer))
        before = first.setdefault(key, row)
        if before is not row:
            yield row, f"« {one.label} » figure déjà ligne {before.number + 1} ; retirez l’une des deux lignes."
