"""In the child: a returned file told cell by cell, with the kinds of its values and its marks."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from changedesk.exchange import guard
from changedesk.exchange.cells import CellValue, as_text, clean_cell, cleaned_row
from changedesk.exchange.child import Message, messages
from changedesk.exchange.kinds_of_file import IN_WORDS
from changedesk.exchange.limits import LIMITS
from changedesk.office.carriers import read_carriers
from changedesk.office.identity import META_SHEET, identity_line
from changedesk.office.package import Package
from changedesk.store.errors import UserError

_ROWS_A_LINE = 500
_CORE = "docProps/core.xml"
_SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx"


def returned_messages(path: Path, *, marks: bool = True) -> Iterator[Message]:
    """Yield all that is to be told about a returned file; raise `UserError` for one not read.

    Without `marks` nothing is told of whose export it is.
    """
    inspection = guard.inspect(path)
    if inspection.kind == "text":
        yield from messages(path)
        return
    if inspection.kind not in {"xlsx", "xls", "ods"}:
        guard.refuse(
            path, f"it is {IN_WORDS[inspection.kind]}, and only a workbook comes back", _SAVE_AS
        )
    yield {"file": inspection.kind, "notes": [], **(_marks(path, inspection.kind) if marks else {})}
    yield from _sheets(path, inspection, marks=marks)
    yield {"done": True}


def _marks(path: Path, kind: str) -> Message:
    if kind != "xlsx":
        return {}
    try:
        found = read_carriers(path, sheets=False)
        with Package(path) as package:
            core = package.tree(_CORE) if package.has(_CORE) else None
    except UserError:
        return {}
    told = {} if core is None else {_local(item.tag): item.text or "" for item in core}
    return {
        "carriers": [[carrier, identity_line(one), one.seal] for carrier, one in found],
        "saved": told.get("modified", ""),
        "saved_by": clean_cell(told.get("lastModifiedBy", "")),
        "made_by": clean_cell(told.get("creator", "")),
    }


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _sheets(path: Path, inspection: guard.Inspection, *, marks: bool) -> Iterator[Message]:
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
    )

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            for meta in book.sheets_metadata:
                if meta.typ != SheetTypeEnum.WorkSheet or (meta.name == META_SHEET and not marks):
                    continue
                sheet = book.get_sheet_by_name(meta.name)
                facts = inspection.facts.get(meta.name)
                yield {
                    "sheet": meta.name,
                    "merged": [
                        (a[0] + 1, a[1], b[0] + 1, b[1]) for a, b in sheet.merged_cell_ranges or ()
                    ],
                    "formulas": sorted(facts.formulas) if facts else [],
                    "errors": sorted(facts.errors) if facts else [],
                }
                rows = (_cells(path, row) for row in sheet.to_python(skip_empty_area=False))
                while piece := list(islice(rows, _ROWS_A_LINE)):
                    yield {"rows": piece}
    except PasswordError:
        guard.refuse(path, "it is locked with a password", "take the password off and save it")
    except CalamineError:
        guard.refuse(path, "its sheets cannot be made sense of", _SAVE_AS)
    except MemoryError:
        guard.refuse(path, "it needs more memory than a workbook may", "split it")


def _cells(path: Path, row: Sequence[CellValue]) -> list[object]:
    cells = cleaned_row(row, _told)
    while cells and cells[-1] == "":
        cells.pop()
    if len(cells) > LIMITS.row_cells:
        guard.refuse(path, f"a row of it fills {len(cells):,} columns", "leave only our columns")
    return cells


def _told(value: CellValue) -> object:
    if isinstance(value, bool | float):
        return value
    if isinstance(value, datetime) and value.time() == time(0):
        return {"day": value.date().isoformat()}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"day": value.isoformat()}
    if isinstance(value, int):
        return float(value)
    return {"moment": as_text(value)}


def parse_line(line: bytes) -> Message:
    """Read one line of the child back; days become dates."""
    found: Message = json.loads(line, object_hook=_day)
    return found


def _day(told: dict[str, object]) -> object:
    if len(told) == 1 and "day" in told:
        return date.fromisoformat(str(told["day"]))
    if len(told) == 1 and "moment" in told:
        return str(told["moment"])
    return told
