"""What gives records their values: the operations that stand, so that a later one shows.

A standing is the sorted hashes of the operations that made some records and of those that head
their edited fields. It changes with every change of a value, and with nothing else.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from changedesk.store.digest import HASH_BYTES, split_hashes
from changedesk.store.engine import Sql
from changedesk.store.journal import MADE, WITHDRAWN


@dataclass(frozen=True)
class Standing:
    """One operation by which two standings differ: which field of which record, who and when."""

    entity: int
    type_name: str
    field: str
    actor: str
    hlc: int
    value: str | None

    @property
    def made(self) -> bool:
        """Tell whether the operation made the record."""
        return self.field.startswith(MADE)


def standing_of(sql: Sql, ents: Collection[int]) -> bytes:
    """Return the standing of records that are there, as concatenated hashes."""
    made = sql.by_keys(
        "SELECT o.h FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})", ents
    )
    edited = sql.by_keys(
        "SELECT o.h FROM head JOIN op o ON o.id = head.op "
        f"WHERE head.ent IN ({{keys}}) AND head.field <> '{WITHDRAWN}'",
        ents,
    )
    return b"".join(sorted({bytes(row[0]) for row in (*made, *edited)}))


def operations_in(sql: Sql, hashes: Collection[bytes]) -> dict[bytes, Standing]:
    """Return what is known of operations by their hashes; one that is not here is left out."""
    found: dict[bytes, Standing] = {}
    wanted = sorted(hashes)
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        for h, *told in sql.rows(
            "SELECT o.h, o.ent, e.type, o.field, o.actor, o.hlc, o.val FROM op o "
            f"JOIN entity e ON e.id = o.ent WHERE o.h IN ({marks})",
            part,
        ):
            found[bytes(h)] = Standing(*told)
    return found


def later_than(sql: Sql, vector: Mapping[str, int], ents: Collection[int]) -> list[Standing]:
    """Return the operations on records that somebody who knew this much of each device lacks."""
    found = []
    for device, seq, *told in sql.by_keys(
        "SELECT d.uid, o.seq, o.ent, e.type, o.field, o.actor, o.hlc, o.val FROM op o "
        "JOIN device d ON d.id = o.dev JOIN entity e ON e.id = o.ent WHERE o.ent IN ({keys})",
        ents,
    ):
        if seq > vector.get(bytes(device).hex(), 0):
            found.append(Standing(*told))
    return sorted(found, key=lambda one: one.hlc)


def differing(before: bytes, now: bytes) -> tuple[set[bytes], set[bytes]]:
    """Return the operations that stand no longer, and those that came to stand."""
    was, is_now = {*split_hashes(before)}, {*split_hashes(now)}
    return was - is_now, is_now - was


def is_whole(standing: bytes) -> bool:
    """Tell whether bytes can be a standing at all."""
    return len(standing) % HASH_BYTES == 0
