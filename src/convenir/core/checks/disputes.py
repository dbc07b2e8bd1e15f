"""What a dispute brings to light: the court that hears it, and a court chosen too late."""

from collections.abc import Iterator

from convenir.core.courts import Forum, forum
from convenir.core.facts import DisputeArisen
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.situation import Situation


def court(situation: Situation) -> Iterator[Finding]:
    """The court of a dispute that has arisen, and a choice of another one made after it."""
    if not situation.happened(DisputeArisen):
        return
    found = forum(situation)
    yield _court(found)
    if found.too_late is not None:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="court-chosen-late",
            severity=Severity.WARNING,
            sentence="Le choix d’un autre tribunal est postérieur au différend : il est sans effet sur celui-ci "
            f"({found.laws[0].law}).",
            advice="Saisissez le tribunal que désignait le texte avant le différend.",
            sources=found.too_late.because,
            laws=found.laws,
        )


def _court(found: Forum) -> Finding:
    laws = " et ".join(reference.law for reference in found.laws)
    if found.seat is None:
        return Finding(
            oddity=Oddity.UNKNOWN,
            about="court",
            severity=Severity.INFORMATION,
            sentence=f"Le tribunal compétent n’est pas connu de Convenir : il dépend du lieu d’exécution ({laws}).",
            advice="Cherchez le tribunal administratif du département dans l’article R. 221-3 du CJA.",
            sources=found.because,
            laws=found.laws,
        )
    return Finding(
        oddity=Oddity.NOTED,
        about="court",
        severity=Severity.INFORMATION,
        sentence=f"Ce différend relève du tribunal administratif de {found.seat} ({laws}).",
        sources=found.because,
        laws=found.laws,
    )
