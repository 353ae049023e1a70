"""Readings of adoption measures from the usage report of a system: a table of days and figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from changedesk.exchange.dates import Order, order_of, parse
from changedesk.exchange.drafts import Account, Place, RowNote
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.surveys.values import number
from changedesk.store.errors import UserError
from changedesk.store.text import clean

FIELDS: Mapping[str, tuple[str, ...]] = {
    "measure": (
        "measure", "metric", "kpi", "indicator", "behaviour", "behavior", "adoption measure",
        "kennzahl", "indicateur", "indicador", "feature",
    ),
    "day": (
        "day", "date", "taken", "as of", "week", "week ending", "month", "period", "datum",
        "stichtag", "fecha", "data", "reading date", "report date",
    ),
    "group": (
        "group", "team", "department", "site", "unit", "gruppe", "abteilung", "équipe", "equipo",
    ),
    "count": (
        "count", "users", "active users", "show it", "n", "using", "active", "adopted", "numerator",
        "anzahl", "nutzer", "people using",
    ),
    "base": (
        "base", "of", "population", "headcount", "licensed users", "total", "all users",
        "denominator", "eligible", "basis", "gesamt", "licences", "licenses", "total users",
    ),
    "value": ("value", "reading", "figure", "result", "wert", "valeur", "valor", "score"),
    "remark": ("remark", "comment", "note", "notes", "bemerkung"),
}  # fmt: skip
_SHARE = ("share", "rate", "percent", "%", "utilisation", "utilization", "adoption rate")
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class ReadingDraft:
    """One reading: a share as `count` of `base`, or a number as `value`, exactly as written."""

    measure: str
    day: str
    where: Place
    group: str = ""
    count: int | None = None
    base: int | None = None
    value: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class UsageReport:
    """The readings of a file; without a column of measures it is about one, `file`'s own name."""

    file: str
    readings: tuple[ReadingDraft, ...]
    account: Account
    warnings: tuple[str, ...] = ()


@dataclass
class _Gathered:
    readings: list[ReadingDraft] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)
    skipped: list[RowNote] = field(default_factory=list)
    read: int = 0


def usage_report_of(
    file: ForeignFile, *, sheet: str = "", mapping: Mapping[str, str] | None = None
) -> UsageReport:
    """Read the usage report in a file; raises UserError where no table has a day and a figure."""
    for heading, name in (mapping or {}).items():
        if name not in FIELDS:
            raise UserError(
                f'--map "{heading}={name}": a reading has {", ".join(FIELDS)}, and no {name}.'
            )
    gathered = _Gathered()
    for one in file.sheets:
        if sheet in ("", one.name):
            _read(one, file.path.stem, mapping or {}, gathered)
    if not gathered.readings and not gathered.rejected:
        raise UserError(
            f"{file.path.name} was not read, because no table in it has a column for the day and "
            "one for a figure: name them with --map, such as --map “Week=day”."
        )
    account = Account(
        gathered.read, len(gathered.readings), 0, tuple(gathered.skipped), tuple(gathered.rejected)
    )
    return UsageReport(file.path.name, tuple(gathered.readings), account)


def _read(sheet: SheetData, title: str, mapping: Mapping[str, str], gathered: _Gathered) -> None:
    at = _heading(sheet, mapping)
    if at is None:
        return
    columns = _columns(sheet.rows[at], mapping)
    texts = [_cell(row, columns["day"]) for row in sheet.rows[at + 1 :]]
    order, _ = order_of(texts)
    for index in range(at + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if not any(cell.strip() for cell in row):
            continue
        gathered.read += 1
        place = Place("" if sheet.delimited else sheet.name, sheet.number(index))
        told = {name: _cell(row, column) for name, column in columns.items()}
        if not any(told.get(name) for name in ("count", "base", "value")):
            gathered.skipped.append(RowNote(place, "it has no figure"))
            continue
        try:
            gathered.readings.append(_reading(told, title, order, place))
        except ValueError as why:
            gathered.rejected.append(RowNote(place, str(why)))


def _heading(sheet: SheetData, mapping: Mapping[str, str]) -> int | None:
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(row, mapping)
        if "day" in columns and ({"count", "base"} <= set(columns) or "value" in columns):
            return at
    return None


def _columns(row: tuple[str, ...], mapping: Mapping[str, str]) -> dict[str, int]:
    wished = {normal(heading): name for heading, name in mapping.items()}
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        heading = normal(cell)
        name = wished.get(heading) or next(
            (name for name, words in FIELDS.items() if heading in words), None
        )
        if name is None and heading in _SHARE:
            name = "value"
        if name is not None and name not in found:
            found[name] = column
    return found


def _cell(row: tuple[str, ...], column: int) -> str:
    return clean(row[column]).strip() if column < len(row) else ""


def _reading(
    told: Mapping[str, str], title: str, order: Order | None, place: Place
) -> ReadingDraft:
    day = parse(told["day"], order)
    if day is None:
        raise ValueError(f"“{told['day']}” is not a day that can be read in one way only")
    count, base = (_whole(told.get(name, ""), name) for name in ("count", "base"))
    if count is not None and base is not None and count > base:
        raise ValueError(f"{count} of {base} is more than everybody")
    return ReadingDraft(
        told.get("measure") or title, day.isoformat(), place, told.get("group", ""), count, base,
        _figure(told.get("value", "")), told.get("remark", ""),
    )  # fmt: skip


def _whole(text: str, name: str) -> int | None:
    if not text:
        return None
    figure = number(text)
    if figure is None or figure != int(figure) or figure < 0:
        raise ValueError(f"“{text}” is no number of people ({name})")
    return int(figure)


def _figure(text: str) -> str:
    if not text:
        return ""
    bare = text.removesuffix("%").strip()
    figure = number(bare)
    if figure is None:
        raise ValueError(f"“{text}” is no figure")
    return f"{figure:.15g}"
