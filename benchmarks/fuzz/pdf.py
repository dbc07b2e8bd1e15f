"""Broken and hostile PDF files: valid ones with bytes, numbers and objects changed, each taken in apart."""

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from tests.reader.intake.makers import demonstration_texts, paragraphs
from tests.reader.intake.pdf_makers import pdf, typeset
from tests.reader.intake.pdf_raw import Page, column, raw_pdf

from convenir.core.refusals import Refusal
from convenir.reader.intake.pdf import manuscript
from convenir.reader.intake.pdf_service import UnbearablePdf
from convenir.reader.intake.pictures import page_picture

_BATCH = 60
_SECONDS_A_FILE = 30
# By the clock, for all of them: a machine that has much else to do is no hang.
_SECONDS_A_BATCH = 600
_MOST_MEMORY = 2_000_000_000
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_NASTY = (b"0", b"-1", b"65535", b"2147483647", b"4294967296", b"99999999999999999999", b"1e308", b"null", b"<<", b"[")
_TABLE = "#table(columns: 3, [Axe], [Action], [Pilote], [Enfance], [Ouvrir des places], [Ville], [Jeunesse], [], [Caf])"


def seeds() -> list[bytes]:
    """Valid files of several makers: compressed and plain, with tables, forms, turned pages, locks and pictures."""
    lines = column(
        ["CONVENTION", "La convention est conclue pour une durée de trois ans,", "du 1er mars 2022 au 1er mars 2025."]
    )
    form = ["<</Type/Annot/Subtype/Widget/FT/Tx/T(jour)/V(3 mars 2022)/Rect[300 500 450 515]>>"]
    plain = [Page(lines=lines), Page(turned=lines, entries="/Rotate 90"), Page(lines=lines, entries="/Annots[10 0 R]")]
    text = next(iter(demonstration_texts().values()))
    return [
        raw_pdf(plain, "/AcroForm<</Fields[10 0 R]>>", form),
        raw_pdf(plain, "", form, password=""),
        raw_pdf([Page(lines=lines, drawing="72 700 m 400 700 l 400 600 l 72 600 l s")]),
        typeset(_TABLE + "\n#columns(2)[" + "Une phrase qui continue sur la ligne. " * 20 + "]"),
        pdf(paragraphs(text)[:30]),
        _scanned(raw_pdf(plain[:1])),
    ]


def _scanned(data: bytes) -> bytes:
    file = BytesIO()
    document = pypdfium2.PdfDocument(data)
    document[0].render(scale=0.5, grayscale=True).to_pil().save(file, "PDF")
    document.close()
    return file.getvalue()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with one to four changes."""
    changes = (_flipped, _cut, _spliced, _renumbered, _repeated, _swapped)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(changes)(data, chance)
    return data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)] or data


def _spliced(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    at = chance.randrange(len(data))
    return data[:at] + data[start : min(end, start + 5000)] + data[at:]


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    """Lengths, references, boxes and offsets changed."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    other = chance.choice((*_NASTY, chance.choice(found)[0]))
    return data[: one.start()] + other + data[one.end() :]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    objects = _OBJECT.findall(data)
    return data + b"\n" + chance.choice(objects) * chance.choice((1, 50)) if objects else data


def _swapped(data: bytes, chance: random.Random) -> bytes:
    """The content of one object in the place of that of another, which may refer to itself."""
    objects = _OBJECT.findall(data)
    if len(objects) < 2:
        return data
    one, other = chance.sample(objects, 2)
    return data.replace(one, one.partition(b"obj")[0] + b"obj" + other.partition(b"obj")[2])


# --- running -----------------------------------------------------------------------------------------------


def fuzz(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """What went wrong, a line each; the files that did it are kept in that folder."""
    chance = random.Random(seed)
    until = time.monotonic() + 60 * minutes
    valid, tried, wrong = seeds(), 0, 0
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            files = [mutated(chance.choice(valid), chance) for _ in range(_BATCH)]
            for line in _tried(files, Path(folder), kept):
                wrong += 1
                yield line
        tried += _BATCH
    yield f"pdf: {tried} files, {wrong} faults"


def _tried(files: list[bytes], folder: Path, kept: Path) -> Iterator[str]:
    """Each file in turn; a process that falls is started again after the file that made it fall."""
    for number, data in enumerate(files):
        (folder / f"{number:03}.pdf").write_bytes(data)
    first = 0
    while first < len(files):
        try:
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.fuzz.pdf", str(folder), str(first)],
                capture_output=True,
                timeout=_SECONDS_A_BATCH,
                check=False,
            )
            output, why = done.stdout, f"{done.returncode} {_last_line(done.stderr)}"
            if done.returncode == 0:
                return
        except subprocess.TimeoutExpired as late:
            output, why = late.stdout or b"", "hangs"
        # A process that falls before it tells a file is laid to the one with which it was to begin.
        at = int((output.split() or [b"%d" % first])[-1])
        kept.mkdir(parents=True, exist_ok=True)
        name = kept / f"{abs(hash(files[at])):x}.pdf"
        name.write_bytes(files[at])
        yield f"{name}: {why}"
        first = at + 1


def _first_picture(data: bytes) -> bytes:
    return page_picture(data, 1, 200)


def _last_line(told: bytes) -> str:
    return (told.decode(errors="replace").strip().splitlines() or ["without a word"])[-1]


def _take_in(folder: Path, first: int) -> None:
    """Takes in each file of the folder; tells which one before it begins, so that a fall shows whose it was."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    for number, file in enumerate(sorted(folder.glob("*.pdf"))):
        if number < first:
            continue
        print(number, flush=True)
        begun = time.process_time()
        data = file.read_bytes()
        for work in (manuscript, _first_picture):
            try:
                work(data)
            except UnbearablePdf:
                # What the product refuses so, made its process fall or hang.
                sys.exit("unbearable")
            except Refusal:
                continue
        if time.process_time() - begun > _SECONDS_A_FILE:
            sys.exit("slow")


if __name__ == "__main__":
    _take_in(Path(sys.argv[1]), int(sys.argv[2]))
