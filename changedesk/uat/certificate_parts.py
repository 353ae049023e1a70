"""What a certificate holds the figures against: criteria, their changes, requirements, sessions."""

from collections.abc import Iterable
from itertools import groupby

from changedesk.office.layout import Column, DocumentBlock, Heading, Paragraph, Table
from changedesk.uat import marks
from changedesk.uat.coverage import RequirementRow
from changedesk.uat.criteria import CriterionState
from changedesk.uat.criteria_changes import CriterionChange
from changedesk.uat.report import CycleReport, counted, in_words, listed, percent
from changedesk.uat.sessions import AttendanceRow
from changedesk.uat.words import MEASURES, MOSCOW, OPERATORS

_LISTED_REQUIREMENTS = 60
_LISTED_RUNS = 60
_NOTHING = "nothing"
_FIELDS = {
    "wording": "wording", "measure": "measure", "operator": "comparison", "target": "target",
    "scope": "what it counts", "kind": "entry or exit",
}  # fmt: skip


def criteria(report: CycleReport) -> Iterable[DocumentBlock]:
    """Yield the exit criteria with the figures that meet them or not, and the entry criteria."""
    for kind, title in (("exit", "Exit criteria"), ("entry", "Entry criteria")):
        own = [one for one in report.criteria if one.kind == kind]
        if own:
            yield Heading(title, 2)
            yield Table(
                (
                    Column("Criterion", "text", 32, wrap=True, strong=True),
                    Column("Target", "target", 13),
                    Column("Value", "value", 11),
                    Column("Met", "met", 15, "choice", marks.CRITERION_CHOICES),
                    Column("Why", "why", 29, wrap=True),
                ),
                [
                    (one.text, one.target, one.value, criterion_mark(one), _why(one))
                    for one in own
                ],
            )  # fmt: skip
    if report.criteria:
        yield from _changes(report)


def criterion_mark(one: CriterionState) -> str:
    """Return the code of where a criterion stands: met, waived or not_met."""
    return "met" if one.met else "waived" if one.waived else "not_met"


def _why(one: CriterionState) -> str:
    waived = f"Waived: {one.waived}." if one.waived and not one.met else ""
    return "\n".join(filter(None, (one.why, waived)))


def _changes(report: CycleReport) -> Iterable[DocumentBlock]:
    if not report.changes:
        yield Paragraph("No criterion was changed after the cycle was opened.", "small")
        return
    rows = []
    for (when, who, _), told in groupby(
        report.changes, lambda one: (one.when_ms, one.who, one.criterion)
    ):
        own = list(told)
        rows.append((own[0].text, "\n".join(map(_change, own)), f"{who}\n{in_words(when)}"))
    yield Heading("Criteria changed after the cycle was opened", 2)
    yield Table(
        (
            Column("Criterion as it is now", "text", 34, wrap=True, strong=True),
            Column("What was changed", "change", 42, wrap=True),
            Column("By, when", "who", 24, wrap=True),
        ),
        rows,
    )


def _change(one: CriterionChange) -> str:
    if one.what != "changed":
        return {"made": "added", "withdrawn": "taken out", "back": "put back"}.get(
            one.what, one.what
        )
    old, new = (_value(one.field, text) for text in (one.old, one.new))
    return f"{_FIELDS.get(one.field, one.field)}: {old} → {new}"


def _value(field: str, text: str) -> str:
    words = {"measure": MEASURES, "operator": OPERATORS}.get(field, ())
    found = next((choice.label for choice in words if choice.code == text), text)
    return f"“{found}”" if field == "wording" else found or _NOTHING


# --- versions of scripts ---------------------------------------------------------------------


def earlier_versions(report: CycleReport) -> Iterable[DocumentBlock]:
    """Yield the runs whose script was changed since: their results are of other words."""
    old = [line for line in report.runs if line.version < line.newest]
    if not old:
        return
    shown = old[:_LISTED_RUNS]
    left = len(old) - len(shown)
    yield Heading("Scripts that were changed after they were run", 2)
    yield Table(
        (
            Column("Script", "script", 44, wrap=True, strong=True),
            Column("Tester", "tester", 20, wrap=True),
            Column("State", "state", 18, "choice", marks.STATE_CHOICES),
            Column("Version", "version", 18),
        ),
        [
            (
                f"{line.reference} {line.title}", line.run.tester_name, line.run.state,
                f"{line.version} of {line.newest}",
            )
            for line in shown
        ],
        caption="Each result counts for the words that its tester had: the version of the script "
        "that was run, of the one that it has now"
        + (f"; {left:,} more are in the UAT workbook" if left else "."),
    )  # fmt: skip


# --- requirements ----------------------------------------------------------------------------


def requirements(report: CycleReport) -> Iterable[DocumentBlock]:
    """Yield how many requirements are covered, and those that nothing has shown to hold yet."""
    rows = [row for row in report.coverage.rows if row.in_scope]
    if not rows:
        return
    yield Heading("Requirements", 2)
    yield Paragraph(_covered(report, rows), keep=True)
    open_ = [row for row in rows if row.state not in ("passed", "passed_with_remark")]
    open_.sort(key=lambda row: (_rank(row), row.covered))
    shown = open_[:_LISTED_REQUIREMENTS]
    left = len(open_) - len(shown)
    yield Table(
        (
            Column("Requirement", "title", 42, wrap=True, strong=True),
            Column("Priority", "priority", 13, "choice", marks.MOSCOW_CHOICES),
            Column("State", "state", 19, "choice", marks.STATE_CHOICES),
            Column("Tested by", "scripts", 26, wrap=True),
        ),
        [
            (
                f"{row.code} {row.title}", row.priority, row.state,
                ", ".join(script.code for script in row.scripts) or "no script",
            )
            for row in shown
        ],
        caption="What has not passed yet"
        + (f"; {left:,} more are in the UAT workbook" if left else ""),
        empty="Every requirement in scope has passed.",
    )  # fmt: skip


def _covered(report: CycleReport, rows: list[RequirementRow]) -> str:
    whole = report.coverage.share
    parts = []
    for choice in MOSCOW:
        share = report.coverage.share_of([choice.code])
        if share.base:
            parts.append(f"{choice.label.lower()} {share.n} of {share.base}")
    passed = sum(1 for row in rows if row.state in ("passed", "passed_with_remark"))
    return (
        f"{whole.n} of {counted(whole.base, 'requirement')} in scope covered "
        f"({percent(whole)}: {listed(parts)}); {passed} passed. Covered: at least one run of a "
        "script that tests it was executed."
    )


def _rank(row: RequirementRow) -> int:
    return [choice.code for choice in MOSCOW].index(row.priority)


# --- sessions --------------------------------------------------------------------------------


def sessions(report: CycleReport) -> Iterable[DocumentBlock]:
    """Yield who was expected at which session, and who came."""
    if not report.sessions:
        return
    yield Heading("Sessions and attendance", 2)
    yield Table(
        (
            Column("When", "when", 22, wrap=True),
            Column("Where", "site", 22, wrap=True, strong=True),
            Column("Facilitator", "facilitator", 15, wrap=True),
            Column("Who came", "present", 41, wrap=True),
        ),
        [
            (
                in_words(one.starts)
                + (f"\n{counted(one.minutes, 'minute')}" if one.minutes else ""),
                one.site,
                one.facilitator_name,
                "\n".join(filter(None, (*_attendance(one.testers), one.remark))),
            )
            for one in report.sessions
        ],
        caption=_present(report),
    )


def _attendance(testers: Iterable[AttendanceRow]) -> list[str]:
    names: dict[str, list[str]] = {}
    for tester in testers:
        names.setdefault(tester.attendance, []).append(tester.name)
    return [
        f"{word}: {', '.join(names[code])}"
        for code, word in (
            ("present", "✔ Present"), ("absent", "✖ Absent"), ("expected", "○ Expected")
        )
        if code in names
    ]  # fmt: skip


def _present(report: CycleReport) -> str:
    expected = {one.person for session in report.sessions for one in session.testers}
    came = {
        one.person
        for session in report.sessions
        for one in session.testers
        if one.attendance == "present"
    }
    return f"{len(came)} of {counted(len(expected), 'expected tester')} came to a session."
