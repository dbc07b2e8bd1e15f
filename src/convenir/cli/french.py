"""How the command line speaks French: the words of argparse, and dates."""

import argparse
import re
from datetime import date
from typing import NoReturn

# What argparse says when arguments are wrong, and what the reader is told.
SAID = (
    (r"the following arguments are required: (.+)", r"il manque : \1"),
    (r"unrecognized arguments: (.+)", r"argument inconnu : \1"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 : \2 n’est pas dans la liste \3"),
    (r"argument (.+?): expected one argument", r"\1 : une valeur est attendue"),
    (r"argument (.+?): expected at least one argument", r"\1 : au moins une valeur est attendue"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 n’attend pas de valeur : \2"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 ne va pas avec \2"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 : \2 n’est pas un nombre entier"),
    (r"argument (.+?): (.+)", r"\1 : \2"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 peut vouloir dire \2"),
)
# The headings of a help page.
HEADINGS = (
    ("usage:", "utilisation :"),
    ("\npositional arguments:\n", "\narguments :\n"),
    ("\noptions:\n", "\noptions :\n"),
)


class FrenchParser(argparse.ArgumentParser):
    """An argparse parser whose help and errors are in French."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog} : {_french(message)}.\nAide : {self.prog} --help\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "utilisation :", 1)

    def format_help(self) -> str:
        words = super().format_help()
        for english, french in HEADINGS:
            words = words.replace(english, french, 1)
        return words


def parser(prog: str, description: str) -> FrenchParser:
    """An empty parser with its `--help` in French."""
    made = FrenchParser(prog=prog, description=description, add_help=False, allow_abbrev=False)
    made.add_argument("-h", "--help", action="help", help="montrer cette aide")
    return made


def day(words: str) -> date:
    """The day written YYYY-MM-DD or DD/MM/YYYY on the command line.

    >>> day("2022-01-31") == day("31/01/2022")
    True
    """
    french = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", words)
    iso = f"{french[3]}-{french[2]:0>2}-{french[1]:0>2}" if french else words
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"« {words} » n’est pas une date qui existe : écrivez-la comme 2026-11-21 ou 21/11/2026"
        ) from None


def _french(message: str) -> str:
    for english, french in SAID:
        if re.fullmatch(english, message):
            return re.sub(english, french, message)
    return message
