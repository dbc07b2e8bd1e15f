"""The evaluations and reviews that the text makes due, and which body has each in hand."""

from collections.abc import Iterator
from dataclasses import replace

from convenir.core.delays import Delay, Months, months_of
from convenir.core.terms import Term
from convenir.core.terms.evaluation import BodyRole, Evaluation, Moment, Review
from convenir.core.terms.governance import body_key
from convenir.reader.context import Context
from convenir.reader.french.marking import Marked, T
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.outline import Outline
from convenir.reader.passages import Said, about_another, at_home
from convenir.reader.wordings.evaluation.moments import NOUN, Due, due, role
from convenir.reader.wordings.forces import force
from convenir.reader.wordings.governance.body_names import mentions
from convenir.reader.wordings.governance.meeting_words import cadence
from convenir.reader.wordings.lists import list_after

_HOME = Shape(r"\b(?:evaluations?|bilans?|suivi|pilotage|gouvernance|concertation)\b")
_CHAPTER = Shape(r"\b(?:evaluations?|bilans?)\b")
_BOTH_GO_ON = r"^(?:ces|elle|il|celle-ci|celui-ci)\b|\bles resultats\b|\bleurs? resultats\b"
_GOES_ON = {
    False: Shape(rf"\b(?:cette|l'|les) ?evaluations?\b|{_BOTH_GO_ON}"),
    True: Shape(rf"\b(?:ce|le|les) bilans?\b|{_BOTH_GO_ON}"),
}
# «dans les neuf premiers mois»
_FIRST_OF = Shape(r"\bevalu|\bpremier (?:bilan|examen|point d'etape)\b")
_FIRST_MONTHS = Shape(rf"\bpremiere? (?:evaluation|bilan)\b[^.;]{{0,80}}?\b(?:les|des|ses) ({NUMBER}) premiers mois\b")
_FIRST = (
    Shape(
        rf"\bpremiere? (?!annee|reunion|seance|periode|phase|partie|axe|jour)(?:evaluation"
        rf"|bilan)?[^.;]{{0,80}}?(?<!tous les )(?<!toutes les ){T}"
    ),
    Shape(rf"{T}[^.;]{{0,40}}?\bpremiere? (?:evaluation|bilan)"),
)
_WITHIN = Shape(
    r"\b(?:(?:dans|sous)(?: un delai (?:maximal |maximum )?de| les)?"
    rf"|au plus tard) {T}(?! avant)[^.;]{{0,60}}\b(?:suivant|apres|qui suivent|a compter|la fin"
    r"|l'echeance|l'expiration)"
)
_EFFECTS = Shape(r"\beffets?\b|\bimpacts?\b|\bplus-? ?value\b")
# What a report announces of the convention, not what it tells of the past.
_TO_COME = Shape(
    r"\b(?:sera|seront|fera|feront|devra|devront|prevoit|prevoient|(?:est|sont) (?:conduite?s?|menee?s?|realisee?s?))\b"
)
# A body that meets each year does not for that evaluate each year.
_GATHERS = Shape(
    r"\b(?:se reuni\w*|reuni(?:t|ra|s|e|es)?|se tien\w+|siege\w*|se retrouv\w+|se rencontr\w+|se voi\w+|convoque\w*)\b"
)
# «Elle est ensuite renouvelée chaque année», after a first evaluation.
_RENEWED = Shape(
    r"^(?:elle|il|celle-ci|celui-ci|cette evaluation|ce bilan) (?:est|sera|fait|fera|a lieu|aura lieu)\b"
    r"[^.;]{0,40}?\b(?:renouvel|repet|recondui|actualis|mis|realis|men|condui|refait|etabli|lieu|annuel|chaque)"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """Each evaluation and each review that the text makes due, once for each moment."""
    sentences = tuple(
        each
        for each in context.said
        if not about_another(each.words)
        and (not context.reported or at_home(each, _HOME) or _TO_COME.search(each.words))
    )
    found: dict[tuple[bool, Moment], Evaluation | Review] = {}
    # The article on evaluation says it better than any other part that speaks of it in passing.
    for place in sorted(range(len(sentences)), key=lambda place: not _CHAPTER.search(sentences[place].title)):
        each = sentences[place]
        made = due(_with_periods(each.marked)) or _renewed(sentences, place)
        if not made or _only_meets(each) or _only_heads(each):
            continue
        for one in made:
            term = _term(one, sentences, place)
            if isinstance(term, Review) and one.moment is Moment.YEARLY and len(made) > 1:
                # The delay after the end is that of the last one.
                term = replace(term, within=None)
            found.setdefault((one.review, one.moment), term)
    yield from _with_first(found, sentences)


_EVERY = Shape(rf"\btous les {T}")
_PERIODS = {3: "chaque trimestre", 6: "chaque semestre", 12: "chaque annee"}


def _with_periods(words: Marked) -> str:
    """The words with «tous les six mois» told as «chaque semestre»; a longer period is not.

    >>> from convenir.reader.french.marking import marked
    >>> _with_periods(marked("Tous les six mois, un point d'étape est fait."))
    "chaque semestre, un point d'etape est fait."
    """
    every = words.delay(_EVERY)
    period = _PERIODS.get(months_of(every) or 0) if every else None
    return _EVERY.sub(period, words.words) if period else words.words


def _only_heads(each: Said) -> bool:
    """Whether the words are the title of what follows, without a verb."""
    return each.words.endswith(":") and each.words == each.heading and _QUESTIONS.search(each.words) is None


def _only_meets(each: Said) -> bool:
    return cadence(each.marked) is not None and _GATHERS.search(each.words) is not None


def _renewed(sentences: tuple[Said, ...], place: int) -> tuple[Due, ...]:
    """What «elle est renouvelée chaque année» makes due, just after a sentence on an evaluation or a review."""
    if not place or not _RENEWED.search(sentences[place].words):
        return ()
    before = sentences[place - 1]
    noun = next(NOUN.finditer(before.words), None) if before.block is sentences[place].block else None
    return due(f"{noun[0]}, {sentences[place].words}") if noun else ()


def _with_first(
    found: dict[tuple[bool, Moment], Evaluation | Review], sentences: tuple[Said, ...]
) -> Iterator[Evaluation | Review]:
    """The same, with the delay of «une première évaluation» given to the first evaluation, or to one without date."""
    early = next((each for each in sentences if _FIRST_OF.search(each.words) and _first_within(each.marked)), None)
    delay = _first_within(early.marked) if early else None
    for term in found.values():
        if delay and isinstance(term, Evaluation):
            yield replace(term, first_within=delay)
            delay = None
            continue
        yield term
    if early and delay:
        yield Evaluation(moment=Moment.OPEN, first_within=delay, source=early.source)


def _term(one: Due, sentences: tuple[Said, ...], place: int) -> Evaluation | Review:
    each = sentences[place]
    hand = _in_hand(one, sentences, place)
    body, kind = hand if hand else ("", None)
    if one.review:
        return Review(
            moment=one.moment,
            body=body,
            role=kind,
            effects=one.moment is Moment.FINAL and _EFFECTS.search(each.words) is not None,
            within=each.marked.delay(_WITHIN),
            questions=_questions(sentences, place),
            force=force(each.words),
            source=each.source,
        )
    return Evaluation(
        moment=one.moment,
        per_year=one.per_year,
        body=body,
        role=kind,
        questions=_questions(sentences, place),
        validator=_validator(sentences, place),
        referents=_wants_referents(sentences),
        force=force(each.words),
        source=each.source,
    )


_QUESTIONS = Shape(
    rf"\b(?:repon\w+|articul\w+|porte\w*|structur\w+|pose\w*)\b[^.;]{{0,40}}?\b(?:({NUMBER}) |les |aux "
    rf"|des )?(?:[a-z]+ )?questions\b|\b({NUMBER}) questions\b[^.;]{{0,30}} posees\b"
)
_STAGES = Shape(r"\b(?:valid|approuv)\w*\b[^.;]{0,60}\betapes?\b|\betapes?\b[^.;]{0,60}\b(?:valid|approuv)\w*")
_CONTACTS = Shape(r"\breferente?s?\b|\binterlocut(?:eur|rice)s?\b")


def _questions(sentences: tuple[Said, ...], place: int) -> int | None:
    """How many questions it must answer: a number in words, else the items of the list that names them."""
    for each in sentences[place : place + 4]:
        found = _QUESTIONS.search(each.words) if each.block is sentences[place].block else None
        if found is None:
            continue
        counted = found[1] or found[2]
        if counted:
            return number(counted)
        listed = list_after(each.block, each.paragraph) if each.words.endswith(":") else None
        return len(listed.items) if listed else None
    return None


def _validator(sentences: tuple[Said, ...], place: int) -> str:
    """The body that validates the stages of the evaluation, where its own article says so."""
    for each in sentences:
        if each.block is not sentences[place].block or not _STAGES.search(each.words):
            continue
        named = next(iter(mentions(each.line)), None)
        if named:
            return body_key(named.name)
    return ""


def _wants_referents(sentences: tuple[Said, ...]) -> bool:
    """Whether the part on evaluation wants each party to name a contact first."""
    return any(_CONTACTS.search(each.words) for each in sentences if _CHAPTER.search(each.title))


def _in_hand(one: Due, sentences: tuple[Said, ...], place: int) -> tuple[str, BodyRole | None] | None:
    """The body named in the sentence, or in those after it that go on about the same evaluation."""
    here = sentences[place]
    for rank, other in enumerate(sentences[place : place + 20]):
        if other.block is not here.block:
            return None
        if rank and not _GOES_ON[one.review].search(other.words):
            if due(other.words):
                return None
            continue
        named = next(iter(mentions(other.line)), None)
        kind = role(other.plain, named.start) if named else None
        if named and (rank == 0 or kind):
            return body_key(named.name), kind
    return None


def _first_within(words: Marked) -> Delay | None:
    months = _FIRST_MONTHS.search(words.words)
    count = number(months[1]) if months else None
    if count:
        return Months(count=count)
    return next((delay for shape in _FIRST if (delay := words.delay(shape))), None)
