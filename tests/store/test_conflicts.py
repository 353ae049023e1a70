"""What two people did apart: listed once, the same in every copy, and decided by taking one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.store.text_merge import merged_text
from tests.store import laws
from tests.store.desks import Desk, Places
from tests.store.properties import copy_of, edit, furnished, item_of, tell, the
from tests.store.shapes import Event, Item, Part, Person, Team


def apart(places: Places, mine: dict[str, object], theirs: dict[str, object]) -> tuple[Desk, Desk]:
    """Return two copies of which each changed something, put together both ways."""
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, **mine)
    other.clock.now_ms += 1000
    edit(other, **theirs)
    both_ways(one, other)
    return one, other


def both_ways(one: Desk, other: Desk) -> None:
    tell(one, other)
    tell(other, one)
    laws.same_content(one.ws, other.ws)
    assert one.ws.conflicts() == one.ws.conflicts()
    assert ids(one) == ids(other)
    for desk in (one, other):
        laws.sound(desk.ws)


def ids(desk: Desk) -> list[str]:
    found = [one.id for one in (*desk.ws.conflicts(), *desk.ws.also_said())]
    assert len(set(found)) == len(found)
    return sorted(found)


def test_two_verdicts_are_a_conflict_until_somebody_decides(places: Places) -> None:
    one, other = apart(places, {"verdict": "good"}, {"verdict": "bad"})
    (found,) = one.ws.conflicts()
    assert (found.kind, found.record, found.field, found.label) == (
        "values", "IT-001", "verdict", "Verdict",
    )  # fmt: skip
    assert [(said.shown, said.who) for said in found.values] == [("Bad", "Bo"), ("Good", "Amira")]
    label = one.ws.resolve(found.id, 2)
    assert label == "Decide IT-001 Verdict: Good"
    assert one.ws.conflicts() == []
    assert item_of(one).verdict == "good"
    both_ways(one, other)
    assert other.ws.conflicts() == []


def test_the_value_that_is_shown_can_be_taken_too(places: Places) -> None:
    one, other = apart(places, {"verdict": "good"}, {"verdict": "bad"})
    (found,) = other.ws.conflicts()
    other.ws.resolve(found.id, found.shown)
    assert item_of(other).verdict == "bad"
    both_ways(one, other)
    assert one.ws.conflicts() == []


def test_two_who_say_the_same_are_of_one_mind(places: Places) -> None:
    one, _ = apart(places, {"verdict": "bad"}, {"verdict": "bad"})
    assert one.ws.conflicts() == one.ws.also_said() == []


def test_a_conflict_that_changed_is_not_decided_unseen(places: Places) -> None:
    one, other = apart(places, {"verdict": "good"}, {"verdict": "bad"})
    (found,) = one.ws.conflicts()
    for take in (0, 3):
        with pytest.raises(UserError, match="from 1 to 2"):
            one.ws.resolve(found.id, take)
    edit(other, verdict="")
    both_ways(one, other)
    with pytest.raises(UserError, match="no conflict"):
        one.ws.resolve(found.id, 1)


def test_undoing_a_decision_asks_again(places: Places) -> None:
    one, other = apart(places, {"verdict": "good"}, {"verdict": "bad"})
    (found,) = one.ws.conflicts()
    one.ws.resolve(found.id, 2)
    one.ws.undo()
    assert item_of(one).verdict == "bad"
    (again,) = one.ws.conflicts()
    assert [said.shown for said in again.values] == [said.shown for said in found.values]
    both_ways(one, other)
    one.ws.redo()
    assert item_of(one).verdict == "good"
    assert one.ws.conflicts() == []
    both_ways(one, other)


def test_two_titles_are_no_conflict_but_the_other_one_can_be_had(places: Places) -> None:
    one, other = apart(places, {"title": "Mine"}, {"title": "Theirs"})
    assert one.ws.conflicts() == []
    (found,) = one.ws.also_said()
    assert [said.shown for said in found.values] == ["Theirs", "Mine"]
    assert (found.kind, found.shown) == ("also_said", 1)
    one.ws.resolve(found.id, 2)
    both_ways(one, other)
    assert item_of(other).title == "Mine"
    assert other.ws.also_said() == []


def test_references_are_told_by_name(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Bea") as change:
        change.add(Person(name="Bea"))
    other = copy_of(places, one)
    edit(one, owner=the(one, Person, name="Bea").id)
    edit(other, owner=None)
    both_ways(one, other)
    (found,) = one.ws.also_said()
    assert {said.shown for said in found.values} == {"Bea", ""}


def test_who_took_out_and_who_worked_on_it_are_asked(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Another") as change:
        item = change.add(Item(project=the(one, Team), title="Second"))
        change.add(Part(item=item, title="Part"))
    other = copy_of(places, one)
    with one.ws.change("Out") as change:
        change.delete(item)
    with other.ws.change("Edit") as change:
        change.set(the(other, Item, title="Second"), title="Second, better")
    both_ways(one, other)
    (found,) = one.ws.conflicts()
    assert (found.kind, found.record) == ("deleted", "IT-002")
    assert [(said.text, said.who) for said in found.values] == [
        ("keep", "Bo"),
        ("take_out", "Amira"),
    ]
    assert one.ws.counts()["part"] == 0
    one.ws.resolve(found.id, 1)
    assert one.ws.counts()["part"] == 1, "what went with it comes back with it"
    both_ways(one, other)
    assert other.ws.conflicts() == []


def test_it_can_be_taken_out_for_good(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Another") as change:
        item = change.add(Item(project=the(one, Team), title="Second"))
    other = copy_of(places, one)
    with one.ws.change("Out") as change:
        change.delete(item)
    with other.ws.change("Part") as change:
        change.add(Part(item=the(other, Item, title="Second"), title="late"))
    both_ways(one, other)
    (found,) = other.ws.conflicts()
    assert [said.who for said in found.values] == ["Bo", "Amira"]
    other.ws.resolve(found.id, 2)
    both_ways(one, other)
    assert one.ws.counts()["item"] == 1
    assert one.ws.conflicts() == []


def test_a_person_taken_out_who_is_still_needed_is_asked_about(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Bea") as change:
        change.add(Person(name="Bea"))
    other = copy_of(places, one)
    with one.ws.change("Bea out") as change:
        change.delete(the(one, Person, name="Bea"))
    edit(other, owner=the(other, Person, name="Bea").id)
    both_ways(one, other)
    (found,) = one.ws.conflicts()
    assert (found.kind, found.record) == ("deleted", "Bea")
    with pytest.raises(UserError, match="is used by"):
        one.ws.resolve(found.id, 2)
    one.ws.resolve(found.id, 1)
    both_ways(one, other)
    edit(one, owner=None)
    both_ways(one, other)
    assert one.ws.find(Person, name="Bea") is not None
    assert one.ws.conflicts() == []


def test_both_took_it_out_and_nobody_is_asked(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    for desk in (one, other):
        with desk.ws.change("Out") as change:
            change.delete(the(desk, Event))
    both_ways(one, other)
    assert one.ws.conflicts() == []


# -- codes ----------------------------------------------------------------------------------------


def both_made(places: Places, many: int = 1) -> tuple[Desk, Desk]:
    one = furnished(places)
    other = copy_of(places, one)
    for desk in (one, other):
        desk.clock.now_ms += 1000 if desk is one else 60_000
        with desk.ws.change("More") as change:
            change.add_many(
                Item,
                [
                    {"project": the(desk, Team).id, "title": f"{desk.actor} {n}"}
                    for n in range(many)
                ],
            )
    return one, other


def codes(desk: Desk) -> dict[str, str]:
    return {row.title: row.code for row in desk.ws.rows(Item.select(Item.title, Item.code))}


def test_of_two_equal_codes_one_record_gets_the_next_free_one(places: Places) -> None:
    one, other = both_made(places, 2)
    both_ways(one, other)
    assert sorted(codes(one).values()) == [f"IT-00{n}" for n in range(1, 6)]
    assert codes(one) == codes(other)
    lower = {title[:2] for title, code in codes(one).items() if code in ("IT-002", "IT-003")}
    assert lower == {"Am"}, "the lower UUID is the earlier one and keeps its code"
    with one.ws.change("Next") as change:
        assert change.add(Item(project=the(one, Team), title="Next")).code == "IT-006"
    both_ways(one, other)
    assert codes(other)["Bo 0"] == "IT-004"


def remove(desk: Desk, title: str) -> None:
    found = desk.ws.find(Item, title=title)
    assert found is not None
    with desk.ws.change("Remove") as change:
        change.delete(found)


def test_a_code_that_was_lent_is_given_to_nobody_else_when_its_reason_is_gone(
    places: Places,
) -> None:
    one, other = both_made(places, 2)
    both_ways(one, other)
    assert codes(one)["Bo 1"] == "IT-005"
    remove(one, "Bo 1")
    laws.sound(one.ws)
    with one.ws.change("Next") as change:
        assert change.add(Item(project=the(one, Team), title="Next")).code == "IT-006"
    laws.sound(one.ws)
    both_ways(one, other)


def test_what_is_withdrawn_keeps_the_code_that_it_was_lent(places: Places) -> None:
    one, other = both_made(places, 2)
    remove(other, "Bo 0")
    remove(other, "Bo 1")
    both_ways(one, other)
    with one.ws.change("Next") as change:
        change.add(Item(project=the(one, Team), title="Next"))
    laws.sound(one.ws)
    both_ways(one, other)


def test_the_old_code_still_leads_there(places: Places) -> None:
    from changedesk.store.code_search import records_coded

    one, other = both_made(places)
    one.ws.search("item")
    other.ws.search("item")
    both_ways(one, other)
    for desk in (one, other):
        moved = the(desk, Item, code="IT-003").id
        keeper = the(desk, Item, code="IT-002").id
        assert [hit.id for hit in records_coded(desk.ws, "it-002")] == [keeper, moved]
        assert {hit.id for hit in desk.ws.search("IT-002")} == {keeper, moved}
        assert desk.ws.record_name(moved) == "IT-003"
        laws.sound(desk.ws)


def test_what_is_taken_out_gives_its_code_to_nobody_who_made_one_apart(places: Places) -> None:
    one, other = both_made(places)
    one.clock.now_ms += 120_000
    with one.ws.change("Out") as change:
        change.delete(the(one, Item, code="IT-002"))
    both_ways(one, other)
    assert codes(other)["Bo 0"] == "IT-003"
    one.ws.undo()
    both_ways(one, other)
    assert codes(one) == {"First": "IT-001", "Amira 0": "IT-002", "Bo 0": "IT-003"}


def test_codes_that_were_given_again_after_an_undo_stay(places: Places) -> None:
    one = furnished(places)
    team = the(one, Team).id
    for _ in range(2):
        with one.ws.change("Import") as change:
            change.add_many(Item, [{"project": team, "title": "x", "code": "IT-010"}])
        if one.ws.counts()["item"] == 2:
            assert codes(one)["x"] == "IT-010"
        if _ == 0:
            one.ws.undo()
    laws.sound(one.ws)


# -- long texts -----------------------------------------------------------------------------------


def test_long_texts_are_put_together_by_lines(places: Places) -> None:
    one = furnished(places)
    edit(one, notes="first\nsecond\nthird")
    other = copy_of(places, one)
    edit(one, notes="first, better\nsecond\nthird")
    edit(other, notes="first\nsecond\nthird\nfourth")
    both_ways(one, other)
    assert item_of(one).notes == "first, better\nsecond\nthird\nfourth"
    assert one.ws.conflicts() == one.ws.also_said() == []
    edit(one, notes="all new")
    assert one.ws.undo() == "Set notes"
    assert item_of(one).notes == "first, better\nsecond\nthird\nfourth"
    both_ways(one, other)


def test_long_texts_that_changed_the_same_line_are_both_kept(places: Places) -> None:
    one = furnished(places)
    edit(one, notes="first\nsecond")
    other = copy_of(places, one)
    edit(one, notes="first\nmine")
    other.clock.now_ms += 1000
    edit(other, notes="first\ntheirs")
    both_ways(one, other)
    assert item_of(one).notes == "first\ntheirs"
    (found,) = one.ws.also_said()
    assert [said.text for said in found.values] == ["first\ntheirs", "first\nmine"]


def test_three_texts_come_together_whatever_the_order(places: Places) -> None:
    base = "a\nb\nc\nd\ne"
    one = furnished(places)
    edit(one, notes=base)
    two, three = copy_of(places, one), copy_of(places, one, actor="Cy")
    edit(one, notes=base.replace("a", "A"))
    edit(two, notes=base.replace("c", "C"))
    edit(three, notes=base.replace("e", "E"))
    tell(two, three)
    tell(three, one)
    tell(one, two)
    tell(one, three)
    for desk in (one, two, three):
        assert item_of(desk).notes == "A\nb\nC\nd\nE"
    laws.same_content(one.ws, two.ws, three.ws)
    edit(two, notes="A\nb\nC\nd\nE\nf")
    edit(three, notes="A\nb\nC!\nd\nE")
    tell(two, three)
    tell(three, two)
    assert item_of(two).notes == item_of(three).notes == "A\nb\nC!\nd\nE\nf"


LINES = st.lists(st.sampled_from("abcd"), max_size=7).map("\n".join)


@given(LINES, LINES, LINES)
def test_putting_texts_together_knows_no_first_and_second(base: str, one: str, other: str) -> None:
    assert merged_text(base, one, other) == merged_text(base, other, one)
    assert merged_text(base, base, other) == other
    assert merged_text(base, one, one) == one


@given(LINES, st.lists(st.sampled_from("xyz"), max_size=3).map("\n".join))
def test_what_is_added_far_apart_is_all_there(base: str, added: str) -> None:
    kept = f"K\n{base}\nL\nM"
    one, other = f"{added}\n{kept}", f"{kept}\n{added}"
    assert merged_text(kept, one, other) == f"{added}\n{kept}\n{added}"
