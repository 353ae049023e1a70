"""Seeing what other programs wrote into a workspace while it is open here."""

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field

from changedesk.store.change import ChangeSet
from changedesk.store.engine import Sql
from changedesk.store.journal import ChangeHeader
from changedesk.store.records import Derivation
from changedesk.store.rows import column_values, derived_from
from changedesk.store.workspace import Workspace

MERGED = "Merge"
HEARD_AFTER_SECONDS = 0.05

Touched = dict[str, set[int]]


@dataclass
class _Group:
    label: str = ""
    touched: Touched = field(default_factory=lambda: defaultdict(set))


class Watch:
    """Tells the changes of other processes from those that this one made itself.

    `look` returns what others changed since the last look; it may be called on any thread, by one
    at a time. What this process changes is heard through the workspace and left out.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._own: list[ChangeSet] = []
        self._late: list[ChangeSet] = []
        self._guard = threading.Lock()
        self._stamp: object = None
        self._reached = self._newest()
        self._stop = workspace.observe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._stop()

    def stirred(self) -> bool:
        """Tell cheaply whether it is worth looking: the file differs from when this was asked last.

        Always true for a team database.
        """
        path = self._workspace.path
        if path is None:
            return True
        try:
            facts = path.stat()
        except OSError:
            return False
        stamp = (facts.st_mtime_ns, facts.st_size)
        stirred, self._stamp = stamp != self._stamp, stamp
        return stirred

    def look(self) -> ChangeSet | None:
        """Return what others changed since the last look, as one ChangeSet, or None."""
        with self._workspace.connected() as sql:
            newest = _newest(sql)
            if newest <= self._reached:
                return None
            others = self._without_own(self._groups(sql, newest))
            self._reached = newest
            touched = self._whole(sql, others)
        if not touched:
            return None
        label = others[-1].label
        return ChangeSet(label, {name: frozenset(keys) for name, keys in touched.items()})

    def _hear(self, changes: ChangeSet) -> None:
        with self._guard:
            self._own.append(changes)

    def _without_own(self, groups: list[_Group]) -> list[_Group]:
        # A change of ours is heard a moment after it is committed: what seems to be of others
        # may only not have been heard yet.
        earlier, self._late = self._late, []
        others = self._unheard(groups, earlier)
        if others:
            time.sleep(HEARD_AFTER_SECONDS)
            others = self._unheard(others, earlier)
        # What is left was committed after the operations that were looked at now.
        self._late = [changes for changes in self._late if changes.label != MERGED]
        return others

    def _unheard(self, groups: list[_Group], earlier: list[ChangeSet]) -> list[_Group]:
        with self._guard:
            self._late += self._own
            self._own = []
        return [
            group
            for group in groups
            if not _taken_from(earlier, group) and not _taken_from(self._late, group)
        ]

    def _newest(self) -> int:
        with self._workspace.connected() as sql:
            return _newest(sql)

    def _groups(self, sql: Sql, until: int) -> list[_Group]:
        groups: dict[tuple[int, int], _Group] = defaultdict(_Group)
        rows = sql.rows(
            "SELECT o.dev, o.txn, o.ent, o.val, e.type FROM op o "
            "LEFT JOIN entity e ON e.id = o.ent "
            "WHERE o.id > ? AND o.id <= ? ORDER BY o.id",
            (self._reached, until),
        )
        for dev, txn, ent, val, type_name in rows:
            group = groups[dev, txn]
            if ent == 0:
                group.label = ChangeHeader.from_text(val).label
            elif type_name in self._workspace.schema.by_name:
                group.touched[type_name].add(int(ent))
        return list(groups.values())

    def _whole(self, sql: Sql, groups: list[_Group]) -> Touched:
        touched: Touched = defaultdict(set)
        for group in groups:
            for type_name, keys in group.touched.items():
                touched[type_name] |= keys
        for type_name, keys in list(touched.items()):
            for derivation in self._workspace.schema.derivations:
                if derivation.source.about.type_name != type_name:
                    continue
                touched[derivation.target.about.type_name] |= _computed(sql, derivation, keys)
        return touched


def _newest(sql: Sql) -> int:
    return int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))


def _taken_from(own: list[ChangeSet], group: _Group) -> bool:
    # Which of two alike changes was ours makes no difference: the other one is then told.
    for place, changes in enumerate(own):
        within = all(keys <= changes.of(name) for name, keys in group.touched.items())
        if within and changes.label == MERGED:
            return True
        if within and changes.label == group.label:
            del own[place]
            return True
    return False


def _computed(sql: Sql, derivation: Derivation, keys: set[int]) -> set[int]:
    held = column_values(sql, derivation.source, derivation.via, keys)
    found = {int(value) for value in held.values() if value is not None}
    if set(held) == keys:
        return derived_from(sql, derivation, found)
    # What was withdrawn no longer says where it belonged: everything may have been computed anew.
    table = derivation.target._meta.table_name
    return {int(row[0]) for row in sql.rows(f'SELECT id FROM "{table}"')}
