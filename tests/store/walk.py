"""A random walk over two or three copies of a workspace, with a model of what undo must do."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from changedesk.store.change import Change
from changedesk.store.clock import TRUSTED_AHEAD_MS, stamp_ms
from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Clock, Desk, Places
from tests.store.shapes import (
    EDITABLE,
    ERASABLE,
    LEVELS,
    SCHEMA,
    VERDICTS,
    Event,
    Item,
    Part,
    Person,
    Team,
)

DAY_MS = 24 * 60 * 60 * 1000
ACTORS = ("Amira", "Bo")
TEXTS = st.sampled_from(
    ["Login", "Refund", "=1+1", "naïve ", "e\u0301", "a\x00b", "\ud800x", "two\r\nlines", "한국어"]
)
Content = dict[str, dict[str, str]]


def content(ws: Workspace) -> Content:
    """Return the fields of every record by UUID, without what is computed."""
    return {
        uid: {name: text for name, text in fields if name != "events"}
        for _type, uid, _state, fields in dump(ws)
    }


@dataclass
class Done:
    """A change that its author may take back: what was before it and what after."""

    label: str
    before: Content
    after: Content
    length: int
    """How many operations the copy held when it was done."""

    def touched(self) -> Iterator[tuple[str, str]]:
        """Yield record and field of what differs; the empty field where a record came or went."""
        for uid in {*self.before, *self.after}:
            old, new = self.before.get(uid), self.after.get(uid)
            if old is None or new is None:
                yield uid, ""
            else:
                yield from ((uid, n) for n in {*old, *new} if old.get(n) != new.get(n))


class Copy:
    """A copy in the walk, and for each of its people what can be undone and redone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.undo: dict[str, list[Done]] = {actor: [] for actor in ACTORS}
        self.redo: dict[str, list[Done]] = {actor: [] for actor in ACTORS}

    def __repr__(self) -> str:
        return f"<copy {Path(self.desk.address).name} of {self.desk.actor}>"

    @property
    def ws(self) -> Workspace:
        return self.desk.ws


class Walk(RuleBasedStateMachine):
    """Random changes, undo, restarts, clock jumps and merges, with every law after each step."""

    places: Places

    def __init__(self) -> None:
        super().__init__()
        self.copies: list[Copy] = []
        self.written: set[bytes] = set()
        self.serial = 0

    @initialize(many=st.integers(2, 3))
    def begin(self, many: int) -> None:
        for number in range(many):
            self.copies.append(Copy(Desk(self.places, Clock(), actor=ACTORS[number % 2])))
        first = self.copies[0]
        with first.ws.change("Begin") as change:
            team = change.add(Team(name="Desk"))
            people = [change.add(Person(name=name)) for name in ("Ada", "Bea")]
            items = [
                change.add(Item(project=team, title=title, owner=owner))
                for title, owner in (("One", people[0]), ("Two", None))
            ]
            change.add(Part(item=items[0], title="Part"))
            change.add(Event(item=items[1], outcome="good"))
        self.note(first, "Begin", {}, content(first.ws))
        for other in self.copies[1:]:
            other.ws.receive(first.ws.operations())
        self.settled(*self.copies)

    # -- what people do ------------------------------------------------------------------------

    @rule(data=st.data(), times=st.integers(1, 3))
    def change(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.change_once(data, self.choose(data))

    def change_once(self, data: st.DataObject, copy: Copy) -> None:
        before = content(copy.ws)
        self.serial += 1
        label = f"Change {self.serial}"
        with copy.ws.change(label) as change:
            for _ in range(data.draw(st.integers(1, 4))):
                self.act(data, copy.ws, change)
            wrote = change.heading is not None
        if wrote:
            assert laws.ops_of(copy.ws)[-1].hlc > self.adopted(copy)
            self.note(copy, label, before, content(copy.ws))
        self.settled(copy)

    @rule(data=st.data())
    def change_that_fails(self, data: st.DataObject) -> None:
        copy = self.choose(data)

        def attempt() -> None:
            with copy.ws.change("Fails") as change:
                self.act(data, copy.ws, change)
                self.act(data, copy.ws, change)
                raise RuntimeError("the program trips")

        laws.leaves_nothing_behind(copy.ws, attempt)

    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        copy = self.choose(data)
        record_type = data.draw(st.sampled_from(list(ERASABLE)))
        keys = self.keys(copy.ws, record_type)
        if keys:
            record = copy.ws.get(record_type, data.draw(st.sampled_from(keys)))
            name = data.draw(st.sampled_from(ERASABLE[record_type]))
            with copy.ws.change("Erase") as change:
                change.erase(record, name)
            found = copy.ws.get(record_type, record.id)
            assert getattr(found, name) in ("", None)
            copy.redo[copy.desk.actor].clear()
        self.settled(copy)

    @rule(data=st.data(), times=st.integers(1, 3))
    def undo(self, data: st.DataObject, times: int) -> None:
        copy = self.choose_among(data, [c for c in self.copies if c.undo[c.desk.actor]])
        pile, other = copy.undo[copy.desk.actor], copy.redo[copy.desk.actor]
        self.turn_back(copy, pile, other, copy.ws.undo)
        for _ in range(min(times - 1, len(pile))):
            self.turn_back(copy, pile, other, copy.ws.undo)

    @rule(data=st.data(), times=st.integers(1, 3))
    def redo(self, data: st.DataObject, times: int) -> None:
        copy = self.choose_among(data, [c for c in self.copies if c.redo[c.desk.actor]])
        pile, other = copy.redo[copy.desk.actor], copy.undo[copy.desk.actor]
        self.turn_back(copy, pile, other, copy.ws.redo)
        for _ in range(min(times - 1, len(pile))):
            self.turn_back(copy, pile, other, copy.ws.redo)

    @rule(data=st.data(), times=st.integers(1, 3), again=st.booleans())
    def back_and_forth(self, data: st.DataObject, times: int, again: bool) -> None:
        """Undo after undo, and redo after redo, of one person's latest changes."""
        copy = self.choose(data)
        for _ in range(times):
            self.change_once(data, copy)
        pile, other = copy.undo[copy.desk.actor], copy.redo[copy.desk.actor]
        for _ in range(min(times, len(pile))):
            self.turn_back(copy, pile, other, copy.ws.undo)
        if again:
            copy.desk.restart()
        for _ in range(len(other)):
            self.turn_back(copy, other, pile, copy.ws.redo)

    @rule(data=st.data(), actor=st.sampled_from(ACTORS))
    def restart(self, data: st.DataObject, actor: str) -> None:
        copy = self.choose(data)
        before, length = dump(copy.ws), copy.ws.journal_length()
        copy.desk.restart(actor)
        assert (dump(copy.ws), copy.ws.journal_length()) == (before, length)
        self.settled(copy)

    @rule(data=st.data(), days=st.integers(-11, 46))
    def clock_jumps(self, data: st.DataObject, days: int) -> None:
        self.choose(data).desk.clock.now_ms += days * DAY_MS

    # -- merging -------------------------------------------------------------------------------

    @rule(data=st.data(), part=st.none() | st.integers(1, 12))
    def merge(self, data: st.DataObject, part: int | None) -> None:
        source, target = data.draw(st.permutations(self.copies))[:2]
        self.merge_once(source, target, part)

    @rule(data=st.data())
    def both_change_and_merge(self, data: st.DataObject) -> None:
        one, other = data.draw(st.permutations(self.copies))[:2]
        self.merge_once(one, other, None)
        self.change_once(data, one)
        self.change_once(data, other)
        self.merge_once(one, other, None)
        self.merge_once(other, one, None)

    def merge_once(self, source: Copy, target: Copy, part: int | None) -> None:
        lacking = list(source.ws.operations(target.ws.version_vector()))[:part]
        before = laws.ops_of(target.ws)
        clock = self.adopted(target)
        refused = ""
        try:
            received = target.ws.receive(iter(lacking))
        except UserError as refusal:
            refused = str(refusal)
        if refused:
            # A part may hold what was erased without the erasure that says so.
            assert part is not None
            assert "was emptied" in refused
            assert laws.ops_of(target.ws) == before
            return
        assert received.operations == len(lacking)
        ahead = target.desk.clock.now_ms + TRUSTED_AHEAD_MS
        believed = [op.hlc for op in lacking if stamp_ms(op.hlc) <= ahead]
        assert self.adopted(target) == max([clock, *believed]), "a clock far ahead is not adopted"
        laws.taking_in_again_adds_nothing(target.ws, lacking)
        self.settled(target)

    @rule(data=st.data())
    def merge_with_a_gap(self, data: st.DataObject) -> None:
        source, target = data.draw(st.permutations(self.copies))[:2]
        lacking = list(source.ws.operations(target.ws.version_vector()))
        if len(lacking) > 1:
            gap = data.draw(st.integers(0, len(lacking) - 2))
            rest = lacking[:gap] + lacking[gap + 1 :]
            needs = {h for op in rest for h in (op.prev, *laws.split(op.base))}
            if lacking[gap].h in needs:
                laws.is_refused_whole(target.ws, rest, "nothing was taken in")

    # -- what holds ----------------------------------------------------------------------------

    def settled(self, *copies: Copy) -> None:
        for copy in copies:
            laws.sound(copy.ws)
            self.written |= {op.h for op in laws.ops_of(copy.ws)}
            for piles, told in ((copy.undo, copy.ws.next_undo()), (copy.redo, copy.ws.next_redo())):
                pile = piles[copy.desk.actor]
                assert told == (pile[-1].label if pile else None)

    def adopted(self, copy: Copy) -> int:
        """Return the time after which everything that is written here from now on is dated."""
        with copy.ws.connected() as sql:
            return int(sql.value("SELECT value FROM state WHERE name = 'clock'") or 0)

    def teardown(self) -> None:
        try:
            if self.copies:
                self.everybody_tells_everybody()
        finally:
            self.places.clear()

    def everybody_tells_everybody(self) -> None:
        for _ in range(2):
            for source in self.copies:
                for target in self.copies:
                    if source is not target:
                        known = target.ws.version_vector()
                        target.ws.receive(source.ws.operations(known))
        desks = [copy.ws for copy in self.copies]
        laws.same_operations(*desks)
        laws.same_content(*desks)
        assert {op.h for op in laws.ops_of(desks[0])} >= self.written, "an operation was lost"
        for ws in desks:
            laws.sound(ws)
            laws.taking_in_again_adds_nothing(ws, laws.ops_of(desks[0]))

    # -- the model of undo ---------------------------------------------------------------------

    def note(self, copy: Copy, label: str, before: Content, after: Content) -> None:
        done = Done(label, before, after, copy.ws.journal_length())
        copy.undo[copy.desk.actor].append(done)
        copy.redo[copy.desk.actor].clear()

    def turn_back(self, copy: Copy, pile: list[Done], other: list[Done], step: Any) -> None:
        before, ops = content(copy.ws), laws.ops_of(copy.ws)
        if not pile:
            assert step() is None
            assert laws.ops_of(copy.ws) == ops
            return
        target = pile[-1]
        foreign = self.foreign_since(copy, target)
        refused = ""
        try:
            label = step()
        except UserError as refusal:
            refused = str(refusal)
        if refused:
            assert foreign or "erased" in refused or self.erased_any(copy), refused
            assert laws.ops_of(copy.ws) == ops
            assert content(copy.ws) == before
            return
        assert label == target.label
        after = content(copy.ws)
        written = laws.ops_of(copy.ws)[len(ops) :]
        taken_out = {op.entity.hex() for op in written if op.field[0] == "-"}
        # Who was withdrawn already, and only kept for others' sake, is gone when they are.
        only_kept = {
            op.entity.hex() for op in ops[: target.length] if op.field[0] == "-" and op.val
        }
        excused = {uid for uid in taken_out & only_kept if uid not in after}
        self.took_back(target, before, after, taken_out, excused)
        self.nothing_else_differs(copy, target, before, after)
        assert not self.built_upon(copy, target, ops), "undo went over somebody's newer work"
        pile.pop()
        other.append(Done(target.label, before, after, copy.ws.journal_length()))
        self.settled(copy)

    def took_back(
        self,
        target: Done,
        before: Content,
        after: Content,
        taken_out: set[str],
        excused: set[str],
    ) -> None:
        for uid, name in target.touched():
            if uid in excused:
                continue
            if name:
                assert after[uid].get(name) == target.before[uid].get(name), (uid, name)
            elif uid in target.before:
                assert uid in after, "what was taken out is back"
            else:
                # What had come only for the sake of these stays if somebody worked on it since.
                worked_on = uid in before and uid not in taken_out
                assert uid not in after or worked_on, "what was made is gone"

    def nothing_else_differs(
        self, copy: Copy, target: Done, before: Content, after: Content
    ) -> None:
        touched = set(target.touched())
        # Another one gets its own code back, or gives it up, when one of these goes or comes.
        codes = {
            told["code"]
            for uid, _ in touched
            for told in (before.get(uid, {}), after.get(uid, {}))
            if "code" in told
        }
        for uid in {*before, *after}:
            old, new = before.get(uid), after.get(uid)
            if old is None or new is None:
                # Others come or go only because a record was kept for the sake of one of these.
                assert (uid, "") in touched or self.kept_for_others(copy, uid)
                continue
            for name in {*old, *new}:
                same = old.get(name) == new.get(name)
                assert same or {(uid, name), (uid, "")} & touched or (name == "code" and codes)

    def kept_for_others(self, copy: Copy, uid: str) -> bool:
        verdicts = laws.unseen(laws.ops_of(copy.ws))
        return (bytes.fromhex(uid), "-") in verdicts

    def foreign_since(self, copy: Copy, target: Done) -> bool:
        mine = (copy.ws.device_uid, copy.desk.actor)
        later = laws.ops_of(copy.ws)[target.length :]
        return any((op.device, op.actor) != mine for op in later)

    def erased_any(self, copy: Copy) -> bool:
        return any(op.field[0] == "!" for op in laws.ops_of(copy.ws))

    def built_upon(self, copy: Copy, target: Done, ops: list[Any]) -> bool:
        """Tell whether somebody else heads a field that the change had written."""
        mine = (copy.ws.device_uid, copy.desk.actor)
        by_hash = {op.h: op for op in ops}
        touched = set(target.touched())
        for (uid, name), hashes in laws.unseen(ops).items():
            if (uid.hex(), name) in touched:
                for h in hashes:
                    if (by_hash[h].device, by_hash[h].actor) != mine:
                        return True
        return False

    # -- random acts ---------------------------------------------------------------------------

    def choose(self, data: st.DataObject) -> Copy:
        return data.draw(st.sampled_from(self.copies))

    def choose_among(self, data: st.DataObject, some: list[Copy]) -> Copy:
        return data.draw(st.sampled_from(some or self.copies))

    def keys(self, ws: Workspace, record_type: type[Record]) -> list[int]:
        return [
            row.id for row in ws.rows(record_type.select(record_type.id).order_by(record_type.id))
        ]

    def act(self, data: st.DataObject, ws: Workspace, change: Change) -> None:
        act = data.draw(st.sampled_from([self.make, self.make, self.edit, self.edit, self.remove]))
        with contextlib.suppress(UserError):  # a refusal in words leaves the change as it was
            act(data, ws, change)

    def make(self, data: st.DataObject, ws: Workspace, change: Change) -> None:
        record_type = data.draw(st.sampled_from([Person, Item, Item, Part, Event, Event]))
        many = data.draw(st.integers(1, 3))
        made = [self.values(data, ws, record_type) for _ in range(many)]
        if many == 1:
            change.add(record_type(**made[0]))
        else:
            change.add_many(record_type, made)

    def edit(self, data: st.DataObject, ws: Workspace, change: Change) -> None:
        record_type = data.draw(st.sampled_from(list(EDITABLE)))
        keys = self.keys(ws, record_type)
        if keys:
            chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
            names = data.draw(
                st.lists(
                    st.sampled_from(EDITABLE[record_type]), min_size=1, max_size=3, unique=True
                )
            )
            change.set_many(
                record_type,
                {key: {n: self.value(data, ws, record_type, n) for n in names} for key in chosen},
            )

    def remove(self, data: st.DataObject, ws: Workspace, change: Change) -> None:
        record_type = data.draw(st.sampled_from([Person, Item, Item, Part, Event]))
        keys = self.keys(ws, record_type)
        if keys:
            change.delete_many(record_type, [data.draw(st.sampled_from(keys))])

    def values(
        self, data: st.DataObject, ws: Workspace, record_type: type[Record]
    ) -> dict[str, Any]:
        names = [known.name for known in spec_of(record_type).journalled if known.name != "code"]
        return {name: self.value(data, ws, record_type, name) for name in names}

    def value(
        self, data: st.DataObject, ws: Workspace, record_type: type[Record], name: str
    ) -> Any:
        known = spec_of(record_type).field(name)
        if known.kind is Kind.REFERENCE:
            keys: list[int | None] = list(self.keys(ws, SCHEMA.by_name[known.target]))
            return data.draw(st.sampled_from([*keys, None, *keys[:2]]))
        if known.kind is Kind.CHOICE:
            codes = [choice.code for choice in (LEVELS if name == "level" else VERDICTS)]
            return data.draw(st.sampled_from(codes if known.facts.required else [*codes, ""]))
        if known.kind is Kind.YES_NO:
            return data.draw(st.booleans())
        if known.kind is Kind.DATE:
            return data.draw(st.sampled_from(["", "2026-03-31", "2026-04-01"]))
        if known.kind in (Kind.INTEGER, Kind.MOMENT):
            return data.draw(st.none() | st.integers(-3, 3))
        return data.draw(TEXTS)
