"""What a deposited text gave to a dossier: the token of each of those facts begins with the name of the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat, Replace

from convenir.access.conventions import seen_by
from convenir.access.roles import Actor
from convenir.core.terms import Document
from convenir.records.models import FactRow, ReceivedText

LENGTH_OF_TOKEN = 64
LENGTH_OF_NAME = 32
# Between the name of the text and the rest: no other token has one there.
MARK = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A dossier to which a text gave facts that still hold."""

    pk: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """An act deposited with the convention of a dossier, to which it has given nothing yet."""

    pk: UUID
    document: Document


def token_of(text: UUID, form: str, rank: int = 0) -> str:
    """The token of the fact at `rank` that a text gives, by the form of that token."""
    return f"{text.hex}{MARK}{rank}-{form}"[:LENGTH_OF_TOKEN]


def recorded_by(convention: UUID, token: str) -> str | None:
    """The id of the fact of that token, None where there is none."""
    return FactRow.objects.filter(convention=convention, token=token).values_list("fact_id", flat=True).first()


def words_by_fact(convention: UUID) -> dict[str, str]:
    """The words of each text that gave a fact, by the id of the fact; those that the actor does not see are absent."""
    rows = FactRow.objects.filter(convention=convention).values_list("fact_id", "token")
    named = {fact: UUID(hex=token[:LENGTH_OF_NAME]) for fact, token in rows if token[LENGTH_OF_NAME:][:1] == MARK}
    words = dict(ReceivedText.objects.filter(pk__in=named.values()).values_list("pk", "words"))
    return {fact: words[text] for fact, text in named.items() if text in words}


def gave_facts(text: OuterRef) -> Exists:
    """Whether that text of an outer query gave a fact to a dossier, cancelled or not."""
    name = Replace(Cast(text, CharField()), Value("-"), Value(""))
    return Exists(FactRow.objects.filter(token__startswith=Concat(name, Value(MARK))))


def holders(actor: Actor, text: UUID) -> tuple[Holder, ...]:
    """The dossiers of the actor to which that text gave facts that nobody cancelled."""
    given = FactRow.objects.filter(convention__in=seen_by(actor), token__startswith=text.hex + MARK)
    rows = list(given.values_list("convention", "convention__title", "fact_id"))
    cancelled = set(
        FactRow.objects.filter(
            convention__in={row[0] for row in rows}, token__in={f"cancel-{row[2]}" for row in rows}
        ).values_list("convention", "token")
    )
    kept = {pk: title for pk, title, fact in rows if (pk, f"cancel-{fact}") not in cancelled}
    return tuple(Holder(pk=pk, title=title) for pk, title in kept.items())


def loose(actor: Actor, text: UUID | None) -> tuple[Loose, ...]:
    """The avenants and délibérations that the actor's house deposited with that text, and that gave nothing yet."""
    if text is None:
        return ()
    deposit = ReceivedText.objects.filter(pk=text).values_list("attached_to", flat=True).first() or text
    rows = ReceivedText.objects.filter(Q(attached_to=deposit) | Q(pk=deposit), house_id=actor.house_id)
    found = _natures(rows.order_by("begins_at").values_list("pk", "reading__terms__terms__document"))
    return tuple(one for one in found if not holders(actor, one.pk))


def _natures(rows: Iterable[tuple[UUID, str]]) -> list[Loose]:
    recorded = (Document.AMENDMENT.value, Document.DELIBERATION.value)
    return [Loose(pk=pk, document=Document(nature)) for pk, nature in rows if nature in recorded]
