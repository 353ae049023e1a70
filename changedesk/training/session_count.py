"""How many sessions a course needs, when some of those who are invited do not come."""

from fractions import Fraction


def show_up(no_show: int | None) -> Fraction:
    """Return the share that comes; `no_show` is in percent, and None where nobody has said."""
    return 1 - Fraction(no_show or 0, 100)


def sessions_needed(people: int, capacity: int, no_show: int | None = None) -> int:
    """Return how many sessions so many people need: ceil(people / (capacity x (1 - no-show))).

    Raises ValueError for a session without seats or a course that nobody comes to.
    """
    seats = capacity * show_up(no_show)
    if seats <= 0:
        raise ValueError("a session that nobody can attend")
    return -(-people // seats)
