"""`python -m benchmarks [reading|intake|intake-pdf|engine|pages]`: measures, prints, asserts nothing."""

import os
import sys
from contextlib import nullcontext
from importlib import import_module

from benchmarks.private_site import private_site

PARTS = {
    "reading": (("benchmarks.reading", "reading"),),
    "intake": (("benchmarks.intake", "office"),),
    "intake-pdf": (("benchmarks.intake_pdf", "intake_pdf"),),
    "engine": (("benchmarks.engine", "ratio"), ("benchmarks.engine", "growth")),
    "pages": (("benchmarks.pages", "pages"),),
}
# What must run around a part, from before its modules are loaded.
AROUND = {"pages": private_site}


def main(names: list[str]) -> int:
    """Runs the parts that are named, or all of them."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; parts: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for name in names or PARTS:
        with AROUND.get(name, nullcontext)():
            _run(name)
    return 0


def _run(name: str) -> None:
    for module, function in PARTS[name]:
        print(f"\n# {name}: {function}\n" + "\n".join(getattr(import_module(module), function)()), flush=True)


def _until_closed(names: list[str]) -> int:
    """As `main`, but a reader who has seen enough (`| head`) ends it quietly."""
    try:
        return main(names)
    except BrokenPipeError:
        # What is still kept in memory must go somewhere when Python leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(_until_closed(sys.argv[1:]))
