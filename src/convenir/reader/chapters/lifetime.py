"""How texts say when the convention starts, when it ends and how it is renewed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from convenir.core.delays import Days, Delay, Months, Years, months_of
from convenir.core.terms import Term
from convenir.core.terms.lifetime import Duration, Mode, Renewal, Start
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said, about_another, at_home
from convenir.reader.wordings.definitions import spelled_out
from convenir.reader.wordings.lifetime.duration_words import Span, span
from convenir.reader.wordings.lifetime.renewal_words import (
    RENEWED,
    SUBJECT,
    WHOLE_LIFE,
    Ceiling,
    ceiling,
    denunciation,
    elliptic,
    mode,
    step,
)
from convenir.reader.wordings.termination.notices import form
from convenir.reader.wordings.termination.termination_words import FOREIGN, HOME, THIS, names_another

_HOME = Shape(
    r"\b(?:durees?|entree en vigueur|prise d'effet|date d'effet|validite|terme|echeance|vie de la|calendrier|temps"
    r"|combien de temps|periode|renouvellement|reconduction|prolongation|prorogation|jusqu'a quand|depuis quand"
    r"|donner effet)\b"
)

# «Le présent acte est conclu pour un an. Il est reconductible.»
_IT = Shape(
    r"il (?:est (?!(?:ici |expressement |toutefois )?(?:precise|rappele|convenu|entendu|indique|stipule|prevu|note) qu)"
    r"|sera|peut|pourra|se|ne)\b"
)
_ACT = Shape(
    r"\b(?:acte|accord|protocole|contrat|avenant)\b[^.;]{0,60}\b(?:conclu|etabli|valable|prend effet|entre en)\b"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The duration and the renewal of this convention."""
    passages = tuple(each for each in spelled_out(context.said) if not about_another(each.words))
    lifetime = duration(passages)
    if lifetime:
        yield lifetime
    renewed = renewal(passages, lifetime)
    if renewed is None:
        return
    if lifetime is None and renewed.step and renewed.mode is Mode.TACIT:
        # «renouvelable chaque année»: the first period lasts as long as each of the next.
        yield Duration(start=Start.SIGNATURE, start_stated=False, span=renewed.step, source=renewed.source)
    yield renewed


def duration(passages: tuple[Said, ...]) -> Duration | None:
    """Start and end, from the article on duration if there is one, else from the sentences that name the convention."""
    here = tuple(passage for passage in passages if at_home(passage, _HOME))
    elsewhere = tuple(passage for passage in passages if _speaks_of_life(passage.words))
    found = _duration(here)
    if found is None or not (found.ends_on or found.span or _blank(here)):
        return _duration((*here, *elsewhere))
    return found if found.start_stated else _started(found, elsewhere)


def _started(found: Duration, elsewhere: tuple[Said, ...]) -> Duration:
    """With the start that a sentence about this very act states in another article."""
    parts = (span(passage.marked) for passage in elsewhere if THIS.search(passage.words))
    start = next((part for part in parts if part.start), None)
    if start is None or start.start is None:
        return found
    return replace(
        found, start=start.start, start_stated=True, starts_on=start.starts_on, stated_date=start.stated_date
    )


def _blank(passages: tuple[Said, ...]) -> bool:
    return any(span(passage.marked).blank for passage in passages)


_LIFE = Shape(
    r"\b(?:conclue?s?|etablie?s?|signee?s? pour|faite? pour|valables?|valide|va(?:ut|lent|udra|udrait)|commence|dure"
    r"|demarre"
    r"|s'applique|pre(?:nd|ndra|ndrait|nnent|ndront) (?:effet|fin)|s'arrete|se termine|s'etein(?:t|dra)|prolong|prorog"
    r"|(?:reste|demeure)\w* (?:en vigueur|applicable)|cesse(?:ra)? (?:de produire|d'avoir|ses effets)|oblige"
    r"|produi(?:t|sent|ra) (?:ses |leurs )?effets?|(?:lie|engage) les|entre(?:nt|ra|rait)? en (?:vigueur|application)"
    r"|expire(?:ra|rait)?|court|s'acheve(?:ra|rait)?|s'etend(?:ra)?"
    r"|(?:vien(?:t|dra)|arrive(?:ra)?) a (?:expiration|echeance|(?:son )?terme))"
)
_ITS_LIFE = Shape(
    r"\bproduit (?:ses )?effets?\b|\b(?:terme|echeance) de la convention\b|^(?:conclue|signee) (?:pour|le)"
    r"|\bdebute(?:ra)?\b|^(?:la duree de la (?:presente )?(?:convention|charte|ctg)|(?:sa|leur) (?:duree|validite)"
    r"|son (?:terme|echeance))\b|\bduree de la (?:presente )?convention\b"
)
_NAMED = r"\b(?:convention|elle|ctg|charte|contrat|accord|avenant|protocole|presentes)\b"
_ACT_NAMED = Shape(_NAMED)
_ACT_NAMED_BEFORE = re.compile(rf"{_NAMED}[^.]{{0,120}}?$")


def _speaks_of_life(words: str) -> bool:
    """Whether the sentence tells how long an act lives: the verb, with the act named before it."""
    return bool(_ITS_LIFE.search(words) or _names_what_lives(words)) and not names_another(words)


def _names_what_lives(words: str) -> bool:
    """Whether the act is named before the verb; most sentences name none, and need no look at their verbs."""
    verbs = _LIFE.finditer(words) if _ACT_NAMED.search(words) else ()
    return any(_ACT_NAMED_BEFORE.search(words[: verb.start()]) for verb in verbs)


def _duration(passages: tuple[Said, ...]) -> Duration | None:
    # What names the convention comes before what only stands under the title: the calendar of an action, an event.
    ordered = sorted(passages, key=lambda passage: not _speaks_of_life(passage.words))
    stated = [(passage, span(passage.marked)) for passage in ordered]
    starts = [(passage, part) for passage, part in stated if part.start]
    # An effect that goes back comes before the day from which the length is counted.
    back = next((one for one in starts if "retroacti" in one[0].words and one[1].starts_on), None)
    starting = back or next(iter(starts), None)
    ending = next(((passage, part) for passage, part in stated if part.ends), None)
    principal = ending or starting
    if principal is None:
        return None
    start = starting[1] if starting else Span()
    return Duration(
        start=start.start or Start.SIGNATURE,
        start_stated=start.start is not None,
        starts_on=start.starts_on,
        stated_date=start.stated_date,
        ends_on=next((part.ends_on for _, part in stated if part.ends_on), None),
        span=next((part.span for _, part in stated if part.span), None),
        inclusive=re.search(r"\binclus", principal[0].words) is not None,
        left_blank=not any(part.ends_on or part.span for _, part in stated) and any(part.blank for _, part in stated),
        source=principal[0].source,
    )


def renewal(passages: tuple[Said, ...], lifetime: Duration | None) -> Renewal | None:
    """The renewal clause: a mode that lets the convention go on is preferred to one that excludes another."""
    modes = [(passage, kind) for passage in passages if (kind := _mode_of(passages, passage))]
    chosen = next(((passage, kind) for passage, kind in modes if kind is not Mode.NONE), None) or next(
        iter(modes), None
    )
    if chosen is None:
        return None
    passage, kind = chosen
    if kind is not Mode.TACIT:
        return _untold(passage, kind, lifetime)
    following = _following(passages, passage)
    first = _first_period(lifetime)
    # Without a step of its own, a tacit renewal lasts as long as the first period.
    each = next((found for near in following if (found := step(near.marked, first))), first)
    limits = [ceiling(near.marked, first or each, each) for near in following]
    limit = next((found for found in limits if found.total and not _shorter(found.total, first)), Ceiling())
    notice = next((near for near in following if denunciation(near.marked)), None)
    return Renewal(
        mode=kind,
        step=each,
        ceiling=limit.total,
        ceiling_alternative=limit.alternative,
        denunciation=denunciation(notice.marked) if notice else None,
        form=form(notice.words) if notice else None,
        source=passage.source,
    )


def _shorter(total: Delay, first: Delay | None) -> bool:
    """Whether a limit is no longer than the first period: it then limits the prolongation alone."""
    if first is None or isinstance(first, Days) or isinstance(total, Days):
        return False
    return months_of(total) <= months_of(first)


def _first_period(lifetime: Duration | None) -> Delay | None:
    """The length of the first period, as written or counted between its two days when they make whole months."""
    if lifetime is None or lifetime.span or not isinstance(lifetime.starts_on, date) or lifetime.ends_on is None:
        return lifetime.span if lifetime else None
    following = lifetime.ends_on + timedelta(days=1)
    months = (following.year - lifetime.starts_on.year) * 12 + following.month - lifetime.starts_on.month
    if following.day != lifetime.starts_on.day or months <= 0:
        return None
    return Months(count=months) if months % 12 else Years(count=months // 12)


def _untold(passage: Said, kind: Mode, lifetime: Duration | None) -> Renewal:
    """A renewal that waits for an act, or none: step and ceiling matter where the text states them."""
    words = passage.marked
    first = _first_period(lifetime)
    each = step(words, first) if kind is Mode.EXPRESS else None
    limited = kind is Mode.EXPRESS and WHOLE_LIFE.search(words.words) is not None
    total = ceiling(words, first, each).total if limited else None
    return Renewal(
        mode=kind,
        step=each,
        ceiling=total if total and not _shorter(total, first) else None,
        obscure=kind is Mode.EXPRESS and elliptic(words.words),
        source=passage.source,
    )


def _mode_of(passages: tuple[Said, ...], passage: Said) -> Mode | None:
    words = passage.words
    if not RENEWED.search(words) or not _of_this_act(passage):
        return None
    if _IT.match(words):
        return mode(words) if _of_an_act(passages, passage) else None
    return mode(words) if SUBJECT.search(words) or at_home(passage, _HOME) else None


def _of_this_act(passage: Said) -> bool:
    """Whether the sentence may speak of this convention, not of the lease or the policy that an article mentions."""
    if THIS.search(passage.words):
        return True
    apart = passage.block.kind is BlockKind.ANNEX or bool(passage.paragraph.marker)
    return FOREIGN.search(passage.words) is None and (at_home(passage, HOME) or not apart)


def _of_an_act(passages: tuple[Said, ...], passage: Said) -> bool:
    """Whether «il» means the act whose life the sentence before states."""
    place = passages.index(passage)
    return place > 0 and passages[place - 1].block is passage.block and bool(_ACT.search(passages[place - 1].words))


def _following(passages: tuple[Said, ...], passage: Said) -> tuple[Said, ...]:
    """The sentence and those of the same article that go on speaking of renewal."""
    place = passages.index(passage)
    near = passages[place + 1 : place + 5]
    return (
        passage,
        *(
            other
            for other in near
            if other.block is passage.block and re.search(r"renouvel|recondu|denonc|periode|duree totale", other.words)
        ),
    )
