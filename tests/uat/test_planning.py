"""Planning: everybody has about the same to do, and nothing that is planned is taken away."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.cycles import RunPlan, plan_runs, plan_units, retest, set_status
from changedesk.uat.data_sets import edit_data_sets
from changedesk.uat.planning import assign, balanced, balanced_plan, loads, plan_balanced
from changedesk.uat.records import DataSet, Run
from changedesk.uat.scripts import current_version

works = st.lists(st.integers(1, 240), max_size=60)
people = st.lists(st.integers(1, 9), min_size=1, max_size=9, unique=True)
given_already = st.dictionaries(st.integers(1, 9), st.integers(0, 500))


def totals(minutes: list[int], takes: list[int], testers: list[int]) -> dict[int, int]:
    return {
        tester: sum(time for time, who in zip(minutes, takes, strict=True) if who == tester)
        for tester in testers
    }


@given(works, people)
def test_nobody_has_more_than_the_longest_piece_above_anybody_else(
    minutes: list[int], testers: list[int]
) -> None:
    takes = balanced(minutes, testers)
    loaded = totals(minutes, takes, testers).values()
    assert max(loaded) - min(loaded) <= max(minutes, default=0)
    # List scheduling, longest first: at most 4/3 - 1/(3 m) of the best possible (Graham 1969).
    best = max(-(-sum(minutes) // len(testers)), max(minutes, default=0))
    if len(minutes) <= len(testers):
        assert max(loaded) <= best


@given(works, people, given_already)
def test_each_piece_is_given_once_to_somebody_who_was_named(
    minutes: list[int], testers: list[int], load: dict[int, int]
) -> None:
    takes = balanced(minutes, testers, load)
    assert len(takes) == len(minutes)
    assert set(takes) <= set(testers)
    assert takes == balanced(minutes, testers, load)


@given(works, people, given_already)
def test_who_has_much_already_gets_nothing_before_the_others_catch_up(
    minutes: list[int], testers: list[int], load: dict[int, int]
) -> None:
    takes = balanced(minutes, testers, load)
    new = totals(minutes, takes, testers)
    after = {tester: load.get(tester, 0) + new[tester] for tester in testers}
    for tester in testers:
        if new[tester]:
            assert after[tester] - min(after.values()) <= max(minutes)


def test_without_testers_nothing_can_be_given() -> None:
    assert balanced([], []) == []
    with pytest.raises(ValueError, match="nobody"):
        balanced([5], [])


@pytest.fixture
def six(bench):
    return [bench.tester(f"Tester {n}") for n in range(6)]


def test_sixty_scripts_are_spread_evenly_over_six_testers_in_one_change(bench, six):
    cycle = bench.cycle()
    scripts = [bench.script(f"S{n}", "Do", minutes=5 + n % 7 * 5) for n in range(60)]
    assert plan_balanced(bench.desk, cycle, scripts, six) == 60
    found = loads(bench.desk, cycle)
    assert {load.tester for load in found} == set(six)
    assert max(load.minutes for load in found) - min(load.minutes for load in found) <= 5
    assert bench.desk.undo() == "Spread 60 runs over 6 testers in CYC-01"
    assert bench.desk.counts()["run"] == 0


def test_the_preview_is_what_the_action_does(bench, six):
    cycle = bench.cycle()
    scripts = [bench.script(f"S{n}", "Do", minutes=n + 1) for n in range(9)]
    told = {(one.script, one.tester) for one in balanced_plan(bench.desk, cycle, scripts, six)}
    plan_balanced(bench.desk, cycle, scripts, six)
    assert {(run.script, run.tester) for run in queries.runs(bench.desk, cycle)} == told


def test_what_somebody_has_stays_his_and_what_waits_is_given(bench, six):
    cycle = bench.cycle()
    own, waiting, fresh = (bench.script(name, "Do", minutes=30) for name in ("A", "B", "C"))
    mine = bench.run(cycle, own, six[0])
    waits = bench.run(cycle, waiting)
    assert plan_balanced(bench.desk, cycle, [own, waiting, fresh], six[:2]) == 2
    assert bench.desk.get(Run, mine).tester_id == six[0]
    assert bench.desk.get(Run, waits).tester_id == six[1]
    assert bench.desk.counts()["run"] == 3
    assert plan_balanced(bench.desk, cycle, [own, waiting, fresh], six) == 0


@pytest.fixture
def driven(bench):
    script = bench.script("Refund <amount>", "Refund <amount> | <amount> EUR")
    version = current_version(bench.desk, script)
    with bench.desk.change("Data") as change:
        keys = change.add_many(
            DataSet,
            [
                {"version": version, "position": n, "name": f"{n}0", "values": f"amount = {n}0"}
                for n in (1, 2, 3)
            ],
        )
    return script, keys


def test_a_data_driven_script_is_run_once_with_each_data_set(bench, driven, six):
    cycle = bench.cycle()
    script, sets = driven
    assert plan_balanced(bench.desk, cycle, [script], six) == 3
    assert {row.data_set_id for row in (bench.desk.get(Run, r.id) for r in runs(bench, cycle))} == (
        set(sets)
    )
    assert len({run.tester for run in runs(bench, cycle)}) == 3
    second = runs(bench, cycle)[1]
    sheet = queries.run_sheet(bench.desk, second.id)
    assert (sheet.data_set, sheet.steps[0].do, sheet.steps[0].data) == (
        "20", "Refund 20", "20 EUR",
    )  # fmt: skip


def runs(bench, cycle):
    return queries.runs(bench.desk, cycle)


def test_a_retest_of_one_data_set_leaves_the_others_as_they_are(bench, driven):
    cycle, tester = bench.cycle(), bench.tester("Amira")
    assert plan_runs(bench.desk, cycle, [driven[0]], [tester]) == 3
    assert plan_runs(bench.desk, cycle, [driven[0]], [tester]) == 0
    first, second, third = runs(bench, cycle)
    for run, outcome in ((first, "pass"), (second, "fail"), (third, "pass")):
        bench.record(run.id, [outcome])
    again = retest(bench.desk, second.id)
    bench.record(again, ["pass"])
    assert [(run.data_set, run.state, run.attempt) for run in runs(bench, cycle)] == [
        ("10", "passed", 1), ("20", "passed", 2), ("30", "passed", 1),
    ]  # fmt: skip
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.passed) == (3, 3)


def test_data_edited_in_mid_cycle_makes_nothing_planned_twice(bench, driven, six):
    cycle = bench.cycle()
    script, sets = driven
    assert plan_balanced(bench.desk, cycle, [script], six[:2]) == 3
    bench.record(runs(bench, cycle)[0].id, ["pass"])
    edit_data_sets(bench.desk, script, {sets[2]: {"values": "amount = 31"}})
    assert plan_balanced(bench.desk, cycle, [script], six) == 0
    mine = [run for run in runs(bench, cycle) if run.tester == six[0]]
    assert plan_runs(bench.desk, cycle, [script], [six[0]]) == 3 - len(mine)


def test_only_what_nobody_started_changes_hands(bench, six):
    cycle = bench.cycle()
    one, two = bench.script("A", "Do"), bench.script("B", "Do")
    begun, open_ = bench.run(cycle, one, six[0]), bench.run(cycle, two, six[0])
    bench.record(begun, ["pass"])
    assert assign(bench.desk, [begun, open_], six[1]) == 1
    assert bench.desk.get(Run, begun).tester_id == six[0]
    assert bench.desk.get(Run, open_).tester_id == six[1]
    assert assign(bench.desk, [open_], None) == 1
    assert bench.desk.get(Run, open_).tester_id is None


def test_nobody_is_given_a_script_that_he_has_but_what_he_failed_may_come_back(bench, six):
    cycle, script = bench.cycle(), bench.script("A", "Do")
    first, second = (bench.run(cycle, script, tester) for tester in six[:2])
    with pytest.raises(UserError, match="has UAT-001 in CYC-01 already"):
        assign(bench.desk, [second], six[0])
    bench.record(first, ["fail"])
    again = retest(bench.desk, first)
    assert assign(bench.desk, [again], six[2]) == 1
    bench.record(again, ["fail"])
    assert assign(bench.desk, [retest(bench.desk, again)], six[0]) == 1
    assert len(queries.runs(bench.desk, cycle)) == 2


def test_nobody_is_given_one_script_twice_at_once_or_under_a_renewed_data_set(bench, driven, six):
    cycle, script = bench.cycle(), bench.script("A", "Do")
    both = [bench.run(cycle, script, tester) for tester in six[:2]]
    with pytest.raises(UserError, match="would have UAT-002 in CYC-01 twice"):
        assign(bench.desk, both, six[2])
    plan_runs(bench.desk, cycle, [driven[0]], six[:1])
    edit_data_sets(bench.desk, driven[0], {driven[1][2]: {"values": "amount = 31"}})
    new = [row.id for row in bench.desk.rows(DataSet.select(DataSet.id).order_by(DataSet.id))][-3:]
    with bench.desk.change("Again") as change:
        (other,) = plan_units(
            bench.desk, change, cycle, [RunPlan(driven[0], new[0], six[1])]
        ).values()
    with pytest.raises(UserError, match="has UAT-001 in CYC-01 already"):
        assign(bench.desk, [other], six[0])


def test_nothing_is_planned_in_a_closed_cycle_until_it_is_reopened(bench, six):
    cycle, script = bench.cycle(), bench.script("A", "Do")
    set_status(bench.desk, cycle, "closed")
    for plan in (plan_balanced, plan_runs):
        with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
            plan(bench.desk, cycle, [script], six)
    set_status(bench.desk, cycle, "open")
    assert bench.desk.next_undo() == "Reopen CYC-01"
    assert plan_balanced(bench.desk, cycle, [script], six) == 1


def test_a_refused_run_leaves_nothing_behind_even_where_the_refusal_is_let_pass(bench, six):
    cycle, script = bench.cycle(), bench.script("A", "Do")
    set_status(bench.desk, cycle, "closed")
    version, before = current_version(bench.desk, script), bench.desk.journal_length()
    with (
        pytest.raises(UserError, match="CYC-01 is closed: reopen it first"),
        bench.desk.change("Plan") as change,
        suppress(UserError),
    ):
        change.add(Run(cycle=cycle, script=script, version=version))
    assert bench.desk.journal_length() == before
    assert bench.desk.verify() == []
