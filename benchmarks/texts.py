"""The texts that are measured: those of the demonstration and, where it is beside the project, those of reference."""

from pathlib import Path

from tests.reader.intake.makers import demonstration_texts

_REFERENCE = Path(__file__).parents[2] / "shared" / "conventions"


def texts() -> dict[str, str]:
    """The words of each text by its name; those of reference are real conventions of ten to fifteen pages."""
    reference = {file.name: file.read_text(encoding="utf-8") for file in sorted(_REFERENCE.glob("*.txt"))}
    return demonstration_texts() | reference
