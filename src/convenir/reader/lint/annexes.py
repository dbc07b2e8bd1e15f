"""Which annexes the text announces, holds, counts, orders and cites, and where these do not agree."""

import re
from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Terms
from convenir.core.terms.amendment import Annex
from convenir.core.terms.exchanges import PeriodicDelivery
from convenir.core.terms.parties import Formalities
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.lint.passages import BINDING, hits
from convenir.reader.lint.telling import blocking, information, listed, quoted, warning
from convenir.reader.outline import Block, BlockKind, Outline, Passage
from convenir.reader.wordings.amendment.annexes import normal

# What an annex is said to hold, by the stem that its title has.
_CITED = Shape(
    r"\b(?P<stem>plan|diagnostic|evaluation|deliberation|decision|liste|fiche|moyens|socle|formulaire)\w*"
    r"(?: (?:d'actions?|partagee?s?|territorial|initial))*,? ?\(?"
    r"(?:constituant|formant|figurant (?:en|dans)|faisant l'objet de|joint\w* en|donnee? en|en|dans|de|voir)? ?(?:l')?"
    r"\bannexe (?:n ?° ?)?(?P<number>\d+[a-h]?)\b(?! ?\")"
)
_PLACED = Shape(r"\b(?:apres|a la suite de|avant) (?:l')?annexe \d+")
_IN_CONTENTS = Shape(r"\bannexes\b[^.;]{0,60}\b(?:sommaire|table des matieres|liste ci-dessus)\b")


def absent(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Annexes put off until later, and annexes announced without their content."""
    every = tuple(terms.every(Annex))
    late = [annex for annex in every if annex.deferred]
    missing = [annex for annex in every if not annex.present and not annex.deferred]
    them = "la" if len(late) == 1 else "les"
    if late:
        yield information(
            "annex-deferred",
            Oddity.MISSING,
            f"Le texte remet à plus tard {_numbers(late)}, en tout ou partie.",
            f"Adoptez-{them} par un écrit signé et joignez-{them} au dossier.",
            *(annex.source for annex in late),
        )
    if missing:
        needed = {delivery.annex for delivery in terms.every(PeriodicDelivery) if delivery.annex}
        blocked = any(annex.number in needed for annex in missing)
        yield (blocking if blocked else warning)(
            "annex",
            Oddity.MISSING,
            f"Le texte annonce {_numbers(missing)} sans en donner le contenu.",
            "Retrouvez ces pages et joignez-les au dossier."
            + (" Sans elles, on ne sait pas quelles données sont dues." if blocked else ""),
            *(annex.source for annex in missing),
        )


def _numbers(annexes: list[Annex]) -> str:
    """The annexes as one names them."""
    names = [*sorted(annex.number for annex in annexes if annex.number)]
    names += [f"« {annex.title} »" for annex in annexes if not annex.number]
    return f"l’annexe {names[0]}" if len(names) == 1 else f"les annexes {listed(names)}"


def counted(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Annexes counted above the signatures otherwise than the text names them."""
    every, closing = tuple(terms.every(Annex)), terms.first(Formalities)
    known = len({annex.number for annex in every if annex.number}) or len(every)
    if closing is None or closing.annex_count is None or closing.annex_count == known:
        return
    yield warning(
        "annex-count",
        Oddity.CONTRADICTORY,
        f"La formule finale compte {closing.annex_count} annexes ; le texte en nomme {known or 'aucune'}.",
        "Vérifiez sur l’original combien d’annexes ont été signées.",
        closing.source,
        *(annex.source for annex in every if annex.number),
    )


def unlisted(outline: Outline, _: Terms) -> Iterator[Finding]:
    """Annexes said to be listed in contents that list none."""
    told = next(hits(outline, _IN_CONTENTS, BlockKind.CLOSING, *BINDING), None)
    if told and not any(entry.kind is BlockKind.ANNEX for entry in outline.contents):
        yield warning(
            "annex-list",
            Oddity.MISSING,
            "Le texte renvoie à un sommaire pour la liste de ses annexes ; ce sommaire n’y est pas, ou n’en liste "
            "aucune.",
            "Établissez la liste des annexes signées et joignez-la au dossier.",
            told.source,
        )


def unannounced(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Annexes that are there and that neither the articles nor the contents announce."""
    announced = {normal(entry.number) for entry in outline.contents if entry.kind is BlockKind.ANNEX}
    announced |= {normal(annex.number) for annex in terms.every(Annex) if annex.cited}
    alone = [block for block in outline.annexes() if block.number and normal(block.number) not in announced]
    if announced and alone:
        told = listed([block.number for block in alone])
        yield information(
            "annex-unannounced",
            Oddity.NOTED,
            f"Le texte contient sans l’annoncer {'l’annexe' if len(alone) == 1 else 'les annexes'} {told}.",
            "Vérifiez que ces pages font partie de ce qui a été signé.",
            *(outline.heading(block) for block in alone),
        )


def order(outline: Outline, _: Terms) -> Iterator[Finding]:
    """Annexes out of their order, or said to stand elsewhere."""
    blocks = [block for block in outline.annexes() if block.number.isdigit()]
    late = [two for one, two in zip(blocks, blocks[1:], strict=False) if int(two.number) < int(one.number)]
    moved = [hit.source for hit in hits(outline, _PLACED, BlockKind.ANNEX)]
    if late or moved:
        yield information(
            "annex-order",
            Oddity.NOTED,
            "Une annexe n’est pas à sa place dans le document, ou renvoie à un autre endroit.",
            "Cherchez-la en fin de document ; si elle manque, demandez-la.",
            *moved,
            *(outline.heading(block) for block in late),
        )


def misplaced(outline: Outline, _: Terms) -> Iterator[Finding]:
    """What is said to be in one annex, and stands under the title of another."""
    titles = {normal(block.number): block for block in outline.annexes() if block.number and block.title}
    for passage in outline.passages(*BINDING):
        for found in _CITED.finditer(passage.flat):
            cited = titles.get(normal(found["number"]))
            real = [block for block in titles.values() if _holds(block, found["stem"])]
            if cited and real and not _holds(cited, found["stem"]):
                yield _misplaced(outline, passage, (cited, real[0]))


def _holds(block: Block, stem: str) -> bool:
    return re.search(rf"\b{stem}", flat(block.title)) is not None


def _misplaced(outline: Outline, passage: Passage, blocks: tuple[Block, Block]) -> Finding:
    cited, real = blocks
    return warning(
        "annex-reference",
        Oddity.CONTRADICTORY,
        f"Le texte renvoie à l’annexe {cited.number} ({quoted(cited.title)}) pour ce que l’annexe {real.number} "
        f"({quoted(real.title)}) paraît contenir.",
        f"Lisez l’annexe {real.number}, puis l’annexe {cited.number} ; faites corriger le renvoi par avenant.",
        outline.quote(passage),
        outline.heading(cited),
        outline.heading(real),
    )


def blank_rows(outline: Outline, _: Terms) -> Iterator[Finding]:
    """Rows of a table of an annex that name something and leave the rest blank."""
    sources = []
    for block in outline.annexes():
        rows = [line for line in outline.text[block.start : block.end].split("\n") if "\t" in line]
        if not any(line.split("\t", 1)[1].strip() for line in rows):
            continue
        place = block.start
        for line in outline.text[block.start : block.end].split("\n"):
            if line.rstrip(" ").endswith("\t") and line.strip() and "\t" not in line.strip():
                sources.append(outline.ground(block, place, place + len(line.rstrip())))
            place += len(line) + 1
    if sources:
        yield information(
            "blank-row",
            Oddity.BLANK,
            "Des lignes d’un tableau d’annexe sont restées vides.",
            "Complétez-les ou faites-les retirer : une ligne vide ne donne droit à rien.",
            *sources,
        )


CHECKS = (absent, counted, unlisted, unannounced, order, misplaced, blank_rows)
