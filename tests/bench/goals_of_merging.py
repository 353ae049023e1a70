"""Goal 9: two copies of 50,000 operations put together in an empty workspace, and verified."""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from figures import Figure, peak_mb

from changedesk.desk import new_desk, open_desk
from changedesk.people.records import Person, Project
from changedesk.store.digest import operation_hash, split_hashes, value_hash
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.journal import INSERT_OP
from changedesk.store.tables import create_tables
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Cycle, Defect, Run, Script, ScriptVersion, Step, StepResult

SHARED_SCRIPTS, STEPS = 100, 10
EACH = 50_000
TIMES = 3
BYTES_EACH = 600
_ROOT = Path(__file__).resolve().parents[2]


def merging(_workspace: Path) -> Iterator[Figure]:
    """A merge of 100,000 operations against hashing, checking and writing the same rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, other = _two_copies(folder)
        floors, merges, checks = [], [], []
        for number in range(TIMES):
            floors.append(_floor(folder / f"floor{number}.changedesk", [one, other]))
            seconds, desk = _merge(folder / f"empty{number}.changedesk", [one, other])
            merges.append(seconds)
            checks.append(_timed(partial(_sound, desk)))
            many, size = desk.journal_length(), folder / f"empty{number}.changedesk"
            desk.close()
        floor, program, verify = (sorted(some)[TIMES // 2] for some in (floors, merges, checks))
        told = f"({program:.2f} s CPU for {many:,}; the rows alone {floor:.2f} s)"
        yield Figure(
            9, "merge of two copies into an empty workspace", program / floor, 1.5, "×", told
        )
        yield Figure(9, "the same, absolute", program, 6, "s")
        yield Figure(9, f"verify of {many:,} operations", verify, 4, "s", f"({verify:.2f} s CPU)")
        each = size.stat().st_size / many
        yield Figure(9, "size of the file for an operation", each, BYTES_EACH, "B")
        grown = _memory([one, other], folder / "memory.changedesk")
        yield Figure(9, "memory that a merge takes", grown, 200, "MB")


def _sound(desk: Workspace) -> None:
    assert desk.verify() == []


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _two_copies(folder: Path) -> tuple[Path, Path]:
    """Make two copies that share scripts and people, and were tested with apart."""
    paths = folder / "one.changedesk", folder / "other.changedesk"
    first = new_desk(paths[0], actor="Amira")
    with first.change("Begin") as change:
        project = change.add(Project(code="CSM", name="Service"))
        scripts = change.add_many(
            Script, [{"project": project.id, "title": f"Script {n}"} for n in range(SHARED_SCRIPTS)]
        )
        versions = change.add_many(ScriptVersion, [{"script": key, "number": 1} for key in scripts])
        change.add_many(
            Step,
            [
                {"version": key, "position": n, "do": f"Do thing {n}", "expected": "It is done"}
                for key in versions
                for n in range(1, STEPS + 1)
            ],
        )
        change.add_many(Person, [{"name": f"Tester {n}"} for n in range(20)])
    second = new_desk(paths[1], actor="Bo")
    second.receive(first.operations())
    shared = first.journal_length()
    for desk in (first, second):
        _test_apart(desk, EACH - shared // 2)
        desk.close()
    return paths


def _test_apart(desk: Workspace, many: int) -> None:
    """Record results one change at a time per run, and work on defects."""
    project = desk.rows(Project.select(Project.id))[0].id
    steps: dict[int, list[int]] = {}
    for row in desk.rows(Step.select(Step.id, Step.version)):
        steps.setdefault(row.version, []).append(row.id)
    versions = desk.rows(ScriptVersion.select(ScriptVersion.id, ScriptVersion.script))
    people = [row.id for row in desk.rows(Person.select(Person.id))]
    end = desk.journal_length() + many
    with desk.change("Cycle") as change:
        cycle = change.add(Cycle(project=project, title=f"Of {desk.actor}", status="open"))
    number = 0
    while desk.journal_length() < end:
        number += 1
        with desk.change(f"Test {number}") as change:
            for version in versions[number % 5 :: 5]:
                run = change.add(Run(
                    cycle=cycle, script=version.script, version=version.id, attempt=number,
                    tester=people[number % len(people)], started=change.now_ms,
                ))  # fmt: skip
                change.add_many(StepResult, [
                    {"run": run.id, "step": step, "outcome": "pass", "at": change.now_ms,
                     "actual": f"Went as expected in try {number}", "tester": people[0]}
                    for step in steps[version.id]
                ])  # fmt: skip
            defects = change.add_many(Defect, [
                {"project": project, "title": f"Defect {number}.{n}", "severity": "high"}
                for n in range(10)
            ])  # fmt: skip
        with desk.change("Triage") as change:
            change.set_many(Defect, {
                key: {"status": "triaged", "owner": "Vendor", "description": f"Seen in {number}"}
                for key in defects
            })  # fmt: skip


def _merge(target: Path, sources: list[Path]) -> tuple[float, Workspace]:
    desk = new_desk(target, actor="Cy")
    taken = _timed(lambda: [desk.merge(source) for source in sources])
    return taken, desk


def _floor(target: Path, sources: list[Path]) -> float:
    """Hash and check every operation, and write the rows that a merge writes: nothing else."""
    merged = target.with_suffix(".merged")
    _, desk = _merge(merged, sources)
    with desk.connected() as sql:
        tables = [row[0] for row in sql.rows(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'text_%' AND name <> 'op'"
        )]  # fmt: skip
        rows = {name: sql.rows(f'SELECT * FROM "{name}"') for name in tables}
        devices = dict(sql.rows("SELECT id, uid FROM device"))
        uids = {0: bytes(16), **dict(sql.rows("SELECT id, uid FROM entity"))}
        ops = sql.rows("SELECT * FROM op ORDER BY id")
        placed = [(row, devices[row[2]], uids[row[8]]) for row in ops]
    schema = desk.schema
    desk.close()
    merged.unlink()
    database = sqlite_database(target)
    with database.connection_context():
        with database.atomic():
            create_tables(database, schema)

        def work() -> None:
            with database.atomic("IMMEDIATE"):
                sql = Sql(database)
                _hash_and_check(placed)
                sql.many(INSERT_OP, ops)
                for table, some in rows.items():
                    if some:
                        marks = ", ".join("?" * len(some[0]))
                        sql.many(f'INSERT INTO "{table}" VALUES ({marks})', some)

        taken = _timed(work)
    target.unlink()
    return taken


def _hash_and_check(placed: list[tuple[tuple, bytes, bytes]]) -> None:  # type: ignore[type-arg]
    known: set[bytes] = set()
    tips: dict[bytes, tuple[int, bytes, int]] = {}
    for row, device, uid in placed:
        _id, h, _dev, seq, prev, hlc, actor, txn, _ent, field, base, vh, salt, val = row
        last, tip, time_of_last = tips.get(device, (0, bytes(32), 0))
        assert seq == last + 1
        assert prev == tip
        assert hlc > time_of_last
        assert value_hash(salt, val) == vh
        assert operation_hash(device, seq, prev, hlc, actor, txn, uid, field, base, vh) == h
        assert all(one in known for one in split_hashes(base))
        known.add(h)
        tips[device] = (seq, h, hlc)
    assert hashlib.sha256(b"").digest() not in known


def _memory(sources: list[Path], target: Path) -> float:
    """Return how much the peak of memory grows, in MB, in a process that does nothing else."""
    words = [sys.executable, __file__, str(target), *map(str, sources)]
    found = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    said = subprocess.run(
        words, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": found}
    )
    return float(said.stdout)


def _grow(target: Path, sources: list[Path]) -> float:
    desk = new_desk(target, actor="Cy")
    open_desk(sources[0]).close()
    before = peak_mb()
    for source in sources:
        desk.merge(source)
    grown = peak_mb() - before
    desk.close()
    return grown


if __name__ == "__main__":
    print(_grow(Path(sys.argv[1]), [Path(source) for source in sys.argv[2:]]))
