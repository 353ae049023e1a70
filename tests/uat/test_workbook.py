"""The UAT workbook, reopened: it says what the workspace says and takes what a tester fills in."""

import re
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import content_digest, read_identity
from changedesk.office.references import bare_reference
from changedesk.store.engine import Sql
from changedesk.uat import queries
from changedesk.uat.capture import raise_defect, record_result
from changedesk.uat.records import StepResult
from changedesk.uat.scripts import edit_steps
from changedesk.uat.workbook import export_uat_workbook, uat_workbook

HEADER_ROW = 4


@pytest.fixture
def filled(bench):
    """A cycle with a pass, a failure with a defect, a dispute, and a run that nobody began."""
    group = bench.group("Tier 1, Leeds", "Ruth Adeyemi")
    amira, tom = bench.tester("Amira Khan", group), bench.tester("Tom")
    cycle = bench.cycle("First round", build="rc1", starts="2026-03-02", ends="2026-03-06")
    mail = bench.script("Mail", "Send |  | It arrives", "Reply", area="Case handling")
    chat = bench.script("Chat", "Open", "Close", area="Chatbot/Hand-off")
    bench.record(bench.run(cycle, mail, amira), ["pass", "fail"], actual="=2+2 is not sent")
    disputed = bench.run(cycle, chat, amira)
    bench.record(disputed, ["pass", "na"], comment="Slow")
    step = queries.run_sheet(bench.desk, disputed).steps[0].id
    with bench.desk.change("Record apart") as change:
        change.add(StepResult(run=disputed, step=step, outcome="fail", actual="No", tester=tom))
    bench.run(cycle, chat, tom)
    failed = queries.runs(bench.desk, cycle)[0]
    assert failed.state == "failed"
    result = queries.run_sheet(bench.desk, failed.id).results[-1].id
    raise_defect(bench.desk, result, "Reply is not sent", severity="high")
    return cycle


@pytest.fixture
def book(bench, filled, write):
    return load_workbook(export_uat_workbook(bench.desk, filled, write("book.xlsx")).path)


def table(sheet: Worksheet) -> list[dict[str, object]]:
    head, *body = sheet.iter_rows(min_row=HEADER_ROW, values_only=True)
    return [dict(zip([str(title) for title in head], row, strict=True)) for row in body]


def said(sheet: Worksheet) -> str:
    cells = (cell for row in sheet.iter_rows(values_only=True) for cell in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)


def test_each_step_of_each_run_is_a_row(book):
    rows = table(book["Steps"])
    told = [
        (bare_reference(str(row["Step"])), row["Outcome"], row["What happened"]) for row in rows
    ]
    assert told == [
        ("UAT-001.01", "✔ Pass", None),
        ("UAT-001.02", "✖ Fail", "=2+2 is not sent"),
        ("UAT-002.01", "⚡ Disputed", "Amira Khan: ✔ Pass\nTom: ✖ Fail – No"),
        ("UAT-002.02", "— Not applicable", None),
        ("UAT-002-2.01", None, None),
        ("UAT-002-2.02", None, None),
    ]
    assert rows[0]["Expected result"] == "It arrives"
    assert rows[0]["Script"] == "UAT-001 Mail"
    assert rows[3]["Comment"] == "Slow"
    assert {row["Tester"] for row in rows} == {"Amira Khan", "Tom"}


def test_the_date_of_a_result_is_a_date(book):
    rows = table(book["Steps"])
    assert rows[0]["Date"] == datetime(2026, 3, 2)
    assert rows[5]["Date"] is None


def test_text_that_begins_like_a_formula_stays_text(book):
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_what_is_filled_in_is_unlocked_and_all_else_is_locked(book):
    sheet = book["Steps"]
    open_columns = {
        str(cell.value)
        for cell in sheet[HEADER_ROW]
        if not sheet.cell(HEADER_ROW + 1, cell.column).protection.locked
    }
    assert open_columns == {"Outcome", "What happened", "Comment", "Date"}
    assert sheet.protection.sheet


def test_the_outcome_is_chosen_from_a_list(book):
    lists = [rule for rule in book["Steps"].data_validations.dataValidation if rule.type == "list"]
    (rule,) = lists
    assert rule.formula1 == '"✔ Pass,✖ Fail,⊘ Blocked,➔ Skipped,— Not applicable"'
    assert str(rule.sqref) == "G5:G10"


def test_rows_carry_uuids_that_nobody_sees(bench, filled, book):
    sheet = book["Steps"]
    letter = next(cell.column_letter for cell in sheet[HEADER_ROW] if cell.value == "_id")
    assert sheet.column_dimensions[letter].hidden
    keys = [row["_id"] for row in table(sheet)]
    assert len(set(keys)) == 6
    known = {bench.desk.uid_of(run.id) for run in queries.runs(bench.desk, filled)}
    assert {str(key).split(".")[0] for key in keys} == known


def test_the_cover_says_what_it_is_how_to_fill_it_in_and_where_to_sign(book):
    text = said(book["Cover"])
    for words in (
        "User acceptance test: First round", "CSM Service Cloud", "CYC-01 First round",
        "2 March 2026 to 6 March 2026", "3 runs of 2 scripts, 6 steps", "Supervisor, Tier 1, Leeds",
        "Ruth Adeyemi", "Dana Kowalski", "Helena Novak", "send it back to Dana Kowalski",
        "✖ Fail", "○ Not run", "CYC-01 is a cycle, one round of testing, UAT-001 a test script",
        "What a signature means. Supervisor, review: the results are those that my people saw;",
        "Project manager, responsibility: it was tested as planned;",
        "Sponsor, approval: I decide for those who will work with it.",
    ):  # fmt: skip
        assert words in text


def test_times_in_words_carry_their_zone(book):
    moment = r"2 March 2026, \d\d:\d\d UTC[+-]\d\d:\d\d"
    assert re.search(moment, said(book["Cover"]))
    assert re.search(f"As of {moment}", said(book["Summary"]))


def test_the_summary_has_figures_with_bases_and_native_charts(book):
    sheet = book["Summary"]
    text = said(sheet)
    for words in ("33 %", "1 of 3 runs", "0 of 1 decided runs", "1 high", "Base: 6 steps."):
        assert words in text
    assert len(sheet._charts) == 5


def test_the_summary_tells_how_long_open_defects_have_been_open(book):
    rows = list(book["Summary"].iter_rows(min_col=2, max_col=3, values_only=True))
    start = rows.index(("Days open", "Open"))
    assert rows[start + 1 : start + 5] == [
        ("0 to 7", 1), ("8 to 14", 0), ("15 to 30", 0), ("31 and more", 0),
    ]  # fmt: skip
    assert "median 0 days, the oldest 0" in said(book["Summary"])


def test_states_by_area_add_up(book):
    rows = list(book["Summary"].iter_rows(min_col=2, max_col=8, values_only=True))
    start = next(n for n, row in enumerate(rows) if row[0] == "Area")
    assert rows[start] == ("Area", "Passed", "Failed", "Disputed", "Not run", "Runs", None)
    assert rows[start + 1 : start + 4] == [
        ("Case handling", 0, 1, 0, 0, 1, None),
        ("Chatbot", 0, 0, 1, 1, 2, None),
        ("All", 0, 1, 1, 1, 3, None),
    ]


def test_the_defects_are_listed_with_a_place_for_their_disposition(book):
    (row,) = table(book["Defects"])
    assert bare_reference(str(row["Defect"])) == "D-001"
    assert (row["Title"], row["Severity"], row["Status"]) == (
        "Reply is not sent",
        "▲ High",
        "○ New",
    )
    assert (row["Script"], row["Found by"], row["Disposition"]) == ("UAT-001", "Amira Khan", None)


def test_one_testers_workbook_holds_his_part_and_his_signature(bench, filled, write):
    tom = queries.runs(bench.desk, filled)[2]
    assert tom.tester_name == "Tom"
    path = export_uat_workbook(bench.desk, filled, write("tom.xlsx"), tester=tom.tester).path
    book = load_workbook(path)
    assert {row["Tester"] for row in table(book["Steps"])} == {"Tom"}
    assert "Tester" in said(book["Cover"])
    assert "Helena Novak" not in said(book["Cover"])


def test_each_run_tells_the_version_of_its_script(bench, filled, write):
    script = queries.runs(bench.desk, filled)[1].script
    edit_steps(bench.desk, script, {bench.steps(script)[0].id: {"do": "Open it twice"}})
    book = load_workbook(export_uat_workbook(bench.desk, filled, write("book.xlsx")).path)
    # Of the script that was changed, one was begun before and one takes the words of now.
    assert [row["Version"] for row in table(book["Scripts"])] == [1, 1, 2]


def test_the_figures_of_one_testers_workbook_are_all_his(bench, filled, write):
    tom = queries.runs(bench.desk, filled)[2]
    bench.record(tom.id, ["pass", "pass"])
    path = export_uat_workbook(bench.desk, filled, write("tom.xlsx"), tester=tom.tester).path
    assert "1 of 1 decided first attempts" in said(load_workbook(path)["Summary"])


def test_the_seal_and_identity_are_read_back(bench, filled, write):
    written = export_uat_workbook(bench.desk, filled, write("book.xlsx"))
    assert content_digest(written.path) == written.content_hash
    found = read_identity(written.path)
    assert found is not None
    assert (found.kind, found.workspace_uid) == ("uat-workbook", bench.desk.uid)
    assert found.subject == f"cycle:{bench.desk.uid_of(filled)}"


def test_a_cycle_without_runs_gives_an_honest_workbook(bench, write):
    cycle = bench.cycle("Empty")
    book = load_workbook(export_uat_workbook(bench.desk, cycle, write("empty.xlsx")).path)
    assert "No script is planned in this cycle yet." in said(book["Steps"])
    text = said(book["Summary"])
    assert "0 of 0 runs" in text
    assert "0 %" not in text
    assert book["Summary"]._charts == []  # type: ignore[attr-defined]


def test_a_script_that_was_judged_as_a_whole_says_so(bench, write):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a", "b"))
    record_result(bench.desk, run, None, "fail", actual="Nothing works")
    book = load_workbook(export_uat_workbook(bench.desk, cycle, write("whole.xlsx")).path)
    (row,) = table(book["Scripts"])
    assert (row["State"], row["Said of the whole script"]) == ("✖ Failed", "✖ Fail Nothing works")


def test_progress_is_told_and_can_stop_it(bench, filled, write):
    class Enough(Exception):
        pass

    def stop(_done, _all):
        raise Enough

    with pytest.raises(Enough):
        export_uat_workbook(bench.desk, filled, write("stopped.xlsx"), stop)
    assert not write("stopped.xlsx").exists()


def test_describing_takes_few_queries_however_many_runs_there_are(bench, monkeypatch):
    asked: list[str] = []
    ask = Sql.rows

    def listen(sql, statement, *values):
        asked.append(statement)
        return ask(sql, statement, *values)

    def queries_of_a_description() -> int:
        asked.clear()
        with monkeypatch.context() as patch:
            patch.setattr(Sql, "rows", listen)
            uat_workbook(bench.desk, cycle)
        return len(asked)

    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("A", "a", "b")), ["pass", "pass"])
    few = queries_of_a_description()
    for number in range(12):
        bench.record(bench.run(cycle, bench.script(f"S{number}", "a")), ["pass"])
    assert queries_of_a_description() == few
