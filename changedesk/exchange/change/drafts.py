"""What a file of the change side says: plain frozen rows, each with its place, fully accounted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from changedesk.exchange.drafts import Account, ColumnNote, Place, Question, SheetNote
from changedesk.exchange.further import packed

ChangeKind = Literal[
    "stakeholders", "impacts", "communications", "training", "attendance", "roster"
]
What = Literal[
    "stakeholder", "role", "impact", "communication", "need", "course", "session", "completion",
    "duty", "reading", "skill_level",
]  # fmt: skip
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """One row as a record: what it is, its values by field, and what it names.

    `source_key` is the same each time a file of this form is read. `names` are groups, people and
    courses by what they are to the record ("group", "person", "course", "champion" …), in the
    words of the file. `notes` are further records that the row makes ("resistance", "comms" …).
    `said` are heading and words of fields that are read from words; one that `values` lacks could
    not be read.
    """

    what: What
    title: str
    where: Place
    source_id: str = ""
    source_key: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[tuple[str, str], ...] = ()
    further: tuple[tuple[str, str], ...] = ()
    said: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def name(self, what: str) -> str:
        """Return the first name of this sort, empty for none."""
        return next(iter(self.names.get(what, ())), "")

    def fields(self) -> dict[str, Any]:
        """Return its values with the source's id and what else the source says, where it does."""
        fields: dict[str, Any] = dict(self.values)
        if self.source_id:
            fields["source_id"] = self.source_id
        if self.further:
            fields["further"] = packed(self.further)
        return fields


@dataclass(frozen=True, slots=True)
class ChangeImport:
    """All that a file says about the change side; `kind` is that of most of its rows.

    `fingerprint` is the same for every file with the same headings.
    """

    file: str
    source: str
    kind: ChangeKind
    fingerprint: str
    drafts: tuple[ChangeDraft, ...]
    account: Account
    sheets: tuple[SheetNote, ...] = ()
    columns: tuple[ColumnNote, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = ()

    def of(self, what: What) -> list[ChangeDraft]:
        """Return the drafts of one sort in the order of the file."""
        return [draft for draft in self.drafts if draft.what == what]
