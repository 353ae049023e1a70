"""A returned file as plain cells, and whose export it says it is."""

import hashlib
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from changedesk.exchange.child import RETURNED, UNMARKED
from changedesk.exchange.reader import TIME_LIMIT, child_command, child_environment
from changedesk.exchange.references import Cell as Position
from changedesk.exchange.returns.telling import parse_line
from changedesk.exchange.sheets import Area
from changedesk.office.identity import META_SHEET, Identity, Meta, parse_identity, parse_meta
from changedesk.store.errors import EnvironmentProblem, UserError

CellValue = str | float | bool | date
"""A cell as it stands in the file; an empty one is the empty text."""


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A sheet of a returned file. Rows count from 1, columns from 0."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[Area, ...] = ()
    formulas: frozenset[Position] = frozenset()
    errors: frozenset[Position] = frozenset()


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A returned file. `identity` is None when every mark was stripped from it.

    `carriers` name the places that still told it; `saved` is when some program saved it last, in
    its own words, `saved_by` by whom, `made_by` who exported it.
    """

    path: Path
    digest: str
    kind: str
    identity: Identity | None
    carriers: tuple[str, ...]
    meta: Meta
    sheets: tuple[ReturnedSheet, ...]
    saved: str = ""
    saved_by: str = ""
    made_by: str = ""

    @property
    def saved_ms(self) -> int | None:
        """Return when it was saved last, in milliseconds; None where it does not say."""
        try:
            found = datetime.fromisoformat(self.saved.replace("Z", "+00:00"))
        except ValueError:
            return None
        return int(found.timestamp() * 1000) if found.tzinfo else None


def read_returned(
    path: Path, *, marks: bool = True, command: Sequence[str] | None = None
) -> ReturnedFile:
    """Read a returned file in a child process; without `marks` only what people see of it.

    Raises UserError, in a sentence, for a file that is refused, and when the marks of two exports
    are in it.
    """
    path = Path(path)
    words = [*(command or child_command()), RETURNED, *(() if marks else (UNMARKED,))]
    answer = _answer(path, words)
    head, *rest = answer
    sheets = tuple(_sheets(rest))
    meta = parse_meta(next((one.rows for one in sheets if one.name == META_SHEET), ()))
    told = [
        (str(carrier), parse_identity(line, seal))
        for carrier, line, seal in head.get("carriers", ())
    ]
    told.append(("hidden sheet", meta.identity))
    known = [(carrier, one) for carrier, one in told if one is not None]
    if len({(one.export_id, one.workspace_uid, one.kind) for _, one in known}) > 1:
        raise UserError(
            f"{path.name} carries the marks of two different exports: open it and see which table "
            "was copied into it, or export afresh."
        )
    return ReturnedFile(
        path,
        hashlib.sha256(path.read_bytes()).hexdigest(),
        head["file"],
        known[0][1] if known else None,
        tuple(carrier for carrier, _ in known),
        meta,
        tuple(one for one in sheets if one.name != META_SHEET),
        head.get("saved", ""),
        head.get("saved_by", ""),
        head.get("made_by", ""),
    )


def _answer(path: Path, words: Sequence[str]) -> list[Any]:
    try:
        child = subprocess.run(
            [*words, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIME_LIMIT,
            env=child_environment(),
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if os.name == "nt" else 0,
        )
    except subprocess.TimeoutExpired:
        raise UserError(
            f"{path.name} was not read, because that took longer than {TIME_LIMIT:.0f} seconds; "
            "save it again in Excel or split it."
        ) from None
    except OSError as error:
        raise EnvironmentProblem(
            f"The reader for {path.name} could not be started ({error.strerror})."
        ) from None
    lines = [parse_line(line) for line in child.stdout.splitlines() if line.endswith(b"}")]
    last = lines[-1] if lines else {}
    if "refused" in last:
        family = EnvironmentProblem if last["family"] == "EnvironmentProblem" else UserError
        raise family(str(last["refused"]))
    if "done" not in last:
        raise UserError(
            f"{path.name} was not read, because it breaks the program that reads workbooks or "
            "needs too much memory; open it in Excel or LibreOffice and save it as .xlsx."
        )
    return lines[:-1]


def _sheets(messages: Sequence[Any]) -> Iterator[ReturnedSheet]:
    found: list[tuple[Any, list[tuple[CellValue, ...]]]] = []
    for message in messages:
        if "sheet" in message:
            found.append((message, []))
        elif "rows" in message:
            found[-1][1].extend(map(tuple, message["rows"]))
    for head, rows in found:
        yield ReturnedSheet(
            head["sheet"],
            tuple(rows),
            tuple((a, b, c, d) for a, b, c, d in head.get("merged", ())),
            frozenset((row, column) for row, column in head.get("formulas", ())),
            frozenset((row, column) for row, column in head.get("errors", ())),
        )
