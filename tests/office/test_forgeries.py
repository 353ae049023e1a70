"""Nobody hides or paints over what a sealed file says without the seal or the file telling."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Drawing
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook as Book
from PIL import Image

from changedesk.office import content_digest, write_document
from changedesk.office.excel import write_workbook
from changedesk.office.identity import Identity
from changedesk.office.layout import (
    Block,
    Chart,
    Column,
    Document,
    DocumentBlock,
    NativeChart,
    Paragraph,
    Picture,
    SealBlock,
    Table,
    WrittenFile,
)
from changedesk.office.looks import changed_looks
from changedesk.office.number_formats import bare_format, shows_otherwise
from changedesk.office.seal import changed_content, hidden_content

MAIN, STYLES = "word/document.xml", "word/styles.xml"
WORDS = b"Everything was tried."
RUN = b"<w:r><w:t>Everything was tried.</w:t></w:r>"


def image(color: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (20, 10), color).save(out, "PNG")
    return out.getvalue()


def rewritten(path: Path, change: Callable[[str, bytes], bytes], **more: bytes) -> Path:
    """Return a copy of a package in which `change(name, data)` gave each part."""
    target = path.with_name(f"forged-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, data in more.items():
            new.writestr(name, data)
    return target


def replaced(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Return a copy in which `old` stands as `new` in the parts whose name holds `part`."""

    def change(name: str, data: bytes) -> bytes:
        if not re.search(part, name):
            return data
        assert old in data, f"{old!r} does not stand in {name}"
        return data.replace(old, new, 1)

    return rewritten(path, change)


@pytest.fixture
def certificate(tmp_path: Path, identity: Identity) -> WrittenFile:
    block = Block(
        "Outcomes",
        (Column("Outcome", "o"), Column("Steps", "n", kind="integer")),
        (("Passed", 80), ("Failed", 3)),
        Chart("bar"),
    )
    parts: list[DocumentBlock] = [
        Paragraph(WORDS.decode()),
        Table((Column("Step", "s"), Column("State", "t")), [("1", "ok"), ("2", "not ok")]),
        Picture(image("red"), "Evidence"),
        NativeChart(block, "Outcomes"),
        SealBlock(),
    ]
    return write_document(Document("Certificate", parts, identity), tmp_path / "certificate.docx")


HIDDEN_RUNS = (
    b"<w:vanish/>", b'<w:color w:val="FEFEFE"/>', b'<w:color w:themeColor="background1"/>',
    b'<w:sz w:val="2"/>', b'<w:color w:val="000000"/><w:highlight w:val="black"/>',
    b'<w:color w:val="1F2430"/><w:shd w:val="clear" w:fill="202020"/>',
    b"<w:strike/>", b'<w:w w:val="1"/>', b'<w:position w:val="-3000"/>',
    b'<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
)  # fmt: skip


@pytest.mark.parametrize("look", HIDDEN_RUNS)
def test_a_hidden_run_is_told_with_its_words(certificate: WrittenFile, look: bytes) -> None:
    plain = b"<w:r><w:t>Everything was not tried.</w:t></w:r>"
    forged = (
        b"<w:r><w:t xml:space='preserve'>Everything was </w:t></w:r><w:r><w:rPr>" + look
        + b"</w:rPr><w:t xml:space='preserve'>not </w:t></w:r><w:r><w:t>tried.</w:t></w:r>"
    )  # fmt: skip
    said = replaced(certificate.path, MAIN, RUN, plain)
    found = changed_content(said, rewritten(said, lambda n, d: d.replace(plain, forged)))
    told = {(one.place, one.before, one.after) for one in found}
    assert ("paragraph 2", "Everything was not tried.", "Everything was tried.") in told
    assert ("paragraph 2, hidden text", "", "not") in told


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (MAIN, WORDS, b"All is well."),
        ("header", b"<w:t>Certificate", b"<w:t>Approved certificate"),
        ("footer", b"Page ", b"Accepted, page "),
        ("footer", b"<w:t>1</w:t>", b"<w:t>accepted</w:t>"),
        (MAIN, b"<w:headerReference", b"<w:otherReference"),
        ("media/image1", b"\x89PNG", b"\x89PNX"),
        ("media/image2", b"\x89PNG", b"\x89PNX"),
        (MAIN, RUN, b"<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + RUN
         + b"<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
        (MAIN, RUN, RUN + b"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
         b"INCLUDETEXT x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"),
        (MAIN, RUN, RUN + b"<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"),
        (MAIN, RUN, RUN + b"<w:r><w:pict><v:rect xmlns:v='urn:schemas-microsoft-com:vml'/>"
         b"</w:pict></w:r>"),
        (MAIN, RUN, b"<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-"
         b"compatibility/2006'><mc:Choice Requires='x'>" + RUN + b"</mc:Choice><mc:Fallback>"
         b"<w:r><w:t>All is well.</w:t></w:r></mc:Fallback></mc:AlternateContent>"),
        (MAIN, b"<w:sectPr", b"<w:altChunk r:id='rId1'/><w:sectPr"),
        (MAIN, b"<a:stretch>", b"<a:srcRect l='90000'/><a:stretch>"),
        (MAIN, b"<wp:extent cx=", b"<wp:extent cx='1' cz="),
        (MAIN, b"<w:tblPr>", b"<w:tblPr><w:tblpPr w:tblpX='1'/>"),
        (MAIN, b"<w:pgSz w:w=", b"<w:pgSz w:w='300' w:code="),
        (MAIN, b"<w:p><w:pPr>", b"<w:p><w:pPr><w:ind w:left='30000'/>"),
        (MAIN, RUN, b"<w:hyperlink r:id='rId1'>" + RUN + b"</w:hyperlink>"),
        (MAIN, b"<w:cantSplit/>", b"<w:cantSplit/><w:hidden/>"),
        (MAIN, b"<w:cantSplit/>", b"<w:trHeight w:val='1' w:hRule='exact'/>"),
        (STYLES, b"<w:docDefaults><w:rPrDefault><w:rPr>",
         b"<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/>"),
    ],
)  # fmt: skip
def test_no_part_of_a_document_is_changed_unseen(
    certificate: WrittenFile, part: str, old: bytes, new: bytes
) -> None:
    forged = replaced(certificate.path, part, old, new)
    assert content_digest(forged) != certificate.content_hash
    assert changed_content(certificate.path, forged)


def test_another_main_part_and_notes_are_read_where_programs_read_them(
    certificate: WrittenFile,
) -> None:
    with zipfile.ZipFile(certificate.path) as package:
        main = package.read(MAIN)
    rels = replaced(certificate.path, "^_rels/", b"word/document.xml", b"word/document2.xml")
    other = rewritten(
        rels, lambda _, data: data, **{"word/document2.xml": main.replace(WORDS, b"All is well.")}
    )
    assert content_digest(other) != certificate.content_hash
    space = b"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for name, tag in (("comments", "comment"), ("footnotes", "footnote")):
        link = b"<Relationship Id='n' Type='%s%s' Target='%s.xml'/></Relationships>" % (
            office, name.encode(), name.encode(),
        )  # fmt: skip
        noted = rewritten(
            replaced(certificate.path, "document.xml.rels", b"</Relationships>", link),
            lambda _, data: data,
            **{f"word/{name}.xml": b"<w:x %s><w:%s><w:p><w:r><w:t>It failed.</w:t></w:r></w:p>"
               b"</w:%s></w:x>" % (space, tag.encode(), tag.encode())},
        )  # fmt: skip
        (change,) = changed_content(certificate.path, noted)
        assert (change.place, change.after) == (f"{tag} 1, paragraph 1", "It failed.")


def test_a_figure_of_a_documents_chart_is_named(certificate: WrittenFile) -> None:
    forged = replaced(certificate.path, "charts/chart", b"<v>3</v>", b"<v>0</v>")
    assert content_digest(forged) == certificate.content_hash
    (change,) = changed_looks(certificate.path, forged)
    assert change.place == "chart 1, figures"
    assert ("3" in change.before, change.after.split(", ")[-1]) == (True, "0")


@pytest.fixture
def workbook(tmp_path: Path, make_workbook: Callable[[int], object]) -> WrittenFile:
    return write_workbook(make_workbook(40), tmp_path / "book.xlsx")  # type: ignore[arg-type]


def a_format(code: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        book["Steps"]["H12"].number_format = code

    return change


def a_rule(rule: object) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        book["Steps"].conditional_formatting.add("D5:D44", rule)

    return change


def hidden_sheet(book: Book) -> None:
    book["Steps"].sheet_state = "hidden"


def hidden_row(book: Book) -> None:
    book["Steps"].row_dimensions[12].hidden = True


def low_row(book: Book) -> None:
    book["Steps"].row_dimensions[12].height = 0.5


def hidden_column(book: Book) -> None:
    book["Steps"].column_dimensions["D"].hidden = True


def narrow_column(book: Book) -> None:
    book["Steps"].column_dimensions["D"].width = 0.1


def commented(book: Book) -> None:
    book["Steps"]["D12"].comment = Comment("It passed, really.", "Somebody")


def ink_of_the_ground(book: Book) -> None:
    book["Steps"]["C12"].font = Font(color="00FFFFFF")


def ink_of_its_own_ground(book: Book) -> None:
    book["Steps"]["C12"].fill = PatternFill("solid", start_color="001F2430")


def a_shape(book: Book) -> None:
    book["Steps"].add_image(Drawing(BytesIO(image("white"))), "D12")


def pushed_aside(book: Book) -> None:
    book["Steps"]["C12"].alignment = Alignment(indent=200)


def no_noughts(book: Book) -> None:
    book["Steps"].sheet_view.showZeros = False


def struck_out(book: Book) -> None:
    book["Steps"]["C12"].font = Font(strike=True)


def in_signs(book: Book) -> None:
    book["Steps"]["C12"].font = Font(name="Wingdings")


def frozen_away(book: Book) -> None:
    book["Steps"].freeze_panes = "A30"
    book["Steps"].sheet_view.topLeftCell = "A25"


def linked(book: Book) -> None:
    book["Steps"]["C12"].hyperlink = "http://example.org"


def a_sheet_like_ours(book: Book) -> None:
    book.create_sheet("_cd_results")["A1"] = "All passed"


@pytest.mark.parametrize(
    ("forge", "place"),
    [
        (a_format('"passed"'), "Steps!H12, number format"),
        (a_format(";;;"), "Steps!H12, number format"),
        (a_format('[=7]"0";General'), "Steps!H12, number format"),
        (a_format("0,"), "Steps!H12, number format"),
        (a_rule(CellIsRule(operator="equal", formula=["1"], font=Font(color="00FFFFFF"))),
         "Steps!D5:D44, conditional format"),
        (a_rule(FormulaRule(formula=["TRUE"], fill=PatternFill(bgColor="00101010"))),
         "Steps!D5:D44, conditional format"),
        (a_rule(DataBarRule("min", None, "max", None, color="FFFFFF", showValue=False)),
         "Steps!D5:D44, conditional format"),
        (a_rule(ColorScaleRule("min", None, "000000", None, None, None, "max", None, "000000")),
         "Steps!D5:D44, conditional format"),
        (hidden_sheet, "Steps!sheet"),
        (hidden_row, "Steps!row 12"),
        (low_row, "Steps!row 12"),
        (hidden_column, "Steps!column D"),
        (narrow_column, "Steps!column D"),
        (commented, "Steps!D12, comment"),
        (ink_of_the_ground, "Steps!C12, look"),
        (ink_of_its_own_ground, "Steps!C12, look"),
        (a_shape, "Steps!drawing"),
        (pushed_aside, "Steps!C12, look"),
        (no_noughts, "Steps!sheet"),
        (struck_out, "Steps!C12, look"),
        (in_signs, "Steps!C12, look"),
        (frozen_away, "Steps!sheet"),
        (linked, "Steps!C12, link"),
        (a_sheet_like_ours, "_cd_results!A1"),
    ],
)  # fmt: skip
def test_what_is_hidden_in_a_workbook_is_named(
    workbook: WrittenFile, forge: Callable[[Book], None], place: str
) -> None:
    book = load_workbook(workbook.path)
    forge(book)
    forged = workbook.path.with_name("forged.xlsx")
    book.save(forged)
    assert content_digest(forged) != workbook.content_hash
    assert [one.place for one in changed_content(workbook.path, forged)] == [place]
    if place != "_cd_results!A1":
        assert [one.place for one in hidden_content(forged)] == [place]


def test_looks_that_only_the_file_as_made_can_tell_are_named(workbook: WrittenFile) -> None:
    book = load_workbook(workbook.path)
    book["Steps"]["G12"].number_format = "0"
    book["Steps"]["F13"].number_format = "mmm yyyy"
    book["Steps"].merge_cells("B12:C12")
    book["Steps"].print_area = "A1:C20"
    book["Steps"].oddHeader.left.text = "Accepted"
    forged = workbook.path.with_name("forged.xlsx")
    book.save(forged)
    found = {one.place: (one.before, one.after) for one in changed_looks(workbook.path, forged)}
    assert found.pop("Steps!oddHeader")[1].startswith("&LAccepted")
    assert found == {
        "Steps!G12, number format": ("#,##0.00", "0"),
        "Steps!F13, number format": ("d mmm yyyy", "mmm yyyy"),
        "Steps!merged cells": ("", "B12:C12"),
        "Steps!what is printed": ("", "Steps!A1:C20"),
    }


def test_a_chart_that_draws_other_cells_is_named(workbook: WrittenFile) -> None:
    forged = replaced(workbook.path, "charts/chart1", b"$C$11:$C$13", b"$C$12:$C$14")
    (change,) = changed_looks(workbook.path, forged)
    assert change.place == "Summary!chart 1, cells"
    assert ("Summary!C11:C13" in change.before, "Summary!C12:C14" in change.after) == (True, True)


def test_a_part_of_a_text_in_white_is_told(workbook: WrittenFile) -> None:
    rich = b"<is><r><t>Script </t></r><r><rPr><color rgb='FFFFFFFF'/></rPr><t>0</t></r></is>"
    forged = replaced(workbook.path, "worksheets/sheet3", b"<is><t>Script 0</t></is>", rich)
    assert [one.place for one in hidden_content(forged)] == ["Steps!B5, look"]


@pytest.mark.parametrize(
    "code",
    ["General", "", "@", "0", "#,##0.00", "0\\ %", "d mmm yyyy", "[$-409]d\\ mmm\\ yyyy", "[h]:mm",
     '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "[Red]-0.0", "[$€-407] 0", "0.00E+00"],
)  # fmt: skip
def test_formats_of_every_day_show_the_value(code: str) -> None:
    assert not shows_otherwise(code)


@pytest.mark.parametrize(
    "code",
    ['"passed"', ";;;", "0;;", '"x"@', "@\\ \\o\\k", "0,", "[>1]0;0", "[White]0", "\\10", "**",
     "[$USD-409]0", "[$passed]0", '-;-"1"'],
)  # fmt: skip
def test_formats_that_show_another_value_are_known(code: str) -> None:
    assert shows_otherwise(code)


def test_a_format_is_the_same_however_a_program_writes_it() -> None:
    assert bare_format('[$-409]D" "MMM\\ YYYY') == bare_format("d mmm yyyy")
