"""The same convention gives the same reading, whatever the format of its file."""

from collections.abc import Callable

import pytest
from tests.reader.intake.docx_files import word_file
from tests.reader.intake.makers import demonstration_texts
from tests.reader.intake.odt_files import writer_file
from tests.reader.intake.same import said

from convenir.reader.intake.manuscript import Format
from convenir.reader.reading import read, read_deposit

MAKERS: dict[Format, Callable[[str], bytes]] = {Format.DOCX: word_file, Format.ODT: writer_file}


@pytest.mark.parametrize("format", MAKERS)
@pytest.mark.parametrize("name", demonstration_texts())
def test_the_same_convention_gives_the_same_reading(name: str, format: Format) -> None:
    text = demonstration_texts()[name]
    deposit = read_deposit(MAKERS[format](text), f"convention.{format}")
    assert [piece.format for piece in deposit.manuscript.pieces] == [format]
    assert said(deposit.main.reading) == said(read(text.encode()))
