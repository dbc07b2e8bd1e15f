"""How the text calls the parties, and who acts in it without being one."""

import re
from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.core.terms.parties import DeliberationAct, PartyClause, PartyKind
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.lint.passages import BINDING, hits
from convenir.reader.lint.telling import information, listed, quoted, warning
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.wordings.parties.refusals import refusals

_SMALL = frozenset(("l", "la", "le", "les", "d", "de", "du", "des", "au", "aux", "et"))
# Where names are used once the parties are presented.
_AFTER = (BlockKind.CITATIONS, BlockKind.PREAMBLE, *BINDING, BlockKind.CLOSING)
# What may stand between two words of a name: «Caisse d’allocations familiales (de) la Sorne».
_BETWEEN = r"\W+(?:(?:l[ae]s?|l|d|des?|du|aux?|et)\W+)*"
# Names that clauses give to a party without its own, and the kinds of party that they may be.
_CALLED: tuple[tuple[str, frozenset[PartyKind]], ...] = (
    ("la collectivite", frozenset()),
    ("le partenaire", frozenset()),
    ("le beneficiaire", frozenset()),
    ("le cocontractant", frozenset()),
    ("la ville", frozenset({PartyKind.MUNICIPALITY})),
    ("la commune", frozenset({PartyKind.MUNICIPALITY})),
    ("le departement", frozenset({PartyKind.DEPARTMENT})),
    ("la communaute de communes", frozenset({PartyKind.EPCI})),
    ("la communaute d'agglomeration", frozenset({PartyKind.EPCI})),
    ("la metropole", frozenset({PartyKind.EPCI})),
)
_NAMED = Shape(
    r"(?<!politique de )(?<!chaque )\b(?P<name>la collectivite"
    r"|le (?:partenaire|beneficiaire|cocontractant|departement)"
    r"|la (?:ville|commune|metropole|communaute d(?:e communes|'agglomeration)))\b"
    r"(?! (?:de|du|des|territoriale|locale|concernee|signataire|competente|educative)\b| d'| et la vie)"
)
# How clauses call a party of each kind, whatever its own name.
_KINDS: dict[PartyKind, Shape] = {
    PartyKind.CAF: Shape(r"\bcaf\b|\bcaisse d'allocations"),
    PartyKind.MUNICIPALITY: Shape(r"\bcommune\b|\bville\b|\bcollectivite\b"),
    PartyKind.EPCI: Shape(r"\bcommunaute\b|\bagglomeration\b|\bmetropole\b|\bcollectivite\b"),
    PartyKind.DEPARTMENT: Shape(r"\bdepartement\b|\bcollectivite\b"),
}
# The verbs with which somebody acts, so that the territory of a town is no town that acts.
_ACTING = re.compile(
    r"[\s\"«»*]{0,8}(?:et|s'engage|assure|est\b|sera|fait|transmet|adresse|souscrit|formule|exprim|peut|doit|met|"
    r"designe|par\b|dans)"
)
_WITH = re.compile(r"\b(?:par|et|avec) \W*$")
_OUTSIDERS = r"(?:ccas|cias|centre (?:inter)?communal d'action sociale|caisse des ecoles)"
_THROUGH = Shape(
    rf"\b(?:par le biais|par l'intermediaire|avec le concours|au moyen|a travers) (?:de|d'|du|des)? ?"
    rf"(?:son|sa|ses|leur|la|le|l')? ?{_OUTSIDERS}\b"
    rf"|\b(?:le|la|l'|son|leur) ?{_OUTSIDERS} (?:s'engage|assure|met|finance|participe|anime|gere|pilote|porte)\b"
)
_OUTSIDE_POWERS = Shape(
    r"\b(?:en dehors|hors|au-dela) (?:de|du champ de) (?:ses|leurs) competences|\bsans en avoir la competence"
)


def unused_names(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """A name that the text gives to a party, and never uses although it speaks of that party."""
    for party in terms.every(PartyClause):
        words, called = _meaning(party.short_name), _KINDS.get(party.kind)
        if not words or called is None:
            continue
        # Met by one text only: it would take longer to work out what it needs than to try it.
        name = re.compile(rf"\b{_BETWEEN.join(words)}\b")
        if not next(hits(outline, name, *_AFTER), None) and next(hits(outline, called, *_AFTER), None):
            yield information(
                "unused-name",
                Oddity.NOTED,
                f"Le texte annonce qu’il appelle une partie {quoted(party.short_name)}, puis n’emploie pas ce nom.",
                "Lisez le nom employé dans les articles comme désignant cette partie.",
                party.source,
            )


def _meaning(name: str) -> list[str]:
    """The words of a name that carry meaning, flat.

    >>> _meaning("La Communauté d’agglomération de l’Orle")
    ['communaute', 'agglomeration', 'orle']
    """
    return [re.escape(word) for word in re.findall(r"[a-z0-9œ]+", flat(name)) if word not in _SMALL]


def undefined_names(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Names of actors that the text gives to nobody, where each is first used."""
    unknown = _unknown(tuple(terms.every(PartyClause)))
    first: dict[str, tuple[str, Source]] = {}
    for passage in outline.passages(*BINDING):
        for found in _NAMED.finditer(passage.flat):
            name = found["name"]
            if name in unknown and name not in first and _acts(passage.flat, found):
                words = passage.sentence.words[found.start("name") : found.end("name")]
                first[name] = (" ".join(words.split()), outline.quote(passage))
    if first:
        names = listed([quoted(words) for words, _ in first.values()])
        yield information(
            "undefined-name",
            Oddity.AMBIGUOUS,
            f"Le texte emploie {names} sans avoir dit de quelle partie il s’agit.",
            "Convenez par écrit de qui est ainsi désigné ; un nom qui ne désigne aucune partie n’oblige personne.",
            *(source for _, source in first.values()),
        )


def _acts(plain: str, found: re.Match[str]) -> bool:
    """Whether a name is that of somebody who acts, alone or with another."""
    before = plain[max(0, found.start() - 12) : found.start()]
    return _ACTING.match(plain, found.end()) is not None or _WITH.search(before) is not None


def _unknown(parties: tuple[PartyClause, ...]) -> frozenset[str]:
    """The names that no party bears, and that no party of the text can be."""
    kinds = {party.kind for party in parties}
    borne = " ".join(flat(" ".join((party.name, party.short_name, *party.aliases))) for party in parties)
    return frozenset(
        name
        for name, fitting in _CALLED
        if parties and not fitting & kinds and name.split(maxsplit=1)[1].split()[0] not in borne
    )


def outsiders(outline: Outline, _: Terms) -> Iterator[Finding]:
    """An actor that is a legal person of its own and no party."""
    found = tuple(hits(outline, _THROUGH))
    if found:
        yield information(
            "outsider",
            Oddity.IRREGULAR,
            "Le texte fait agir un organisme qui n’est pas partie à la convention (un centre d’action sociale, par "
            "exemple) : il n’est tenu à rien.",
            "Si son concours est nécessaire, faites-le signer ou obtenez son accord écrit.",
            *(hit.source for hit in found),
        )


def outside_powers(outline: Outline, _: Terms) -> Iterator[Finding]:
    """A party acts where it has no powers."""
    found = tuple(hits(outline, _OUTSIDE_POWERS))
    if found:
        yield warning(
            "outside-powers",
            Oddity.IRREGULAR,
            "Une partie s’avance dans un domaine qui n’est pas de sa compétence.",
            "N’y voyez pas d’obligation d’agir ; vérifiez ses statuts avant toute dépense ou décision.",
            *(hit.source for hit in found),
        )


def refused(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """An assembly that turns down what it was asked, and lets nobody sign."""
    found = () if terms.first(DeliberationAct) else tuple(refusals(outline))
    if found:
        yield warning(
            "refused",
            Oddity.NOTED,
            "L’assemblée refuse ou ajourne ce qui lui est soumis : aucune autorisation n’est lue dans cet acte.",
            "Lisez ce passage ; si l’acte autorise pourtant une signature, ajoutez le terme vous-même.",
            *found,
        )


CHECKS = (unused_names, undefined_names, outsiders, outside_powers)
OF_REPORTS = (refused,)
