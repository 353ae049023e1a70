"""Twelve mistakes that somebody might make in the store: each breaks the law that forbids it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import peewee
import pytest

from changedesk.store import heads, integrity, journal, merge, rows, undo
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import Appender, DeviceRow, Draft, Tip
from changedesk.store.merge import WireOp
from changedesk.store.records import Record
from tests.store import properties as p
from tests.store.desks import Places, places_of

Mutant = Callable[[pytest.MonkeyPatch], None]


def prev_check_dropped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "follows", lambda op, tip: op.seq == tip.seq + 1)


def base_check_skipped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "missing_base", lambda _known, _op: False)


def clock_not_monotonic(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journal, "next_stamp", lambda _last, now_ms: now_ms << 16)


def undo_over_a_newer_edit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(undo, "_refuse_if_built_upon", lambda _sql, _author, _ops: None)


def last_writer_wins_on_results(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(heads, "surviving", lambda _heads, _base, new: {new})


def projection_outside_the_transaction(patch: pytest.MonkeyPatch) -> None:
    insert_columns = rows.insert_columns

    def outside(
        sql: Sql,
        record_type: type[Record],
        keys: Sequence[int],
        fields: Mapping[str, Sequence[Any]],
    ) -> None:
        sql.run("COMMIT")
        sql.run("BEGIN")
        insert_columns(sql, record_type, keys, fields)

    patch.setattr(rows, "insert_columns", outside)


def chain_position_moved_before_commit(patch: pytest.MonkeyPatch) -> None:
    read_tip, write_rows = journal.read_tip, Appender._rows
    remembered: dict[bytes, Tip] = {}

    def tip_from_memory(sql: Sql, device: DeviceRow) -> Tip:
        return remembered.get(device.uid) or read_tip(sql, device)

    def rows_and_memory(self: Appender, drafts: Sequence[Draft]) -> list[tuple[Any, ...]]:
        rows = write_rows(self, drafts)
        remembered[self._device.uid] = self._tip
        return rows

    patch.setattr(journal, "read_tip", tip_from_memory)
    patch.setattr(Appender, "_rows", rows_and_memory)


def operation_skipped_in_a_merge(patch: pytest.MonkeyPatch) -> None:
    operations = merge.operations

    def all_but_the_last(sql: Sql, known: Mapping[str, int] | None = None) -> Iterator[WireOp]:
        yield from list(operations(sql, known))[:-1]

    patch.setattr(merge, "operations", all_but_the_last)


def duplicate_operation_applied_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "already_known", lambda _here, _op: False)
    patch.setattr(merge, "follows", lambda _op, _tip: True)


def fork_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "already_known", lambda here, _op: here is not None)


def salt_left_out_of_the_value_hash(patch: pytest.MonkeyPatch) -> None:
    def unsalted(_salt: bytes, value: str | None) -> bytes:
        return hashlib.sha256(b"\x00" if value is None else b"\x01" + value.encode()).digest()

    for module in (journal, merge, integrity):
        patch.setattr(module, "value_hash", unsalted)


def redaction_not_counted(patch: pytest.MonkeyPatch) -> None:
    class Everything:
        def has(self, _h: bytes, _entity: object, _field: str) -> bool:
            return True

    patch.setattr(integrity, "erased_values", lambda _sql: Everything())


MUTANTS: tuple[tuple[Mutant, p.Property], ...] = (
    (prev_check_dropped, p.a_chain_that_does_not_hang_together_is_refused),
    (base_check_skipped, p.what_builds_on_the_unknown_is_refused),
    (clock_not_monotonic, p.time_only_goes_forward),
    (undo_over_a_newer_edit, p.undo_never_goes_over_newer_work),
    (last_writer_wins_on_results, p.concurrent_verdicts_are_all_kept),
    (projection_outside_the_transaction, p.a_change_that_fails_leaves_nothing_behind),
    (chain_position_moved_before_commit, p.a_change_that_fails_leaves_nothing_behind),
    (operation_skipped_in_a_merge, p.a_merge_is_the_union),
    (duplicate_operation_applied_again, p.taking_in_again_adds_nothing),
    (fork_accepted, p.a_fork_is_refused_and_named),
    (salt_left_out_of_the_value_hash, p.a_commitment_does_not_give_its_value_away),
    (redaction_not_counted, p.what_was_emptied_in_silence_is_named),
)


def breaks(law: p.Property, places: Places) -> bool:
    """Tell whether the store as it is now breaks a law, or falls over on the way."""
    try:
        law(places)
    except (AssertionError, pytest.fail.Exception, UserError, peewee.PeeweeException):
        return True
    return False


@pytest.mark.parametrize(("mutant", "law"), MUTANTS, ids=lambda part: part.__name__)
def test_the_mistake_breaks_its_law(
    mutant: Mutant, law: p.Property, monkeypatch: pytest.MonkeyPatch
) -> None:
    with places_of("sqlite") as places:
        assert not breaks(law, places)
        mutant(monkeypatch)
        assert breaks(law, places), f"{law.__name__} does not notice {mutant.__name__}"


def test_there_are_twelve() -> None:
    assert len({mutant for mutant, _ in MUTANTS}) == 12
