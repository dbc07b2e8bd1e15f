"""`convenir read`: what a text is, its outline, its terms with their words, and what is odd in it."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from convenir.cli import table
from convenir.cli.files import NoFile, bytes_of
from convenir.cli.findings import findings_said
from convenir.core.codec import encode, encode_terms
from convenir.core.findings import Finding
from convenir.core.terms import ConventionKind, Document, Term, Terms
from convenir.reader.amending.instructing import with_instructions
from convenir.reader.outline import Block, BlockKind
from convenir.reader.reading import Deposit, Reading, read_deposit
from convenir.reader.summary import summary
from convenir.reader.understanding.coverage import Coverage
from convenir.writer.words import article_words, term_label, term_value

HELP = "lit un texte : sa nature, son plan, ses termes et leurs passages, ce qui y est singulier"

_DOCUMENTS = {
    Document.TEMPLATE: "modèle de convention",
    Document.AMENDMENT: "avenant",
    Document.DELIBERATION: "délibération ou rapport à une assemblée",
    Document.CHARTER: "charte",
    Document.OTHER: "texte d’une autre nature",
}
_KINDS = {
    ConventionKind.CTG: "convention territoriale globale",
    ConventionKind.DEPARTMENTAL: "convention départementale",
    ConventionKind.SECTORAL: "convention de partenariat",
}
LONGEST_QUOTE = 160


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("file", type=Path, metavar="FICHIER", help="le texte à lire")
    parser.add_argument("--format", choices=("text", "json", "summary"), default="text", help="text, json ou summary")
    parser.add_argument("--output", type=Path, default=None, metavar="FICHIER", help="où écrire, au lieu de l’écran")


def run(args: argparse.Namespace) -> int:
    """Prints or writes the reading."""
    deposit = read_deposit(bytes_of(args.file), args.file.name)
    match args.format:
        case "summary":
            words = json.dumps(summary(deposit.main.reading), ensure_ascii=False, indent=1)
        case "json":
            words = json.dumps(everything(deposit), ensure_ascii=False, indent=1)
        case _:
            words = "\n".join(said(deposit))
    if args.output is None:
        print(words)
        return 0
    try:
        args.output.write_text(words + "\n", encoding="utf-8")
    except OSError as error:
        raise NoFile(path=args.output, why="écriture impossible à cet endroit") from error
    return 0


def everything(deposit: Deposit) -> dict[str, Any]:
    """All that was read of the main act, then of the others, for programs.

    Terms and findings are as they are stored; places count in the words of their act, `start` in those of the file.
    """
    acts = [{"start": act.start} | _act(act.reading) for act in deposit.acts if act is not deposit.main]
    of_the_file = [encode(finding) for finding in deposit.manuscript.findings]
    return _act(deposit.main.reading) | {"start": deposit.main.start, "file": of_the_file, "others": acts}


def _act(reading: Reading) -> dict[str, Any]:
    return {
        **encode_terms(reading.terms),
        "outline": [_place(block) for block in reading.outline.blocks],
        "contents": [
            {"kind": entry.kind.value, "number": entry.number, "title": entry.title}
            for entry in reading.outline.contents
        ],
        "findings": [encode(finding) for finding in reading.findings],
        "coverage": [
            {"start": one.source.start, "end": one.source.end, "outcome": one.outcome.value, "name": one.orientation}
            for one in with_instructions(reading).sentences
        ],
        "text": reading.text,
    }


def _place(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "number": block.number,
        "title": block.title,
        "start": block.start,
        "end": block.end,
        "paragraphs": [[paragraph.start, paragraph.end] for paragraph in block.paragraphs],
    }


def said(deposit: Deposit) -> Iterator[str]:
    """The reading in French, line by line, one act after the other."""
    count = len(deposit.acts)
    for number, act in enumerate(deposit.acts, start=1):
        if count > 1:
            yield table.painted(f"Acte {number} sur {count}", table.BOLD)
        yield from _act_said(act.reading, deposit.manuscript.findings if act is deposit.main else ())
        yield from ("",) if number < count else ()


def _act_said(reading: Reading, of_the_file: tuple[Finding, ...]) -> Iterator[str]:
    findings = (*of_the_file, *reading.findings)
    yield from _nature(reading.terms)
    yield from _heading("Plan")
    yield from table.aligned([_row(block) for block in reading.outline.blocks])
    yield from _heading(f"Termes ({len(reading.terms.clauses)})")
    yield from _terms(reading.terms.clauses)
    yield from _heading(f"Constats ({len(findings)})" if findings else "Aucun constat")
    yield from findings_said(findings)
    yield from _coverage(with_instructions(reading))


def _coverage(coverage: Coverage) -> Iterator[str]:
    """How much is understood, and the sentences that a person must class."""
    if not coverage.sentences:
        return
    left = coverage.not_understood
    yield from _heading(f"Phrases qui obligent : {coverage.understood} comprises sur {len(coverage.sentences)}")
    yield from _heading(f"À classer ({len(left)})") if left else ()
    for one in left:
        yield table.paragraph(f"{article_words(one.source)} : « {_quote(one.source.quote)} »", "    ")


def _nature(terms: Terms) -> Iterator[str]:
    nature = _KINDS[terms.kind] if terms.document is Document.CONVENTION else _DOCUMENTS[terms.document]
    yield table.painted(terms.title or "Texte sans titre", table.BOLD)
    yield f"Nature : {nature}" + (", marquée « projet »" if terms.draft else "")
    if not terms.supplied:
        yield table.paragraph(
            "La convention elle-même n’est pas dans ce fichier : ce qui n’en est pas dit ici est inconnu."
        )


def _heading(words: str) -> tuple[str, str]:
    return "", table.painted(words, table.BOLD)


def _row(block: Block) -> tuple[str, str]:
    empty = block.kind is BlockKind.ANNEX and not block.paragraphs
    return f"  {block.name}", f"{block.title} (sans contenu)" if empty else block.title


def _terms(clauses: tuple[Term, ...]) -> Iterator[str]:
    for _, group in groupby(clauses, key=lambda term: term.source.article):
        terms = tuple(group)
        name = article_words(replace(terms[0].source, paragraph=None))
        yield table.painted(f"  {name[:1].upper()}{name[1:]}", table.BOLD)
        for term in terms:
            value = term_value(term)
            yield table.paragraph(f"{term_label(term)}{f' : {value}' if value else ''}", "    ")
            yield table.painted(table.paragraph(f"« {_quote(term.source.quote)} »", "      "), table.DIM)


def _quote(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"
