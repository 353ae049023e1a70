"""A backup is private, proven, thinned with age, and brings back what was there."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from changedesk.desk import SCHEMA
from changedesk.people.actions import add_person
from changedesk.store import backup
from changedesk.store.backup import DAY_MS, kept, list_backups, new_backup_path, thin
from changedesk.store.restoring import restore

NOW = int(datetime(2026, 3, 31, 12, tzinfo=UTC).timestamp() * 1000)
HOUR_MS = DAY_MS // 24
# As many of the last days as of the last years: each has a rule of its own.
moments = st.lists(
    st.sampled_from([4, 20, 100, 900]).flatmap(
        lambda days: st.integers(NOW - days * DAY_MS, NOW + DAY_MS)
    ),
    min_size=1,
    max_size=200,
)


def test_the_newest_backup_brings_everything_back(bench: Any, opened: Any, seen: Any) -> None:
    with opened(bench.path) as desk:
        desk.backup()
        add_person(desk, "Nora New")
        add_person(desk, "Olaf Old")
        original = seen(desk)
        newest = desk.backup()
        assert desk.backups()[0].path == newest
        add_person(desk, "Peter Past")
    bench.path.unlink()
    restore(newest, bench.path, SCHEMA)
    with opened(bench.path) as desk:
        assert desk.verify() == []
        assert seen(desk) == original


def test_a_backup_never_takes_the_place_of_newer_work_unasked(
    bench: Any, opened: Any, seen: Any, told: Any
) -> None:
    with opened(bench.path) as desk:
        original = seen(desk)
        copy = desk.backup()
        add_person(desk, "Nora New")
    content = bench.path.read_bytes()
    assert "newer work" in told(lambda: restore(copy, bench.path, SCHEMA))
    assert bench.path.read_bytes() == content
    restore(copy, bench.path, SCHEMA, force=True)
    with opened(bench.path) as desk:
        assert seen(desk) == original
        assert desk.verify() == []
    replaced = bench.path.with_name(bench.path.name + ".replaced")
    assert replaced.read_bytes() == content


def test_a_backup_gives_way_to_who_writes_key_after_key(
    bench: Any, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PAGES_A_STEP", 4)
    steps: list[int] = []

    def slow_disk(done: int, _total: int) -> None:
        steps.append(done)
        time.sleep(0.003)

    with opened(bench.path) as desk, ThreadPoolExecutor(1) as beside:
        copied = beside.submit(desk.backup, None, slow_disk)
        end = time.monotonic() + 3
        number = 0
        while time.monotonic() < end:
            number += 1
            add_person(desk, f"Tester {number}")
        content = copied.result(timeout=60)
    begun_anew = sum(later <= before for before, later in pairwise(steps))
    assert 1 <= begun_anew <= 8
    with opened(content) as copy:
        assert copy.verify() == []
        assert copy.counts()["person"] >= number // 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_may_read_what_is_written(
    tmp_path: Path, home: Path, furnished: Any, opened: Any
) -> None:
    os.umask(0o022)
    bench = furnished(tmp_path / "desk.changedesk")
    os.umask(0o022)
    with opened(bench.path, window=True) as desk:
        desk.backup()
        desk.backup(tmp_path / "copy.changedesk")
        restore(tmp_path / "copy.changedesk", tmp_path / "again.changedesk", SCHEMA)
        files = [path for top in (tmp_path, home) for path in top.rglob("*") if path.is_file()]
        assert {path.name for path in files} >= {
            "desk.changedesk", "copy.changedesk", "again.changedesk", ".~desk.changedesk.lock",
        }  # fmt: skip
        assert len(files) >= 6
        assert [path for path in files if path.stat().st_mode & 0o077] == []


EVERY_HOUR = [NOW - hours * HOUR_MS for hours in range(24 * 120)]


@example(EVERY_HOUR)
@given(moments)
def test_the_newest_backup_and_all_of_two_days_are_kept(made: list[int]) -> None:
    stay = kept(made, NOW)
    assert max(made) in stay
    assert {one for one in made if NOW - one < 2 * DAY_MS} <= stay <= set(made)


@example(EVERY_HOUR)
@given(moments)
def test_every_day_of_two_weeks_every_week_and_every_month_keeps_its_newest(
    made: list[int],
) -> None:
    stay = kept(made, NOW)
    for one in made:
        age = NOW - one
        span = DAY_MS if age < 14 * DAY_MS else 7 * DAY_MS if age < 92 * DAY_MS else 31 * DAY_MS
        # Somewhere near, not older, and no farther than the span that this age is thinned to.
        assert any(one <= other < one + span for other in stay)


@given(moments)
def test_thinning_twice_removes_no_more(made: list[int]) -> None:
    once = kept(made, NOW)
    assert kept(once, NOW) == once


@given(st.integers(4, 72), st.integers(0, 10**6))
def test_work_of_two_years_stays_within_reach_and_the_folder_small(hours: int, start: int) -> None:
    stay: set[int] = set()
    began = now = NOW + start * 1000
    while now < began + 730 * DAY_MS:
        stay = kept({*stay, now}, now)
        now += hours * HOUR_MS
    newest_first = sorted(stay, reverse=True)
    assert len(stay) <= 48 / hours + 14 + 14 + 26
    ages = [0, *(now - one for one in newest_first)]
    gaps = [(younger, older - younger) for younger, older in pairwise(ages)]
    for younger, gap in gaps:
        limit = 1 if younger < 13 * DAY_MS else 8 if younger < 85 * DAY_MS else 38
        assert gap <= limit * DAY_MS + 2 * hours * HOUR_MS
    assert now - newest_first[-1] > 690 * DAY_MS


def test_only_backups_are_thinned(tmp_path: Path) -> None:
    ages = [0, 1, 3 * 24, 3 * 24 + 1, 30 * 24, 31 * 24]
    paths = [new_backup_path(tmp_path, "desk", NOW - age * HOUR_MS) for age in ages]
    other = [tmp_path / "my own copy.changedesk", tmp_path / "desk-2026.txt"]
    for path in [*paths, *other]:
        path.write_bytes(b"x")
    thin(tmp_path, NOW)
    left = {backup.path for backup in list_backups(tmp_path)}
    assert paths[0] in left
    assert paths[1] in left
    assert len(left) < len(paths)
    assert all(path.exists() for path in other)
