"""What is told of an office file beside its words: tracked changes, comments, hidden words, programs."""

from collections import Counter
from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity, Severity, noted
from convenir.reader.intake.manuscript import Mark, Revision


def revised(revisions: tuple[Revision, ...]) -> Iterator[Finding]:
    """One finding for the tracked changes of a file, one for its comments."""
    counts = Counter(revision.mark for revision in revisions)
    added, struck, comments = counts[Mark.INSERTED], counts[Mark.DELETED], counts[Mark.COMMENT]
    if added or struck:
        parts = (_counted(added, "ajout"), _counted(struck, "suppression"))
        told = " et ".join(part for part in parts if part)
        yield Finding(
            oddity=Oddity.AMBIGUOUS,
            about="tracked-changes",
            severity=Severity.WARNING,
            sentence=(
                f"Ce fichier porte {_counted(added + struck, 'modification')} en suivi ({told}), ni acceptées ni "
                "refusées : les ajouts ont été lus, les mots supprimés ne l’ont pas été."
            ),
            advice="Acceptez ou refusez ces modifications d’après l’original signé, puis redéposez le fichier.",
        )
    if comments:
        yield noted("comments", f"Ce fichier porte {_counted(comments, 'commentaire')} en marge, hors du texte lu.")


def _counted(count: int, name: str) -> str:
    """
    >>> _counted(1, "ajout"), _counted(3, "ajout"), _counted(0, "ajout")
    ('1 ajout', '3 ajouts', '')
    """
    return f"{count} {name}{'s' if count > 1 else ''}" if count else ""


def hidden(characters: int) -> Iterator[Finding]:
    """Words that the file holds and does not show."""
    if characters:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="hidden-words",
            severity=Severity.WARNING,
            sentence="Ce fichier contient du texte masqué, invisible à l’impression : il n’a pas été lu.",
            advice="Affichez le texte masqué dans votre traitement de texte et comparez-le avec l’original signé.",
        )


def programmed() -> Finding:
    """A file with macros."""
    return noted(
        "macros", "Ce fichier contient des macros : elles n’ont pas été exécutées, seul le texte a été lu."
    )  # fmt: skip


def embedded() -> Finding:
    """A whole file that was set into another, and that the walker does not open."""
    return Finding(
        oddity=Oddity.MISSING,
        about="embedded-file",
        severity=Severity.WARNING,
        sentence="Une partie de ce fichier y est insérée comme un autre document : elle n’a pas été lue.",
        advice="Ouvrez le fichier dans votre traitement de texte, enregistrez-le de nouveau, puis déposez-le.",
    )
