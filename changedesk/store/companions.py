"""What travels with the journal without being in it: tables of their own, put together by union.

Anonymous answers are such a thing: no operation may tell who gave one, nor when. A companion is
declared in the schema; merging and bundles carry every companion along, and know no more of it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from changedesk.store.engine import Sql

LONGEST_LINE = 16_000_000
"""How many bytes one line of a companion may hold."""


@dataclass(frozen=True)
class Companion:
    """A table beside the journal that copies of a workspace share.

    `pack` yields everything that a copy holds, as lines of bytes in an order that tells nothing
    (the other copy may be of either engine, and is only read). `take` is given such lines within a
    write transaction, after the operations, adds what is not there yet and returns how much that
    was; it must not depend on the order, must take the same lines twice, and raises UserError for
    what it cannot believe. `name` is that of its part in a bundle: small letters and `_`.
    """

    name: str
    pack: Callable[[Sql], Iterator[bytes]]
    take: Callable[[Sql, Iterable[bytes]], int]
