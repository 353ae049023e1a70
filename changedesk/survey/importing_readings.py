"""Takes a usage report in as readings of adoption measures: the same report twice adds nothing."""

from typing import Any

from changedesk.exchange.making import Taken, taking
from changedesk.exchange.usage_reports import ReadingDraft, UsageReport
from changedesk.people.importing import Cast, folded
from changedesk.store.workspace import Workspace
from changedesk.survey.records import Measure, MeasureReading


def import_readings(
    workspace: Workspace, project: int, found: UsageReport, *, only_try: bool = False
) -> Taken:
    """Take in the readings of a file; a measure that it names and is not there is made.

    A reading is known by measure, day and group. One that says something else now takes the place
    of the one before, which stays in the history.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        cast = Cast(workspace, change)
        measures = _measures(workspace, project)
        fresh: dict[tuple[int, str, int | None], dict[str, Any]] = {}
        for draft in found.readings:
            key = measures.get(folded(draft.measure))
            if key is None:
                kind = "share" if draft.base is not None else "number"
                made = change.add(Measure(project=project, title=draft.measure, kind=kind))
                taken.add("measure")
                key = measures[folded(draft.measure)] = int(made.id)
            group = cast.group(draft.group)
            fresh[key, draft.day, group] = _facts(draft, found.file)
        there = _readings(workspace, {key for key, _, _ in fresh})
        known = {place: there[place] for place in fresh if place in there}
        same = {place for place, (_, facts) in known.items() if facts == _figures(fresh[place])}
        change.delete_many(
            MeasureReading, [known[place][0] for place in known if place not in same]
        )
        change.add_many(
            MeasureReading,
            [
                {"measure": place[0], "taken": place[1], "group": place[2], **facts}
                for place, facts in fresh.items()
                if place not in same
            ],
        )
        taken.add("measure_reading", len(fresh) - len(known))
        taken.alter("measure_reading", len(known) - len(same))
        taken.unchanged += len(same)
        taken.add("group", cast.made_groups)
    return taken


def _measures(workspace: Workspace, project: int) -> dict[str, int]:
    rows = workspace.rows(
        Measure.select(Measure.id, Measure.code, Measure.title)
        .where(Measure.project == project)
        .order_by(Measure.id.desc())
    )
    found = {folded(row.title): int(row.id) for row in rows}
    return found | {folded(row.code): int(row.id) for row in rows}


def _facts(draft: ReadingDraft, file: str) -> dict[str, Any]:
    return {
        "count": draft.count, "base": draft.base, "value": draft.value, "source": file,
        "remark": draft.remark,
    }  # fmt: skip


def _figures(facts: dict[str, Any]) -> tuple[Any, ...]:
    return facts["count"], facts["base"], facts["value"]


def _readings(
    workspace: Workspace, measures: set[int]
) -> dict[tuple[int, str, int | None], tuple[int, tuple[Any, ...]]]:
    rows = workspace.rows(
        MeasureReading.select(
            MeasureReading.id, MeasureReading.measure, MeasureReading.taken, MeasureReading.group,
            MeasureReading.count, MeasureReading.base, MeasureReading.value,
        )
        .where(MeasureReading.measure.in_(sorted(measures)))
        .order_by(MeasureReading.id)
    )  # fmt: skip
    return {
        (row.measure, row.taken, row.group): (row.id, (row.count, row.base, row.value))
        for row in rows
    }
