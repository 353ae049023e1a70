"""The seal covers what a file says: nothing less, and not how it is stored."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel

from changedesk.office import content_digest, write_document
from changedesk.office.carriers import read_carriers, read_identity
from changedesk.office.excel import write_workbook
from changedesk.office.excel_values import number
from changedesk.office.identity import Identity, identity_line, parse_identity, parse_meta
from changedesk.office.layout import Column, Document, Facts, Paragraph, SealBlock, Table
from changedesk.office.seal import (
    canonical,
    changed_content,
    content,
    read_digest_of_seal,
    seal_words,
)
from changedesk.store.errors import UserError


@pytest.fixture
def written(tmp_path, make_workbook):
    return write_workbook(make_workbook(40), tmp_path / "book.xlsx", stream_from=10)


@pytest.fixture
def sealed_document(tmp_path, identity):
    document = Document(
        "Certificate",
        [
            Paragraph("Everything was tried."),
            Facts((("Cycle", "C2"),)),
            Table((Column("Step", "s"), Column("State", "t")), [("1", "ok"), ("2", "not ok")]),
            SealBlock(),
        ],
        identity,
    )
    return write_document(document, tmp_path / "certificate.docx")


def edited(path, change):
    """Return a copy of the package at `path` in which `change(name, data)` gave each part."""
    target = path.with_name(f"edited-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def saved_again(path, change=None):
    """Return the workbook after openpyxl opened, changed and saved it."""
    book = load_workbook(path)
    if change:
        change(book)
    target = path.with_name("again.xlsx")
    book.save(target)
    return target


def test_what_was_written_is_what_is_read_back(written, sealed_document):
    for made in (written, sealed_document):
        assert content_digest(made.path) == made.content_hash
        found = read_identity(made.path)
        assert found is not None
        assert read_digest_of_seal(found) == made.content_hash
        assert made.seal == seal_words(found.export_id, made.content_hash)


def test_saving_again_with_shared_strings_changes_nothing(written):
    assert content_digest(saved_again(written.path)) == written.content_hash


@pytest.mark.parametrize("place", ["A5", "D30", "H17", "J44", "K9"])
def test_any_changed_cell_breaks_the_seal_and_is_named(written, place):
    def change(book):
        book["Steps"][place].value = "changed"

    other = saved_again(written.path, change)
    assert content_digest(other) != written.content_hash
    (found,) = changed_content(written.path, other)
    assert (found.place, found.after) == (f"Steps!{place}", "changed")


def test_a_number_made_text_and_a_moved_cell_break_the_seal(written):
    def as_text(book):
        book["Steps"]["H17"].value = str(book["Steps"]["H17"].value)
        book["Steps"]["H17"].data_type = "s"

    def moved(book):
        sheet = book["Steps"]
        sheet["D30"].value, sheet["D31"].value = sheet["D31"].value, sheet["D30"].value

    def renamed(book):
        book["Steps"].title = "Steps 2"

    def reordered(book):
        book.move_sheet("Steps", -1)

    for change in (as_text, moved, renamed, reordered):
        assert content_digest(saved_again(written.path, change)) != written.content_hash


def test_looks_and_hidden_machinery_are_not_covered(written):
    def change(book):
        book["Steps"]["A5"].number_format = "General"
        book["Steps"].column_dimensions["A"].width = 80
        book["_cd_meta"]["A1"].value = "gone"
        book.properties.title = "Other"

    assert content_digest(saved_again(written.path, change)) == written.content_hash


def test_the_seals_own_cell_is_not_covered_but_anything_else_there_is(written):
    def other_seal(book):
        for row in book["Cover"].iter_rows():
            for cell in row:
                if cell.value == written.seal:
                    cell.value = seal_words("another", "ab" * 32)

    def a_claim(book):
        for row in book["Cover"].iter_rows():
            for cell in row:
                if cell.value == written.seal:
                    cell.value = "All passed"

    assert content_digest(saved_again(written.path, other_seal)) == written.content_hash
    assert content_digest(saved_again(written.path, a_claim)) != written.content_hash


def test_a_formula_counts_by_its_text_and_one_by_value(tmp_path):
    digests = []
    for value in (1, 1.0, "1", "=1", True):
        book = Book()
        book.create_sheet("Values")["A1"] = value
        book.save(tmp_path / "a.xlsx")
        digests.append(content_digest(tmp_path / "a.xlsx"))
    assert digests[0] == digests[1]
    assert len(set(digests)) == 4


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)))
def test_times_saved_again_by_another_program_stay_the_same(moment):
    ours = number(moment)
    assert ours is not None
    theirs = repr(to_excel(moment.replace(microsecond=0)))
    libreoffice = format(float(theirs), ".15g")
    assert canonical("n", ours[1]) == canonical("n", theirs) == canonical("n", libreoffice)


@pytest.mark.parametrize("words", [b"not ok", b"Everything was tried.", b"Certificate"])
def test_a_changed_word_of_a_document_is_named(sealed_document, words):
    other = edited(
        sealed_document.path,
        lambda name, data: data.replace(words, b"fine") if name == "word/document.xml" else data,
    )
    assert content_digest(other) != sealed_document.content_hash
    (change,) = changed_content(sealed_document.path, other)
    assert (change.before, change.after) == (words.decode(), "fine")


def test_a_removed_paragraph_is_one_change_not_many(sealed_document):
    def cut(name, data):
        if name != "word/document.xml":
            return data
        start = data.rindex(b"<w:p>", 0, data.index(b"Everything was tried."))
        end = data.index(b"</w:p>", start) + len(b"</w:p>")
        return data[:start] + data[end:]

    (change,) = changed_content(sealed_document.path, edited(sealed_document.path, cut))
    assert (change.before, change.after) == ("Everything was tried.", "")


def test_page_numbers_and_properties_of_a_document_are_not_covered(sealed_document):
    def change(name, data):
        if "footer" in name:
            assert b"<w:t>1</w:t>" in data
            return data.replace(b"<w:t>1</w:t>", b"<w:t>7</w:t>")
        return data.replace(b"Certificate", b"Another") if "core" in name else data

    other = edited(sealed_document.path, change)
    assert content_digest(other) == sealed_document.content_hash


def test_an_exchanged_picture_breaks_the_seal(tmp_path, identity):
    from PIL import Image

    from changedesk.office.layout import Picture

    out = BytesIO()
    Image.new("RGB", (20, 10), "red").save(out, "PNG")
    other = BytesIO()
    Image.new("RGB", (20, 10), "blue").save(other, "PNG")
    document = Document("t", [Picture(out.getvalue(), "Evidence")], identity)
    made = write_document(document, tmp_path / "a.docx")

    def exchange(name, data):
        return other.getvalue() if name.startswith("word/media/") else data

    assert any(item.kind == "i" for item in content(made.path))
    assert content_digest(edited(made.path, exchange)) != made.content_hash


def test_the_code_of_the_seal_may_be_packed_anew_but_be_no_other_picture(sealed_document):
    from PIL import Image

    def packed_anew(name, data):
        if not name.startswith("word/media/"):
            return data
        out = BytesIO()
        Image.open(BytesIO(data)).convert("RGB").save(out, "PNG", compress_level=1)
        return out.getvalue()

    def exchanged(name, data):
        return b"no picture" if name.startswith("word/media/") else data

    path, sealed = sealed_document.path, sealed_document.content_hash
    assert content_digest(edited(path, packed_anew)) == sealed
    other = edited(path, exchanged)
    assert content_digest(other) != sealed
    (change,) = changed_content(path, other)
    assert (change.place, change.before) == ("picture 1", "")


def test_text_boxes_and_tracked_insertions_are_covered_and_deletions_are_not(sealed_document):
    digests = set()
    box_end = b"</w:txbxContent></w:pict></w:r></w:p>"
    for extra in (
        b"<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
        b"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>%s" % box_end,
        b"<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
    ):
        other = edited(
            sealed_document.path,
            lambda name, data, extra=extra: (
                data.replace(b"<w:sectPr", extra + b"<w:sectPr", 1)
                if name == "word/document.xml"
                else data
            ),
        )
        digests.add(content_digest(other))
    assert sealed_document.content_hash in digests
    assert len(digests) == 3


@pytest.mark.parametrize("data", [b"", b"just text", b"PK\x03\x04broken"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(tmp_path, data):
    path = tmp_path / "odd.xlsx"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"odd\.xlsx is not a readable"):
        content_digest(path)


def test_a_package_of_another_kind_and_broken_parts_are_refused(tmp_path, written):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "hello")
    with pytest.raises(UserError, match="is not a readable"):
        content_digest(path)
    for damage in (b"<broken", b"<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet/>"):
        other = edited(
            written.path,
            lambda name, data, damage=damage: damage if "workbook.xml" in name else data,
        )
        with pytest.raises(UserError, match="is not a readable"):
            content_digest(other)
    sheet = edited(
        written.path,
        lambda name, data: (
            b"<!DOCTYPE worksheet [<!ENTITY a 'b'>]>" + data if "sheet3" in name else data
        ),
    )
    with pytest.raises(UserError, match="is not a readable"):
        content_digest(sheet)


def test_shared_and_computed_texts_are_read_as_people_see_them(tmp_path):
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    related = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": b"<workbook %s xmlns:r='%s'><sheets><sheet name='A' r:id='r1'/></sheets>"
        b"</workbook>" % (main, related),
        "_rels/.rels": b"<Relationships><Relationship Id='r1' Type='%s/officeDocument' "
        b"Target='xl/workbook.xml'/></Relationships>" % related,
        "xl/_rels/workbook.xml.rels": b"<Relationships><Relationship Id='r1' "
        b"Target='/xl/worksheets/sheet1.xml'/><Relationship Id='r2' Type='%s/sharedStrings' "
        b"Target='sharedStrings.xml'/></Relationships>" % related,
        "xl/sharedStrings.xml": b"<sst %s><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>furigana"
        b"</t></rPh></si></sst>" % main,
        "xl/worksheets/sheet1.xml": b"<worksheet %s><sheetData><row>"
        b"<c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><v>_x0041_b</v></c>"
        b"<c r='C1' t='b'><v>1</v></c><c r='D1' t='e'><v>#N/A</v></c><c r='E1'/>"
        b"<c r='F1' t='inlineStr'><is><t></t></is></c><c r='G1'><f/><v>7</v></c>"
        b"</row></sheetData></worksheet>" % main,
    }
    path = tmp_path / "hand.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert [(item.place, item.kind, item.text) for item in content(path)] == [
        ("A!A1", "s", "rich"),
        ("A!B1", "s", "Ab"),
        ("A!C1", "b", "1"),
        ("A!D1", "e", "#N/A"),
    ]
    assert read_identity(path) is None


def test_what_stands_in_a_content_control_is_covered(tmp_path, sealed_document):
    control = b"<w:sdt><w:sdtContent><w:p><w:r><w:t>inside</w:t><w:br w:type='page'/></w:r></w:p>"
    other = edited(
        sealed_document.path,
        lambda name, data: (
            data.replace(b"<w:sectPr", control + b"</w:sdtContent></w:sdt><w:sectPr", 1)
            if name == "word/document.xml"
            else data
        ),
    )
    assert "inside" in [item.text for item in content(other)]


def test_a_file_that_is_not_ours_has_no_identity(tmp_path):
    Book().save(tmp_path / "a.xlsx")
    assert read_identity(tmp_path / "a.xlsx") is None


def test_any_one_carrier_suffices(written, identity):
    def only_the_hidden_sheet(name, data):
        if name in ("docProps/custom.xml", "docProps/core.xml", "xl/workbook.xml"):
            return data.replace(b"cd1|", b"zz1|")
        return data

    other = edited(written.path, only_the_hidden_sheet)
    assert [carrier for carrier, _ in read_carriers(other)] == ["hidden sheet"]
    found = read_identity(other)
    assert found is not None
    assert found.export_id == identity.export_id


def test_carriers_that_disagree_are_told(written, identity):
    def mix(name, data):
        if name == "docProps/core.xml":
            return data.replace(identity.export_id.encode(), b"0" * 36)
        return data

    with pytest.raises(UserError, match="two different exports"):
        read_identity(edited(written.path, mix))


@pytest.mark.parametrize(
    "line",
    ["", "cd1|only|four|parts", "cd2|k|1|e|w|2026-01-01T00:00:00|s", "cd1|k|x|e|w|2026|s", "a|b"],
)
def test_a_line_of_another_form_is_no_identity(line):
    assert parse_identity(line) is None


def test_an_identity_survives_its_line_whatever_its_words_hold():
    identity = Identity("e:1", "w|2", "uat workbook", datetime(2026, 1, 2, 3, 4), 7, "a|b:ü\n")
    line = identity_line(identity)
    assert ":" not in line
    assert line.isascii()
    assert parse_identity(line) == identity


def test_unknown_lines_of_the_hidden_sheet_are_ignored():
    meta = parse_meta([[], [None], ["later", 1], ["table", "k"], ["row", "k"], ["identity"]])
    assert (meta.identity, meta.tables, meta.ids) == (None, (), {})


def test_a_foreign_seal_claims_no_digest(identity):
    assert read_digest_of_seal(identity) is None
