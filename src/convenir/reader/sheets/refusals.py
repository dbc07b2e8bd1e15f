"""What cannot be read as a table, and what to give instead."""

from typing import ClassVar

from convenir.core.refusals import Refusal


class NoTable(Refusal):
    """A file without a single table."""

    code: ClassVar[str] = "no-table"
    sentence: ClassVar[str] = (
        "Ce fichier ne contient aucun tableau. Donnez un classeur (.xlsx, .ods, .xls), un fichier .csv, ou un document "
        "dont la liste est un tableau."
    )


class ScannedTable(Refusal):
    """A list of which only a picture was given."""

    code: ClassVar[str] = "scanned-table"
    sentence: ClassVar[str] = (
        "Ce document est une image : ses tableaux ne se lisent qu’une fois ses mots reconnus. Le classeur d’origine, "
        "ou le document avec son texte, se lit mieux."
    )


class SheetTooLarge(Refusal):
    """More bytes than a plan of actions or a list."""

    code: ClassVar[str] = "sheet-too-large"
    sentence: ClassVar[str] = (
        "Ce fichier dépasse 5 Mo. Gardez la seule feuille à importer, sans images, puis réessayez."
    )


class TooManyCells(Refusal):
    """More cells than any list of a convention."""

    code: ClassVar[str] = "too-many-cells"
    sentence: ClassVar[str] = (
        "Ce tableau compte plus de {most} cellules, ou de 100 colonnes. Gardez les seules lignes et colonnes "
        "à importer, puis réessayez."
    )


class LockedWorkbook(Refusal):
    """A workbook that asks for a password."""

    code: ClassVar[str] = "locked-workbook"
    sentence: ClassVar[str] = (
        "Ce classeur est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de passe, puis réessayez."
    )


class BrokenWorkbook(Refusal):
    """The bytes of a workbook, and no sheet can be reached."""

    code: ClassVar[str] = "broken-workbook"
    sentence: ClassVar[str] = (
        "Ce classeur est endommagé, ou demande trop de mémoire ou de temps pour être lu. Ouvrez-le dans votre tableur, "
        "copiez la seule feuille utile dans un nouveau classeur, puis réessayez."
    )


class NoSuchSheet(Refusal):
    """The file has no sheet of that name or number."""

    code: ClassVar[str] = "no-such-sheet"
    sentence: ClassVar[str] = "Ce fichier n’a pas de feuille « {sheet} ». Choisissez parmi : {known}."
