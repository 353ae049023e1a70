"""Putting copies of a workspace together, and taking that back: the steps around the union.

A merge is no operation. What the other copy knows is taken in, in one transaction, after a backup;
taking it back puts that backup in place again, as long as nothing was written since.
"""

import hashlib
from collections import Counter
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from changedesk.store import identity, merge, merges, opening
from changedesk.store.backup import new_backup_path, thin, write_backup
from changedesk.store.change import ChangeSet
from changedesk.store.conflicts import Conflict, conflicts_of
from changedesk.store.contents import kept, take_contents
from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.others import Source, opened_other, reach_of, uid_of
from changedesk.store.projection import STANDS
from changedesk.store.records import Schema
from changedesk.store.renaming import Renamed, renamed_in

if TYPE_CHECKING:
    from changedesk.store.workspace import Workspace

BEFORE = "before-merge"
_TRIES = 3
_DAMAGE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class MergeAccount:
    """What a merge took in: operations, records by type, kept bytes, and what needs a person.

    `conflicts` are those that it brought, `renamed` the records whose code had been given twice.
    `backup` is what taking it back puts in place; None for a team database, or where nothing came.
    """

    source: str
    kind: str
    operations: int = 0
    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    withdrawn: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    contents: int = 0
    companions: dict[str, int] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    hashes: frozenset[bytes] = frozenset()
    ahead: int = 0
    backup: Path | None = None
    dry_run: bool = False

    @property
    def nothing_new(self) -> bool:
        """Tell whether the other copy held nothing that was not here."""
        return not (self.operations or self.contents or sum(self.companions.values()))


class _OnlyTried(Exception):
    """Rolls back what a dry run took in."""


def merge_with(workspace: "Workspace", other: str, *, dry_run: bool = False) -> MergeAccount:
    """Take in what another copy has and this one lacks: all of it or, on a fault, nothing.

    `other` is a workspace file, a team database's address or a bundle. Raises UserError for what
    is no copy of this workspace, or holds what no honest copy can hold.
    """
    if workspace.read_only:
        raise UserError(workspace.read_only)
    with opened_other(other, workspace.schema, workspace.path) as source:
        with workspace.connected() as sql:
            _refuse_stranger(sql, source)
            something = _brings_something(sql, workspace.schema, source)
        if not something:
            return MergeAccount(source.name, source.kind, unchanged=_records(workspace))
        if dry_run:
            account, _ = _take_in(workspace, source, None, dry_run=True)
            return account
        return _after_backup(workspace, source)


def _after_backup(workspace: "Workspace", source: Source) -> MergeAccount:
    for _ in range(_TRIES):
        backup = _back_up(workspace)
        account, touched = _take_in(workspace, source, backup, dry_run=False)
        if touched is None:  # somebody wrote between the backup and the merge
            if backup is not None:
                backup.unlink(missing_ok=True)
            continue
        if workspace.path is not None:
            thin(workspace.backup_folder, workspace.clock())
        if not account.nothing_new:
            workspace.tell(touched)
        return account
    raise EnvironmentProblem(
        "Others write in this workspace without a pause: put the copies together a little later."
    )


def _take_in(
    workspace: "Workspace", source: Source, backup: Path | None, *, dry_run: bool
) -> tuple[MergeAccount, ChangeSet | None]:
    account = MergeAccount(source.name, source.kind, backup=backup, dry_run=dry_run)
    touched: ChangeSet | None = None
    try:
        with _refused_if_unreadable(), workspace.at_once() as sql:
            if backup is not None and _state_of(backup) != merges.state_of(sql):
                return account, None
            account, touched = _union(workspace, sql, source, account)
            if dry_run:
                raise _OnlyTried
            if backup is not None and not account.nothing_new:
                merges.note(
                    workspace.address, source.name, backup,
                    fingerprint(sql, workspace.schema), workspace.clock(),
                )  # fmt: skip
    except _OnlyTried:
        pass
    return account, touched


def _union(
    workspace: "Workspace", sql: Sql, source: Source, account: MergeAccount
) -> tuple[MergeAccount, ChangeSet]:
    schema = workspace.schema
    before = _rows_in_all(sql)
    codes_before = renamed_in(sql)
    known = {device: seq for device, (seq, _) in reach_of(sql).items()}
    with closing(source.operations(known)) as incoming:
        received = merge.receive(sql, schema, incoming, workspace.clock())
    wanted = received.named - kept(sql)
    contents = take_contents(sql, wanted, source.content)
    companions: dict[str, int] = {}
    for one in schema.companions:
        with closing(source.companion(one.name)) as lines:
            companions[one.name] = one.take(sql, lines)
    found = conflicts_of(sql, schema, among=received.made | received.worked_on)
    created = _by_type(sql, received.made, standing=True)
    updated = _by_type(sql, received.worked_on, standing=True)
    after = _rows_in_all(sql)
    account = replace(
        account,
        operations=received.operations,
        created=created,
        updated=updated,
        withdrawn=_by_type(sql, received.worked_on, standing=False),
        unchanged=max(0, min(before, after) - sum(updated.values())),
        contents=contents,
        companions=companions,
        conflicts=tuple(one for one in found if one.involves(received.hashes)),
        renamed=tuple(one for key, one in renamed_in(sql).items() if codes_before.get(key) != one),
        hashes=received.hashes,
        ahead=len(received.ahead),
    )
    return account, ChangeSet("Merge", received.touched)


def _refuse_stranger(sql: Sql, source: Source) -> None:
    own = uid_of(sql)
    if not source.uid:
        return
    if own and own != source.uid:
        raise UserError(
            f"{source.name} is a copy of another workspace, not of this one: nothing was taken in."
        )
    here = reach_of(sql)
    for device, (seq, h) in source.reach.items():
        if seq and here.get(device, (0, b""))[0] >= seq:
            found = sql.value(
                "SELECT o.h FROM op o JOIN device d ON d.id = o.dev WHERE d.uid = ? AND o.seq = ?",
                (bytes.fromhex(device), seq),
            )
            if bytes(found) != h:
                raise merge.forked(bytes.fromhex(device), seq)


def _brings_something(sql: Sql, schema: Schema, source: Source) -> bool:
    here = reach_of(sql)
    lacking = any(seq > here.get(device, (0, b""))[0] for device, (seq, _) in source.reach.items())
    return lacking or bool(schema.companions and source.uid)


class _refused_if_unreadable:  # noqa: N801 - reads as a sentence where it is used
    """Turns what only a forged copy can lead to into a refusal; the transaction has fallen then."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        broken = type(error).__name__ == "IntegrityError" or isinstance(error, _DAMAGE)
        if broken:
            raise UserError(
                "The other copy holds what this ChangeDesk cannot make records of: "
                "nothing was taken in."
            ) from error


def _back_up(workspace: "Workspace") -> Path | None:
    if workspace.path is None:
        return None
    folder = workspace.backup_folder
    now_ms = workspace.clock()
    stem = f"{workspace.path.stem}-{BEFORE}"
    while (target := new_backup_path(folder, stem, now_ms)).exists():
        now_ms += 1000
    with workspace.connected() as sql:
        return write_backup(sql, target)


def _state_of(path: Path) -> tuple[int, str]:
    database = sqlite_database(path, read_only=True)
    with told_plainly(), database.connection_context():
        return merges.state_of(Sql(database))


def fingerprint(sql: Sql, schema: Schema) -> str:
    """Return what differs once anything was written: the end of the journal, and all companions."""
    digest = hashlib.sha256(repr(merges.state_of(sql)).encode())
    for companion in schema.companions:
        for line in sorted(hashlib.sha256(line).digest() for line in companion.pack(sql)):
            digest.update(line)
    return digest.hexdigest()


def take_back(workspace: "Workspace") -> str:
    """Put the backup back that was made just before the last merge; return what had been merged.

    Raises UserError when something was written since, or where there is no such backup any more.
    The state that it replaces is backed up, too.
    """
    if workspace.read_only:
        raise UserError(workspace.read_only)
    if workspace.path is None:
        raise UserError("A team database is put back by its server, not from here.")
    last = merges.last(workspace.address)
    if last is None:
        raise UserError("There is no merge here that could be taken back.")
    backup = Path(last.backup)
    if not backup.exists():
        raise UserError(
            f"The backup from before the merge with {last.source} is not there any more: "
            "it cannot be taken back."
        )
    opening.inspect(backup, workspace.schema, opening.read_header(backup), writable=False)
    touched = _everything(workspace)
    workspace.backup()
    with workspace.alone() as path:
        _put_back(path, backup, workspace.schema, last)
    merges.forget(workspace.address)
    with workspace.connected() as sql:
        tip = identity.tip_of(sql, workspace.device_uid)
    identity.remember(workspace.address, path, workspace.device_uid, tip)
    workspace.tell(ChangeSet("Merge taken back", touched))
    return last.source


def _put_back(path: Path, backup: Path, schema: Schema, last: merges.Merge) -> None:
    # The lock that is taken to look at the journal is held until the backup is in place.
    database, source = sqlite_database(path), sqlite_database(backup, read_only=True)
    with told_plainly(), database.connection_context(), source.connection_context():
        sql = Sql(database)
        sql.run("PRAGMA locking_mode = EXCLUSIVE")
        with database.atomic("EXCLUSIVE"):
            if fingerprint(sql, schema) != last.after:
                raise UserError(
                    f"Something was written since the merge with {last.source}: it cannot be "
                    "taken back as a whole any more; mend single records instead."
                )
        Sql(source).connection().backup(sql.connection())


def _everything(workspace: "Workspace") -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    with workspace.connected() as sql:
        for key, type_name in sql.rows("SELECT id, type FROM entity"):
            found.setdefault(type_name, set()).add(key)
    return {name: frozenset(keys) for name, keys in found.items()}


def _by_type(sql: Sql, keys: Collection[int], *, standing: bool) -> dict[str, int]:
    compared = "=" if standing else "<>"
    found: Counter[str] = Counter()
    for type_name, many in sql.by_keys(
        "SELECT type, COUNT(*) FROM entity WHERE id IN ({keys}) "
        f"AND state {compared} {STANDS} GROUP BY type",
        keys,
    ):
        found[type_name] += many
    return dict(sorted(found.items()))


def _records(workspace: "Workspace") -> int:
    with workspace.connected() as sql:
        return _rows_in_all(sql)


def _rows_in_all(sql: Sql) -> int:
    return int(sql.value(f"SELECT COUNT(*) FROM entity WHERE state = {STANDS}"))
