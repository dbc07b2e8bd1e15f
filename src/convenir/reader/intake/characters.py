"""Characters that nobody sees or that stand for others: how each is taken out or put right, and what is said of it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from convenir.core.findings import Finding, Oddity, Severity, noted

# Characters that change the order in which a line is shown: what is read is not what is seen.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Characters without width, and tags: they hide nothing but make equal words differ.
_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufeff\u180e\u034f\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# Fonts of symbols put their marks in an area where no other font has any: bullets, arrows, boxes.
_SYMBOL = re.compile("[\uf020-\uf0ff]")
_SYMBOLS = {"\uf06f": "☐", "\uf0a8": "☐", "\uf0fd": "☒", "\uf0fe": "☒", "\uf0fc": "✓", "\uf0e0": "→", "\uf0d8": "➢"}
_SOFT_HYPHEN = re.compile("\xad\n?")
# A letter and its accents. Composing a whole text would take a time that grows with the square of a run of accents.
_APART = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_ACCENT = re.compile("[\u0300-\u036f]")
# Whether words hold any of the above; most hold none.
_ODD = re.compile(
    "[\x00-\x08\r\x0e-\x1b\x7f-\x9f\xad\u034f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\uf020-\uf0ff\ufb00-\ufb06\ufeff\U000e0000-\U000e007f]"
)


@dataclass(slots=True)
class Sieve:
    """What words of one file go through; it counts what it takes out, to tell it once."""

    turning: int = field(default=0, init=False)
    unseen: int = field(default=0, init=False)

    def through(self, words: str) -> str:
        """The words as they are seen: composed accents, newlines as line ends, nothing without width.

        >>> Sieve().through("conven\\xadtion\\u200b e\\u0301crite\\r\\nﬁn")
        'convention écrite\\nfin'
        """
        if _ODD.search(words):
            words = self._sifted(words)
        if words.isascii() or not _ACCENT.search(words):
            return words
        return _APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), words)

    def _sifted(self, words: str) -> str:
        words = _SOFT_HYPHEN.sub("", _LINE_END.sub("\n", words))
        words, turning = _TURNING.subn("", words)
        words, unseen = _UNSEEN.subn("", words)
        self.turning += turning
        self.unseen += unseen
        words = _SYMBOL.sub(lambda found: _SYMBOLS.get(found[0], "•"), words)
        words = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), words)
        return _CONTROL.sub("", words)

    def findings(self) -> Iterator[Finding]:
        """What was taken out, where it could hide something."""
        if self.turning:
            yield Finding(
                oddity=Oddity.IRREGULAR,
                about="turned-words",
                severity=Severity.WARNING,
                sentence=(
                    "Ce fichier contient des caractères invisibles qui changent l’ordre des mots à l’écran : "
                    f"{self.turning} ont été retirés avant la lecture."
                ),
                advice="Comparez les mots lus avec l’original signé avant de vous y fier.",
            )
        if self.unseen:
            taken = f"{self.unseen} ont été retirés" if self.unseen > 1 else "un a été retiré"
            yield noted(
                "unseen-characters",
                f"Ce fichier contient des caractères sans largeur, que personne ne voit : {taken} avant la lecture.",
            )
