"""Native charts of documents: their figures are inside, and texts stay texts."""

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
from lxml import etree

from changedesk.office import content_digest, write_document
from changedesk.office.identity import Identity
from changedesk.office.layout import Block, Chart, Column, Document, NativeChart, Paragraph
from changedesk.office.word_charts import chart_xml

SPACE = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
BLOCK = Block(
    "Answers",
    (
        Column("Question", "question"),
        Column("<No> & never", "no", kind="percent"),
        Column("Yes", "yes", kind="percent"),
    ),
    (("=1+1\x07", 0.25, 0.75), ("Second", None, 1)),
    Chart("stacked", numbers="percent"),
)


def document(*blocks: Block) -> Document:
    identity = Identity("e" * 32, "w" * 32, "test", datetime(2026, 3, 2, tzinfo=UTC))
    drawn = [NativeChart(one, "What was answered") for one in blocks]
    return Document("Charts", (Paragraph("Before"), *drawn), identity)


def texts(chart: bytes, path: str) -> list[str]:
    return [str(one.text) for one in etree.fromstring(chart).iterfind(path, SPACE)]


def test_a_chart_holds_its_figures_and_a_gap_where_there_is_none() -> None:
    made = chart_xml(BLOCK)
    assert texts(made, ".//c:val//c:v") == ["0.25", "0.75", "1"]
    assert texts(made, ".//c:tx//c:v") == ["<No> & never", "Yes"]
    assert texts(made, ".//c:cat//c:v")[:2] == ["=1+1", "Second"]


def test_labels_are_written_as_the_chart_says() -> None:
    for numbers, form in (("percent", "0%"), ("tenths", "0.0"), ("whole", "#,##0")):
        block = Block("B", BLOCK.columns, BLOCK.rows, Chart("bar", numbers=numbers))  # type: ignore[arg-type]
        found = re.findall(rb'numFmt formatCode="([^"]*)" sourceLinked="0"', chart_xml(block))
        assert any(form in one.decode() for one in found)


def test_a_document_with_charts_is_whole_and_sealed(tmp_path: Path) -> None:
    written = write_document(document(BLOCK, BLOCK), tmp_path / "x.docx")
    assert content_digest(written.path) == written.content_hash
    assert len(docx.Document(str(written.path)).inline_shapes) == 2
    with zipfile.ZipFile(written.path) as package:
        names = package.namelist()
        body = package.read("word/document.xml").decode()
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(names)
    ids = re.findall(r'docPr id="(\d+)"', body)
    assert len(ids) == len(set(ids)) == 2
    assert 'descr="What was answered"' in body


def test_a_block_without_rows_draws_nothing(tmp_path: Path) -> None:
    empty = Block("Nothing", BLOCK.columns, (), BLOCK.chart)
    written = write_document(document(empty), tmp_path / "x.docx")
    assert not docx.Document(str(written.path)).inline_shapes
