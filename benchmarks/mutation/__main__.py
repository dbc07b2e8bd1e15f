"""`python -m benchmarks.mutation [name ...] [--sample N]`: puts faults into those parts of the core and reports."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from benchmarks.mutation.report import report
from benchmarks.mutation.trial import Trial

PARTS = ("delays", "standing", "amend", "rules")
# The tests in their order, nothing printed or kept; hypothesis is imported already, which pytest would warn about.
OPTIONS = ("-s", "-pno:randomly", "-pno:terminal", "-pno:cacheprovider", "-Wignore::pytest.PytestAssertRewriteWarning")
WITNESSES = ("tests/test_cases.py", "tests/core", "src/convenir/core")
# No shrinking (a failure is enough), no memory of past failures, the same examples for each mutant.
EXAMPLES = settings(
    phases=(Phase.explicit, Phase.generate),
    database=None,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def main() -> int:
    """Collects the tests, tries the mutants, prints the figures and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=PARTS, help="modules or packages of the core")
    parser.add_argument("--sample", type=int, help="how many mutants to try, drawn always alike; all if absent")
    parser.add_argument("--seed", type=int, default=1, help="which draw")
    parser.add_argument("--work", type=float, help="seconds of tests that one mutant may meet; all if absent")
    parser.add_argument("--again", type=Path, help="a former report: only the mutants that it names")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes at once")
    asked = parser.parse_args()
    settings.register_profile("mutation", EXAMPLES)
    settings.load_profile("mutation")
    trial = Trial(**vars(asked))
    with tempfile.TemporaryDirectory() as cache:
        code = pytest.main([*OPTIONS, f"--basetemp={cache}/tests", *WITNESSES], plugins=[trial])
    print("\n".join(report(trial)))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
