"""What a check of a workspace finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that does not hold: what, where (table, key, field) and why."""

    what: str
    where: str
    why: str
