"""The diagnosis, the action plan, its means, indicators and milestones."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from convenir.core.delays import Between, Day
from convenir.core.force import Force
from convenir.core.terms import Term
from convenir.core.terms.plan import (
    ActionPlan,
    CaseCircuit,
    IndicatorRule,
    Means,
    Milestone,
    ReceptionNetwork,
    SharedDiagnosis,
)
from convenir.reader.chapters import governance
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, flat, pattern, tidy
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.reader.passages import Said
from convenir.reader.wordings.amendment.annexes import cited_in, is_promised
from convenir.reader.wordings.forces import force
from convenir.reader.wordings.holders import everybody
from convenir.reader.wordings.plan.action_plan import adds_theme, extending_body, is_closed, required, themes_of
from convenir.reader.wordings.plan.indicators import indicators


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter."""
    sentences = context.said
    articles = tuple(each for each in sentences if each.block.kind is BlockKind.ARTICLE)
    if context.supplied:
        yield from _diagnosis(outline, sentences)
    yield from _plan(outline, context, articles)
    yield from _means(articles)
    yield from _circuit(articles)
    yield from _receptions(articles)
    yield from _indicators(articles)
    for block in outline.clauses():
        yield from _milestones(outline, block)


_DIAGNOSIS = pattern(
    r"\b(?:pre-)?diagnostics? ?(?:partagee?s?|territorial|departemental|social)?\b|\bportrait (?:social|"
    r"de territoire)\b"
)


# «La Caf transmet chaque année un portrait social»: data that pass, not the diagnosis that the parties share.
_PASSES = pattern(r"\b(?:transm|fourni|remet|communiqu|adress)\w*")


def _is_on_diagnosis(plain: str) -> bool:
    return _DIAGNOSIS.search(plain) is not None and ("diagnostic" in plain or _PASSES.search(plain) is None)


def _diagnosis(outline: Outline, sentences: tuple[Said, ...]) -> Iterator[SharedDiagnosis]:
    """The diagnosis: the annex that holds it, and whether it is put off until later."""
    claims = [(each.line, each.source) for each in sentences if _is_on_diagnosis(each.plain)]
    binding = bool(claims)
    preamble = outline.passages(BlockKind.PREAMBLE)
    claims += [(tidy(p.sentence.words), outline.quote(p)) for p in preamble if _DIAGNOSIS.search(p.flat)]
    own = next((block for block in outline.annexes() if _DIAGNOSIS.search(flat(block.title))), None)
    cited = next(((line, source) for line, source in claims if any(True for _ in cited_in(line))), None)
    put_off = next(((line, source) for line, source in claims if _comes_later(line)), None)
    chosen = put_off or cited or next(iter(claims), None)
    if chosen is None or not (own or cited or binding):
        return
    number = own.number if own else next(cited_in(cited[0]), "") if cited else ""
    yield SharedDiagnosis(
        annex=number,
        deferred=put_off is not None,
        participants=next((named for line, _ in claims if (named := _participants(line))), ()),
        source=chosen[1],
    )


_LATER = pattern(
    r"\bdiagnostics?\b[^.;:]{0,40}\b(?:sera|seront) (?:[a-z]+ment )?(?:realise|etabli|elabore|mene|conduit|construit"
    r"|lance|engage|acheve|finalise)e?s?\b"
)


def _comes_later(line: str) -> bool:
    """
    >>> _comes_later("Un diagnostic partagé sera réalisé la première année."), _comes_later("Le diagnostic est annexé.")
    (True, False)
    """
    return is_promised(line) or _LATER.search(flat(line)) is not None


_MADE_WITH = (
    pattern(
        r"\bdiagnostics?\b[^.;:]{0,80}\b(?:partage|elabore|realise|etabli|construit|mene|conduit)e?s?"
        r" (?:conjointement )?"
        r"(?:avec|en lien avec|en association avec|par) (?P<who>[^.;:()]{4,160})"
    ),
    pattern(
        r"^(?P<who>[^.;:()]{4,160}?) (?:ont ete|sont|seront) (?:associe|consulte)e?s (?:au|a (?:l'elaboration"
        r"|la realisation|la construction) du) (?:[\w']+ )?diagnostic\b"
    ),
    pattern(
        r"\bont participe (?:au|a (?:l'elaboration|la realisation) du) diagnostic"
        r"(?: (?:partage|territorial|social))*,? ?:? (?P<who>[^.;:()]{4,160})"
    ),
)
_CUT = pattern(r"\s*(?:,| et )\s*(?:(?:avec|par) )?(?:les? |la |l'|des |du )?")
_ANYBODY = pattern(r"(?:ensemble des )?(?:differents )?(?:partenaires|acteurs|parties|signataires|deux|trois)\b")
_THEN = pattern(
    r",? (?:qui|dont|afin|pour|figur\w+|dans|et (?:annexe|joint|figur)|est|sera|au cours|en (?:20|annexe))\b.*$"
)


def _participants(line: str) -> tuple[str, ...]:
    """The partners with whom the diagnosis is made.

    >>> _participants("Le diagnostic a été partagé avec les associations, les centres sociaux et la MSA.")
    ('associations', 'centres sociaux', 'MSA')
    """
    plain = flat(line)
    found = next((match for shape in _MADE_WITH if (match := shape.search(plain))), None)
    if found is None:
        return ()
    start, end = found.span("who")
    stop = _THEN.search(plain, start, end)
    who = line[start : stop.start() if stop else end]
    cuts = [0, *(place for cut in _CUT.finditer(flat(who)) for place in cut.span()), len(who)]
    names = (who[begin:end].strip(" ,.") for begin, end in zip(cuts[::2], cuts[1::2], strict=True))
    named = (re.sub(r"^(?:les?|la|l['’]|des|du)\b\s*", "", name, flags=re.IGNORECASE) for name in names)
    return tuple(name for name in named if name and not _ANYBODY.match(flat(name)))


_PLAN = pattern(
    r"\b(?:plan|programme)s? d'actions?\b|\bfiches?(?: |-)(?:d')?(?:actions?|thematiques?|jointes?|annexees?)\b"
)
_YEARLY = pattern(
    r"\b(?:plan|programme) d'actions? annuel\b|\b(?:plan|programme) annuel d'actions?\b|"
    r"\b(?:chaque annee|annuellement|tous les ans)\b[^.]*\b(?:plan|programme) d'actions?\b|"
    r"\b(?:plan|programme) d'actions?\b[^.;]{0,40}\b(?:etabli|arrete|elabore|defini|valide|adopte|fixe)e?\b[^.;]{0,20}"
    r"\b(?:chaque annee|annuellement|tous les ans)\b|"
    r"\b(?:definir|arrete\w*|etablir|etabli\w*|elabore\w*)\b[^.]*\b(?:plan|"
    r"programme) d'actions?\b[^.]*\b(?:chaque annee|annuel\w*|tous les ans)\b"
)
_SHEETS = pattern(r"\bfiches?\b")
_EVALUATES = pattern(r"\bevalu|\bbilan\b|\breunions?\b")


def _plan(outline: Outline, context: Context, articles: tuple[Said, ...]) -> Iterator[ActionPlan]:
    claims = [each for each in articles if _PLAN.search(each.plain) and not _EVALUATES.search(each.plain)]
    own = next((block for block in outline.annexes() if _PLAN.search(flat(block.title))), None)
    if not claims and own is None:
        return
    yearly = next((each for each in claims if _YEARLY.search(each.plain)), None)
    chosen = yearly or next(iter(claims), None)
    cited = [number for each in claims for number in cited_in(each.line)]
    sheets = any(_SHEETS.search(each.plain) for each in claims) or bool(own and _SHEETS.search(flat(own.title)))
    listing = next((each for each in claims if themes_of(each)), None)
    yield ActionPlan(
        yearly=yearly is not None,
        annex=own.number if own else next(iter(cited), ""),
        by_sheets=sheets,
        themes=themes_of(listing) if listing else (),
        closed=listing is not None and is_closed(listing),
        extended_by=_extended_by(outline, context, listing) if listing else "",
        required=next((named for each in articles if (named := required(each))), ()),
        force=force(chosen.words) if chosen else Force.HARD,
        source=chosen.source if chosen else outline.heading(own) if own else articles[0].source,
    )


def _extended_by(outline: Outline, context: Context, listing: Said) -> str:
    adding = [each for each in context.said if adds_theme(each, listing)]
    if not adding:
        return ""
    bodies, _ = governance.declared(context.said)
    return extending_body(governance.terms(outline, context), adding, bodies)


_MEANS = pattern(
    r"\bmobilise(?:r|nt|ra|ront)? (?:les|des|tous les|leurs) moyens\b|\bmoyens humains\b|"
    r"\bmettre en œuvre les moyens\b|\b(?:fournit|emploie|affecte|apporte)\w* (?:\w+ )?(?:les|des) moyens\b|"
    r"\by affecte le personnel\b|\bmoyens necessaires\b|\bconsacrent\b.*\bmoyens\b"
)
# What all of them provide: «les parties affectent le personnel nécessaire».
_PROVIDED = pattern(
    r"\b(?:ressources (?:humaines|materielles)|moyens materiels)\b|"
    r"\b(?:affect|mobilis|dedi|consacr|apport|mett\w* a disposition|fourni)\w* (?:[\w']+ )?(?:personnels?|materiels?)\b"
)
_COMMITS = pattern(
    r"\b(?:s'engage(?:nt)? a mobiliser|mobilise(?:nt|ra)?|fournit|emploie|consacrent|y affecte|met(?:tent)? en œuvre)\b"
)
_HARD_CASE = r"(?:urgent|complexe|difficile|sensible)\w*"
_CIRCUIT = pattern(
    r"\b(?:circuit|procedure|protocole|modalites? de traitement)\b[^.;]*\b(?:situations|cas"
    rf"|dossiers)\b[^.;]*\b{_HARD_CASE}|"
    rf"\b(?:situations|cas|dossiers) (?:les plus )?{_HARD_CASE}[^.;]*\b(?:circuit|procedure|protocole)\b"
)
# «situations dites « complexes » ou urgentes»
_CASES = pattern(rf"\b(?:situations|cas|dossiers)\b[^.;,]{{0,30}}?\b{_HARD_CASE}(?: \"| et| ou|,)*(?: {_HARD_CASE})*")
_HUMAN = pattern(r"\b(?:humaine?s?|personnels?|agents?|postes?|equivalents? temps|professionnels)\b")
_MATERIAL = pattern(r"\b(?:materiels?|locaux|logistiques?|techniques?|informatiques?|equipements?|donnees)\b")
_RECEPTION = pattern(
    r"\b(?:mise en reseau|mett\w+ en reseau|coordonn\w+|articul\w+|rapproch\w+)\b[^.;]{0,60}"
    r"\b(?:lieux|points|sites|structures|espaces) d'(?:accueils?|information)\b|"
    r"\b(?:lieux|points|sites|structures|espaces) d'(?:accueils?|information)\b[^.;]{0,60}"
    r"\b(?:fonctionn\w+|travaill\w+|organises?) en reseau\b"
)
_SITES = pattern(
    r"\b(?:lieux|points|sites|structures|espaces) d'(?:accueils?|information)(?: sociaux| sociales?| du public)?\b"
)
_ADAPTED_RECEPTION = pattern(r"\baccueils? (?:\w+ )?adapte")
_ADAPTED = pattern(r"\badapte\w*\b[^.;]*\b(?:fragiles?|vulnerables?|en difficulte|eloignes|besoins)\b")


def _means(articles: tuple[Said, ...]) -> Iterator[Means]:
    claims = [each for each in articles if _MEANS.search(each.plain) or _all_provide(each)]
    chosen = next((each for each in claims if _COMMITS.search(each.plain)), next(iter(claims), None))
    if chosen:
        human, material = (bool(shape.search(chosen.plain)) for shape in (_HUMAN, _MATERIAL))
        # «les moyens nécessaires» are of both kinds.
        yield Means(
            human=human or not material,
            material=material or not human,
            force=force(chosen.words),
            source=chosen.source,
        )


def _all_provide(each: Said) -> bool:
    return _PROVIDED.search(each.plain) is not None and everybody(each.plain)


def _circuit(articles: tuple[Said, ...]) -> Iterator[CaseCircuit]:
    found = next((each for each in articles if _CIRCUIT.search(each.plain)), None)
    if found:
        cases = _CASES.search(found.plain)
        named = tidy(found.line[slice(*cases.span())]) if cases else ""
        yield CaseCircuit(cases=named, force=force(found.words), source=found.source)


def _receptions(articles: tuple[Said, ...]) -> Iterator[ReceptionNetwork]:
    """The places of reception that the parties bring together."""
    found = next((each for each in articles if _RECEPTION.search(each.plain)), None)
    if found:
        sites = _SITES.search(found.plain)
        yield ReceptionNetwork(
            sites=tidy(found.line[slice(*sites.span())]) if sites else "",
            adapted=_ADAPTED.search(found.plain) is not None or any(_adapts(found, each) for each in articles),
            force=force(found.words),
            source=found.source,
        )


def _adapts(found: Said, each: Said) -> bool:
    """Whether another sentence of the same article tells of a reception made for those who need it."""
    same = each.block is found.block
    return same and _ADAPTED_RECEPTION.search(each.plain) is not None and _ADAPTED.search(each.plain) is not None


def _indicators(articles: tuple[Said, ...]) -> Iterator[IndicatorRule]:
    """Where the indicators stand, by the first sentence that says it."""
    for each in articles:
        found = indicators(each.line) if "indicateur" in each.plain else None
        if found:
            yield IndicatorRule(
                place=found.place,
                annex=next(cited_in(each.line), ""),
                minimum=found.minimum,
                quality=found.measured,
                source=each.source,
            )
            return


# --- milestones --------------------------------------------------------------------------------------------

_CALENDAR = pattern(r"^\W*(?:le )?(?:calendrier|echeancier|planning)\b[^:]{0,40}:?\W*$")
# Steps that are a calendar where each has its day.
_STEPS = pattern(r"^\W*(?:les )?(?:grandes |principales )?(?:etapes|echeances|jalons)\b[^:]{0,60}:?\W*$")
_FROM_TO = Shape(r"\b(?:de|du)\s+(?P<month>[a-z]+)\s+(?:a|au)\s+(?P<end>[a-z]+\s+(?P<year>\d{4}))")


def _milestones(outline: Outline, block: Block) -> Iterator[Milestone]:
    """The items under a heading «Calendrier»: «label : date», or a label whose date is still to be fixed."""
    begin = next((p for p in block.paragraphs if _CALENDAR.match(flat(p.words))), None)
    steps = begin or next((p for p in block.paragraphs if _STEPS.match(flat(p.words))), None)
    if steps is None:
        return
    items = takewhile(lambda paragraph: paragraph.marker, block.paragraphs[steps.number :])
    found = tuple(_milestone(outline, block, paragraph) for paragraph in items)
    if begin or all(milestone.planned for milestone in found):
        yield from found


# «avant le 30 juin 2024», «1er trimestre 2024»
_DATE_WORDS = 5


def _milestone(outline: Outline, block: Block, paragraph: Paragraph) -> Milestone:
    line = tidy(paragraph.words)
    label, colon, words = line.rpartition(":")
    if colon and len(label.split()) <= _DATE_WORDS and _planned(words) is None and _planned(label):
        # «juin 2024 : lancement»
        label, words = words, label
    return Milestone(
        label=(label if colon else line).strip(" .;"),
        planned=_planned(words) if colon else None,
        words=words.strip(" .;") if colon else "",
        source=outline.source(block, paragraph),
    )


_PART = Shape(
    r"\b(?P<rank>1 ?er|premier|2 ?(?:e|nd|eme)|second|deuxieme|3 ?(?:e|eme)|troisieme|4 ?(?:e|eme)|quatrieme|dernier) "
    r"(?P<part>trimestre|semestre) (?:de (?:l'annee )?)?(?P<year>20\d\d)\b"
)
_RANKS = {"1": 1, "p": 1, "2": 2, "s": 2, "3": 3, "t": 3, "4": 4, "q": 4}


def _part_of_year(words: str) -> Between | None:
    """
    >>> _part_of_year("au second semestre 2024")
    Between(earliest=datetime.date(2024, 7, 1), latest=datetime.date(2024, 12, 31))
    """
    found = _PART.search(flat(words))
    if found is None:
        return None
    parts, year = {"trimestre": 4, "semestre": 2}[found["part"]], int(found["year"])
    rank = {"deuxieme": 2, "dernier": parts}.get(found["rank"], _RANKS.get(found["rank"][0], 0))
    if not 0 < rank <= parts:
        return None
    following = date(year + rank * 12 // parts // 12, rank * 12 // parts % 12 + 1, 1)
    return Between(earliest=date(year, (rank - 1) * 12 // parts + 1, 1), latest=following - timedelta(days=1))


def _planned(words: str) -> Day | None:
    """
    >>> _planned("de janvier à juin 2019")
    Between(earliest=datetime.date(2019, 1, 1), latest=datetime.date(2019, 6, 30))
    >>> _planned("à définir") is None
    True
    """
    claims = _FROM_TO.search(flat(words))
    if claims:
        first = next(days(f"{claims['month']} {claims['year']}"), None)
        last = next(days(claims["end"]), None)
        if first and last and isinstance(first.day, Between) and isinstance(last.day, Between):
            return Between(earliest=first.day.earliest, latest=last.day.latest)
    found = next((found.day for found in days(words) if found.day), None)
    return found if isinstance(found, date | Between) else _part_of_year(words)
