"""How pages say what persons decided of a finding: which passage prevails, by whom, when and why."""

from datetime import datetime

from django.utils import timezone

from convenir.access.deposited import Point, PointRuled, Verdict
from convenir.core.source import Source
from convenir.writer.french_dates import day
from convenir.writer.words import article_short

LENGTH_OF_QUOTE = 60


def moment(at: datetime) -> str:
    """The day and the hour in Paris: «2 avril 2024 à 14 h 05»."""
    local = timezone.localtime(at)
    return f"{day(local.date())} à {local.hour}\u00a0h\u00a0{local.minute:02d}"


def point_ruled(point: Point) -> str:
    """What was decided of a finding, by whom, when and why; earlier decisions after it."""
    said = [_point_ruled(point, one) for one in reversed(point.history)]
    return f"{said[0]} Auparavant : {' '.join(said[1:])}" if len(said) > 1 else "".join(said)


def _point_ruled(point: Point, ruled: PointRuled) -> str:
    signed = f"par {ruled.by} le {moment(ruled.at)}"
    if ruled.verdict is Verdict.SEEN:
        return f"Vu {signed}."
    reason = f"Motif : {ruled.reason.rstrip('.')}."
    if ruled.verdict is Verdict.LEFT_OPEN:
        return f"Laissé en suspens {signed}. {reason}"
    return f"Tranché {signed} : {_prevailing(point, ruled)}. {reason}"


def _prevailing(point: Point, ruled: PointRuled) -> str:
    if ruled.verdict is Verdict.NEITHER or ruled.passage is None:
        return f"aucun de ces passages ; {ruled.words.rstrip('.')}"
    return f"{passage(point.finding.sources[ruled.passage])} prévaut"


def passage(source: Source) -> str:
    """«art. 6, al. 3 (« Son secrétariat revient à la Caf »)»."""
    quote = " ".join(source.quote.split())
    cut = quote if len(quote) <= LENGTH_OF_QUOTE else f"{quote[:LENGTH_OF_QUOTE].rsplit(' ', 1)[0]}…"
    return f"{article_short(source)} (« {cut} »)" if cut else article_short(source)
