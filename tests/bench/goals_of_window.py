"""Goals 1, 2, 3, 12 and 13: the window, each part in a process of its own."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from figures import Figure, percentile

CHILD = Path(__file__).with_name("window_child.py")


def play(part: str, workspace: Path) -> tuple[float, dict[str, Any]]:
    # The time runs from the start of the process until it says that its window is painted.
    home = Path(os.environ["CHANGEDESK_HOME"]) / part.partition("_")[0]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(CHILD), part, str(workspace)],
        stdout=subprocess.PIPE,
        text=True,
        env={**_environment(), "CHANGEDESK_HOME": str(home)},
    ) as child:
        assert child.stdout is not None
        line = next((line for line in child.stdout if line.startswith("{")), "")
        taken = time.perf_counter() - start
        child.stdout.read()  # it ends in good order, as a person would end it
    if not line:
        raise RuntimeError(f"the part {part} failed")
    return taken, json.loads(line)


def _environment() -> dict[str, str]:
    # An installed program has its modules compiled.
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def own_copy(workspace: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=workspace.parent) as folder:
        copy = Path(folder) / "large.changedesk"
        shutil.copyfile(workspace, copy)
        yield copy


def capture(workspace: Path) -> Iterator[Figure]:
    """A key until the next step is painted, against bare commits of the same rows in between."""
    with own_copy(workspace) as copy:
        _, found = play("capture", copy)
    bare = statistics.median(found["bare_ms"])
    median = statistics.median(found["ms"])
    high = percentile(found["ms"], 0.95)
    detail = f"(median {median:.1f} ms; bare commit {bare:.1f} ms)"
    ratio = median / (bare + 10)
    yield Figure(1, "key to painted / (bare commit + 10 ms)", ratio, 1.3, "×", detail)
    yield Figure(1, "95 of 100 keys within", high, 40, "ms")
    lost = found["pressed"] - found["recorded"]
    yield Figure(1, "keys lost at 20 keys/s and more", lost, 0, "", f"(of {found['pressed']})")


def start(workspace: Path) -> Iterator[Figure]:
    """The window with its first page painted, against a bare shell with database and table."""
    play("start_ours", workspace)
    bare, ours = [], []
    for _ in range(5):
        bare.append(play("start_bare", workspace)[0])
        ours.append(play("start_ours", workspace)[0])
    floor, program = statistics.median(bare), statistics.median(ours)
    detail = f"({program:.2f} s; bare shell {floor:.2f} s)"
    yield Figure(2, "start to a painted page on `large`", program / floor, 2, "×", detail)


def long_tables(workspace: Path) -> Iterator[Figure]:
    """100,000 rows: open, scroll, filter, sort."""
    with own_copy(workspace) as copy:
        _, t = play("long_tables", copy)
    for what, ours, floor, bound in (
        ("open a view of 100,000 rows", "our_open", "bare_open", 2.0),
        ("scroll a page", "our_scroll", "bare_scroll", 1.5),
        ("filter", "our_filter", "proxy_filter", 0.3),
        ("sort", "our_sort", "proxy_sort", 0.05),
    ):
        detail = f"({t[ours]:.1f} ms; floor {t[floor]:.1f} ms)"
        yield Figure(3, what, t[ours] / t[floor], bound, "×", detail)


def never_blocked(workspace: Path) -> Iterator[Figure]:
    """The worst gap of the GUI thread during long work."""
    with own_copy(workspace) as copy:
        _, gaps = play("never_blocked", copy)
    for name in ("start", "import", "export", "merge", "backup"):
        detail = f"(it took {gaps[name + '_s']:.1f} s)"
        what = "after the start" if name == "start" else f"during {name}"
        yield Figure(12, f"worst gap of the window {what}", gaps[name], 100, "ms", detail)


def memory(workspace: Path) -> Iterator[Figure]:
    """Resident memory against the bare shell, and after 10,000 page changes."""
    _, bare = play("start_bare", workspace)
    _, ours = play("start_ours", workspace)
    detail = f"({ours['mb']:.0f} MB; bare shell {bare['mb']:.0f} MB)"
    yield Figure(13, "memory above the bare shell", ours["mb"] - bare["mb"], 80, "MB", detail)
    with own_copy(workspace) as copy:
        _, found = play("page_changes", copy)
    yield Figure(13, "10,000 page changes grow it by", found["grown"], 5, "MB")
