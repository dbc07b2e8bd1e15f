"""How texts list the themes that the parties share, and those that are one party's own."""

import re
from collections.abc import Iterator

from convenir.core.terms import Document
from convenir.core.terms.scope import SharedObjectives
from convenir.reader.context import Context
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.words import flat, pattern
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.reader.wordings.lists import NAMELY, headed_list, list_after
from convenir.reader.wordings.table_columns import column_under

_LISTED = pattern(
    r"\b(?:thematiques?|axes|champs|domaines|objectifs|themes|missions|priorites|volets|enjeux|chantiers|sujets|"
    r"orientations (?:strategiques|communes|partagees))\b"
)
_JOINT = pattern(
    r"\bconjoints?\b|\bcommuns?\b|(?<!de\s)\bcommunes\b|\ben commun\b|\bpartagee?s?\b|\bretenue?s?\b|\bs'accordent\b|"
    r"\bse donne(?:nt)?\b|\bprioritaires?\b|\bconvenus\b|\bconviennent\b|\bretiennent\b|\bpartagent\b|\barretent\b|"
    r"\b(?:parties|partenaires|signataires|membres)\b[^.;:]{0,60}\b(?:axes|themes|champs|domaines|thematiques"
    r"|priorites)\b"
    r"[^.;:]{0,30}\b(?:suivante?s\b|ci-dessous|ci-apres)|"
    r"\bde cooperation\b|\bs'articule\w* autour\b"
)
# «La convention est organisée autour de cinq axes»: the whole act, or the parties, with a number or «suivants».
_MANY = rf"(?:{NUMBER}|les|plusieurs|ses|des)"
_NOUNS = r"(?:axes|themes|champs|domaines|thematiques|priorites|volets|enjeux|chantiers|sujets)"
_ORGANISED = pattern(
    r"\b(?:comporte(?:nt)?|comprend|compte(?:nt)?|retien\w+|decline\w*|fixe(?:nt)?|definit|identifie(?:nt)?"
    r"|porte(?:nt)? sur|repose(?:nt)? sur|"
    r"organisee?s?|structuree?s?|construite?|batie?s?|s'organise(?:nt)?|s'ordonne(?:nt)?|s'appuie(?:nt)?"
    r"|s'attache(?:nt)?"
    r"|se (?:structure|decline|deploie|repartit|concentre|resume)(?:nt)?|s'inscri\w+|degag\w+|reten\w+|arret\w+"
    r"|assigne\w*|donne(?:nt)?|couvr\w+|agi(?:r|ss)\w*|oeuvr\w+|cooper\w+|interv\w+"
    r"|concerne(?:nt)?|soutien\w+|"
    r"poursui\w+|choisi\w*|travaillent)\b[^.;:]{0,40}?"
    rf"\b{_MANY} (?:grande?s? )?{_NOUNS}\b|"
    rf"\b{NUMBER} (?:grande?s? )?{_NOUNS} "
    r"(?:guident|orientent|structurent|fondent|organisent|portent|inspirent|tiennent)\b|"
    r"\b(?:axes|champs|domaines|priorites|enjeux)\b[^.;:]{0,60}\bsont au nombre de\b|"
    r"\b(?:axes|champs|domaines|priorites)\b[^.;:]{0,40}\bsont(?: les suivants)? ?:?$"
)
_OF_SOMETHING_ELSE = pattern(
    r"\b(?:evaluations?|bilans?|indicateurs?|rapports?|comites?|instances?|reunions?|annexes?|fiches?|questionnaire|"
    r"diagnostic|enquete|formation)\b"
)
_OWN = pattern(r"\b(?:champs?|orientations?|priorites|domaines?|interventions?|missions|competences)\b")
_DECIDES = pattern(r"\bdecide(?:nt)?\b")
_OPENS_LIST = pattern(
    r"\b(?:axes|champs|concernent|suivante?s?)\b"
    r"|\b(?:orientations?|priorites|domaines?|missions)\b[^.;:]{0,60} sont ?:$"
)
# The list may follow a sentence that ends, or go on in it: «les axes suivants.», «quatre axes : 1° l'enfance ; 2° …»
_FOLLOWING = pattern(r"\bsuivante?s ?\.\W*$|\bci-(?:apres|dessous) ?\.\W*$|: ?\(?(?:1 ?[°)/]|a ?\))")
# The column of the themes, in a table.
_HEAD = pattern(r"^(?:thematiques?|axes?|champs?|domaines?|themes?)\b(?! (?:de suivi|d'evaluation))")
# The titles under which a list needs no sentence to announce it.
_FIELDS = pattern(
    r"^(?:les |nos |choix des |des )?(?:champs|axes|thematiques|themes|domaines)\b|"
    r"\bobjectifs (?:communs|partages|conjoints)\b"
)
_LONGEST = 120
# What an authority says of its own powers is told at more length.
_LONGEST_OWN = 320
_RANKS = (
    pattern(r"\b(?:thematiques?|themes)\b"),
    pattern(r"\b(?:axes|champs|domaines|volets)\b"),
    pattern(r"\b(?:objectifs|missions|priorites)\b"),
)


def shared_objectives(outline: Outline, context: Context) -> Iterator[SharedObjectives]:
    """The shared themes: of the lists that a text announces as such, the one whose words say it best."""
    ranked: list[tuple[int, SharedObjectives]] = []
    # What a délibération decides may follow its considérants without a break.
    decided = (BlockKind.PREAMBLE,) if context.reported else ()
    for block in outline.of(BlockKind.ARTICLE, BlockKind.BODY, *decided):
        holder = _holder(block, context)
        for paragraph in block.paragraphs:
            score = 0 if holder else _score(paragraph, context)
            found = list_after(block, paragraph) if score else None
            if found and len(found.items) > 1:
                source = outline.ground(block, paragraph.start, found.end, paragraph.number)
                objectives = SharedObjectives(themes=found.items, closed=_is_closed(block, paragraph), source=source)
                ranked.append((score, objectives))
        titled = None if holder else _under_title(outline, block)
        ranked += [titled] if titled else []
        if holder:
            yield from _own_objectives(outline, block, holder)
    if ranked:
        yield max(ranked, key=lambda entry: entry[0])[1]


_ONLY = pattern(r"\b(?:exclusivement|uniquement|limitativement|limitee?s? aux?|seuls?|seules?|a l'exclusion de)\b")


_CLOSED = pattern(r"\bliste\b[^.;]{0,20} (?<!pas\s)(?<!non\s)(?:limitative|fermee|exhaustive)\b")


def _is_closed(block: Block, paragraph: Paragraph) -> bool:
    """Whether an action outside the list is outside the convention."""
    if _ONLY.search(flat(paragraph.words)):
        return True
    return any(_CLOSED.search(flat(other.words)) for other in block.paragraphs)


def _score(paragraph: Paragraph, context: Context) -> int:
    """How surely the paragraph announces the shared themes; 0 where it does not."""
    plain = flat(paragraph.words)
    if not _announces(plain):
        return 0
    announced = plain.rpartition(":")[0] or NAMELY.split(plain)[0]
    last = re.split(r"(?<=[.;])\s", announced)[-1]
    if not _LISTED.search(last):
        return 0
    decided = context.document is Document.DELIBERATION and _DECIDES.search(plain) is not None
    joint = _JOINT.search(last) is not None
    organised = _is_organised(last)
    if not (joint or decided or organised or _RANKS[0].search(last)):
        return 0
    rank = next((3 - index for index, shape in enumerate(_RANKS) if shape.search(last)), 0)
    return 1 + 10 * decided + 2 * rank + joint


# A scan may lose the colon: «Les champs conjoints sont», and a list under it.
_LEFT_OPEN = pattern(r"\b(?:sont|suivante?s?) ?$")


def _announces(plain: str) -> bool:
    """Whether the words open a list."""
    return ":" in plain[-120:] or any(shape.search(plain) for shape in (_FOLLOWING, NAMELY, _LEFT_OPEN))


def _is_organised(last: str) -> bool:
    """Whether the words say that the act or the parties share out their work, not that a report has parts."""
    found = _ORGANISED.search(last)
    if found is None:
        return False
    clause, _, _ = last[found.end() :].partition(",")
    return _OF_SOMETHING_ELSE.search(last[: found.end()] + clause) is None


def _under_title(outline: Outline, block: Block) -> tuple[int, SharedObjectives] | None:
    """The themes that stand under a title that names them, as a list or as the column of a table."""
    title = flat(block.title)
    found = column_under(block, _HEAD)
    if found is None and _FIELDS.search(title) and not _OF_SOMETHING_ELSE.search(title):
        found = headed_list(block)
    if found is None or max(map(len, found.items)) > _LONGEST:
        return None
    rank = next((3 - index for index, shape in enumerate(_RANKS) if shape.search(title)), 1)
    source = outline.ground(block, block.paragraphs[0].start, found.end, 1)
    closed = _is_closed(block, block.paragraphs[0])
    return rank, SharedObjectives(themes=found.items, closed=closed, source=source)


def _holder(block: Block, context: Context) -> str:
    """The one party whose own fields the title of the article announces."""
    title = flat(block.title)
    if not _OWN.search(title) or _JOINT.search(title):
        return ""
    keys = context.keys(title)
    return keys[0] if len(keys) == 1 else ""


def _own_objectives(outline: Outline, block: Block, holder: str) -> Iterator[SharedObjectives]:
    for paragraph in block.paragraphs:
        plain = flat(paragraph.words).rstrip()
        if not plain.endswith(":") or not _OPENS_LIST.search(plain):
            continue
        found = list_after(block, paragraph)
        if found and max(map(len, found.items)) <= _LONGEST_OWN:
            source = outline.ground(block, paragraph.start, found.end, paragraph.number)
            yield SharedObjectives(themes=found.items, holder=holder, source=source)
            return
