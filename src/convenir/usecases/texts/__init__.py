"""Texts: received, ruled upon, read again, set aside, confirmed into a dossier; one file for each."""

from convenir.usecases.texts.adding import Addition, add
from convenir.usecases.texts.confirming import Confirmation, OtherParty, confirm
from convenir.usecases.texts.points import Judgement, judge
from convenir.usecases.texts.receiving import Upload, receive
from convenir.usecases.texts.rereading import Comparison, compare, take_again
from convenir.usecases.texts.ruling import Ruling, accept_all, rule
from convenir.usecases.texts.scanning import give_up, go_on
from convenir.usecases.texts.sentences import Classing, classify
from convenir.usecases.texts.setting_aside import set_aside, take_up

__all__ = [
    "Addition",
    "Classing",
    "Comparison",
    "Confirmation",
    "Judgement",
    "OtherParty",
    "Ruling",
    "Upload",
    "accept_all",
    "add",
    "classify",
    "compare",
    "confirm",
    "give_up",
    "go_on",
    "judge",
    "receive",
    "rule",
    "set_aside",
    "take_again",
    "take_up",
]
