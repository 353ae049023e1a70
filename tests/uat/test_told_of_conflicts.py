"""What two sites did apart with one run is told in words: which run, and when, not bare numbers."""

import re
from pathlib import Path

from changedesk.desk import new_desk
from changedesk.uat.capture import record_result
from tests.uat.conftest import Bench


def test_a_run_that_two_sites_started_apart_is_told_by_name_and_by_the_clock(
    bench: Bench, tmp_path: Path
) -> None:
    script = bench.script("Look up a customer", "Search by phone")
    cycle = bench.cycle("Round one")
    run = bench.run(cycle, script, bench.tester("Tara"))
    step = bench.steps(script)[0].id
    other = new_desk(tmp_path / "other.changedesk", actor="Ola", clock=bench.desk.clock)
    try:
        other.receive(bench.desk.operations())
        for desk in (bench.desk, other):
            record_result(desk, run, step, "pass")
        bench.desk.receive(other.operations())
    finally:
        other.close()
    started = [one for one in bench.desk.also_said() if one.field == "started"]
    assert [one.record for one in started] == ["CYC-01 · UAT-001"]
    for said in started[0].values:
        assert re.fullmatch(r"2026-03-0\d \d\d:\d\d", said.shown)
