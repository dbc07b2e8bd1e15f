"""Taking in office files, as a ratio to their bare extraction: the archive opened, the text of the markup joined."""

from functools import partial
from io import BytesIO
from resource import RUSAGE_SELF, getrusage
from zipfile import ZipFile

from lxml import etree
from tests.reader.intake.docx_files import word_file
from tests.reader.intake.makers import demonstration_texts
from tests.reader.intake.odt_files import writer_file

from benchmarks.texts import texts
from benchmarks.timing import least_work
from convenir.reader.intake.taking import take

_MAKERS = {"docx": word_file, "odt": writer_file}
# The part that holds the words, then those that say how they are numbered and which are hidden.
_PARTS = {
    "docx": ("word/document.xml", "word/styles.xml", "word/numbering.xml"),
    "odt": ("content.xml", "styles.xml", "meta.xml"),
}


def office() -> list[str]:
    """One line for each text and format; the aim is under 15 bare extractions."""
    lines = ["text                          format   over its words   over all that is opened"]
    for name, text in texts().items():
        lines += [f"{name:<28}  {ending:<6} {_ratios(make(text), _PARTS[ending])}" for ending, make in _MAKERS.items()]
    return lines + _growth()


def _ratios(data: bytes, parts: tuple[str, ...]) -> str:
    intake = least_work(partial(take, data), 20)
    words, opened = (least_work(partial(_bare, data, taken), 20) for taken in (parts[:1], parts))
    return f"{intake / words:16.1f}   {intake / opened:23.1f}"


def _bare(data: bytes, parts: tuple[str, ...]) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return "".join("".join(map(str, etree.fromstring(archive.read(part)).itertext())) for part in parts)


def _growth() -> list[str]:
    """A Word file made longer and longer: a time that grew with the square would double at each line."""
    text = next(iter(demonstration_texts().values()))
    lines = ["times as long   cost per character, relative to the first line   memory, MB"]
    base = 0.0
    for times in (4, 8, 16, 32):
        data = word_file("\n\n".join([text] * times))
        cost = least_work(partial(take, data), 3) / times
        base = base or cost
        lines.append(f"{times:13}   {cost / base:46.2f}   {getrusage(RUSAGE_SELF).ru_maxrss // 1024:10}")
    return lines
