"""Taking in a PDF with text, as a ratio to the bare extraction of its characters, and the memory of a very long one."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pypdfium2
from tests.reader.intake.docx_files import word_file
from tests.reader.intake.makers import demonstration_texts, paragraphs
from tests.reader.intake.pdf_makers import Style, pdf

from benchmarks.texts import texts
from benchmarks.timing import least
from convenir.reader.intake.pdf import manuscript

_LONG = 400
# In turn, so that a slow moment of the machine slows both; short files are over before it ends, and have more rounds.
_ROUNDS, _PAGES = 20, 400


def intake_pdf() -> list[str]:
    """Each text alone, written word by word and by an office program; those of the demonstration ten times over too.

    Then the memory of four hundred pages.
    """
    lines = ["text                                  pages   intake / bare extraction"]
    for name, text in texts().items():
        lines.append(_ratio(name, pdf(paragraphs(text))))
        lines.append(_ratio(f"{name}, by words", pdf(paragraphs(text), Style(piecemeal=True))))
        if shutil.which("soffice"):
            lines.append(_ratio(f"{name}, by LibreOffice", _printed(text)))
    for name, text in demonstration_texts().items():
        lines.append(_ratio(f"{name} × 10", pdf(paragraphs(text) * 10)))
    return [*lines, *_memory()]


def _printed(text: str) -> bytes:
    """The PDF that LibreOffice makes of a Word file of this text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texte.docx"
        file.write_bytes(word_file(text))
        program = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*program, "--outdir", folder, str(file)], capture_output=True, check=True)
        return file.with_suffix(".pdf").read_bytes()


def bare(data: bytes) -> int:
    """The characters of every page, as the library gives them: their number."""
    document = pypdfium2.PdfDocument(data)
    count = 0
    for page in document:
        textpage = page.get_textpage()
        count += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return count


def _ratio(name: str, data: bytes) -> str:
    # The processes apart are started before, as they are on a site.
    pages = manuscript(data).pieces[0].pages or 0
    rounds = [
        (least(partial(manuscript, data), 1), least(partial(bare, data), 1))
        for _ in range(max(_ROUNDS, _PAGES // pages))
    ]
    ratio = min(taken for taken, _ in rounds) / min(plain for _, plain in rounds)
    return f"{name:<36}  {pages:5}   {ratio:5.2f}"


def _memory() -> list[str]:
    """What the process that reads and those that open the file hold at most, of which the sum is bounded."""
    text = next(iter(demonstration_texts().values()))
    passages = paragraphs(text)
    data = pdf(passages * (_LONG // 5 + 1))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.intake_pdf", file.name], capture_output=True, text=True, check=True
        )
    return ["long file: most memory of the process that reads, and of those that open the file", told.stdout.strip()]


def _measured(path: Path) -> str:
    pages = manuscript(path.read_bytes()).pieces[0].pages
    children = [one for one in Path("/proc").glob("[0-9]*/status") if f"\nPPid:\t{os.getpid()}\n" in one.read_text()]
    held = " + ".join(str(_most(status)) for status in (Path("/proc/self/status"), *children))
    return f"{pages} pages   {held} MB"


def _most(status: Path) -> int:
    """The megabytes that a process has held at most; `getrusage` would count those of the parent that started it."""
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    print(_measured(Path(sys.argv[1])))
