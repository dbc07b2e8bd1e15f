"""`convenir moves`: what each party may lawfully do on a day, by when, in which form, with which effect."""

import argparse
import json
from itertools import groupby

from convenir.cli import supposed, table, why
from convenir.cli.question import Asked, add_arguments, asked
from convenir.cli.standing import heading
from convenir.core.codec import encode
from convenir.core.explanation import of_move
from convenir.core.moves import Move, moves
from convenir.writer.words import article_words, party_name
from convenir.writer.words.moves import move_label, move_sentence, move_sentences
from convenir.writer.words.names import capital

HELP = "dit ce que chaque partie peut faire un jour donné, jusqu’à quand et avec quel effet"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    add_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text ou json")


def run(args: argparse.Namespace) -> int:
    """Prints the possibilities of each party."""
    question = asked(args)
    dossier, days = question.loaded.dossier, question.question
    found = moves(dossier.terms, dossier.facts, on=days.on, known=days.known, calendar=dossier.calendar)
    if args.format == "json":
        print(json.dumps(_answer(found, question), ensure_ascii=False, indent=1))
        return 0
    lines = [heading(question.loaded, days.on, days.known), *_said(found, question, args.why)]
    lines += supposed.said(question) if question.supposed else []
    print("\n".join(lines))
    return 0


def _answer(found: tuple[Move, ...], question: Asked) -> dict[str, object]:
    terms, days = question.loaded.dossier.terms, question.question
    told = [{"sentence": move_sentence(move, terms), **encode(move)} for move in found]
    answer: dict[str, object] = {"on": days.on.isoformat(), "known": days.known.isoformat(), "moves": told}
    return answer | ({"suppose": supposed.answer(question)} if question.supposed else {})


def _said(found: tuple[Move, ...], question: Asked, asked_why: bool) -> list[str]:
    """Party by party: first what is useful, then what would change nothing."""
    terms, lines = question.loaded.dossier.terms, list[str]()
    for party, own in groupby(found, key=lambda move: move.party):
        lines += ["", table.painted(capital(party_name(party, terms)), table.BOLD)]
        for move in sorted(own, key=lambda move: not move.useful):
            lines += _move(move, question)
            lines += why.lines(of_move(move), terms, "    ") if asked_why else []
    return lines or ["", "Aucune partie n’a rien à faire ce jour-là."]


def _move(move: Move, question: Asked) -> list[str]:
    terms = question.loaded.dossier.terms
    grounds = ", ".join(dict.fromkeys(article_words(source) for source in move.because))
    line = f"{move_label(move.kind)} ({grounds}). {' '.join(move_sentences(move, terms))}"
    return [table.painted(table.paragraph(line, "  "), None if move.useful else table.DIM)]
