"""PDF files written object by object, for what office programs seldom make: locks, forms, scripts, turned pages."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: the lines written on it, each at so many points from its left and its bottom, and its other entries.

    `turned` lines are written upwards. `entries` go into the page as they are, such as «/Rotate 90».
    """

    lines: Sequence[tuple[float, float, str]] = ()
    turned: Sequence[tuple[float, float, str]] = ()
    entries: str = ""
    drawing: str = ""
    size: float = 11


def column(
    words: Sequence[str], left: float = 72, top: float = 760, pitch: float = 15
) -> list[tuple[float, float, str]]:
    """Lines one under the other."""
    return [(left, top - pitch * number, line) for number, line in enumerate(words)]


def raw_pdf(
    pages: Sequence[Page], catalog: str = "", extra: Sequence[str] = (), *, password: str | None = None
) -> bytes:
    """The file of these pages; `extra` objects are numbered from 4 + 2 × pages, and follow the pages.

    With a `password`, even an empty one, it is locked with it.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        objects += [_leaf(page, 5 + 2 * number), _stream(_content(page))]
    objects += [one.encode("cp1252") for one in extra]
    return _file(objects) if password is None else _locked(objects, password)


def _leaf(page: Page, content: int) -> bytes:
    entries = "" if "/MediaBox" in page.entries else "/MediaBox[0 0 595 842]"
    entries += f"/Contents {content} 0 R {page.entries}"
    return f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>{entries}>>".encode()


def _content(page: Page) -> bytes:
    shown = [_shown(line, page.size, "1 0 0 1") for line in page.lines]
    shown += [_shown(line, page.size, "0 1 -1 0") for line in page.turned]
    return "\n".join([page.drawing, *shown]).encode("cp1252")


def _shown(line: tuple[float, float, str], size: float, matrix: str) -> str:
    left, bottom, words = line
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {matrix} {left} {bottom} Tm ({escaped}) Tj ET"


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    data = b"%PDF-1.6\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    return data + head + table + end


# --- locks: the oldest handler of the norm, 40 bits, which every reader knows --------------------------------


def _locked(objects: Sequence[bytes], password: str) -> bytes:
    name = b"0123456789abcdef"
    padded = (password.encode() + _PADDING)[:32]
    owner = _coded(_digest(padded)[:5], padded)
    key = _digest(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + name)[:5]
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(),
        _coded(key, _PADDING).hex().encode(),
    )
    closed = [_closed(one, number, key) for number, one in enumerate(objects, 1)]
    told = b"/Encrypt %d 0 R/ID[<%s><%s>]" % (len(closed) + 1, name.hex().encode(), name.hex().encode())
    return _file([*closed, lock], told)


def _closed(one: bytes, number: int, key: bytes) -> bytes:
    head, mark, rest = one.partition(b"stream\n")
    if not mark:
        return one
    content = rest.removesuffix(b"\nendstream")
    own = _digest(key + number.to_bytes(3, "little") + b"\0\0")[:10]
    return head + mark + _coded(own, content) + b"\nendstream"


def _digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _coded(key: bytes, data: bytes) -> bytes:
    """RC4."""
    state = list(range(256))
    swap = 0
    for index in range(256):
        swap = (swap + state[index] + key[index % len(key)]) % 256
        state[index], state[swap] = state[swap], state[index]
    first = second = 0
    coded = bytearray()
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        coded.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(coded)
