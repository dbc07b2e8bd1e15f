"""Organisations in texts: what kind of party a name shows, and which organ decides for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.terms.parties import PARTY_KEYS, ActKind, PartyKind
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, flat, tidy

# In this order: «communauté de communes» before «commune», a Caf before the department that its name holds.
_KINDS: tuple[tuple[PartyKind, Shape], ...] = (
    (PartyKind.CAF, Shape(r"\bcaisses?\s+(?:d'|des\s+)allocations\s+familiales|\bcaf\b")),
    (PartyKind.MSA, Shape(r"\b(?:caisse\s+(?:de\s+(?:la\s+)?)?)?mutualite\s+sociale\s+agricole|\bmsa\b")),
    (PartyKind.OTHER, Shape(
        r"\bccas\b|\bcias\b|\bcentre\s+(?:inter)?communal\s+d'action|\bassociation\b|\bcaisse\b|\bcpam\b"
    )),
    (
        PartyKind.EPCI,
        Shape(
            r"\bcommunautes?\s+(?:de\s+communes|d'agglomeration|urbaine)|\bmetropole\b|\bagglomeration\b|\bepci\b|"
            r"\bcommunaute\b|\betablissement\s+public\s+de\s+cooperation|\bintercommunalite\b"
        ),
    ),
    (PartyKind.SYNDICATE, Shape(r"\bsyndicat\b|\bsivom\b|\bsivu\b")),
    (PartyKind.DEPARTMENT, Shape(
        r"\bdepartement\b|\bconseil\s+(?:departemental|general)\b|\bcollectivite\s+(?:europeenne|de\s+corse)"
    )),
    (PartyKind.MUNICIPALITY, Shape(r"\bcommunes?\b|\bvilles?\b|\bmairie\b|\bmunicipalite\b")),
    (PartyKind.STATE, Shape(
        r"\bl'etat\b|\bprefecture\b|\beducation\s+nationale\b|\bdsden\b|\bdireccte\b|\bddcs\b|\bacademie\b|"
        r"\brectorat\b|\bdirection\s+(?:academique|departementale|regionale)\b"
    )),
)  # fmt: skip


def kind_of(name: str) -> PartyKind | None:
    """What an organisation is, from its name; None where no word of the name tells.

    >>> kind_of("La Communauté de communes du Val"), kind_of("la Caisse des Allocations familiales du Lot")
    (<PartyKind.EPCI: 'epci'>, <PartyKind.CAF: 'caf'>)
    >>> kind_of("la Maison des parents") is None
    True
    """
    plain = flat(name)
    found = [(match.start(), rank, kind) for rank, (kind, shape) in enumerate(_KINDS) if (match := shape.search(plain))]
    return min(found)[2] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAct:
    """An act of an organ, as a clause or a visa tells it; `day` is empty where no date is written after it."""

    kind: ActKind
    organ: str
    of: PartyKind | None
    day: str
    annex: str
    start: int
    end: int


_ACT = Shape(
    r"\b(?P<word>decisions?|deliberations?|delegations?|informations?|presentations?|avis|approbation|accord)\b"
)
# By the first letters of the word.
_ACTS = {
    "deci": ActKind.DECISION,
    "appr": ActKind.DECISION,
    "acco": ActKind.DECISION,
    "deli": ActKind.DELIBERATION,
    "dele": ActKind.DELEGATION,
    "info": ActKind.INFORMATION,
    "pres": ActKind.PRESENTATION,
}
# The organ over which somebody presides has not decided for that: «sa présidente du conseil d'administration».
_PRESIDED = re.compile(
    r"\b(?:president\w*|vice-president\w*|membre\w*|administrat\w+)\s+(?:du|de\s+la|de\s+l'|de\s+son|d'un)\s*$"
)
_ORGAN = Shape(
    r"\b(?:conseils?\s+d'administration|commission\s+d'action\s+sociale|conseil\s+municipal|conseil\s+communautaire|"
    r"conseil\s+metropolitain|conseil\s+departemental|conseil\s+general|conseil\s+d'agglomeration|"
    r"commission\s+permanente|bureau\s+(?:metropolitain|syndical|municipal|d'agglomeration|de\s+la\s+communaute)|"
    r"assemblee(?:\s+(?:departementale|generale|deliberante))?|bureau\s+communautaire|comite\s+syndical|"
    r"conseil\s+syndical|"
    r"conseil\s+de\s+communaute)\b"
)
_OWNERS: tuple[tuple[str, PartyKind], ...] = (
    ("municipal", PartyKind.MUNICIPALITY),
    ("communautaire", PartyKind.EPCI),
    ("communaute", PartyKind.EPCI),
    ("metropolitain", PartyKind.EPCI),
    ("agglomeration", PartyKind.EPCI),
    ("departemental", PartyKind.DEPARTMENT),
    ("general", PartyKind.DEPARTMENT),
    ("permanente", PartyKind.DEPARTMENT),
    ("assemblee", PartyKind.DEPARTMENT),
    ("syndical", PartyKind.SYNDICATE),
    ("administration", PartyKind.CAF),
    ("action sociale", PartyKind.CAF),
)
_MANDATE = Shape(
    r"\b(?:mandate|habilite|autorise)e?s?\s+(?:(?:a|pour|aux)\s+[^,;.]{1,40}?\s+)?par\s+(?:le\s+|la\s+|son\s+|sa\s+"
    r"|l')$"
)
# «Dont le conseil d'administration a délibéré le 3 mai».
_VOTED = re.compile(
    r"\s+(?:[a-z' -]{0,40}?\s)?(?:(?:l'|y\s+)?(?:a|ait|ayant)\s+)"
    r"(?:delibere|decide|approuve|autorise|statue|vote|adopte|accepte)"
)
_ANNEX = Shape(r"\bannexe\s+(?:n\s?[°o]\s*)?(\d+)")


def acts(words: str) -> Iterator[FoundAct]:
    """The acts of organs that a sentence tells: «la décision du conseil d'administration du 3 mai 2021».

    >>> told = "Vu la décision de la commission d'action sociale du 3 mai 2021 et du conseil d'administration"
    >>> [(act.kind.value, act.organ, act.day) for act in acts(told)]
    [('decision', "commission d'action sociale", '3 mai 2021'), ('decision', "conseil d'administration", '')]
    >>> [(act.kind.value, act.day) for act in acts("la présidente du conseil municipal, par décision du 2 mai 2021")]
    [('decision', '2 mai 2021')]
    >>> [(act.kind.value, act.day) for act in acts("Mme Roux, habilitée par le conseil municipal réuni le 2 mai 2021")]
    [('deliberation', '2 mai 2021')]
    """
    plain = flat(words)
    organs = [organ for organ in _ORGAN.finditer(plain) if _decides(plain, organ.start())]
    if not organs:
        yield from _without_organ(words, plain)
        return
    for rank, organ in enumerate(organs):
        before = [act for act in _ACT.finditer(plain, 0, organ.start())]
        mandate = _MANDATE.search(plain, 0, organ.start())
        voted = None if mandate or before else _VOTED.match(plain, organ.end())
        if not (mandate or voted) and (not before or before[-1]["word"] == "avis"):
            continue
        stop = organs[rank + 1].start() if rank + 1 < len(organs) else len(words)
        tail = words[organ.end() : stop]
        if rank + 1 < len(organs):
            tail = tail[: _before_next_act(flat(tail))]
        annex = _ANNEX.search(plain, organ.end())
        found = next(days(tail), None)
        yield FoundAct(
            kind=_by_mandate(organ[0]) if mandate or voted else _ACTS[before[-1]["word"][:4]],
            organ=tidy(words[organ.start() : organ.end()]),
            of=owner(organ[0]),
            day=found.words if found else "",
            annex=annex[1] if annex else "",
            start=mandate.start() if mandate else organ.start() if voted else before[-1].start(),
            end=organ.end(),
        )


def _by_mandate(organ: str) -> ActKind:
    """The act of an organ that mandates: a board decides, an assembly deliberates."""
    return ActKind.DECISION if owner(organ) is PartyKind.CAF else ActKind.DELIBERATION


def _without_organ(words: str, plain: str) -> Iterator[FoundAct]:
    """«par délibération du 3 mai 2021», whose organ is understood."""
    for act in _ACT.finditer(plain):
        found = next(days(words[act.end() : act.end() + 60]), None)
        if found and act["word"][:4] in ("deci", "deli", "dele"):
            annex = _ANNEX.search(plain, act.end())
            number = annex[1] if annex else ""
            yield FoundAct(
                kind=_ACTS[act["word"][:4]], organ="", of=None, day=found.words, annex=number,
                start=act.start(), end=act.end(),
            )  # fmt: skip


def _before_next_act(plain: str) -> int:
    following = _ACT.search(plain)
    return following.start() if following else len(plain)


def _decides(plain: str, start: int) -> bool:
    """Whether the organ at that place may be the author of an act."""
    return not _owner_of_other(plain, start) and not _PRESIDED.search(plain, max(0, start - 40), start)


def _owner_of_other(plain: str, start: int) -> bool:
    """Whether the organ only says whose the one before is: «la commission permanente du conseil départemental»."""
    before = plain[max(0, start - 60) : start]
    found = list(_ORGAN.finditer(before))
    return bool(found) and re.fullmatch(r"\s+(?:du|de la|de son|\()\s*", before[found[-1].end() :]) is not None


def owner(organ: str) -> PartyKind | None:
    """Which kind of party an organ decides for."""
    plain = flat(organ)
    return next((kind for stem, kind in _OWNERS if stem in re.sub(r"\s+", " ", plain)), None)


def key_of(kind: PartyKind, taken: tuple[str, ...]) -> str:
    """The key of a new party of that kind beside those already there.

    >>> key_of(PartyKind.MUNICIPALITY, ("caf", "commune"))
    'commune-2'
    """
    key = PARTY_KEYS[kind]
    count = sum(other.partition("-")[0] == key for other in taken)
    return key if not count else f"{key}-{count + 1}"
