"""Entry and exit criteria: rules that the program holds against figures, and says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.links import TESTED_BY, link
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.uat.capture import add_defect
from changedesk.uat.criteria import (
    add_condition,
    add_criterion,
    add_kit,
    criteria_of,
    tick,
    waive,
    withdraw_waiver,
)
from changedesk.uat.criteria_changes import changes_after_opening
from changedesk.uat.criteria_rules import CycleFigures, Rule, judge, scope_of
from changedesk.uat.cycles import set_status
from changedesk.uat.records import Criterion, Defect, Requirement
from changedesk.uat.sessions import add_session, sessions, set_attendance

shares = st.builds(lambda n, more: Share(n, n + more), st.integers(0, 300), st.integers(0, 300))


@given(shares, st.integers(0, 100))
def test_a_share_is_met_exactly_when_it_reaches_its_target(share: Share, target: int) -> None:
    found = judge(Rule("executed", target=target), CycleFigures(executed={"high": share}))
    if share.base:
        assert found.met == (share.n * 100 >= target * share.base)
        shown = float(found.value.removesuffix(" %"))
        assert abs(shown - share.n * 100 / share.base) <= 0.1
        assert (shown >= target) == found.met
    else:
        assert (found.met, found.number) == (False, None)


@given(shares, st.integers(0, 100), st.integers(0, 100))
def test_a_lower_target_is_never_harder(share: Share, one: int, other: int) -> None:
    low, high = sorted((one, other))
    figures = CycleFigures(passed={"high": share})
    hard, easy = (judge(Rule("passed", target=target), figures).met for target in (high, low))
    assert easy or not hard


@given(st.dictionaries(st.sampled_from(["critical", "high", "medium", "low"]), st.integers(0, 9)))
def test_open_defects_count_within_their_scope_only(found: dict[str, int]) -> None:
    rule = Rule("open_defects", "at_most", 2, ("critical", "high"))
    grave = found.get("critical", 0) + found.get("high", 0)
    judged = judge(rule, CycleFigures(open_defects=found))
    assert (judged.number, judged.met) == (grave, grave <= 2)


def test_a_scope_is_read_by_word_or_code_and_any_case() -> None:
    assert scope_of("Critical; HIGH , high") == ("critical", "high")
    assert scope_of("Must, Won't") == ("must", "wont")
    assert scope_of(" ") == ()


def test_what_nothing_shows_is_not_met_but_an_empty_scope_is() -> None:
    rule = Rule("executed", target=100, scope=("critical",))
    assert not judge(rule, CycleFigures()).met
    among_others = judge(rule, CycleFigures(executed={"low": Share(0, 3)}))
    assert (among_others.met, among_others.why) == (True, "There is no run.")
    assert judge(Rule("conditions_owned"), CycleFigures()).met
    assert not judge(Rule("testers_present"), CycleFigures()).met


def test_what_misses_its_target_by_a_hair_does_not_look_as_if_it_reached_it() -> None:
    found = judge(Rule("executed"), CycleFigures(executed={"low": Share(9999, 10000)}))
    assert (found.value, found.met) == ("99.9 %", False)
    found = judge(Rule("passed", target=95), CycleFigures(passed={"low": Share(9497, 10000)}))
    assert (found.value, found.met) == ("94.9 %", False)


def by_measure(bench, cycle):
    return {
        state.measure: state for state in criteria_of(bench.desk, cycle) if state.kind == "exit"
    }


def test_the_kit_is_added_once_and_undone_at_once(bench):
    cycle = bench.cycle()
    assert add_kit(bench.desk, cycle) == 13
    assert add_kit(bench.desk, cycle) == 0
    kinds = [state.kind for state in criteria_of(bench.desk, cycle)]
    assert (kinds.count("entry"), kinds.count("exit")) == (7, 6)
    bench.desk.undo()
    assert criteria_of(bench.desk, cycle) == []


def test_the_exit_criteria_of_a_cycle_turn_green_one_by_one(bench):
    cycle, amira = bench.cycle(), bench.tester("Amira")
    script = bench.script("A", "Do", priority="high")
    with bench.desk.change("Requirement") as change:
        wanted = change.add(Requirement(project=bench.project, title="Must"))
        link(bench.desk, change, TESTED_BY, [(wanted.id, script)])
    add_kit(bench.desk, cycle)
    run = bench.run(cycle, script, amira)
    defect = add_defect(bench.desk, bench.project, "Broken", severity="critical", cycle=cycle)
    before = by_measure(bench, cycle)
    assert {name for name, state in before.items() if state.met} == {"conditions_owned"}
    assert before["open_defects"].why == "Open: 1 critical."
    bench.record(run, ["pass"])
    met = {name for name, state in by_measure(bench, cycle).items() if state.met}
    assert met == {"executed", "passed", "covered", "conditions_owned"}
    with bench.desk.change("Close") as change:
        change.set_many(Defect, {defect: {"status": "closed"}})
    assert by_measure(bench, cycle)["open_defects"].met
    add_session(bench.desk, cycle, "Leeds", [amira])
    assert by_measure(bench, cycle)["testers_present"].value == "0 %"
    set_attendance(bench.desk, sessions(bench.desk, cycle)[0].testers[0].id, "present")
    found = criteria_of(bench.desk, cycle)
    assert all(state.holds for state in found if state.kind == "exit")
    assert not all(state.holds for state in found if state.kind == "entry")


def test_a_condition_without_owner_or_date_stands_in_the_way(bench):
    cycle = bench.cycle()
    add_kit(bench.desk, cycle)
    add_condition(bench.desk, cycle, "Mend the printer", "Ola", "2026-04-01")
    assert by_measure(bench, cycle)["conditions_owned"].met
    add_condition(bench.desk, cycle, "Train the late shift", "Ola")
    state = by_measure(bench, cycle)["conditions_owned"]
    assert (state.met, state.value, state.why) == (
        False, "50 %", "1 of 2 conditions with owner and date.",
    )  # fmt: skip


def test_somebody_who_missed_one_session_and_came_to_another_was_present(bench):
    cycle, amira, ben = bench.cycle(), bench.tester("Amira"), bench.tester("Ben")
    add_kit(bench.desk, cycle)
    for _ in range(2):
        add_session(bench.desk, cycle, "Leeds", [amira, ben])
    first, second = sessions(bench.desk, cycle)
    set_attendance(bench.desk, first.testers[0].id, "absent")
    set_attendance(bench.desk, second.testers[0].id, "present")
    assert by_measure(bench, cycle)["testers_present"].value == "50 %"


def test_what_a_person_sees_to_is_ticked_and_what_is_counted_is_not(bench):
    cycle = bench.cycle()
    checked = add_criterion(bench.desk, cycle, "Rollback agreed", kind="entry")
    counted = add_criterion(bench.desk, cycle, "All run", measure="executed", target=100)
    tick(bench.desk, checked)
    assert criteria_of(bench.desk, cycle)[0].met
    tick(bench.desk, checked, False)
    assert not criteria_of(bench.desk, cycle)[0].met
    with pytest.raises(UserError, match="counted by the program"):
        tick(bench.desk, counted)


def test_a_waiver_needs_a_reason_holds_until_its_day_and_is_told_beside_the_figure(bench):
    cycle = bench.cycle()
    key = add_criterion(bench.desk, cycle, "All run", measure="executed", target=100)
    with pytest.raises(UserError, match="needs a reason"):
        waive(bench.desk, key, "  ")
    with pytest.raises(UserError, match="is no day"):
        waive(bench.desk, key, "Late", until="31.3.")
    waive(bench.desk, key, "The lab is closed", "Helena Novak", "2026-03-31")
    (state,) = criteria_of(bench.desk, cycle)
    assert (state.met, state.holds) == (False, True)
    assert state.waived == "The lab is closed, by Helena Novak, until 2026-03-31"
    bench.desk.clock.now += 40 * 86400
    (state,) = criteria_of(bench.desk, cycle)
    assert (state.holds, state.waived) == (False, "")
    assert state.why.endswith("Its waiver ended on 2026-03-31.")
    withdraw_waiver(bench.desk, key)
    assert "waiver" not in criteria_of(bench.desk, cycle)[0].why


def test_rules_changed_after_the_opening_are_told_from_the_journal(bench):
    cycle = bench.cycle()
    add_kit(bench.desk, cycle)
    rule = by_measure(bench, cycle)["passed"].key
    with bench.desk.change("Before") as change:
        change.set_many(Criterion, {rule: {"target": 90}})
    assert changes_after_opening(bench.desk, cycle) == []
    set_status(bench.desk, cycle, "open")
    set_status(bench.desk, cycle, "closed")
    set_status(bench.desk, cycle, "open")
    with bench.desk.change("After") as change:
        change.set_many(Criterion, {rule: {"target": 80, "owner": "Ola"}})
    waive(bench.desk, rule, "Just so")
    late = add_criterion(bench.desk, cycle, "Late one")
    with bench.desk.change("Away") as change:
        change.delete(bench.desk.get(Criterion, late))
    told = changes_after_opening(bench.desk, cycle)
    assert [(one.text, one.what, one.field, one.old, one.new) for one in told] == [
        ("At least 95 % of the results are passes", "changed", "target", "90", "80"),
        ("Late one", "made", "", "", ""),
        ("Late one", "withdrawn", "", "", ""),
    ]
    assert {one.who for one in told} == {"Dana"}


def test_a_cycle_made_open_has_no_free_moment_for_its_rules(bench):
    cycle = bench.cycle(status="open")
    add_criterion(bench.desk, cycle, "Late one")
    assert [one.what for one in changes_after_opening(bench.desk, cycle)] == ["made"]
    assert changes_after_opening(bench.desk, bench.cycle()) == []
