"""How a good file is broken: bytes changed, cut, doubled; markup whose pieces are moved, nested, emptied."""

import re
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from convenir.core.refusals import Refusal
from convenir.reader.intake.archive import Allowance, Archive

# Bytes that parsers treat in a way of their own.
_SPECIAL = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"%",
    b"/",
    b"\x80",
    b"\n",
    b"-1",
    b"999999999999",
    b"\xed\xa0\x80",
)
_TAG = re.compile(rb"<[^<>]+>")
_VALUE = re.compile(rb'="[^"<>]*"')
_VALUES = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"9",
    b"2147483648",
    b"99999999999999999999",
    b"true",
    b"%1%2%9",
    b"\xc3\xa9",
    b"x" * 300,
)
_MOST = 3_000_000


def broken(data: bytes, random: Random) -> bytes:
    """The bytes of a file with a few faults."""
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        data = random.choice(_FAULTS)(data, random)[:_MOST]
    return data


def broken_archive(data: bytes, random: Random) -> bytes:
    """An archive with faults in its own bytes, or in those of the files that it holds, packed again without fault."""
    if random.random() < 0.3:
        return broken(data, random)
    try:
        archive = Archive(data, Allowance())
        entries = {name: archive.read(name) for name in archive.names}
    except Refusal:
        return broken(data, random)
    for _ in range(random.choice((1, 1, 2, 4))):
        name = random.choice(sorted(entries))
        entries[name] = _broken_entry(entries[name], random)
    if random.random() < 0.1:
        entries.pop(random.choice(sorted(entries)))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return file.getvalue()


def _broken_entry(data: bytes, random: Random) -> bytes:
    """A file inside an archive: an archive itself, markup, or anything else."""
    if data.startswith(b"PK"):
        return broken_archive(data, random)
    if b"<" in data[:200] and random.random() < 0.9:
        for _ in range(random.choice((1, 2, 5, 15))):
            data = random.choice(_MARKUP_FAULTS)(data, random)[:_MOST]
        return data
    return broken(data, random)


# --- bytes -------------------------------------------------------------------------------------------------------


def _at(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _changed(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _special(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(_SPECIAL) + data[at:]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: _at(data, random)]


def _without(data: bytes, random: Random) -> bytes:
    start, end = sorted((_at(data, random), _at(data, random)))
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random) -> bytes:
    start, end = sorted((_at(data, random), _at(data, random)))
    end = min(end, start + 20_000)
    return data[:end] + data[start:end] * random.choice((1, 2, 30)) + data[end:]


_FAULTS = (_changed, _changed, _special, _special, _cut, _without, _doubled)


# --- markup ------------------------------------------------------------------------------------------------------


def _spans(data: bytes, pattern: re.Pattern[bytes], random: Random, count: int) -> list[tuple[int, int]]:
    """Some places of the markup that match, in their order."""
    found = [one.span() for one in pattern.finditer(data)]
    return sorted(random.sample(found, min(count, len(found))))


def _other_value(data: bytes, random: Random) -> bytes:
    for start, end in reversed(_spans(data, _VALUE, random, 3)):
        data = data[:start] + b'="' + random.choice(_VALUES) + b'"' + data[end:]
    return data


def _element(data: bytes, random: Random) -> tuple[int, int]:
    """An element from its opening to the first closing of its name; nothing where there is none."""
    for start, end in _spans(data, _TAG, random, 1):
        name = re.match(rb"<([\w:]+)[^>]*[^/]?>", data[start:end])
        close = data.find(b"</" + name[1] + b">", end) if name and data[end - 2 : end] != b"/>" else -1
        if name and close >= 0:
            return start, close + len(name[1]) + 3
        return start, end
    return 0, 0


def _moved(data: bytes, random: Random) -> bytes:
    """An element is copied into another place."""
    start, end = _element(data, random)
    for _, at in _spans(data, _TAG, random, 1):
        return data[:at] + data[start:end][:50_000] + data[at:]
    return data


def _repeated(data: bytes, random: Random) -> bytes:
    start, end = _element(data, random)
    return data[:end] + data[start:end][:5_000] * random.choice((1, 3, 200)) + data[end:]


def _removed(data: bytes, random: Random) -> bytes:
    start, end = _element(data, random)
    return data[:start] + data[end:]


def _nested(data: bytes, random: Random) -> bytes:
    """An element is put inside itself, over and over."""
    start, end = _element(data, random)
    opening = _TAG.match(data, start)
    if not opening or opening.end() == end:
        return data
    inside, close = data[opening.end() : end], data.rfind(b"<", start, end)
    times = random.choice((2, 20, 70, 300))
    return data[:start] + opening[0] * times + inside[: close - opening.end()] + data[close:end] * times + data[end:]


def _renamed(data: bytes, random: Random) -> bytes:
    """One element bears the name of another."""
    names = sorted(set(re.findall(rb"</([\w:]+)>", data)))
    if len(names) < 2:
        return data
    first, second = random.sample(names, 2)
    return re.sub(rb"(</?)" + first + rb"(?=[\s/>])", rb"\g<1>" + second, data, count=random.choice((2, 0)))


_MARKUP_FAULTS = (_other_value, _other_value, _moved, _moved, _repeated, _removed, _nested, _renamed, _changed)
