"""Run sheets on paper, for a room without laptops: a tester's scripts, each on pages of its own."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from changedesk.office import write_document
from changedesk.office.layout import (
    Bullets,
    Column,
    Document,
    DocumentBlock,
    Facts,
    Heading,
    Paragraph,
    Table,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.uat import marks
from changedesk.uat.lines import RunLine, StepLine, Told
from changedesk.uat.report import CycleReport, counted, cycle_report, day_of, in_words
from changedesk.uat.trials import Tally
from changedesk.uat.words import OUTCOMES, labelled
from changedesk.uat.workbook import identity

KIND = "uat-runsheet"
_BOX = "☐"
_NOBODY = "Not given to anybody yet"
_STEP_ROOM = 2.0
_TEXT_ROOM = 5.0
_BOXES_A_GROUP, _BOXES_A_LINE = 5, 10

_HOW_TO = (
    "Do what stands under “Do”, look whether it is as under “Expect”, and tick one box.",
    "Failed or blocked? Write one sentence under “What happened”: what you saw, not the reason.",
    "Wrong tick? Cross it out, tick the right one and put your initials beside it.",
    "A step you cannot reach stays empty. When you are through, write the times and sign.",
)
_MEANINGS = (
    ("Pass", "as expected"),
    ("Fail", "not as expected"),
    ("Blocked", "could not be tried, because something else is in the way"),
    ("Skipped", "left out on purpose"),
    ("N/A", "not applicable: does not concern you or your site"),
)


def uat_runsheet(workspace: Workspace, cycle: int, *, tester: int | None = None) -> Document:
    """Describe the run sheets of what is not executed yet, of all testers or of one.

    Where everything is executed they are made for all runs, so that they can be done once more.
    """
    report = cycle_report(workspace, cycle, tester)
    return Document(
        f"Run sheets: {report.cycle.title}",
        tuple(_blocks(report)),
        identity(report, KIND),
        subtitle=f"{report.project.name} · {report.cycle.code}",
        header=f"{report.project.code} · Run sheets · {report.cycle.code}",
        author=report.author,
    )


def export_uat_runsheet(
    workspace: Workspace,
    cycle: int,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    tester: int | None = None,
) -> WrittenFile:
    """Write the run sheets of a cycle; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(uat_runsheet(workspace, cycle, tester=tester), path, progress)


def _blocks(report: CycleReport) -> Iterable[DocumentBlock]:
    lines = [line for line in report.runs if not line.run.final] or list(report.runs)
    if not lines:
        yield Paragraph("No script is planned in this cycle yet.", "lead")
        return
    lines.sort(key=lambda line: (not line.run.tester_name, line.run.tester_name, line.reference))
    for number, (name, own) in enumerate(groupby(lines, lambda line: line.run.tester_name)):
        yield from _tester(report, name, list(own), new_page=number > 0)


def _tester(
    report: CycleReport, name: str, lines: Sequence[RunLine], *, new_page: bool
) -> Iterable[DocumentBlock]:
    yield Heading(name or _NOBODY, 1, new_page=new_page)
    yield Facts(tuple((label, value) for label, value in _facts(report, name, lines) if value))
    yield Table(
        (
            Column("Script", "ref", 15, "id"),
            Column("Title", "title", 47, wrap=True),
            Column("Priority", "priority", 17, "choice", marks.PRIORITY_CHOICES),
            Column("Minutes", "minutes", 13, "integer"),
            Column("Done", "done", 8),
        ),
        [
            (line.reference, line.title, line.priority, line.minutes, _BOX)
            for line in lines
        ],
        caption="What you test, in this order",
    )  # fmt: skip
    yield Heading("How to fill in a sheet", 2)
    yield Bullets(_HOW_TO, numbered=True)
    yield Table(
        (Column("Box", "box", 22, strong=True), Column("Tick it when it", "meaning", 78)),
        [(f"{_BOX} {word}", meaning) for word, meaning in _MEANINGS],
    )
    for line in lines:
        yield from _script(report, line)


def _facts(report: CycleReport, name: str, lines: Sequence[RunLine]) -> Iterable[tuple[str, str]]:
    minutes = sum(line.minutes or 0 for line in lines)
    yield "Cycle", report.title
    yield "Period", report.period
    yield "Environment", report.cycle.environment
    yield "Build", report.cycle.build
    yield "Session", "\n".join(_sessions(report, lines[0].run.tester))
    size = counted(len(lines), "script")
    yield "Your part", f"{size}, about {counted(minutes, 'minute')}" if minutes else size
    if not name:
        yield "Tester", "____________________________"
    yield "Bring it back to", report.project.manager


def _sessions(report: CycleReport, tester: int | None) -> Iterable[str]:
    for one in report.sessions:
        if tester in {expected.person for expected in one.testers}:
            yield ", ".join(filter(None, (in_words(one.starts), one.site, one.facilitator_name)))


def _script(report: CycleReport, line: RunLine) -> Iterable[DocumentBlock]:
    yield Heading(f"{line.reference} {line.title}", 2, new_page=True)
    yield Facts(tuple((label, value) for label, value in _script_facts(report, line) if value))
    if line.text:
        yield Paragraph(line.text)
    if line.steps:
        yield _steps(line)
    else:
        yield _whole(line)
    yield _end()


def _script_facts(report: CycleReport, line: RunLine) -> Iterable[tuple[str, str]]:
    attempt = f", attempt {line.run.attempt}" if line.run.attempt > 1 else ""
    yield "Tester", f"{line.run.tester_name or '________________'}{attempt}"
    yield "Area", line.run.area
    yield "Build", report.cycle.build
    yield "Before you start", line.preconditions
    yield "Test data", line.test_data
    yield "Data set", "\n".join(f"{name}: {value}" for name, value in line.values.items())


def _steps(line: RunLine) -> Table:
    return Table(
        (
            Column("No.", "no", 6, "id"),
            Column("Do", "do", 29, wrap=True),
            Column("Expect", "expected", 25, wrap=True),
            Column("Result", "result", 13, wrap=True),
            Column("What happened", "actual", 27, wrap=True),
        ),
        [_step(step) for step in line.steps],
        room=_STEP_ROOM,
    )


def _step(step: StepLine) -> tuple[Any, ...]:
    do = f"{step.do}\nData: {step.data}" if step.data else step.do
    said = [_recorded(head) for head in step.heads]
    boxes = _boxes()
    if step.tally:
        boxes = f"Passed: ____ of {step.tally.n}\n{boxes}"
        said = [*said, _needed(step.tally)]
    return str(step.position), do, step.expected, boxes, "\n".join(said)


def _boxes() -> str:
    return "\n".join(f"{_BOX} {word}" for word, _ in _MEANINGS)


def _needed(tally: Tally) -> str:
    left = max(tally.n - tally.tries, 0)
    least = -(-tally.n * tally.threshold // 100)
    again = " more" if tally.tries else ""
    return (
        f"Try it {left}{again} times, tick each try that passes. "
        f"{least} of {tally.n} must pass.\n{_tries(left)}"
    )


def _tries(n: int) -> str:
    lines = []
    for start in range(0, n, _BOXES_A_LINE):
        boxes = _BOX * min(_BOXES_A_LINE, n - start)
        parts = [boxes[at : at + _BOXES_A_GROUP] for at in range(0, len(boxes), _BOXES_A_GROUP)]
        lines.append("  ".join(parts))
    return "\n".join(lines)


def _recorded(head: Told) -> str:
    day = day_of(head.at)
    when = f", {day.day} {day:%b}" if day else ""
    said = labelled(OUTCOMES, head.outcome) if head.outcome else head.actual
    return f"Recorded: {said} ({head.tester or 'somebody'}{when})"


def _whole(line: RunLine) -> Table:
    said = "\n".join(_recorded(head) for head in line.whole)
    return Table(
        (Column("Result", "result", 22, wrap=True), Column("What happened", "actual", 78)),
        [(_boxes(), said)],
        room=_TEXT_ROOM,
    )


def _end() -> Table:
    return Table(
        (
            Column("Date", "date", 18),
            Column("Begun at", "begun", 14),
            Column("Ended at", "ended", 14),
            Column("Tester’s signature", "signature", 30),
            Column("Taken over by", "taken", 24),
        ),
        [("", "", "", "", "")],
        caption="I ran these steps and ticked what I saw.",
        room=1.1,
    )
