"""Text files with separators: which encoding, which separator, which rows can be trusted."""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.kinds_of_file import looks_like_utf16

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 200
_LONGEST_FIELD = 1_000_000

ESCAPED, ESCAPED_ROW = "Escaped with '", "yes"
"""Heading and mark of the last column of a text file that we wrote, where a text in a row begins
like a formula and so has an apostrophe before it."""

Parted = tuple[int, int, list[str]]


class NotText(Exception):
    """The bytes are no text; the message is the rest of "because ..."."""


@dataclass(frozen=True, slots=True)
class Delimited:
    """Rows as text, the line each begins on, rows that are broken, and remarks in sentences.

    `parted` holds, as (row, column, items), the cells whose items are told apart by CRLF where
    the lines of `rows`, which all end with LF, are not the same: items of several lines or empty.
    """

    rows: list[list[str]]
    lines: list[int]
    broken: list[tuple[int, str]]
    notes: list[str]
    separator: str
    parted: list[Parted]


def parse(data: bytes) -> Delimited:
    """Read a text file of any common dialect; raise `NotText` where it is none."""
    text, notes = decode(data)
    declared, skipped, text = _declared_separator(text)
    separator = declared or sniff(text)
    raw, lines, broken = _records(text, separator)
    raw = _without_escapes(raw)
    rows = [[clean_cell(field) for field in row] for row in raw]
    numbers = [line + skipped for line in lines]
    return Delimited(rows, numbers, broken, notes, separator, _parted(raw))


def _without_escapes(raw: list[list[str]]) -> list[list[str]]:
    """Undo the escape of a file that we wrote, and take off the column that tells of it."""
    head = next((at for at, row in enumerate(raw[:15]) if row[-1:] == [ESCAPED]), None)
    if head is None:
        return raw
    from changedesk.office.cells import csv_unescape  # noqa: PLC0415

    width = len(raw[head])
    rows = []
    for row in raw:
        mark = row[width - 1].strip() if len(row) == width else ""
        cells = row[:-1] if len(row) == width else row
        rows.append([csv_unescape(cell) for cell in cells] if mark == ESCAPED_ROW else cells)
    return rows


def decode(data: bytes) -> tuple[str, list[str]]:
    """Return the text and remarks; UTF-8 and UTF-16 with or without mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16"), []
    if order := looks_like_utf16(data[:4096]):
        return _strict(data, order), []
    if b"\x00" in data:
        raise NotText("it holds zero bytes, which text never does")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    note = (
        "The file is not in UTF-8; it was read as Windows-1252. Where letters look wrong, "
        'save it as "CSV UTF-8" and take it again.'
    )
    return text, [note]


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise NotText("it begins as UTF-16 text but is damaged further on") from None


def _declared_separator(text: str) -> tuple[str, int, str]:
    """Take off Excel's first line `sep=;`; return separator, lines taken off, the rest."""
    first, line_end, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first[:4].lower() == "sep=" and len(first) <= 5:
        return first[4:] or "\t", 1 if line_end else 0, rest
    return "", 0, text


def sniff(text: str) -> str:
    """Return the separator by which most rows have the same number of fields, comma if none."""
    best, best_score = ",", (0.0, 0)
    for separator in _SEPARATORS:
        counts = _field_counts(text, separator)
        wide = Counter(count for count in counts if count > 1)
        if not wide:
            continue
        fields, rows = wide.most_common(1)[0]
        header = counts[0] == fields
        score = (rows / len(counts) + (0.5 if header else 0.0), fields)
        if score > best_score:
            best, best_score = separator, score
    return best


def _field_counts(text: str, separator: str) -> list[int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    counts: list[int] = []
    try:
        for row in reader:
            if any(field.strip() for field in row):
                counts.append(len(row))
            if len(counts) >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return []
    return counts


def _records(text: str, separator: str) -> tuple[list[list[str]], list[int], list[tuple[int, str]]]:
    """Return raw rows, the line each begins on, and broken rows as (index, reason)."""
    source = list(io.StringIO(text, newline=""))
    rows: list[list[str]] = []
    lines: list[int] = []
    limit = csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(source, delimiter=separator)
    try:
        line = 1
        for row in reader:
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error:
        raise NotText(f"line {reader.line_num} cannot be told apart into fields") from None
    finally:
        csv.field_size_limit(limit)
    broken = []
    if rows and _ends_inside_quotes(source[lines[-1] - 1 :], separator):
        reason = "a quotation mark is opened here and never closed"
        broken.append((len(rows) - 1, reason))
    return rows, lines, broken


def _parted(raw: list[list[str]]) -> list[Parted]:
    """Return the cells whose items are not their lines, in a file that parts items by CRLF."""
    cells = [
        (at, column, field)
        for at, row in enumerate(raw)
        for column, field in enumerate(row)
        if "\n" in field
    ]
    if not any("\r\n" in field for _, _, field in cells):
        return []
    found = []
    for at, column, field in cells:
        items = [clean_cell(item) for item in field.split("\r\n")]
        if items != clean_cell(field).split("\n"):
            found.append((at, column, items))
    return found


def _ends_inside_quotes(record: list[str], separator: str) -> bool:
    """Tell whether the last record swallowed all lines to the end of the file."""
    try:
        list(csv.reader(record, delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
