"""What the heat maps show, read on a worker and brought into one shape: rows, columns, cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.impact.cells import Cell
from changedesk.impact.degree import Degree
from changedesk.impact.heatmap import HeatMap
from changedesk.impact.queries import GroupRow, ImpactRow
from changedesk.impact.words import ASPECTS
from changedesk.overview.load import LoadMap, both_maps, calmer_month
from changedesk.overview.load_activities import Activity
from changedesk.people.queries import projects
from changedesk.store.workspace import Workspace
from ui.i18n import translate_label
from ui.impact.looks import Look
from ui.theme.statuses import QUIET

Place = tuple[int, int]
"""A row and a column of a grid."""


@dataclass(frozen=True)
class Reading:
    """Both maps of a project at one moment; `codes` are the projects by key."""

    aspects: HeatMap
    months: LoadMap
    codes: Mapping[int, str]


@dataclass(frozen=True)
class Behind:
    """What is behind a cell: impacts, what else asks time, and where it would be calmer.

    Of what is `past` nothing can be moved any more.
    """

    impacts: tuple[ImpactRow, ...]
    activities: tuple[Activity, ...] = ()
    calmer: str = ""
    past: bool = False


@dataclass(frozen=True)
class Grid:
    """A heat map as it is painted: groups down, aspects or months across.

    `cells` holds the places with something in them; `fixed` the looks of columns that are no cells.
    """

    groups: tuple[GroupRow, ...]
    columns: tuple[str, ...]
    cells: Mapping[Place, Cell]
    fixed: Mapping[Place, Look]


def read_maps(workspace: Workspace, project: int) -> Reading:
    """Return both maps; for a worker."""
    codes = {row.id: row.code for row in projects(workspace)}
    return Reading(*both_maps(workspace, project), codes)


def grid_of_aspects(found: HeatMap) -> Grid:
    """Return groups × aspects, with degree and intensity of each group as the last column."""
    say = QCoreApplication.translate
    titles = [translate_label(aspect.label) for aspect in ASPECTS]
    titles.append(say("HeatMap", "Degree, intensity"))
    rows = {group.id: row for row, group in enumerate(found.groups)}
    columns = {aspect.code: column for column, aspect in enumerate(ASPECTS)}
    cells = {
        (rows[group], columns[aspect]): cell
        for (group, aspect), cell in found.cells.items()
        if aspect in columns
    }
    fixed: dict[Place, Look] = {}
    for row, group in enumerate(found.groups):
        fixed[row, len(columns)] = _degree_look(found.degrees[group.id])
    return Grid(found.groups, tuple(titles), cells, fixed)


def grid_of_months(found: LoadMap) -> Grid:
    """Return groups × months."""
    rows = {group.id: row for row, group in enumerate(found.groups)}
    cells = {(rows[group], place): load.cell for (group, place), load in found.cells.items()}
    titles = tuple(month_text(period.first) for period in found.periods)
    return Grid(found.groups, titles, cells, {})


def behind_aspect(found: HeatMap, row: int, column: int) -> Behind:
    """Return what is behind a cell of groups × aspects."""
    aspect = ASPECTS[column].code if column < len(ASPECTS) else ""
    cell = found.cells.get((found.groups[row].id, aspect))
    return Behind(tuple(found.rows[key] for key in cell.impacts) if cell is not None else ())


def behind_month(found: LoadMap, row: int, column: int) -> Behind:
    """Return what is behind a cell of groups × months, and the nearest calmer month."""
    group = found.groups[row].id
    load = found.cells.get((group, column))
    if load is None:
        return Behind(())
    rows = tuple(found.rows[key] for key in load.cell.impacts)
    today = date.today()
    if found.periods[column].last < today:
        return Behind(rows, load.activities, past=True)
    calmer = calmer_month(found, group, column, today)
    words = month_text(calmer.first) if calmer is not None else ""
    return Behind(rows, load.activities, words)


def month_text(day: date) -> str:
    """Return a month as columns name it."""
    name = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{name} {day.year}"


def _degree_look(degree: Degree) -> Look:
    say = QCoreApplication.translate
    if not degree.complete:
        rated = say("HeatMap", "{0} of {1}").format(degree.scored, len(ASPECTS))
        return Look(_figure(None), rated, QUIET)
    return Look(_figure(degree.degree), _figure(degree.intensity), QUIET)


def _figure(value: Fraction | None) -> str:
    return "–" if value is None else QLocale().toString(float(value), ord("f"), 1)
