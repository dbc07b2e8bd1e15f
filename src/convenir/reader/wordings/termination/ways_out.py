"""The sentences of a text that open each way out of the convention, with those around them that complete it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.source import Source
from convenir.core.terms.termination import Ground
from convenir.reader.french.marking import Marked, marked
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import Outline
from convenir.reader.passages import Said, at_home
from convenir.reader.wordings.lifetime.renewal_words import RENEWED, declined, denunciation, unless
from convenir.reader.wordings.termination.termination_words import (
    HOME,
    ends_itself,
    formal_notice,
    gives_power,
    named,
    speaks_of_fault,
)

_MORE = Shape(
    r"\bmeme (?:faculte|droit)|\bpreavis|denonciation|resiliation|\blettre|\bcourrier"
    r"|mise en demeure|met en demeure|\bdelai\b|\bnotifi|\bmanquement"
)
_EARLY = Shape(
    r"\b(?:fin|resili\w+|rompue?|cess\w+|denonc\w+)\b[^.]{0,80}\b(?:cas|hypotheses?|motifs|suit|suivante?s?)\b"
)
EFFECT = Shape(
    r"\b(?:resiliation|denonciation|fin anticipee|rupture|resiliee|retrait)\b.*\b(?:engagements?"
    r"|actions (?:engagees|en cours)|arret|dommages|indemnit\w+|obligations contract)"
    r"|\b(?:engagements?|actions (?:engagees|en cours|commencees))\b.*\b(?:resiliation"
    r"|denonciation|fin anticipee|rupture|retrait)\b"
)
# «La dénonciation respecte un préavis de trois mois»: how, where another sentence only supposes that it may be.
_HOW = Shape(
    r"^(?:(?:la|cette|toute) (?:denonciation|resiliation)|l'opposition|le retrait|ce retrait)\b[^.]*"
    r"\b(?:adress|notifi|respect|signifi|se fait|est fait|intervient|est possible|est le fait|prend effet|doit|devra)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Sentences that open one way out of the convention, read together.

    `at_term`: a party only keeps the convention from going on after its term.
    """

    words: Marked
    opening: str
    heading: str
    title: str
    at_term: bool = False
    source: Source


def ways(outline: Outline, sentences: tuple[Said, ...]) -> Iterator[Way]:
    """The ways out: a sentence that gives the power, with the sentences around it that complete it."""
    taken: set[int] = set()
    opened: set[tuple[int, str]] = set()
    for place, each in enumerate(sentences):
        here = (each.block.start, each.heading)
        told = _opens(each) or _follows_fault(sentences, place) or (here not in opened and _tells_how(each))
        if place in taken or not (told or _heads_a_list(sentences, place)):
            continue
        opened.add(here)
        if each.words.endswith(":"):
            yield from _listed(sentences, place)
            continue
        following = _after(sentences, place)
        taken.update(range(place + 1, place + 1 + len(following)))
        yield _way(outline, each, _before(sentences, place), following)


def _opens(each: Said) -> bool:
    words = each.words
    opens = _lets_go(each)
    return opens and not (EFFECT.search(words) and not gives_power(words.split(" engagements", 1)[0]))


def _lets_go(each: Said) -> bool:
    words = each.words
    if RENEWED.search(words) and unless(words):
        return denunciation(each.marked) is not None
    if declined(words):
        return "<t" in words
    return gives_power(words) and not _is_heading_only(each)


def _follows_fault(sentences: tuple[Said, ...], place: int) -> bool:
    """«Deux mois après, la convention s'arrête»: the outcome of the formal notice of the sentence before."""
    each, above = sentences[place], sentences[place - 1]
    same = place > 0 and above.paragraph is each.paragraph
    return same and ends_itself(each.words) and formal_notice(above.words)


def _heads_a_list(sentences: tuple[Said, ...], place: int) -> bool:
    """«La convention prend fin, avant son terme, dans les cas suivants :», and the items below."""
    each = sentences[place]
    below = sentences[place + 1 : place + 2]
    listed = each.words.endswith(":") and any(other.paragraph.marker for other in below)
    return listed and (ends_itself(each.words) or _EARLY.search(each.words) is not None)


def _tells_how(each: Said) -> bool:
    return "<t" in each.words and _HOW.search(each.words) is not None and at_home(each, HOME)


def _is_heading_only(each: Said) -> bool:
    """A sub-heading («Résiliation sans mise en demeure») gives no power by itself."""
    return len(each.words) < 100 and each.words == each.heading and not each.words.endswith(":")


def _before(sentences: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Sentences of the same paragraph that lead to the power: the breach and the formal notice."""
    kept: list[Said] = []
    for other in reversed(sentences[max(0, place - 2) : place]):
        same = other.paragraph is sentences[place].paragraph
        if not same or _opens(other) or not speaks_of_fault(other.words):
            break
        kept.insert(0, other)
    return tuple(kept)


def _after(sentences: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Sentences that go on: same article, about the notice or its form, before another power opens."""
    kept: list[Said] = []
    for other in sentences[place + 1 : place + 4]:
        if _stands_apart(other, sentences[place]) or EFFECT.search(other.words):
            break
        if _tells_a_fault(other, sentences[place]):
            break
        if _names_event(other.words) and not _names_event(sentences[place].words):
            break
        if (_opens(other) and not _completes(other, sentences[place])) or not _MORE.search(other.words):
            break
        kept.append(other)
    return tuple(kept)


def _stands_apart(other: Said, opening: Said) -> bool:
    """Whether the sentence is of another article, under another sub-heading or in an item of its own."""
    elsewhere = other.block is not opening.block or other.heading != opening.heading
    return elsewhere or (other.paragraph is not opening.paragraph and bool(other.paragraph.marker))


def _tells_a_fault(other: Said, opening: Said) -> bool:
    """Whether the sentence, in another paragraph, turns to a breach of which the opening says nothing."""
    turned = other.paragraph is not opening.paragraph and speaks_of_fault(other.words)
    return turned and not speaks_of_fault(opening.words)


def _names_event(words: str) -> bool:
    """Whether the sentence names what opens a way out of its own."""
    return named(words) in (Ground.FORCE_MAJEURE, Ground.PUBLIC_INTEREST)


def _completes(other: Said, opening: Said) -> bool:
    """«La dénonciation doit être notifiée par lettre…» says how: it completes an opening without notice."""
    how = re.match(r"(?:(?:la|cette|toute) (?:resiliation|denonciation|decision)|elle)\b", other.words)
    another = named(other.words) not in (None, named(opening.words))
    return how is not None and not another and not ("<t" in opening.words and "<t" in other.words)


def _way(outline: Outline, each: Said, before: tuple[Said, ...], after: tuple[Said, ...]) -> Way:
    together = (*before, each, *after)
    same = [other for other in together if other.paragraph is each.paragraph]
    first, last = same[0].source, same[-1].source
    ground = each.source
    if first.start is not None and last.end is not None:
        ground = outline.ground(each.block, first.start, last.end, each.paragraph.number)
    return Way(
        words=marked(" ".join(other.raw for other in together)),
        opening=each.words,
        heading=each.heading,
        title=each.title,
        at_term=bool(RENEWED.search(each.words)) and (unless(each.words) or declined(each.words)),
        source=ground,
    )


def _listed(sentences: tuple[Said, ...], place: int) -> Iterator[Way]:
    """«La convention peut être résiliée :» and one way in each item of the list."""
    head = sentences[place]
    for other in sentences[place + 1 : place + 12]:
        if other.block is not head.block or not other.paragraph.marker:
            return
        words = marked(f"{head.raw.rstrip(' :')} {other.raw}")
        yield Way(words=words, opening=words.words, heading=head.heading, title=head.title, source=other.source)
