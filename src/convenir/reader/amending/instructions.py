"""From the statements of an avenant to its edits; what changes something and is not understood is told as such."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from convenir.reader.amending.aims import Aims, aims_in
from convenir.reader.amending.annex_edits import annex_edits
from convenir.reader.amending.article_edits import article_edits
from convenir.reader.amending.edits import Edit, NotUnderstood, Prolonged, Target
from convenir.reader.amending.life_edits import life_edits
from convenir.reader.amending.provisions import Avenant, Provision, Statement
from convenir.reader.amending.quotes import MASK
from convenir.reader.amending.renumberings import renumberings
from convenir.reader.amending.statements import Told
from convenir.reader.amending.targets import annexes_in, articles_in
from convenir.reader.amending.title_edits import title_edits
from convenir.reader.amending.value_edits import value_edits
from convenir.reader.amending.words_edits import words_edits
from convenir.reader.outline import BlockKind


def edits(avenant: Avenant) -> tuple[Edit, ...]:
    """The edits of an avenant, in its order; one prolongation told in several sentences is one."""
    found = [edit for provision in avenant.provisions for edit in _of(avenant, provision)]
    return tuple(_once(found))


# --- one article of the avenant ----------------------------------------------------------------------------

# «Le présent avenant entre en vigueur…», «les autres articles demeurent inchangés»: these change nothing.
_ITS_OWN = re.compile(
    r"\b(?:present|cet|ledit|l')\s*avenant\b(?=.{0,300}?\b(?:prend\w*|entre\w*|applique\w*|applicable|produi\w+|"
    r"vigueur|effet|objet|vise|fait|exempt|transmis|publie|notifie|etabli|soumis|suit|expire\w*|annexe\s+a|duree|signature|"
    r"integrante|nulle?)\b)"
)
# «Le présent avenant remplace les articles 6, 8 et 12.»: what the others articles then do.
_ANNOUNCED = re.compile(
    r"\b(?:present|cet|l')\s*avenant\s+(?:a\s+pour\s+|vise\s+a|(?:modifi|remplac|complet|supprim|ajout|inser|actualis)\w+)"
)
_UNCHANGED = re.compile(
    r"\b(?:inchange\w*|sans\s+changement|reste\w*\s+(?:applicable|en\s+vigueur|valable|identique|fixe)\w*|(?<!\ben\s)demeure\w*|"
    r"conserve\w*\s+(?:leur|son|toute)|continue\w*\s+(?:a|de|d')|"
    r"auxquelles?\s+le\s+present\s+avenant\s+ne\s+touche|il\s+est\s+rappele|droits?\s+de\s+timbre|"
    r"exemplaires?\s+originaux|non\s+contraires?|reste\w*\s+applicables?)"
)
_DENIED = re.compile(r"\bn(?:e\s+|')(?:est|sont|sera|seront)\s+(?:pas|point|en\s+rien|aucunement)\b")
# What follows from an edit of the same article only says it again.
_AGAIN = re.compile(
    r"^(?:en\s+consequence|ainsi|il\s+en\s+va|en\s+particulier|notamment|par\s+consequent|de\s+ce\s+fait|"
    r"il\s+en\s+resulte|ce\s+delai|cette\s+duree)\b"
)
_SHORTEST = 25


def _of(avenant: Avenant, provision: Provision) -> Iterator[Edit]:
    found = list(_told(avenant, provision))
    yield from found
    if not found and provision.block.kind is BlockKind.ARTICLE:
        yield from _stipulates(avenant, provision)


def _told(avenant: Avenant, provision: Provision) -> Iterator[Edit]:
    """What its statements tell, one after the other: each may go on from the place that the one above names."""
    instructing = [each.start for each in provision.statements if _instructs(each.words)]
    known, consumed, any_found = Target(), 0, False
    for statement in provision.statements:
        if statement.start < consumed:
            continue
        told = Told(
            avenant=avenant, provision=provision, statement=statement, stop=_stop(provision, statement, instructing)
        )
        aims = aims_in(statement.words, known)
        found = tuple(_understood(told, aims))
        any_found = any_found or bool(found)
        if found:
            told.settle()
        yield from found
        if _left_out(told, provision, any_found):
            yield told.not_understood()
        elif found and told.following and any(getattr(edit, "new", None) == told.following for edit in found):
            consumed = told.following.end
        known = aims.last if aims.last.article else known


def _understood(told: Told, aims: Aims) -> Iterator[Edit]:
    """What a statement tells, the most precise first; each leaves to the next what it did not understand."""
    if not _inert(told.words):
        yield from renumberings(told)
        yield from title_edits(told, aims)
        yield from words_edits(told, aims)
        yield from value_edits(told, aims)
        if not any(target.within for target in aims.every):
            yield from annex_edits(told)
        yield from article_edits(told, aims)
    yield from life_edits(told)


def _inert(words: str) -> bool:
    if MASK in words or words.endswith(":"):
        return False
    if _ANNOUNCED.search(words) or _DENIED.search(words):
        return True
    return not _instructs(words) and bool(_ITS_OWN.search(words) or _UNCHANGED.search(words))


def _idle(words: str) -> bool:
    return _inert(words) or _AGAIN.search(words) is not None


def _left_out(told: Told, provision: Provision, any_found: bool) -> bool:
    """Whether a statement changes something that no edit tells; a mere heading announces the statements below it."""
    words = told.words
    # An article without title may have its first sentence laid out as one.
    headed = told.statement.words == provision.title and not words.endswith(".")
    if headed or _inert(words) or not told.changes:
        return False
    if words.endswith(":") and told.following is None:
        return False
    return not (any_found and _AGAIN.search(words))


def _stipulates(avenant: Avenant, provision: Provision) -> Iterator[NotUnderstood]:
    """An article of the avenant that tells no edit and stipulates all the same."""
    said = [each for each in provision.statements if each.words != provision.title and not _idle(each.words)]
    if said and sum(len(each.words) for each in said) >= _SHORTEST:
        yield NotUnderstood(source=avenant.source(provision, said[0].start, said[-1].end))


# --- words brought without quotation marks -----------------------------------------------------------------

_INSTRUCTS = re.compile(
    r"\b(?:remplace|supprime|abroge|insere|ajoute|redige|modifie|complete|libelle|substitue)(?:e|es|s|ee|ees)?\b"
)


def _stop(provision: Provision, statement: Statement, instructing: Sequence[int]) -> int:
    """Where the words under a statement end: at the next one that instructs."""
    after = bisect_left(instructing, statement.end)
    return instructing[after] if after < len(instructing) else provision.end


def _instructs(words: str) -> bool:
    """Whether a statement changes a place that it names."""
    place = any(articles_in(words)) or any(annexes_in(words)) or "alinea" in words or "les mots" in words
    return (
        place and _INSTRUCTS.search(words) is not None and not re.search(r"\bavenant\s+(?:\w+\s+){0,3}?objet\b", words)
    )


# --- once --------------------------------------------------------------------------------------------------


def _once(found: list[Edit]) -> Iterator[Edit]:
    """The edits, those that are told twice once: the object of an avenant often says what an article then does."""
    longer = [edit for edit in found if isinstance(edit, Prolonged)]
    merged = _merged(longer)
    for edit in found:
        if not isinstance(edit, Prolonged) or len(merged) > 1:
            yield edit
        elif edit is longer[-1]:
            yield from merged


def _merged(longer: list[Prolonged]) -> list[Prolonged]:
    """One prolongation, where the sentences that tell it do not contradict one another."""
    if len({edit.until for edit in longer if edit.until}) > 1 or len({edit.by for edit in longer if edit.by}) > 1:
        return longer
    whole: Prolonged | None = None
    for edit in longer:
        whole = edit if whole is None else replace(
            edit,
            until=edit.until or whole.until,
            by=edit.by or whole.by,
            lasting=edit.lasting or whole.lasting,
            instead_of=edit.instead_of or whole.instead_of,
        )  # fmt: skip
    return [whole] if whole else []
