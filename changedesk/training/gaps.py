"""What a group lacks of a level: required minus current."""


def gap(required: int | None, current: int | None) -> int | None:
    """Return required - current; None while one of them is unknown, which is not 0."""
    return None if required is None or current is None else required - current
