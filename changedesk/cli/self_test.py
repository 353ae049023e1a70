"""Runs checks one after the other in a folder that is removed, and tells what each found."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from changedesk import __version__
from changedesk.cli.output import one_line
from changedesk.store.installation import HOME_VARIABLE

# Where this program keeps its own data, and where the libraries that draw keep theirs.
_PLACES = {HOME_VARIABLE: "home", "XDG_CACHE_HOME": "cache"}


class Unfit(Exception):
    """A check found that something does not work; the text says what."""


@dataclass(frozen=True)
class Check:
    """One thing that has to work: `run` does it in a folder and returns what it found."""

    name: str
    run: Callable[[Path], str]


@dataclass(frozen=True)
class Outcome:
    """What came of a check; `found` is the reason where it failed."""

    name: str
    ok: bool
    found: str
    seconds: float


def require(holds: bool, why: str) -> None:
    """Raise `Unfit` unless it holds."""
    if not holds:
        raise Unfit(why)


@contextmanager
def away_from_home() -> Iterator[Path]:
    """Give a folder to try things in, with the user's own data out of reach; it is removed."""
    mask = os.umask(0o077)
    with tempfile.TemporaryDirectory(prefix="ChangeDesk Prüfung ") as name:
        before = {variable: os.environ.get(variable) for variable in _PLACES}
        for variable, folder in _PLACES.items():
            os.environ[variable] = str(Path(name, folder))
        try:
            yield Path(name)
        finally:
            os.umask(mask)
            for variable, value in before.items():
                if value is None:
                    del os.environ[variable]
                else:
                    os.environ[variable] = value


def outcomes(checks: Iterable[Check], folder: Path) -> Iterator[Outcome]:
    """Yield what came of each check; one that fails does not stop the next."""
    for check in checks:
        begun = time.monotonic()
        try:
            ok, found = True, check.run(folder)
        except Unfit as reason:
            ok, found = False, str(reason)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is the answer
            ok, found = False, f"{type(error).__name__}: {error}"
        yield Outcome(check.name, ok, one_line(found), round(time.monotonic() - begun, 2))


def run_checks(checks: Iterable[Check], *, as_json: bool, report: Path | None = None) -> int:
    """Run the checks and tell line by line, or as one JSON object; return 0, or 1 for a failure.

    The report goes to a file where one is named: a program without a console has no other place.
    """
    out = report.open("w", encoding="utf-8") if report else None
    told: list[Outcome] = []
    try:
        with away_from_home() as folder:
            for outcome in outcomes(checks, folder):
                told.append(outcome)
                if not as_json:
                    mark = "ok    " if outcome.ok else "FAILED"
                    _tell(out, f"{mark}  {outcome.name:<12}  {outcome.found}")
        failed = [outcome for outcome in told if not outcome.ok]
        if as_json:
            facts = {"version": __version__, "ok": not failed, "checks": list(map(asdict, told))}
            _tell(out, json.dumps(facts, ensure_ascii=False))
        else:
            took = sum(outcome.seconds for outcome in told)
            verdict = f"{len(failed)} of {len(told)} checks FAILED" if failed else "All is well"
            _tell(out, f"{verdict}: {len(told) - len(failed)} checks passed in {took:.1f} s")
    finally:
        if out is not None:
            out.close()
    return 1 if failed else 0


def _tell(out: TextIO | None, line: str) -> None:
    stream = out or sys.stdout
    if stream is not None:  # a program without a console has none
        stream.write(f"{line}\n")
        stream.flush()
