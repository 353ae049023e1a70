"""Throw-away record types with every kind of field: the store is tested apart from the areas."""

from collections.abc import Iterable

from peewee import Database

from changedesk.store import fields as f
from changedesk.store.engine import Sql
from changedesk.store.records import About, Derivation, Record, Schema

LEVELS = (f.Choice("low", "Low", "▼"), f.Choice("high", "High", "▲"))
VERDICTS = (f.Choice("good", "Good", "✔"), f.Choice("bad", "Bad", "✖"))


class Team(Record):
    """What everything else belongs to."""

    about = About("team", "Team", title_field="name")
    name = f.text("Name", required=True)


class Person(Record):
    """Somebody whom others refer to, and whose name may have to be erased."""

    about = About("person", "Person", plural="People", title_field="name")
    name = f.text("Name", required=True, personal=True)
    email = f.text("E-mail", personal=True)


class Item(Record):
    """One field of each kind."""

    about = About("item", "Item", code_prefix="IT")
    project = f.reference("Team", Team, required=True, hidden=True)
    code = f.code()
    title = f.text("Title", required=True)
    notes = f.long_text("Notes")
    level = f.choice("Level", LEVELS, default="low")
    verdict = f.choice("Verdict", VERDICTS, rule=f.Rule.EVERY_VALUE)
    amount = f.integer("Amount", unit="pieces")
    done = f.yes_no("Done")
    due = f.date("Due")
    seen = f.moment("Seen")
    owner = f.reference("Owner", Person)
    parent = f.reference("Parent", "self")
    events = f.integer("Events", derived=True)


class Part(Record):
    """It goes when its item goes."""

    about = About("part", "Part")
    item = f.reference("Item", Item, required=True, owner=True)
    title = f.text("Title")
    helper = f.reference("Helper", Person)


class Event(Record):
    """Only ever added, and withdrawn."""

    about = About("event", "Event", title_field="outcome", event=True)
    item = f.reference("Item", Item, required=True)
    outcome = f.choice("Outcome", VERDICTS, required=True)
    remark = f.long_text("Remark", personal=True)


def count_events(database: Database, items: Iterable[int]) -> None:
    """Count the events of items, as an area would compute its states."""
    Sql(database).run_by_keys(
        "UPDATE item SET events = (SELECT COUNT(*) FROM event e WHERE e.item_id = item.id) "
        "WHERE id IN ({keys})",
        list(items),
    )


SCHEMA = Schema(
    types=(Team, Person, Item, Part, Event),
    derivations=(Derivation(Event, "item", Item, count_events),),
)
EDITABLE: dict[type[Record], tuple[str, ...]] = {
    Team: ("name",),
    Person: ("name", "email"),
    Item: (
        "title", "notes", "level", "verdict", "amount", "done", "due", "seen", "owner", "parent",
    ),
    Part: ("title", "helper"),
}  # fmt: skip
ERASABLE: dict[type[Record], tuple[str, ...]] = {
    Person: ("name", "email"),
    Item: ("title", "notes", "amount"),
    Event: ("remark",),
}
