"""Rows as CSV that a tool takes and a spreadsheet may open.

A text that a spreadsheet would take for a formula gets an apostrophe before it; a last column
then says so, and reading the file again gives the text without it.
"""

import csv
import io
from collections.abc import Sequence

from changedesk.exchange.delimited import ESCAPED, ESCAPED_ROW
from changedesk.exchange.writers.suite import Written


def written_csv(rows: Sequence[Sequence[str]], warnings: Sequence[str] = ()) -> Written:
    """Return rows, the first of which are headings, as UTF-8 with CRLF between rows."""
    from changedesk.office.cells import csv_escape  # noqa: PLC0415

    escaped = [[csv_escape(cell) for cell in row] for row in rows]
    changed = [list(row) != safe for row, safe in zip(rows, escaped, strict=True)]
    remarks = list(warnings)
    if any(changed):
        for row, is_changed in zip(escaped, changed, strict=True):
            row.append(ESCAPED_ROW if is_changed else "")
        escaped[0][-1] = ESCAPED
        remarks.append(
            f"{sum(changed)} rows hold a text that begins like a formula; an apostrophe stands "
            f'before it, and the last column "{ESCAPED}" marks these rows.'
        )
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(escaped)
    return Written(text.getvalue().encode("utf-8"), tuple(remarks))
