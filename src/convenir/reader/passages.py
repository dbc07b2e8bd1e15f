"""The sentences that bind, each with its marks, its sub-heading and its ground; sentences about other acts left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from convenir.core.source import Source
from convenir.core.terms import Document
from convenir.reader.french.marking import Marked, marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, without_pages
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph, Passage

# Another convention told in passing: an earlier one, a sectoral one, a contract that has run out.
_OTHER = Shape(
    r"\b(?:premiere|precedente|ancienne|derniere|prochaine) convention|\bconvention (?:precedente"
    r"|anterieure|initiale de\b)"
    r"|\bconventions? (?:de|du|d') ?(?:19|20)\d\d|\bconventions? (?:d'objectifs|de gestion"
    r"|d'echanges?|d'adhesion|cadres? (?:de|du|passee))"
    r"|\b(?<!qu'elle )(?<!qu'il )(?:a|ont|avait|avaient|avons|fut) (?:ete )?(?:signe|conclu|passe|renouvele"
    r"|proroge|prolonge|reconduit)e?s?\b"
    r"|\bdont la convention (?:avec|conclue|passee|signee)\b"
    r"|\brenouvelee depuis|\bavait pour|\barrivee?(?<!^arrive)(?<!^arrivee) a (?:echeance|(?:son )?terme|expiration)"
    r"|\bdepuis (?:<d\d+>|20\d\d)"
    r"|\bconvention (?:conclue|signee|passee) (?:le|en) (?:<d\d+>|20\d\d)[^.;]{0,120}?"
    r"\b(?:s'ach\w+|expir\w+|prend(?:ra)? fin|se termin\w+)(?! desormais)"
    r"|\bcontrats? enfance|\bcej\b|\ba permis\b|\bpermis de\b|\bau titre d'une convention|\bconvention collective"
)
# An act of another nature: «la convention d'occupation des locaux», whatever it says of this one.
_UNLIKE = Shape(
    r"\b(?:conventions?|contrats?|bail|baux|marches?|polices?) (?:d'(?:occupation|assurance|hebergement|entretien)"
    r"|de (?:location|mise a disposition|maintenance|pret|prestations?|sous-traitance|travail))\b"
)
_OWN = Shape(
    r"\b(?:la|cette) presente (?:convention|charte|ctg)|\bpresent (?:contrat|accord|avenant)"
    r"|^(?:(?:cette|la) (?:convention|ctg|charte)(?: territoriale globale)?|elle) (?:prend|est (?!arriv)"
    r"|sera|entre|peut|pourra|ne |court|s'|se |arrive(?!e)|commence|demarre|dure|vaut|lie )"
)


# «III.2 Comité technique»: the number of a title inside an article.
_NUMBER = re.compile(r"^(?:(?:(?:[IVX]+|\d+)(?:[.-]\d+)*[.)]?\s[-–—]?|[-–—])\s?)(?=[A-ZÉÈÀ][A-ZÉÈÀa-zéèà])")

# The parts of a report or délibération in which it tells what the convention says.
_TOLD = (BlockKind.TITLE, BlockKind.CITATIONS, BlockKind.PREAMBLE, BlockKind.BODY, BlockKind.ARTICLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of a clause, with all that recognisers ask of it.

    `raw` is its words as printed; `line` the same on one line, without the number of a title; `plain` is `line`, flat:
    it has the same places; `words` is `marked.words`. `title` is that of its block, flat; `heading` the last
    sub-heading above it in the block.
    """

    block: Block
    paragraph: Paragraph
    raw: str
    line: str
    plain: str
    marked: Marked
    words: str
    title: str
    heading: str
    source: Source


# Most chapters ask it of every sentence of the text.
@lru_cache(maxsize=2048)
def about_another(words: str) -> bool:
    """Whether the sentence tells of another act than this one.

    >>> about_another("la premiere convention, conclue pour <t0>, a permis de rapprocher les services")
    True
    >>> about_another("la convention signee le <d0> avec la caf expire le <d1>")
    True
    >>> about_another("la presente convention est conclue pour <t0>")
    False
    >>> about_another("le contrat d'entretien, conclu pour <t0>, n'est pas touche par la presente convention")
    True
    """
    return _UNLIKE.search(words) is not None or (_OTHER.search(words) is not None and _OWN.search(words) is None)


def told(outline: Outline, document: Document) -> tuple[Said, ...]:
    """The sentences that bind: those of the articles and annexes, or of the body of a text without articles.

    Of a report or délibération, all those that may tell what the convention says.
    """
    blocks = outline.of(*_TOLD) if document is Document.DELIBERATION else outline.clauses()
    return tuple(each for block in blocks for each in _of(outline, block))


def _of(outline: Outline, block: Block) -> Iterator[Said]:
    title = flat(block.title)
    heading, titled = "", None
    for passage in outline.inside(block):
        if passage.paragraph is not titled and is_heading(passage.paragraph):
            heading, titled = " ".join(flat(passage.paragraph.words).split()), passage.paragraph
        yield _said(outline, passage, title, heading)


def _said(outline: Outline, passage: Passage, title: str, heading: str) -> Said:
    raw = passage.sentence.words
    # The flat words of a whole paragraph leave out the number of a page, which a sentence alone may begin with.
    flattened = flat(raw) if "\n" in raw else passage.flat
    line = _NUMBER.sub("", " ".join(without_pages(raw).replace("**", " ").split()))
    found = marked(raw, flattened)
    return Said(
        block=passage.block,
        paragraph=passage.paragraph,
        raw=raw,
        line=line,
        plain=flattened if line == raw else flat(line),
        marked=found,
        words=found.words,
        title=title,
        heading=heading,
        source=outline.quote(passage),
    )


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a title inside an article: short, capital first, without a full stop."""
    words = paragraph.words.strip(" *_-–—")
    return len(words) <= 100 and words[:1].isupper() and words[-1:] not in ".;,!?…" and "\n" not in words


def at_home(each: Said, titles: Shape) -> bool:
    """Whether the sentence stands under a title of its chapter."""
    return entitles(titles, each.title) or entitles(titles, each.heading)


# The sentences of an article share its title, and several chapters ask for each.
@lru_cache(maxsize=1024)
def entitles(titles: Shape, words: str) -> bool:
    """Whether these flat words hold a title of that shape."""
    return titles.search(words) is not None
