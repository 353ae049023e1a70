"""Defects of Jira as CSV or workbook: issues of the type Bug, in Jira's own columns."""

import re

from changedesk.exchange import dates
from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.defects import Reading, short
from changedesk.exchange.drafts import Account, DefectDraft, DefectImport, SheetNote
from changedesk.exchange.named_tables import rows_of, untitled
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import told
from changedesk.exchange.tools.grid import Grid, Ledger, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_wiki

_SOURCE = "Jira issues"
_KEY = ("issue key", "key")
_TYPE = ("issue type", "issuetype", "type")
_FITS = needs(_KEY, "summary", "status", ("issue type", "issuetype"))
_STEPS = {"test step", "teststep", "action", "test data", "gherkin definition"}
_SEVERITY = ("custom field (severity)", "severity")
_BUILD = ("affects version/s", "affects versions", "affected versions", "affects version")
_BUGS = {"bug", "defect", "fehler", "anomalie", "error", "defecto", "defeito", "difetto", "ошибка",
         "дефект", "バグ", "缺陷", "故障", "버그", "uat defect", "incident"}  # fmt: skip
_USED = (
    *_KEY, *_TYPE, *_SEVERITY, *_BUILD, "summary", "status", "priority", "assignee", "reporter",
    "created", "description", "component/s", "components", "component", "sprint", "issue id",
)  # fmt: skip


def _fits(found: frozenset[str]) -> bool:
    return _FITS(found) and not found & _STEPS


def knows(file: ForeignFile) -> bool:
    """Tell Jira's list of issues that holds at least one bug."""
    for sheet in file.sheets:
        grid = find_grid(sheet, _fits)
        if grid and any(grid.get(row, *_TYPE).lower() in _BUGS for row in grid.body()):
            return True
    return False


def read(file: ForeignFile, asked: Asked) -> DefectImport:
    """Return the bugs; issues of another type are skipped."""
    ledger = Ledger()
    work = Reading(asked)
    sheets = []
    for sheet in file.sheets:
        grid = find_grid(sheet, _fits)
        taken = grid is not None and asked.sheet in {None, sheet.name}
        why = "" if taken else "another sheet was chosen" if grid else "it is no list of issues"
        sheets.append(
            SheetNote(
                sheet.name,
                "defects" if grid else "unknown",
                rows_of(sheet),
                taken,
                why,
                sheet.hidden,
            )
        )
        if grid is None or not taken:
            continue
        days = [_day(grid.get(row, "created")) for row in grid.body()]
        order = asked.date_order or dates.order_of(days)[0]
        for rows in group_rows(grid, ledger, _begins):
            work.found.append(_defect(grid, rows[0], work, order))
    return DefectImport(
        file=file.path.name,
        source=_SOURCE,
        defects=tuple(work.found),
        account=Account(
            ledger.read,
            ledger.made,
            ledger.continuation,
            tuple(ledger.skipped),
            tuple(ledger.rejected),
        ),
        system="jira",
        sheets=tuple(sheets),
        questions=work.questions(),
        warnings=file.notes,
    )


def _begins(grid: Grid, row: int, _first: int | None) -> bool | str:
    kind = grid.get(row, *_TYPE)
    if kind.lower() not in _BUGS:
        return f'it is an issue of the type "{kind}"' if kind else "it has no type of issue"
    return True if grid.get(row, *_KEY) or grid.get(row, "summary") else "it has no key"


def _day(text: str) -> str:
    return re.split(r"[T,\s]+\d{1,2}:\d{2}", text)[0].strip()


def _all(grid: Grid, row: int, *names: str) -> str:
    """Return the cells of a heading that Jira repeats, one for each value."""
    times = max((len(grid.columns.get(name, ())) for name in names), default=0)
    cells = (grid.get(row, *names, nth=nth) for nth in range(times))
    return ", ".join(dict.fromkeys(cell for cell in cells if cell))


def _defect(grid: Grid, row: int, work: Reading, order: dates.Order | None) -> DefectDraft:
    place = grid.place(row)
    key, summary = grid.get(row, *_KEY), grid.get(row, "summary")
    severity, priority = grid.get(row, *_SEVERITY), grid.get(row, "priority")
    created = grid.get(row, "created")
    found = dates.parse(_day(created), order) if created else None
    rest = [(heading, plain_wiki(text)) for heading, text in grid.rest(row, _USED)]
    return DefectDraft(
        source_id=key,
        source_key=work.keys.take(key or summary, grid.sheet.name),
        title=short(summary) or key or untitled(place),
        where=place,
        description=plain_wiki(grid.get(row, "description")),
        severity=work.code("severity", severity, place),
        severity_text=severity,
        priority=work.code("priority", priority, place),
        priority_text=priority,
        status=work.code("status", grid.get(row, "status"), place),
        status_text=grid.get(row, "status"),
        owner=grid.get(row, "assignee"),
        found_by=grid.get(row, "reporter"),
        found=found,
        build=_all(grid, row, *_BUILD),
        area=_all(grid, row, "component/s", "components", "component"),
        cycle=_all(grid, row, "sprint"),
        further=told([("Created", "" if found else created), *rest]),
    )


RECOGNISER = Recogniser("defects", _SOURCE, knows, read)
