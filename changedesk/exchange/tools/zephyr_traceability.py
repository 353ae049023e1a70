"""Zephyr's traceability report as a workbook: requirements, their tests, executions, defects."""

import re

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import (
    Account,
    RequirementDraft,
    RequirementImport,
    SheetNote,
)
from changedesk.exchange.named_tables import rows_of, untitled
from changedesk.exchange.script_rows import SourceKeys, content_key
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import told
from changedesk.exchange.tools.grid import Grid, Ledger, find_grid, group_rows, needs

_SOURCE = "Zephyr traceability report"
_FITS = needs(("requirements", "requirement"), ("tests", "test cases"), "executions", "defects")
_NAMED = re.compile(
    r"\s*(?P<key>[^\s,;]+-[A-Za-z]{0,2}\d+)(?:\s*[-–:]\s+(?P<title>.+))?", re.DOTALL
)
_DEFECTS = re.compile(r"\s+[-–]\s+\d+\s+defects?\s*$", re.IGNORECASE)


def knows(file: ForeignFile) -> bool:
    """Tell the report by its four headings."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> RequirementImport:
    """Return the requirements with the tests that cover them; "None" means none."""
    ledger = Ledger()
    keys = SourceKeys()
    found: list[RequirementDraft] = []
    sheets: list[SheetNote] = []
    for sheet in file.sheets:
        grid = find_grid(sheet, _FITS)
        taken = grid is not None and asked.sheet in {None, sheet.name}
        why = (
            "" if taken else "another sheet was chosen" if grid else "it is not the report's table"
        )
        kind = "requirements" if grid else "unknown"
        sheets.append(
            SheetNote(sheet.name, kind, rows_of(sheet), taken, why, sheet.hidden)  # type: ignore[arg-type]
        )
        if grid is None or not taken:
            continue
        groups = group_rows(grid, ledger, _begins)
        found.extend(_requirement(grid, rows, keys) for rows in groups)
    return RequirementImport(
        file=file.path.name,
        source=_SOURCE,
        requirements=tuple(found),
        account=Account(
            ledger.read,
            ledger.made,
            ledger.continuation,
            tuple(ledger.skipped),
            tuple(ledger.rejected),
        ),
        kind="traceability",
        system="zephyr",
        sheets=tuple(sheets),
        warnings=file.notes,
    )


def _begins(grid: Grid, row: int, first: int | None) -> bool | str:
    text = grid.get(row, "requirements", "requirement")
    if not text:
        return False
    if text.lower() == "none":
        return "its tests cover no requirement"
    return first is None or text != grid.get(first, "requirements", "requirement")


def _items(text: str) -> list[str]:
    return [item for part in text.split("\n") if (item := part.strip()) and item.lower() != "none"]


def _key(text: str) -> tuple[str, str]:
    """Return key and title of a cell "KEY - title"."""
    text = _DEFECTS.sub("", text)
    match = _NAMED.fullmatch(text)
    return (match["key"], (match["title"] or "").strip()) if match else ("", text.strip())


def _requirement(grid: Grid, rows: list[int], keys: SourceKeys) -> RequirementDraft:
    ident, title = _key(grid.get(rows[0], "requirements", "requirement"))
    cells = [item for row in rows for item in _items(grid.get(row, "tests", "test cases"))]
    tests = tuple(dict.fromkeys(_key(item)[0] or item for item in cells))
    notes = [
        (heading, item)
        for heading in ("Executions", "Defects")
        for row in rows
        for item in _items(grid.get(row, heading.lower()))
    ]
    return RequirementDraft(
        source_id=ident,
        source_key=keys.take(ident or content_key("", title, ()), grid.sheet.name),
        title=" ".join(title.split()) or ident or untitled(grid.place(rows[0])),
        where=grid.place(rows[0]),
        tests=tests,
        further=told(notes),
    )


RECOGNISER = Recogniser("traceability", _SOURCE, knows, read)
