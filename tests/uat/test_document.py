"""The UAT certificate, reopened: the verdict first, and nothing that speaks against it left out."""

import re

import docx
import pytest

from changedesk.office import content_digest, read_identity
from changedesk.people.records import Person, Project
from changedesk.uat import queries
from changedesk.uat.capture import Picture, add_defect, raise_defect, record_result
from changedesk.uat.criteria import add_condition, add_criterion
from changedesk.uat.cycles import plan_runs
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.lines import run_lines
from changedesk.uat.records import Defect, StepResult
from changedesk.uat.scripts import edit_steps
from changedesk.uat.workbook import step_rows


@pytest.fixture
def certificate(bench, write):
    def make(cycle):
        return docx.Document(str(export_uat_signoff(bench.desk, cycle, write("c.docx")).path))

    return make


def said(document) -> str:
    """Return all text in reading order."""
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t", "{*}br"))
        for paragraph in document.element.body.iter("{*}p")
    )


def tables(document) -> dict[str, list[list[str]]]:
    """Return the tables by the first heading of each."""
    return {
        table.rows[0].cells[0].text: [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    }


def after(text: str, heading: str) -> str:
    assert heading in text
    return text.split(heading, 1)[1]


def test_a_cycle_that_went_well_is_accepted(bench, certificate):
    cycle = bench.cycle("First round", build="rc1")
    bench.record(bench.run(cycle, bench.script("Mail", "a")), ["pass"])
    text = said(certificate(cycle))
    assert "✔ Accepted" in text
    assert "1 planned run executed, none failed, and no defect is open." in text
    assert "No step failed or was blocked." in text
    assert "Every planned run was executed." in text
    assert "No defect is open." in text
    assert "rc1" in text


def test_a_failure_is_told_with_place_expectation_words_tester_and_date(bench, certificate):
    cycle = bench.cycle()
    script = bench.script("Mail", "Send |  | It arrives")
    run = bench.run(cycle, script, bench.tester("Amira Khan"))
    step = queries.run_sheet(bench.desk, run).steps[0].id
    record_result(
        bench.desk, run, step, "fail", actual="Nothing came", pictures=[Picture(b"x", "a.png")]
    )
    document = certificate(cycle)
    text = said(document)
    assert text.index("✖ Not accepted") < text.index("What was tested")
    assert "Of 1 run, 1 failed." in text
    row = tables(document)["Script and step"][1]
    assert row == [
        "UAT-001.01 Mail\nSend", "It arrives", "✖ Fail", "Nothing came\n(1 picture kept)",
        "Amira Khan\n02 Mar 2026",
    ]  # fmt: skip


def test_a_script_that_failed_as_a_whole_is_a_failure_too(bench, certificate):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Mail", "a", "b"))
    record_result(bench.desk, run, None, "fail", actual="Nothing works")
    row = tables(certificate(cycle))["Script and step"][1]
    assert row[0] == "UAT-001 Mail\nthe script as a whole"
    assert row[3] == "Nothing works"


def test_a_dispute_shows_what_each_recorded(bench, certificate):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Mail", "a"), bench.tester("Amira"))
    bench.record(run, ["pass"])
    step = queries.run_sheet(bench.desk, run).steps[0].id
    with bench.desk.change("Record apart") as change:
        tom = change.add(Person(name="Tom")).id
        change.add(StepResult(run=run, step=step, outcome="fail", actual="No", tester=tom))
    text = said(certificate(cycle))
    assert "Of 1 run, 1 disputed." in text
    told = after(text, "Disputed steps")
    assert "Amira: ✔ Pass" in told
    assert "Tom: ✖ Fail – No" in told


def test_what_was_not_run_is_named(bench, certificate):
    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("Mail", "a", "b")), ["pass"])
    bench.run(cycle, bench.script("Chat", "a"), bench.tester("Tom"))
    bench.record(bench.run(cycle, bench.script("Call", "a")), ["pass"])
    document = certificate(cycle)
    assert "✔* Accepted with conditions" in said(document)
    assert "No run failed; 2 of 3 runs not executed yet." in said(document)
    rows = {row[0]: row[1:] for row in tables(document)["Script"][1:]}
    assert rows["UAT-001 Mail"] == ["■ Medium", "", "◐ In progress", "1 of 2"]
    assert rows["UAT-002 Chat"] == ["■ Medium", "Tom", "○ Not run", "0 of 1"]
    conditions = [row[1] for row in tables(document)["No."][1:]]
    assert conditions[:2] == ["UAT-001 “Mail”: run to its end", "UAT-002 “Chat”: run to its end"]
    assert conditions[2:] == ["", "", ""]


def test_an_acceptance_says_what_was_deferred_and_on_which_conditions(bench, certificate):
    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("Mail", "a")), ["pass"])
    defect = add_defect(bench.desk, bench.project, "Lost", severity="critical", cycle=cycle)
    with bench.desk.change("Put off") as change:
        change.set(bench.desk.get(Defect, defect), status="deferred")
    text = said(certificate(cycle))
    assert "✔ Accepted" in text
    assert "no defect is open. 1 defect deferred (1 critical)." in text
    add_criterion(bench.desk, cycle, "All are executed", measure="executed")
    add_condition(bench.desk, cycle, "Mend it by May", "Lena", "2026-05-01")
    text = said(certificate(cycle))
    assert "✔* Accepted with conditions" in text
    assert "No run failed; 1 condition to be met; 1 defect deferred (1 critical)." in text


def test_hundreds_of_open_runs_are_counted_by_area(bench, certificate):
    cycle = bench.cycle()
    for number in range(4):
        script = bench.script(f"S{number}", "a", area="Chat/x" if number else "Mail")
        plan_runs(bench.desk, cycle, [script], [bench.tester(f"T{number}.{n}") for n in range(26)])
    document = certificate(cycle)
    assert "104 runs in all; the UAT workbook lists each of them." in said(document)
    assert tables(document)["Area"][1:] == [
        ["Chat", "○ Not run", "78"],
        ["Mail", "○ Not run", "26"],
    ]


def test_open_defects_have_a_disposition_and_grave_ones_forbid_acceptance(bench, certificate):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Mail", "a"))
    bench.record(run, ["fail"], actual="No")
    result = queries.run_sheet(bench.desk, run).results[0].id
    keys = [raise_defect(bench.desk, result, f"Defect {n}", severity="high") for n in range(3)]
    with bench.desk.change("Meeting") as change:
        change.set(
            bench.desk.get(Defect, keys[0]), status="ready_for_retest", fixed_in="rc2", owner="Lena"
        )
        around = "Approve on a laptop."
        change.set(bench.desk.get(Defect, keys[1]), status="deferred", workaround=around)
        change.set(bench.desk.get(Defect, keys[2]), status="closed")
    bench.record(run, ["pass"])
    document = certificate(cycle)
    assert "1 critical or high defect open (D-001 “Defect 0”)." in said(document)
    rows = tables(document)["Defect"][1:]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("D-001", "Lena", "fixed in rc2, to be retested"),
        ("D-002", "nobody yet", "deferred, accepted with workaround"),
    ]
    assert [row[1].split("\n")[-1] for row in rows] == [
        "(UAT-001, CYC-01)", "Workaround: Approve on a laptop.",
    ]  # fmt: skip
    assert tables(document)["No."][1][1] == "D-001 “Defect 0”: retested"


def test_a_cycle_without_runs_accepts_nothing(bench, certificate):
    text = said(certificate(bench.cycle("Empty")))
    assert "○ Nothing to accept yet" in text
    assert "No script is planned in this cycle." in text
    assert "Accepted" not in text.split("What was tested")[0].replace("Not accepted", "")
    assert "0 %" not in text


def test_a_cycle_in_which_nothing_was_executed_is_not_accepted(bench, certificate):
    cycle = bench.cycle()
    bench.run(cycle, bench.script("Mail", "a"))
    text = said(certificate(cycle))
    assert "✖ Not accepted" in text
    assert "None of the 1 planned run was executed." in text


def test_there_is_a_line_to_sign_for_each_who_answers(bench, certificate):
    group = bench.group("Tier 1, Leeds", "Ruth Adeyemi")
    cycle = bench.cycle()
    script = bench.script("Mail", "a")
    bench.record(bench.run(cycle, script, bench.tester("Amira", group)), ["pass"])
    rows = tables(certificate(cycle))["Role"]
    assert rows[0] == ["Role", "Name", "Meaning", "Decision", "Date and time", "Signature"]
    assert [(*row[:2], row[2].partition(":")[0]) for row in rows[1:]] == [
        ("Supervisor, Tier 1, Leeds", "Ruth Adeyemi", "Review"),
        ("Project manager", "Dana Kowalski", "Responsibility"),
        ("Sponsor", "Helena Novak", "Approval"),
    ]
    assert {row[3] for row in rows[1:]} == {"☐ Accepted\n☐ Accepted with conditions\n☐ Rejected"}


def test_each_condition_has_an_owner_and_a_date(bench, certificate):
    with bench.desk.change("Plan") as change:
        change.set(bench.desk.get(Project, bench.project), go_live="2026-04-20")
    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("Call", "a")), ["pass"])
    bench.run(cycle, bench.script("Mail", "a"))
    bench.run(cycle, bench.script("Chat", "a"), bench.tester("Tom"))
    rows = tables(certificate(cycle))["No."][1:]
    assert [row[2:] for row in rows] == [
        ["to be named", "20 April 2026"],
        ["Tom", "20 April 2026"],
        *[["", ""]] * 3,
    ]


def test_what_was_run_with_the_words_of_an_earlier_version_is_named(bench, certificate):
    cycle, script = bench.cycle(), bench.script("Mail", "Send a mail")
    bench.record(bench.run(cycle, script, bench.tester("Amira")), ["pass"])
    assert "changed after they were run" not in said(certificate(cycle))
    edit_steps(bench.desk, script, {bench.steps(script)[0].id: {"do": "Send two mails"}})
    bench.record(bench.run(cycle, script, bench.tester("Tom")), ["pass"])
    bench.run(cycle, script, bench.tester("Waits"))
    text = after(said(certificate(cycle)), "Scripts that were changed after they were run")
    assert "UAT-001 Mail\nAmira\n✔ Passed\n1 of 2" in text
    assert "Tom" not in text.partition("that it has now")[0]
    rows = step_rows(run_lines(bench.desk, cycle)[0])
    assert [row[2] for _, row in rows] == ["Send a mail"]


def test_codes_times_and_the_first_pass_yield_are_explained(bench, certificate):
    cycle = bench.cycle()
    script = bench.script("Mail", "a", "b")
    run = bench.run(cycle, script, bench.tester("Amira"))
    bench.record(run, ["fail", "pass"], actual="No")
    raise_defect(bench.desk, queries.run_sheet(bench.desk, run).results[0].id, "Reply is lost")
    bench.run(cycle, script, bench.tester("Tom"))
    text = said(certificate(cycle))
    assert (
        "CYC-01 is a cycle, one round of testing, UAT-001 a test script, UAT-001.01 its first "
        "step, UAT-001-2 the script UAT-001 with a further tester and D-001 a defect."
    ) in text
    assert re.search(r"2 March 2026, \d\d:\d\d UTC[+-]\d\d:\d\d by Dana", text)
    assert "first-pass yield\n0 of 1 decided first attempts" in text


def test_the_seal_and_identity_are_read_back(bench, write):
    cycle = bench.cycle()
    written = export_uat_signoff(bench.desk, cycle, write("c.docx"))
    assert content_digest(written.path) == written.content_hash
    found = read_identity(written.path)
    assert found is not None
    assert (found.kind, found.subject) == ("uat-signoff", f"cycle:{bench.desk.uid_of(cycle)}")


def test_text_that_looks_like_markup_stays_text(bench, certificate):
    cycle = bench.cycle("<w:p/> & Co")
    bench.record(bench.run(cycle, bench.script("<b>x</b>", "a")), ["fail"], actual="&amp; \x07]]>")
    text = said(certificate(cycle))
    assert "UAT certificate: <w:p/> & Co" in text
    assert "<b>x</b>" in text
    assert "&amp; ]]>" in text
