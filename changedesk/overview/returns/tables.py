"""What it takes to be a table that can be filled in and sent back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from changedesk.exchange.returns.file import ReturnedFile
from changedesk.exchange.returns.rows import KnownRows
from changedesk.exchange.returns.tables import ExpectedTable
from changedesk.exchange.returns.values import Read, reader
from changedesk.office.layout import Column
from changedesk.overview.returns.model import Decision
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.past import Vector
from changedesk.store.replica import Origin
from changedesk.store.spec import FieldSpec
from changedesk.store.values import tidy
from changedesk.store.workspace import Workspace

Values = Mapping[str, str]
"""What a row says, by column, as texts that are compared: codes, ISO days, numbers, words."""


@dataclass(frozen=True)
class Context:
    """Where a returned workbook belongs.

    `seen` is how far the journal was known when it was exported, None where nobody knows, and
    `or_seen` how far it was for the later exports that it can be as well;
    `subject` is the UUID of what it is about, `made_for` who got it.
    """

    workspace: Workspace
    project: int
    kind: str
    document: int | None
    seen: Vector | None
    subject: str
    made_for: str
    file: ReturnedFile
    or_seen: tuple[Vector, ...] = ()


@dataclass(frozen=True)
class TableState:
    """The rows that a table can have, with what they say now and said then.

    `exported` are the ids in the order of the export; `handle` is what the table itself needs.
    `made` are the cells of rows as they were exported, by id and in the order of the columns,
    None where only the export itself tells. `words` are what people read for a value, by column.
    """

    rows: KnownRows
    now: Mapping[str, Values]
    then: Mapping[str, Values] | None
    exported: Sequence[str] = ()
    handle: Any = None
    made: Mapping[str, Sequence[Any]] | None = None
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class DecidedRow:
    """A row to be written: the values that were accepted, by column, and in which manner.

    take: over what is there; both: beside what is there. An added row has an empty id. `notes`
    are what words say beyond their code, by column; `tester` is the name that was written over
    the row's tester, None where it was left.
    """

    id: str
    values: dict[str, str]
    manner: Decision
    notes: dict[str, str] = field(default_factory=dict)
    tester: str | None = None


@dataclass(frozen=True)
class Author:
    """Who returned the workbook: name, key as a person, when it was saved (else received).

    Events are made in the name of `origin`, so that copies that take in the same file agree.
    """

    name: str
    person: int | None
    at_ms: int
    origin: Origin


@dataclass
class Written:
    """How many records were made and how many values were changed, by type name.

    `events` are the keys of the events that rows became, by what is decided as one.
    """

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, n: int) -> None:
        """Count records that were made."""
        if n:
            self.created[name] = self.created.get(name, 0) + n

    def alter(self, name: str, n: int) -> None:
        """Count records that were changed."""
        if n:
            self.updated[name] = self.updated.get(name, 0) + n


def misfits(fields: Mapping[str, FieldSpec], said: Values) -> dict[str, str]:
    """Return, by column, why a whole number that a row says is none that its field can hold."""
    found = {}
    for name, text in said.items():
        if text and fields[name].kind is Kind.INTEGER:
            try:
                tidy(fields[name], int(text))
            except UserError as problem:
                found[name] = str(problem)
    return found


class FillableTable(Protocol):
    """A table that people fill in. Each kind of table says what its rows are and writes them.

    What has a body here holds for most of them. `key` is the table's key in the workbook and
    `columns` are those it was made with. With `whole_rows` a row is decided as one (it becomes an
    event); `both` says that of two that collide both can stay.
    """

    key: str = ""
    columns: tuple[Column, ...] = ()
    whole_rows: bool = False
    both: bool = False

    @property
    def expected(self) -> ExpectedTable:
        """Return what to look for in the workbook."""
        return ExpectedTable(self.key, self.columns)

    def readers(self, state: TableState) -> dict[str, Read]:  # noqa: ARG002 - some need it
        """Return who reads the cells of each fillable column."""
        return {column.key: reader(column) for column in self.columns if column.fillable}

    def state(self, context: Context) -> TableState:
        """Read the rows as they are and as they were, each in one pass."""
        ...

    def judge(self, then: Values | None, now: Values, said: Values) -> dict[str, str]:  # noqa: ARG002
        """Return, by column, why what a row says cannot be taken, although each cell is clear."""
        return {}

    def refusal_of_new(self, state: TableState, values: Values) -> str:  # noqa: ARG002
        """Return why a row that was added by hand is not taken; empty if it is."""
        return "this row was added by hand: rows cannot be added here"

    def known_new(self, state: TableState, values: Values) -> bool:  # noqa: ARG002
        """Tell whether an added row is there already."""
        return False

    def write(
        self,
        context: Context,
        change: Change,
        state: TableState,
        rows: Sequence[DecidedRow],
        author: Author,
    ) -> Written:
        """Write rows within the change."""
        ...
