"""What every record type is made from, and the list of record types that a workspace holds."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from peewee import Database, ForeignKeyField, IntegerField, Model

from changedesk.store.companions import Companion
from changedesk.store.fields import facts_of


@dataclass(frozen=True)
class Rivals:
    """How events of one type can be of two minds about the same thing.

    Events with equal fields `about` speak of one thing, and `says` is what they say of it. One
    names in `replaces`, by UUID, those that its author had before him: two that nobody replaced and
    that say different things are a dispute. An event whose field `part` is empty speaks of the
    whole, and decides over those that speak of a part of it.
    """

    about: tuple[str, ...]
    says: str
    replaces: str
    part: str = ""


@dataclass(frozen=True)
class About:
    """The names of a record type.

    `code_prefix` gives its records human codes (UAT-001) of `code_digits` digits at least;
    `event` says that such records are only ever added and withdrawn, never edited;
    `title_field` names the field by which a person knows one; `rivals` tells when two events are
    in dispute.
    """

    type_name: str
    label: str
    plural: str = ""
    code_prefix: str = ""
    code_digits: int = 3
    title_field: str = "title"
    event: bool = False
    rivals: Rivals | None = None


class Record(Model):
    """A record: an entity of the journal, shown as one row of its own table.

    The integer key is that of the entity, so it stays the same when a record is withdrawn and
    brought back. The columns are a projection of the journal and are written by nothing else.
    """

    id = IntegerField(primary_key=True)
    about: ClassVar[About]

    class Meta:
        strict_tables = True
        legacy_table_names = False


Refresh = Callable[[Database, Iterable[int]], None]
"""Computes what is derived, for the records with these keys, in the caller's transaction."""


@dataclass(frozen=True)
class Derivation:
    """Columns that are computed from other records in the same transaction.

    When rows of `source` are written or withdrawn, `refresh` is called with the database and the
    keys of the rows of `target` to compute anew: those that the source rows hold in their field
    `via`, or the rows' own keys where `via` is "id". Where `via` holds something that several rows
    of `target` belong to, `into` names their field that holds it too.
    """

    source: type[Record]
    via: str
    target: type[Record]
    refresh: Refresh
    into: str = ""


Refuse = Callable[[Database, Iterable[int]], None]
"""Raises UserError when records with these keys may not be worked on."""


@dataclass(frozen=True)
class Guard:
    """A rule that holds for every change of rows of `source`, whoever makes it and wherever.

    `refuse` is called before rows are edited or withdrawn and after they were made. Undo and
    merging are not held by it: what was done can be taken back, and what others did is there.
    """

    source: type[Record]
    refuse: Refuse


@dataclass(frozen=True)
class Incoming:
    """A reference that points at a record type; `owner` says that the pointing one is its part."""

    source: type[Record]
    field: str
    owner: bool


@dataclass(frozen=True)
class Schema:
    """Every record type of a workspace, what is derived from them, and the version of it all.

    `companions` are tables beside the journal that travel with it. The version rises with every
    released change of a table, the store's own included.
    """

    types: tuple[type[Record], ...]
    derivations: tuple[Derivation, ...] = ()
    version: int = 1
    guards: tuple[Guard, ...] = ()
    companions: tuple[Companion, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, type[Record]]:
        """Return the record types by their stable names."""
        return {record_type.about.type_name: record_type for record_type in self.types}

    @cached_property
    def guards_of(self) -> dict[str, tuple[Refuse, ...]]:
        """Return what guards the records of each type that is guarded."""
        found: dict[str, tuple[Refuse, ...]] = {}
        for guard in self.guards:
            name = guard.source.about.type_name
            found[name] = (*found.get(name, ()), guard.refuse)
        return found

    @cached_property
    def make(self) -> str:
        """Return what tells this make of tables from every other, as a short text."""
        told = [
            (known.about.type_name, [(f.column_name, f.field_type, f.null) for f in fields])
            for known in self.types
            for fields in [known._meta.sorted_fields]
        ]
        return hashlib.sha256(repr((self.version, told)).encode()).hexdigest()[:16]

    @cached_property
    def incoming(self) -> dict[str, tuple[Incoming, ...]]:
        """Return, for each record type, the references that point at it."""
        found: dict[str, list[Incoming]] = {name: [] for name in self.by_name}
        for record_type in self.types:
            for field in record_type._meta.sorted_fields:
                facts = facts_of(field)
                if facts is not None and isinstance(field, ForeignKeyField):
                    target = field.rel_model.about.type_name
                    found[target].append(Incoming(record_type, field.name, facts.owner))
        return {name: tuple(references) for name, references in found.items()}
