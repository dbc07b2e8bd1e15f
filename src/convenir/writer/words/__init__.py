"""How the product says its values in French; the only place, with templates, where it speaks."""

from convenir.writer.words.assumptions import alternative_sentence, assumption_sentence
from convenir.writer.words.facts import event_label, fact_sentence
from convenir.writer.words.moves import effect_sentence, move_label, move_sentence, safe_sentence
from convenir.writer.words.names import article_short, article_words, body_name, party_name, sentence_case
from convenir.writer.words.obligations import duty_label, obligation_sentence, state_label, when_words, who_words
from convenir.writer.words.status import flag_sentence, status_label, status_sentence
from convenir.writer.words.terms import term_label, term_value

__all__ = [
    "alternative_sentence",
    "article_short",
    "article_words",
    "assumption_sentence",
    "body_name",
    "duty_label",
    "effect_sentence",
    "event_label",
    "fact_sentence",
    "flag_sentence",
    "move_label",
    "move_sentence",
    "obligation_sentence",
    "party_name",
    "safe_sentence",
    "sentence_case",
    "state_label",
    "status_label",
    "status_sentence",
    "term_label",
    "term_value",
    "when_words",
    "who_words",
]
