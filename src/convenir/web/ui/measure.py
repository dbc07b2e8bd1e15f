"""How wide words are on a figure, so that labels never overlap; widths of Atkinson Hyperlegible Next, regular."""

_HUNDREDTHS_OF_EM: tuple[tuple[int, str], ...] = (
    (20, "',.:;’"),
    (26, " `ijl|!()ìíîï\u00a0\u202f"),
    (32, '"[]ft'),
    (37, "-r{}°"),
    (42, "/1I\\"),
    (47, "*?cksvxyzç"),
    (53, "7Jae§àâäéèêë"),
    (56, "23<>EFLTYbdghnopquéèôöùûü«»"),
    (60, "$+45689BPRSVZ"),
    (64, "#0=ACKX"),
    (69, "DGHNUw&OQ"),
    (86, "@MWmÆæœŒ%"),
)
_WIDTHS = {letter: width for width, letters in _HUNDREDTHS_OF_EM for letter in letters}
_OTHER = 60


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Width in pixels of `words` set at `size` pixels; bold letters are about four hundredths wider."""
    hundredths = sum(_WIDTHS.get(letter, _OTHER) for letter in words)
    return hundredths * size / 100 * (1.04 if bold else 1)


def in_lines(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The words cut into lines that fit in `room` pixels; a word longer than the room keeps its line.

    >>> in_lines("Comité de pilotage et d’orientation", 15, 168, bold=True)
    ['Comité de pilotage et', 'd’orientation']
    """
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        lines.append(word)
    return lines
