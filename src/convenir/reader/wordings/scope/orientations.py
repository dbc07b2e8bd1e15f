"""How texts state what one party aims at by itself: figures to reach, and what it says that it will do."""

from collections.abc import Iterator
from decimal import Decimal

from convenir.core.force import Force
from convenir.core.terms.scope import Comparator, OrientationTarget, UnilateralProgramme
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline, Passage
from convenir.reader.wordings.forces import binds

_VALUE = r"(?P<value>\d+(?:[.,]\d+)?)"
_SHARE = Shape(
    rf"\b(?:(?P<least>au moins|a minima|plus de) |(?P<most>au plus|moins de) )?{_VALUE} ?(?:%"
    rf"|pour cent) (?P<of>(?:des |de |du |d')[^.,;:()]{{4,140}})"
)
_RATIO = Shape(rf"\b(?:1|un|une) pour (?:au plus )?{_VALUE} (?P<of>[a-z-]+)")
_AIM = Shape(
    r"\b(?:iront|ira|seront|sera|beneficier\w+|seront consacre\w*|objectif|cible|atteindre|atteindra|viser?"
    r"|visent|prioritairement"
    r"|porter a|renforcement|developpement|devront|affecte\w*)\b"
)
# What is counted, paid or due is no aim.
_ACCOUNT = Shape(
    r"\b(?:represent\w+|compte|s'eleve\w*|habitants|taux (?:de chomage|de pauvrete)|prise en charge|acompte"
    r"|solde|financ\w+|verse\w*|subvention"
    r"|prix|cout|en (?:19|20)\d\d,|etai(?:t|ent)|sont (?:couvert|issu|allocataire)|population|participation)\b"
)
_PROGRAMME = Shape(
    r"^(?:[^,.;]{0,60}, )?(?P<who>(?:la|le|l') ?[^,.;]{2,70}?) (?P<does>s'engage a|a vocation a|entend"
    r"|contribue a|poursuit|developpe|met en place"
    r"|deploie|accompagne|soutient|favorise|propose|conduit) (?P<what>[^.;]{6,600})"
)


def targets(outline: Outline, context: Context) -> Iterator[OrientationTarget]:
    """The figures at which a party aims: a share of something, or one place for so many persons."""
    for passage in outline.passages(BlockKind.ARTICLE):
        if _ACCOUNT.search(passage.flat) or not _AIM.search(passage.flat):
            continue
        yield from _target(outline, context, passage)


def _target(outline: Outline, context: Context, passage: Passage) -> Iterator[OrientationTarget]:
    words = passage.sentence.words
    holder = _holder(passage.block, context)
    for shape, comparator in ((_SHARE, Comparator.AT_LEAST), (_RATIO, Comparator.AT_MOST)):
        found = shape.search(passage.flat)
        if found is None:
            continue
        most = shape is _SHARE and found["most"] is not None
        indicator = words[slice(*found.span("of"))] if shape is _SHARE else words[slice(*found.span())]
        yield OrientationTarget(
            indicator=tidy(indicator),
            comparator=Comparator.AT_MOST if most else comparator,
            value=Decimal(found["value"].replace(",", ".")),
            holder=holder,
            source=outline.quote(passage),
        )


def _holder(block: Block, context: Context) -> str:
    """The one party that the title of the article names."""
    keys = context.keys(flat(block.title))
    return keys[0] if len(keys) == 1 else ""


def programmes(outline: Outline, context: Context) -> Iterator[UnilateralProgramme]:
    """What a party says that it will do, in the article that bears its own orientations: one for each sentence."""
    for block in outline.of(BlockKind.ARTICLE):
        holder = _holder(block, context)
        for passage in outline.inside(block) if holder else ():
            found = _PROGRAMME.match(passage.flat)
            if found and context.keys(found["who"]) == (holder,):
                what = tidy(passage.sentence.words[slice(*found.span("what"))])
                yield UnilateralProgramme(
                    party=holder,
                    action=what.rstrip(" :"),
                    force=Force.HARD if binds(passage.flat) else Force.SOFT,
                    source=outline.quote(passage),
                )
