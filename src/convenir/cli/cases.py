"""The command `convenir cases`: run case files and print what differs."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from convenir.cases.checks import Difference, differences
from convenir.cases.reading import Case, CaseUnreadable, case_files, read_cases

HELP = "Exécute des fichiers de cas et dit ce qui diffère de ce qu’ils attendent."
OK, DIFFERENT, UNREADABLE = 0, 1, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """A case file, or a folder that stands for all it holds; several may be given."""
    parser.add_argument("paths", metavar="CHEMIN", nargs="+", type=Path, help="fichier de cas, ou dossier de cas")


def run(args: argparse.Namespace) -> int:
    """0 when every case holds, 1 when one differs, 2 when a file cannot be read; all are run in any case."""
    code, passed, failed = OK, 0, 0
    for path in case_files(args.paths):
        try:
            for case, found in _results(path):
                passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
                _told(case, found)
        except CaseUnreadable as refusal:
            print(refusal, file=sys.stderr)
            code = UNREADABLE
    if not passed and not failed and code == OK:
        print("Aucun fichier de cas (.toml) à cet endroit.", file=sys.stderr)
        return UNREADABLE
    print(f"{passed} cas sans différence, {failed} avec.")
    return code or (DIFFERENT if failed else OK)


def _results(path: Path) -> Iterator[tuple[Case, list[Difference]]]:
    yield from ((case, list(differences(case))) for case in read_cases(path))


def _told(case: Case, found: list[Difference]) -> None:
    if not found:
        return
    print(f"{case.file}\n  {case.story}")
    for difference in found:
        print(f"  {difference.place}, « {difference.key} »")
        print(f"      attendu : {difference.expected}\n      trouvé :  {difference.found}")
    print()
