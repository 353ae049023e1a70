"""Finds out what kind of file a person has brought, and reads it.

A further format is a further entry in `RECOGNISERS`; the first one that knows the file reads it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.scripts import scripts_of
from changedesk.exchange.sheets import ForeignFile
from changedesk.store.errors import UserError


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One format: the kind of records it makes, its name for a person, how to tell and read it."""

    kind: str
    source: str
    knows: Callable[[ForeignFile], bool]
    read: Callable[[ForeignFile], ScriptImport]


def _has_sheets(file: ForeignFile) -> bool:
    return any(sheet.rows for sheet in file.sheets)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser("scripts", "somebody's own sheet of test scripts", _has_sheets, scripts_of),
)
"""In the order in which they are asked: tools with exact headings before sheets of any shape."""


def recognise_file(file: ForeignFile, kind: str | None = None) -> Recogniser:
    """Return who reads the file; raise `UserError` where nobody does. `kind` narrows the choice."""
    for recogniser in RECOGNISERS:
        if kind in {None, recogniser.kind} and recogniser.knows(file):
            return recogniser
    kinds = ", ".join(sorted({recogniser.kind for recogniser in RECOGNISERS}))
    if kind is not None and kind not in {recogniser.kind for recogniser in RECOGNISERS}:
        raise UserError(f"{file.path.name} was not read: this version reads {kinds}, not {kind}.")
    raise UserError(f"{file.path.name} was not read, because it holds no row; choose another file.")


def read_any(path: Path, kind: str | None = None) -> ScriptImport:
    """Read a file of any known kind; raise `UserError` with one sentence for any other."""
    file = read_file(Path(path))
    return recognise_file(file, kind).read(file)
