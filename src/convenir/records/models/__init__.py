"""Every table, by what it holds."""

from convenir.records.models.conventions import Convention, ConventionParty
from convenir.records.models.facts import Evidence, FactRow
from convenir.records.models.houses import House
from convenir.records.models.journal import JournalRow
from convenir.records.models.lines import DueLine
from convenir.records.models.scans import RecognisedPage, Scan
from convenir.records.models.sheets import SheetFile, SheetMapping
from convenir.records.models.texts import FindingRuling, ReceivedText, Rereading, SentenceRuling, SetAside, TermRuling

__all__ = [
    "Convention",
    "ConventionParty",
    "DueLine",
    "Evidence",
    "FactRow",
    "FindingRuling",
    "House",
    "JournalRow",
    "ReceivedText",
    "RecognisedPage",
    "Rereading",
    "Scan",
    "SentenceRuling",
    "SetAside",
    "SheetFile",
    "SheetMapping",
    "TermRuling",
]
