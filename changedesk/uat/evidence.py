"""The evidence book of a cycle: each picture on a page, told from which step, by whom and when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from changedesk.office import write_document
from changedesk.office.layout import (
    Column,
    Document,
    DocumentBlock,
    Facts,
    Heading,
    Paragraph,
    Picture,
    SealBlock,
    Table,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.uat import marks
from changedesk.uat.filling import filled, values_of
from changedesk.uat.report import CycleReport, counted, cycle_report, in_words
from changedesk.uat.words import OUTCOMES, labelled
from changedesk.uat.workbook import identity

KIND = "uat-evidence"
_DPI = 96
_CM_PER_INCH = 2.54
_WIDEST = 16.6
_HIGHEST = 15.0
_THUMBNAILS = 12
_THUMBNAIL_SIZE = (640, 480)
_WHAT_IT_SHOWS = (
    "Names the bytes of a file. Whoever computes it of the file in the workspace gets the same "
    "letters, as long as nobody has changed a single point of the picture."
)


@dataclass(frozen=True)
class Kept:
    """A picture or file of a cycle with all that its caption tells."""

    stands: bool
    content: str
    media_type: str
    name: str
    caption: str
    size: int
    outcome: str
    actual: str
    at: int | None
    tester: str
    run: int
    code: str
    title: str
    attempt: int
    position: int | None
    do: str
    expected: str
    build: str
    trial: int | None
    data_set: str
    values: str

    @property
    def name_of_run(self) -> str:
        """Return the script's title, and behind it the data set that it was run with."""
        return f"{self.title} – {self.data_set}" if self.data_set else self.title

    def filled(self, text: str) -> str:
        """Return a text of the step with the values of the data set put in."""
        return filled(text, values_of(self.values))

    @property
    def place(self) -> str:
        """Return script and step as people name them: "UAT-005 step 4"."""
        step = f" step {self.position}" if self.position else ""
        again = f", attempt {self.attempt}" if self.attempt > 1 else ""
        return f"{self.code}{step}{again}"


def kept_in(workspace: Workspace, cycle: int, tester: int | None = None) -> list[Kept]:
    """Return what is kept with results of a cycle, in the order of scripts, steps and time."""
    whose = "" if tester is None else "AND r.tester_id = ? "
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT e.uid, v.content, v.media_type, v.name, v.caption, v.size, "
            "r.outcome, r.actual, r.at, "
            "COALESCE(p.name, ''), run.id, script.code, script.title, run.attempt, s.position, "
            "COALESCE(s.do, ''), COALESCE(s.expected, ''), r.build, r.trial, "
            "COALESCE(d.name, ''), COALESCE(d.\"values\", '') "
            "FROM evidence v JOIN step_result r ON r.id = v.result_id "
            "JOIN run ON run.id = r.run_id JOIN script ON script.id = run.script_id "
            "JOIN entity e ON e.id = r.id LEFT JOIN step s ON s.id = r.step_id "
            "LEFT JOIN data_set d ON d.id = run.data_set_id "
            "LEFT JOIN person p ON p.id = r.tester_id "
            f"WHERE run.cycle_id = ? AND v.content <> '' {whose}"
            "ORDER BY script.code, s.position, r.at, v.id",
            (cycle,) if tester is None else (cycle, tester),
        )
        replaced = {
            uid
            for (uids,) in sql.rows(
                "SELECT r.replaces FROM step_result r JOIN run ON run.id = r.run_id "
                "WHERE run.cycle_id = ? AND r.replaces <> ''",
                (cycle,),
            )
            for uid in uids.split()
        }
    return [Kept(bytes(uid).hex() not in replaced, *facts) for uid, *facts in rows]


def uat_evidence(workspace: Workspace, cycle: int, *, tester: int | None = None) -> Document:
    """Describe the evidence book of a cycle (of one tester's results, if given)."""
    with workspace.snapshot():
        report = cycle_report(workspace, cycle, tester)
        kept = kept_in(workspace, cycle, tester)
    return Document(
        f"Evidence book: {report.cycle.title}",
        _blocks(workspace, report, kept),
        identity(report, KIND),
        subtitle=f"{report.project.name} · {report.cycle.code}",
        header=f"{report.project.code} · Evidence book · {report.cycle.code}",
        author=report.author,
    )


def export_uat_evidence(
    workspace: Workspace,
    cycle: int,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    tester: int | None = None,
) -> WrittenFile:
    """Write the evidence book of a cycle; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(uat_evidence(workspace, cycle, tester=tester), path, progress)


def _blocks(
    workspace: Workspace, report: CycleReport, kept: Sequence[Kept]
) -> Iterable[DocumentBlock]:
    yield Facts(tuple((label, value) for label, value in _facts(report, kept) if value))
    yield Heading("Contents", 1)
    yield Table(
        (
            Column("No.", "no", 6, "id"),
            Column("Script and step", "place", 30, wrap=True, strong=True),
            Column("Result", "result", 15, "choice", marks.OUTCOME_CHOICES),
            Column("Tester, time", "tester", 20, wrap=True),
            Column("File and SHA-256", "file", 29, wrap=True),
        ),
        [
            (
                str(number),
                f"{one.place}\n{one.name_of_run}",
                one.outcome,
                "\n".join(filter(None, (one.tester, in_words(one.at)))),
                f"{one.name}\n{one.content[:16]}…",
            )
            for number, one in enumerate(kept, start=1)
        ],
        empty="No picture or file is kept with a result of this cycle.",
    )
    for number, one in enumerate(kept, start=1):
        yield from _page(workspace, number, one)
    yield SealBlock()


def _facts(report: CycleReport, kept: Sequence[Kept]) -> Iterable[tuple[str, str]]:
    runs = {one.run for one in kept}
    yield "Project", f"{report.project.code} {report.project.name}"
    yield "Cycle", report.title
    yield "Period", report.period
    yield "Environment", report.cycle.environment
    yield "Build", report.cycle.build
    yield "Tester", report.tester
    if kept:
        size = _size(sum(one.size for one in kept))
        yield "Size", f"{counted(len(kept), 'file')} of {counted(len(runs), 'run')}, {size}"
    yield "Made", f"{report.made} by {report.author}"
    yield "SHA-256", _WHAT_IT_SHOWS


def _size(n: int) -> str:
    return f"{n / 1e6:,.1f} MB" if n >= 1e6 else f"{max(1, round(n / 1000))} kB"


def _page(workspace: Workspace, number: int, one: Kept) -> Iterable[DocumentBlock]:
    yield Heading(f"{number}  {one.place} · {one.name_of_run}", 2, new_page=True)
    yield Facts(tuple((label, value) for label, value in _caption(one) if value))
    if not one.media_type.startswith("image/"):
        yield Paragraph(f"{one.name} is no picture: it is kept in the workspace.", "small")
        return
    data = workspace.content(one.content)
    said = (labelled(OUTCOMES, one.outcome), one.tester, in_words(one.at), one.caption)
    caption = " · ".join(filter(None, (f"Picture {number}: {one.place}", *said)))
    yield Picture(data, f"{one.place}: {one.caption or one.name}", caption, _width(data))


def _caption(one: Kept) -> Iterable[tuple[str, str]]:
    yield "Step", one.filled(one.do)
    yield "Expected", one.filled(one.expected)
    tried = f", try {one.trial}" if one.trial else ""
    stands = "" if one.stands else " (replaced by a later result)"
    yield "Result", f"{labelled(OUTCOMES, one.outcome)}{tried}{stands}"
    yield "What happened", one.actual
    yield "Tester, time", ", ".join(filter(None, (one.tester, in_words(one.at))))
    yield "Build", one.build
    yield "File", f"{one.name}, {counted(one.size, 'byte')}"
    yield "SHA-256", one.content


def thumbnails_of(workspace: Workspace, cycle: int) -> tuple[Picture, ...]:
    """Return small pictures of what stands as evidence in a cycle, failures first, not all of it.

    A file that is no picture, or that cannot be read, is left to the evidence book.
    """
    kept = [one for one in kept_in(workspace, cycle) if one.stands]
    kept.sort(key=lambda one: one.outcome not in ("fail", "blocked"))
    made: list[Picture] = []
    for one in kept:
        small = _small(workspace.content(one.content)) if len(made) < _THUMBNAILS else None
        if small is not None:
            said = " · ".join(filter(None, (labelled(OUTCOMES, one.outcome), one.tester)))
            made.append(Picture(small, f"{one.place}: {one.name}", f"{one.place}\n{said}"))
    return tuple(made)


def _small(data: bytes) -> bytes | None:
    from PIL import Image  # noqa: PLC0415 - only pictures need it

    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            flat = picture.convert("RGBA")
            ground = Image.new("RGBA", flat.size, "white")
            small = Image.alpha_composite(ground, flat).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    small.thumbnail(_THUMBNAIL_SIZE)
    out = BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def _width(data: bytes) -> float:
    """Return how wide a picture stands: never larger than it was on the screen, never past a page.

    What cannot be measured here is left to the writer, who says when a picture cannot be read.
    """
    from PIL import Image  # noqa: PLC0415 - only a book of pictures needs it

    try:
        with Image.open(BytesIO(data)) as picture:
            wide, high = picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _WIDEST
    natural = wide / _DPI * _CM_PER_INCH
    return min(_WIDEST, max(natural, 1.0), _HIGHEST * wide / max(high, 1))
