"""Tables of a document: one prototype row, copied as text for each row; long ones stay linear."""

import html
from collections.abc import Callable, Sequence
from decimal import Decimal

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from lxml import etree

from changedesk.office import palette
from changedesk.office.layout import Choice, Column, Labels, Table, Value
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import printed
from changedesk.office.word_xml import Element, border, cell, element, paragraph, row, run, table
from changedesk.store.text import clean

_BATCH = 100
_REMEMBERED = 2_000
_NUMBERS = {"integer", "decimal", "percent"}
_PLACE = "<w:t>?</w:t>"
_DECLARATION = f" {nsdecls('w')}"
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


class TableMaker:
    """Makes tables of these `columns` in `width` cm: a header row, then a copy per row.

    A copy is made as text and the whole table parsed at once: a tenth of the time that copying
    elements takes.
    """

    def __init__(self, columns: tuple[Column, ...], width: float, labels: Labels) -> None:
        self._columns = columns
        self._labels = labels
        share = width / sum(column.width for column in columns)
        self._widths = [column.width * share for column in columns]
        # Each prototype cell is kept as what stands before and behind its text.
        cells = zip(columns, self._widths, strict=True)
        self._prototypes = [_markup(_body_cell(*one)).split(_PLACE) for one in cells]
        self._row_start, self._row_end = _markup(row(element("tc"))).split("<w:tc/>")
        self._known: list[dict[Value, str]] = [{} for _ in columns]

    def make(self, rows: Table, tell: Callable[[int], None]) -> tuple[Element, int]:
        """Return the table of `rows` and how many it has."""
        shell = _markup(table(self._widths, _lines(), padding=(0.09, 0.16)))
        parts = [shell.removesuffix("</w:tbl>"), _markup(self._header())]
        count = 0
        for count, values in enumerate(rows.rows, 1):
            parts += (self._row_start, self._row(values), self._row_end)
            if count % _BATCH == 0:
                tell(count)
        if not count:
            parts.append(_markup(self._empty(rows.empty)))
        parts.append("</w:tbl>")
        whole = "".join(parts).replace("<w:tbl>", f"<w:tbl{_DECLARATION}>", 1)
        return parse_xml(whole), count

    def _row(self, values: Sequence[Value]) -> str:
        cells = []
        for index, (known, value) in enumerate(zip(self._known, values, strict=True)):
            made = known.get(value)
            if made is None:
                made = self._cell(index, value)
                if not isinstance(value, int | float | Decimal):  # 2 and 2.0 are one key
                    if len(known) > _REMEMBERED:
                        known.clear()
                    known[value] = made
            cells.append(made)
        return "".join(cells)

    def _cell(self, index: int, value: Value) -> str:
        text, choice = printed(value, self._columns[index], self._labels)
        if choice is not None and choice.shade:
            return _markup(_tinted_cell(choice, self._widths[index]))
        before, after = self._prototypes[index]
        return f"{before}{_words(text)}{after}"

    def _header(self) -> Element:
        cells = [
            cell(
                size,
                paragraph(style_id("Table Head"), run(column.title), align=_align(column)),
                fill=palette.HEADER_FILL,
                middle=True,
            )
            for column, size in zip(self._columns, self._widths, strict=True)
        ]
        return row(*cells, header=True)

    def _empty(self, text: str) -> Element:
        words = paragraph(style_id("Table Text"), run(text or "–", color=palette.INK_SOFT))
        made = cell(sum(self._widths), words)
        span = element("gridSpan", {"val": str(len(self._columns))})
        made[0].insert(1, span)
        return row(made)


def _lines() -> tuple[Element, ...]:
    return (
        border("top", palette.RULE_STRONG, 6),
        border("bottom", palette.RULE_STRONG, 6),
        border("insideH", palette.RULE, 4),
    )


def _body_cell(column: Column, size: float) -> Element:
    bold = True if column.strong or column.kind == "id" else None
    words = run("?", bold=bold)
    return cell(size, paragraph(style_id("Table Text"), words, align=_align(column)))


def _tinted_cell(choice: Choice, size: float) -> Element:
    tint = palette.TINTS[choice.shade or "quiet"]
    words = run(choice.text, color=tint.ink, bold=choice.shade != "quiet")
    return cell(size, paragraph(style_id("Table Text"), words), fill=tint.fill)


def _words(text: str) -> str:
    """Return the text elements of `text`, line ends and tabs as Word's own."""
    cleaned = clean(text)
    if not cleaned:
        return ""
    marked = html.escape(cleaned, quote=False)
    marked = marked.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}")
    marked = marked.replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    return f"{_OPEN}{marked}{_CLOSE}"


def _markup(made: Element) -> str:
    return etree.tostring(made, encoding="unicode").replace(_DECLARATION, "")


def _align(column: Column) -> str:
    return "right" if column.kind in _NUMBERS else ""
