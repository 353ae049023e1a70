"""The plug is pulled at any moment, and the disk had kept what it liked of what it was not told to.

What is replayed is the very SQL that recording, undoing, searching and importing issue, with the
settings that a workspace is opened with. The two controls show that the images can tell: with less
care taken, the same cuts lose confirmed work.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changedesk.uat.capture import CODES, Picture, add_defect, record_result
from changedesk.uat.scripts import add_script

pytestmark = [pytest.mark.timeout(3600), pytest.mark.slow]
SETTINGS = (
    "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size",
    "secure_delete", "cache_spill", "cache_size", "temp_store",
)  # fmt: skip
FULL, OFF, EXTRA = 2, 0, 3
HEADER_OF_A_JOURNAL = 512

Cut = Callable[..., dict[str, int]]


@pytest.fixture
def recorded(bench: Any, opened: Any) -> tuple[dict[str, Any], list[str]]:
    """The settings of an open workspace, and the SQL of some work in it."""
    copy = bench.path.with_name("recorded.changedesk")
    shutil.copyfile(bench.path, copy)
    statements: list[str] = []
    with opened(copy) as desk, desk.connected() as sql:
        settings = {name: sql.value(f"PRAGMA {name}") for name in SETTINGS}
        connection = sql.database.connection()
        connection.set_trace_callback(statements.append)
        work(desk, bench)
        connection.set_trace_callback(None)
    # What a trigger or an index of texts does within a statement is told as a comment.
    return settings, [text for text in statements if not text.startswith("--")]


def work(desk: Any, bench: Any) -> None:
    for number in range(24):
        run, steps = bench.runs[number % 3], bench.steps[number % 3]
        pictures = [Picture(bytes([number]) * 9000)] if number % 6 == 1 else []
        record_result(
            desk, run, steps[number % 4], CODES[number % 4], actual=f"Seen {number}",
            pictures=pictures,
        )  # fmt: skip
    desk.undo()
    desk.search("seen")
    add_defect(desk, bench.project, "The page is slow")
    add_script(desk, bench.project, "A long one", [{"do": f"Do {n}"} for n in range(120)])
    desk.undo()
    desk.redo()


@pytest.fixture
def cut(
    bench: Any, recorded: tuple[dict[str, Any], list[str]], child: Any, profile: str, chance: Any
) -> Cut:
    """Cuts the power: `cut(times, ordered=…, synchronous=…)`; returns how the images fared."""

    def run(times: int, *, ordered: bool, synchronous: int = EXTRA, keep_every: int = 10**9) -> Any:
        settings, statements = recorded
        assert settings["synchronous"] == EXTRA
        assert settings["journal_mode"] == "delete"
        folder = bench.path.with_name(f"images-{ordered}-{synchronous}")
        folder.mkdir()
        workspace = folder / bench.path.name
        shutil.copyfile(bench.path, workspace)
        order = {
            "workspace": str(workspace), "folder": str(folder), "statements": statements,
            "pragmas": {**settings, "synchronous": synchronous}, "seed": chance.getrandbits(32),
            "cuts": times, "ordered": ordered, "keep every": keep_every,
        }  # fmt: skip
        process = child("child_power.py")
        said = process.communicate(json.dumps(order))[0]
        assert process.returncode == 0
        tally = json.loads(said)
        print("ordered" if ordered else "unordered", synchronous, tally)
        assert tally["commits"] > 25
        assert sum(tally[kind] for kind in ("sound", "lost", "corrupt")) == times
        return tally

    return run


@pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "unordered"])
def test_no_power_cut_loses_or_breaks_anything(
    ordered: bool, cut: Cut, rounds: Any, bench: Any, opened: Any
) -> None:
    times = rounds(40, 1000)
    tally = cut(times, ordered=ordered, keep_every=max(5, times // 50))
    assert (tally["lost"], tally["corrupt"]) == (0, 0)
    assert tally["with a journal"] > times / 10
    images = sorted(bench.path.parent.glob("images-*/[0-9]*/desk.changedesk"))
    assert len(images) >= 8
    for image in images:
        with opened(image) as desk:
            assert desk.verify() == []
            assert not desk.read_only


def test_the_cuts_would_show_work_lost_by_less_care(cut: Cut, rounds: Any) -> None:
    tally = cut(rounds(40, 1000), ordered=True, synchronous=FULL)
    assert tally["lost"] > 0
    assert tally["corrupt"] == 0


def test_the_cuts_would_show_a_file_broken_by_no_care(cut: Cut, rounds: Any) -> None:
    tally = cut(rounds(40, 1000), ordered=True, synchronous=OFF)
    assert tally["lost"] + tally["corrupt"] > 0
    assert tally["corrupt"] > 0


def test_an_image_is_opened_with_its_journal(cut: Cut, bench: Any, opened: Any) -> None:
    """A cut in the middle leaves a journal; opening takes the half-made change back with it."""
    cut(20, ordered=True, keep_every=1)
    left = [
        Path(journal)
        for journal in bench.path.parent.glob("images-*/[0-9]*/*-journal")
        if journal.stat().st_size > HEADER_OF_A_JOURNAL
    ]
    assert left
    for journal in left:
        with opened(journal.with_name("desk.changedesk")) as desk:
            assert desk.verify() == []
        assert not journal.exists()
