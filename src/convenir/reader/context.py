"""What the chapters know of the whole text before they read: who the parties are, what the document is."""

from dataclasses import dataclass
from functools import lru_cache

from convenir.core.terms import ConventionKind, Document
from convenir.core.terms.parties import PartyClause, PartyKind
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.passages import Said

# How each kind of party is called in clauses that do not use its defined name, over flat words.
_CALLED: dict[PartyKind, Shape] = {
    PartyKind.CAF: Shape(r"\bcaf\b|\bcaisses? d'allocations? familiales?"),
    PartyKind.MUNICIPALITY: Shape(
        r"(?<!de )(?<!des )\bcommune\b|\bville\b|\bmunicipalite\b|\bconseil municipal|\bmaire\b|\bmairie\b"
    ),
    PartyKind.EPCI: Shape(
        r"\bcommunaute\b(?! educative)|\bmetropole\b|\bepci\b|\bagglomeration\b|\bintercommunalite\b|"
        r"\bconseil communautaire"
    ),
    PartyKind.DEPARTMENT: Shape(r"\bdepartement\b|\bconseil departemental\b|\bconseil general\b"),
    PartyKind.MSA: Shape(r"\bmsa\b|\bmutualite sociale agricole"),
    PartyKind.STATE: Shape(r"\bl'etat\b|\bprefet\b|\bprefete\b|\bprefecture\b"),
    PartyKind.SYNDICATE: Shape(r"\bsyndicat\b"),
}
_LOCAL = (PartyKind.MUNICIPALITY, PartyKind.EPCI, PartyKind.DEPARTMENT, PartyKind.SYNDICATE)
_AUTHORITY = Shape(r"\bcollectivites?(?: territoriales?| locales?)?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The parties and the nature of the text, and the sentences that bind or that tell what binds."""

    parties: tuple[PartyClause, ...] = ()
    document: Document = Document.CONVENTION
    kind: ConventionKind = ConventionKind.SECTORAL
    said: tuple[Said, ...] = ()

    @property
    def supplied(self) -> bool:
        """Whether the text read is the convention itself, not a text that speaks of it."""
        return self.document in (Document.CONVENTION, Document.TEMPLATE)

    @property
    def reported(self) -> bool:
        """Whether the text only tells of a convention."""
        return self.document is Document.DELIBERATION

    def keys(self, words: str) -> tuple[str, ...]:
        """The keys of the parties that the words name, in the order of the words; nobody where no party fits.

        «la collectivité» is every local authority among the parties; «la ville» is nobody where none is a commune.
        """
        plain = flat(words)
        places = {party.key: _place(party, plain) for party in self.parties}
        named = [key for key, place in places.items() if place is not None]
        return tuple(sorted(named, key=lambda key: places[key] or 0))


def _place(party: PartyClause, plain: str) -> int | None:
    """Where the words first name the party."""
    places = [
        place for name in _names(party.short_name, party.name, *party.aliases) if (place := plain.find(name)) >= 0
    ]
    shapes = [_CALLED[party.kind]] if party.kind in _CALLED else []
    if party.kind in _LOCAL:
        shapes.append(_AUTHORITY)
    places += [match.start() for shape in shapes if (match := shape.search(plain))]
    return min(places, default=None)


# The same few names are looked for in every sentence.
@lru_cache(maxsize=32)
def _names(*names: str) -> tuple[str, ...]:
    """The names as they stand in flat words, but for those too short to mean anything."""
    bare = (tidy(flat(name)).strip(' "') for name in names if len(name) > 2)
    return tuple(name for name in bare if name)
