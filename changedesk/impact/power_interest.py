"""Power and interest: which quadrant a stakeholder is in, and how salient one is.

The grid is that of Mendelow (1981, 1991), cut at 4 of 5. Salience is that of Mitchell, Agle and
Wood (1997): power, legitimacy and urgency.
"""

from dataclasses import dataclass

HIGH_FROM = 4
"""What counts as high, of 5."""
MEDIUM = 3
"""The middle of 5: registers do not agree on which side it belongs."""
SCALE = range(1, 6)
MANAGE_CLOSELY, KEEP_SATISFIED, KEEP_INFORMED, MONITOR = "MC", "KS", "KI", "MO"
_QUADRANTS = {
    (True, True): MANAGE_CLOSELY,
    (True, False): KEEP_SATISFIED,
    (False, True): KEEP_INFORMED,
    (False, False): MONITOR,
}
_SALIENCES = {
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (True, True, False): "dominant",
    (True, False, True): "dangerous",
    (False, True, True): "dependent",
    (True, True, True): "definitive",
    (False, False, False): "none",
}


@dataclass(frozen=True)
class Placing:
    """The quadrant by the numbers beside the one that was stated; empty where there is none.

    `medium`: one of the numbers is in the middle, so that either side may be meant.
    """

    computed: str
    stated: str
    medium: bool

    @property
    def quadrant(self) -> str:
        """Return the quadrant that counts: the stated one, else the computed one."""
        return self.stated or self.computed

    @property
    def differs(self) -> bool:
        """Tell whether the stated quadrant is another one than the numbers give."""
        return bool(self.stated and self.computed) and self.stated != self.computed


def quadrant(power: int | None, interest: int | None) -> str:
    """Return MC, KS, KI or MO; the empty text while either number is missing."""
    if power is None or interest is None:
        return ""
    return _QUADRANTS[power >= HIGH_FROM, interest >= HIGH_FROM]


def placing(power: int | None, interest: int | None, stated: str = "") -> Placing:
    """Return where the numbers put a stakeholder, and where its author did."""
    return Placing(quadrant(power, interest), stated, MEDIUM in (power, interest))


def moved_into(wanted: str, power: int | None, interest: int | None) -> tuple[int, int]:
    """Return the nearest power and interest that lie in a quadrant without being medium.

    A number that is on the right side already stays; raises KeyError for what is no quadrant.
    """
    sides = {code: side for side, code in _QUADRANTS.items()}[wanted]
    return _on_side(power, sides[0]), _on_side(interest, sides[1])


def salience(*, power: bool, legitimate: bool, urgent: bool) -> str:
    """Return the class: dormant, discretionary, demanding, dominant, dangerous, dependent,
    definitive, or none for who has none of the three.
    """
    return _SALIENCES[power, legitimate, urgent]


def _on_side(number: int | None, high: bool) -> int:
    if high:
        return HIGH_FROM if number is None else max(number, HIGH_FROM)
    return MEDIUM - 1 if number is None else min(number, MEDIUM - 1)
