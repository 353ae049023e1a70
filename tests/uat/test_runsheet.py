"""Run sheets on paper: what is left to do, for each tester, with boxes to tick."""

from datetime import UTC, datetime

import docx
import pytest

from changedesk.office import content_digest, read_identity
from changedesk.uat.capture import record_result, record_try
from changedesk.uat.records import DataSet, Step
from changedesk.uat.runsheet import export_uat_runsheet
from changedesk.uat.scripts import current_version
from changedesk.uat.sessions import add_session

BOXES = "☐ Pass\n☐ Fail\n☐ Blocked\n☐ Skipped\n☐ N/A"


@pytest.fixture
def sheets(bench, write):
    def make(cycle, **how):
        written = export_uat_runsheet(bench.desk, cycle, write("r.docx"), **how)
        return docx.Document(str(written.path))

    return make


def headings(document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]


def step_tables(document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows[1:]]
        for table in document.tables
        if table.rows[0].cells[0].text == "No."
    ]


def facts(document) -> dict[str, str]:
    """Return the facts of the last script."""
    rows = [row for table in document.tables for row in table.rows if len(row.cells) == 2]
    return {row.cells[0].text: row.cells[1].text for row in rows}


def test_each_tester_has_his_scripts_and_each_step_five_boxes(bench, sheets):
    cycle = bench.cycle("First round", build="rc1")
    mail = bench.script("Mail", "Send | To: x | It arrives", "Look")
    bench.run(cycle, mail, bench.tester("Tom"))
    bench.run(cycle, bench.script("Chat", "Ask"), bench.tester("Amira"))
    document = sheets(cycle)
    how_to = "How to fill in a sheet"
    assert headings(document) == [
        "Amira", how_to, "UAT-002 Chat", "Tom", how_to, "UAT-001 Mail",
    ]  # fmt: skip
    assert step_tables(document)[1] == [
        ["1", "Send\nData: To: x", "It arrives", BOXES, ""],
        ["2", "Look", "", BOXES, ""],
    ]


def test_each_script_begins_on_a_new_page(bench, sheets):
    cycle = bench.cycle()
    bench.run(cycle, bench.script("Mail", "a"), bench.tester("Tom"))
    document = sheets(cycle)
    (script,) = [p for p in document.paragraphs if p.text == "UAT-001 Mail"]
    assert script.paragraph_format.page_break_before


def test_a_step_has_room_to_write(bench, sheets):
    cycle = bench.cycle()
    bench.run(cycle, bench.script("Mail", "a"), bench.tester("Tom"))
    (table,) = [t for t in sheets(cycle).tables if t.rows[0].cells[0].text == "No."]
    assert table.rows[1].height.cm >= 1.9


def test_what_is_executed_is_not_printed_again(bench, sheets):
    cycle = bench.cycle()
    tom = bench.tester("Tom")
    bench.record(bench.run(cycle, bench.script("Mail", "a"), tom), ["pass"])
    bench.record(bench.run(cycle, bench.script("Chat", "a", "b"), tom), ["pass"])
    document = sheets(cycle)
    assert headings(document)[2:] == ["UAT-002 Chat"]
    first, second = step_tables(document)[0]
    assert first[4].startswith("Recorded: ✔ Pass (Tom, 2 Mar")
    assert second[4] == ""


def test_when_all_is_executed_everything_is_printed_once_more(bench, sheets):
    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("Mail", "a"), bench.tester("Tom")), ["pass"])
    assert headings(sheets(cycle))[2:] == ["UAT-001 Mail"]


def test_one_tester_gets_only_his_own(bench, sheets):
    cycle = bench.cycle()
    mail, tom = bench.script("Mail", "a"), bench.tester("Tom")
    bench.run(cycle, mail, tom)
    bench.run(cycle, mail, bench.tester("Amira"))
    assert [text for text in headings(sheets(cycle, tester=tom)) if " " not in text] == ["Tom"]


def test_what_nobody_was_given_comes_last(bench, sheets):
    cycle = bench.cycle()
    mail = bench.script("Mail", "a")
    bench.run(cycle, mail)
    bench.run(cycle, mail, bench.tester("Tom"))
    names = headings(sheets(cycle))
    assert names.index("Tom") < names.index("Not given to anybody yet")


def test_a_step_that_is_tried_many_times_has_a_box_for_each_try_that_is_left(bench, sheets):
    script = bench.script("Bot", "Ask")
    (step,) = bench.steps(script)
    with bench.desk.change("Try it twelve times") as change:
        change.set(bench.desk.get(Step, step.id), trials=12, threshold=75)
    cycle = bench.cycle()
    run = bench.run(cycle, script, bench.tester("Tom"))
    told = step_tables(sheets(cycle))[0][0]
    assert told[3] == f"Passed: ____ of 12\n{BOXES}"
    assert "Try it 12 times, tick each try that passes. 9 of 12 must pass." in told[4]
    assert told[4].count("☐") == 12
    record_try(bench.desk, run, step.id, "pass")
    told = step_tables(sheets(cycle))[0][0]
    assert "1 of 1 tries passed" in told[4]
    assert told[4].count("☐") == 11


def test_a_data_set_is_put_into_the_steps(bench, sheets):
    script = bench.script("Mail", "Write in <language> |  | It is ${language}")
    with bench.desk.change("Data") as change:
        change.add(
            DataSet(
                version=current_version(bench.desk, script),
                position=1,
                name="Poland",
                values="language = Polish\nsite = Gdańsk",
            )
        )
    cycle = bench.cycle()
    bench.run(cycle, script, bench.tester("Tom"))
    document = sheets(cycle)
    assert "UAT-001 Mail – Poland" in headings(document)
    assert step_tables(document)[0][0][1:3] == ["Write in Polish", "It is Polish"]
    assert facts(document)["Data set"] == "language: Polish\nsite: Gdańsk"


def test_a_script_in_one_piece_has_its_text_and_boxes_for_the_whole(bench, sheets):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Explore", text="Try to break the search."))
    document = sheets(cycle)
    assert "Try to break the search." in [p.text for p in document.paragraphs]
    assert BOXES in [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    record_result(bench.desk, run, None, "blocked", actual="No search")
    assert "UAT-001 Explore" in headings(sheets(cycle))


def test_there_is_a_line_to_sign_on_each_sheet(bench, sheets):
    cycle = bench.cycle()
    tom = bench.tester("Tom")
    for title in ("Mail", "Chat"):
        bench.run(cycle, bench.script(title, "a"), tom)
    heads = [[cell.text for cell in table.rows[0].cells] for table in sheets(cycle).tables]
    lines = [head for head in heads if "Tester’s signature" in head]
    assert len(lines) == 2


def test_a_tester_reads_when_and_where_he_is_expected(bench, sheets):
    cycle = bench.cycle()
    tom, mail = bench.tester("Tom"), bench.script("Mail", "a")
    bench.run(cycle, mail, tom)
    bench.run(cycle, mail, bench.tester("Amira"))
    nine = int(datetime(2026, 3, 4, 9, tzinfo=UTC).timestamp() * 1000)
    add_session(bench.desk, cycle, "Leeds, room 4", [tom], starts=nine)
    told = [
        row.cells[1].text
        for table in sheets(cycle).tables
        for row in table.rows
        if row.cells[0].text == "Session"
    ]
    assert len(told) == 1
    assert told[0].startswith("4 Mar 2026, ")
    assert told[0].endswith(", Leeds, room 4")


def test_an_empty_cycle_says_so(bench, sheets):
    document = sheets(bench.cycle("Empty"))
    assert "No script is planned in this cycle yet." in [p.text for p in document.paragraphs]


def test_the_seal_and_identity_are_read_back(bench, write):
    cycle = bench.cycle()
    bench.run(cycle, bench.script("Mail", "a"), bench.tester("Tom"))
    written = export_uat_runsheet(bench.desk, cycle, write("r.docx"))
    assert content_digest(written.path) == written.content_hash
    found = read_identity(written.path)
    assert found is not None
    assert (found.kind, found.subject) == ("uat-runsheet", f"cycle:{bench.desk.uid_of(cycle)}")
