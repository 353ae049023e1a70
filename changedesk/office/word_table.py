"""Tables of a document: one prototype row, copied as text for each row; long ones stay linear."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from docx.oxml.ns import nsdecls
from lxml import etree

from changedesk.office import palette
from changedesk.office.layout import Choice, Column, Labels, Table, Value
from changedesk.office.measure import lines
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import printed
from changedesk.office.word_xml import Element, border, cell, element, paragraph, row, run, table
from changedesk.store.text import clean, is_plain

_BATCH = 100
_NUMBERS = {"integer", "decimal", "percent"}
_PLACE = "<w:t>?</w:t>"
_DECLARATION = f" {nsdecls('w')}"
_END = "</w:tbl>"
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_NOTHING = "–"
_PLAIN = '<w:r><w:rPr><w:b w:val="0"/></w:rPr>'
_STYLE = '<w:pStyle w:val="TableText"/>'
_STYLE_AND_KEEP = f"{_STYLE}<w:keepNext/>"
_PADDING = (0.09, 0.16)

_WHOLE_ROWS = 20
_WHOLE_HEIGHT = 14.0
"""Centimetres: a table that is not higher is never split between two pages."""

_LETTERS_PER_CM = 5.2
_LINE = 0.42


@dataclass(frozen=True)
class MadeTable:
    """A table as markup, with what stands in its cells row by row: the header is the first."""

    markup: str
    texts: list[list[str]]
    rows: int


class TableMaker:
    """Makes tables of these `columns` in `width` cm, one after the other: a header, then the rows.

    All is made as text and stays text: elements would cost many times as much to make, to read
    for the seal and to write.
    """

    def __init__(
        self, columns: tuple[Column, ...], width: float, labels: Labels, room: float = 0
    ) -> None:
        self._columns = columns
        self._places = range(len(columns))
        self._room = room
        self._labels = labels
        share = width / sum(column.width for column in columns)
        self._widths = [column.width * share for column in columns]
        # Each prototype cell is kept as what stands before and behind its text.
        cells = zip(columns, self._widths, strict=True)
        self._prototypes = [_markup(_body_cell(*one)).split(_PLACE) for one in cells]
        shell = _markup(row(element("tc"), height=room))
        self._row_start, self._row_end = shell.split("<w:tc/>")
        self._shell = _markup(table(self._widths, _lines(), padding=_PADDING)).removesuffix(_END)
        self._head = _markup(self._header())
        self._tinted: dict[tuple[int, str], str] = {}

    def make(self, table_: Table, tell: Callable[[int], None]) -> MadeTable:
        """Return the markup of the table, its texts and how many rows it has."""
        parts = [self._shell, self._head]
        texts = [[_read_back(clean(column.title)) for column in self._columns]]
        rows = iter(table_.rows)
        ahead = list(islice(rows, _WHOLE_ROWS + 1))
        made = [self._row(values) for values in ahead]
        kept = self._kept([said for _, said in made])
        count = 0
        for count, (markup, said) in enumerate(chain(made, map(self._row, rows)), 1):
            parts.append(markup.replace(_STYLE, _STYLE_AND_KEEP) if count <= kept else markup)
            texts.append(said)
            if count % _BATCH == 0:
                tell(count)
        if not count:
            parts.append(_markup(self._empty(table_.empty)))
            texts.append([_read_back(clean(table_.empty or _NOTHING))])
        parts.append(_END)
        return MadeTable("".join(parts), texts, count)

    def _kept(self, rows: Sequence[Sequence[str]]) -> int:
        """Return how many rows keep to the next one: those of a short table, none of a long one.

        LibreOffice would move a long table as a whole to the next page for the sake of one row.
        """
        rooms = [
            (width - 2 * _PADDING[1]) * _LETTERS_PER_CM
            for width, column in zip(self._widths, self._columns, strict=True)
        ]
        high = sum(
            max(
                max(lines(text, room) for text, room in zip(row_, rooms, strict=True)) * _LINE
                + 2 * _PADDING[0],
                self._room,
            )
            for row_ in rows
        )
        whole = len(rows) <= _WHOLE_ROWS and high <= _WHOLE_HEIGHT
        return len(rows) - 1 if whole else 0

    def _row(self, values: Sequence[Value]) -> tuple[str, list[str]]:
        cells = [self._row_start]
        said = []
        for index, value in zip(self._places, values, strict=True):
            markup, text = self._cell(index, value)
            cells.append(markup)
            said.append(text)
        cells.append(self._row_end)
        return "".join(cells), said

    def _cell(self, index: int, value: Value) -> tuple[str, str]:
        """Return a cell as markup, and its text as somebody will read it back."""
        column = self._columns[index]
        text, choice = printed(value, column, self._labels)
        if choice is not None and choice.shade:
            return self._tinted_cell(index, choice), _read_back(clean(choice.text))
        before, after = self._prototypes[index]
        if text and is_plain(text):
            return f"{before}{_OPEN}{html.escape(text, quote=False)}{_CLOSE}{after}", text
        cleaned = clean(text)
        markup = f"{before}{_words(cleaned, first_is_strong=column.strong)}{after}"
        return markup, _read_back(cleaned)

    def _tinted_cell(self, index: int, choice: Choice) -> str:
        kind = index, choice.code
        if kind not in self._tinted:
            self._tinted[kind] = _markup(_tinted_cell(choice, self._widths[index]))
        return self._tinted[kind]

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
        words = paragraph(style_id("Table Text"), run(text or _NOTHING, color=palette.INK_SOFT))
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


def _words(cleaned: str, *, first_is_strong: bool) -> str:
    """Return the text elements of a text, line ends and tabs as Word's own.

    Where `first_is_strong`, only the first line is: the run ends with it.
    """
    if not cleaned:
        return ""
    marked = html.escape(cleaned, quote=False)
    if first_is_strong:
        marked = marked.replace("\n", f"{_CLOSE}</w:r>{_PLAIN}<w:br/>{_OPEN}", 1)
    marked = marked.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}")
    marked = marked.replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    return f"{_OPEN}{marked}{_CLOSE}"


def _read_back(cleaned: str) -> str:
    """Return the text as a reader gets it, who cleans again: only this sign can newly appear."""
    return clean(cleaned) if "_x000D_" in cleaned else cleaned


def _markup(made: Element) -> str:
    return etree.tostring(made, encoding="unicode").replace(_DECLARATION, "")


def _align(column: Column) -> str:
    return "right" if column.kind in _NUMBERS else ""
