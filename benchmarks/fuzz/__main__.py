"""`python -m benchmarks.fuzz [--minutes 60] [--format docx] [--seed 1]`: breaks files without end.

A file that is neither read nor refused within the limits is kept in a temporary folder, and named.
"""

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

# Where each format is fuzzed: a function of the minutes, of a seed and of a folder, that yields lines to print.
FORMATS = {
    "docx": ("benchmarks.fuzz.office", "docx"),
    "odt": ("benchmarks.fuzz.office", "odt"),
    "zip": ("benchmarks.fuzz.office", "archive"),
    "txt": ("benchmarks.fuzz.office", "plain"),
    "pdf": ("benchmarks.fuzz.pdf", "fuzz"),
    "xlsx": ("benchmarks.fuzz.sheets", "spreadsheet"),
    "csv": ("benchmarks.fuzz.sheets", "delimited"),
}


def main() -> int:
    """Shares the minutes between the formats that are asked; 1 where a file was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--format", choices=FORMATS, action="append", help="all if absent")
    parser.add_argument("--seed", type=int, default=1, help="which draw")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="convenir-fuzz-"))
    names = asked.format or list(FORMATS)
    for name in names:
        module, function = FORMATS[name]
        for line in getattr(import_module(module), function)(asked.minutes / len(names), asked.seed, folder):
            print(line, flush=True)
    return 1 if any(folder.iterdir()) else 0


if __name__ == "__main__":
    sys.exit(main())
