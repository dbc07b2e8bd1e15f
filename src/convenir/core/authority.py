"""By which act each party was allowed to sign, and from which day that act was executory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import earliest, latest
from convenir.core.facts import ActAdopted, ActPublished, ActTransmitted, Fact, PartyDescribed, Publication, Signed
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.flags import Flag, Raised
from convenir.core.law import LOCAL_AUTHORITIES, NO_RETROACTIVE_AUTHORITY, SUCCESSIONS, authorises, publication_rule
from convenir.core.naming import of, party_name
from convenir.core.organs import ORGAN_LAWS, Power, power_of
from convenir.core.source import Reference, Source
from convenir.core.terms import DeliberationAct, PartyClause, SignatureAuthority, Terms
from convenir.core.terms.parties import PARTY_KEYS, ActKind, PartyKind

# The facts that bear on the power to sign; the others are set aside once, before looking at each party.
BEARING = frozenset({ActAdopted, ActPublished, ActTransmitted, PartyDescribed, Signed})
KINDS: dict[str, PartyKind] = {key: kind for kind, key in PARTY_KEYS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act of a party: what its organ did, which organ (blank where nothing names it), on which day."""

    kind: ActKind | None = None
    organ: str = ""
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """What is known of the act of one party.

    `act` is None where neither text nor facts name one; `adopted_on` is None while its day is unknown.
    `signed_on` is the last signature of the party, else the day of conclusion. `followed` says whether transmission
    or publication were recorded at all: if not, nothing is said of them.
    `executory_on` is the later of the transmission received and the publication, None while one lacks.
    `delegation` says whether a delegation to the organ named is shown, or needs not be.
    """

    party: str
    kind: PartyKind
    act: ActKind | None
    adopted_on: date | None
    organ: str = ""
    delegation: bool = False
    signed_on: date | None = None
    followed: bool = False
    transmitted_on: date | None = None
    published_on: date | None = None
    wrong_manner: Publication | None = None
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether its acts are executory only once published and transmitted (CGCT, art. L. 2131-1)."""
        return self.kind in LOCAL_AUTHORITIES

    @property
    def complete(self) -> bool:
        """Whether an organ that decides has decided, on a known day, before the signature that it allows."""
        decided = authorises(self.act, self.kind) and self.power is not Power.NONE
        return decided and self.adopted_on is not None and not self.too_late

    @property
    def power(self) -> Power | None:
        """Whether the organ named may decide; None where nothing tells."""
        return power_of(self.organ, self.kind)

    @property
    def laws(self) -> tuple[Reference, ...]:
        """The rules of general law on which the answer rests: who decides, and how the act becomes executory."""
        deciding = (ORGAN_LAWS[self.kind],) if self.kind in ORGAN_LAWS else ()
        executory = (publication_rule(self.adopted_on).reference,) if self.local and self.adopted_on else ()
        return deciding + executory

    @property
    def too_late(self) -> bool:
        """Whether the act is later than the signature: it does not authorise it (CE, 20 January 1989, Millau)."""
        return self.adopted_on is not None and self.signed_on is not None and self.adopted_on > self.signed_on

    @property
    def executory_on(self) -> date | None:
        """From which day the act binds."""
        if not self.local or not self.followed:
            return self.adopted_on
        if self.transmitted_on is None or self.published_on is None:
            return None
        return max(self.transmitted_on, self.published_on)


def authorities(terms: Terms, facts: Sequence[Fact], concluded: date | None) -> tuple[Authority, ...]:
    """The authority of each party that text or facts name, in the order of the text.

    `concluded` is the day of conclusion, for parties whose own signature has no fact.
    """
    bearing = [fact for fact in facts if type(fact.event) in BEARING]
    keys = dict.fromkeys(
        [
            *(clause.key for clause in terms.every(PartyClause)),
            *(clause.party for clause in terms.every(SignatureAuthority)),
            *(fact.event.party for fact in bearing if isinstance(fact.event, ActAdopted)),
        ]
    )
    return tuple(_authority(key, terms, bearing, concluded) for key in keys)


def flags(terms: Terms, facts: Sequence[Fact], concluded: date | None) -> Iterator[Raised]:
    """What must be said of the authority of the parties. The status between them does not depend on it."""
    for authority in authorities(terms, facts, concluded):
        because, laws = authority.because, authority.laws
        if not authority.complete and (authority.local or authority.kind is PartyKind.CAF or authority.act is not None):
            yield Raised(flag=Flag.AUTHORITY_INCOMPLETE, party=authority.party, because=because, laws=laws)
            if authority.local and not authority.too_late:
                yield Raised(flag=Flag.NOT_CERTIFIED, party=authority.party, because=because, laws=laws)
            continue
        raised = _timing(authority)
        if raised is not None:
            yield Raised(flag=raised, party=authority.party, because=because, laws=laws)


def findings(terms: Terms, facts: Sequence[Fact], concluded: date | None) -> Iterator[Finding]:
    """What is odd in the authority of the parties."""
    found = authorities(terms, facts, concluded)
    for authority in found:
        if authority.too_late and authorises(authority.act, authority.kind):
            yield _act_too_late(terms, authority)
        if authority.wrong_manner is not None and authority.published_on is None:
            yield _not_published_online(authority)
        yield from _organ(terms, authority)
    caf = next((a for a in found if a.kind is PartyKind.CAF and a.complete), None)
    for authority in found:
        if caf is not None and authority.local and authority.complete:
            yield from _older(authority, caf)


def _timing(authority: Authority) -> Flag | None:
    """A signature before the act is executory, or on that very day (TA Montpellier, 7 November 2002, n° 01-4224)."""
    signed = authority.signed_on
    if signed is None or not authority.local:
        return None
    if authority.executory_on is None or signed < authority.executory_on:
        return Flag.AUTHORITY_NOT_EXECUTORY
    return Flag.SAME_DAY if authority.followed and signed == authority.executory_on else None


def _authority(party: str, terms: Terms, facts: Sequence[Fact], concluded: date | None) -> Authority:
    kind = _kind(party, terms)
    clauses = _clauses(party, kind, terms)
    adopted = [(f, f.event) for f in facts if isinstance(f.event, ActAdopted) and f.event.party == party]
    acts = [Act(kind=e.act, organ=e.organ, adopted_on=earliest(f.on)) for f, e in adopted]
    acts += [Act(kind=c.act, organ=c.organ, adopted_on=c.adopted_on) for c in clauses]
    signed = _signed_on(party, facts) or concluded
    act = _chosen(acts, kind, signed)
    day = act.adopted_on
    grounds = tuple(c.source for c in clauses) or tuple(c.source for c in terms.every(PartyClause) if c.key == party)
    later = [f for f in facts if day is None or latest(f.on) >= day]
    sent = [f for f in later if isinstance(f.event, ActTransmitted) and f.event.party == party]
    shown = [(f, f.event) for f in later if isinstance(f.event, ActPublished) and f.event.party == party]
    manners = _manners(party, kind, day, facts)
    right = [latest(f.on) for f, e in shown if e.manner is None or e.manner in manners]
    wrong = [e.manner for _, e in shown if e.manner is not None and e.manner not in manners]
    return Authority(
        party=party,
        kind=kind,
        act=act.kind,
        adopted_on=day,
        organ=act.organ,
        delegation=any(other.kind is ActKind.DELEGATION for other in acts),
        signed_on=signed,
        followed=bool(sent or shown),
        transmitted_on=min((latest(f.on) for f in sent), default=None),
        published_on=min(right, default=None),
        wrong_manner=wrong[0] if wrong else None,
        because=grounds,
        facts=tuple(f.id for f in (*(f for f, _ in adopted), *sent, *(f for f, _ in shown))),
    )


def _clauses(party: str, kind: PartyKind, terms: Terms) -> list[SignatureAuthority]:
    """The acts that the text names; a délibération that authorises the signature is the act of its own authority."""
    own = [clause for clause in terms.every(SignatureAuthority) if clause.party == party]
    if own or kind not in LOCAL_AUTHORITIES:
        return own
    return [
        SignatureAuthority(
            party=party,
            act=ActKind.DELIBERATION,
            organ=clause.organ,
            adopted_on=clause.adopted_on,
            source=clause.source,
        )
        for clause in terms.every(DeliberationAct)
        if clause.authorises_signature
    ]


def _kind(party: str, terms: Terms) -> PartyKind:
    named = {clause.key: clause.kind for clause in terms.every(PartyClause)}
    return named.get(party, KINDS.get(party.partition("-")[0], PartyKind.OTHER))


def succession_law(terms: Terms, party: str) -> tuple[Reference, ...]:
    """The rule of general law on what takes over a party of that kind; none where it was not read."""
    found = SUCCESSIONS.get(_kind(party, terms))
    return () if found is None else (found,)


def _chosen(acts: Sequence[Act], kind: PartyKind, signed: date | None) -> Act:
    """The act on which the signature rests: the last one that decides before it, else the first one after it.

    A later délibération is about something else (an avenant, a renewal) when an earlier one exists. The act of an
    organ that cannot decide is followed only where there is no other.
    """
    deciding = [act for act in acts if authorises(act.kind, kind)]
    able = [act for act in deciding if power_of(act.organ, kind) is not Power.NONE] or deciding
    known = [act for act in able if act.adopted_on is not None]
    dated = sorted(known, key=lambda act: (act.adopted_on or date.min, act.kind or ""))
    before = [act for act in dated if signed is None or (act.adopted_on or signed) <= signed]
    return next(iter([*before[-1:], *dated, *able, *acts]), Act())


def _manners(party: str, kind: PartyKind, adopted: date | None, facts: Sequence[Fact]) -> frozenset[Publication]:
    """How that party had to publish an act adopted that day."""
    rule = publication_rule(adopted or date.max)
    described = [f.event for f in facts if isinstance(f.event, PartyDescribed) and f.event.party == party]
    choice = described[-1].publication_choice if described else None
    people = described[-1].population if described else None
    small = kind is PartyKind.MUNICIPALITY and people is not None and people < rule.threshold
    may_choose = small or kind is PartyKind.SYNDICATE
    return rule.manners | {choice} if may_choose and choice in rule.chosen and choice else rule.manners


def _signed_on(party: str, facts: Sequence[Fact]) -> date | None:
    """The last signature of that party."""
    days = [earliest(f.on) for f in facts if isinstance(f.event, Signed) and f.event.party == party]
    return max(days, default=None)


def _not_published_online(authority: Authority) -> Finding:
    rule = publication_rule(authority.adopted_on or date.max)
    return Finding(
        oddity=Oddity.IRREGULAR,
        about="publication",
        severity=Severity.WARNING,
        sentence=(
            "La délibération n’a pas été publiée en ligne : elle n’est pas exécutoire "
            f"({rule.reference.law}, rédaction en vigueur depuis le {rule.since:%d/%m/%Y})."
        ),
        advice="Publiez la délibération sur le site de la collectivité, puis enregistrez cette publication.",
        sources=authority.because,
        laws=(rule.reference,),
    )


def _act_too_late(terms: Terms, authority: Authority) -> Finding:
    return Finding(
        oddity=Oddity.IRREGULAR,
        about="act-after-signature",
        severity=Severity.WARNING,
        sentence=(
            f"L’acte {of(party_name(terms, authority.party))} date du {authority.adopted_on:%d/%m/%Y}, après sa "
            f"signature du {authority.signed_on:%d/%m/%Y} : il ne l’autorise pas après coup."
        ),
        advice="Recherchez un acte antérieur ; à défaut, faites signer de nouveau la convention.",
        sources=authority.because,
        laws=(NO_RETROACTIVE_AUTHORITY,),
    )


def _organ(terms: Terms, authority: Authority) -> Iterator[Finding]:
    """An organ that cannot decide, or that decides only by a delegation which nothing shows."""
    named = f"« {authority.organ} »"
    if not authorises(authority.act, authority.kind):
        return
    if authority.power is Power.NONE:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="organ",
            severity=Severity.WARNING,
            sentence=f"{named} ne peut pas approuver une convention au nom "
            f"{of(party_name(terms, authority.party))} ({ORGAN_LAWS[authority.kind].law}).",
            advice="Recherchez la délibération de l’assemblée ; à défaut, faites-lui approuver le texte.",
            sources=authority.because,
            laws=authority.laws,
        )
    if authority.power is Power.DELEGATED and not authority.delegation:
        yield Finding(
            oddity=Oddity.MISSING,
            about="organ-delegation",
            severity=Severity.INFORMATION,
            sentence=f"{named} ne décide au nom {of(party_name(terms, authority.party))} que par délégation "
            f"({ORGAN_LAWS[authority.kind].law}) : aucune n’est au dossier.",
            advice="Joignez l’acte qui lui délègue ce pouvoir.",
            sources=authority.because,
            laws=authority.laws,
        )


def _older(authority: Authority, caf: Authority) -> Iterator[Finding]:
    """The assembly voted before the Caf decided: on which text?"""
    if authority.adopted_on is None or caf.adopted_on is None or authority.adopted_on >= caf.adopted_on:
        return
    yield Finding(
        oddity=Oddity.AMBIGUOUS,
        about="text-voted",
        severity=Severity.WARNING,
        sentence=(
            f"L’assemblée a délibéré le {authority.adopted_on:%d/%m/%Y}, avant la décision de la Caf "
            f"du {caf.adopted_on:%d/%m/%Y}."
        ),
        advice="Vérifiez que le texte voté est bien le texte signé.",
        sources=authority.because + caf.because,
    )
