"""A document opened again says what a person would read, in that order."""

import zipfile
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from changedesk.office import content_digest, write_document
from changedesk.office.layout import (
    Bullets,
    Choice,
    Column,
    Document,
    Facts,
    Figure,
    Figures,
    Heading,
    Labels,
    Paragraph,
    Picture,
    Pictures,
    SealBlock,
    SignatureTable,
    Signer,
    Table,
    Verdict,
)
from changedesk.office.seal import content
from changedesk.store.text import clean

STATES = (Choice("passed", "Passed"), Choice("failed", "Failed"), Choice("plain", "Plain"))
COLUMNS = (
    Column("Step", "step", 16, "id"),
    Column("Title", "title", 40),
    Column("State", "state", 16, "choice", STATES),
    Column("Tries", "tries", 8, "integer"),
    Column("On", "on", 14, "date"),
    Column("Share", "share", 8, "percent"),
    Column("Hours", "hours", 8, "decimal"),
    Column("Nr", "nr", 8),
)
SIGNED = datetime(2026, 3, 13, 16, 40, tzinfo=timezone(timedelta(hours=1)))
ROWS = [
    ("UAT-001", "=1 & <b>\nnext", "passed", 1200, date(2026, 3, 2), 0.58, 1234.5, 7),
    ("UAT-002", "tab\there ", "failed", None, None, None, None, None),
    ("UAT-003", "", "plain", 3, datetime(2026, 3, 2, 9, 5), 1.0, 2, 8),
]


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 300)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


@pytest.fixture
def document(identity):
    return Document(
        "User acceptance certificate",
        [
            Verdict("Not yet accepted", "fail", "One critical defect is open."),
            Figures((Figure("83 %", "executed", "109 of 127"), Figure("8", "failed", tone="bad"))),
            Facts((("Project", "CSM-26"), ("Cycle", "C2"))),
            Heading("Results", 1),
            Paragraph("A first line.\nA second line.", "lead"),
            Bullets(("one", "two"), numbered=True),
            Bullets(("dot",)),
            Table(COLUMNS, ROWS, caption="Steps", empty="none"),
            Heading("Evidence", 2, new_page=True),
            Picture(picture(), "An empty transcript", "Taken on 12 March."),
            SignatureTable(
                (
                    Signer("Sponsor", "Helena Novak", meaning="Approval: I decide."),
                    Signer("Quality", "Ines Weber", "", "rejected", "Later", date(2026, 3, 13)),
                    Signer("Lead", "Tom B.", decision="Own words", signed=SIGNED),
                ),
                (Choice("approved", "Approved"), Choice("rejected", "Rejected")),
            ),
            SealBlock(),
        ],
        identity,
        subtitle="Cycle 2",
        author="Dana Kowalski",
    )


@pytest.fixture
def written(tmp_path, document):
    return write_document(document, tmp_path / "certificate.docx")


@pytest.fixture
def opened(written):
    return docx.Document(str(written.path))


def said(path):
    return [item.text for item in content(path) if item.kind == "s"]


def test_the_verdict_comes_first_with_its_glyph_and_ground(written, opened):
    assert said(written.path)[:4] == [
        "User acceptance certificate",
        "Cycle 2",
        "✖ Not yet accepted",
        "One critical defect is open.",
    ]
    verdict = opened.tables[0].cell(0, 0)
    assert verdict._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "FBE6E6"
    assert verdict.paragraphs[0].style.name == "Verdict"


def test_everything_is_said_in_the_order_given(written):
    texts = said(written.path)
    expected = [
        "83 %", "executed", "109 of 127", "8", "failed", "Project", "CSM-26", "Cycle", "C2",
        "Results", "A first line.\nA second line.", "1.\tone", "2.\ttwo", "•\tdot", "Steps",
    ]  # fmt: skip
    assert texts[4 : 4 + len(expected)] == expected


def test_a_table_shows_marks_dates_and_text_as_it_is(opened):
    table = next(table for table in opened.tables if table.cell(0, 0).text == "Step")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Step", "Title", "State", "Tries", "On", "Share", "Hours", "Nr"],
        [
            "UAT-001",
            "=1 & <b>\nnext",
            "✔ Passed",
            "1,200",
            "2 Mar 2026",
            "58 %",
            "1,234.50",
            "7",
        ],
        ["UAT-002", "tab\there ", "✖ Failed", "", "", "", "", ""],
        ["UAT-003", "", "Plain", "3", "2 Mar 2026 09:05", "100 %", "2.00", "8"],
    ]


def test_the_header_repeats_and_rows_never_split(opened):
    table = next(table for table in opened.tables if table.cell(0, 0).text == "Step")
    properties = [row._tr.trPr for row in table.rows]
    assert properties[0].find(qn("w:tblHeader")) is not None
    assert all(one.find(qn("w:cantSplit")) is not None for one in properties)
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(widths) == pytest.approx(16.6 * 567, abs=6)
    assert widths[1] == max(widths)


def test_the_page_is_a4_with_numbers_and_the_seal_at_its_foot(opened, written):
    section = opened.sections[0]
    assert round(section.page_width.cm, 1) == 21.0
    assert round(section.page_height.cm, 1) == 29.7
    footer = section.footer
    assert f"Document id · content hash  {written.seal}" in footer.paragraphs[0].text
    codes = [code.text.strip() for code in footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == "User acceptance certificate"


def test_signers_decide_by_box_or_show_their_decision(opened):
    table = next(table for table in opened.tables if table.cell(0, 0).text == "Role")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Role", "Name", "Meaning", "Decision", "Date and time", "Signature"]
    assert rows[1] == [
        "Sponsor", "Helena Novak", "Approval: I decide.", "☐ Approved\n☐ Rejected", "", "",
    ]  # fmt: skip
    assert rows[2] == ["Quality", "Ines Weber", "", "✖ Rejected\nLater", "13 Mar 2026", ""]
    assert rows[3][3:5] == ["Own words", "13 Mar 2026 16:40 UTC+01:00"]


def test_the_sealed_end_shows_the_seal_and_a_code(opened, written, identity):
    end = opened.tables[-1]
    assert written.seal in end.cell(0, 1).text
    assert identity.export_id in end.cell(0, 1).text
    names = [item.get("name") for item in end._tbl.iter(qn("wp:docPr"))]
    assert names == ["changedesk-seal"]


def test_a_picture_has_its_alternative_text_and_fits(opened):
    shape = opened.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "An empty transcript"
    assert shape.width.cm <= 16.6
    assert shape.width / shape.height == pytest.approx(4 / 3, rel=0.01)


@pytest.mark.parametrize(
    ("kind", "size"), [("JPEG", (300, 200)), ("BMP", (300, 200)), ("PNG", (200, 4000))]
)
def test_pictures_of_any_kind_and_shape_fit_the_page(tmp_path, identity, kind, size):
    block = Picture(picture(kind, size), "alt")
    written = write_document(Document("t", [block], identity), tmp_path / "a.docx")
    shape = docx.Document(str(written.path)).inline_shapes[0]
    assert shape.height.cm <= 21.1
    assert shape.width / shape.height == pytest.approx(size[0] / size[1], rel=0.02)
    assert content_digest(written.path) == written.content_hash


def test_bytes_that_are_no_picture_are_told_and_their_place_is_marked(tmp_path, identity):
    block = Picture(b"GIF89a broken", "The transcript pane")
    written = write_document(Document("t", [block], identity), tmp_path / "a.docx")
    assert written.warnings == (
        "The picture “The transcript pane” cannot be read; its place says so.",
    )
    assert "[The transcript pane]" in said(written.path)


def test_an_empty_table_says_so(tmp_path, identity):
    blocks = [Table(COLUMNS, [], empty="No failed step."), Table(COLUMNS, [])]
    written = write_document(Document("t", blocks, identity), tmp_path / "a.docx")
    assert "No failed step." in said(written.path)
    assert written.rows == 0
    tables = docx.Document(str(written.path)).tables
    assert len({id(cell._tc) for cell in tables[0].rows[1].cells}) == 1


@given(st.text(max_size=50))
def test_any_text_is_read_back_as_it_was_cleaned(tmp_path_factory, session_identity, text):
    path = tmp_path_factory.mktemp("word") / "a.docx"
    table = Table((Column("a", "a"), Column("b", "b")), [(text, text)])
    document = Document("t", [Paragraph(text), table], session_identity)
    written = write_document(document, path)
    opened = docx.Document(str(path))
    assert opened.paragraphs[1].text == clean(text)
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == [clean(text)] * 2
    assert content_digest(path) == written.content_hash


def test_properties_come_from_the_callers_clock_and_name_no_library(opened, written, identity):
    facts = opened.core_properties
    assert (facts.title, facts.author) == ("User acceptance certificate", "Dana Kowalski")
    assert facts.created.replace(tzinfo=None) == identity.created
    assert facts.modified.replace(tzinfo=None) == identity.created
    with zipfile.ZipFile(written.path) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
        assert b"python-docx" not in package.read("docProps/core.xml")


def test_the_same_content_gives_the_same_bytes(tmp_path, document, written):
    again = write_document(document, tmp_path / "again.docx")
    assert again.path.read_bytes() == written.path.read_bytes()


def test_the_words_of_the_toolkit_can_be_of_another_language(tmp_path, identity):
    labels = Labels(
        page="Seite {page} von {pages}",
        role="Rolle",
        sealed="Versiegelt",
        months=("Jan.", "Feb.", "März") + ("x",) * 9,
    )
    document = Document(
        "Abnahme",
        [
            SignatureTable((Signer("Leitung", signed=date(2026, 3, 1)),)),
            SealBlock(),
        ],
        identity,
        language="de",
        labels=labels,
    )
    written = write_document(document, tmp_path / "a.docx")
    opened = docx.Document(str(written.path))
    assert "Rolle" in said(written.path)
    assert "1 März 2026" in said(written.path)
    assert opened.sections[0].footer.paragraphs[0].text.endswith("Seite 1 von 1")
    assert opened.core_properties.language == "de"


def test_a_cancelled_document_leaves_no_file(tmp_path, identity):
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        assert (done, total) == (100, 1000)
        raise Cancelled

    rows = [(f"r{number}", "x") for number in range(1000)]
    document = Document("t", [Table((Column("a", "a"), Column("b", "b")), rows)], identity)
    with pytest.raises(Cancelled):
        write_document(document, tmp_path / "a.docx", cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["_x00_x000D_0D_", "a · b", "", "one\ntwo\tthree\n\n", "é ]]>"])
def test_the_seal_of_a_long_table_is_that_of_the_file_read_back(tmp_path, identity, text):
    columns = (Column("a", "a", strong=True), Column("b", "b"), Column("c\td", "c", kind="integer"))
    tables = [
        Table(columns, [(text, f"{text} {number}", number) for number in range(300)]),
        Table(columns, [(text, text, None)]),
        Table(columns, [], empty=text),
    ]
    blocks: list[Any] = [Heading("Steps"), *tables, Paragraph("end"), Picture(picture(), "p")]
    written = write_document(Document("t", blocks, identity), tmp_path / "a.docx")
    assert content_digest(written.path) == written.content_hash
    assert [len(one.rows) for one in docx.Document(str(written.path)).tables] == [301, 2, 2]


def kept(table):
    """Return of each row whether it keeps to the next one."""
    return [
        all(p._p.pPr.find(qn("w:keepNext")) is not None for c in row.cells for p in c.paragraphs)
        for row in table.rows[1:]
    ]


def test_a_short_table_stays_whole_and_a_long_one_may_be_split(tmp_path, identity):
    columns = (Column("a", "a"), Column("b", "b", 40))
    sizes = {6: [True] * 5 + [False], 60: [False] * 60, 1: [False]}
    tables = [Table(columns, [(f"r{n}", "x") for n in range(size)]) for size in sizes]
    high = Table(columns, [("r", "word " * 200)] * 6)
    written = write_document(Document("t", [*tables, high], identity), tmp_path / "a.docx")
    found = docx.Document(str(written.path)).tables
    assert [kept(table) for table in found[:3]] == list(sizes.values())
    assert kept(found[3]) == [False] * 6


def test_of_a_strong_cell_only_the_first_line_is_bold(tmp_path, identity):
    table = Table((Column("Step", "s", strong=True),), [("UAT-001.01 Mail\nSend it.\nWait.",)])
    written = write_document(Document("t", [table], identity), tmp_path / "a.docx")
    cell = docx.Document(str(written.path)).tables[0].cell(1, 0)
    assert cell.text == "UAT-001.01 Mail\nSend it.\nWait."
    assert [(run.text, run.bold) for run in cell.paragraphs[0].runs] == [
        ("UAT-001.01 Mail", True),
        ("\nSend it.\nWait.", False),
    ]


def test_small_pictures_stand_side_by_side_and_one_that_comes_twice_is_kept_once(
    tmp_path, identity
):
    items = [Picture(picture(size=(900, 300)), "wide", "Wide\none")] * 3
    items += [Picture(picture(size=(100, 4000)), "high"), Picture(b"no", "broken", "Broken")]
    written = write_document(Document("t", [Pictures(tuple(items))], identity), tmp_path / "a.docx")
    opened = docx.Document(str(written.path))
    (table,) = opened.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["\nWide\none"] * 3, ["\n", "[broken]\nBroken", ""],
    ]  # fmt: skip
    shapes = opened.inline_shapes
    assert len(shapes) == 4
    assert all(shape.width.cm <= 16.6 / 3 and shape.height.cm <= 4.5 for shape in shapes)
    ids = [item.get("id") for item in opened.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids)
    with zipfile.ZipFile(written.path) as package:
        assert len([name for name in package.namelist() if "media/" in name]) == 2
    assert written.warnings == ("The picture “broken” cannot be read; its place says so.",)
    assert content_digest(written.path) == written.content_hash


def test_a_row_to_write_into_has_room(tmp_path, identity):
    columns = (Column("Step", "s", 10), Column("What happened", "w", 40))
    blocks = [Table(columns, [("1", "")], room=2.5), Table(columns, [("1", "")])]
    written = write_document(Document("t", blocks, identity), tmp_path / "a.docx")
    roomy, plain = docx.Document(str(written.path)).tables
    assert roomy.rows[1].height.cm == pytest.approx(2.5, abs=0.01)
    assert roomy.rows[0].height is None
    assert plain.rows[1].height is None
    assert content_digest(written.path) == written.content_hash


def test_a_photograph_without_the_usual_first_lines_is_shown(tmp_path, identity):
    whole = picture("JPEG")
    length = int.from_bytes(whole[4:6], "big")
    bare = whole[:2] + whole[4 + length :]
    assert b"JFIF" not in bare
    written = write_document(Document("t", [Picture(bare, "a")], identity), tmp_path / "a.docx")
    assert written.warnings == ()
    with zipfile.ZipFile(written.path) as package:
        assert package.read("word/media/image1.jpg") == bare
        assert b'Extension="jpg"' in package.read("[Content_Types].xml")
