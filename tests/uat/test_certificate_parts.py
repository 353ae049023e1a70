"""The certificate holds the figures against what was agreed: criteria, requirements, sessions."""

import docx
import pytest

from changedesk.people.links import TESTED_BY, link
from changedesk.uat.criteria import add_condition, add_criterion, tick, waive
from changedesk.uat.cycles import set_status
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.records import Criterion, Requirement
from changedesk.uat.sessions import add_session, sessions, set_attendance


@pytest.fixture
def certificate(bench, write):
    def make(cycle):
        return docx.Document(str(export_uat_signoff(bench.desk, cycle, write("c.docx")).path))

    return make


def said(document) -> str:
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t", "{*}br"))
        for paragraph in document.element.body.iter("{*}p")
    )


def table(document, heading: str) -> list[list[str]]:
    (found,) = [t for t in document.tables if t.rows[0].cells[0].text == heading]
    return [[cell.text for cell in row.cells] for row in found.rows[1:]]


@pytest.fixture
def passed(bench):
    """A cycle with one script that passed."""
    cycle = bench.cycle()
    bench.record(bench.run(cycle, bench.script("Mail", "a")), ["pass"])
    return cycle


def test_criteria_that_are_met_make_the_verdict(bench, certificate, passed):
    add_criterion(bench.desk, passed, "All executed", measure="executed", target=100)
    ticked = add_criterion(bench.desk, passed, "Trained", kind="entry")
    tick(bench.desk, ticked)
    document = certificate(passed)
    assert "✔ Accepted" in said(document)
    assert "every exit criterion is met" in said(document)
    exits, entries = [t for t in document.tables if t.rows[0].cells[0].text == "Criterion"]
    assert [cell.text for cell in exits.rows[1].cells] == [
        "All executed", "≥ 100 %", "100 %", "✔ Met", "1 of 1 runs executed.",
    ]  # fmt: skip
    assert [cell.text for cell in entries.rows[1].cells][:4] == [
        "Trained", "ticked", "ticked", "✔ Met",
    ]  # fmt: skip


def test_runs_that_were_all_left_out_are_no_acceptance(bench, certificate):
    cycle = bench.cycle()
    for title, outcome in (("Mail", "na"), ("Chat", "skipped")):
        bench.record(bench.run(cycle, bench.script(title, "a")), [outcome])
    text = said(certificate(cycle))
    assert "✖ Not accepted" in text
    assert (
        "None of the 2 planned runs passed: what was executed was skipped or is not applicable."
        in text
    )
    add_criterion(bench.desk, cycle, "All executed", measure="executed", target=100)
    text = said(certificate(cycle))
    assert "✖ Not accepted" in text
    assert "of 1 exit criterion not met" not in text


def test_criteria_that_were_agreed_on_before_the_opening_are_told_as_unchanged(bench, certificate):
    cycle = bench.cycle()
    key = add_criterion(bench.desk, cycle, "All executed", measure="executed", target=90)
    with bench.desk.change("Raise it") as change:
        change.set(bench.desk.get(Criterion, key), target=100)
    bench.record(bench.run(cycle, bench.script("Mail", "a")), ["pass"])
    assert "No criterion was changed after the cycle was opened." in said(certificate(cycle))


def test_a_criterion_that_came_late_is_told(bench, certificate, passed):
    add_criterion(bench.desk, passed, "All executed", measure="executed", target=100)
    assert table(certificate(passed), "Criterion as it is now")[0][:2] == ["All executed", "added"]


def test_a_criterion_that_is_not_met_forbids_acceptance_though_all_runs_passed(
    bench, certificate, passed
):
    add_criterion(bench.desk, passed, "The way back is agreed")
    text = said(certificate(passed))
    assert "✖ Not accepted" in text
    assert "1 of 1 exit criterion not met (“The way back is agreed”)" in text


def test_a_waiver_is_a_condition_and_stands_there_with_reason_and_name(bench, certificate, passed):
    key = add_criterion(bench.desk, passed, "The way back is agreed")
    waive(bench.desk, key, "There is no way back", by="Helena Novak")
    document = certificate(passed)
    assert "✔* Accepted with conditions" in said(document)
    assert "1 exit criterion waived" in said(document)
    row = table(document, "Criterion")[0]
    assert row[3] == "✔* Waived"
    assert "Waived: There is no way back, by Helena Novak." in row[4]


def test_failures_that_the_criteria_allow_are_conditions(bench, certificate):
    cycle = bench.cycle()
    for number in range(10):
        run = bench.run(cycle, bench.script(f"S{number}", "a"))
        bench.record(run, ["fail" if number == 0 else "pass"], actual="No")
    add_criterion(bench.desk, cycle, "90 % passed", measure="passed", target=90)
    text = said(certificate(cycle))
    assert "✔* Accepted with conditions" in text
    assert "Of 10 runs, 1 failed." in text


def test_what_was_changed_after_the_opening_is_told_with_who_and_when(bench, certificate, passed):
    key = add_criterion(bench.desk, passed, "95 % passed", measure="passed", target=95)
    set_status(bench.desk, passed, "closed")
    set_status(bench.desk, passed, "open")
    with bench.desk.change("Lower it") as change:
        change.set(bench.desk.get(Criterion, key), wording="80 % passed", target=80)
    rows = table(certificate(passed), "Criterion as it is now")
    now, what, who = rows[-1]
    assert now == "80 % passed"
    assert set(what.split("\n")) == {"wording: “95 % passed” → “80 % passed”", "target: 95 → 80"}
    assert who.startswith("Dana\n2 Mar 2026, ")


def test_conditions_that_were_agreed_come_first_with_owner_and_date(bench, certificate, passed):
    add_condition(bench.desk, passed, "Polish chats go to people", "Lena", "2026-04-17")
    assert table(certificate(passed), "No.")[0] == [
        "1", "Polish chats go to people", "Lena", "17 April 2026",
    ]  # fmt: skip


def test_requirements_that_have_not_passed_are_named(bench, certificate):
    cycle = bench.cycle()
    mail = bench.script("Mail", "a")
    bench.record(bench.run(cycle, mail), ["pass"])
    with bench.desk.change("Requirements") as change:
        facts = [("An e-mail becomes a case", "must"), ("Nobody waits", "should"), ("No", "wont")]
        keys = change.add_many(
            Requirement,
            [{"project": bench.project, "title": t, "priority": p} for t, p in facts],
        )
        link(bench.desk, change, TESTED_BY, [(keys[0], mail)])
    document = certificate(cycle)
    assert "1 of 2 requirements in scope covered (50 %: must 1 of 1 and should 0 of 1)" in said(
        document
    )
    assert table(document, "Requirement") == [
        ["REQ-002 Nobody waits", "▲ Should", "○ Not run", "no script"]
    ]


def test_sessions_tell_who_came(bench, certificate, passed):
    tom, amira = bench.tester("Tom"), bench.tester("Amira")
    add_session(bench.desk, passed, "Leeds", [tom, amira], minutes=90, remark="Late start")
    (session,) = sessions(bench.desk, passed)
    for one in session.testers:
        here = "present" if one.name == "Tom" else "absent"
        set_attendance(bench.desk, one.id, here)
    document = certificate(passed)
    assert "1 of 2 expected testers came to a session." in said(document)
    (row,) = table(document, "When")
    assert row[1:] == ["Leeds", "", "✔ Present: Tom\n✖ Absent: Amira\nLate start"]


def test_a_cycle_without_any_of_it_has_no_empty_headings(certificate, passed):
    text = said(certificate(passed))
    for heading in ("Exit criteria", "Requirements", "Sessions", "changed after", "Evidence"):
        assert heading not in text
