"""How the text changes: avenants, annexes, severability, title against content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.delays import Delay
from convenir.core.source import Source
from convenir.core.terms import Document, Term
from convenir.core.terms.amendment import AmendmentClause, AmendmentScope, Annex, Severability, TitlePrecedence
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import delay, flat, pattern, tidy
from convenir.reader.outline import Block, BlockKind, Outline, Passage
from convenir.reader.passages import Said
from convenir.reader.wordings.amendment.annexes import bare_title, cited_in, is_hollow, is_promised, normal


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter."""
    sentences = tuple(each for each in context.said if each.block.kind is not BlockKind.ANNEX)
    if context.document is not Document.DELIBERATION:
        yield from _amendments(sentences)
        yield from _severability(sentences)
        yield from _title_precedence(sentences)
    yield from annexes(outline, context)


# --- avenants ----------------------------------------------------------------------------------------------

_AMENDED = pattern(
    r"\bmodifi(?:cations?|ee?s?|er|ent|ons|ables?)\b|\bchange(?:e?s?|r|ments?)\b|\brevis(?:ions?|ee?s?|er|ent"
    r"|ables?)\b|"
    r"\bevolu\w+|\badapt\w+|\bajout\w*|\badjonctions?\b|\bintangibles?\b|\b(?:re)?touch\w+|\btransform\w+"
    r"|\bactualisations?\b|\bajustements?\b|\bcomplet(?:ee?s?|er)\b|"
    r"\bderog(?:er|e|ations?)\b|\bamende(?:e?s?|r)\b"
)
_BY_AMENDMENT = pattern(
    r"\bavenants?\b|\bactes? modificatifs?\b|\bconventions? modificatives?\b"
    r"|\bpar (?:un )?ecrit\b[^.;]{0,20} signee? (?:de|des|par)\b"
)
# «Ils modifient de même, et jamais autrement, ce qui doit l'être»: as the sentence before says.
_LIKEWISE = pattern(r"\bde (?:la )?meme(?: (?:maniere|facon|facon))?\b|\bdans les memes formes\b|\bainsi\b")
_SANCTION = pattern(
    r"^(?!.*\b(?:aucune?|nulle?|rien)\b).*\bsans (?:la signature d'un|qu'un|un|la conclusion d'un) avenant\b"
    r"|\bresili|\bdenonc|"
    r"\bsans (?:qu'il soit (?:besoin|necessaire)|besoin|necessite|recour)\w*\b[^.;]{0,30}\bavenant|"
    r"\b(?:ne|n') ?(?:donne|requi|necessit|suppose|exige|implique|appelle)\w* (?:pas|aucun)\b[^.;]{0,30}\bavenant"
)
_SUBSTANTIAL = pattern(
    r"\b(?:substantiel(?:le)?s?|notables?|majeures?|importante?s?|significati(?:ve|f)s?|essentielles?)\b"
)
_LISTS = pattern(
    r"\bprecis(?:e[rt]?|ant|era)\b.*\b(?:modifications|(?:elements|dispositions) modifi\w+)\b|\b(?:recapitul|enumer"
    r"|mentionn|detaill)\w*\b.*\b(?:changements?|"
    r"modifi\w+|dispositions)\b|\bindiqu\w+\b[^.;]*\b(?:modifications|(?:articles|clauses|elements) modifies)\b|"
    r"\brecapitulee?s\b|\benonce\b.*\bchangements\b|\bla decrit\b|\bobjet (?:precis )?de (?:la|chaque) modification"
)
_MAY = pattern(r"(?<!ne\s)\b(?:peut|peuvent|pourra|pourront|pourrait)\b(?! etre (?:modifie|revise|complete)\w* que)")
_MUST = pattern(
    r"\bne (?:peut|peuvent|pourra)\b.*\bque\b|\betre (?:modifiee?s?|revisee?s?|completee?s?|"
    r"amendee?s?)\b[^.;]*\bpar (?:voie d'|un |des )?avenants?"
)
# What the next sentence tells is of the avenant.
_OF_AMENDMENT = pattern(r"\bavenants?\b|^(?:celui-ci|ce dernier|il) ")
_OTHER_USE = pattern(r"\bpresent avenant\b|\barticle \d+ de la convention\b")


def _amendments(sentences: tuple[Said, ...]) -> Iterator[AmendmentClause]:
    """Sentences that make a change depend on an avenant; what it must list may be told in the next sentences."""
    for index, each in enumerate(sentences):
        plain = each.plain
        if not (_AMENDED.search(plain) and _by_amendment(sentences, index)) or _is_about_amendment(plain):
            continue
        if _SANCTION.search(plain) or _OTHER_USE.search(plain):
            continue
        following = " ".join(o.plain for o in sentences[index + 1 : index + 3] if o.block is each.block)
        near = f"{plain} {following if _OF_AMENDMENT.search(following) else ''}"
        yield AmendmentClause(
            scope=AmendmentScope.SUBSTANTIAL if _SUBSTANTIAL.search(plain) else AmendmentScope.ANY,
            lists_changes=bool(_LISTS.search(near)),
            covers_annexes=bool(re.search(r"\bannexes?\b", near)),
            optional=bool(_MAY.search(plain)) and not _MUST.search(plain),
            source=each.source,
        )


def _by_amendment(sentences: tuple[Said, ...], index: int) -> bool:
    """Whether the sentence names an avenant, or refers to the one that the sentence before names."""
    each, above = sentences[index], sentences[max(index - 1, 0)]
    if _BY_AMENDMENT.search(each.plain):
        return True
    same = above.paragraph is each.paragraph and _BY_AMENDMENT.search(above.plain) is not None
    return same and _LIKEWISE.search(each.plain) is not None


def _is_about_amendment(plain: str) -> bool:
    """Whether the sentence only says what an avenant holds: «cet avenant précise les modifications»."""
    return bool(
        re.match(
            r"\W*(?:(?:cet|ces|ledit|l'|les)\s*avenants?\b(?! (?:est|sera) (?:necessaire|requis|conclu))"
            r"|(?:tout|un)\s+avenants?\b(?!\s+(?:est|sera|peut|pourra|doit|devra|constate|formalise|modifie|complete"
            r"|vient)))",
            plain,
        )
    )


_CLAUSE = pattern(r"\b(?:clauses?|articles?|stipulations?|dispositions?)\b")
_VOID = pattern(
    r"\bnon ecrites?\b|\binexistantes?\b|\bnullite|\bnulles?\b(?! (?:modification|part|autre))|\bannul(?:ee?s?"
    r"|ation)\b|"
    r"\billegal(?:e?s?|ite)\b|\billicites?\b|\binvalid(?:ee?s?|ite)\b|\bprivee?s? d'effet|\bcaducite"
    r"|\binapplicables?\b|"
    r"\bnon valides?\b|\bcontraires? a (?:la|une) (?:loi|regle)"
    r"|\binopposab\w+|\bentachee?s? de nullite|\becartee?s?\b|\btombe\w*\b|\bcenseuree?s?\b"
)
_STANDS = pattern(
    r"\bautres(?! (?:parties|partenaires|signataires|membres))\b|\b(?:reste|surplus) d(?:e|u)\b|"
    r"\bne (?:saurait |peut |pourra )?(?:remet|vic|porte|compromet|prive)\w*\b|\bn'(?:entrain|affect|emport|alter"
    r"|attei)\w*\b"
    r"[^.;]{0,60}\b(?:validite|celle|ensemble|force|convention|contrat|charte)\b|"
    r"\b(?:demeur|rest|conserv|subsist|continu)\w* [^.;]{0,40}\b(?:applicable|vigueur|valable|effet|force)|"
    r"\bse detache\w*|\bdivisibles?\b|\blaiss\w+ subsister\b|\bsans (?:incidence|effet|consequence) sur\b|"
    r"\b(?:le reste|surplus|l'ensemble)\b[^.;]{0,40}\b(?:subsist|demeur|gard|conserv|rest|continu|s'appliqu|survi"
    r"|tien)\w*|"
    r"\b(?:reputee?|consideree?|tenue|regardee)s? (?:comme |pour )?(?:non ecrite|inexistante)"
)
_BY_LAW = pattern(
    r"\b(?:regles? de droit|dispositions? (?:legales?|imperatives?|d'ordre public)|textes?|lois?|reglements?|"
    r"reglementation)\b[^.;]{0,30}\b(?:en vigueur|applicables?)|\bcontraires? a (?:une|la) (?:regle|loi|disposition)|"
    r"\ben application d'une (?:loi|regle)"
)
_CONTENT_WINS = pattern(
    r"\b(?:titre|intitule|titres|intitules)\b.*"
    r"\b(?:prevau\w*|prevalent|prevaloir|l'emporte\w*|fait foi|font foi|prime\w*)\b|"
    r"\b(?:titres|intitules)(?: (?:des|et) [^.;,]{3,40}?)? (?:n'ont|ont|sont|ne sont|sont donnes|figurent)\b"
    r"[^.;]{0,30}\b(?:valeur (?:purement |seulement )?indicative"
    r"|a titre (?:purement )?(?:indicatif|d'indication))\b|"
    r"\bdesaccord entre l'intitule\b|\b(?:contenu|teneur|texte)\b.*\b(?:prevau\w*|l'emporte)\b.*\btitre"
)


def _severability(sentences: tuple[Said, ...]) -> Iterator[Severability]:
    """A sentence that tells a void clause from the others; «réputée non écrite» may be told in two sentences."""
    for each in sentences:
        if _VOID.search(each.plain) and _CLAUSE.search(each.plain) and _STANDS.search(each.plain):
            yield Severability(by_law=_BY_LAW.search(each.plain) is not None, source=each.source)
            return


def _title_precedence(sentences: tuple[Said, ...]) -> Iterator[TitlePrecedence]:
    found = next((each for each in sentences if _CONTENT_WINS.search(each.plain)), None)
    if found:
        yield TitlePrecedence(source=found.source)


# --- annexes -----------------------------------------------------------------------------------------------

_ANNEXED = pattern(
    r"\b(?P<title>(?:projet|plan|programme|diagnostic|document|fiches?|convention|charte|liste|"
    r"tableau)s?(?: [\w']+){0,3}?),?"
    r"(?: qui)?(?: (?:est|sont|sera|seront|figure))? (?:annexee?s?|jointe?s?|en annexe)\b"
)


_AFTER_SIGNATURE = pattern(r"\b(?:suivant|apres|a compter de) (?:la |sa )?signature\b")


@dataclass(slots=True)
class _Trace:
    """What the text shows of one annex, gathered as it is read."""

    title: str = ""
    cited: bool = False
    listed: bool = False
    present: bool = False
    deferred: bool = False
    within: Delay | None = None
    source: Source | None = None


def annexes(outline: Outline, context: Context) -> Iterator[Annex]:
    """The annexes that have a heading, stand in a list or are cited, one term for each number."""
    traces: dict[str, _Trace] = {}
    for block in outline.annexes():
        _headed(outline, block, traces.setdefault(normal(block.number), _Trace()))
    for entry in outline.contents:
        if entry.kind is BlockKind.ANNEX:
            trace = traces.setdefault(normal(entry.number), _Trace())
            trace.listed, trace.title = True, trace.title or bare_title(entry.title)
            place = next((b for b in outline.blocks if b.start <= entry.start < b.end), outline.blocks[0])
            trace.source = trace.source or outline.ground(place, entry.start, entry.end)
    for block in outline.of(BlockKind.ARTICLE, BlockKind.BODY, BlockKind.CLOSING):
        _itemised(outline, block, traces)
    for passage in outline.passages(BlockKind.CITATIONS, BlockKind.PREAMBLE, BlockKind.ARTICLE, BlockKind.BODY):
        _cited(outline, passage, traces)
    for number, trace in sorted(traces.items(), key=lambda pair: _order(pair[0])):
        if trace.source:
            yield _annex(number, trace, trace.source)
    titles = " ".join(flat(trace.title) for trace in traces.values())
    yield from (annex for annex in _unnumbered(outline, context) if flat(annex.title) not in titles)


def _order(number: str) -> tuple[int, str]:
    found = re.match(r"\d+", number)
    return (int(found[0]) if found else 99, number)


def _annex(number: str, trace: _Trace, source: Source) -> Annex:
    return Annex(
        number=number,
        title=trace.title,
        cited=trace.cited,
        listed=trace.listed,
        present=trace.present,
        deferred=trace.deferred,
        within=trace.within,
        source=source,
    )


def _headed(outline: Outline, block: Block, trace: _Trace) -> None:
    words = " ".join(tidy(p.words) for p in block.paragraphs)
    trace.listed = True
    trace.title = trace.title or bare_title(block.title)
    trace.present = trace.present or not is_hollow(words)
    short = len(words) < 400 or is_promised(block.title)
    if short and is_promised(f"{block.title} {words}"):
        trace.deferred = True
        trace.within = delay(words) if "signature" in flat(words) else None
    trace.source = trace.source or outline.heading(block)


_ITEM = Shape(
    r"(?:[Aa]nnexe|ANNEXE)\s+(?:n\s?°\s*)?(?P<number>\d+[a-h]?|[IVX]+|[A-H])\s*[:–—-]\s*(?P<title>\S.*)$", re.DOTALL
)


# «Annexe A : budget ; Annexe B : calendrier.»
_NEXT_ITEM = re.compile(r"[;,]\s*(?:et\s+)?(?=(?:[Aa]nnexe|ANNEXE)\s+(?:n\s?°\s*)?(?:\d|[IVXA-H]\b)[\w ]{0,3}[:–—-])")


def _itemised(outline: Outline, block: Block, traces: dict[str, _Trace]) -> None:
    """The items «Annexe 1 : …» of a list inside an article, or on one line of it or under the signatures."""
    for paragraph in block.paragraphs:
        if not _ITEM.search(paragraph.words):
            continue
        items = _NEXT_ITEM.split(paragraph.words)
        for found in filter(None, map(_ITEM.match, items)):
            if block.kind is not BlockKind.ARTICLE and len(items) == 1:
                continue
            trace = traces.setdefault(normal(found["number"]), _Trace())
            trace.listed = True
            trace.title = trace.title or bare_title(tidy(found["title"]).rstrip(" ;,."))
            trace.deferred = trace.deferred or is_promised(found["title"])
            trace.source = trace.source or outline.source(block, paragraph)


def _cited(outline: Outline, passage: Passage, traces: dict[str, _Trace]) -> None:
    words = passage.sentence.words
    for number in cited_in(words):
        trace = traces.setdefault(number, _Trace())
        trace.cited = True
        trace.source = trace.source or outline.quote(passage)
        if is_promised(words):
            trace.deferred = True
            trace.within = trace.within or (delay(words) if "signature" in flat(words) else None)


def _unnumbered(outline: Outline, context: Context) -> Iterator[Annex]:
    """A document annexed without a number, in sentences that cite no number."""
    seen: set[str] = set()
    for passage in outline.passages(BlockKind.ARTICLE, BlockKind.BODY):
        if any(True for _ in cited_in(passage.sentence.words)):
            continue
        for found in _ANNEXED.finditer(passage.flat):
            title = tidy(passage.sentence.words[found.start("title") : found.end("title")])
            if flat(title) in seen or re.match(r"conventions?\b|documents?\b", flat(title)):
                continue
            seen.add(flat(title))
            yield Annex(
                number="",
                title=title,
                cited=True,
                listed=context.document is Document.DELIBERATION,
                deferred="sera" in found[0].split(),
                within=delay(passage.sentence.words) if _AFTER_SIGNATURE.search(passage.flat) else None,
                source=outline.quote(passage),
            )
