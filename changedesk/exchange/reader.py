"""Reads a foreign file in a child process, so that no file can hang or crash the program."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.trees import build
from changedesk.store.errors import EnvironmentProblem, UserError

CHILD_FLAG = "--read-foreign-file"
"""What a frozen program is started with to act as the child: `changedesk.exchange.child.main`."""

TIME_LIMIT = 60.0


def child_command() -> list[str]:
    """Return the command that starts the child: this Python, or this frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    return [sys.executable, "-m", "changedesk.exchange.child"]


def read_file(
    path: Path, *, command: Sequence[str] | None = None, time_limit: float = TIME_LIMIT
) -> ForeignFile:
    """Return the file's sheets as text, or its tree; `time_limit` in seconds.

    Raises `UserError` with one sentence for a file that is refused, too slow or breaks the reader.
    """
    path = Path(path)
    try:
        child = subprocess.run(
            [*(command or child_command()), str(path.absolute())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=time_limit,
            env=child_environment(),
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise UserError(
            f"{path.name} was not read, because that took longer than {time_limit:.0f} seconds; "
            "save it again in Excel or split it."
        ) from None
    except OSError as error:
        raise EnvironmentProblem(
            f"The reader for {path.name} could not be started ({error.strerror})."
        ) from None
    return assemble(path, child.stdout)


def child_environment() -> dict[str, str]:
    """Let the child find this very package, wherever the program was started from."""
    root = str(Path(__file__).resolve().parents[2])
    found = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{found}" if found else root}


def assemble(path: Path, output: bytes) -> ForeignFile:
    """Return the file that the child's answer describes; raise the refusal that it holds."""
    lines = [line for line in output.splitlines() if line.endswith(b"}")]
    last = json.loads(lines[-1]) if lines else {}
    if "refused" in last:
        family = EnvironmentProblem if last["family"] == "EnvironmentProblem" else UserError
        raise family(last["refused"])
    if "done" not in last:
        raise UserError(
            f"{path.name} was not read, because it breaks the program that reads workbooks or "
            "needs too much memory; open it in Excel or LibreOffice and save it as .xlsx."
        )
    messages = [json.loads(line) for line in lines]
    sheets: list[tuple[dict[str, Any], list[tuple[str, ...]]]] = []
    nodes: list[Any] = []
    for message in messages[1:-1]:
        if "nodes" in message:
            nodes += message["nodes"]
        elif "sheet" in message:
            sheets.append((message, []))
        else:
            sheets[-1][1].extend(map(tuple, message["rows"]))
    return ForeignFile(
        path,
        messages[0]["file"],
        tuple(_sheet(head, rows) for head, rows in sheets),
        tuple(messages[0]["notes"]),
        build(nodes),
    )


def _sheet(head: dict[str, Any], rows: list[tuple[str, ...]]) -> SheetData:
    return SheetData(
        name=head["sheet"],
        rows=tuple(rows),
        lines=tuple(head.get("lines", ())),
        merged=tuple((a, b, c, d) for a, b, c, d in head.get("merged", ())),
        hidden=head.get("hidden", False),
        formulas=frozenset((row, column) for row, column in head.get("formulas", ())),
        errors=frozenset((row, column) for row, column in head.get("errors", ())),
        worded=frozenset((row, column) for row, column in head.get("worded", ())),
        broken=tuple((index, why) for index, why in head.get("broken", ())),
        delimited=head.get("delimited", False),
        parted={(row, column): tuple(items) for row, column, items in head.get("parted", ())},
    )
