"""How texts say that the convention may end before its term, and what then becomes of commitments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.delays import Delay
from convenir.core.source import Source
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
from convenir.reader.after_end import DAMAGES, effects
from convenir.reader.context import Context
from convenir.reader.holders import everybody
from convenir.reader.marking import Marked, T, marked
from convenir.reader.notices import clock, form
from convenir.reader.outline import Outline
from convenir.reader.passages import Said, about_another
from convenir.reader.shapes import Shape

_END = (
    r"(?:resili\w+|denonc\w+|mettre (?:un terme|fin)(?! aux (?!presentes|relations|engagements))"
    r"|mise? (?:a )?(?:un terme|fin)|met(?:tra)? fin"
    r"|prendre fin|rompre|rompue?|se retirer|retrait"
    r"|y renoncer(?=[^.]*(?:preavis|prevenant|avertissant|lettre|recommande))"
    r"|quitter (?:le (?:reseau|partenariat|dispositif)|la (?:convention|charte|demarche)|l'accord)"
    r"|(?:s'opposer|renoncer) a (?:la|sa|cette|toute) (?:tacite )?(?:reconduction|prolongation|prorogation))"
)
_MAY = (
    r"(?:peut|pourra|peuvent|pourront|sera|seront|est|entrainer\w*|entraine|faculte|reserve|droit"
    r"|possibilite|decid\w+|souhait\w+"
    r"|autorise (?=chaque|chacune?|l'une|les parties|toute partie|une partie))"
)
_POWER = Shape(
    rf"\b{_MAY}\b[^.]{{0,140}}?\b{_END}|\b(?:resiliation|denonciation"
    rf"|retrait)\b[^.]{{0,80}}?\b(?:peut|pourra|intervien\w+|doit|devra|prononce\w*|initiative"
    rf"|est (?:possible|notifiee)|s'effectue|se fait|par l'une)|\b{_END}[^.]{{0,60}}? par (?:l'une"
    r"|chacune|chaque|la caf)|\bprend(?:ra)? fin (?:de plein droit|sans|immediatement)\b"
    r"|\b(?:peut|pourra) (?:egalement |aussi )?l'etre\b|\bresiliation (?:d'un commun accord|amiable) "
)
_MORE = Shape(
    r"\bmeme (?:faculte|droit)|\bpreavis|denonciation|resiliation|\blettre|\bcourrier"
    r"|mise en demeure|met en demeure|\bdelai\b|\bnotifi|\bmanquement"
)
_EFFECT = Shape(
    r"\b(?:resiliation|denonciation|fin anticipee|rupture|resiliee|retrait)\b.*\b(?:engagements?"
    r"|actions (?:engagees|en cours)|arret|dommages|indemnit\w+|obligations contract)"
    r"|\b(?:engagements?|actions (?:engagees|en cours|commencees))\b.*\b(?:resiliation"
    r"|denonciation|fin anticipee|rupture|retrait)\b"
)
_UNLESS = Shape(r"\b(?:sauf|sous reserve de|a defaut de|faute de) denonciation|\bsauf a etre denonce")
_CONSEQUENCE = Shape(r"\beffets?|\bconsequences?|\bsuites?")

_NO_AMENDMENT = Shape(
    r"\bmodifi[^.]{0,160}\bsans [^.]{0,60}\bavenant|\bsans [^.]{0,40}\bavenant[^.]{0,80}\bmodifi"
    r"|\bmodifi[^.]{0,60}unilateral"
)
_UNLAWFUL = Shape(
    r"\binfractions?\b|\benfrein|\bviolation (?:de la|des|d'une) (?:loi|reglement"
    r"|disposition\w* legal)|\bmeconnai\w+ (?:la|des|les) (?:loi|reglement)"
    r"|\bcontraires? (?:a la|aux?) (?:loi|reglement|dispositions leg)"
)
_BREACH = Shape(
    r"\bnon-? ?(?:respect|execution|observation|realisation)\b|\bmanque(?:ments?|r)?\b"
    r"|\binexecution|\bdefaillan|\binobservation|\bpour faute|\bfautes? (?:grave|lourde)s?"
    r"|\bdefaut d'execution|\bdefaut de respect|\bne satisfait"
    r"|\bne respect|\bn'execut|\bne remplit? pas|\bne tient pas|\bviolation d"
)
_MAJEURE = Shape(r"\bforce majeure\b")
_INTEREST = Shape(r"\binterets? (?:general|public)\b")
_MUTUAL = Shape(
    r"\b(?:d'un|de|d'|par) commun accord|\baccord mutuel|\bmutuel accord|\bconsentement mutuel"
    r"|\ba l'amiable|\bamiable(?:ment)?\b"
    r"|\baccord (?:ecrit |expres |conjoint )?(?:entre les|des) (?:deux )?(?:parties|signataires"
    r"|partenaires)|\bconjointement par les parties"
    r"|\b(?:parties|signataires|partenaires) (?:peuvent|pourront)[^.;]{0,40}?\b(?:ensemble|convenir|s'accorder"
    r"|s'entendre)\b(?:(?!avant)[^.;]){0,30}?\b(?:de|pour|d'y) (?:y )?(?:mettre|cesser|resilier|rompre|denoncer)"
)
_NO_ACCORD = Shape(r"\b(?:a defaut|faute|en l'absence) d'(?:un )?accord[^,.;]{0,40}")
_OR_BEFORE = Shape(r"\b(?:ou|soit)(?: encore| bien)? $")
_OR = Shape(r"(?: (?:entre|des) (?:les )?(?:deux )?(?:parties|signataires|partenaires))?,? ?(?:ou|soit)\b")
_GROUNDS = (
    (Ground.NO_AMENDMENT, _NO_AMENDMENT),
    (Ground.UNLAWFUL, _UNLAWFUL),
    (Ground.FORCE_MAJEURE, _MAJEURE),
    (Ground.PUBLIC_INTEREST, _INTEREST),
    (Ground.BREACH, _BREACH),
    (Ground.MUTUAL, _MUTUAL),
    (Ground.BREACH, Shape(r"(?<!sans )(?<!prealable )\bmises? en demeure|\bmet(?:tra)? en demeure")),
)
_CONDITION = Shape(
    r"\b(?:de plein droit|dans le cas|dans l'hypothese|au cas|lorsqu|en cas d(?:e |')(?!resil"
    r"|denonc|besoin|volonte|rupture)|si (?!elle|l'une|une? des|besoin))"
)

_NOTICES = (
    Shape(rf"\b(?:preavis|prevenance|delai|prevenant|prevenir|avertissant|avance)\b[^.;]{{0,90}}?{T}"),
    Shape(rf"{T}[^.;]{{0,50}}?\b(?:a l'avance|avant|preavis|prealable|d'avance|apres|suivant)\b"),
    Shape(T),
)
_AT_TERM = Shape(
    r"<t\d+>(?: \w+){0,3} avant (?:l'|la |le |son |sa |chaque |toute )?(?:date )?(?:d'|de |de l'"
    r"|de la |du )?(?:son |sa )?"
    r"(?:echeance|terme|expiration|fin\b|anniversaire|renouvellement|reconduction|date anniversaire|periode|annee)"
    r"|<t\d+> avant le [a-z0-9 ]{3,20} de chaque annee"
    r"|\ba (?:chaque|la|sa|l'|chacune de ses) ?(?:dates? )?(?:d'|de l')?(?:anniversaire|echeance)"
    r"|\b(?:a l'issue|au terme|a la fin|a l'expiration) de chaque"
)
_AGENT = Shape(
    r"\b(?:resili\w+|denonc\w+|fin)\b[^,;.]{0,70}?\b(?:par|a l'initiative de|a la demande de) ((?:l')?[^,;.]{3,60})"
)
_SUBJECT = Shape(
    r"(?:^|[,;:] )([^,;:]{2,70}?) (?:peut|pourra|se reserve|a la faculte|a le droit|est en droit|dispose|aura la)\b"
)
_SAME_RIGHT = Shape(r"\b(?:meme|memes) (?:faculte|droit|possibilite)|\breciproquement\b")
_SAME_DELAY = Shape(r"\b(?:meme|memes) (?:delais?|conditions|preavis)")
_SAME_FORM = Shape(r"\b(?:meme|memes|identique\w*) (?:forme|conditions|modalites|delais|voie)|\bdans les memes")
# All of them at once, without notice nor form: no party acts alone.
_ALL = Shape(r"\bles (?:deux )?(?:parties|signataires|partenaires) (?:peuvent|pourront)\b")
_AT_ONCE = Shape(r"\bsans (?:aucun )?(?:preavis|delai)\b")
_NO_FORM = Shape(r"\bsans (?:aucune |autre )?formalites?\b")
_FORMAL_NOTICE = Shape(
    r"\b(?:mise en demeure|met(?:tra)? en demeure|mettre en demeure|mettre l'autre partie en demeure)\b"
)
_WITHOUT = Shape(r"\bsans (?:\w+ ){0,5}?mise en demeure|\bsans qu'il soit besoin[^.]{0,40}mise en demeure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Sentences that open one way out of the convention, read together."""

    words: Marked
    opening: str
    heading: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a notice, or a formal notice, is given."""

    delay: Delay | None = None
    clock: Clock | None = None
    form: Form | None = None


def grounds(words: str) -> tuple[Ground, ...]:
    """The grounds that the words name; unilateral when a party may leave without a ground.

    >>> grounds("en cas de manquement, la convention peut etre resiliee de plein droit <t0> apres mise en demeure")
    (<Ground.BREACH: 'breach'>,)
    >>> grounds("chaque partie peut la denoncer avec un preavis de <t0>")
    (<Ground.UNILATERAL: 'unilateral'>,)
    >>> grounds("elle prend fin d'un commun accord, ou par denonciation de l'une des parties avec un preavis de <t0>")
    (<Ground.MUTUAL: 'mutual'>, <Ground.UNILATERAL: 'unilateral'>)
    >>> grounds("les partenaires peuvent aussi s'entendre par ecrit pour mettre fin au present accord")
    (<Ground.MUTUAL: 'mutual'>,)
    """
    words = _NO_ACCORD.sub("", words)
    mutual = _MUTUAL.search(words)
    # «d'un commun accord, ou par l'une des parties…»: two ways in one sentence.
    if mutual and _OR.match(words, mutual.end()):
        return (Ground.MUTUAL, *grounds(words[mutual.end() :]))
    if mutual and _OR_BEFORE.search(words, 0, mutual.start()):
        return (*grounds(words[: mutual.start()]), Ground.MUTUAL)
    named = next((ground for ground, shape in _GROUNDS if shape.search(words)), None)
    if named:
        return (named,)
    return () if _CONDITION.search(words) else (Ground.UNILATERAL,)


def agents(words: str, context: Context) -> tuple[str, ...]:
    """Who may end it: party keys; empty is each party.

    >>> from convenir.core.terms.parties import PartyClause, PartyKind
    >>> here = Source(text="convention", article="parties")
    >>> known = Context(parties=(PartyClause(key="caf", name="Caf", kind=PartyKind.CAF, source=here),))
    >>> agents("les infractions d'une partie aux lois entrainent la resiliation par la caf, apres <t0>", known)
    ('caf',)
    >>> agents("elle peut etre resiliee par l'une ou l'autre des parties, par courrier", known)
    ()
    """
    for shape in (_AGENT, _SUBJECT):
        for found in shape.finditer(words):
            if everybody(found[1]):
                return ()
            keys = context.keys(found[1])
            if keys:
                return () if len(keys) > 1 and len(keys) == len(context.parties) else keys
    return ()


def notice(words: Marked) -> Delay | None:
    """The notice, or the time left to cure a breach.

    >>> notice(marked("moyennant un préavis de six mois"))
    Months(count=6)
    """
    return next((delay for shape in _NOTICES if (delay := words.delay(shape))), None)


# --- the chapter ---------------------------------------------------------------------------------------------


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """Each way out of this convention, then what follows a termination."""
    sentences = tuple(each for each in context.said if not about_another(each.words))
    last = Manner()
    for way in ways(outline, sentences):
        how = _manner(way, last)
        for ground in grounds(way.words.words):
            term = _term(way, ground, how, context)
            if term:
                yield term
        last = how
    yield from _effects(sentences)


def _manner(way: Way, last: Manner) -> Manner:
    """Delay, clock and form of a notice; «dans le même délai», «en la même forme» are those of the clause before."""
    words = way.words.words
    delay, starts, sent = notice(way.words), clock(words), form(words)
    if delay is None and _SAME_DELAY.search(words):
        delay, starts = last.delay, starts or last.clock
    if sent is None and _SAME_FORM.search(words):
        sent = last.form
    if sent is None and _NO_FORM.search(words) and not _FORMAL_NOTICE.search(words):
        sent = Form.NONE
    return Manner(delay=delay, clock=starts, form=sent)


def ways(outline: Outline, sentences: tuple[Said, ...]) -> Iterator[Way]:
    """The ways out: a sentence that gives the power, with the sentences around it that complete it."""
    taken: set[int] = set()
    for place, each in enumerate(sentences):
        if place in taken or not _opens(each):
            continue
        if each.words.endswith(":"):
            yield from _listed(sentences, place)
            continue
        following = _after(sentences, place)
        taken.update(range(place + 1, place + 1 + len(following)))
        yield _way(outline, each, _before(sentences, place), following)


def _opens(each: Said) -> bool:
    words = each.words
    if _EFFECT.search(words) and not _POWER.search(words.split(" engagements", 1)[0]):
        return False
    if _UNLESS.search(words):
        return "<t" in words
    return _POWER.search(words) is not None and not is_heading_only(each)


def is_heading_only(each: Said) -> bool:
    """A sub-heading («Résiliation sans mise en demeure») gives no power by itself."""
    return len(each.words) < 100 and each.words == each.heading and not each.words.endswith(":")


def _before(sentences: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Sentences of the same paragraph that lead to the power: the breach and the formal notice."""
    kept: list[Said] = []
    for other in reversed(sentences[max(0, place - 2) : place]):
        same = other.paragraph is sentences[place].paragraph
        if not same or _opens(other) or not (_FORMAL_NOTICE.search(other.words) or _BREACH.search(other.words)):
            break
        kept.insert(0, other)
    return tuple(kept)


def _after(sentences: tuple[Said, ...], place: int) -> tuple[Said, ...]:
    """Sentences that go on: same article, about the notice or its form, before another power opens."""
    kept: list[Said] = []
    for other in sentences[place + 1 : place + 4]:
        elsewhere = other.block is not sentences[place].block or other.heading != sentences[place].heading
        if elsewhere or _EFFECT.search(other.words):
            break
        if _names_event(other.words) and not _names_event(sentences[place].words):
            break
        if (_opens(other) and not _completes(other, sentences[place])) or not _MORE.search(other.words):
            break
        kept.append(other)
    return tuple(kept)


def _names_event(words: str) -> bool:
    """Whether the sentence names what opens a way out of its own."""
    return _MAJEURE.search(words) is not None or _INTEREST.search(words) is not None


def _completes(other: Said, opening: Said) -> bool:
    """«La dénonciation doit être notifiée par lettre…» says how: it completes an opening without notice."""
    how = re.match(r"(?:(?:la|cette|toute) (?:resiliation|denonciation|decision)|elle)\b", other.words)
    return how is not None and "<t" not in opening.words


def _way(outline: Outline, each: Said, before: tuple[Said, ...], after: tuple[Said, ...]) -> Way:
    together = (*before, each, *after)
    same = [other for other in together if other.paragraph is each.paragraph]
    first, last = same[0].source, same[-1].source
    ground = each.source
    if first.start is not None and last.end is not None:
        ground = outline.ground(each.block, first.start, last.end, each.paragraph.number)
    return Way(
        words=marked(" ".join(other.raw for other in together)), opening=each.words, heading=each.heading, source=ground
    )


def _listed(sentences: tuple[Said, ...], place: int) -> Iterator[Way]:
    """«La convention peut être résiliée :» and one way in each item of the list."""
    head = sentences[place]
    for other in sentences[place + 1 : place + 12]:
        if other.block is not head.block or not other.paragraph.marker:
            return
        words = marked(f"{head.raw.rstrip(' :')} {other.raw}")
        yield Way(words=words, opening=words.words, heading=head.heading, source=other.source)


def _term(way: Way, ground: Ground, how: Manner, context: Context) -> Term | None:
    words = way.words.words
    by = () if _SAME_RIGHT.search(words) else agents(way.opening, context)
    formal = _FORMAL_NOTICE.search(words) is not None and not _WITHOUT.search(words)
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
                notice=how.delay, by=by, clock=how.clock, form=how.form, at_term=_AT_TERM.search(words) is not None,
                title_ground=_title_ground(way.heading), source=way.source,
            )  # fmt: skip
        case _:
            # A mutual end has no notice to send: the writing that it asks for is no form.
            mutual = ground is Ground.MUTUAL
            return TerminationOnGround(
                ground=ground,
                notice=None if mutual or _AT_ONCE.search(words) else how.delay,
                by=by,
                form=None if mutual else how.form,
                source=way.source,
            )


def _nobody(way: Way, how: Manner, by: tuple[str, ...]) -> bool:
    """Whether no party gets the power to leave alone: none is named, or all act together."""
    unnamed = how.delay is None and not by and not everybody(way.opening)
    return unnamed or (how == Manner() and _ALL.search(way.opening) is not None)


def _title_ground(heading: str) -> Ground | None:
    return next((ground for ground, shape in _GROUNDS if shape.search(heading)), None)


def _effects(sentences: tuple[Said, ...]) -> Iterator[TerminationEffects]:
    found = [each for each in sentences if _EFFECT.search(each.words) or _CONSEQUENCE.search(each.heading)]
    stated = next((each for each in found if effects(each.words)), None)
    if stated is None:
        return
    after = effects(stated.words)
    damages = any(DAMAGES.search(each.words) for each in found)
    if after:
        yield TerminationEffects(after=after, damages=damages, source=stated.source)
