# ruff: noqa: E501 - wide letters count double there
"""Reads rosters: one row for a person and a day, or a grid of persons by days with codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, kept_values, titled
from changedesk.exchange.change.people_rows import facts_in, group_in, person_in
from changedesk.exchange.change.shifts import EXPLAINED, Shift, legend_of, shift_of, time_in
from changedesk.exchange.change.tables import ChangeTable, TableRow, filled, place, table_rows
from changedesk.exchange.change.words import ROSTER
from changedesk.exchange.drafts import RowNote
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import SheetData

_DAY_NUMBER = re.compile(r"(?:\D{0,12}\s)?(\d{1,2})\.?(?:\s\D{0,12})?")
_FEWEST_DAYS = 5
_MONTHS = (
    "jan", "feb", "mar|mär|märz|fév", "apr|avr|abr", "may|mai", "jun|juin", "jul|juil", "aug|ago|août", "sep|set", "oct|okt|out", "nov", "dec|dez|déc|dic",
)  # fmt: skip
_RUSSIAN = ("янв", "фев", "мар", "апр", "ма[йя]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


@dataclass(frozen=True)
class Grid:
    """A grid of persons by days: its table of persons, and the day of each further column."""

    table: ChangeTable
    days: Mapping[int, date]


def read_roster(table: ChangeTable, work: Gathering) -> None:
    """Take one row for a person and a day."""
    rows = list(table_rows(table, work.tally))
    order = work.asked.date_order or dates.order_of(row.text("day") for row in rows)[0]
    legend = legend_of(table.sheet, table.last + 1)
    for row in rows:
        person = person_in(row)
        if not person:
            work.reject(row, "it names nobody")
            continue
        when = row.text("day")
        day = dates.parse(when, order)
        if day is None:
            either = dates.looks_like_date(when)
            work.reject(row, "day and month of its date could be either way round" if either
                        else f"“{titled(when)}” is no date")  # fmt: skip
            continue
        shift, why = _row_shift(row, legend, work)
        if shift is None:
            work.skip(row, why) if why == "it gives no shift" else work.reject(row, why)
            continue
        work.made(_duty(row, person, day, shift))


def _row_shift(
    row: TableRow, legend: Mapping[str, Shift], work: Gathering
) -> tuple[Shift | None, str]:
    starts, ends = time_in(row.text("starts")), time_in(row.text("ends"))
    text = row.text("shift")
    said = shift_of(text, legend, work) if text else None
    if starts is not None and ends is not None:
        away = said is not None and said.kind == "away"
        return Shift("away" if away else "work", starts, ends if ends > starts else ends + 1440), ""
    if row.text("starts") or row.text("ends"):
        return None, "its times of day cannot be read"
    if said is None and text:
        work.ask("shift", text, row.where)
        return None, f"the code “{titled(text)}” is explained nowhere in the file"
    return said, "it gives no shift"


def _duty(row: TableRow, person: str, day: date, shift: Shift) -> ChangeDraft:
    values = kept_values(
        day=day.isoformat(), kind=shift.kind, starts=shift.starts, ends=shift.ends
    )  # fmt: skip
    return ChangeDraft(
        "duty", f"{person}, {day.isoformat()}", row.where, "", "", values | facts_in(row),
        {"person": (person,), "group": group_in(row)},
    )  # fmt: skip


# -- grids ----------------------------------------------------------------------------------------


def find_grid(sheet: SheetData) -> Grid | None:
    """Return the grid of persons by days in a sheet, if it holds one."""
    for index, row in enumerate(sheet.rows[:20]):
        days = _days(sheet, index)
        if len(days) < _FEWEST_DAYS:
            continue
        first = min(days)
        headings = tuple(text.strip() if column < first else "" for column, text in enumerate(row))
        if not any(headings) and index:
            above = sheet.rows[index - 1]
            headings = tuple(
                above[c].strip() if c < min(first, len(above)) else "" for c in range(len(row))
            )
        fields = {
            column: name for column, text in enumerate(headings)
            if text and (name := ROSTER.field(normal(text))) and name not in {"day", "shift", "starts", "ends"}
        }  # fmt: skip
        if not {"person", "staff_id", "last"} & set(fields.values()):
            if first == 0:
                continue
            fields[0] = "person"
        # A second line of weekdays belongs to the heading.
        last = index + 1 if _is_weekdays(sheet, index + 1, days) else index
        top = index - 1 if index and _is_weekdays(sheet, index - 1, days) else index
        table = ChangeTable(sheet, ROSTER, top, last, headings, fields, float(len(days)))
        return Grid(table, days)
    return None


def _is_weekdays(sheet: SheetData, index: int, days: Mapping[int, date]) -> bool:
    if not 0 <= index < len(sheet.rows):
        return False
    row = sheet.rows[index]
    texts = [row[column].strip() for column in days if column < len(row) and row[column].strip()]
    repeats = len(set(texts)) <= 7 < len(texts) + 1 and all(1 <= len(t) <= 10 for t in texts)
    named = sum(bool(row[c].strip()) for c in range(min(*days, len(row))))
    return len(texts) >= 0.8 * len(days) and repeats and not named


def _days(sheet: SheetData, index: int) -> dict[int, date]:
    row = sheet.rows[index]
    texts = {column: text.strip() for column, text in enumerate(row) if text.strip()}
    order = dates.order_of(texts.values())[0]
    days = {
        c: day
        for c, text in texts.items()
        if (day := dates.parse(text.split("\n")[-1], order) or dates.parse(text, order))
    }
    if len(days) >= _FEWEST_DAYS:
        return days
    month = _month(sheet, index)
    if month is None:
        return {}
    numbers = {
        c: int(m[1])
        for c, text in texts.items()
        if (m := _DAY_NUMBER.fullmatch(" ".join(text.split())))
    }
    columns = sorted(numbers)
    if len(columns) < _FEWEST_DAYS or [numbers[c] for c in columns] != list(
        range(numbers[columns[0]], numbers[columns[0]] + len(columns))
    ):
        return {}
    try:
        return {c: month.replace(day=numbers[c]) for c in columns}
    except ValueError:
        return {}


def _month(sheet: SheetData, index: int) -> date | None:
    """Return the month that the sheet's name or a row above its days names."""
    above = [text for row in sheet.rows[:index] for text in row if text.strip()]
    for text in [*above, sheet.name, *sheet.rows[index][:3]]:
        folded_text = text.casefold()
        year = re.search(r"\b(20\d{2})\b", folded_text)
        if not year:
            continue
        if numbers := re.search(
            r"\b(20\d{2})[-/.](\d{1,2})\b|\b(\d{1,2})[-/.](20\d{2})\b", folded_text
        ):
            number = int(numbers[2] or numbers[3])
            if 1 <= number <= 12:
                return date(int(year[1]), number, 1)
        for number, (latin, russian) in enumerate(zip(_MONTHS, _RUSSIAN, strict=True), start=1):
            if re.search(rf"\b(?:{latin}|{russian})", folded_text):
                return date(int(year[1]), number, 1)
    return None


def read_grid(grid: Grid, work: Gathering) -> None:
    """Take each person's row: a duty for each day that has a code; blank days say nothing."""
    table = grid.table
    codes = legend_of(table.sheet, table.last + 1)
    end = _end_of_grid(grid, codes)
    for index, cells in enumerate(table.sheet.rows):
        if not filled(cells):
            continue
        work.tally.read += 1
        where = place(table.sheet, index)
        if index < table.first or index >= end:
            above = "it stands above the roster" if index < table.first else "a legend or a note"
            work.tally.skipped.append(RowNote(where, above))
            continue
        if index <= table.last:
            work.tally.skipped.append(RowNote(where, "heading"))
            continue
        row = TableRow(table, index, where, tuple(text.strip() for text in cells))
        _grid_row(row, grid, codes, work)


def _grid_row(row: TableRow, grid: Grid, codes: Mapping[str, Shift], work: Gathering) -> None:
    person = person_in(row)
    cells = [
        (day, row.texts[c]) for c, day in grid.days.items() if c < len(row.texts) and row.texts[c]
    ]
    if not person or not cells:
        if person:
            work.skip(row, "a title, or a person without a shift")
        else:
            work.skip(row, "it names nobody")
        return
    read = [(day, text, shift_of(text, codes, work)) for day, text in cells]
    strange = [text for _, text, shift in read if shift is None and work.kept.get(text) != ""]
    if strange:
        for text in dict.fromkeys(strange):
            work.ask("shift", text, row.where)
        listed = ", ".join(f"“{titled(text)}”" for text in dict.fromkeys(strange))
        work.reject(row, f"what {listed} means is explained nowhere in the file")
        return
    work.made(*(_duty(row, person, day, shift) for day, _, shift in read if shift is not None))


def _end_of_grid(grid: Grid, codes: Mapping[str, Shift]) -> int:
    rows, table = grid.table.sheet.rows, grid.table
    end = table.last + 1
    for index in range(table.last + 1, len(rows)):
        row = rows[index]
        days = sum(c < len(row) and bool(row[c].strip()) for c in grid.days)
        first = next((text.strip() for text in row if text.strip()), "")
        explains = days <= 2 and (
            first.casefold() in codes or bool(EXPLAINED.fullmatch(first) and "=" in first)
        )
        if days and not explains:
            end = index + 1
    return end
