"""Traces of a template, references that lead nowhere, titles that say otherwise than the clauses under them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Term, Terms
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.terms.governance import ChairRule, SecretariatRule, Turn
from convenir.core.terms.lifetime import Duration, Mode, Renewal
from convenir.core.terms.termination import TerminationForDefault, TerminationForIllegality
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.lint.passages import BINDING, SIGNED, Hit, hits
from convenir.reader.lint.telling import information, listed, quoted, warning
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import is_heading

# An alternative of a model that nobody settled.
_ALTERNATIVE = Shape(
    r"\((?:et/ou [^)]{3,60}|ou (?:de |du |la |le |l'|bien )*(?:commission|conseil|bureau|assemblee|president|maire"
    r"|ville|communes?|communaute|metropole|departement|epci)\b[^)]{0,60})\)"
    r"|\b(?:la |une )?communes? ou (?:la |une )?communautes?\b"
    r"|\(\*\) ?rayer|\brayer (?:la|les) mentions? inutiles?"
)
_TRACE = Shape(
    r"\[ ?(?:…|\.{2,}|a completer|xx|nom|date|montant)[^\]]{0,40}\]|\bxxx+\b|\ba completer\b"
    r"|\b(?:du|de la|des|le|la|les) ?\(e?s\)|\w\([a-z]{0,2}(?:es|s)\) \w+\(s\)"
)
_STRAY = Shape(r"\] ?$")
# Where who decides or who binds is told: an alternative there leaves the act in doubt.
_GRAVE = (BlockKind.PARTIES, BlockKind.CITATIONS)
_REFERENCE = Shape(r"\b(?:aux? |les? |l'|a l'|de l'|des )?articles? (?P<number>\d{1,2})\b(?! ?(?:-|\d|\.\d))")
_OTHER_LAW = re.compile(
    r"[^.;]{0,60}?\b(?:code|loi|decret|reglement|rgpd|arrete|cgct|css|casf|constitution"
    r"|convention d'objectifs|statuts)\b"
)
_UNSTARTED = Shape(
    r"\b(?:durant|pendant|sur|dans) (?:toute )?la (?:periode|duree) d(?:u|e la|e l'|es) ?"
    r"(?!presente|convention\b|la presente)[^.;<]{2,60}\(?(?:\d+|un|deux|trois|quatre|cinq|six) ans\b\)?"
)


# --- traces of a template ------------------------------------------------------------------------------------


def alternatives(outline: Outline, _: Terms) -> Iterator[Finding]:
    """Alternatives of a model left unsettled; graver where they leave in doubt who decides."""
    found = tuple(hits(outline, _ALTERNATIVE, *SIGNED))
    grave = [hit for hit in found if hit.passage.block.kind in _GRAVE]
    if grave:
        yield warning(
            "alternative",
            Oddity.AMBIGUOUS,
            f"Le texte laisse un choix ouvert sur l’organe ou la personne : {_told(grave)}.",
            "Vérifiez sur l’acte joint ce qui a été retenu, et enregistrez-le.",
            *(hit.source for hit in grave),
        )
    light = [hit for hit in found if hit.passage.block.kind not in _GRAVE]
    if light:
        yield information(
            "template-choice",
            Oddity.AMBIGUOUS,
            f"Le texte garde un choix de son modèle : {_told(light)}.",
            "Retenez celui des termes qui désigne une partie.",
            *(hit.source for hit in light),
        )


def traces(outline: Outline, _: Terms) -> Iterator[Finding]:
    """Blanks, brackets and marks that a model left behind."""
    found = [*hits(outline, _TRACE, *SIGNED), *(h for h in hits(outline, _STRAY) if "[" not in h.passage.flat)]
    if found:
        yield information(
            "template-trace",
            Oddity.BLANK,
            "Le texte garde des marques de son modèle (crochets, « à compléter », pluriels entre parenthèses).",
            "Vérifiez sur l’original signé que rien n’y manque.",
            *(hit.source for hit in found),
        )


def _told(found: list[Hit]) -> str:
    return listed([quoted(words) for words in dict.fromkeys(hit.words for hit in found)])


# --- references ----------------------------------------------------------------------------------------------


def references(outline: Outline, _: Terms) -> Iterator[Finding]:
    """References to articles that the text does not have, or to the very article that refers."""
    numbers = {block.number for block in outline.articles()}
    if not any(number.isdigit() for number in numbers):
        return
    for passage in outline.passages(*BINDING):
        for found in _REFERENCE.finditer(passage.flat):
            own = passage.block.kind is BlockKind.ARTICLE and passage.block.number == found["number"]
            if _OTHER_LAW.match(passage.flat, found.end()) or _of_another_act(passage.flat[found.end() :]):
                continue
            if found["number"] not in numbers:
                yield warning(
                    "reference",
                    Oddity.MISSING,
                    f"Le texte renvoie à un article {found['number']} qu’il ne contient pas.",
                    "Cherchez quel article traite de ce sujet ; faites corriger le renvoi par avenant.",
                    outline.quote(passage),
                )
            elif own:
                yield information(
                    "reference-circular",
                    Oddity.AMBIGUOUS,
                    f"L’article {found['number']} renvoie à lui-même.",
                    "Cherchez quel autre article est visé.",
                    outline.quote(passage),
                )


def _of_another_act(after: str) -> bool:
    """Whether the article is that of another act: «l'article 3 de l'avenant», «l'article 6 du protocole»."""
    return bool(re.match(r"[^.;,]{0,20}\b(?:de l'avenant|de l'accord|du protocole|du contrat|du reglement)", after))


def unstarted(outline: Outline, _: Terms) -> Iterator[Finding]:
    """A length of time counted from nothing."""
    found = tuple(hits(outline, _UNSTARTED))
    if found:
        yield warning(
            "delay-start",
            Oddity.SILENT,
            f"Le texte fixe une durée sans dire d’où elle court : {_told(list(found))}.",
            "Demandez la date de départ ; sans elle, l’échéance reste inconnue.",
            *(hit.source for hit in found),
        )


# --- titles --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a title says, and the clauses that say otherwise under it."""

    title: Shape
    of: type[Term]
    otherwise: Callable[[Term], bool]


def _is(field: str, *values: object) -> Callable[[Term], bool]:
    return lambda term: getattr(term, field) in values


SAYINGS = (
    Saying(title=Shape(r"\bsans mise en demeure"), of=TerminationForDefault, otherwise=_is("formal_notice", True)),
    Saying(title=Shape(r"\bsans mise en demeure"), of=TerminationForIllegality, otherwise=_is("formal_notice", True)),
    Saying(title=Shape(r"\bavec mise en demeure"), of=TerminationForDefault, otherwise=_is("formal_notice", False)),
    Saying(title=Shape(r"\btacite"), of=Renewal, otherwise=_is("mode", Mode.EXPRESS, Mode.NONE)),
    Saying(title=Shape(r"\bexpresse"), of=Renewal, otherwise=_is("mode", Mode.TACIT, Mode.NONE)),
    Saying(title=Shape(r"\b(?:sans|non) reconduction"), of=Renewal, otherwise=_is("mode", Mode.TACIT, Mode.EXPRESS)),
    Saying(title=Shape(r"\bduree indeterminee"), of=Duration, otherwise=lambda term: not _is("ends_on", None)(term)),
    Saying(title=Shape(r"\bannuel"), of=Evaluation, otherwise=_is("moment", Moment.FINAL, Moment.MID_TERM)),
    Saying(title=Shape(r"\bannuel"), of=Review, otherwise=_is("moment", Moment.MID_TERM)),
    Saying(title=Shape(r"\bfinale?\b"), of=Evaluation, otherwise=_is("moment", Moment.YEARLY)),
    Saying(title=Shape(r"\btournante?|\balternee?"), of=ChairRule, otherwise=_is("turn", Turn.HELD, Turn.JOINT)),
    Saying(title=Shape(r"\btournant|\balterne"), of=SecretariatRule, otherwise=_is("turn", Turn.HELD, Turn.JOINT)),
)


def titles(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Titles that say otherwise than the clause under them."""
    for saying in SAYINGS:
        for clause in terms.every(saying.of):
            block = next((b for b in outline.clauses() if b.start <= (clause.source.start or 0) < b.end), None)
            if block is None or not saying.otherwise(clause):
                continue
            above = [p for p in block.paragraphs if p.end <= (clause.source.start or 0) and is_heading(p)]
            heading = outline.source(block, above[-1]) if above else outline.heading(block)
            if saying.title.search(flat(heading.quote)):
                yield warning(
                    "title-content",
                    Oddity.CONTRADICTORY,
                    f"Le titre {quoted(heading.quote.strip(' *'))} ne dit pas ce que dit la clause qu’il porte.",
                    "Suivez le contenu de la clause, et faites corriger le titre par avenant.",
                    heading,
                    clause.source,
                )


CHECKS = (alternatives, traces, references, unstarted, titles)
