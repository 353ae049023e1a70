"""A program that is killed at any moment loses nothing that it had confirmed."""

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from changedesk.uat.records import Script, StepResult

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9"),
    pytest.mark.timeout(3600),
    pytest.mark.slow,
]
BULK = 60
AFRESH = 20  # kills, after which the file goes back to its beginning: the checks stay quick


@dataclass
class Tally:
    """What was seen over all kills: the figures of the test."""

    kills: int = 0
    confirmed: int = 0
    in_the_middle: int = 0
    ended_before: int = 0
    lost: list[str] = field(default_factory=list)

    def note(self, path: Path, process: subprocess.Popen[str]) -> None:
        self.kills += 1
        self.in_the_middle += path.with_name(path.name + "-journal").exists()
        self.ended_before += process.returncode != -signal.SIGKILL


@pytest.fixture
def tally() -> Iterator[Tally]:
    kept = Tally()
    yield kept
    print(kept)


def kill_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Let a child that is ready work for a while, kill it, and return what it had confirmed."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    text = process.communicate()[0]
    # A line that lacks its end was being written when the process died.
    return text[: text.rfind("\n") + 1].split()


def test_every_confirmed_result_survives_a_kill_during_capture(
    bench: Any, child: Any, opened: Any, rounds: Any, chance: random.Random, tally: Tally
) -> None:
    beginning = bench.path.read_bytes()
    for number in range(rounds(10, 200)):
        if number % AFRESH == 0:
            bench.path.write_bytes(beginning)
        process = child("child_capture.py", bench.path, "Tom", 10_000)
        confirmed = set(kill_after(process, chance.uniform(0, 0.25)))
        tally.note(bench.path, process)
        tally.confirmed += len(confirmed)
        with opened(bench.path) as desk:
            assert desk.verify() == []
            keys = desk.rows(StepResult.select(StepResult.id))
            tally.lost += confirmed - {desk.uid_of(row.id) for row in keys}
        assert tally.lost == []
    assert tally.confirmed > tally.kills


def counts(desk: Any) -> dict[str, int]:
    return dict(desk.counts(), operations=desk.journal_length())


def grown(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {kind: after[kind] - n for kind, n in before.items() if after[kind] != n}


def moments(chance: random.Random, span: float, count: int) -> list[float]:
    """Return when to kill: half of them anywhere, half near the end, where the disk is written."""
    return [
        chance.uniform(0, span) if n % 2 else chance.uniform(0.6 * span, 1.6 * span)
        for n in range(count)
    ]


def time_to_finish(process: subprocess.Popen[str]) -> float:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    began = time.perf_counter()
    assert process.stdout.readline() == "done\n"
    return time.perf_counter() - began


def test_an_import_that_is_killed_is_in_whole_or_not_at_all(
    bench: Any, child: Any, opened: Any, rounds: Any, chance: random.Random, tally: Tally
) -> None:
    time_to_finish(child("child_import.py", bench.path, "first.xlsx", BULK))
    beginning = bench.path.read_bytes()
    with opened(bench.path) as desk:
        before = counts(desk)
    span = time_to_finish(child("child_import.py", bench.path, "second.xlsx", BULK))
    with opened(bench.path) as desk:
        whole = grown(before, counts(desk))
    assert whole["script"] == BULK
    assert whole["step"] == 4 * BULK
    assert whole["step_result"] == BULK // 2
    for number, moment in enumerate(moments(chance, span, rounds(6, 100))):
        if number % AFRESH == 0:
            bench.path.write_bytes(beginning)
            with opened(bench.path) as desk:
                before = counts(desk)
        name = f"file {number}.xlsx"
        process = child("child_import.py", bench.path, name, BULK)
        confirmed = kill_after(process, moment)
        tally.note(bench.path, process)
        tally.confirmed += len(confirmed)
        with opened(bench.path) as desk:
            assert desk.verify() == []
            after = counts(desk)
            source = f"a workbook:{name}"
            taken_in = desk.rows(Script.select(Script.id).where(Script.source_system == source))
            if taken_in or confirmed:
                assert len(taken_in) == BULK
                assert grown(before, after) == whole
                assert desk.next_undo() == f"Import {name}"
            else:
                assert after == before
        before = after


def test_a_merge_that_is_killed_is_in_whole_or_not_at_all(
    bench: Any, child: Any, opened: Any, rounds: Any, chance: random.Random, tally: Tally
) -> None:
    whole = bench.path.with_name("base.changedesk")
    other = bench.path.with_name("other.changedesk")
    shutil.copyfile(bench.path, whole)
    shutil.copyfile(bench.path, other)
    time_to_finish(child("child_import.py", other, "elsewhere.xlsx", BULK))
    with opened(bench.path) as desk, opened(other) as elsewhere:
        apart, together = counts(desk), counts(elsewhere)
    assert grown(apart, together)["step"] == 4 * BULK
    span = time_to_finish(child("child_merge.py", bench.path, other))
    for moment in moments(chance, span, rounds(6, 100)):
        # The same file goes back to where it was: no new one, so that nothing else differs.
        bench.path.write_bytes(whole.read_bytes())
        process = child("child_merge.py", bench.path, other)
        confirmed = kill_after(process, moment)
        tally.note(bench.path, process)
        tally.confirmed += len(confirmed)
        with opened(bench.path) as desk:
            assert desk.verify() == []
            assert counts(desk) in ((together,) if confirmed else (apart, together))
