"""What is odd in an avenant against the convention that it amends: places and words that are not there, other parties,
changes that its object does not announce, blanks.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from convenir.core.delays import Between
from convenir.core.findings import Finding, Oddity, Severity, noted
from convenir.core.source import Source
from convenir.core.terms import Document, Duration, Formalities, PartyClause
from convenir.reader.amending.consolidation import Overlap, Trouble
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    Edit,
    Measure,
    NotUnderstood,
    PartyJoined,
    Prolonged,
    WordsRemoved,
    WordsReplaced,
)
from convenir.reader.amending.joining import called
from convenir.reader.amending.particulars import Particulars
from convenir.reader.amending.places import Missing, label_words, occurrences, span_of
from convenir.reader.amending.splice import AlreadyHeld, AlreadyThere, NoSuchValue, NoSuchWords, NotJoined
from convenir.reader.reading import Reading
from convenir.reader.wordings.parties.same_party import same_party

_ADVICE_TARGET = (
    "Vérifiez le numéro dans la convention, et que les avenants précédents ont été enregistrés ; corrigez l’avenant."
)


def doubts(
    base: Reading, read: Reading, about: Particulars, edits: Sequence[Edit], troubles: Sequence[Trouble]
) -> Iterator[Finding]:
    """The findings on an avenant, those that stop an edit first."""
    yield from (_trouble(base, trouble) for trouble in _each_once(troubles))
    yield from _another(base, read, about, edits)
    yield from _joining(read, edits)
    yield from _ends(base, edits)
    yield from _repeated(base, edits)
    yield from _announced(base, about, edits)
    yield from _effect(about)
    yield from (_blank(source) for source in about.blanks)
    yield from (_not_understood(edit.source) for edit in edits if isinstance(edit, NotUnderstood))


def untold(appeared: Sequence[Finding], troubles: Sequence[Trouble]) -> tuple[Finding, ...]:
    """The findings on the text that an avenant leaves, less those on annexes that it is already told not to join."""
    told = {f"annexe {trouble.doubt.number}" for trouble in troubles if isinstance(trouble.doubt, NotJoined)}
    return tuple(
        one
        for one in appeared
        if one.about != "annex" or not one.sources or any(source.article not in told for source in one.sources)
    )


def misplaced(about: Particulars, earlier: Sequence[int]) -> Iterator[Finding]:
    """An avenant read after one of the same number, or of a later one."""
    if about.number is None or about.number > max(earlier, default=0):
        return
    said = f"L’avenant n° {about.number} est lu après l’avenant n° {max(earlier)}."
    advice = "Donnez les avenants dans l’ordre où ils prennent effet."
    yield _odd(Oddity.CONTRADICTORY, "amendment-order", (said, advice))


def _odd(oddity: Oddity, about: str, said: tuple[str, str], *sources: Source) -> Finding:
    sentence, advice = said
    warning = Severity.WARNING
    return Finding(oddity=oddity, about=about, severity=warning, sentence=sentence, advice=advice, sources=sources)


# --- edits that could not be made --------------------------------------------------------------------------


def _each_once(troubles: Sequence[Trouble]) -> Iterator[Trouble]:
    """The troubles, those with one annex that is not joined being one, however many sentences speak of it."""
    absent: set[str] = set()
    for trouble in troubles:
        label = _annex(trouble)
        if label in absent:
            continue
        if isinstance(trouble.doubt, NotJoined):
            absent.add(label)
        yield trouble


def _annex(trouble: Trouble) -> str:
    match trouble.doubt:
        case NotJoined(number=number):
            return f"annexe {number}"
        case Missing(target=target):
            return target.article
        case _:
            return ""


def _trouble(base: Reading, trouble: Trouble) -> Finding:
    source = trouble.edit.source
    match trouble.doubt:
        case Missing() as missing:
            return _missing(missing, source)
        case NoSuchWords() | NoSuchValue() as absent:
            return _absent(base, absent, source)
        case AlreadyThere() | AlreadyHeld() as there:
            return _already_there(there, source)
        case NotJoined(number=number):
            said = f"L’avenant annonce une annexe {number}".rstrip() + " qui n’est pas jointe à ce fichier."
            return _odd(Oddity.MISSING, "annex-not-joined", (said, "Joignez l’annexe au dépôt."), source)
        case Overlap():
            said = "Deux modifications de l’avenant portent sur les mêmes mots ; la seconde n’a pas été appliquée."
            return _odd(Oddity.CONTRADICTORY, "edits-overlap", (said, "Réunissez-les en une seule."), source)
        case _:
            said = (
                f"L’avenant modifie {label_words(trouble.doubt.target.article)} sans dire s’il le remplace en entier ; "
                "il a été remplacé en entier."
            )
            return _odd(
                Oddity.AMBIGUOUS, "article-partly", (said, "Écrivez « est remplacé par », ou visez l’alinéa."), source
            )


def _missing(missing: Missing, source: Source) -> Finding:
    place = label_words(missing.target.article)
    if missing.paragraphs is None:
        said = f"L’avenant modifie {place}, qui n’existe pas dans la convention."
    else:
        count = f"{missing.paragraphs} alinéa" + ("s" if missing.paragraphs > 1 else "")
        said = f"L’avenant vise un alinéa que {place} n’a pas : il en compte {count}."
    return _odd(Oddity.CONTRADICTORY, "amended-place", (said, _ADVICE_TARGET), source)


def _absent(base: Reading, absent: NoSuchWords | NoSuchValue, source: Source) -> Finding:
    return _no_such_words(base, absent, source) if isinstance(absent, NoSuchWords) else _no_such_value(absent, source)


def _no_such_words(base: Reading, absent: NoSuchWords, source: Source) -> Finding:
    words = " ".join(absent.words.split())
    where = f"dans {label_words(absent.target.article)}" if absent.target.article else "dans la convention"
    said = f"Les mots visés, « {words} », ne sont pas {where}."
    elsewhere = [
        block.label
        for block in base.outline.clauses()
        if any(True for _ in occurrences(base.outline.text, absent.words, (block.start, block.end)))
    ]
    advice = f"Ils sont dans {label_words(elsewhere[0])}." if elsewhere and absent.target.article else _ADVICE_TARGET
    return _odd(Oddity.CONTRADICTORY, "amended-words", (said, advice), source)


_MEASURES = {
    Measure.NOTICE: "le délai de préavis",
    Measure.CURE: "le délai de mise en demeure",
    Measure.THRESHOLD: "un seuil",
    Measure.MEETINGS: "un nombre de réunions",
    Measure.CADENCE: "un rythme de réunions",
}


def _no_such_value(absent: NoSuchValue, source: Source) -> Finding:
    place = label_words(absent.target.article) if absent.target.article else "la convention"
    said = f"L’avenant change {_MEASURES[absent.measure]}, que {place} ne dit pas une fois, et une seule."
    advice = "Écrivez quels mots sont remplacés par quels autres."
    return _odd(Oddity.AMBIGUOUS, "amended-value", (said, advice), source)


def _already_there(there: AlreadyThere | AlreadyHeld, source: Source) -> Finding:
    if isinstance(there, AlreadyHeld):
        said = "La convention contient déjà ce que l’avenant écrit ici ; rien n’a été changé une seconde fois."
        return noted("already-held", said, source)
    if not there.number:
        said = "L’avenant ajoute un article sans lui donner de numéro ; il n’a pas été placé."
        return _odd(Oddity.BLANK, "added-place", (said, "Donnez un numéro au nouvel article."), source)
    said = f"L’avenant ajoute {label_words(there.number)}, que la convention a déjà."
    return _odd(
        Oddity.CONTRADICTORY, "added-place", (said, "Changez le numéro, ou écrivez que l’article est remplacé."), source
    )


# --- another convention ------------------------------------------------------------------------------------


def _another(base: Reading, read: Reading, about: Particulars, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Signs that the avenant amends another convention: its date, its parties, its nature."""
    if read.terms.document is not Document.AMENDMENT:
        said = "Ce texte ne se présente pas comme un avenant."
        yield _odd(Oddity.UNKNOWN, "not-an-amendment", (said, "Vérifiez que vous avez déposé le bon fichier."))
    signed = base.terms.first(Formalities)
    day = signed.stated_on if signed else None
    if about.convention_signed_on and _differs(day, about.convention_signed_on):
        said = (
            f"L’avenant se rapporte à une convention du {_date(about.convention_signed_on)} ; celle-ci est datée du "
            f"{_date(day) if isinstance(day, date) else 'jour que son texte indique'}."
        )
        sources = (signed.source,) if signed else ()
        yield _odd(Oddity.CONTRADICTORY, "other-convention", (said, "Vérifiez quelle convention il modifie."), *sources)
    yield from _parties(base, read, edits)


def _differs(stated: date | Between | None, said: date) -> bool:
    if isinstance(stated, Between):
        return not stated.earliest <= said <= stated.latest
    return stated is not None and stated != said


def _date(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _parties(base: Reading, read: Reading, edits: Sequence[Edit]) -> Iterator[Finding]:
    """An avenant is signed by the parties of the convention: parallelism of forms."""
    before = list(base.terms.every(PartyClause))
    now = list(read.terms.every(PartyClause))
    if not before or not now:
        return
    joining = any(isinstance(edit, PartyJoined) for edit in edits)
    for party in now:
        if not joining and not any(same_party(party, other) for other in before):
            said = f"« {party.name} » est partie à l’avenant, et ne l’est pas à la convention."
            yield _odd(
                Oddity.CONTRADICTORY,
                "amendment-parties",
                (said, "Vérifiez quelle convention il modifie."),
                party.source,
            )
    for party in before:
        if not any(same_party(party, other) for other in now):
            said = f"« {party.name} », partie à la convention, ne l’est pas à l’avenant."
            advice = "Un avenant est signé par toutes les parties : vérifiez que celle-ci le signe."
            yield _odd(Oddity.MISSING, "amendment-parties", (said, advice), party.source)


def _joining(read: Reading, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Somebody who joins without being named among those who sign."""
    for edit in edits:
        if isinstance(edit, PartyJoined) and not any(
            called(party, edit.name) for party in read.terms.every(PartyClause)
        ):
            said = f"« {edit.name} » rejoint la convention, et n’est pas parmi les parties que l’avenant désigne."
            yield _odd(
                Oddity.MISSING, "party-joins", (said, "Désignez-la en tête de l’avenant : elle le signe."), edit.source
            )


# --- the end, the words, the list, the blanks --------------------------------------------------------------


def _ends(base: Reading, edits: Sequence[Edit]) -> Iterator[Finding]:
    """A prolongation told against another end than that of the convention, or two that disagree."""
    duration = base.terms.first(Duration)
    longer = [edit for edit in edits if isinstance(edit, Prolonged)]
    for edit in longer:
        held = duration is not None and edit.until is not None and edit.until == duration.ends_on
        if not held and duration and duration.ends_on and edit.instead_of and edit.instead_of != duration.ends_on:
            said = (
                f"L’avenant dit que la convention prenait fin le {_date(edit.instead_of)} ; "
                f"elle prend fin le {_date(duration.ends_on)}."
            )
            advice = "Vérifiez quelle convention il prolonge, et que les avenants précédents ont été enregistrés."
            yield _odd(Oddity.CONTRADICTORY, "prolonged-from", (said, advice), edit.source, duration.source)
    if len({(edit.until, edit.by) for edit in longer}) > 1:
        said = "L’avenant donne à la convention deux fins qui ne s’accordent pas."
        sources = tuple(edit.source for edit in longer)
        yield _odd(Oddity.CONTRADICTORY, "prolonged-until", (said, "Faites trancher laquelle vaut."), *sources)


def _repeated(base: Reading, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Words that an article holds several times: all were changed."""
    for edit in edits:
        if not isinstance(edit, WordsReplaced | WordsRemoved) or not edit.target.article:
            continue
        span = span_of(base.outline, edit.target)
        count = 0 if isinstance(span, Missing) else sum(1 for _ in occurrences(base.outline.text, edit.old, span))
        if count > 1:
            place = label_words(edit.target.article)
            words = " ".join(edit.old.split())
            said = f"Les mots « {words} » sont {count} fois dans {place} ; ils ont été changés partout."
            yield noted("amended-words-repeated", said, edit.source)


def _announced(base: Reading, about: Particulars, edits: Sequence[Edit]) -> Iterator[Finding]:
    """Changes that the sentence on the object of the avenant, which lists the others, leaves out; or announces."""
    if not about.announced or about.announced_in is None:
        return
    made = tuple(dict.fromkeys(label for edit in edits if (label := _label(base, edit))))
    unsaid = [label_words(label) for label in made if label not in about.announced]
    undone = [label_words(label) for label in about.announced if label not in made]
    if unsaid:
        said = f"L’objet de l’avenant énumère ce qu’il modifie, mais l’avenant change aussi {_listed(unsaid)}."
        yield _odd(Oddity.CONTRADICTORY, "amendment-list", (said, "Complétez la liste."), about.announced_in)
    if undone:
        said = f"L’objet de l’avenant annonce une modification que l’avenant ne fait pas : {_listed(undone)}."
        yield _odd(
            Oddity.CONTRADICTORY, "amendment-list", (said, "Vérifiez qu’il n’y manque rien."), about.announced_in
        )


def _listed(places: Sequence[str]) -> str:
    return " et ".join(filter(None, (", ".join(places[:-1]), places[-1])))


def _label(base: Reading, edit: Edit) -> str:
    """The article or annex that an edit changes."""
    match edit:
        case AnnexAdded(number=number) | AnnexReplaced(number=number) | AnnexRemoved(number=number):
            return f"annexe {number}".strip()
        case ArticleAdded(number=number):
            return number
        case Prolonged():
            duration = base.terms.first(Duration)
            return duration.source.article if duration else ""
        case PartyJoined() | NotUnderstood():
            return ""
        case _:
            return edit.target.article


def _effect(about: Particulars) -> Iterator[Finding]:
    effect = about.effect
    if effect.source is None:
        said = "L’avenant ne dit pas quand il prend effet : à défaut, à la dernière signature."
        yield noted("amendment-effect", said)
    elif effect.on is None and not effect.at_signature:
        said = "L’avenant prend effet à un événement qui n’est pas daté dans son texte."
        yield _odd(Oddity.UNKNOWN, "amendment-effect", (said, "Indiquez ce jour quand il sera connu."), effect.source)


def _blank(source: Source) -> Finding:
    said = "L’avenant laisse un blanc dans ce qu’il stipule."
    return _odd(Oddity.BLANK, "amendment-blank", (said, "Complétez-le avant la signature."), source)


def _not_understood(source: Source) -> Finding:
    said = "L’avenant stipule ici quelque chose qui n’a pas pu être rattaché à un passage de la convention."
    advice = "Lisez ce passage, et indiquez la clause qu’il ajoute, remplace ou supprime."
    return _odd(Oddity.UNKNOWN, "amendment-not-understood", (said, advice), source)
