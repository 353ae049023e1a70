"""Tables of a document: one prototype row, copied for each row; long ones stay linear."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from docx.oxml.ns import qn

from changedesk.office import palette
from changedesk.office.layout import Choice, Column, Labels, Table, Value
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import printed
from changedesk.office.word_xml import (
    Element,
    border,
    cell,
    element,
    fill_text,
    paragraph,
    row,
    run,
    table,
)

_BATCH = 100
_TEXT = qn("w:t")
_NUMBERS = {"integer", "decimal", "percent"}
_LINES = (
    border("top", palette.RULE_STRONG, 6),
    border("bottom", palette.RULE_STRONG, 6),
    border("insideH", palette.RULE, 4),
)


class TableMaker:
    """Makes one table: `widths` in cm, the header row, then a copy of the prototype per row."""

    def __init__(self, columns: tuple[Column, ...], width: float, labels: Labels) -> None:
        self._columns = columns
        self._labels = labels
        share = width / sum(column.width for column in columns)
        self._widths = [column.width * share for column in columns]
        self._prototype = row(
            *(
                self._body_cell(column, size)
                for column, size in zip(columns, self._widths, strict=True)
            )
        )
        self._tinted: dict[tuple[int, str], Element] = {}

    def make(self, rows: Table, tell: Callable[[int], None]) -> tuple[Element, int]:
        """Return the table of `rows` and how many it has."""
        made = table(self._widths, tuple(deepcopy(line) for line in _LINES), padding=(0.09, 0.16))
        made.append(self._header())
        count = 0
        for count, values in enumerate(rows.rows, 1):
            made.append(self._row(values))
            if count % _BATCH == 0:
                tell(count)
        if not count:
            made.append(self._empty(rows.empty))
        return made, count

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

    def _body_cell(self, column: Column, size: float) -> Element:
        bold = True if column.strong or column.kind == "id" else None
        words = run("", bold=bold)
        words.append(element("t"))
        return cell(size, paragraph(style_id("Table Text"), words, align=_align(column)))

    def _row(self, values: Sequence[Value]) -> Element:
        made = deepcopy(self._prototype)
        # The list is taken before anything changes: copying and filling is all that a row costs.
        places = list(made.iter(_TEXT))
        for index, (place, column, value) in enumerate(
            zip(places, self._columns, values, strict=True)
        ):
            text, choice = printed(value, column, self._labels)
            if choice is not None and choice.shade:
                made[index + 1] = deepcopy(self._tint(index, choice))
            elif text:
                fill_text(place, text)
        return made

    def _tint(self, index: int, choice: Choice) -> Element:
        """Return the cell of a choice: its text never changes, so it is made once."""
        key = (index, choice.text)
        if key not in self._tinted:
            tint = palette.TINTS[choice.shade or "quiet"]
            words = run(choice.text, color=tint.ink, bold=choice.shade != "quiet")
            self._tinted[key] = cell(
                self._widths[index], paragraph(style_id("Table Text"), words), fill=tint.fill
            )
        return self._tinted[key]

    def _empty(self, text: str) -> Element:
        words = paragraph(style_id("Table Text"), run(text or "–", color=palette.INK_SOFT))
        made = cell(sum(self._widths), words)
        made.find(qn("w:tcPr")).insert(1, element("gridSpan", {"val": str(len(self._columns))}))  # type: ignore[union-attr]
        return row(made)


def _align(column: Column) -> str:
    return "right" if column.kind in _NUMBERS else ""
