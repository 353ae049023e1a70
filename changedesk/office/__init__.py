"""The Excel and Word toolkit: it knows layouts, never an area and never a database.

Importing this package is cheap: openpyxl, python-docx and the layouts are loaded on use.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from changedesk.office.identity import Identity
    from changedesk.office.layout import Document, Workbook, WrittenFile

Progress = Callable[[int, int], None]
"""Called with (rows done, rows in all); in all is 0 where it is unknown. Raise to cancel."""


def write_workbook(
    workbook: "Workbook", path: Path | str, progress: Progress | None = None
) -> "WrittenFile":
    """Write `workbook` as .xlsx, whole or not at all. Raises EnvironmentProblem or UserError."""
    from changedesk.office.excel import write_workbook as write  # noqa: PLC0415 - on use

    return write(workbook, Path(path), progress)


def write_document(
    document: "Document", path: Path | str, progress: Progress | None = None
) -> "WrittenFile":
    """Write `document` as .docx, whole or not at all. Raises EnvironmentProblem or UserError."""
    from changedesk.office.word import write_document as write  # noqa: PLC0415 - on use

    return write(document, Path(path), progress)


def content_digest(path: Path | str) -> str:
    """Return the digest of what an .xlsx or .docx says, read back from the file."""
    from changedesk.office.seal import content_digest as digest  # noqa: PLC0415 - on use

    return digest(Path(path))


def read_identity(path: Path | str) -> "Identity | None":
    """Return who made this file, or None when it is not one of ours."""
    from changedesk.office.carriers import read_identity as read  # noqa: PLC0415 - on use

    return read(Path(path))
