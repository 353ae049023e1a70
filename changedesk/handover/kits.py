"""Starter kits: read from resources/kits, with every reference in them checked.

A kit is plain data. What an entry may say is learned from the record types, so that a kit can
give any field that a person could type.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from changedesk.impact.records import Communication, Impact, Mitigation, SponsorAction, Stakeholder
from changedesk.people.records import Group
from changedesk.store.drafting import tidied_fields
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind as FieldKind
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from changedesk.survey.ready import ReadySurvey, filled, ready_survey
from changedesk.survey.records import Survey
from changedesk.training.records import Course, CourseSkill, Need, Skill
from changedesk.uat.records import Script, Step

KITS = ("crm-migration", "chatbot", "omnichannel", "qa-programme", "wfm", "escalation")
PARTS = (
    "groups", "stakeholders", "impacts", "communications", "training", "scripts", "surveys",
)  # fmt: skip
_FOLDER = "resources.kits"
_STEP = ("do", "data", "expected")
_BLANKS = "blanks"


@dataclass(frozen=True)
class EntryKind:
    """One kind of entry: its record type, the part it is taken with, and what it may name.

    `days` are counted from go-live, by the name in the file and the field; `one` are references
    that become a field, `many` such as become links.
    """

    name: str
    part: str
    record: type[Record]
    days: Mapping[str, str] = field(default_factory=dict)
    one: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def title_field(self) -> str:
        """Return the field that people know the record by."""
        return self.record.about.title_field


_KINDS = (
    EntryKind("group", "groups", Group, one={"parent": "group"}),
    EntryKind("stakeholder", "stakeholders", Stakeholder, one={"group": "group"}),
    EntryKind("sponsor_action", "stakeholders", SponsorAction, {"day": "due"}),
    EntryKind("communication", "communications", Communication,
              {"day": "planned", "until_day": "ends", "announces_day": "announces"},
              many={"groups": ("group",)}),
    EntryKind("skill", "training", Skill),
    EntryKind("script", "scripts", Script),
    EntryKind("course", "training", Course,
              many={"after": ("course",), "practises": ("script",)}),
    EntryKind("need", "training", Need,
              one={"group": "group", "skill": "skill", "course": "course"}),
    EntryKind("impact", "impacts", Impact, {"from_day": "starts", "to_day": "ends"},
              one={"group": "group"},
              many={"answered_by": ("communication", "course", "need"), "calls_for": ("need",)}),
    EntryKind("survey", "surveys", Survey),
)  # fmt: skip
ENTRY_KINDS = {kind.name: kind for kind in _KINDS}
"""In the order in which they are made: what is named comes before what names it."""


@dataclass(frozen=True)
class Child:
    """A record that belongs to an entry: a mitigation, a step, the level that a course leads to."""

    record: type[Record]
    fields: Mapping[str, Any]
    days: Mapping[str, int] = field(default_factory=dict)
    skill: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing in a kit, known there as `id`; `days` and `refs` by the names of the fields."""

    kind: EntryKind
    id: str
    fields: Mapping[str, Any]
    days: Mapping[str, int]
    refs: Mapping[str, tuple[str, ...]]
    children: tuple[Child, ...] = ()

    @property
    def title(self) -> str:
        """Return what the record will be called."""
        return str(self.fields[self.kind.title_field])


@dataclass(frozen=True)
class Kit:
    """A kit as it can be shown and applied."""

    name: str
    title: str
    summary: str
    entries: tuple[Entry, ...]

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        """Return the entries of these kinds."""
        return tuple(entry for entry in self.entries if entry.kind.name in kinds)

    def in_part(self, part: str) -> tuple[Entry, ...]:
        """Return the entries that are taken with a part."""
        return tuple(entry for entry in self.entries if entry.kind.part == part)


@cache
def kit_called(name: str) -> Kit:
    """Return a kit that comes with the program; raises UserError for an unknown name."""
    if name not in KITS:
        raise UserError(f"There is no starter kit {name}: choose one of {', '.join(KITS)}.")
    text = files(_FOLDER).joinpath(f"{name}.toml").read_text("utf-8")
    return read_kit(name, text)


def kits() -> tuple[Kit, ...]:
    """Return every kit that comes with the program."""
    return tuple(kit_called(name) for name in KITS)


def read_kit(name: str, text: str) -> Kit:
    """Read a kit from TOML; raises UserError with one sentence that says what is wrong where."""
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"The kit {name} cannot be read: {error}.") from None
    title, summary = facts.pop("title", ""), facts.pop("summary", "")
    if not all(isinstance(head, str) and head for head in (title, summary)):
        raise UserError(f"The kit {name} needs a title and a summary.")
    for kind_name, told in facts.items():
        if kind_name not in ENTRY_KINDS or not isinstance(told, list):
            raise UserError(f"The kit {name} holds “{kind_name}”, which is no kind of entry.")
    entries = [
        _entry(name, kind, one) for kind in _KINDS for one in facts.get(kind.name, [])
    ]  # fmt: skip
    _check_names(name, entries)
    return Kit(name, title, summary, tuple(entries))


def survey_of(entry: Entry) -> ReadySurvey:
    """Return the ready survey that an entry names, its blanks filled in as the kit says."""
    return filled(ready_survey(entry.id), entry.fields[_BLANKS])


def _survey(kit: str, kind: EntryKind, told: Mapping[str, Any]) -> Entry:
    blanks = dict(told)
    name = str(blanks.pop("ready", ""))
    try:
        survey = filled(ready_survey(name), blanks)
    except UserError as error:
        raise UserError(f"The kit {kit}, survey “{name}”: {error}") from None
    facts = {"title": survey.title, "purpose": survey.purpose, "mode": survey.mode}
    return Entry(kind, name, {**facts, _BLANKS: blanks}, {}, {})


def _entry(kit: str, kind: EntryKind, told: Mapping[str, Any]) -> Entry:
    if kind.record is Survey:
        return _survey(kit, kind, told)
    given = dict(told)
    label = kind.record.about.label.lower()
    title = given.get(kind.title_field)
    if not isinstance(title, str) or not title.strip():
        raise UserError(f"The kit {kit} has a {label} without a “{kind.title_field}”.")
    where = f"The kit {kit}, {label} “{title}”"
    ident = given.pop("id", title)
    children = _children(where, kind, given)
    days = {field: _day(where, given.pop(day)) for day, field in kind.days.items() if day in given}
    refs: dict[str, tuple[str, ...]] = {
        one: (str(given.pop(one)),) for one in kind.one if one in given
    }
    refs |= {name: _names(where, name, given.pop(name)) for name in kind.many if name in given}
    return Entry(kind, str(ident), _fields(where, kind.record, given), days, refs, children)


def _children(where: str, kind: EntryKind, given: dict[str, Any]) -> tuple[Child, ...]:
    if kind.name == "impact":
        found = []
        for one in given.pop("mitigation", []):
            days = {"due": _day(where, one.pop("day"))} if "day" in one else {}
            found.append(Child(Mitigation, _fields(where, Mitigation, one), days))
        return tuple(found)
    if kind.name == "course":
        levels = given.pop("teaches", {})
        return tuple(
            Child(CourseSkill, _fields(where, CourseSkill, {"level": level}), skill=skill)
            for skill, level in levels.items()
        )
    if kind.name == "script":
        steps = given.pop("steps", [])
        if not steps or not all(len(step) == len(_STEP) for step in steps):
            raise UserError(f"{where}: each step needs what to do, data and what to expect.")
        told = (dict(zip(_STEP, step, strict=True)) for step in steps)
        return tuple(Child(Step, _fields(where, Step, step)) for step in told)
    return ()


def _fields(where: str, record: type[Record], given: Mapping[str, Any]) -> dict[str, Any]:
    spec = spec_of(record)
    known = {one.name: one for one in spec.fields if not one.target and not one.facts.read_only}
    for name in given:
        if name not in known or known[name].kind is FieldKind.DATE:
            raise UserError(f"{where} says “{name}”, which it cannot.")
    try:
        return tidied_fields(spec, given)
    except UserError as error:
        raise UserError(f"{where}: {error}") from None


def _day(where: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise UserError(f"{where}: a day is a whole number of days from go-live, not “{value}”.")


def _names(where: str, name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise UserError(f"{where}: “{name}” is a list of names.")


def _check_names(kit: str, entries: Iterable[Entry]) -> None:
    kinds: dict[str, str] = {}
    for entry in entries:
        if entry.id in kinds:
            raise UserError(f"The kit {kit} uses the name “{entry.id}” twice.")
        kinds[entry.id] = entry.kind.name
    for entry in entries:
        allowed = {name: (kind,) for name, kind in entry.kind.one.items()} | dict(entry.kind.many)
        named = [(one, allowed[name]) for name, ones in entry.refs.items() for one in ones]
        named += [(child.skill, ("skill",)) for child in entry.children if child.skill]
        for one, fitting in named:
            if kinds.get(one) not in fitting:
                label = entry.kind.record.about.label.lower()
                raise UserError(
                    f"The kit {kit}, {label} “{entry.title}”: there is no "
                    f"{' or '.join(fitting)} “{one}”."
                )
        if entry.id in (one for ones in entry.refs.values() for one in ones):
            raise UserError(f"The kit {kit}: “{entry.id}” names itself.")
