"""`convenir calendar`: the dated obligations of a dossier, for people, programs and agendas."""

import argparse
import json
import sys
from datetime import date

from convenir.cli import french, supposed, table, why
from convenir.cli.dossiers import Loaded
from convenir.cli.question import Asked, add_arguments, asked
from convenir.cli.standing import assumption_lines, finding_lines, heading
from convenir.core.agenda import agenda, horizon
from convenir.core.codec import encode
from convenir.core.explanation import of_duty
from convenir.core.obligation import Obligation, State
from convenir.core.standing import standing
from convenir.writer.french_dates import short_day
from convenir.writer.render import ics
from convenir.writer.words import article_short, obligation_sentence, state_label, status_sentence, who_words

DATE_WIDTH, STATE_WIDTH, WHO_MOST, SENTENCE_LEAST = 10, 10, 22, 30
HELP = "donne les échéances d’un dossier : quoi, qui, quand, en vertu de quel article"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    add_arguments(parser)
    parser.add_argument(
        "--until", type=french.day, default=None, metavar="DATE", help="jusqu’à ce jour (dernier connu)"
    )
    parser.add_argument("--format", choices=("table", "json", "ics"), default="table", help="table, json ou ics")


def run(args: argparse.Namespace) -> int:
    """Prints the agenda."""
    question = asked(args)
    loaded, on, known = question.loaded, question.question.on, question.question.known
    dossier = loaded.dossier
    until = args.until or horizon(dossier.terms, dossier.facts, on=on, known=known)
    due = agenda(dossier.terms, dossier.facts, on=on, known=known, until=until, calendar=dossier.calendar)
    if args.format == "ics":
        title, uid = dossier.title or "Convention", args.dossier.resolve().stem
        sys.stdout.write(ics.calendar(due, dossier.terms, title=title, uid=uid, on=on))
    elif args.format == "json":
        answer = _answer(due, loaded, on, known, until)
        answer |= {"suppose": supposed.answer(question)} if question.supposed else {}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        print("\n".join([*_said(due, loaded, on, known), *_more(due, question, args.why)]))
    return 0


def _more(due: tuple[Obligation, ...], question: Asked, asked_why: bool) -> list[str]:
    """Why each line, and what the supposition changes, where they are asked."""
    dossier, lines = question.loaded.dossier, list[str]()
    for duty in due if asked_why else ():
        lines += ["", table.painted(obligation_sentence(duty, dossier.terms), table.BOLD)]
        lines += why.lines(of_duty(duty, dossier.facts), dossier.terms, "  ")
    return lines + (supposed.said(question) if question.supposed else [])


def _answer(due: tuple[Obligation, ...], loaded: Loaded, on: date, known: date, until: date) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "known": known.isoformat(),
        "until": until.isoformat(),
        "remarks": list(loaded.remarks),
        "obligations": [{"sentence": obligation_sentence(one, loaded.dossier.terms), **encode(one)} for one in due],
    }


def _said(due: tuple[Obligation, ...], loaded: Loaded, on: date, known: date) -> list[str]:
    dossier = loaded.dossier
    found = standing(dossier.terms, dossier.facts, on=on, known=known, calendar=dossier.calendar)
    lines = [heading(loaded, on, known), table.paragraph(status_sentence(found, dossier.terms, on)), ""]
    rows = [_row(one, loaded) for one in due]
    lines += table.aligned(rows, most=_most(rows)) if rows else ["Aucune échéance."]
    assumed = tuple(dict.fromkeys(a for one in due for a in one.assumptions))
    open_ones = [one for one in due if one.state is not State.DONE]
    notes = assumption_lines((*found.assumptions, *assumed))
    notes += finding_lines(tuple(f for one in open_ones for f in one.findings))
    notes += [table.painted(remark, table.DIM) for remark in loaded.remarks]
    return [*lines, "", *notes] if notes else lines


def _most(rows: list[tuple[str, ...]]) -> dict[int, int]:
    """The widths of the sentence and of who must act, so that a row is not wider than the terminal."""
    who = min(WHO_MOST, max(len(row[3]) for row in rows))
    taken = DATE_WIDTH + STATE_WIDTH + who + max(len(row[4]) for row in rows) + 4 * len("  ")
    return {2: max(SENTENCE_LEAST, table.width() - taken), 3: who}


def _row(one: Obligation, loaded: Loaded) -> tuple[str, ...]:
    terms = loaded.dossier.terms
    when = short_day(one.due_on) if one.due_on else "sans date"
    late = f", {one.days_late} j de retard" if one.days_late else ""
    state = table.painted(state_label(one.state) + late, table.OF_STATE.get(one.state))
    return (when, state, obligation_sentence(one, terms), who_words(one, terms), article_short(one.because[0]))
