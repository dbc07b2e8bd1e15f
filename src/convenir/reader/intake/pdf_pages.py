"""The pages of a PDF with the words on them: their text layer or, where it is missing, what their picture gave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from textwrap import shorten
from types import MappingProxyType
from typing import ClassVar

from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_RUNS, MOST_SCANNED_PAGES
from convenir.reader.intake.ocr import tesseract
from convenir.reader.intake.pdf_rows import doubt
from convenir.reader.intake.pdf_runs import Leaf
from convenir.reader.intake.pdf_service import UnbearablePdf, ask_by_shares
from convenir.reader.intake.pdf_wire import received


class NothingRecognised(Refusal):
    """Pictures of words, and nothing on this machine that recognises words in pictures."""

    code: ClassVar[str] = "scan-unread"
    sentence: ClassVar[str] = (
        "Ce PDF est une image : il ne contient pas de texte, et cette machine ne sait pas reconnaître les mots d’une "
        "image. Déposez le fichier d’origine (Word, LibreOffice ou PDF avec son texte), ou demandez à la personne qui "
        "administre le site d’installer Tesseract et sa langue française."
    )


class TooManyPictures(Refusal):
    """More pages to recognise than anybody would wait for."""

    code: ClassVar[str] = "too-many-scanned-pages"
    sentence: ClassVar[str] = (
        "Ce PDF compte {pages} pages numérisées, dont il faudrait reconnaître les mots ; {most} au plus le sont. "
        "Déposez la seule convention, ou le fichier d’origine."
    )


class NoWords(Refusal):
    """Pages without a word."""

    code: ClassVar[str] = "no-words"
    sentence: ClassVar[str] = "Aucun mot n’a été trouvé dans ce PDF. Vérifiez que c’est bien le texte de la convention."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What was read, what whoever relies on it must know, and the numbers of the pages yet to be recognised."""

    leaves: tuple[Leaf, ...]
    findings: tuple[Finding, ...]
    awaited: tuple[int, ...]


# How many stretches of struck words are shown, and how many characters of each.
_MOST_STRUCK, _MOST_SHOWN = 5, 60
# How many times the letters of a text layer a picture must give to be preferred.
_FULLER = 1.3
# What is known of the pictures of a file before any was looked at.
NONE_RECOGNISED: Mapping[int, Leaf | None] = MappingProxyType({})


def pages(data: bytes, recognised: Mapping[int, Leaf | None]) -> Pages:
    """Every page, with what was `recognised` in pictures, None for nothing; those that are missing there are awaited.

    Refuses what is locked, broken, too long or without a word.
    """
    leaves, pictures, lost = _layers(data)
    if len(pictures) > MOST_SCANNED_PAGES:
        raise TooManyPictures(pages=len(pictures), most=MOST_SCANNED_PAGES)
    unread = [number for number in pictures if recognised.get(number) is None]
    able = bool(pictures) and tesseract() is not None
    awaited = tuple(number for number in unread if number not in recognised) if able else ()
    read = tuple(_fuller(leaves[number], recognised.get(number)) for number in sorted(leaves))
    if not awaited and not any(leaf.runs for leaf in read):
        raise NoWords if able or not pictures else NothingRecognised
    return Pages(leaves=read, findings=tuple(_findings(data, read, unread, lost)), awaited=awaited)


def _layers(data: bytes) -> tuple[dict[int, Leaf], list[int], list[int]]:
    """The text layers of the pages, the numbers of those that are pictures, and of those that are damaged."""
    leaves: dict[int, Leaf] = {}
    pictures: list[int] = []
    lost: list[int] = []
    shares = (received(told["pages"], lengths) for told, lengths in ask_by_shares("layers", data))
    for number, layer in enumerate(chain.from_iterable(shares), 1):
        if layer is None:
            leaves[number] = Leaf(number=number, width=1, height=1)
            lost.append(number)
            continue
        leaves[number] = layer.leaf
        if layer.pictured:
            pictures.append(number)
    if sum(len(leaf.runs) for leaf in leaves.values()) > MOST_RUNS:
        raise UnbearablePdf
    return leaves, pictures, lost


def _fuller(layer: Leaf, found: Leaf | None) -> Leaf:
    """What was recognised on a page, unless its text layer holds about as much."""
    return found if found is not None and found.letters() > _FULLER * layer.letters() else layer


# --- what to know ------------------------------------------------------------------------------------------


def _findings(data: bytes, leaves: Sequence[Leaf], unread: Sequence[int], lost: Sequence[int]) -> Iterator[Finding]:
    if b"%%EOF" not in data[-4096:]:
        yield Finding(
            oddity=Oddity.MISSING,
            about="file-cut-short",
            severity=Severity.WARNING,
            sentence="Ce PDF est incomplet : la fin du fichier manque, et peut-être des pages.",
            advice="Comparez avec l’original, et déposez de nouveau le fichier s’il manque des pages.",
        )
    if lost:
        yield Finding(
            oddity=Oddity.MISSING,
            about="pages-unreadable",
            severity=Severity.BLOCKING,
            sentence=f"{_these(lost)} {_are(lost)} endommagée{_s(lost)} et n’{_have(lost)} pas été lue{_s(lost)}.",
            advice="Déposez de nouveau le fichier, enregistré depuis l’original.",
        )
    yield from _struck(leaves)
    if unread:
        yield Finding(
            oddity=Oddity.MISSING,
            about="pages-unread",
            severity=Severity.BLOCKING,
            sentence=f"{_these(unread)} {_are(unread)} une image dont les mots n’ont pas été reconnus.",
            advice="Déposez le fichier d’origine, ou lisez cette partie sur l’image et ajoutez ses clauses à la main.",
        )
    yield from _recognition(leaves)


def _struck(leaves: Sequence[Leaf]) -> Iterator[Finding]:
    """What was crossed out before the file was made, as a file in revision is printed."""
    pages = [leaf.number for leaf in leaves if leaf.struck]
    if not pages:
        return
    words = [words for leaf in leaves for words in leaf.struck]
    shown = ", ".join(f"« {shorten(one, _MOST_SHOWN, placeholder='…')} »" for one in words[:_MOST_STRUCK])
    more = ", entre autres" if len(words) > _MOST_STRUCK else ""
    yield Finding(
        oddity=Oddity.AMBIGUOUS,
        about="struck-words",
        severity=Severity.WARNING,
        sentence=f"{_these(pages)} {_bear(pages)} des mots barrés, qui n’ont pas été lus : {shown}{more}.",
        advice="Vérifiez sur l’original signé que ces mots sont bien supprimés, ou déposez la version définitive.",
    )


def _recognition(leaves: Sequence[Leaf]) -> Iterator[Finding]:
    scanned = [leaf for leaf in leaves if leaf.recognised]
    if not scanned:
        return
    share = doubt([run for leaf in scanned for run in leaf.runs])
    yield Finding(
        oddity=Oddity.AMBIGUOUS,
        about="words-recognised",
        severity=Severity.WARNING,
        sentence=(
            f"{_these([leaf.number for leaf in scanned])} {_have([leaf.number for leaf in scanned])} été lue"
            f"{_s(scanned)} par reconnaissance d’image ; la reconnaissance est sûre à {round(100 * (1 - share))} %."
        ),
        advice="Comparez chaque clause avec l’image de sa page, surtout les dates, les nombres et les noms.",
    )


def _these(numbers: Sequence[int]) -> str:
    """
    >>> _these([3]), _these([1, 2, 3, 7])
    ('La page 3', 'Les pages 1 à 3 et 7')
    """
    if len(numbers) == 1:
        return f"La page {numbers[0]}"
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    told = [f"{span[0]} à {span[-1]}" if len(span) > 2 else " et ".join(map(str, span)) for span in spans]
    return "Les pages " + ", ".join(told[:-1]) + (" et " if told[1:] else "") + told[-1]


def _s(many: Sequence[object]) -> str:
    return "s" if len(many) > 1 else ""


def _bear(many: Sequence[object]) -> str:
    return "portent" if len(many) > 1 else "porte"


def _are(many: Sequence[object]) -> str:
    return "sont" if len(many) > 1 else "est"


def _have(many: Sequence[object]) -> str:
    return "ont" if len(many) > 1 else "a"
