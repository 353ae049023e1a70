"""The impact report: what stands between today and go-live, and a page for each group."""

from collections.abc import Iterable
from pathlib import Path

from changedesk.impact.heatmap import scores_of
from changedesk.impact.message_words import where_it_stands, why_not_told
from changedesk.impact.queries import GroupRow, ImpactRow
from changedesk.impact.words import ASPECTS, MITIGATIONS
from changedesk.office import Progress, write_document
from changedesk.office.layout import (
    Bullets,
    Column,
    Document,
    DocumentBlock,
    Facts,
    Figure,
    Figures,
    Heading,
    Paragraph,
    SealBlock,
    SignatureTable,
    Table,
    Verdict,
    WrittenFile,
)
from changedesk.office.palette import Tone
from changedesk.overview import heat_cells
from changedesk.overview.change_report import (
    DECISIONS,
    ChangeReport,
    change_report,
    day_or_none,
    short_day,
)
from changedesk.people.days import holds
from changedesk.people.group_counts import counted_once, lineage
from changedesk.people.queries import ProjectRow
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import local_time
from changedesk.uat.report import counted, day_in_words, listed

KIND = "impact-report"
_LABELS = {word.code: word.label for word in (*ASPECTS, *MITIGATIONS)}
_LISTED = 12


def impact_report(workspace: Workspace, project: ProjectRow) -> Document:
    """Describe the impact report of a project from one snapshot."""
    report = change_report(workspace, project)
    return Document(
        f"Impact report: {project.name}",
        tuple(_blocks(report)),
        report.identity(KIND),
        subtitle=f"{project.code} · as of {report.made_in_words}",
        header=f"{project.code} · Impact report",
        author=report.author,
    )


def export_impact_report(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the impact report; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(impact_report(workspace, project), path, progress)


def verdict_of(report: ChangeReport) -> tuple[str, str, Tone]:
    """Return the verdict, what it rests on, and its tone."""
    if not report.heat.rows:
        return (
            "No impact is recorded yet",
            "Nothing can be said before somebody records one.",
            ("quiet"),
        )
    hard = len(report.hard)
    missing = [
        f"{counted(len(rows), 'hard impact')} without {what}"
        for rows, what in (
            (report.unmitigated, "a mitigation"),
            (report.unowned, "an owner"),
            (report.untold, "a message in time"),
        )
        if rows
    ]
    if missing:
        are = "is" if missing[0].startswith("1 ") else "are"
        return "Not ready: somebody must act", f"There {are} {listed(missing)}.", "bad"
    trained, required = report.coverage.trained.n, report.coverage.trained.base
    if required and trained < required:
        detail = (
            f"Each of the {counted(hard, 'hard impact')} has a mitigation, an owner and a message. "
            f"{required - trained} of {counted(required, 'person', 'people')} who must be trained "
            "are not trained yet."
        )
        return "On the way: training is not finished", detail, "warning"
    if unsized := report.uncounted:
        return "On the way: not everybody who must be trained is counted", unsized, "warning"
    detail = f"Each of the {counted(hard, 'hard impact')} has a mitigation, an owner and a message."
    return "Prepared: nothing is missing", detail if hard else "No open impact is hard.", "good"


def _blocks(report: ChangeReport) -> Iterable[DocumentBlock]:
    text, detail, tone = verdict_of(report)
    yield Verdict(text, detail=detail, tone=tone)
    if report.heat.rows:
        yield Figures(tuple(_figures(report)))
    yield Heading("What stands between today and go-live", 2)
    yield Facts(tuple((label, value) for label, value in _facts(report) if value))
    yield _to_do(report)
    yield from _heat(report)
    for group in report.heat.groups:
        yield from _group(report, group)
    yield Heading("Sign-off", 2, new_page=bool(report.heat.groups))
    yield Paragraph(
        "Who signs has read this report and agrees for the people named in the role: that this is "
        "what changes for them, and that what is planned is given the time it takes.",
        keep=True,
    )
    yield SignatureTable(report.signers(report.heat.groups), DECISIONS)
    yield SealBlock()


def _figures(report: ChangeReport) -> Iterable[Figure]:
    hard = len(report.hard)
    base = f"of {counted(len(report.heat.rows), 'impact')}"
    yield Figure(f"{hard}", "hard impacts (3–5)", base, "warning" if hard else None)
    for rows, label in (
        (report.unmitigated, "without mitigation"),
        (report.unowned, "without owner"),
        (report.untold, "without message in time"),
    ):
        yield Figure(f"{len(rows)}", label, f"of {hard} hard", "bad" if rows else "good")
    trained, required = report.coverage.trained.n, report.coverage.trained.base
    if required:
        yield Figure(f"{trained}", "people trained", f"of {required:,} required")


def _facts(report: ChangeReport) -> Iterable[tuple[str, str]]:
    live = report.plan.go_live
    yield "Go-live", day_in_words(report.project.go_live)
    if live is not None:
        days = (live - report.today).days
        if days >= 0:
            yield "Time left", counted(days, "day")
        else:
            yield "Live for", counted(-days, "day")
    yield "Who is hit", who_is_hit(report)
    apart = sum(1 for row in report.heat.rows.values() if row.discuss)
    if apart:
        yield "Views apart", f"{counted(apart, 'impact')} that project and group see differently"
    loose = len(report.heat.without_group)
    if loose:
        yield "Nobody named", f"{counted(loose, 'impact')} without a group"


def who_is_hit(report: ChangeReport) -> str:
    """Say how many groups and people are hit, and of which groups nobody knows how many."""
    hit = report.heat.groups
    parents = {key: group.parent for key, group in report.groups.items()}
    lasting = {
        key: one.headcount
        for key, one in report.groups.items()
        if one.headcount is not None and holds("", one.until, report.today.isoformat())
    }
    sizes = {}
    for group in hit:
        inside = {key: n for key, n in lasting.items() if group.id in lineage(parents, key)}
        if group.headcount is not None:
            sizes[group.id] = group.headcount
        elif inside:
            # Its parts are counted where it is not.
            sizes[group.id] = sum(inside[key] for key in counted_once(inside, parents))
    people = sum(sizes[key] for key in counted_once(sizes, parents))
    unknown = [group.name for group in hit if not sizes.keys() & set(lineage(parents, group.id))]
    said = counted(len(hit), "group")
    if sizes:
        said += f", {counted(people, 'person', 'people')} by headcount"
    if unknown:
        some = listed(unknown[:_LISTED])
        more = f" and {len(unknown) - _LISTED} more" if len(unknown) > _LISTED else ""
        said += f"; how many people is not known of {some}{more}"
    return said


def _to_do(report: ChangeReport) -> Table:
    untold = {one.impact: one for one in report.untold}
    unmitigated = {row.id for row in report.unmitigated}
    rows = []
    for row in report.hard:
        missing = [
            what
            for what, lacks in (
                ("mitigation", row.id in unmitigated),
                ("owner", not row.owner),
                ("message in time", row.id in untold),
            )
            if lacks
        ]
        if missing:
            starts = short_day(day_or_none(row.starts) or report.plan.go_live)
            rows.append((f"{row.code} {row.title}", row.group_name or "nobody named",
                         str(row.severity), starts, ", ".join(missing)))  # fmt: skip
    more = len(rows) - _LISTED
    return Table(
        (
            Column("Hard impact", "impact", 37, wrap=True, strong=True),
            Column("Group", "group", 19, wrap=True),
            Column("Severity", "severity", 11),
            Column("Starts", "starts", 13),
            Column("What is missing", "missing", 20, wrap=True),
        ),
        rows[:_LISTED],
        caption=f"{counted(more, 'more')[:-1] if more > 1 else '1 more'} in the impact workbook."
        if more > 0
        else "",
        empty="No hard impact lacks a mitigation, an owner or a message.",
    )


def _heat(report: ChangeReport) -> Iterable[DocumentBlock]:
    yield Heading("Heat map: who is hit, in what, how hard", 2)
    aspects = [
        aspect
        for aspect in ASPECTS
        if any((group.id, aspect.code) in report.heat.cells for group in report.heat.groups)
    ]
    columns = (
        Column("Group", "group", 19, strong=True),
        *(
            Column(heat_cells.SHORT[one.code], one.code,
                   max(len(heat_cells.SHORT[one.code]), 5) + 3,
                   "choice", heat_cells.SEVERITY_MARKS)
            for one in aspects
        ),
    )  # fmt: skip
    rows = [
        (
            group.name,
            *(
                heat_cells.severity_mark(report.heat.cells.get((group.id, one.code)))
                for one in aspects
            ),
        )
        for group in report.heat.groups
    ]
    yield Table(columns, rows, empty="No impact names a group yet.")
    if aspects:
        yield Paragraph(heat_cells.LEGEND, "small")


def _group(report: ChangeReport, group: GroupRow) -> Iterable[DocumentBlock]:
    rows = report.of_group(group.id)
    yield Heading(group.name, 1, new_page=True)
    yield Facts(tuple((label, value) for label, value in _group_facts(report, group) if value))
    yield Heading("What changes for you", 2)
    yield Table(
        (
            Column("What", "what", 29, wrap=True, strong=True),
            Column("Today", "today", 21, wrap=True),
            Column("Tomorrow", "tomorrow", 23, wrap=True),
            Column("We say", "hard", 9, "choice", heat_cells.SEVERITY_MARKS),
            Column("You say", "yours", 9, wrap=True),
            Column("From", "from", 9, wrap=True),
        ),
        [_change(report, row) for row in rows],
    )
    apart = [row for row in rows if row.gap]
    if apart:
        said = "; ".join(
            f"{row.code}: {row.reason or 'to be discussed'}" for row in apart if row.discuss
        )
        note = "“You say” is your own view of the severity where somebody asked you."
        yield Paragraph(f"{note} Views far apart: {said}." if said else note, "small")
    yield Heading("What we do", 2)
    done = list(_measures(report, rows))
    yield Table(
        (
            Column("Measure", "measure", 45, wrap=True),
            Column("Kind", "kind", 20),
            Column("Who", "who", 16, wrap=True),
            Column("When", "when", 19, wrap=True),
        ),
        done,
        empty="Nothing is planned yet.",
    )
    missing = [row.code for row in report.unmitigated if row.group == group.id]
    open_ = []
    if missing:
        open_.append(f"No mitigation is planned yet for {listed(missing)}.")
    open_ += [
        f"{one.code} is not told in time: {why_not_told(one)}."
        for one in report.untold
        if report.heat.rows[one.impact].group == group.id
    ]
    if open_:
        yield Paragraph("Still open", keep=True)
        yield Bullets(tuple(open_))


def _group_facts(report: ChangeReport, group: GroupRow) -> Iterable[tuple[str, str]]:
    record = report.groups[group.id]
    degree = report.heat.degrees[group.id]
    size = counted(group.headcount, "person", "people") if group.headcount is not None else ""
    yield "Who", ", ".join(part for part in (size, record.site, record.shift) if part)
    yield "Lead", record.lead
    scores = scores_of(report.heat.cells, group.id)
    worst = max((score for score in scores if score is not None), default=None)
    aspects = f"{degree.aspects} of {len(ASPECTS)} aspects change"
    yield "How much", aspects + (f", the hardest by {worst} of 5" if worst is not None else "")
    found = report.trained(group.id)
    if found is not None:
        share = found.standing.trained
        people = f"{share.n} of {counted(share.base, 'person', 'people')} so far"
        yield "Trained", people if share.base else "not known: nobody knows how many they are"
    yield "Adopted when", record.adopted_when


def _change(report: ChangeReport, row: ImpactRow) -> tuple[str, ...]:
    record = report.impacts[row.id]
    mark = f"{row.band}:{'?' if row.severity is None else row.severity}"
    day = day_or_none(row.starts)
    starts = f"{day.day} {day:%b}" if day else ""
    what = f"{row.title}\n{row.code}, {_LABELS[row.aspect].lower()}"
    return what, record.as_is, record.to_be, mark, _own_view(row), starts


def _own_view(row: ImpactRow) -> str:
    if row.group_severity is None:
        return "not asked"
    return f"{'≠ ' if row.discuss else ''}{row.group_severity}"


def _measures(report: ChangeReport, rows: list[ImpactRow]) -> Iterable[tuple[str, ...]]:
    for row in rows:
        for one in report.measures(row.id):
            when = "done" if one.status == "done" else short_day(day_or_none(one.due))
            yield f"{one.what} ({row.code})", _LABELS[one.kind], one.owner, when
    answers = set().union(*(report.answers.get(row.id, frozenset()) for row in rows), set())
    keys = {row.id for row in rows}
    told = {a.message for one in report.plan.told if one.impact in keys for a in one.answers}
    taught = {report.needs[key].course for key in answers if key in report.needs}
    for key in sorted((answers | taught) & report.courses.keys(), key=str):
        course = report.courses[key]
        days = [local_time(one.starts, one.time_zone).date() for one in report.sessions
                if one.course == key and one.starts is not None
                and one.status != "cancelled"]  # fmt: skip
        when = short_day(min(days)) if days else ""
        if len(days) > 1:
            when = f"{len(days)} sessions from {when}"
        trainers = sorted({one.trainer for one in report.sessions
                           if one.course == key and one.trainer})  # fmt: skip
        who = trainers[0] if len(trainers) == 1 else f"{len(trainers)} trainers" if trainers else ""
        yield f"{course.title} ({course.code})", "Training", who, when
    for message in report.plan.rows:
        if message.id in (answers | told) and not message.cancelled:
            sent = [one.day for one in message.sendings]
            when = f"sent {short_day(min(sent))}" if sent else short_day(message.planned)
            stands = where_it_stands(message, report.today)
            yield (f"{message.title} ({message.code})", "Message", message.sender,
                   stands or when or message.occasion)  # fmt: skip
