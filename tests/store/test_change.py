"""Writing: what a change makes, sets, withdraws and refuses, the same on both engines."""

import hashlib

import pytest

from changedesk.store.change import ChangeSet
from changedesk.store.dump import dump
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Desk
from tests.store.shapes import Event, Item, Part, Person, Team


@pytest.fixture
def team(ws: Workspace) -> int:
    with ws.change("Begin") as change:
        return int(change.add(Team(name="Desk")).id)


def add(ws: Workspace, team: int, title: str = "Item", **values: object) -> Item:
    with ws.change(f"Add {title}") as change:
        return change.add(Item(project=team, title=title, **values))


def foreign(record: Item, name: str) -> object:
    """The key that a reference holds."""
    return record.__data__[name]


def test_a_new_record_has_a_key_a_code_and_its_defaults(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    kept = ws.get(Item, item.id)
    assert (kept.code, kept.level, kept.verdict, kept.done) == ("IT-001", "low", "", False)
    assert (kept.amount, kept.due, kept.seen, foreign(kept, "owner")) == (None, "", None, None)
    assert item.code == "IT-001"


def test_every_kind_of_value_comes_back_as_it_was(ws: Workspace, team: int) -> None:
    with ws.change("Add") as change:
        ada = change.add(Person(name="Ada"))
        parent = change.add(Item(project=team, title="Parent"))
        change.add(
            Item(
                project=team, title="Child", notes="two\nlines", level="high", verdict="bad",
                amount=-7, done=True, due="2026-03-31", seen=1_790_000_000_123, owner=ada,
                parent=parent,
            )
        )  # fmt: skip
    kept = ws.find(Item, title="Child")
    assert kept is not None
    assert (kept.notes, kept.level, kept.verdict) == ("two\nlines", "high", "bad")
    assert (kept.amount, kept.done, kept.due) == (-7, True, "2026-03-31")
    assert (kept.seen, foreign(kept, "owner"), foreign(kept, "parent")) == (
        1_790_000_000_123,
        ada.id,
        parent.id,
    )


def test_texts_are_cleaned_on_their_way_in(ws: Workspace, team: int) -> None:
    item = add(ws, team, "e\u0301 \x00\ud800", notes="a\r\nb_x000D_")
    kept = ws.get(Item, item.id)
    assert (kept.title, kept.notes) == ("é ", "a\nb")


def test_many_records_are_made_at_once_and_given_codes_are_kept(ws: Workspace, team: int) -> None:
    rows = [{"project": team, "title": "a"}, {"project": team, "title": "b", "code": "IT-041"}]
    with ws.change("Import") as change:
        keys = change.add_many(Item, rows)
        assert change.add_many(Item, []) == []
    assert [ws.get(Item, key).code for key in keys] == ["IT-042", "IT-041"]
    assert [row["code"] for row in rows] == ["IT-042", "IT-041"]
    assert add(ws, team).code == "IT-043"


def test_codes_are_never_given_twice(ws: Workspace, team: int) -> None:
    add(ws, team)
    with ws.change("Take it out") as change:
        change.delete(change.add(Item(project=team, title="Short-lived")))
    ws.undo()
    assert add(ws, team).code == "IT-003"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": ""}, "“Title” is needed"),
        ({"title": "x", "level": "lowest"}, "“lowest” is not a value of “Level”"),
        ({"title": "x", "amount": "many"}, "“Amount” takes a whole number"),
        ({"title": "x", "amount": 2**31}, "“Amount” takes a whole number"),
        ({"title": "x", "amount": 1.5}, "“Amount” takes a whole number"),
        ({"title": "x", "amount": float("inf")}, "“Amount” takes a whole number"),
        ({"title": "x", "due": "tomorrow"}, "“Due” takes a date such as 2026-03-31"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_words(
    ws: Workspace, team: int, values: dict[str, object], words: str
) -> None:
    before = dump(ws)
    with pytest.raises(UserError, match=words), ws.change("Try") as change:
        change.add(Item(project=team, **values))
    assert dump(ws) == before


def test_a_reference_to_what_is_gone_is_refused(ws: Workspace, team: int) -> None:
    with ws.change("Come and go") as change:
        ada = change.add(Person(name="Ada"))
        change.delete(ada)
    with pytest.raises(UserError, match="This person is not there any more"):
        add(ws, team, owner=ada.id)
    with pytest.raises(UserError, match="not there any more"):
        add(ws, team, owner=999)


def test_a_reference_to_what_the_same_change_took_out_is_refused(ws: Workspace, team: int) -> None:
    with ws.change("x") as change:
        person = change.add(Person(name="Ada"))
        item = change.add(Item(project=team, title="Hers", owner=person.id))
        change.delete(item)
        change.delete(person)
        with pytest.raises(UserError, match="This person is not there any more"):
            change.add(Item(project=team, title="Hers", owner=person.id))


def test_only_what_differs_is_written(ws: Workspace, team: int) -> None:
    item = add(ws, team, amount=3)
    length = ws.journal_length()
    with ws.change("Same") as change:
        change.set(item, title="Item", amount="3", done=False)
    assert ws.journal_length() == length
    with ws.change("Other") as change:
        assert change.set_many(Item, {item.id: {"title": "New", "amount": 3}}) == 1
        change.set(item, notes="n")
    assert item.notes == "n"
    assert ws.journal_length() == length + 3


def test_a_required_field_cannot_be_emptied(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    with pytest.raises(UserError, match="“Title” is needed"), ws.change("Empty") as change:
        change.set(item, title="\x00")


def test_what_somebody_took_out_cannot_be_edited_or_taken_out_again(
    ws: Workspace, team: int
) -> None:
    item = add(ws, team)
    with ws.change("Out") as change:
        change.delete(item)
    with pytest.raises(UserError, match="This item is not there any more"), ws.change("x") as one:
        one.set(item, title="y")
    with pytest.raises(UserError, match="not there any more"), ws.change("x") as one:
        one.delete(item)
    with pytest.raises(UserError, match="This item is not there any more"):
        ws.get(Item, item.id)
    laws.sound(ws)


def test_what_is_in_use_is_not_taken_out(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    with ws.change("Use") as change:
        change.add(Event(item=item, outcome="good"))
        change.add(Event(item=item, outcome="bad"))
    words = "^IT-001 Item is used by 2 events: what is recorded stays, so this stays too.$"
    with pytest.raises(UserError, match=words), ws.change("Out") as change:
        change.delete(item)
    words = "^Desk is used by 1 item: take those out or change them first.$"
    with pytest.raises(UserError, match=words), ws.change("Out") as change:
        change.delete_many(Team, [team])


def test_everything_that_needs_a_record_is_named_in_one_sentence(ws: Workspace, team: int) -> None:
    with ws.change("People") as change:
        ada, ben, eve = (change.add(Person(name=name)) for name in ("Ada", "Ben", "Eve"))
        first = change.add(Item(project=team, title="a", owner=ada))
        change.add(Item(project=team, title="b", owner=ada))
        change.add(Item(project=team, title="c", owner=ben))
        change.add(Part(item=first, title="leg", helper=ada))
    words = "^Ada is used by 2 items .owner. and 1 part .helper.: take those out or change them"
    with pytest.raises(UserError, match=words), ws.change("Out") as change:
        change.delete_many(Person, [eve.id, ada.id, ben.id])
    assert ws.find(Person, name="Eve") is not None
    with ws.change("Out") as change:
        change.delete(eve)
    assert ws.find(Person, name="Eve") is None
    ws.undo()
    assert ws.find(Person, name="Eve") is not None


def test_a_name_is_one_line_whatever_was_pasted(ws: Workspace, team: int) -> None:
    item = add(ws, team, "Move\tthe desk \r\n to Leeds\u2028now\n", notes="a\n\tb\n")
    kept = ws.get(Item, item.id)
    assert (kept.title, kept.notes) == ("Move the desk to Leeds now", "a\n\tb\n")
    with ws.change("Rename") as change:
        change.set(item, title="two\nlines")
    assert ws.get(Item, item.id).title == "two lines"


@pytest.mark.parametrize("code", ["IT-001 b", "X" * 21, "A+B", "a\nb", "“A”"])
def test_a_code_that_nobody_could_say_is_refused(ws: Workspace, team: int, code: str) -> None:
    words = "“Code” takes at most 20 letters and digits, also - _ . / but no space"
    with pytest.raises(UserError, match=words), ws.change("Add") as change:
        change.add(Item(project=team, title="a", code=code))
    assert ws.counts()["item"] == 0


@pytest.mark.parametrize("code", ["IT-7/b", "x" * 20, "Ä_1.2"])
def test_a_short_code_is_kept_as_it_was_given(ws: Workspace, team: int, code: str) -> None:
    item = add(ws, team, "a", code=code)
    assert ws.get(Item, item.id).code == code


def test_parts_go_with_their_whole(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    with ws.change("Parts") as change:
        change.add_many(Part, [{"item": item.id, "title": str(n)} for n in range(3)])
    with ws.change("Out") as change:
        change.delete(item)
    assert ws.counts()["part"] == 0
    ws.undo()
    assert ws.counts()["part"] == 3
    laws.sound(ws)


def test_events_are_never_edited_and_sums_never_set(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    with ws.change("Event") as change:
        event = change.add(Event(item=item, outcome="good"))
        with pytest.raises(TypeError, match="withdrawn, never edited"):
            change.set(event, outcome="bad")
        with pytest.raises(TypeError, match="computed, not set"):
            change.set(item, events=7)
    assert ws.get(Item, item.id).events == 1


def test_what_is_derived_follows_at_once(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    assert ws.get(Item, item.id).events == 0
    with ws.change("Event") as change:
        event = change.add(Event(item=item, outcome="good"))
    assert ws.get(Item, item.id).events == 1
    with ws.change("Out") as change:
        change.delete(event)
    assert ws.get(Item, item.id).events == 0


def test_observers_learn_what_was_touched_and_by_whom(ws: Workspace, team: int) -> None:
    item = add(ws, team)
    heard: list[ChangeSet] = []
    stop = ws.observe(heard.append)
    me = object()
    with ws.change("Event", initiator=me) as change:
        event = change.add(Event(item=item, outcome="good"))
    assert heard[-1] == ChangeSet(
        "Event", {"event": frozenset({event.id}), "item": frozenset({item.id})}, me
    )
    assert heard[-1].of("team") == frozenset()
    with ws.change("Nothing"):
        pass
    ws.undo()
    assert [found.label for found in heard] == ["Event", "Event"]
    stop()
    ws.redo()
    assert len(heard) == 2


def test_a_change_within_a_change_is_our_mistake(ws: Workspace) -> None:
    words = "open on this thread"
    with ws.change("Outer"), pytest.raises(TypeError, match=words), ws.change("Inner"):
        pass


def test_a_failed_block_leaves_nothing_behind(ws: Workspace, team: int) -> None:
    def attempt() -> None:
        with ws.change("Trips") as change:
            change.add(Item(project=team, title="x"))
            raise RuntimeError

    laws.leaves_nothing_behind(ws, attempt)


def test_bytes_are_kept_once_by_what_they_are(ws: Workspace) -> None:
    with ws.change("Picture") as change:
        one, other = change.content(b"png"), change.content(b"png")
        change.content(b"another")
        change.add(Team(name="x"))
    assert one == other == hashlib.sha256(b"png").hexdigest()
    assert ws.content(one) == b"png"
    with pytest.raises(EnvironmentProblem, match="missing in this workspace"):
        ws.content("00" * 32)


def test_labels_and_names_of_any_kind_are_kept_clean(desk: Desk) -> None:
    desk.restart("Am\x00ira\ud800")
    with desk.ws.change("Import \udce4.xlsx\x07") as change:
        change.add(Team(name="x"))
    newest = desk.ws.changes(1)[0]
    assert (newest.label, newest.who) == ("Import .xlsx", "Amira")
    laws.sound(desk.ws)
