"""How texts say when the convention starts, when it ends and how it is renewed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from convenir.core.delays import Delay, Months, Years
from convenir.core.terms import Term
from convenir.core.terms.lifetime import Duration, Mode, Renewal, Start
from convenir.reader.context import Context
from convenir.reader.duration_words import Span, span
from convenir.reader.notices import form
from convenir.reader.outline import Outline
from convenir.reader.passages import Said, about_another, at_home
from convenir.reader.renewal_words import (
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
from convenir.reader.shapes import Shape

_HOME = Shape(r"\b(?:durees?|entree en vigueur|prise d'effet|date d'effet|validite|terme|echeance|vie de la)\b")

# «Le présent acte est conclu pour un an. Il est reconductible.»
_IT = Shape(r"il (?:est|sera|peut|pourra|se|ne)\b")
_ACT = Shape(
    r"\b(?:acte|accord|protocole|contrat|avenant)\b[^.;]{0,60}\b(?:conclu|etabli|valable|prend effet|entre en)\b"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The duration and the renewal of this convention."""
    passages = tuple(each for each in context.said if not about_another(each.words))
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
    if found and (found.ends_on or found.span or _blank(here)):
        return found
    return _duration((*here, *elsewhere))


def _blank(passages: tuple[Said, ...]) -> bool:
    return any(span(passage.marked).blank for passage in passages)


_LIFE_VERBS = Shape(
    r"\b(?:convention|elle|ctg|charte|contrat|accord|avenant)\b[^.]{0,120}?\b(?:conclue?|etablie?"
    r"|valable|prend(?:ra)? (?:effet|fin)"
    r"|entre(?:ra)? en vigueur|duree|expire(?:ra)?|court|s'acheve(?:ra)?|s'etend(?:ra)?|prolong|prorog)|^conclue"
)


def _speaks_of_life(words: str) -> bool:
    return _LIFE_VERBS.search(words) is not None


def _duration(passages: tuple[Said, ...]) -> Duration | None:
    stated = [(passage, span(passage.marked)) for passage in passages]
    starting = next(((passage, part) for passage, part in stated if part.start), None)
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
    limit = next((found for found in limits if found.total), Ceiling())
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
    return Renewal(
        mode=kind,
        step=each,
        ceiling=ceiling(words, first, each).total if limited else None,
        obscure=kind is Mode.EXPRESS and elliptic(words.words),
        source=passage.source,
    )


def _mode_of(passages: tuple[Said, ...], passage: Said) -> Mode | None:
    words = passage.words
    named = SUBJECT.search(words) or (_IT.match(words) and _of_an_act(passages, passage))
    if not named or not RENEWED.search(words):
        return None
    return mode(words)


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
