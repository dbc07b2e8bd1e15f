"""The layers of pages come out of the wire as they went in."""

import json

from convenir.reader.intake.pdf_runs import Leaf, Ruling, Run
from convenir.reader.intake.pdf_wire import Layer, received, sent

WRITTEN = Leaf(
    number=1,
    width=595.276,
    height=841.89,
    runs=(
        Run("L’été à 0 °C", 72.024, 90.1, 523.2, 102.7, 12.6),
        Run("et la suite", 0.1 + 0.2, 104.5, 130.0, 117.1, 12.6),
    ),
    slanted=("PROJET",),
    struck=("trois", "ans"),
    rulings=(Ruling(72.0, 130.5, 523.0, 130.5),),
    turn=1,
)
RULED = Leaf(number=3, width=595, height=842, rulings=(Ruling(1.0, 2.0, 3.0, 4.0), Ruling(5.0, 6.0, 7.0, 8.0)))


def test_layers_are_received_as_they_were_sent() -> None:
    layers = [Layer(WRITTEN, False), None, Layer(RULED, True), Layer(Leaf(number=4, width=1, height=1), True)]
    told, lengths = sent(layers)
    assert list(received(json.loads(json.dumps(told)), lengths)) == layers
