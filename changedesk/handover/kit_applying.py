"""Takes parts of a starter kit into a project: one undoable change, and nothing twice."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from changedesk.handover.kits import ENTRY_KINDS, PARTS, Entry, Kit, survey_of
from changedesk.impact.records import Communication, Impact, Mitigation, Stakeholder
from changedesk.people.links import ADDRESSES, CALLS_FOR, MITIGATED_BY, PRACTISES, REQUIRES, link
from changedesk.people.records import Group, Project
from changedesk.store.change import Change
from changedesk.store.records import Record
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import add_ready
from changedesk.survey.records import Survey
from changedesk.training.records import Course, CourseSkill, Need
from changedesk.uat.records import Script
from changedesk.uat.scripts import add_scripts

RELATIONS = {
    ("communication", "groups"): ADDRESSES,
    ("course", "after"): REQUIRES,
    ("course", "practises"): PRACTISES,
    ("impact", "answered_by"): MITIGATED_BY,
    ("impact", "calls_for"): CALLS_FOR,
}
_KEYED: tuple[type[Record], ...] = (Stakeholder, Impact, Communication, Course, Need, Script)
"""What remembers in its source key which entry it came from."""
_SATURDAY, _WEEK = 5, 7


@dataclass(frozen=True)
class Applied:
    """What came of it: how many records of each type were made, how many were there, new links."""

    made: Mapping[str, int]
    there: int
    links: int


def apply_kit(
    workspace: Workspace, kit: Kit, project: int, parts: Collection[str] = PARTS
) -> Applied:
    """Take parts of a kit into a project as one change; what is there already is used.

    Days are counted from the go-live of the project; without one they stay empty, and messages
    say in words when they are due.
    """
    with workspace.change(f"Start from the kit “{kit.title}”") as change:
        return _Applying(workspace, change, kit, project).take(parts)


def parts_there(workspace: Workspace, kit: Kit, project: int) -> dict[str, int]:
    """Return how many entries of each part of a kit are in a project already."""
    there = dict.fromkeys(PARTS, 0)
    for kind in ENTRY_KINDS.values():
        found = _found(workspace, kit.name, project, kind.record, kit.of(kind.name))
        there[kind.part] += len(found)
    return there


class _Applying:
    def __init__(self, workspace: Workspace, change: Change, kit: Kit, project: int) -> None:
        self._workspace = workspace
        self._change = change
        self._kit = kit
        self._project = project
        go_live = workspace.get(Project, project).go_live
        self._go_live = date.fromisoformat(str(go_live)) if go_live else None
        self._keys: dict[str, int] = {}
        self._new: set[str] = set()
        self._made: Counter[str] = Counter()

    def take(self, parts: Collection[str]) -> Applied:
        """Make what is wanting, kind by kind, then tie it together."""
        there, workspace, project = 0, self._workspace, self._project
        for kind in ENTRY_KINDS.values():
            entries = self._kit.of(kind.name)
            found = _found(workspace, self._kit.name, project, kind.record, entries)
            self._keys |= found
            if kind.part in parts:
                fresh = [entry for entry in entries if entry.id not in found]
                there += len(entries) - len(fresh)
                self._make(kind.record, fresh)
        self._fill_references()
        return Applied(dict(self._made), there, self._tie())

    # -- what is made -------------------------------------------------------------------------

    def _make(self, record: type[Record], entries: list[Entry]) -> None:
        if not entries:
            return
        if record is Group:
            self._make_groups(entries)
            return
        if record is Survey:
            given = (self._workspace, self._change, self._project)
            self._note(entries, [add_ready(*given, survey_of(entry)) for entry in entries])
            return
        told = [self._facts(entry) for entry in entries]
        if record is Script:
            steps = [[child.fields for child in entry.children] for entry in entries]
            self._note(entries, add_scripts(self._change, told, steps))
            return
        self._note(entries, self._change.add_many(record, told))
        self._make_children(entries)

    def _make_groups(self, entries: list[Entry]) -> None:
        # A group above others comes first, however the kit orders them.
        waiting = {entry.id: entry for entry in entries}
        while waiting:
            ready = [e for e in waiting.values() if waiting.keys().isdisjoint(_one(e, "parent"))]
            ready = ready or list(waiting.values())
            told = [self._facts(entry) for entry in ready]
            self._note(ready, self._change.add_many(Group, told))
            waiting = {ident: e for ident, e in waiting.items() if e not in ready}

    def _make_children(self, entries: list[Entry]) -> None:
        mitigations, skills = [], []
        for entry in entries:
            for child in entry.children:
                facts = {**child.fields, **self._dates(child.days, on_workdays=True)}
                if child.record is Mitigation:
                    mitigations.append({**facts, "impact": self._keys[entry.id]})
                elif child.skill in self._keys:
                    skill = self._keys[child.skill]
                    skills.append({**facts, "course": self._keys[entry.id], "skill": skill})
        self._made["mitigation"] += len(self._change.add_many(Mitigation, mitigations))
        self._change.add_many(CourseSkill, skills)

    def _note(self, entries: list[Entry], keys: list[int]) -> None:
        self._keys |= {entry.id: key for entry, key in zip(entries, keys, strict=True)}
        self._new |= {entry.id for entry in entries}
        self._made[entries[0].kind.record.about.type_name] += len(keys)

    def _facts(self, entry: Entry) -> dict[str, Any]:
        record = entry.kind.record
        facts = dict(entry.fields)
        facts |= self._dates(entry.days, on_workdays=record is not Impact)
        facts |= {
            name: self._keys[one] for name in entry.kind.one for one in _one(entry, name)
            if one in self._keys
        }  # fmt: skip
        if record is not Group:
            facts["project"] = self._project
        if record in _KEYED:
            facts["source_key"] = _identity(self._kit.name, entry)
        planned = entry.days.get("planned")
        if self._go_live is None and planned is not None and not facts.get("occasion"):
            facts["occasion"] = in_words(planned)
        return facts

    def _dates(self, days: Mapping[str, int], *, on_workdays: bool) -> dict[str, str]:
        if self._go_live is None:
            return {}
        moved = _workday if on_workdays else _same
        return {
            name: moved(self._go_live + timedelta(days=day)).isoformat()
            for name, day in days.items()
        }

    # -- what ties it together ----------------------------------------------------------------

    def _fill_references(self) -> None:
        # Impacts that were taken before their groups have none yet.
        for entry in self._kit.entries:
            if entry.id in self._new or entry.id not in self._keys:
                continue
            named = {name: one for name in entry.kind.one for one in _one(entry, name)}
            fresh = {name: self._keys[one] for name, one in named.items() if one in self._new}
            if fresh:
                record = self._workspace.get(entry.kind.record, self._keys[entry.id])
                empty = {n: key for n, key in fresh.items() if getattr(record, f"{n}_id") is None}
                self._change.set_many(entry.kind.record, {record.id: empty})

    def _tie(self) -> int:
        pairs: dict[str, list[tuple[int, int]]] = {}
        for entry in self._kit.entries:
            for name in entry.kind.many:
                for one in entry.refs.get(name, ()):
                    # What somebody untied since is not tied again.
                    here = entry.id in self._keys and one in self._keys
                    if here and not self._new.isdisjoint((entry.id, one)):
                        relation = RELATIONS[entry.kind.name, name]
                        pair = (self._keys[entry.id], self._keys[one])
                        pairs.setdefault(relation, []).append(pair)
        return sum(
            link(self._workspace, self._change, relation, found)
            for relation, found in pairs.items()
        )


def in_words(day: int) -> str:
    """Say when something is due that has no date yet: weeks where they are whole."""
    if day == 0:
        return "On the day of go-live"
    count, unit = (abs(day) // _WEEK, "week") if day % _WEEK == 0 else (abs(day), "day")
    plural = "" if count == 1 else "s"
    return f"{count} {unit}{plural} {'before' if day < 0 else 'after'} go-live"


def _found(
    workspace: Workspace, kit: str, project: int, record: Any, entries: Collection[Entry]
) -> dict[str, int]:
    """Return the keys of those entries of one type that are there already, by their names."""
    keyed = record in _KEYED
    told = record.source_key if keyed else getattr(record, record.about.title_field)
    query = record.select(record.id, told).order_by(record.id)
    if record is not Group:
        query = query.where(record.project == project)
    wanted = {_identity(kit, entry): entry.id for entry in entries}
    found: dict[str, int] = {}
    for key, identity in workspace.rows(query):
        entry = wanted.get(identity if keyed else _folded(identity))
        if entry is not None:
            found.setdefault(entry, key)
    return found


def _identity(kit: str, entry: Entry) -> str:
    if entry.kind.record in _KEYED:
        return f"kit:{kit}:{entry.kind.name}:{entry.id}"
    return _folded(entry.title)


def _one(entry: Entry, name: str) -> tuple[str, ...]:
    return entry.refs.get(name, ())


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _same(day: date) -> date:
    return day


def _workday(day: date) -> date:
    """Return the Friday before a weekend: nobody sends or decides then."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
