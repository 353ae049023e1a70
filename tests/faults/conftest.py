"""What the fault tests share: a furnished workspace, child processes, and what a user sees."""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import new_desk, open_desk
from changedesk.people.actions import add_person, add_project
from changedesk.people.records import Project
from changedesk.store.dump import dump
from changedesk.store.errors import ChangeDeskError
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import Picture, raise_defect, record_result, start_run
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Evidence, Run, Step
from changedesk.uat.scripts import add_script

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

WORDS = ("refund", "Überweisung", "queue", "handover", "callback", "escalation", "transcript")


@dataclass
class Bench:
    """A furnished workspace: where it is, and the keys of what it holds."""

    path: Path
    project: int
    runs: list[int] = field(default_factory=list)
    steps: list[list[int]] = field(default_factory=list)


def furnish(path: Path, *, scripts: int = 3, steps: int = 4) -> Bench:
    """Make a workspace with scripts, a cycle, results, pictures, a defect, edits and an undo."""
    desk = new_desk(path, actor="Amira")
    project = add_project(desk, "CRM", "Zendesk to Salesforce")
    tester = add_person(desk, "Tom Tester", email="tom@example.org")
    keys = [
        add_script(
            desk,
            project,
            f"Handle a {WORDS[n % len(WORDS)]}",
            [
                {"do": f"Open the case {n}.{m}", "data": f"case {m}", "expected": "It opens"}
                for m in range(steps)
            ],
            status="ready",
        )
        for n in range(scripts)
    ]
    cycle = add_cycle(desk, project, "Cycle 1", build="7.1")
    plan_runs(desk, cycle, keys, [tester])
    bench = Bench(path, project)
    for row in desk.rows(Run.select(Run.id, Run.version).order_by(Run.id)):
        start_run(desk, row.id)
        bench.runs.append(row.id)
        found = desk.rows(Step.select(Step.id).where(Step.version == row.version))
        bench.steps.append([step.id for step in found])
    _work(desk, bench)
    desk.close()
    return bench


def _work(desk: Workspace, bench: Bench) -> None:
    picture = Picture(b"\x89PNG" + bytes(range(256)) * 24, caption="the screen")
    for run, steps in zip(bench.runs, bench.steps, strict=True):
        record_result(desk, run, steps[0], "pass")
        failed = record_result(
            desk, run, steps[1], "fail", actual="Nothing happened", pictures=[picture]
        )
        raise_defect(desk, failed, severity="high")
        record_result(desk, run, steps[1], "pass", comment="fixed meanwhile")
    record_result(desk, bench.runs[0], steps[0], "blocked")
    desk.undo()
    for name in ("The desk", "The desk of customer service"):
        with desk.change("Rename the project") as change:
            change.set(desk.get(Project, bench.project), name=name)
    desk.undo()
    desk.search("refund")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A furnished workspace of this test's own, closed."""
    return furnish(tmp_path / "desk.changedesk")


@pytest.fixture
def furnished() -> Callable[..., Bench]:
    """Makes furnished workspaces: `furnished(path, scripts=3, steps=4)`."""
    return furnish


@pytest.fixture
def rounds(profile: str) -> Callable[[int, int], int]:
    """How often to do a thing: `rounds(in_ci, in_long)`."""
    return lambda ci, long: long if profile == "long" else ci


@pytest.fixture
def chance(profile: str) -> random.Random:
    """Randomness: of a fixed seed in `ci`, fresh and reported by pytest-randomly in `long`."""
    return random.Random(random.random() if profile == "long" else 20240607)


@pytest.fixture
def told() -> Callable[..., str]:
    """Calls something that must be refused, and returns the one plain sentence that says so."""

    def refused(action: Callable[[], Any]) -> str:
        with pytest.raises(ChangeDeskError) as caught:
            action()
        return plain(str(caught.value))

    return refused


def plain(sentence: str) -> str:
    """Assert that a message is for people: short, one paragraph, and no trace of the machinery."""
    assert sentence.endswith((".", ".)"))
    assert "\n" not in sentence
    assert len(sentence) < 300
    for word in ("Traceback", "Error", "sqlite", "SQLITE", "peewee", "None", "<"):
        assert word not in sentence, sentence
    return sentence


@pytest.fixture
def plainly() -> Callable[[str], str]:
    """Asserts that a message is one plain sentence for people, and returns it."""
    return plain


@pytest.fixture
def child(home: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a script of this folder as a process of its own; none survives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(name: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(HERE / name), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "CHANGEDESK_HOME": str(home)},
            **options,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def seen() -> Callable[[Workspace], Any]:
    """Returns all that a user can read back: records, history, kept contents, what search finds."""
    return _seen


def _seen(desk: Workspace) -> Any:
    contents = sorted({row.content for row in desk.rows(Evidence.select(Evidence.content))})
    finds = {
        word: sorted((hit.type_name, hit.id) for hit in desk.search(word, 500))
        for word in (*WORDS, "case", "Open", "it op", "fixed", "Tom", "UAT", "D-00", "meanwhile")
    }
    return (
        dump(desk),
        desk.newest_operations(100_000),
        desk.changes(100_000),
        [hashlib.sha256(desk.content(h)).hexdigest() for h in contents],
        finds,
        desk.head(),
        desk.version_vector(),
        desk.counts(),
    )


@contextmanager
def _opened(path: Path, **options: Any) -> Iterator[Workspace]:
    desk = open_desk(path, actor="Amira", **options)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture
def opened() -> Callable[..., Any]:
    """Opens a workspace for a `with` block: `with opened(path) as desk`."""
    return _opened


@pytest.fixture
def fate() -> Callable[[Path, Any], str]:
    """Tells what becomes of a damaged workspace that a user once saw as `original`.

    `refused` when opening says so, `named` when verify does, `dead` when nothing that can be read
    differs, `missed` or `unreadable` when something does and nobody said so.
    """

    def tell(path: Path, original: Any) -> str:
        try:
            desk = open_desk(path, actor="Amira")
        except ChangeDeskError as refusal:
            plain(str(refusal))
            return "refused"
        try:
            if desk.verify():
                return "named"
            return "dead" if _seen(desk) == original else "missed"
        except ChangeDeskError as failure:
            return f"unreadable ({failure})"
        finally:
            desk.close()

    return tell
