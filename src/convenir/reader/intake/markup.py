"""The XML of office files, parsed within limits: no entity, no document type, nothing fetched."""

import re
from typing import ClassVar, TypeAlias

from lxml import etree

from convenir.core.refusals import Refusal
from convenir.reader.intake.archive import ArchiveTooLarge, DamagedArchive
from convenir.reader.intake.limits import MOST_DEPTH, MOST_MARKUP_BYTES

Element: TypeAlias = etree._Element


class UnsafeMarkup(Refusal):
    """A document type or entities, which no office program writes and which serve to exhaust whoever reads them."""

    code: ClassVar[str] = "unsafe-markup"
    sentence: ClassVar[str] = (
        "Ce fichier contient des instructions qu’aucun traitement de texte n’écrit : il n’a pas été lu. "
        "Ouvrez-le dans votre traitement de texte, enregistrez-le au format .docx ou .odt, puis déposez-le."
    )


class TooDeep(Refusal):
    """Elements nested in one another beyond any document."""

    code: ClassVar[str] = "too-deep"
    sentence: ClassVar[str] = (
        "Ce fichier emboîte trop d’éléments les uns dans les autres pour être lu. "
        "Copiez-en le texte dans un nouveau document, puis déposez ce document."
    )


_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)\b")
_TOO_DEEP = etree.XPath(f"boolean(//*[ancestor::*[{MOST_DEPTH}]])")


def parsed(data: bytes) -> Element:
    """The root of a part of an office file."""
    if len(data) > MOST_MARKUP_BYTES:
        raise ArchiveTooLarge
    # A parser keeps what it reads of entities: each part has its own. Nothing is
    # looked up by `xml:id`: keeping a table of them takes time.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refusal(data, str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeMarkup
    return root


def _refusal(data: bytes, said: str) -> Refusal:
    """Why markup that the parser gave up on is refused: entities within entities end there, not in a document type."""
    # Two bytes for a letter, in some encodings.
    if _DECLARED.search(data.replace(b"\0", b"")):
        return UnsafeMarkup()
    return TooDeep() if "depth" in said else DamagedArchive()


def shallow(root: Element) -> Element:
    """The same root, to be walked down to its last element; refuses one in which nobody gets to the bottom."""
    if _TOO_DEEP(root):
        raise TooDeep
    return root
