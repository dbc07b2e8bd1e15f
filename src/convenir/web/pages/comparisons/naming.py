"""How the pages of comparison call a text."""

from django.utils import timezone

from convenir.access.deposited import DepositedText
from convenir.access.library import Shelved
from convenir.writer.french_dates import day
from convenir.writer.words import sentence_case


def named(found: DepositedText) -> str:
    """Its title, else the name of its file."""
    return sentence_case(found.terms.title) or found.file_name


def received(found: DepositedText) -> str:
    """Its file, and the day on which it came."""
    return f"{found.file_name}, déposé le {day(timezone.localdate(found.received_at))}"


def shelved(one: Shelved) -> str:
    """The same as a choice: «Convention territoriale globale (texte.docx, déposé le 3 mars 2025)»."""
    title = one.dossier or sentence_case(one.title) or "Sans titre"
    return f"{title} ({one.file_name}, déposé le {day(timezone.localdate(one.received_at))})"
