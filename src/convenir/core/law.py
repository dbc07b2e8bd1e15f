"""General law as dated constants, each with its reference."""

from dataclasses import dataclass
from datetime import date

from convenir.core.delays import Days, Delay, Months, Years
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

# The director represents a Caf in all acts of civil life, and may give mandate.
CAF_REPRESENTATION = Reference(law="CSS, art. L. 122-1")

# An act later than the signature does not authorise it.
NO_RETROACTIVE_AUTHORITY = Reference(law="CE, 20 janvier 1989, Millau")

# The State's authority may annul or suspend a decision of the board of a Caf in the days after it is communicated.
BOARD_CONTROL = Reference(law="CSS, art. L. 151-1 et R. 151-1")
BOARD_CONTROL_PERIOD: Delay = Days(count=8)

# The contracts of merged bodies go on unchanged to their term: the other party is told, and may not leave for that.
SUCCESSIONS: dict[PartyKind, Reference] = {
    PartyKind.EPCI: Reference(law="CGCT, art. L. 5211-41-3, III"),
    PartyKind.SYNDICATE: Reference(law="CGCT, art. L. 5212-27, III"),
    PartyKind.MUNICIPALITY: Reference(law="CGCT, art. L. 2113-5"),
}

# Disputes on a contract go to the court of the place of performance; the parties may choose another one before the
# dispute, in the contract or in an avenant. Which court a département belongs to: R. 221-3.
CONTRACT_COURT = Reference(law="CJA, art. R. 312-11")
COURT_AREAS = Reference(law="CJA, art. R. 221-3")

# A third party may contest the validity of a contract signed from that day on, two clear months after its conclusion
# was made public; a conclusion that was not leaves about one year.
THIRD_PARTY_ACTION_SINCE = date(2014, 4, 4)
THIRD_PARTY_ACTION = Reference(law="CE, Ass., 4 avril 2014, n° 358994 ; CJA, art. R. 421-1", since="2014-04-04")
THIRD_PARTY_DELAY: Delay = Months(count=2)
REASONABLE_PERIOD = Reference(law="CE, 19 juillet 2023, n° 465308", since="2023-07-19")
REASONABLE_DELAY: Delay = Years(count=1)

# A convention is an administrative document, that anybody may ask for once it is no longer being prepared.
ACCESS_TO_DOCUMENTS = Reference(law="CRPA, art. L. 300-2, L. 311-1 et L. 311-2", since="2016-01-01")

# An extension agreed after the end has no effect (by analogy with Code civil, art. 1213).
RENEWAL_BEFORE_END = Reference(law="Code civil, art. 1213 (par analogie)", since="2016-10-01")

# A renewal without a term would be indefinite (by analogy with Code civil, art. 1214).
RENEWAL_WITHOUT_TERM = Reference(law="Code civil, art. 1214 (par analogie)", since="2016-10-01")

# A judgment of a tribunal administratif is final once this délai franc is over for every party notified, or once the
# last appeal is decided.
APPEAL_PERIOD = Months(count=2)
APPEAL = Reference(law="Code de justice administrative, art. R. 811-2", since="2001-01-01")

# A registered letter counts from its hand-over or refusal, else from its first presentation (CE, 10 February 1975;
# CE, 2 May 1980), if a notice of passage was left.
REGISTERED_LETTER = Reference(law="CE, 15 novembre 2019, n° 420509 (par analogie)")
NOTICE_OF_PASSAGE = Reference(law="CE, 24 avril 2012, n° 341146 (par analogie)")
UNDATED_ACKNOWLEDGEMENT = Reference(law="CE, 15 avril 2011, n° 322956 (par analogie)")

# A qualified electronic registered letter is worth a postal one. The addressee of either has fifteen days, from the
# day after being told of it, to collect or accept it.
ELECTRONIC_LETTER = Reference(law="CPCE, art. L. 100 et R. 53-3", since="2019-01-01")
CLAIM_WINDOW = Days(count=15)

# A letter may be withdrawn alone as long as it has not reached the other party (by analogy).
WITHDRAWAL_BEFORE_RECEPTION = Reference(law="Code civil, art. 1118 (par analogie)", since="2016-10-01")

# What all have agreed, all may undo (by analogy with Code civil, art. 1193; art. 1134 before).
MUTUAL_CONSENT = Reference(law="Code civil, art. 1193 (par analogie)", since="2016-10-01")

# A formal notice states a time to comply; once its author has renounced its effects, a new one is needed.
FORMAL_NOTICE_TIME = Reference(law="CAA Douai, 15 octobre 2015 (par analogie)", since="2015-10-15")
FORMAL_NOTICE_RENOUNCED = Reference(law="CE, 8 février 1999, n° 168535 (par analogie)", since="1999-02-08")

# A power to terminate kept for the private party alone to a public contract is valid within limits only.
ONE_SIDED_POWER = Reference(law="CE, 8 octobre 2014, Société Grenke location (par analogie)", since="2014-10-08")

# Personal data: the register of each controller, the impact assessment of health data, and what preceded them;
# a consent may be withdrawn; a processor acts for a controller.
GDPR_SINCE = date(2018, 5, 25)
PROCESSING_REGISTER = Reference(law="RGPD, art. 30", since="2018-05-25")
IMPACT_ASSESSMENT = Reference(law="RGPD, art. 35", since="2018-05-25")
PRIOR_FORMALITIES = Reference(law="loi n° 78-17 du 6 janvier 1978, chapitre IV", since="1978-01-07")
CONSENT_WITHDRAWN = Reference(law="RGPD, art. 7, § 3", since="2018-05-25")
OPPOSITION = Reference(law="loi n° 78-17 du 6 janvier 1978, art. 38", since="2004-08-07")
PROCESSOR = Reference(law="RGPD, art. 28", since="2018-05-25")


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
