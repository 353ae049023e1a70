"""Finds out what kind of file a person has brought, and reads it.

A further format is a further entry in the lists of `tools`; the first one that knows the file
reads it.
"""

from pathlib import Path

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.change import files as change_files
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.drafts import Import, ScriptImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.scripts import scripts_of
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools import table_tools, tree_tools
from changedesk.office.identity import META_SHEET, parse_meta
from changedesk.store.errors import UserError


def _has_sheets(file: ForeignFile) -> bool:
    return any(sheet.rows for sheet in file.sheets)


def _read_sheets(file: ForeignFile, asked: Asked) -> ScriptImport:
    return scripts_of(
        file,
        sheet=asked.sheet,
        mapping=asked.mapping,
        take=asked.take,
        answers=asked.answers,
        date_order=asked.date_order,
    )


OWN_SHEET = Recogniser("scripts", "somebody's own sheet of test scripts", _has_sheets, _read_sheets)

RECOGNISERS: tuple[Recogniser, ...] = (
    *tree_tools.RECOGNISERS,
    *table_tools.RECOGNISERS,
    *change_files.RECOGNISERS,
    OWN_SHEET,
    *table_tools.ASKED_FOR,
    *change_files.ASKED_FOR,
)
"""In the order in which they are asked: tools with exact headings before sheets of any shape."""


_LOOKED_FOR = {
    kind: f" It looks for a row of headings, one row for each below it: {headings}."
    for kind, headings in (
        ("stakeholders", "such as Stakeholder, Power, Interest, Attitude"),
        ("impacts", "such as Change, Group, Today, Tomorrow, Severity"),
        ("communications", "such as Audience, Message, Channel, When, Sender"),
        ("training", "such as Group, Skill, Level, or Course, Date, Start, Place"),
        ("attendance", "such as Name, Course, Status, Date"),
        ("roster", "such as Name, Date, Start, End, or Name and a column for each day"),
    )
}


_FILLED_IN = frozenset({"uat-workbook", "impact-workbook", "training-workbook", "attendance-sheet"})
"""Documents of ours whose cells are compared when they come back; read as tables they are others'
scripts and results, made a second time."""


def _refuse_returned(file: ForeignFile) -> None:
    rows = next((sheet.rows for sheet in file.sheets if sheet.name == META_SHEET), ())
    identity = parse_meta(rows).identity
    if identity is not None and identity.kind in _FILLED_IN:
        raise UserError(
            f"{file.path.name} was made by ChangeDesk as {identity.kind} and is no table to "
            "import: what was filled in comes back with “receive”, or when the file is dropped on "
            "the window."
        )


def recognise_file(file: ForeignFile, kind: str | None = None) -> Recogniser:
    """Return who reads the file; raise `UserError` where nobody does. `kind` narrows the choice.

    A workbook that ChangeDesk made to be filled in is refused unless somebody names a kind.
    """
    if kind is None:
        _refuse_returned(file)
    # Who names a kind of the change side wants that alone, whatever else the file holds.
    named = kind in change_files.KINDS
    for recogniser in change_files.ASKED_FOR if named else RECOGNISERS:
        if kind in {None, recogniser.kind} and recogniser.knows(file):
            return recogniser
    known = sorted({recogniser.kind for recogniser in RECOGNISERS})
    if kind is not None and kind not in known:
        raise UserError(
            f"{file.path.name} was not read: this version reads {', '.join(known)}, not {kind}."
        )
    if kind is not None and _has_sheets(file):
        raise UserError(
            f"{file.path.name} was not read, because nothing in it can be read as {kind}; "
            "choose another kind or another file."
            f"{_LOOKED_FOR.get(kind, '')}"
        )
    raise UserError(f"{file.path.name} was not read, because it holds no row; choose another file.")


def read_any(
    path: Path, kind: str | None = None, asked: Asked | None = None
) -> Import | ChangeImport:
    """Read a file of any known kind; raise `UserError` with one sentence for any other."""
    file = read_file(Path(path))
    return recognise_file(file, kind).read(file, asked or Asked())
