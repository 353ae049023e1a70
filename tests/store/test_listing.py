"""Which records a screen lists, and in which order: on both engines alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.desk import SCHEMA as DESK
from changedesk.people.records import Person as Human
from changedesk.people.records import Project
from changedesk.store.access import create_workspace
from changedesk.store.listing import (
    Listing,
    Named,
    Order,
    owners_of,
    project_path,
    record_ids,
    record_names,
    record_page,
    reference_choices,
)
from changedesk.store.spec import spec_of
from changedesk.uat.records import Cycle, Run, Script, ScriptVersion, Step
from tests.store.shapes import SCHEMA, Item, Part, Person, Team


@pytest.fixture
def items(ws):
    """Three items: their keys in the order in which they were made."""
    with ws.change("Start") as change:
        (team,) = change.add_many(Team, [{"name": "Team"}])
        amira, ben = change.add_many(Person, [{"name": "Amira Khan"}, {"name": "Ben"}])
        return change.add_many(
            Item,
            [
                {
                    "project": team, "title": "beta", "notes": "Über the_wall 100%",
                    "level": "high", "amount": 5, "done": True, "due": "2026-03-02", "owner": ben,
                },
                {"project": team, "title": "Alpha", "level": "low", "owner": amira},
                {
                    "project": team, "title": "gamma", "level": "", "amount": 40,
                    "due": "2026-01-31", "seen": 1_790_000_000_000,
                },
            ],
        )  # fmt: skip


def titles(ws, **listing):
    names = record_names(ws, "item", record_ids(ws, Item, Listing(**listing)))
    return [names[key].title for key in record_ids(ws, Item, Listing(**listing))]


def test_without_an_order_they_come_as_they_were_made(ws, items):
    assert record_ids(ws, Item) == items
    assert record_ids(ws, Item, Listing(order=Order("", True))) == items[::-1]


@pytest.mark.parametrize(
    ("field", "up", "down"),
    [
        ("code", ["beta", "Alpha", "gamma"], ["gamma", "Alpha", "beta"]),
        ("title", ["Alpha", "beta", "gamma"], ["gamma", "beta", "Alpha"]),
        ("level", ["Alpha", "beta", "gamma"], ["beta", "Alpha", "gamma"]),
        ("amount", ["beta", "gamma", "Alpha"], ["gamma", "beta", "Alpha"]),
        ("due", ["gamma", "beta", "Alpha"], ["beta", "gamma", "Alpha"]),
        ("owner", ["Alpha", "beta", "gamma"], ["beta", "Alpha", "gamma"]),
        ("done", ["Alpha", "gamma", "beta"], ["beta", "gamma", "Alpha"]),
        ("seen", ["gamma", "beta", "Alpha"], ["gamma", "Alpha", "beta"]),
    ],
)
def test_an_order_follows_meaning_and_empty_values_come_last(ws, items, field, up, down):
    assert titles(ws, order=Order(field)) == up
    assert titles(ws, order=Order(field, True)) == down


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("uber", ["beta"]),
        ("WALL 100", ["beta"]),
        ("high", ["beta"]),
        ("hi be", ["beta"]),
        ("khan", ["Alpha"]),
        ("IT-003", ["gamma"]),
        ("a", ["Alpha"]),
        ("nothing", []),
        ("' OR 1=1 --", []),
        ('"*"', ["beta", "Alpha", "gamma"]),
        ("", ["beta", "Alpha", "gamma"]),
    ],
)
def test_every_word_must_begin_one_that_the_record_shows(ws, items, words, found):
    assert titles(ws, words=words) == found


@given(words=st.text(max_size=20))
def test_no_words_break_the_query(words_ws, words):
    record_ids(words_ws, Item, Listing(words=words))


@pytest.fixture(scope="module")
def words_ws(engine, server):
    from tests.store.desks import places_of

    with places_of(engine, server) as places:
        workspace = create_workspace(places.fresh(), SCHEMA)
        yield workspace
        workspace.close()


def test_values_narrow_a_list(ws, items):
    assert titles(ws, equals={"level": "high"}) == ["beta"]
    assert titles(ws, equals={"amount": None}) == ["Alpha"]


def test_a_page_holds_plain_values_and_named_references(ws, items):
    page = record_page(ws, Item, [*items, 9999])
    assert set(page) == set(items)
    row = dict(zip((f.name for f in spec_of(Item).shown), page[items[0]], strict=True))
    assert row["title"] == "beta"
    assert row["done"] is True
    assert isinstance(row["owner"], Named)
    assert (row["owner"].short, row["owner"].full) == ("Ben", "Ben")
    assert row["parent"] is None


def test_what_was_withdrawn_is_not_listed(ws, items):
    with ws.change("Out") as change:
        change.delete_many(Item, [items[1]])
    assert record_ids(ws, Item) == [items[0], items[2]]
    assert items[1] not in record_page(ws, Item, items)
    assert titles(ws, words="alpha") == []


def test_a_reference_offers_what_there_is_by_name(ws, items):
    assert [named.full for named in reference_choices(ws, "person")] == ["Amira Khan", "Ben"]
    assert [named.code for named in reference_choices(ws, "item", limit=2)] == ["IT-001", "IT-002"]


def test_a_part_names_its_owner(ws, items):
    with ws.change("Part") as change:
        (part,) = change.add_many(Part, [{"item": items[2], "title": "P"}])
    assert owners_of(ws, "part", [part, 9999]) == ("item", {part: items[2]})
    assert owners_of(ws, "item", items) == ("", {})


def test_only_the_project_at_hand_is_listed_however_far_it_is_away(places):
    workspace = create_workspace(places.fresh(), DESK)
    runs = {}
    with workspace.change("Two projects") as change:
        for code in ("A", "B"):
            (project,) = change.add_many(Project, [{"code": code, "name": code}])
            (script,) = change.add_many(Script, [{"project": project, "title": code}])
            (version,) = change.add_many(ScriptVersion, [{"script": script, "number": 1}])
            change.add_many(Step, [{"version": version, "position": 1, "do": code}])
            (cycle,) = change.add_many(Cycle, [{"project": project, "title": code}])
            values = {"cycle": cycle, "script": script, "version": version}
            (runs[project],) = change.add_many(Run, [values])
        change.add_many(Human, [{"name": "Everywhere"}])
    for project, run in runs.items():
        assert record_ids(workspace, Run, Listing(project=project)) == [run]
        assert len(record_ids(workspace, Step, Listing(project=project))) == 1
        assert len(record_ids(workspace, Human, Listing(project=project))) == 1
    workspace.close()


def test_the_way_to_the_project_is_found_by_required_references():
    assert project_path(DESK, Script) == ("project",)
    assert project_path(DESK, Step) == ("version", "script", "project")
    assert project_path(DESK, Human) is None


def test_a_folder_holds_what_is_in_it_and_below_and_nothing_that_begins_alike(ws):
    with ws.change("Start") as change:
        (team,) = change.add_many(Team, [{"name": "Team"}])
        titles = ["Chat", "Chat/Bot", "Chat / Fax", "Chatbot", "50%/a", "50x/a"]
        keys = change.add_many(Item, [{"project": team, "title": title} for title in titles])
    assert record_ids(ws, Item, Listing(within={"title": "Chat"})) == keys[:3]
    assert record_ids(ws, Item, Listing(within={"title": "50%"})) == [keys[4]]
