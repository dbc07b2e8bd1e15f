"""Texts written apart, by people who had not seen the recognisers, and scored once before anybody looked at them.

No recogniser is mended for these texts: they tell what the reader is worth on those that it has never met.
"""

import json
from pathlib import Path

from convenir.reader.reading import read
from convenir.reader.scoring import compared, together
from convenir.reader.summary import summary

HELD_OUT = Path(__file__).parent / "held_out"


def test_unseen_texts_are_read_as_well_as_users_need() -> None:
    texts = sorted((HELD_OUT / "texts").glob("*.txt"))
    assert len(texts) >= 40
    score = together(
        compared(
            json.loads((HELD_OUT / "references" / f"{text.stem}.json").read_text(encoding="utf-8")),
            summary(read(text.read_bytes())),
        )
        for text in texts
    )
    assert score.every.f1 >= 0.85
    assert score.every.precision >= 0.92
    assert score.law.f1 >= 0.75
