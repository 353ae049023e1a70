"""Native charts that carry their own numbers: no grid, no third dimension, few colours."""

import re
from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.excel_styles import FONT
from changedesk.office.layout import Block, Chart, Choice

_NUMBERS = {
    "whole": "#,##0;-#,##0;;",  # a bar of length 0 needs no label
    "tenths": "0.0;-0.0;;",
    "percent": '[>=0.045]0%;""',  # a label is wider than a smaller part of a bar
}
_UNLINKED = re.compile(rb'(<(?:c:)?numFmt formatCode="[^"]*") ?/>')

_ORDER: tuple[palette.Tone, ...] = ("accent", "good", "warning", "info", "bad", "quiet")


def height(block: Block, chart: Chart) -> float:
    """Return the height in cm that the `chart` of `block` needs."""
    if chart.kind == "line":
        return 7.0
    series = len(_series_keys(block, chart))
    several = 1.2 if series > 1 else 0.0
    titled = 0.8 if chart.title else 0.0
    bars = series if chart.kind == "bar" else 1
    return max(3.2, (0.66 + 0.36 * (bars - 1)) * len(block.rows) + several + titled + 0.9)


def make_chart(
    sheet: Worksheet, block: Block, chart: Chart, header_row: int, first_column: int
) -> Any:
    """Return the chart of `block`, whose header stands at `header_row` and `first_column`."""
    last = header_row + len(block.rows) - (1 if block.total else 0)
    native: Any = LineChart() if chart.kind == "line" else _bars(chart)
    keys = _series_keys(block, chart)
    columns = [column.key for column in block.columns]
    for number, key in enumerate(keys):
        column = first_column + columns.index(key)
        values = Reference(sheet, min_col=column, min_row=header_row + 1, max_row=last)
        title = Reference(sheet, min_col=column, min_row=header_row)
        series = SeriesFactory(values)
        series.tx = SeriesLabel(strRef=StrRef(str(title)))
        tone = chart.tones.get(key, _ORDER[number % len(_ORDER)])
        _colour(series, tone, chart)
        native.series.append(series)
    names = Reference(sheet, min_col=first_column, min_row=header_row + 1, max_row=last)
    native.set_categories(names)
    if len(keys) == 1 and chart.kind != "line":
        _colour_points(native, block, chart)
    _finish(native, chart, several=len(keys) > 1)
    return native


def _series_keys(block: Block, chart: Chart) -> tuple[str, ...]:
    return chart.series or tuple(column.key for column in block.columns[1:])


def _bars(chart: Chart) -> BarChart:
    bars = BarChart()
    bars.type = "bar"
    bars.gapWidth = 45
    if chart.kind == "stacked":
        bars.grouping = "stacked"
        bars.overlap = 100
    return bars


def _colour(series: Any, tone: palette.Tone, chart: Chart) -> None:
    solid, kind = palette.TINTS[tone].solid, chart.kind
    if kind == "line":
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=solid, w=28575)
        )
        series.smooth = False
        series.marker.symbol = "circle"
        series.marker.size = 6
        series.marker.graphicalProperties = GraphicalProperties(solidFill=solid)
        series.marker.graphicalProperties.line.solidFill = solid
    else:
        series.graphicalProperties = GraphicalProperties(solidFill=solid)
        series.graphicalProperties.line.noFill = True
        series.invertIfNegative = False
    series.dLbls = _labels(chart)


def _colour_points(native: Any, block: Block, chart: Chart) -> None:
    """Colour the bars of a single series one by one where their category has a tone."""
    texts = {choice.code: choice for choice in block.columns[0].choices}
    for index, row in enumerate(block.rows):
        name = str(row[0])
        choice = texts.get(name, Choice(name, name))
        tone = chart.tones.get(name) or choice.shade
        if tone:
            point = DataPoint(idx=index, invertIfNegative=False)
            point.graphicalProperties = GraphicalProperties(solidFill=palette.TINTS[tone].solid)
            point.graphicalProperties.line.noFill = True
            native.series[0].dPt.append(point)


def _labels(chart: Chart) -> DataLabelList:
    inside, above = chart.kind == "stacked", chart.kind == "line"
    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.position = "ctr" if inside else "t" if above else "outEnd"
    labels.numFmt = _NUMBERS[chart.numbers]
    labels.txPr = _words(900, palette.PAPER if inside else palette.INK, bold=inside)
    return labels


def _finish(native: Any, chart: Chart, several: bool) -> None:
    native.style = 2
    native.roundedCorners = False
    if chart.title:
        native.title = chart.title
        native.title.tx.rich.p[0].pPr = ParagraphProperties(
            defRPr=_letters(1100, palette.INK, True)
        )
        native.title.overlay = False
    if several:
        native.legend.position = "b"
        native.legend.txPr = _words(900, palette.INK_SOFT)
    else:
        native.legend = None
    names, values = native.x_axis, native.y_axis
    names.delete = False
    names.majorTickMark = "none"
    names.txPr = _words(900, palette.INK)
    names.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=palette.RULE_STRONG)
    )
    values.delete = True
    values.majorGridlines = None
    values.scaling.min = chart.least
    if chart.kind == "stacked" and chart.numbers == "percent":
        values.scaling.max = 1
    if chart.kind != "line":
        names.scaling.orientation = "maxMin"
    native.graphical_properties = GraphicalProperties(noFill=True)
    native.graphical_properties.line.noFill = True
    if not several and not chart.title:
        native.layout = Layout(ManualLayout(xMode="edge", yMode="edge"))


def _letters(size: int, color: str, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=color, latin=Font(typeface=FONT))


def _words(size: int, color: str, bold: bool = False) -> RichText:
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=_letters(size, color, bold)),
        endParaRPr=CharacterProperties(),
    )
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def hide_noughts(chart_xml: bytes) -> bytes:
    """Return the chart with its labels' number format unlinked from the cells.

    openpyxl cannot say so, and a linked format would print the noughts after all.
    """
    return _UNLINKED.sub(rb'\1 sourceLinked="0"/>', chart_xml)
