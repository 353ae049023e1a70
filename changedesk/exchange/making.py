"""What every import needs: its account, a change that may only be tried, and who is who here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from changedesk.exchange.further import merged, unpacked
from changedesk.people.actions import person_called
from changedesk.store import heads
from changedesk.store.change import Change
from changedesk.store.drafting import referred, tidied_fields
from changedesk.store.origins import origins
from changedesk.store.records import Record
from changedesk.store.rows import column_values
from changedesk.store.spec import RecordSpec, spec_of
from changedesk.store.values import encode
from changedesk.store.workspace import Workspace

_TOLD = 8


@dataclass
class Taken:
    """What an import made, by the names that reports use; `warnings` are whole sentences."""

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    cycle: str = ""
    warnings: list[str] = field(default_factory=list)

    def add(self, name: str, n: int = 1) -> None:
        """Count something that was made."""
        if n:
            self.created[name] = self.created.get(name, 0) + n

    def alter(self, name: str, n: int = 1) -> None:
        """Count something that was there and differs now."""
        if n:
            self.updated[name] = self.updated.get(name, 0) + n


class _Tried(Exception):
    """Ends a change that was only tried; nothing of it stays."""


@contextmanager
def taking(
    workspace: Workspace, label: str, *, only_try: bool, initiator: object = None
) -> Iterator[Change]:
    """Open a change; with `only_try` all is done as ever and nothing of it is written."""
    try:
        with workspace.change(label, initiator=initiator) as change:
            yield change
            if only_try:
                raise _Tried
    except _Tried:
        pass


def update_many(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    changes: Mapping[int, Mapping[str, Any]],
    taken: Taken,
) -> set[int]:
    """Change fields of many records, by key; return the keys of those that differ now.

    What a source says `further` is put beside what it said before. What somebody changed here
    stays while the source says of it what it said at the last import; `taken` is told.
    """
    spec = spec_of(record_type)
    wanted = {key: tidied_fields(spec, values) for key, values in changes.items()}
    told = [key for key, values in wanted.items() if "further" in values]
    with workspace.connected() as sql:
        for key, text in (column_values(sql, record_type, "further", told) if told else {}).items():
            wanted[key]["further"] = merged(text, unpacked(wanted[key]["further"]))
    names = sorted({name for values in wanted.values() for name in values})
    with workspace.connected() as sql:
        now = {name: column_values(sql, record_type, name, wanted) for name in names}
    differing = {
        key: fresh
        for key, values in wanted.items()
        if (fresh := {name: v for name, v in values.items() if now[name].get(key) != v})
    }
    kept = _changed_here(workspace, spec, differing)
    if kept:
        taken.warnings.append(_kept_in_words(workspace, record_type, kept))
        differing = {
            key: rest
            for key, values in differing.items()
            if (rest := {name: v for name, v in values.items() if (key, name) not in kept})
        }
    change.set_many(record_type, differing)
    return set(differing)


def _changed_here(
    workspace: Workspace, spec: RecordSpec, differing: Mapping[int, Mapping[str, Any]]
) -> list[tuple[int, str]]:
    # Fields that somebody changed here, and of which the source says nothing new.
    pairs = [(key, name) for key, values in differing.items() for name in values]
    with workspace.connected() as sql:
        found = origins(sql, [pair for pair in pairs if pair[1] != "further"])
        by_hand = [pair for pair in pairs if pair in found and found[pair].by_hand]
        held = referred(spec, (differing[key] for key, _ in by_hand))
        uids = {key: one.uid for key, one in heads.known(sql, held).items()}
    return [
        (key, name)
        for key, name in by_hand
        if (encode(spec.field(name), differing[key][name], uids) or "") == found[key, name].said
    ]


def _kept_in_words(
    workspace: Workspace, record_type: type[Record], kept: list[tuple[int, str]]
) -> str:
    return (
        "What was changed here since the last import stays, for the file says nothing new of it: "
        f"{named_fields(workspace, record_type, kept)}."
    )


def named_fields(
    workspace: Workspace, record_type: type[Record], pairs: Sequence[tuple[int, str]]
) -> str:
    """Return fields of records as a sentence names them: “CI-001 (Owner), CI-002 (To be)”."""
    spec = spec_of(record_type)
    named = "code" if spec.code_prefix else spec.title_field
    with workspace.connected() as sql:
        names = column_values(sql, record_type, named, [key for key, _ in pairs])
    some = ", ".join(f"{names[key]} ({spec.field(name).label})" for key, name in pairs[:_TOLD])
    more = f" and {len(pairs) - _TOLD} more" if len(pairs) > _TOLD else ""
    return some + more


def named_people(
    workspace: Workspace, change: Change, names: Iterable[str], taken: Taken
) -> dict[str, int | None]:
    """Return the people of these names, made within the change where they are not there."""
    wanted = sorted({name for name in names if name})
    if not wanted:
        return {}
    before = workspace.counts()["person"]
    people = {name: person_called(workspace, change, name) for name in wanted}
    taken.add("person", workspace.counts()["person"] - before)
    return people
