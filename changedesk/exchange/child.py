"""The process that reads a foreign file: guarded, bounded in memory, and easy to kill.

Run as `python -m changedesk.exchange.child FILE` (with `RETURNED` before the name for a workbook of
ours: its cells keep their kinds then); it answers in JSON lines on standard output: one `file`
line, then for each sheet one `sheet` line and its `rows`, for a tree its `nodes`, at
last `done`; or one `refused` line with the sentence for the person.
"""

import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from changedesk.exchange import guard
from changedesk.exchange.delimited import NotText, decode, parse
from changedesk.exchange.gherkin_text import begins_as_gherkin, gherkin_tree
from changedesk.exchange.kinds_of_file import IN_WORDS
from changedesk.exchange.limits import LIMITS
from changedesk.exchange.sheets import Area, workbook_sheets
from changedesk.exchange.trees import Told, tell_node, tell_xml
from changedesk.exchange.xmlscan import TooMuch
from changedesk.store.errors import ChangeDeskError

MEMORY_BYTES = 900_000_000
_ROWS_A_LINE = 500
_SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx or .csv"

RETURNED = "--returned"
"""Asks for the cells as they are, and for the marks of our own export."""
UNMARKED = "--unmarked"
"""Asks, behind `RETURNED`, to leave those marks out."""

Message = dict[str, object]


def main(arguments: list[str]) -> int:
    """Read the file named by the last argument; return 0, or 3 after a refusal."""
    bound_memory(MEMORY_BYTES)
    gc.disable()  # it lives for seconds and makes no circles
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    try:
        for message in _told(arguments):
            sys.stdout.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")) + "\n")
    except ChangeDeskError as error:
        family = type(error).__name__
        sys.stdout.write(json.dumps({"refused": str(error), "family": family}) + "\n")
        return 3
    finally:
        sys.stdout.flush()
    return 0


def _told(arguments: list[str]) -> Iterator[Message]:
    path = Path(arguments[-1])
    if RETURNED not in arguments:
        return messages(path)
    from changedesk.exchange.returns.telling import returned_messages  # noqa: PLC0415

    return returned_messages(path, marks=UNMARKED not in arguments)


def bound_memory(limit: int) -> None:
    """Bound this process's memory where the system can; elsewhere the guard alone does it."""
    if os.name == "nt":
        return
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def messages(path: Path) -> Iterator[Message]:
    """Yield all that is to be told about the file; raise `UserError` for one not to be read."""
    inspection = guard.inspect(path)
    if inspection.kind == "text":
        yield from _text_messages(path)
    elif inspection.kind == "xml":
        yield from _xml_messages(path)
    elif inspection.kind in {"xlsx", "xls", "ods"}:
        notes = []
        if not inspection.facts_known:
            notes.append(
                "In an old .xls workbook a typed result cannot be told from a calculated one; "
                "results were taken as they are shown."
            )
        yield {"file": inspection.kind, "notes": notes}
        yield from _workbook_messages(path, inspection)
    elif inspection.kind == "docx":
        yield from _word_messages(path)
    else:
        guard.refuse(
            path, f"it is {IN_WORDS[inspection.kind]}", _REMEDIES.get(inspection.kind, _SAVE_AS)
        )
    yield {"done": True}


_NO_TABLE = "put what is to be read into a table, or into a workbook"
_NO_JSON = "export the scripts or results as CSV, XML or a workbook and take that"
_REMEDIES = {
    "zip": "unpack it and take the files in it one by one",
    "sqlite": "a ChangeDesk workspace is opened or merged, other tables are exported as CSV first",
    "empty": "choose the file that holds the rows",
    "workbook-locked": "open it in Excel, take the password off and save it again",
    "pdf": "ask for the workbook that it was made from",
    "picture": "ask for the workbook that it shows",
}


def _text_messages(path: Path) -> Iterator[Message]:
    data = path.read_bytes()
    tree: list[Told] = []
    try:
        decoded, notes = decode(data)
        if begins_as_gherkin(decoded):
            tree = list(tell_node(gherkin_tree(decoded)))
        if not tree and _is_json(decoded):
            guard.refuse(
                path, "it is JSON, and results in JSON are not read by this version", _NO_JSON
            )
        text = parse(data)
    except NotText as reason:
        if tree:
            yield {"file": "text", "notes": notes}
            yield {"nodes": tree}
            return
        guard.refuse(path, str(reason), 'save it again as "CSV UTF-8"')
    yield {"file": "text", "notes": text.notes}
    if tree:
        yield {"nodes": tree}
    yield {
        "sheet": "",
        "lines": text.lines,
        "broken": text.broken,
        "parted": text.parted,
        "delimited": True,
    }
    yield from _row_messages(_bounded(path, text.rows))


def _is_json(text: str) -> bool:
    """Tell JSON, such as the results of a test run, from text with separators."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _xml_messages(path: Path) -> Iterator[Message]:
    yield {"file": "xml", "notes": []}
    try:
        with path.open("rb") as file:
            for nodes in tell_xml(guard.pieces_of(file), LIMITS):
                yield {"nodes": nodes}
    except TooMuch as error:
        guard.refuse(path, str(error), guard.EXPORT_AGAIN)
    except MemoryError:
        guard.refuse(path, "it needs more memory than an export may", guard.EXPORT_AGAIN)


def _workbook_messages(path: Path, inspection: guard.Inspection) -> Iterator[Message]:
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415

    try:
        for head, rows in workbook_sheets(path, inspection.facts):
            yield {
                "sheet": head.name,
                "hidden": head.hidden,
                "merged": head.merged,
                "formulas": head.formulas,
                "errors": head.errors,
                "worded": head.worded,
            }
            yield from _row_messages(_bounded(path, rows))
    except PasswordError:
        guard.refuse(path, f"it is {IN_WORDS['workbook-locked']}", _REMEDIES["workbook-locked"])
    except CalamineError:
        guard.refuse(path, "its sheets cannot be made sense of", _SAVE_AS)
    except ValueError as reason:
        guard.refuse(path, str(reason), "shorten it")
    except MemoryError:
        guard.refuse(path, "it needs more memory than a workbook may", "split it")


def _word_messages(path: Path) -> Iterator[Message]:
    from changedesk.exchange.word_tables import word_tables  # noqa: PLC0415

    try:
        tables = list(word_tables(path))
    except TooMuch as error:
        guard.refuse(path, str(error), "copy its table into a workbook and take that")
    except MemoryError:
        guard.refuse(path, "it needs more memory than a document may", "split it")
    if not any(map(any, (row for table in tables for row in table.rows))):
        guard.refuse(path, "it is a Word document without a table", _NO_TABLE)
    yield {"file": "docx", "notes": []}
    for table in tables:
        yield {"sheet": table.name, "merged": [area for area in table.merged if _wide(area)]}
        yield from _row_messages(iter(table.rows))


def _wide(area: Area) -> bool:
    return area[0] != area[2] or area[1] != area[3]


def _bounded(path: Path, rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Hand rows on; no table that people keep fills thousands of columns."""
    for number, row in enumerate(rows, start=1):
        if len(row) > LIMITS.row_cells:
            filled = sum(map(bool, row))
            if filled > LIMITS.row_cells or len(row) > LIMITS.columns:
                wide = f"row {number:,} of it fills {max(filled, 1):,} of {len(row):,} columns"
                guard.refuse(
                    path,
                    f"{wide} and at most {LIMITS.row_cells:,} are read",
                    "leave only the columns that are needed",
                )
        yield row


def _row_messages(rows: Iterator[list[str]]) -> Iterator[Message]:
    while piece := list(islice(rows, _ROWS_A_LINE)):
        yield {"rows": piece}


if __name__ == "__main__":
    sys.exit(main(sys.argv))
