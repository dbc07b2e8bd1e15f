"""How the convention may end before its term, and what then becomes of commitments."""

from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.delays import Delay
from convenir.core.terms import Term
from convenir.core.terms.termination import (
    AutomaticTermination,
    Clock,
    Form,
    Ground,
    TerminationAtWill,
    TerminationEffects,
    TerminationForDefault,
    TerminationForIllegality,
    TerminationOnGround,
)
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import Outline
from convenir.reader.passages import Said, about_another
from convenir.reader.wordings.definitions import spelled_out
from convenir.reader.wordings.holders import everybody
from convenir.reader.wordings.lifetime.renewal_words import denunciation
from convenir.reader.wordings.termination.after_end import DAMAGES, effects
from convenir.reader.wordings.termination.notices import clock, form
from convenir.reader.wordings.termination.termination_words import (
    agents,
    at_term,
    formal_notice,
    grounds,
    named,
    notice,
)
from convenir.reader.wordings.termination.ways_out import EFFECT, Way, ways

_CONSEQUENCE = Shape(r"\beffets?|\bconsequences?|\bsuites?")
_EARLY_END = Shape(r"\b(?:resiliation|denonciation|retrait|fin anticipee)\b")
_UNDERTAKEN = Shape(r"\bengagements (?:anterieurs|en cours|deja pris|pris|souscrits)\b")
_SAME_RIGHT = Shape(r"\b(?:meme|memes) (?:faculte|droit|possibilite)|\breciproquement\b")
_SAME_DELAY = Shape(r"\b(?:meme|memes) (?:delais?|conditions|preavis)")
_SAME_FORM = Shape(r"\b(?:meme|memes|identique\w*) (?:formes?|conditions|modalites|delais|voie)|\bdans les memes")
# All of them at once, without notice nor form: no party acts alone.
_ALL = Shape(r"\bles (?:deux )?(?:parties|signataires|partenaires) (?:peuvent|pourront)\b")
_AT_ONCE = Shape(r"\bsans (?:aucun )?(?:preavis|delai)\b")
_NO_FORM = Shape(r"\bsans (?:preavis,? (?:ni|et sans) )?(?:aucune |autre )?formalites?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a notice, or a formal notice, is given."""

    delay: Delay | None = None
    clock: Clock | None = None
    form: Form | None = None


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """Each way out of this convention, then what follows a termination."""
    sentences = tuple(each for each in spelled_out(context.said) if not about_another(each.words))
    yield from _without_bare(tuple(_ways_out(outline, sentences, context)))
    yield from _effects(sentences)


def _without_bare(found: tuple[Term, ...]) -> Iterator[Term]:
    """Without the faculty that is only spoken of again, where another sentence gives it with its notice or its form."""
    told = any(isinstance(one, TerminationAtWill) and (one.notice or one.form) for one in found)
    for one in found:
        bare = isinstance(one, TerminationAtWill) and not (one.notice or one.form or one.by or one.at_term)
        if not (bare and told):
            yield one


def _ways_out(outline: Outline, sentences: tuple[Said, ...], context: Context) -> Iterator[Term]:
    last = Manner()
    for way in ways(outline, sentences):
        found = _grounds(way)
        for ground in found:
            how = _manner(way, ground, last)
            if ground is Ground.MUTUAL and len(found) > 1:
                # «… ou, avec un préavis de trois mois, à la demande de l'une d'elles»: the notice is of the other way.
                how = Manner()
            term = _term(way, ground, how, context)
            if term:
                yield term
            last = how


def _grounds(way: Way) -> tuple[Ground, ...]:
    return (Ground.UNILATERAL,) if way.at_term else grounds(way.words.words)


def _manner(way: Way, ground: Ground, last: Manner) -> Manner:
    """Delay, clock and form of a notice; «dans le même délai», «en la même forme» are those of the clause before."""
    words = way.words.words
    delay, starts, sent = notice(way.words, ground), clock(words), form(words)
    if way.at_term:
        delay = denunciation(way.words) or delay
    if _AT_ONCE.search(words) and not formal_notice(words):
        # After a formal notice, only what follows its delay comes at once.
        delay = None
    if delay is None and _SAME_DELAY.search(words):
        delay, starts = last.delay, starts or last.clock
    if sent is None and _SAME_FORM.search(words):
        sent = last.form
    if sent is None and _NO_FORM.search(words) and not formal_notice(words):
        sent = Form.NONE
    return Manner(delay=delay, clock=starts, form=sent)


def _term(way: Way, ground: Ground, how: Manner, context: Context) -> Term | None:
    words = way.words.words
    by = () if _SAME_RIGHT.search(words) else agents(way.opening, context)
    formal = formal_notice(words)
    match ground:
        case Ground.NO_AMENDMENT:
            return AutomaticTermination(by=by, source=way.source)
        case Ground.BREACH:
            return TerminationForDefault(
                cure=how.delay, by=by, clock=how.clock, form=how.form, formal_notice=formal, source=way.source
            )
        case Ground.UNLAWFUL:
            return TerminationForIllegality(
                cure=how.delay, by=by, clock=how.clock, form=how.form, formal_notice=formal, source=way.source
            )
        case Ground.UNILATERAL if _nobody(way, how, by):
            return None
        case Ground.UNILATERAL:
            return TerminationAtWill(
                notice=how.delay, by=by, clock=how.clock, form=how.form, at_term=way.at_term or at_term(words),
                title_ground=named(way.heading) or named(way.title), source=way.source,
            )  # fmt: skip
        case _:
            # The writing that a mutual end asks for is no form: there is no letter to send.
            return TerminationOnGround(
                ground=ground,
                notice=how.delay,
                by=by,
                form=None if ground is Ground.MUTUAL else how.form,
                source=way.source,
            )


def _nobody(way: Way, how: Manner, by: tuple[str, ...]) -> bool:
    """Whether no party gets the power to leave alone: none is named, or all act together."""
    unnamed = how.delay is None and not by and not everybody(way.opening)
    return unnamed or (how == Manner() and _ALL.search(way.opening) is not None)


def _tells_effects(each: Said) -> bool:
    """Whether the sentence, or the title above it, is about what follows an early end."""
    if EFFECT.search(each.words) or _CONSEQUENCE.search(each.heading):
        return True
    told = _UNDERTAKEN.search(each.words) or _CONSEQUENCE.search(each.title)
    return told is not None and _EARLY_END.search(each.title) is not None


def _effects(sentences: tuple[Said, ...]) -> Iterator[TerminationEffects]:
    found = [each for each in sentences if _tells_effects(each)]
    stated = next((each for each in found if effects(each.words)), None)
    if stated is None:
        return
    after = effects(stated.words)
    damages = any(DAMAGES.search(each.words) for each in found)
    if after:
        yield TerminationEffects(after=after, damages=damages, source=stated.source)
