"""How far a clause binds: a hard duty may be breached, a qualified one asks for a reason, a soft one is an aim."""

from enum import StrEnum


class Force(StrEnum):
    """What follows when it is not done.

    `hard`: lateness, and a breach. `qualified` («chaque fois que possible», «si besoin»): a reason is required.
    `soft` («a vocation à», «se donnent pour objectif de»): nothing, it is never a breach.
    """

    HARD = "hard"
    QUALIFIED = "qualified"
    SOFT = "soft"
