"""The adoption report: what people do, against target and go-live, and what came of it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from changedesk.office import Progress, write_document, write_workbook
from changedesk.office.layout import (
    Bullets,
    Column,
    CoverSheet,
    Document,
    DocumentBlock,
    Facts,
    Figures,
    Heading,
    Labels,
    NativeChart,
    Paragraph,
    SealBlock,
    SignatureTable,
    SummarySheet,
    Table,
    TableSheet,
    Value,
    Verdict,
    Workbook,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.survey import words
from changedesk.survey.adoption_queries import BenefitState, MeasureState, Point, people_part
from changedesk.survey.adoption_told import (
    DECISIONS,
    METHOD,
    STANDINGS,
    AdoptionTold,
    adoption_told,
    day_words,
    effective_words,
    large_figures,
    plain,
    point_words,
    realised_words,
    speed_words,
    target_words,
    trend_blocks,
    verdict,
)

KIND = "adoption-report"
_KINDS = {one.code: one.label for one in words.MEASURE_KINDS}
_STATEMENT = (
    "Who signs has read this report and agrees for the people named in the role: that this is "
    "what was read, and that what is short of its target is still to be done."
)
_NOTHING_MEASURED = "No measure is defined yet."
_NO_BENEFIT = "No benefit is defined yet."


def adoption_document(workspace: Workspace, project: int) -> Document:
    """Describe the adoption report of a project from one snapshot."""
    told = adoption_told(workspace, project)
    return Document(
        f"Adoption report: {told.name}",
        tuple(_blocks(told)),
        told.identity(KIND),
        subtitle=f"{told.code} · as of {told.made_in_words}",
        header=f"{told.code} · Adoption report",
        author=told.author,
    )


def adoption_workbook(workspace: Workspace, project: int) -> Workbook:
    """Describe the same as a workbook."""
    told = adoption_told(workspace, project)
    sheets = (_cover(told), _summary(told), _measure_sheet(told), _reading_sheet(told),
              _benefit_sheet(told), _method_sheet())  # fmt: skip
    title = f"Adoption report – {told.name}"
    labels = Labels(how_to="How to read this")
    return Workbook(title, sheets, told.identity(KIND), author=told.author, labels=labels)


def export_adoption_report(
    workspace: Workspace, project: int, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the adoption report, by the ending of `path` as a workbook or a document.

    Raises UserError or EnvironmentProblem in a sentence.
    """
    if path.suffix.lower() == ".xlsx":
        return write_workbook(adoption_workbook(workspace, project), path, progress)
    return write_document(adoption_document(workspace, project), path, progress)


# -- the document ---------------------------------------------------------------------------------


def _blocks(told: AdoptionTold) -> Iterable[DocumentBlock]:
    text, detail, tone = verdict(told)
    yield Verdict(text, detail=detail, tone=tone)
    large = large_figures(told)
    if large:
        yield Figures(large)
    yield Facts((("Go-live", day_words(told.go_live)),))
    yield Heading("What people do", 2)
    yield Table(
        (
            Column("Measure", "measure", 36, wrap=True, strong=True),
            Column("Last read (95 %)", "read", 24, wrap=True),
            Column("Target", "target", 16, wrap=True),
            Column("Standing", "standing", 20, wrap=True),
            Column("Speed", "speed", 18, wrap=True),
        ),
        [_measure(one) for one in told.found.measures],
        empty=_NOTHING_MEASURED,
    )
    if told.found.effective:
        yield Heading("Effective adoption", 2)
        yield Bullets(tuple(effective_words(one) for one in told.found.effective))
    yield Heading("What came of it", 2)
    yield Table(
        (
            Column("Benefit", "benefit", 32, wrap=True, strong=True),
            Column("Baseline", "baseline", 14),
            Column("Target", "target", 20, wrap=True),
            Column("Actual", "actual", 20, wrap=True),
            Column("Realised", "realised", 24, wrap=True),
            Column("By people", "people", 14),
        ),
        [_benefit(one) for one in told.found.benefits],
        empty=_NO_BENEFIT,
    )
    yield from _readings(told)
    yield Heading("Method and limits", 2)
    yield Facts(METHOD)
    yield Heading("Sign-off", 2)
    yield Paragraph(_STATEMENT, keep=True)
    yield SignatureTable(told.signers(), DECISIONS)
    yield SealBlock()


def _measure(one: MeasureState) -> tuple[str, ...]:
    last = one.latest
    read = point_words(one, last)
    if last is not None:
        read += f"\n{day_words(last.day)}"
    by = f"\nby {day_words(one.target_day)}" if one.target_day else ""
    who = f", {one.group_name}" if one.group_name else ""
    return (
        f"{one.title}\n{one.code}, {_KINDS[one.kind].lower()}{who}", read,
        f"{target_words(one)}{by}", STANDINGS[one.standing], speed_words(one),
    )  # fmt: skip


def _benefit(one: BenefitState) -> tuple[str, ...]:
    by = f"\nby {day_words(one.target_day)}" if one.target_day else ""
    on = f"\n{day_words(one.readings[-1][1])}" if one.readings else ""
    people = f"{one.dependent} %" if one.dependent is not None else "not said"
    return (
        f"{one.title}\n{one.code}", plain(one.baseline, one.unit),
        f"{plain(one.target, one.unit)}{by}", f"{plain(one.actual, one.unit)}{on}",
        realised_words(one), people,
    )  # fmt: skip


def _readings(told: AdoptionTold) -> Iterable[DocumentBlock]:
    if not any(one.readings for one in told.found.measures):
        return
    drawn = {block.title: block for block in trend_blocks(told)}
    yield Heading("Readings", new_page=True)
    for one in told.found.measures:
        if not one.readings:
            continue
        title = f"{one.code} {one.title}"
        yield Heading(title, 3)
        about = told.about[one.id]
        said = (("Behaviour", about.behaviour), ("Who could", about.population),
                ("Counted over", about.window), ("Source", about.source))  # fmt: skip
        yield Facts(tuple((label, text) for label, text in said if text))
        if title in drawn:
            yield NativeChart(drawn[title], "Line: what was read, against the target.")
        yield Table(
            (
                Column("Day", "day", 18),
                Column("Group", "group", 36, wrap=True),
                Column("Read (95 %)", "read", 40, wrap=True),
                Column("Source", "source", 30, wrap=True),
            ),
            [
                (
                    day_words(row.day), row.group_name or "everybody",
                    point_words(one, Point(date.fromisoformat(row.day), row.share, row.value)),
                    row.source,
                )
                for row in one.readings
            ],
        )  # fmt: skip


# -- the workbook ---------------------------------------------------------------------------------


def _cover(told: AdoptionTold) -> CoverSheet:
    text, detail, _ = verdict(told)
    facts: tuple[tuple[str, Value], ...] = (
        ("Project", f"{told.code} {told.name}"),
        ("Go-live", day_words(told.go_live)),
        ("Verdict", text),
        ("Rests on", detail),
        ("Effective adoption", "; ".join(effective_words(one) for one in told.found.effective)),
        ("Exported", told.made_in_words),
    )
    return CoverSheet(
        "Adoption report",
        told.name,
        facts=tuple((label, value) for label, value in facts if value),
        instructions=(
            "“Measures” tells what people do against target and go-live, “Readings” each reading.",
            "“Benefits” tells how much of what was hoped for has come.",
            "“Not surely” stands where the interval of a figure holds its target.",
        ),
        signers=told.signers(),
        decisions=DECISIONS,
        statement=_STATEMENT,
    )


def _summary(told: AdoptionTold) -> SummarySheet:
    text, detail, _ = verdict(told)
    return SummarySheet(text, tuple(trend_blocks(told)), large_figures(told), note=detail)


def _measure_sheet(told: AdoptionTold) -> TableSheet:
    return TableSheet(
        "Measures",
        "What people do",
        (
            Column("Measure", "code", 10, strong=True),
            Column("Title", "title", 38, wrap=True),
            Column("Kind", "kind", 16),
            Column("Behaviour", "behaviour", 34, wrap=True),
            Column("Population", "population", 24, wrap=True),
            Column("Last read on", "day", 12, "date"),
            Column("Show it", "count", 9, "integer"),
            Column("Of", "base", 9, "integer"),
            Column("Share", "share", 9, "percent"),
            Column("Low (95 %)", "low", 9, "percent"),
            Column("High (95 %)", "high", 9, "percent"),
            Column("Value", "value", 10, "decimal"),
            Column("Target", "target", 12),
            Column("Target on", "target_day", 12, "date"),
            Column("Standing", "standing", 22),
            Column("Live since", "live", 12, "date"),
            Column("Speed", "speed", 20, wrap=True),
            Column("Owner", "owner", 18),
        ),
        [_measure_row(told, one) for one in told.found.measures],
        key="measures",
        frozen_columns=2,
        empty=_NOTHING_MEASURED,
    )


def _measure_row(told: AdoptionTold, one: MeasureState) -> tuple[Value, ...]:
    about, last = told.about[one.id], one.latest
    return (
        one.code, one.title, _KINDS[one.kind], about.behaviour, about.population,
        last.day if last else None, *_share(last), last.value if last else None,
        target_words(one), _day(one.target_day), STANDINGS[one.standing], _day(one.go_live),
        speed_words(one), one.owner,
    )  # fmt: skip


def _share(point: Point | None) -> tuple[Value, ...]:
    share = point.share if point else None
    if share is None or share.interval is None:
        return (None,) * 5
    return (share.n, share.base, share.value, *share.interval)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _reading_sheet(told: AdoptionTold) -> TableSheet:
    return TableSheet(
        "Readings",
        "Every reading",
        (
            Column("Measure", "code", 10, strong=True),
            Column("Title", "title", 38, wrap=True),
            Column("Day", "day", 12, "date"),
            Column("Group", "group", 28, wrap=True),
            Column("Show it", "count", 9, "integer"),
            Column("Of", "base", 9, "integer"),
            Column("Share", "share", 9, "percent"),
            Column("Low (95 %)", "low", 9, "percent"),
            Column("High (95 %)", "high", 9, "percent"),
            Column("Value", "value", 10, "decimal"),
            Column("Source", "source", 30, wrap=True),
            Column("Remark", "remark", 30, wrap=True),
        ),
        [
            (
                one.code, one.title, _day(row.day), row.group_name or "everybody",
                *_share(Point(date.fromisoformat(row.day), row.share, row.value)), row.value,
                row.source, row.remark,
            )
            for one in told.found.measures
            for row in one.readings
        ],
        key="readings",
        group_by="code",
        empty="Nothing is read yet.",
    )  # fmt: skip


def _benefit_sheet(told: AdoptionTold) -> TableSheet:
    return TableSheet(
        "Benefits",
        "What came of it",
        (
            Column("Benefit", "code", 10, strong=True),
            Column("Title", "title", 38, wrap=True),
            Column("Unit", "unit", 10),
            Column("Baseline", "baseline", 11, "decimal"),
            Column("Target", "target", 11, "decimal"),
            Column("Target on", "target_day", 12, "date"),
            Column("Actual", "actual", 11, "decimal"),
            Column("Read on", "read", 12, "date"),
            Column("Realised", "realised", 11, "percent"),
            Column("In words", "words", 34, wrap=True),
            Column("By people (%)", "dependent", 11, "integer"),
            Column("Of the way by people", "part", 13, "decimal"),
            Column("Owner", "owner", 18),
        ),
        [_benefit_row(one) for one in told.found.benefits],
        key="benefits",
        frozen_columns=2,
        note=dict(METHOD)["Benefits"],
        empty=_NO_BENEFIT,
    )


def _benefit_row(one: BenefitState) -> tuple[Value, ...]:
    part, share = people_part(one), one.realised.value
    return (
        one.code, one.title, one.unit, one.baseline, one.target, _day(one.target_day), one.actual,
        _day(one.readings[-1][1]) if one.readings else None,
        float(share) if share is not None else None, realised_words(one), one.dependent,
        float(part) if part is not None else None, one.owner,
    )  # fmt: skip


def _method_sheet() -> TableSheet:
    return TableSheet(
        "Method",
        "How these figures were made",
        (
            Column("About", "about", 20, strong=True),
            Column("What was done", "said", 110, wrap=True),
        ),
        list(METHOD),
        key="method",
        filtered=False,
    )
