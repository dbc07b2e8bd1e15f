"""What the text is: convention, avenant, délibération or report, draft; its kind and its title."""

import re
from dataclasses import dataclass

from convenir.core.terms import ConventionKind, Document
from convenir.core.terms.parties import PartyClause, PartyKind
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.wordings.parties.organisations import kind_of
from convenir.reader.wordings.parties.party_clauses import in_comparution

_AMENDMENT = Shape(r"^\W*(?:projet d')?avenant\b|\bavenant\s+(?:n\s?[°o]\s*\d+\s+)?(?:a|de)\s+la\s+convention")
_TEMPLATE = Shape(r"\bconvention[- ]type\b|\bmodele\s+(?:de\s+)?convention|\b(?:trame|modele)\s+(?:nationale?|type)\b")
# A party without its name: «la commune de XXXX», «la Caf de ..........».
# How a deed describes a natural person who appears in her own name.
_PERSONS = Shape(
    r"\b(?:demeurant|domiciliee?s?)\s+(?:ensemble\s+)?(?:a|au|en)\b|\bnee?s?\s+(?:a\b|le\s+\d)|\bfuturs?\s+epou|\bcelibataires?\b"
)
_UNNAMED = Shape(
    r"\b(?:commune|ville|communes|agglomeration|departement|familiales|caf)\s+(?:de\s+la|du|des|de|d')?\s*(?:x{3,}|[.…_]{4,}|\[)"
)
_CHARTER = Shape(r"^\W*charte\b")
_NO_CHARTER = Shape(r"^\W*(?:convention|avenant|protocole|contrat|accord)\b")
# A report, a délibération or the decision of a board, by a line of its head.
_REPORT = Shape(
    r"\bextrait\s+du\s+registre|\brapport\s+n(?:\s?[°o]|\b)|\brapport\s+(?:du|de\s+la|de\s+m\.?|de\s+mme)\s+president|"
    r"^\W*(?:projet\s+de\s+)?deliberation(?:\W*$|\s+(?:n\b|du\b|de\b|[\w/.-]*\d))|^\W*decision\s+n\s?[°o]|"
    r"^\W*rapport\s+(?:au|a\s+l['a]|en)\b|\bregistre\s+des\s+deliberations"
)
# The same by what its words decide or propose.
_DECIDES = Shape(
    r"\b(?:conseil|commission)\s+(?:d'administration|municipal|communautaire|departemental|permanente)\b[^.;]{0,40}?\sdecide\b|"
    r"\bextrait\s+du\s+registre|\bprojet\s+de\s+deliberation|\bapres\s+en\s+avoir\s+(?:delibere|debattu)|"
    r"\bil\s+vous\s+est\s+(?:donc\s+)?propose\b|\best\s+(?:donc\s+)?propose\s+(?:au|a\s+l'|a\s+la)\s*(?:conseil|assemblee|commission|bureau|comite)|"
    r"\bje\s+vous\s+(?:demande|propose|prie|saurais|invite)\b[^.]{0,60}\b(?:approuver|autoriser|deliberer|adopter)"
)
# The sentence that decides, which stands in the head of a short act.
_VERDICT = Shape(
    r"\bapres\s+(?:en\s+)?avoir\s+(?:delibere|debattu)\b|^\W*(?:de\s|d')?(?:decide|approuve|autorise|adopte)(?:r|nt)?\b"
)
# The assemblies and boards that decide.
_BOARD = Shape(
    r"\b(?:conseil|bureau|comite|commission|assemblee)\s+(?:d'administration|municipal|communautaire|metropolitain|"
    r"departementale?|general|d'agglomeration|syndical|d'action\s+sociale|permanente|deliberante|de\s+communaute)"
)
# A text that calls itself an act between parties.
_OWN = Shape(
    r"\b(?:la|cette)\s+presente\s+(?:convention|charte|ctg)|\b(?:le|du|au|ce)\s+present\s+(?:avenant|protocole|accord|"
    r"contrat)|\bil\s+(?:est|a\s+ete)\s+(?:\w+\s+et\s+)?(?:convenu|arrete)"
)
_DRAFT = Shape(
    r"^\W*(?:avant[- ])?projet\W*$|^\W*projet\s+(?:de\s+)?(?:convention|d'avenant|de\s+charte)|"
    r"\bdocument\s+de\s+travail\b"
)
# «PROJET DE CONVENTION», alone above the title.
_DRAFT_ALONE = Shape(r"^\W*(?:avant[- ])?projet\s+(?:de\s+|d')?(?:convention|avenant|charte)\W*$")
_SUBJECT = Shape(
    r"^\W*(?i:objet)\s*:\s*(?P<title>\S[^\n]*(?:\n(?!\W*(?i:vu|consid[ée]rant|attendu|apr[èe]s|sur|rapporteur|monsieur|"
    r"madame|l[’']an|le\s(?:maire|pr[ée]sident|conseil))\b)[^\n:]*[a-z][^\n:]*)?)",
    re.MULTILINE,
)
_TITLE = Shape(r"\b(?:convention|avenant|charte|protocole|contrat|accord[- ]cadre)\b")
_CTG = Shape(r"\bconventions?\s+territoriales?\s+globales?\b|\bctg\b")
_DEPARTMENTAL = Shape(r"\bconvention\s+(?:cadre\s+)?departementale\b")
_GENERAL = Shape(r"\bconvention[\s-]+(?:[\w' ]{0,20})?(?:cadre|partenariat|globale)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNature:
    """What the text is; `title` is as printed, empty where the text gives itself no name."""

    document: Document
    kind: ConventionKind
    title: str
    draft: bool


def nature(outline: Outline, document: Document, parties: tuple[PartyClause, ...]) -> TextNature:
    """What the text is, from its head and its parties."""
    span = _title_span(outline, document)
    title = _printed(outline.text[slice(*span)]) if span else _title_in_text(outline)
    return TextNature(
        document=document,
        kind=_kind(outline, title, parties),
        title=title,
        draft=document is not Document.DELIBERATION and _is_draft(outline),
    )


def document_of(outline: Outline) -> Document:
    """Which document it is; `OTHER` where it is no act of a Caf or of a local authority, nor one between them."""
    lines = [flat(line) for line in _head(outline).splitlines()]
    titles = [line for line in lines if _TITLE.search(line)]
    parties = [party for party in in_comparution(outline) if party.kind is not PartyKind.OTHER]
    if len(parties) < 2 and _is_decided(outline, lines):
        return Document.DELIBERATION
    own = titles or len(parties) > 1 or _OWN.search(flat(outline.words))
    private = len(parties) < 2 and _between_persons(outline)
    if not own or private or not (parties or _names_public(outline)):
        return Document.OTHER
    if titles and _CHARTER.search(titles[0]) and not any(_NO_CHARTER.search(line) for line in titles):
        return Document.CHARTER
    if any(_AMENDMENT.search(line) for line in lines):
        return Document.AMENDMENT
    if _is_unnamed(outline) or any(_TEMPLATE.search(line) for line in lines):
        return Document.TEMPLATE
    return Document.CONVENTION if _is_clausal(outline) else Document.OTHER


def _is_decided(outline: Outline, lines: list[str]) -> bool:
    """Whether an assembly or a board decides the text, or is asked to."""
    if any(True for _ in outline.of(BlockKind.PARTIES)) and not any(_REPORT.search(line) for line in lines):
        return False
    words = flat(outline.words)
    told = any(_REPORT.search(line) for line in lines) or _DECIDES.search(words) is not None
    return told and _BOARD.search(words) is not None


def _names_public(outline: Outline) -> bool:
    """Whether the text names a Caf or a public body: where it names parties, among these."""
    named = tuple(outline.of(BlockKind.PARTIES)) or outline.blocks
    kinds = (kind_of(paragraph.words) for block in named for paragraph in block.paragraphs)
    return any(kind not in (None, PartyKind.OTHER) for kind in kinds)


def _between_persons(outline: Outline) -> bool:
    """Whether those who appear are natural persons: spouses, a seller and a buyer, a landlord and a tenant."""
    first = next(outline.articles(), None)
    return _PERSONS.search(flat(outline.text[: first.start if first else 0])) is not None


def _is_unnamed(outline: Outline) -> bool:
    """Whether a party has a blank for its name."""
    return any(_UNNAMED.search(flat(outline.text[b.start : b.end])) for b in outline.of(BlockKind.PARTIES))


def _is_clausal(outline: Outline) -> bool:
    """Whether parties stand at its head, or articles in it."""
    return any(True for _ in outline.of(BlockKind.PARTIES, BlockKind.ARTICLE))


def _head(outline: Outline) -> str:
    """What comes before the parties, the visas or the first article."""
    first = next((b for b in outline.blocks if b.kind is not BlockKind.TITLE), None)
    title = next(outline.of(BlockKind.TITLE), None)
    if title:
        return outline.text[title.start : title.end]
    return outline.text[first.start : first.start + 200] if first and first.kind is BlockKind.PARTIES else ""


def _is_draft(outline: Outline) -> bool:
    title = next(outline.of(BlockKind.TITLE), None)
    lines = [flat(p.words) for p in title.paragraphs] if title else []
    return any(_DRAFT.search(line.strip()) for line in (*lines, *map(flat, outline.margins)))


def _title_span(outline: Outline, document: Document) -> tuple[int, int] | None:
    """The first line of the head that names the act, and the lines that go on with it without a blank line.

    In a délibération, else the line «Objet : …».
    """
    block = next(outline.of(BlockKind.TITLE), None)
    if block is None:
        return None
    told = _SUBJECT.search(outline.text, 0, 6000) if document is Document.DELIBERATION else None
    if told:
        return told.span("title")
    lines = block.paragraphs
    named = [i for i, p in enumerate(lines) if _names(flat(p.words)) and len(p.words) < 200]
    own = [i for i in named if not _DRAFT_ALONE.search(flat(lines[i].words))] or named
    chosen = next((i for i in own if not _CHARTER.search(flat(lines[i].words))), next(iter(own), None))
    if chosen is None:
        return None
    last = chosen
    while last + 1 < len(lines) and _goes_on(outline.text, block, last):
        last += 1
    return lines[chosen].start, lines[last].end


def _names(line: str) -> bool:
    """Whether the line names an act, and does not decide about it."""
    return _TITLE.search(line) is not None and _VERDICT.search(line) is None


# «2024 – 2028», «Période 2024-2028»: in an office file, each line of a title is a paragraph.
_YEARS_ALONE = Shape(r"^\W*(?:(?:pour\s+)?(?:la\s+|les\s+)?(?:periode|annees)\W*)?20\d\d\s*(?:-|/|a|au)\s*20\d\d\W*$")


def _goes_on(text: str, block: Block, index: int) -> bool:
    this, following = block.paragraphs[index], block.paragraphs[index + 1]
    if re.search(r"\n\s*\n", text[this.end : following.start]):
        return _YEARS_ALONE.search(flat(following.words)) is not None
    return len(following.words) < 120 and not re.match(r"la presente convention", flat(following.words))


def _printed(words: str) -> str:
    """
    >>> _printed("**Objet : renouvellement de la convention\\nde partenariat**")
    'renouvellement de la convention de partenariat'
    """
    return re.sub(r"^(?:objet|titre)\s*:\s*", "", tidy(words), flags=re.IGNORECASE).strip(" *#")


_OBJECT = Shape(r"\bobjet\s+de\s+(?:la|l')\s*(?P<title>(?:convention|charte|avenant)\b.+)$")


def _title_in_text(outline: Outline) -> str:
    """The name that the text gives itself where it has no title: «Objet de la convention …»."""
    for article in outline.articles():
        found = _OBJECT.search(flat(article.title))
        if found and len(found["title"]) > len("convention"):
            return article.title[found.start("title") :]
    return ""


def _before_parties(outline: Outline) -> str:
    """The words that name the act right above its parties: «Convention de partenariat entre»."""
    block = next(outline.of(BlockKind.PARTIES), None)
    line = block.paragraphs[0].words.split("\n", 1)[0] if block and block.paragraphs else ""
    return line if re.search(r"\bentre\W*$", flat(line)) else ""


def _kind(outline: Outline, title: str, parties: tuple[PartyClause, ...]) -> ConventionKind:
    named = flat(" ".join([title, _before_parties(outline), *(article.title for article in outline.articles())]))
    kinds = {party.kind for party in parties}
    if _CTG.search(named) or sum(1 for _ in _CTG.finditer(flat(outline.words))) >= 3:
        return ConventionKind.CTG
    departmental = PartyKind.DEPARTMENT in kinds and bool(_GENERAL.search(named))
    if _DEPARTMENTAL.search(named) or departmental:
        return ConventionKind.DEPARTMENTAL
    return ConventionKind.SECTORAL
