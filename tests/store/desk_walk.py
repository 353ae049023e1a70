"""A random walk over three copies of the whole desk, which are put together in any order.

What must be decided is told anew here, from the operations and the records alone.
"""

import contextlib
import tempfile
from collections import defaultdict
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from changedesk.desk import SCHEMA
from changedesk.store import sealed
from changedesk.store.change import Change
from changedesk.store.dump import Line, dump
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind, Rule, facts_of
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.workspace import Workspace
from changedesk.survey.records import AnswerBatch, Wave
from changedesk.survey.sealing import seal
from changedesk.uat.records import StepResult
from tests.store import laws
from tests.store.desks import Clock, Desk, Places

ACTORS = ("Amira", "Bo", "Cy")
DAY_MS = 24 * 60 * 60 * 1000
WORDS = ("log in", "refund", "한국어", "=1+1")
CHANCE = st.integers(0, 2**32).map(Random)
MADE_BY_RULES_OF_THEIR_OWN = (AnswerBatch,)
TYPES = [kind for kind in SCHEMA.types if kind not in MADE_BY_RULES_OF_THEIR_OWN]
EDITED = [kind for kind in TYPES if not kind.about.event]
ERASED = {
    kind: names
    for kind in TYPES
    if (
        names := [
            field.name
            for field in spec_of(kind).fields
            if field.facts.personal and not field.target
        ]
    )
}
Found = tuple[str, frozenset[str], str]


def true_conflicts(ws: Workspace, lines: list[Line]) -> list[Found]:
    """Return what a person must decide, from the operations and the records alone."""
    ops = laws.ops_of(ws)
    by_hash = {op.h: op for op in ops}
    there = {uid: (type_name, dict(fields)) for type_name, uid, _state, fields in lines}
    found: list[Found] = []
    flagged = set()
    for (entity, name), hashes in laws.unseen(ops).items():
        uid = entity.hex()
        if uid not in there:
            continue
        values = {by_hash[h].val for h in hashes}
        if name == "-":
            flagged |= {uid} if values != {None} else set()
        elif len({value or "" for value in values}) > 1:
            rule_of = spec_of(SCHEMA.by_name[there[uid][0]]).field(name).rule
            found += [("values", frozenset([uid]), name)] if rule_of is Rule.EVERY_VALUE else []
    found += [
        ("deleted", frozenset([uid]), "")
        for uid in flagged
        if not {there[uid][1].get(name) for name in owners_of(there[uid][0])} & flagged
    ]
    return found + disputed(there)


def owners_of(type_name: str) -> list[str]:
    refs = SCHEMA.by_name[type_name]._meta.refs
    return [ref.name for ref in refs if (facts := facts_of(ref)) is not None and facts.owner]


def disputed(there: dict[str, tuple[str, dict[str, str]]]) -> list[Found]:
    replaced = {
        uid
        for type_name, fields in there.values()
        if type_name == "step_result"
        for uid in fields["replaces"].split()
    }
    steps: dict[Any, dict[Any, list[str]]] = defaultdict(lambda: defaultdict(list))
    for uid, (type_name, fields) in there.items():
        if type_name == "step_result" and uid not in replaced:
            steps[(fields["run"], fields.get("step"))][fields.get("trial")].append(uid)
    return [
        ("results", frozenset(some), "outcome")
        for tries in steps.values()
        for some in ([tries[None]] if None in tries else tries.values())
        if len({there[uid][1]["outcome"] for uid in some}) > 1
    ]


def listed_conflicts(ws: Workspace) -> list[Found]:
    """Return what the workspace lists, told the same way."""
    found = ws.conflicts()
    assert len({one.id for one in found}) == len(found)
    return [
        (
            one.kind,
            frozenset(ws.uid_of(key) for key in ([said.key for said in one.values]
                                                 if one.kind == "results" else [one.key])),
            one.field,
        )
        for one in found
    ]  # fmt: skip


class DeskWalk(RuleBasedStateMachine):
    """Random work on all record types in three copies, merges, bundles, and merges taken back."""

    places: Places

    def __init__(self) -> None:
        super().__init__()
        self.desks: list[Desk] = []
        self.sent: list[Path] = []
        self.written: set[bytes] = set()
        self.folder = tempfile.TemporaryDirectory()

    @initialize(chance=CHANCE)
    def begin(self, chance: Random) -> None:
        self.desks = [Desk(self.places, Clock(), actor=actor, schema=SCHEMA) for actor in ACTORS]
        first, *others = self.desks
        with first.ws.change("Begin") as change:
            for kind in TYPES:
                values = self.values(chance, first.ws, change, kind)
                values.pop("status", None)  # nothing is added to a cycle that is closed already
                change.add_many(kind, [values])
        for desk in others:
            desk.ws.merge(first.address)
            desk.clock.now_ms += chance.randint(0, 50)
        self.settled(*self.desks)

    # -- what people do ------------------------------------------------------------------------

    @rule(chance=CHANCE, times=st.integers(1, 3))
    def work(self, chance: Random, times: int) -> None:
        for _ in range(times):
            desk = self.one(chance)
            # New records that are refused make the change void, whoever lets it pass.
            with contextlib.suppress(UserError), desk.ws.change("Work") as change:
                for _ in range(chance.randint(1, 5)):
                    with contextlib.suppress(UserError):  # a refusal leaves the change as it was
                        self.act(chance, desk.ws, change)
        self.settled(desk)

    @rule(chance=CHANCE)
    def differ(self, chance: Random) -> None:
        """Two people work on the same record, apart."""
        kind = chance.choice(EDITED)
        two = chance.sample(self.desks, 2)
        for desk in two:
            keys = self.keys(desk.ws, kind)
            if keys:
                with contextlib.suppress(UserError), desk.ws.change("Differ") as change:
                    if chance.randint(0, 4) == 0:
                        change.delete_many(kind, keys[:1])
                    else:
                        change.set_many(kind, {keys[0]: self.some(chance, desk.ws, change, kind)})
        self.settled(*two)

    @rule(chance=CHANCE)
    def both_test(self, chance: Random) -> None:
        """Two people record the same step, each knowing what is there."""
        for desk in chance.sample(self.desks, 2):
            rows = desk.ws.rows(StepResult.select().order_by(StepResult.id).limit(1))
            if rows:
                known = desk.ws.rows(
                    StepResult.select(StepResult.id).where(
                        (StepResult.run == rows[0].run) & (StepResult.step.is_null()
                        if rows[0].step is None else StepResult.step == rows[0].step)
                    )
                )  # fmt: skip
                with desk.ws.change("Test") as change:
                    change.add(
                        StepResult(
                            run=rows[0].run, step=rows[0].step,
                            outcome=chance.choice(["pass", "fail"]),
                            replaces=" ".join(desk.ws.uid_of(row.id) for row in known),
                        )
                    )  # fmt: skip
            self.settled(desk)

    @rule(chance=CHANCE)
    def answer_unnamed(self, chance: Random) -> None:
        desk = self.one(chance)
        keys = self.keys(desk.ws, Wave)
        if keys:
            with desk.ws.change("Answers") as change, desk.ws.connected() as sql:
                wave = bytes.fromhex(desk.ws.uid_of(keys[0]))
                added = sealed.add(sql, wave, [chance.choice(["{}", '{"a":"1"}'])] * 2)
                if chance.random() < 0.5:
                    named: Any = SimpleNamespace(id=keys[0])
                    seal(desk.ws, change, named, added)
                else:
                    change.add(Wave(survey=self.survey_of(desk, keys[0]), title="Next"))
        self.settled(desk)

    @rule(chance=CHANCE)
    def erase(self, chance: Random) -> None:
        desk = self.one(chance)
        kind = chance.choice(list(ERASED))
        keys = self.keys(desk.ws, kind)
        if keys:
            record = desk.ws.get(kind, chance.choice(keys))
            with desk.ws.change("Erase") as change:
                change.erase(record, chance.choice(ERASED[kind]))
        self.settled(desk)

    @rule(chance=CHANCE, redo=st.booleans())
    def undo(self, chance: Random, redo: bool) -> None:
        desk = self.one(chance)
        with contextlib.suppress(UserError):
            desk.ws.redo() if redo else desk.ws.undo()
        self.settled(desk)

    @rule(chance=CHANCE)
    def decide(self, chance: Random) -> None:
        desk = self.one(chance)
        found = [*desk.ws.conflicts(), *desk.ws.also_said()]
        if found:
            one = chance.choice(found)
            take = chance.randint(1, len(one.values))
            refused = ""
            try:
                desk.ws.resolve(one.id, take)
            except UserError as refusal:
                refused = str(refusal)
            left = {other.id for other in (*desk.ws.conflicts(), *desk.ws.also_said())}
            assert (one.id in left) is bool(refused)
        self.settled(desk)

    @rule(chance=CHANCE, days=st.integers(-3, 40))
    def clock_jumps(self, chance: Random, days: int) -> None:
        self.one(chance).clock.now_ms += days * DAY_MS

    # -- putting together ----------------------------------------------------------------------

    @rule(chance=CHANCE)
    def merge(self, chance: Random) -> None:
        source, target = chance.sample(self.desks, 2)
        target.ws.merge(source.address)
        assert target.ws.merge(source.address).nothing_new
        self.settled(target)

    @rule(chance=CHANCE, whole=st.booleans())
    def send_a_bundle(self, chance: Random, whole: bool) -> None:
        source, target = chance.sample(self.desks, 2)
        file = Path(self.folder.name) / f"{len(self.sent)}.cdbundle"
        source.ws.bundle(file, other=None if whole else target.address)
        self.sent.append(file)
        target.ws.merge(file)
        known = target.ws.version_vector()
        assert all(known[device] >= seq for device, seq in source.ws.version_vector().items())
        self.settled(target)

    @rule(chance=CHANCE)
    def take_in_an_old_bundle(self, chance: Random) -> None:
        if self.sent:
            target = self.one(chance)
            before = dump(target.ws)
            refused = ""
            try:
                target.ws.merge(chance.choice(self.sent))
            except UserError as refusal:
                refused = str(refusal)
            assert not refused or "ask for a complete copy" in refused
            assert not refused or dump(target.ws) == before
            self.settled(target)

    @rule(chance=CHANCE)
    def merge_and_take_back(self, chance: Random) -> None:
        source, target = chance.sample(self.desks, 2)
        if target.ws.path is None:
            return  # a team database is put back by its server
        before, length = dump(target.ws), target.ws.journal_length()
        answers = self.answers(target)
        if not target.ws.merge(source.address).nothing_new:
            target.ws.take_back_merge()
        assert (dump(target.ws), target.ws.journal_length()) == (before, length)
        assert self.answers(target) == answers
        self.settled(target)

    # -- what holds ----------------------------------------------------------------------------

    def settled(self, *desks: Desk) -> None:
        for desk in desks:
            findings = desk.ws.verify()
            assert findings == []
            self.written |= {op.h for op in desk.ws.operations()}
            wanted, listed = true_conflicts(desk.ws, dump(desk.ws)), listed_conflicts(desk.ws)
            assert sorted(map(repr, map(told, listed))) == sorted(map(repr, map(told, wanted)))

    def answers(self, desk: Desk) -> list[bytes]:
        with desk.ws.connected() as sql:
            return list(sealed.pack(sql))

    def teardown(self) -> None:
        try:
            if self.desks and self.written:
                self.everybody_tells_everybody()
        finally:
            self.places.clear()
            self.folder.cleanup()

    def everybody_tells_everybody(self) -> None:
        for number in range(2):
            for source in self.desks:
                for target in self.desks:
                    if source is not target and number:
                        target.ws.merge(source.address)
                    elif source is not target:
                        file = Path(self.folder.name) / "last.cdbundle"
                        source.ws.bundle(file, other=target.address)
                        target.ws.merge(file)
        spaces = [desk.ws for desk in self.desks]
        laws.same_operations(*spaces)
        laws.same_content(*spaces)
        assert {op.h for op in spaces[0].operations()} >= self.written, "an operation was lost"
        first = self.desks[0]
        for desk in self.desks:
            self.settled(desk)
            assert self.answers(desk) == self.answers(first), "an anonymous answer was lost"
            assert [one.id for one in sorted_by_id(desk)] == [one.id for one in sorted_by_id(first)]

    # -- random acts ---------------------------------------------------------------------------

    def one(self, chance: Random) -> Desk:
        return chance.choice(self.desks)

    def keys(self, ws: Workspace, kind: type[Record]) -> list[int]:
        return [row.id for row in ws.rows(kind.select(kind.id).order_by(kind.id))]

    def survey_of(self, desk: Desk, wave: int) -> int:
        return int(desk.ws.get(Wave, wave).survey_id)

    def act(self, chance: Random, ws: Workspace, change: Change) -> None:
        kind = chance.choice(TYPES)
        keys = self.keys(ws, kind)
        what = chance.randint(0, 5)
        if what < 3 or not keys:
            change.add_many(kind, [self.values(chance, ws, change, kind)])
        elif what == 3 or kind.about.event:
            change.delete_many(kind, [chance.choice(keys)])
        else:
            key = chance.choice(keys)
            change.set_many(kind, {key: self.some(chance, ws, change, kind)})

    def values(
        self, chance: Random, ws: Workspace, change: Change, kind: type[Record]
    ) -> dict[str, Any]:
        fields = [one for one in spec_of(kind).journalled if one.kind is not Kind.CODE]
        often = [one for one in fields if one.facts.required or chance.randint(0, 3) == 0]
        return {one.name: self.value(chance, ws, change, one) for one in often}

    def some(
        self, chance: Random, ws: Workspace, change: Change, kind: type[Record]
    ) -> dict[str, Any]:
        fields = [one for one in spec_of(kind).journalled if one.kind is not Kind.CODE]
        contested = [one for one in fields if one.rule is Rule.EVERY_VALUE]
        chosen = chance.choices(contested * 3 + fields, k=chance.randint(1, 3))
        return {one.name: self.value(chance, ws, change, one) for one in chosen}

    def value(self, chance: Random, ws: Workspace, change: Change, field: FieldSpec) -> Any:
        facts = field.facts
        if field.kind is Kind.REFERENCE:
            keys: list[int | None] = list(self.keys(ws, SCHEMA.by_name[field.target]))
            return chance.choice(keys if facts.required and keys else [None, *keys])
        if facts.names_content:
            return change.content(chance.choice([b"one picture", b"another"]))
        if field.kind is Kind.CHOICE:
            codes = [choice.code for choice in field.choices]
            return chance.choice(codes if facts.required else [*codes, ""])
        if field.kind is Kind.YES_NO:
            return chance.random() < 0.5
        if field.kind is Kind.DATE:
            return chance.choice(["2026-03-31", "2026-04-01"])
        if field.kind in (Kind.INTEGER, Kind.MOMENT):
            least = facts.least if facts.least is not None else 1
            return chance.randint(least, min(facts.most or least + 2, least + 2))
        if field.kind is Kind.LONG_TEXT:
            return "\n".join(chance.choices(WORDS, k=chance.randint(1, 4)))
        if facts.decimal:
            return chance.choice(["1", "84.5"])
        if facts.short_code:
            return chance.choice(["CRM", "BOT"])
        if field.name == "replaces":
            return ""
        return chance.choice(["Login", "Refund", "naïve", "한국어"])


def told(found: Found) -> tuple[str, list[str], str]:
    return found[0], sorted(found[1]), found[2]


def sorted_by_id(desk: Desk) -> list[Any]:
    return sorted([*desk.ws.conflicts(), *desk.ws.also_said()], key=lambda one: one.id)
