"""Native charts in a document: the same that a workbook has, with their figures inside."""

from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.xml.functions import tostring

from changedesk.office.excel_charts import height, hide_noughts, make_chart
from changedesk.office.layout import Block, NativeChart, Value
from changedesk.office.word_page import TEXT_WIDTH
from changedesk.office.word_styles import style_id
from changedesk.office.word_xml import Element, element, paragraph
from changedesk.store.text import clean

_FIRST_ID = 10_000
"""Drawings are numbered; those of pictures stay below."""
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class Charts:
    """Puts charts into a document."""

    def __init__(self, docx: Docx) -> None:
        self._part = docx.part
        self._count = 0

    def chart(self, block: NativeChart) -> list[Element]:
        """Return the paragraph that holds the chart of a block; nothing where it has none."""
        chart = block.block.chart
        if chart is None or not block.block.rows:
            return []
        self._count += 1
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        part = Part(name, CONTENT_TYPE.DML_CHART, chart_xml(block.block), self._part.package)
        relation = self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        inline = self._inline(relation, block.alt, height(block.block, chart))
        place = paragraph(style_id("Normal"))
        place.append(element("r", None, element("drawing", None, inline)))
        return [place]

    def _inline(self, relation: str, alt: str, high: float) -> Element:
        made: Element = parse_xml(
            f'<wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{Cm(TEXT_WIDTH)}" cy="{Cm(high)}"/>'
            f'<wp:docPr id="{_FIRST_ID + self._count}" name="chart {self._count}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
        )
        for properties in made.iter("{*}docPr"):
            properties.set("descr", clean(alt))
        return made


def chart_xml(block: Block) -> bytes:
    """Return the chart of a block as a part of its own, which needs no workbook to be drawn."""
    if block.chart is None:
        raise ValueError("the block has no chart")
    sheet = Workbook().create_sheet("Figures")
    native = make_chart(sheet, block, block.chart, 1, 1)
    keys = [column.key for column in block.columns]
    rows = block.rows[:-1] if block.total else block.rows
    for series, key in zip(
        native.series, block.chart.series or tuple(keys[1:]), strict=True
    ):  # fmt: skip
        column = block.columns[keys.index(key)]
        series.tx.strRef.strCache = _texts([column.title])
        series.cat = AxDataSource(
            strRef=StrRef(series.cat.numRef.f, _texts([_named(block, row[0]) for row in rows]))
        )
        series.val.numRef.numCache = _numbers([row[keys.index(key)] for row in rows])
    # What the library itself calls when it writes a workbook.
    return hide_noughts(tostring(native._write()))  # noqa: SLF001


def _named(block: Block, value: Value) -> str:
    texts = {choice.code: choice.text for choice in block.columns[0].choices}
    return texts.get(str(value), str(value))


def _texts(values: list[str]) -> StrData:
    points = [StrVal(idx=at, v=clean(text)) for at, text in enumerate(values)]
    return StrData(ptCount=len(points), pt=points)


def _numbers(values: list[Value]) -> NumData:
    points: list[Any] = [
        NumVal(idx=at, v=repr(float(value)))
        for at, value in enumerate(values)
        if isinstance(value, int | float)
    ]
    return NumData(formatCode="General", ptCount=len(values), pt=points)
