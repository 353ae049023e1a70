"""The evidence book: each picture told from where it is, with its hash, and nothing left out."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from PIL import Image

from changedesk.office import content_digest, read_identity
from changedesk.uat import queries
from changedesk.uat.capture import Picture, record_result
from changedesk.uat.cycles import plan_runs
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.evidence import export_uat_evidence
from changedesk.uat.records import DataSet
from changedesk.uat.scripts import current_version


def picture(color: str = "red", size: tuple[int, int] = (40, 20), form: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, color).save(out, form)
    return out.getvalue()


@pytest.fixture
def failed(bench):
    """Return a maker of a failed step with evidence, in a cycle of its own."""

    def make(*data: bytes, names: tuple[str, ...] = ("a.png", "b.png", "c.png")) -> int:
        cycle = bench.cycle()
        script = bench.script("Mail", "Send |  | It arrives")
        run = bench.run(cycle, script, bench.tester("Amira"))
        step = queries.run_sheet(bench.desk, run).steps[0].id
        kept = [Picture(one, name) for one, name in zip(data, names, strict=False)]
        record_result(bench.desk, run, step, "fail", actual="Nothing came", pictures=kept)
        return cycle

    return make


@pytest.fixture
def book(bench, write):
    def make(cycle):
        written = export_uat_evidence(bench.desk, cycle, write("e.docx"))
        return written, docx.Document(str(written.path))

    return make


def said(document) -> str:
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t"))
        for paragraph in document.element.body.iter("{*}p")
    )


def test_a_picture_is_told_by_script_step_result_tester_time_and_hash(failed, book):
    data = picture()
    _, document = book(failed(data))
    text = said(document)
    assert "Picture 1: UAT-001 step 1 · ✖ Fail · Amira · 2 Mar 2026, " in text
    assert hashlib.sha256(data).hexdigest() in text
    for told in ("Mail", "Send", "It arrives", "Nothing came", f"a.png, {len(data)} bytes"):
        assert told in text


def test_every_picture_is_in_the_contents_and_on_a_page_of_its_own(failed, book):
    written, document = book(failed(picture("red"), picture("green"), picture("blue")))
    assert written.rows == 3
    pages = [p for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert [p.text.split()[0] for p in pages] == ["1", "2", "3"]
    assert len(document.inline_shapes) == 4  # the pictures, and the code of the seal


def test_a_small_picture_is_not_blown_up_and_a_large_one_fits_the_page(failed, book):
    _, document = book(failed(picture(size=(96, 48)), picture(size=(4000, 9000))))
    small, large = document.inline_shapes[0], document.inline_shapes[1]
    assert small.width.cm == pytest.approx(2.54, abs=0.01)
    assert large.height.cm <= 15.1
    assert large.width / large.height == pytest.approx(4000 / 9000, rel=0.01)


def test_the_bytes_of_a_picture_stay_as_they_are(failed, book):
    data = picture(form="JPEG")
    written, _ = book(failed(data))
    with ZipFile(written.path) as package:
        kept = [package.read(name) for name in package.namelist() if "media/" in name]
    assert data in kept


def test_what_is_no_picture_is_named_and_a_broken_one_does_not_stop_the_book(bench, book):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Mail", "a"))
    step = queries.run_sheet(bench.desk, run).steps[0].id
    kept = [Picture(b"%PDF-1.7", "log.pdf", "application/pdf"), Picture(b"broken", "b.png")]
    record_result(bench.desk, run, step, "fail", pictures=kept)
    written, document = book(cycle)
    text = said(document)
    assert "log.pdf is no picture: it is kept in the workspace." in text
    assert hashlib.sha256(b"%PDF-1.7").hexdigest() in text
    assert len(written.warnings) == 1
    assert "cannot be read" in written.warnings[0]


def test_a_picture_of_a_replaced_result_says_so(bench, failed, book):
    cycle = failed(picture())
    run = queries.runs(bench.desk, cycle)[0].id
    bench.record(run, ["pass"])
    assert "✖ Fail (replaced by a later result)" in said(book(cycle)[1])


def test_a_step_of_a_data_set_is_told_with_its_values(bench, book):
    script = bench.script("Mail", "Write in <language>")
    with bench.desk.change("Data") as change:
        version = current_version(bench.desk, script)
        change.add(DataSet(version=version, position=1, name="PL", values="language = Polish"))
    cycle = bench.cycle()
    plan_runs(bench.desk, cycle, [script], [None])
    run = queries.runs(bench.desk, cycle)[0].id
    step = queries.run_sheet(bench.desk, run).steps[0].id
    record_result(bench.desk, run, step, "fail", pictures=[Picture(picture(), "a.png")])
    text = said(book(cycle)[1])
    assert "UAT-001 step 1 · Mail – PL" in text
    assert "Write in Polish" in text


def test_a_cycle_without_evidence_says_so(bench, book):
    assert "No picture or file is kept" in said(book(bench.cycle())[1])


def test_the_seal_and_identity_are_read_back(bench, failed, book):
    cycle = failed(picture())
    written, _ = book(cycle)
    assert content_digest(written.path) == written.content_hash
    found = read_identity(written.path)
    assert found is not None
    assert (found.kind, found.subject) == ("uat-evidence", f"cycle:{bench.desk.uid_of(cycle)}")


def test_the_certificate_shows_small_pictures_only_when_asked(bench, failed, write):
    cycle = failed(picture(size=(2000, 1000)), b"broken")
    plain = export_uat_signoff(bench.desk, cycle, write("plain.docx"))
    shown = export_uat_signoff(bench.desk, cycle, write("shown.docx"), thumbnails=True)
    assert len(docx.Document(str(plain.path)).inline_shapes) == 1
    document = docx.Document(str(shown.path))
    assert len(document.inline_shapes) == 2
    assert "Evidence" in said(document)
    assert document.inline_shapes[0].width.cm <= 5.6
    assert content_digest(shown.path) == shown.content_hash
