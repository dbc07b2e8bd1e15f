"""General law as dated constants, each with its reference."""

from dataclasses import dataclass
from datetime import date

from convenir.core.facts import Publication
from convenir.core.source import Reference
from convenir.core.terms.parties import ActKind, PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRule:
    """How an act of a local authority must be published, for acts adopted from `since` on.

    `manners` are accepted from everybody; `chosen` also from those who may choose and did: communes under
    `threshold` inhabitants, and syndicates.
    """

    since: date
    manners: frozenset[Publication]
    chosen: frozenset[Publication]
    threshold: int
    reference: Reference


PUBLICATION_RULES = (
    PublicationRule(
        since=date(1982, 3, 3),
        manners=frozenset(Publication),
        chosen=frozenset(),
        threshold=0,
        reference=Reference(law="CGCT, art. L. 2131-1, L. 3131-1 et L. 5211-3", since="1982-03-03"),
    ),
    PublicationRule(
        since=date(2022, 7, 1),
        manners=frozenset({Publication.ONLINE}),
        chosen=frozenset({Publication.POSTED, Publication.PAPER}),
        threshold=3500,
        reference=Reference(law="CGCT, art. L. 2131-1, L. 3131-1 et L. 5211-3", since="2022-07-01"),
    ),
)

# Acts of these parties are executory once published and transmitted; those of a Caf or of the MSA are not concerned.
LOCAL_AUTHORITIES = frozenset(
    {PartyKind.MUNICIPALITY, PartyKind.EPCI, PartyKind.DEPARTMENT, PartyKind.SYNDICATE},
)

# CSS, art. L. 121-1 and L. 122-1; CGCT, art. L. 2121-29: being informed is not deciding.
AUTHORISING_ACTS = frozenset({ActKind.DECISION, ActKind.DELIBERATION})

# The board of a Caf may delegate part of its powers (CSS, art. L. 121-1); a partnership convention is in none of the
# delegations that a council may give (closed list of CGCT, art. L. 2122-22).
CAF_AUTHORISING_ACTS = AUTHORISING_ACTS | {ActKind.DELEGATION}

# A contract signed before the act that authorises it is executory (CE, avis Sect., 10 June 1996, n° 176873;
# CE, 10 December 2010, n° 336638: not set aside for that alone).
TRANSMISSION_BEFORE_SIGNATURE = Reference(law="CE, avis, 10 juin 1996, n° 176873 ; CE, 10 décembre 2010, n° 336638")

# An extension agreed after the end has no effect (by analogy with Code civil, art. 1213).
RENEWAL_BEFORE_END = Reference(law="Code civil, art. 1213 (par analogie)", since="2016-10-01")

# A renewal without a term would be indefinite (by analogy with Code civil, art. 1214).
RENEWAL_WITHOUT_TERM = Reference(law="Code civil, art. 1214 (par analogie)", since="2016-10-01")


def authorises(act: ActKind | None, kind: PartyKind) -> bool:
    """Whether an act of that kind lets a party of that kind sign.

    >>> authorises(ActKind.DELEGATION, PartyKind.CAF), authorises(ActKind.DELEGATION, PartyKind.MUNICIPALITY)
    (True, False)
    """
    return act in (CAF_AUTHORISING_ACTS if kind is PartyKind.CAF else AUTHORISING_ACTS)


def publication_rule(adopted_on: date) -> PublicationRule:
    """The rule for an act adopted that day.

    >>> publication_rule(date(2022, 6, 30)).threshold, publication_rule(date(2022, 7, 1)).threshold
    (0, 3500)
    """
    in_force = [rule for rule in PUBLICATION_RULES if rule.since <= adopted_on]
    return in_force[-1] if in_force else PUBLICATION_RULES[0]
