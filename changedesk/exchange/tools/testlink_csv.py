"""Requirements of TestLink as CSV: no headings, `#` before comments, known by its shape."""

import re
from collections.abc import Sequence

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import Account, Place, RequirementDraft, RequirementImport, RowNote
from changedesk.exchange.script_rows import SourceKeys
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.testlink_words import REQUIREMENT_STATES, REQUIREMENT_TYPES
from changedesk.store.errors import UserError

_SOURCE = "TestLink requirements"
_COLUMNS = ("Type", "Status", "Expected coverage", "Order")


def knows(file: ForeignFile) -> bool:
    """Tell the file by all its rows: id, title, scope, a number, a letter, and two numbers."""
    rows = _rows(file)
    return bool(rows) and all(_has_shape(row) for row in rows)


def _rows(file: ForeignFile) -> list[Sequence[str]]:
    if len(file.sheets) != 1 or not file.sheets[0].delimited:
        return []
    return [row for row in file.sheets[0].rows if any(row) and not _is_comment(row)]


def _is_comment(row: Sequence[str]) -> bool:
    return row[0].lstrip().startswith("#")


def _has_shape(row: Sequence[str]) -> bool:
    if not 5 <= len(row) <= 7 or not row[0] or not row[1]:
        return False
    numbers = all(re.fullmatch(r"\d{0,6}", text) for text in (row[3], *row[5:]))
    return numbers and bool(row[3]) and bool(re.fullmatch(r"[A-Za-z]?", row[4]))


def read(file: ForeignFile, asked: Asked) -> RequirementImport:  # noqa: ARG001
    """Return the requirements; a row with too many or too few fields is rejected."""
    sheet = file.sheets[0]
    broken = dict(sheet.broken)
    keys = SourceKeys()
    found: list[RequirementDraft] = []
    skipped: list[RowNote] = []
    rejected: list[RowNote] = []
    read_rows = 0
    for index, row in enumerate(sheet.rows):
        if not any(row):
            continue
        read_rows += 1
        place = Place(sheet.name, sheet.number(index))
        if _is_comment(row):
            skipped.append(RowNote(place, "it is a comment"))
        elif why := broken.get(index) or _misfit(row):
            rejected.append(RowNote(place, why))
        else:
            found.append(_requirement(row, place, keys))
    if not found and not rejected:
        raise UserError(f"{file.path.name} was not read, because it holds no requirement.")
    clashes = [
        f'The id "{key.rpartition("#")[0]}" stands more than once: all are kept.'
        for key in (draft.source_key for draft in found)
        if key.endswith("#2")
    ]
    return RequirementImport(
        file=file.path.name,
        source=_SOURCE,
        requirements=tuple(found),
        account=Account(read_rows, len(found), 0, tuple(skipped), tuple(rejected)),
        system="testlink",
        warnings=(*clashes, *file.notes),
    )


def _misfit(row: Sequence[str]) -> str:
    if len(row) > 7 or (len(row) == 7 and not _has_shape(row)):
        return (
            f"its {len(row)} fields are not id, title, scope, type, status, coverage and order: "
            "a separator inside a text may not be in quotation marks"
        )
    return "" if len(row) > 1 and row[0] and row[1] else "it has no id or no title"


def _requirement(row: Sequence[str], place: Place, keys: SourceKeys) -> RequirementDraft:
    kinds: tuple[dict[str, str], ...] = (REQUIREMENT_TYPES, REQUIREMENT_STATES, {}, {})
    named = zip(_COLUMNS, row[3:], kinds, strict=False)
    return RequirementDraft(
        source_id=row[0],
        source_key=keys.take(row[0], ""),
        title=" ".join(plain_text(row[1]).split()) or row[0],
        where=place,
        description=plain_text(row[2]) if len(row) > 2 else "",
        further=tuple((name, words.get(text, text)) for name, text, words in named if text),
    )


def _is_text_file(file: ForeignFile) -> bool:
    """Tell a text file whose rows could be requirements, where somebody says that they are."""
    rows = _rows(file)
    commented = bool(rows) and len(rows) < sum(any(row) for row in file.sheets[0].rows)
    return commented and all(len(row) >= 2 for row in rows)


RECOGNISER = Recogniser("requirements", _SOURCE, knows, read)
ASKED_FOR = Recogniser("requirements", _SOURCE, _is_text_file, read)
