"""What a file is that was handed over: which kind of document of ours, or none."""

from pathlib import Path

from changedesk.exchange.guard import inspect
from changedesk.exchange.kinds_of_file import IN_WORDS
from changedesk.exchange.returns.file import read_returned
from changedesk.exchange.returns.tables import find_table
from changedesk.office.carriers import read_identity
from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.store.errors import UserError

_SHEETS = {"xlsx", "ods", "xls", "text"}
_OTHERS = {"docx", "xml"}


def kind_of_document(path: Path) -> str:
    """Return which kind of document of ours a file is, by its marks, else by its headings.

    The empty text stands for a file of somebody else's. Raises UserError for one that is refused.
    """
    kind = inspect(path).kind
    if kind in ("xlsx", "docx"):
        identity = read_identity(path)
        if identity is not None:
            return identity.kind
    if kind in IN_WORDS and kind not in _OTHERS:
        told = IN_WORDS[kind]
        raise UserError(f"{path.name} is {told}: there is nothing in it that can be taken in.")
    if kind not in _SHEETS:
        return ""
    file = read_returned(path)
    if file.identity is not None:
        return file.identity.kind
    return next(
        (
            name
            for name, tables in RETURNABLE.items()
            if any(find_table(file, table.expected) for table in tables)
        ),
        "",
    )
