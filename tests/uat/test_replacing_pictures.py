"""An edited picture takes the place of the one that was kept, of which nothing stays."""

from pathlib import Path

import pytest

from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.uat import cycles, queries
from changedesk.uat.capture import add_pictures, describe_result, record_result
from changedesk.uat.evidence import kept_in
from changedesk.uat.pictures import Picture, replace_picture
from tests.store import laws

SECRET = b"\x89PNG the number of a card 4929 1234"
EDITED = Picture(b"\x89PNG blurred", "screen.png", caption="1 place made unrecognisable")


@pytest.fixture
def failed(bench) -> tuple[int, int]:
    """A failure with a picture: its cycle and its result."""
    cycle, script = bench.cycle(), bench.script("Pay", "Type the number")
    run = bench.run(cycle, script, bench.tester("Amira"))
    step = bench.steps(script)[0].id
    result = record_result(bench.desk, run, step, "fail")
    add_pictures(bench.desk, result, [Picture(SECRET, "screen.png", caption="The form")])
    return cycle, result


def content_of(bench, cycle: int) -> str:
    return kept_in(bench.desk, cycle)[0].content


def test_the_edited_picture_stands_where_the_original_was(bench, failed) -> None:
    cycle, result = failed
    fresh = replace_picture(bench.desk, content_of(bench, cycle), EDITED)
    (kept,) = kept_in(bench.desk, cycle)
    assert (kept.content, kept.name) == (fresh, "screen.png")
    assert kept.caption == "The form. 1 place made unrecognisable"
    assert bench.desk.content(fresh) == EDITED.data
    laws.sound(bench.desk)
    assert [row.content for row in queries.pictures(bench.desk, [result])] == [fresh]


def test_nothing_of_the_original_is_left_in_the_file(bench, failed, tmp_path: Path) -> None:
    before = content_of(bench, failed[0])
    replace_picture(bench.desk, before, EDITED)
    with pytest.raises(EnvironmentProblem):
        bench.desk.content(before)
    bench.desk.close()
    for path in tmp_path.iterdir():
        if path.is_file():
            data = path.read_bytes()
            assert SECRET not in data
            assert before.encode() not in data


def test_it_is_replaced_wherever_it_was_kept(bench, failed) -> None:
    cycle, result = failed
    described = describe_result(bench.desk, result, "The number is shown")
    before = content_of(bench, cycle)
    fresh = replace_picture(bench.desk, before, EDITED)
    assert {one.content for one in kept_in(bench.desk, cycle)} == {fresh}
    assert len(queries.pictures(bench.desk, [result, described])) == 2


def test_undo_does_not_bring_it_back(bench, failed) -> None:
    cycle = failed[0]
    before = content_of(bench, cycle)
    replace_picture(bench.desk, before, EDITED)
    for _ in range(3):
        try:
            bench.desk.undo()
        except UserError:
            break
    for _ in range(3):
        try:
            bench.desk.redo()
        except UserError:
            break
    assert before not in {one.content for one in kept_in(bench.desk, cycle)}
    laws.sound(bench.desk)


def test_a_picture_that_was_taken_back_before_does_not_return_either(bench, failed) -> None:
    cycle = failed[0]
    before = content_of(bench, cycle)
    bench.desk.undo()
    bench.desk.redo()
    replace_picture(bench.desk, before, EDITED)
    assert [one.content for one in kept_in(bench.desk, cycle)] != [before]


def test_in_a_closed_cycle_evidence_is_neither_added_nor_replaced(bench, failed) -> None:
    cycle, result = failed
    cycles.set_status(bench.desk, cycle, "closed")
    with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
        add_pictures(bench.desk, result, [EDITED])
    with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
        replace_picture(bench.desk, content_of(bench, cycle), EDITED)


def test_a_picture_that_is_gone_is_said_in_a_sentence(bench, failed) -> None:
    with pytest.raises(UserError, match="not there any more"):
        replace_picture(bench.desk, "0" * 64, EDITED)


def test_replaced_by_itself_it_stays(bench, failed) -> None:
    before = content_of(bench, failed[0])
    assert replace_picture(bench.desk, before, Picture(SECRET)) == before
    assert bench.desk.content(before) == SECRET
