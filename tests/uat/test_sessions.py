"""Sessions: who is expected where and when, and who came."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat.sessions import (
    add_session,
    remove_session,
    sessions,
    set_attendance,
)


@pytest.fixture
def three(bench):
    return [bench.tester(name, None) for name in ("Cem", "Amira", "Ben")]


def test_sessions_come_by_time_and_their_testers_by_name(bench, three):
    cycle = bench.cycle()
    add_session(bench.desk, cycle, "No time yet")
    add_session(bench.desk, cycle, "Late", starts=2_000)
    add_session(bench.desk, cycle, "Early", three, starts=1_000, minutes=90, facilitator=three[0])
    found = sessions(bench.desk, cycle)
    assert [session.site for session in found] == ["Early", "Late", "No time yet"]
    assert [tester.name for tester in found[0].testers] == ["Amira", "Ben", "Cem"]
    assert (found[0].facilitator_name, found[0].minutes, found[0].present) == ("Cem", 90, 0)
    assert sessions(bench.desk, bench.cycle("Other")) == []


def test_attendance_is_noted_and_undone(bench, three):
    cycle = bench.cycle()
    add_session(bench.desk, cycle, "Leeds", three)
    amira = sessions(bench.desk, cycle)[0].testers[0]
    set_attendance(bench.desk, amira.id, "present")
    assert sessions(bench.desk, cycle)[0].present == 1
    assert bench.desk.undo() == "Note that Amira is present"
    assert sessions(bench.desk, cycle)[0].present == 0
    with pytest.raises(UserError, match="is no attendance"):
        set_attendance(bench.desk, amira.id, "late")


def test_nobody_is_expected_twice(bench, three):
    cycle = bench.cycle()
    add_session(bench.desk, cycle, "Leeds", [three[0], three[0]])
    assert [tester.name for tester in sessions(bench.desk, cycle)[0].testers] == ["Cem"]


def test_a_session_goes_with_who_was_expected(bench, three):
    cycle = bench.cycle()
    session = add_session(bench.desk, cycle, "Leeds", three)
    remove_session(bench.desk, session)
    assert sessions(bench.desk, cycle) == []
    assert bench.desk.counts()["session_tester"] == 0
    bench.desk.undo()
    assert len(sessions(bench.desk, cycle)[0].testers) == 3
