"""What a command says: its report on standard output, everything else on standard error."""

import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

NEEDS_A_PERSON = 1
NOT_DONE = 2


class Unreported(Exception):
    """The report of what was done could not be written."""


def prepare_streams() -> None:
    """Let no sign fail that the terminal cannot show, and no file take a closed stream's place."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # The next file to be opened would get this number, and our words would go into it.
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def report(as_json: bool, facts: dict[str, Any], lines: Iterable[str]) -> None:
    """Write the report: one JSON object, or lines for people."""
    if as_json:
        write_out(json.dumps(facts))
    else:
        for line in lines:
            write_out(line)


def write_out(line: str) -> None:
    """Write a line of the report; somebody who stopped reading is no fault."""
    _write(sys.stdout, line)


def tell(sentence: str) -> None:
    """Write one plain line for the user to standard error."""
    _write(sys.stderr, one_line(sentence))


def _write(stream: TextIO | None, line: str) -> None:
    if stream is None:  # it was closed before the program began
        return
    try:
        print(line, file=stream, flush=True)
    except OSError as error:
        # What follows goes nowhere, so that the end of the program does not stumble over it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if stream is sys.stdout and not isinstance(error, BrokenPipeError):
            raise Unreported(error.strerror or str(error)) from error


def one_line(text: str) -> str:
    """Return a text as one line that no terminal takes for a command."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))


def plain(text: str) -> str:
    """Return a text for a column of a report, at most some dozen words of it."""
    line = one_line(text)
    return line if len(line) <= 100 else f"{line[:99]}…"


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def moment(ms: int | None) -> str:
    """Return a moment as ISO text in UTC, as JSON carries it."""
    if ms is None:
        return ""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")


class ProgressLine:
    """Shows on a terminal how far long work is; elsewhere it is silent."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._last = ""

    def __call__(self, done: int, in_all: int) -> None:
        """Take the next figure."""
        if not self._shown or not in_all:
            return
        text = f"\r{self._what}: {100 * done // in_all} %"
        if text != self._last:
            self._last = text
            sys.stderr.write(text if done < in_all else f"{text}\n")
            sys.stderr.flush()
