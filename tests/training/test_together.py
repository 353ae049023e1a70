"""All groups together: distinct people, whatever tree they are in."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.actions import add_group
from changedesk.people.records import Group, Membership
from changedesk.people.shares import Share
from changedesk.training import attendance
from changedesk.training.coverage import coverage
from changedesk.training.readiness import Evidence, NeedFact, Took
from changedesk.training.sessions import enrol
from changedesk.training.together import AskedOf, all_together

TODAY = "2026-03-20"
CRM, BOT = 1, 2
ALL = frozenset({1, 2, 3, 4})


def of(members: frozenset[int], *courses: int, wanted: int | None = None) -> AskedOf:
    size = len(members) if wanted is None else wanted
    needs = [NeedFact(100 + one, size, size >= len(members), frozenset({one})) for one in courses]
    return AskedOf(needs, members)


def took(course: int, *people: int) -> Evidence:
    return Evidence([Took(person, course, "2026-03-10") for person in people])


def test_a_group_and_its_sub_group_share_their_people() -> None:
    groups = {1: of(ALL, CRM), 2: of(frozenset({1, 2}), CRM)}
    assert all_together(groups, {2: 1}, took(CRM, 1)).trained == Share(1, 4)


def test_who_is_in_two_teams_is_trained_when_both_are_content() -> None:
    groups = {1: of(frozenset({1, 2}), CRM), 2: of(frozenset({2, 3}), BOT)}
    assert all_together(groups, {}, took(CRM, 1, 2)).trained == Share(1, 3)


def test_people_not_known_by_name_are_counted_once_along_the_tree() -> None:
    groups = {1: of(ALL, CRM, wanted=10), 2: of(frozenset({1}), CRM, wanted=5)}
    assert all_together(groups, {2: 1}, took(CRM, 1, 2)).trained == Share(2, 10)
    assert all_together(groups, {}, took(CRM, 1, 2)).trained == Share(2, 14)


def test_some_of_a_group_are_asked_besides_those_already_counted() -> None:
    groups = {1: of(ALL, CRM, wanted=3), 2: of(frozenset({1}), CRM)}
    assert all_together(groups, {2: 1}, took(CRM, 1, 3, 4)).trained == Share(3, 3)
    assert all_together(groups, {2: 1}, took(CRM, 3)).trained == Share(1, 3)


def test_a_sub_group_that_asks_some_is_part_of_the_group_that_asks_some() -> None:
    groups = {1: of(ALL, CRM, wanted=3), 2: of(frozenset({1, 2}), CRM, wanted=1)}
    assert all_together(groups, {2: 1}, took(CRM, 1)).trained == Share(1, 3)


@given(
    st.dictionaries(st.integers(1, 5), st.frozensets(st.integers(1, 9)), max_size=5),
    st.frozensets(st.integers(1, 9)),
    st.dictionaries(st.integers(1, 5), st.integers(0, 12), max_size=5),
)
def test_never_more_than_the_sum_of_the_groups_nor_less_than_the_largest(
    members: dict[int, frozenset[int]], trained: frozenset[int], wanted: dict[int, int]
) -> None:
    groups = {key: of(own, CRM, wanted=wanted.get(key)) for key, own in members.items()}
    chain = {key: key - 1 or None for key in range(1, 6)}
    for parents in ({}, chain):
        found = all_together(groups, parents, took(CRM, *sorted(trained)))
        sizes = [group.wanted for group in groups.values()]
        assert max(sizes, default=0) <= found.trained.base <= sum(sizes)
        assert 0 <= found.trained.n <= found.trained.base
        assert found.expected == found.trained


@given(st.lists(st.frozensets(st.integers(1, 5)), max_size=5), st.frozensets(st.integers(1, 25)))
def test_groups_that_share_nobody_are_simply_added(
    shapes: list[frozenset[int]], trained: frozenset[int]
) -> None:
    groups = {
        key: of(frozenset(key * 5 + one for one in own), CRM) for key, own in enumerate(shapes)
    }
    found = all_together(groups, {}, took(CRM, *trained)).trained
    done = sum(len(group.members & trained) for group in groups.values())
    assert found == Share(done, sum(len(own) for own in shapes))


def test_the_project_counts_people_and_not_rows_of_groups(room) -> None:
    site = add_group(room.desk, "Site")
    with room.desk.change("Tree") as change:
        change.set_many(Group, {room.group: {"parent": site}})
    room.need()
    room.need(group=site)
    for key in enrol(room.desk, room.session, room.people[:2]).keys:
        attendance.note(room.desk, key, "attended")
    found = coverage(room.desk, room.project, TODAY)
    assert [group.standing.trained for group in found.groups] == [Share(2, 4), Share(2, 4)]
    assert (found.trained, found.expected) == (Share(2, 4), Share(2, 4))


def test_a_group_of_unknown_size_is_told_and_not_taken_for_nobody(room) -> None:
    empty = add_group(room.desk, "Night shift")
    room.need(group=empty)
    found = coverage(room.desk, room.project, TODAY)
    assert [group.name for group in found.unsized] == ["Night shift"]
    assert found.trained == Share(0, 0)
    with room.desk.change("Move in") as change:
        change.add_many(Membership, [{"person": room.people[0], "group": empty}])
    found = coverage(room.desk, room.project, TODAY)
    assert (found.unsized, found.trained) == ((), Share(0, 1))
