"""The chain of an answer, under it: a sentence, then each kind of ground."""

from convenir.cli import table
from convenir.core.explanation import Explanation
from convenir.core.terms import Terms
from convenir.writer.words.explanation import explanation_lines, explanation_sentence


def lines(explanation: Explanation, terms: Terms, indent: str = "") -> list[str]:
    """The explanation in French, cut to the width of the terminal."""
    said = [table.paragraph(explanation_sentence(explanation, terms), indent)]
    for label, items in explanation_lines(explanation, terms):
        said.append(table.painted(f"{indent}{label}", table.BOLD))
        said += [table.paragraph(item, f"{indent}  ") for item in items]
    return said
