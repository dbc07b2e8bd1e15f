"""How texts say which bodies follow the convention, who sits there, when they meet and who keeps their papers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.core.terms.governance import (
    AdvisoryMembers,
    ChairRule,
    Committee,
    CommitteePowers,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    Referents,
    SecretariatRule,
)
from convenir.reader.context import Context
from convenir.reader.french.marking import marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.outline import Block, Outline
from convenir.reader.passages import Said
from convenir.reader.wordings.governance.bodies import (
    Registry,
    by_theme,
    creates,
    next_current,
    sets_up,
    shares,
    spoken_of,
    titled,
)
from convenir.reader.wordings.governance.body_names import Mention, candidates, level, mentions
from convenir.reader.wordings.governance.body_tables import labelled
from convenir.reader.wordings.governance.circulation import ahead, is_preceded, meets, prepares, sender, sent
from convenir.reader.wordings.governance.meeting_words import Cadence, cadence
from convenir.reader.wordings.governance.parity import Sides, parity
from convenir.reader.wordings.governance.powers import told_powers
from convenir.reader.wordings.governance.referents import named, purpose
from convenir.reader.wordings.governance.seats import (
    Seat,
    advisory,
    binding,
    by_accord,
    by_office,
    chair,
    lists_members,
    members,
    optional,
    secretariat,
)

_HOME = Shape(
    r"\b(?:gouvernance|pilotage|collaboration|suivi|instances?|concertation|animation|comites?|conferences?"
    r"|cellules?|groupes?"
    r"|cooperation|coordination|fonctionnement|conduite|reunions?|rencontres?|equipes?|assemblees?|collectifs?"
    r"|gouvernement|organes?|decid\w+|decisions?|colleges?|commissions?|conseils?|ateliers?|se parler|se voir"
    r"|se reunir)\b"
)
_POWERS = Shape(
    r"\b(?:roles?|missions?|objectifs?|charge|objet|vocation|competen\w+|fonctions?"
    r"|attributions)\b|\binstance|\bcomite|^il\b|^elle\b"
)
# «Comité de pilotage : composition : …, fréquence : …»: how it works, not what it does.
_LABEL = Shape(
    r"(?:composition|membres|frequence|periodicite|convocations?|presidence|animation|secretariat|rythme) ?:"
)
_CHAIRED_THING = Shape(
    r"\b(?:comites?|instances?|copil|cotech|reunions?|seances?|groupes?|rencontres?|il|elle|ils"
    r"|elles|celui-ci|le president|l'animent|l'anime|presidence)\b"
)


@dataclass(slots=True)
class _Found:
    """What has been gathered of one body while reading."""

    names: tuple[str, ...] = ()
    by_office: bool = False
    sides: Sides | None = None
    stated: dict[type[Term], list[Term]] = field(default_factory=dict)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """Committees and their rules, in the order of the text; for a report, those of its part on governance."""
    sentences = _told(context)
    bodies, created = declared(sentences)
    rules, seats = _rules(sentences, bodies, context)
    committees = (
        Committee(
            body=key,
            name=bodies.names[key],
            level=level(bodies.names[key]),
            parity=seats[key].sides is not None,
            by_office=seats[key].by_office,
            composition=seats[key].names,
            optional=may,
            seats=_seats_of(seats[key]),
            by_theme=by_theme(source.quote, bodies.names[key]),
            source=source,
        )
        for key, may, source in created
    )
    yield from sorted((*committees, *rules, *_referents(sentences)), key=lambda term: term.source.start or 0)


# The sentences of an article share its title.
@lru_cache(maxsize=128)
def _speaks_of_bodies(title: str) -> bool:
    return _HOME.search(title) is not None


def _is_home(each: Said) -> bool:
    return _speaks_of_bodies(each.title) or _speaks_of_bodies(each.heading)


def _told(context: Context) -> tuple[Said, ...]:
    """A report names many bodies: elsewhere than on governance, only paragraphs that tell how one works are read."""
    said = tuple(labelled(context.said))
    if not context.reported:
        return said
    telling = {id(each.paragraph) for each in said if _tells_how(each)}
    return tuple(each for each in said if _is_home(each) or id(each.paragraph) in telling)


def _seats_of(found: _Found) -> int | None:
    return found.sides.seats if found.sides else None


def _tells_how(each: Said) -> bool:
    """Whether the sentence sets up a body and tells its rhythm or its members."""
    if cadence(each.marked) is None and parity(each.plain) is None:
        return False
    return any(sets_up(each.line, mention) for mention in mentions(each.line))


def declared(sentences: tuple[Said, ...]) -> tuple[Registry, tuple[tuple[str, bool, Source], ...]]:
    """The bodies that the text sets up: key, whether it may only be created, and the words that do it."""
    bodies = Registry()
    created: dict[tuple[str, bool], Source] = {}
    for each in _constituting(sentences):
        for mention in _set_up(each):
            key, may = bodies.enter(mention.name), optional(each.plain, mention.start)
            if (key, False) not in created or may:
                created.setdefault((key, may), each.source)
    return bodies, tuple((key, may, source) for (key, may), source in created.items())


def _set_up(each: Said) -> Iterator[Mention]:
    """The bodies that the sentence sets up; the first of an article, those that its title names too."""
    if each.paragraph is each.block.paragraphs[0] and each.line.startswith(("Il ", "Elle ", "Ils ", "Ce ", "Cette ")):
        yield from titled(each.block.title)
    yield from (mention for mention in candidates(each.line) if sets_up(each.line, mention) and _is_own(each, mention))


def _is_own(each: Said, mention: Mention) -> bool:
    """Whether the body is the convention's: by its name, else because the part on bodies creates it or has it meet."""
    if mention.firm:
        return True
    if not _is_home(each):
        # Articles without titles are all one part.
        return not each.title and creates(each.line, mention)
    new = re.search(r"\bune? $|\b(?:denomm|appel|intitul)ee? (?:\" ?)?$", each.plain[: mention.start]) is not None
    return new or creates(each.line, mention) or meets(each.words) or parity(each.plain) is not None


def _constituting(sentences: tuple[Said, ...]) -> Iterator[Said]:
    """The sentences that may set up a body: of the part on governance if it sets up one, else of all articles."""
    own = [each for each in sentences if _speaks_of_bodies(each.title)]
    headed = [each for each in sentences if not _speaks_of_bodies(each.title) and _is_home(each)]
    if any(any(True for _ in _set_up(each)) for each in own):
        return iter(own)
    return iter((*own, *headed, *(each for each in sentences if not _is_home(each))))


# --- the rules of each body ----------------------------------------------------------------------------------


def _rules(sentences: tuple[Said, ...], bodies: Registry, context: Context) -> tuple[list[Term], dict[str, _Found]]:
    found: dict[str, _Found] = {key: _Found() for key in bodies.names}
    rules: list[Term] = []
    block: Block | None = None
    current: str | None = None
    if not found:
        return rules, found
    for place, each in enumerate(sentences):
        if each.block is not block:
            block = each.block
            current = _titled(block, bodies)
        line = each.line
        for key, often in _in_turn(each, bodies):
            rules += _fresh(found[key], (_cadence(key, often, each),))
        about = spoken_of(line, bodies, current)
        for key in about:
            _seats(sentences, place, found[key])
            rules += _fresh(
                found[key], (*_meetings(each, key, bodies), *_offices(each, _office_body(each, key, bodies), context))
            )
            rules += _fresh(found[key], _powers(sentences, place, key))
            rules += _told_powers(sentences, place, key, bodies, context)
        rules += _papers(each, bodies, current, rules, context)
        current = next_current(line, bodies, current)
    return rules, found


def _in_turn(each: Said, bodies: Registry) -> tuple[tuple[str, Cadence], ...]:
    """«Le comité A se réunit une fois par an et le comité B deux fois par an»: to each its own rhythm."""
    parts = shares(each.line, bodies)
    if not parts or not cadence(each.marked):
        return ()
    # The verb stands with the first body and may be left out with the next.
    own = [(key, cadence(marked(f"Se réunit {_whole(words)}"))) for key, words in parts]
    return tuple((key, often) for key, often in own if often)


def _whole(words: str) -> str:
    """«… et le second trois fois.»: in the same year."""
    bare = words.rstrip(" .;")
    return f"{bare} par an" if bare.endswith(" fois") else words


def _titled(block: Block, bodies: Registry) -> str | None:
    named = [key for mention in candidates(block.title) if (key := bodies.find(mention.name))]
    return named[0] if len(set(named)) == 1 else None


def _office_body(each: Said, key: str, bodies: Registry) -> str:
    """A chair or secretariat stated without a body, in a part titled with one, is that body's."""
    titled = _titled(each.block, bodies)
    explicit = bool(mentions(each.line))
    return titled if titled and not explicit else key


_ONCE = (MeetingCadence, AdvisoryMembers, ChairRule, CommitteePowers)


def _fresh(found: _Found, stated: tuple[Term, ...]) -> Iterator[Term]:
    """What was not stated before of that body: a secretariat may be stated twice, and then contradict itself."""
    for term in stated:
        before = found.stated.setdefault(type(term), [])
        if before and isinstance(term, _ONCE):
            continue
        before.append(term)
        yield term


def _seats(sentences: tuple[Said, ...], place: int, found: _Found) -> None:
    each = sentences[place]
    plain = each.plain
    found.sides = found.sides or parity(plain)
    listed = _items(sentences, place) if lists_members(plain) else ()
    if listed:
        found.names = found.names or tuple(re.sub(r"^(?:de la |de l'|du |des |de |d')", "", name) for name in listed)
        found.by_office = found.by_office or by_office(listed)
        if len(listed) == 2:
            found.sides = found.sides or parity(flat(" et ".join(listed)))
        return
    sitting = members(each.line)
    if sitting and not found.names:
        found.names, found.by_office = sitting.names, sitting.by_office


def _meetings(each: Said, key: str, bodies: Registry) -> tuple[Term, ...]:
    if advisory(each.plain):
        return (AdvisoryMembers(body=key, common_accord=by_accord(each.plain), source=each.source),)
    found: list[Term] = []
    said_often = None if _in_turn(each, bodies) else cadence(each.marked)
    if said_often:
        found.append(_cadence(key, said_often, each))
    sequence = _sequence(each, key, bodies)
    return (*found, sequence) if sequence else tuple(found)


def _cadence(key: str, often: Cadence, each: Said) -> MeetingCadence:
    return MeetingCadence(body=key, count=often.count, per=often.per, bound=often.bound, source=each.source)


def _sequence(each: Said, key: str, bodies: Registry) -> MeetingSequence | None:
    others = [other for mention in candidates(each.line) if (other := bodies.find(mention.name)) and other != key]
    if not others:
        return None
    delay = ahead(each.marked)
    if is_preceded(each.words):
        return MeetingSequence(first=others[-1], then=key, delay=delay, source=each.source)
    if delay and meets(each.words) and not sent(each.marked, each.line):
        return MeetingSequence(first=key, then=others[-1], delay=delay, source=each.source)
    prepared = [
        other for mention in candidates(prepares(each.words)) if (other := bodies.find(mention.name)) and other != key
    ]
    return MeetingSequence(first=key, then=prepared[0], source=each.source) if prepared else None


def _offices(each: Said, key: str, context: Context) -> Iterator[Term]:
    seat = chair(each.line) if _CHAIRED_THING.search(each.plain) else None
    if seat:
        yield ChairRule(body=key, turn=seat.turn, holders=_holders(seat, context), words=seat.words, source=each.source)
    kept = secretariat(each.line)
    if kept:
        yield SecretariatRule(
            body=key,
            turn=kept.turn,
            holders=_holders(kept, context),
            words=kept.who,
            binding=binding(each.line),
            technical="secretariat technique" in each.plain,
            source=each.source,
        )


def _holders(seat: Seat, context: Context) -> tuple[str, ...]:
    return context.keys(seat.who)


def _powers(sentences: tuple[Said, ...], place: int, key: str) -> tuple[Term, ...]:
    """The list that follows «cette instance :» or «il a pour rôle de :»."""
    head = sentences[place]
    if not head.words.endswith(":") or not _POWERS.search(head.words) or lists_members(head.plain):
        return ()
    powers = tuple(item for item in _items(sentences, place) if not _LABEL.match(flat(item)))
    return (CommitteePowers(body=key, powers=powers, source=head.source),) if powers else ()


def _told_powers(
    sentences: tuple[Said, ...], place: int, key: str, bodies: Registry, context: Context
) -> Iterator[CommitteePowers]:
    """What a sentence of the part on governance says that the body does; «il» may be a party named just before."""
    each = sentences[place]
    if each.words.endswith(":") or not _is_home(each):
        return
    before = sentences[place - 1].plain[:40] if place and sentences[place - 1].block is each.block else ""
    if each.words.startswith(("il ", "elle ")) and len(context.keys(before)) == 1:
        return
    powers = told_powers(each.line, each.words, bodies.names[key])
    if powers:
        yield CommitteePowers(body=key, powers=powers, source=each.source)


def _items(sentences: tuple[Said, ...], place: int) -> tuple[str, ...]:
    """The items of the list that a sentence opens."""
    items: list[str] = []
    for other in sentences[place + 1 : place + 20]:
        if other.block is not sentences[place].block or not _same_list(other, sentences[place + 1]):
            break
        items.append(other.line.strip(" ;.,"))
    return tuple(items)


def _same_list(item: Said, first: Said) -> bool:
    """Whether the sentence is an item of the list that `first` opens; a sentence with a body for subject is not."""
    marker, opening = item.paragraph.marker, first.paragraph.marker
    alike = bool(marker) and ("." in marker) == ("." in opening) and marker[0].isdigit() == opening[0].isdigit()
    return alike and not re.match(
        r"(?:un|une|des|leur) |(?:le|la|les) (?:comite|secretariat|presidence|animation)", item.words
    )


def _papers(
    each: Said, bodies: Registry, current: str | None, rules: list[Term], context: Context
) -> Iterator[DocumentCirculation]:
    """Papers sent before the meetings of a body: the one named after the delay, else the one spoken of."""
    known = [key for mention in candidates(each.line) if (key := bodies.find(mention.name))]
    body = known[-1] if known else current
    papers = sent(each.marked, each.line) if body else ()
    if body is None or not papers:
        return
    secretary = next((rule for rule in reversed(rules) if isinstance(rule, SecretariatRule)), None)
    near = secretary if re.match(r"(?:celui-ci|celle-ci|il|elle|a ce titre|le secretariat)\b", each.words) else None
    who = _sender(each, near) if near else sender(each.line)
    holders = near.holders if near else context.keys(who)
    for one in papers:
        yield DocumentCirculation(
            body=body,
            delay=one.delay,
            documents=one.papers,
            sender=who if near or holders else "",
            holder=holders[0] if len(holders) == 1 else "",
            source=each.source,
        )


def _sender(each: Said, secretary: SecretariatRule) -> str:
    """«Celui-ci» is the secretariat itself; «elle» is who keeps it."""
    if re.match(r"(?:celui-ci|le secretariat)\b", each.words):
        return "le secrétariat technique" if secretary.technical else "le secrétariat"
    return secretary.words


def _referents(sentences: tuple[Said, ...]) -> Iterator[Referents]:
    first = next((each for each in sentences if named(each.words)), None)
    if first:
        yield Referents(purpose=purpose(first.line), source=first.source)
