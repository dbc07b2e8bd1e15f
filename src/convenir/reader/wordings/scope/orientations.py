"""How texts state what one party aims at by itself: figures to reach, and what it says that it will do."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from convenir.core.force import Force
from convenir.core.terms.scope import Comparator, OrientationTarget, UnilateralProgramme
from convenir.reader.context import Context
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline, Passage
from convenir.reader.passages import Said
from convenir.reader.wordings.counted import is_counted
from convenir.reader.wordings.forces import binds, force

_VALUE = r"(?P<value>\d+(?:[.,]\d+)?)"
_SHARE = Shape(
    rf"\b(?:(?P<least>au moins|a minima|plus de) |(?P<most>au plus|moins de|pas (?:depasser|exceder)) )?{_VALUE} ?(?:%"
    rf"|pour cent)(?: la (?:part|proportion))? (?P<of>(?:des |de |du |d')[^.,;:()]{{4,140}})"
)
# «un taux de couverture de 60 %»
_RATE = Shape(
    rf"\b(?P<of>taux (?:de |d')[^.,;:()<\d]{{3,60}}?) (?:(?P<most>d'au plus|de moins de) |d'au moins |de )"
    rf"{_VALUE} ?(?:%|pour cent)"
)
# «1 pour 70 professionnelles», «un animateur pour 70 professionnelles»
_RATIO = Shape(rf"\b(?:1|un|une) (?:[a-z]+ (?=pour (?:au plus )?\d\d))?pour (?:au plus )?{_VALUE} (?P<of>[a-z-]+)")
_AIM = Shape(
    r"\b(?:iront|ira|seront|sera|beneficier\w+|seront consacre\w*|objectif|cible|atteindre|atteindra|viser?"
    r"|visent|prioritairement"
    r"|porter a|renforce(?:r|ment)|developpe(?:r|ment)|devront|affecte\w*)\b"
)
# What is counted, paid or due is no aim.
_ACCOUNT = Shape(
    r"\b(?:represent\w+|compte|s'eleve\w*|habitants|taux (?:de chomage|de pauvrete)|prise en charge|acompte"
    r"|solde|financ\w+|verse\w*|subvention"
    r"|prix|cout|en (?:19|20)\d\d,|etai(?:t|ent)|sont (?:couvert|issu|allocataire)|population|participation)\b"
)
# «créer 4 ou 5 logements»: so many things at least, where the sentence, or the one above its list, tells an aim.
_CREATED = Shape(
    rf"\b(?:creer|ouvrir|construire|realiser|labelliser|accueillir|former|equiper) (?:au moins |environ )?"
    rf"(?P<count>(?!une?\b){NUMBER})(?: (?:ou|a) {NUMBER})? (?P<of>(?!%|pour cent|euros?\b|<)[a-z][^.,;:()]{{4,140}})"
)
_AIMED = Shape(
    r"\bil s'agit\b|\b(?:pour|comme) (?:objectifs?|ambition|but|finalite|vocation)\b|\bobjectifs? (?:est|sont)\b"
    r"|\bvise(?:nt)? a\b|\b(?:a|ont) vocation\b|\bs'efforce\w*|\bambitionne\w*"
)
_PROGRAMME = Shape(
    r"^(?:[^,.;]{0,60}, )?(?P<who>(?:la|le|l') ?[^,.;]{2,70}?) (?P<does>s'engage a|a vocation a|entend|souhaite"
    r"|contribue a|poursuit|developpe|met en place"
    r"|deploie|accompagne|soutient|favorise|propose|conduit) (?P<what>[^.;]{6,600})"
)


def targets(outline: Outline, context: Context) -> Iterator[OrientationTarget]:
    """The figures at which a party aims: a share of something, or one place for so many persons."""
    for passage in outline.passages(BlockKind.ARTICLE):
        if _ACCOUNT.search(passage.flat) or not _AIM.search(passage.flat):
            continue
        yield from _target(outline, context, passage)


def numbers_aimed_at(context: Context) -> Iterator[OrientationTarget]:
    """So many things to create, where it is told as an aim: by the sentence, or by the one that opens its list."""
    opening: Said | None = None
    for each in context.said:
        under = opening if opening and opening.block is each.block and each.paragraph.marker else each
        found = _CREATED.search(each.plain)
        count = number(found["count"]) if found and (_AIMED.search(each.words) or _AIMED.search(under.words)) else None
        if found and count:
            yield OrientationTarget(
                indicator=tidy(each.line[slice(*found.span("of"))]),
                comparator=Comparator.AT_LEAST,
                value=Decimal(count),
                source=each.source,
            )
        if each.words.endswith(":"):
            opening = each


def _target(outline: Outline, context: Context, passage: Passage) -> Iterator[OrientationTarget]:
    words = passage.sentence.words
    holder = _holder(passage.block, context)
    for shape in (_SHARE, _RATE, _RATIO):
        found = shape.search(passage.flat)
        if found is None:
            continue
        ratio = shape is _RATIO
        indicator = words[slice(*(found.span() if ratio else found.span("of")))]
        yield OrientationTarget(
            indicator=tidy(indicator),
            comparator=Comparator.AT_MOST if ratio or found["most"] else Comparator.AT_LEAST,
            value=Decimal(found["value"].replace(",", ".")),
            holder=holder,
            source=outline.quote(passage),
        )


def _holder(block: Block, context: Context) -> str:
    """The one party that the title of the article names."""
    keys = context.keys(flat(block.title))
    return keys[0] if len(keys) == 1 else ""


def programmes(context: Context) -> Iterator[UnilateralProgramme]:
    """What a party says that it will do by itself: in the article on its own orientations, or on what each brings."""
    articles = (each for each in context.said if each.block.kind is BlockKind.ARTICLE)
    for _, inside in groupby(articles, key=lambda each: each.block.start):
        sentences = tuple(inside)
        holder = _holder(sentences[0].block, context)
        if holder:
            yield from _wished(sentences, context, holder)
        if _SHARED_OUT.search(sentences[0].title):
            yield from _brought(sentences, context, holder)


def _wished(sentences: tuple[Said, ...], context: Context, holder: str) -> Iterator[UnilateralProgramme]:
    """What the party of the title says there: one for each sentence."""
    for each in sentences:
        found = _PROGRAMME.match(each.plain)
        if found and context.keys(found["who"]) == (holder,):
            yield UnilateralProgramme(
                party=holder,
                action=tidy(each.line[slice(*found.span("what"))]).rstrip(" :"),
                force=Force.HARD if binds(each.plain) else Force.SOFT,
                source=each.source,
            )


# --- what each party brings -------------------------------------------------------------------------------

# The article in which the parties say, one after the other, what each brings.
_SHARED_OUT = Shape(
    r"\b(?:engagements?|contributions?|apports?|apporte\w*|moyens|concours|roles?|de chacune?\b|obligations?"
    r"|participations? d|qui fait quoi|financements?|intervention des (?:parties|partenaires))\b"
)
_BRINGS = Shape(
    r"^(?:[^,.;]{0,40}, )?(?P<who>(?:la|le|les|l') ?[^,.;:]{2,60}?|elle|il)(?:,[^,.;]{2,60},)? (?:y |lui |leur |en )?"
    r"(?P<what>(?:s'engage(?:ra)? a|apporte(?:ra)?|fournit|fournira|met(?:tra)? (?:\w+ )?a (?:la )?disposition"
    r"|prete(?:ra)?|ouvre|ouvrira|emploie(?:ra)?|affecte(?:ra)?|finance(?:ra)?|verse(?:ra)?|maintient|maintiendra"
    r"|organise(?:ra)?|anime(?:ra)?|gere(?:ra)?|entretient|instruit|instruira|conseille(?:ra)?|forme(?:ra)?"
    r"|coordonne(?:ra)?|accompagne(?:ra)?|soutient|soutiendra|prend en charge|prendra en charge|mobilise(?:ra)?"
    r"|recrute(?:ra)?|paie(?:ra)?|relaie(?:ra)?|loge(?:ra)?|accueille(?:ra)?|propose(?:ra)?)\b,? [^.]{6,400})"
)
# What another clause holds: bodies, data, money kept, what comes back each year.
_ELSEWHERE = Shape(
    r"\bcomites?\b|\binstances?\b|\bsecretariat\b|\bdonnees\b|\bevaluation\b|\bbilans?\b"
    r"|\bmontants?\b|\bbonus\b|\bcontrats? enfance\b|\b(?:soutien|appui|effort|concours) financier\b|\bmoyens\b"
    r"|\bfinancements?\b"
    r"|\b(?:chaque|par) (?:an|annee|mois|semestre|trimestre|semaine)\b|\binform\w+\b|\bconventions?\b|\bbail\b"
)


def _brought(sentences: tuple[Said, ...], context: Context, holder: str) -> Iterator[UnilateralProgramme]:
    """What one party alone says there that it brings; «elle» is the party of the sentence before, or of the title."""
    before: tuple[str, ...] = (holder,) if holder else ()
    for each in sentences:
        found = _BRINGS.match(each.plain)
        pronoun = found is not None and found["who"] in ("elle", "il")
        named = before if pronoun else context.keys(found["who"]) if found else ()
        told = holder and _PROGRAMME.match(each.plain)
        if found and len(named) == 1 and not told and not (is_counted(each.words) or _ELSEWHERE.search(each.words)):
            yield UnilateralProgramme(
                party=named[0],
                action=tidy(each.line[slice(*found.span("what"))]).rstrip(" :;"),
                force=force(each.words),
                source=each.source,
            )
        before = named
