"""Lists of records for screens: keys in order, found and sorted by SQL, and pages of plain rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from changedesk.store import search as texts
from changedesk.store.engine import Sql
from changedesk.store.fields import Kind
from changedesk.store.records import Record, Schema
from changedesk.store.rows import column_values
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.workspace import Workspace

REFERENCES_AT_MOST = 500


class Named(NamedTuple):
    """A record that another one refers to: its key, its code (or "") and its title."""

    key: int
    code: str
    title: str

    @property
    def short(self) -> str:
        """Return the code, or the title of a record that has no code."""
        return self.code or self.title

    @property
    def full(self) -> str:
        """Return code and title."""
        return f"{self.code}  {self.title}".strip()


@dataclass(frozen=True)
class Order:
    """By which field, and in which direction; empty values always come last."""

    field: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Listing:
    """Which records of a type to list: of a project, holding all the words, with these values.

    `within` names folders: a text field that is the folder, or begins with it and a “/”.
    """

    project: int | None = None
    words: str = ""
    equals: Mapping[str, Any] = field(default_factory=dict)
    order: Order = Order()
    within: Mapping[str, str] = field(default_factory=dict)


def record_ids(
    workspace: Workspace, record_type: type[Record], listing: Listing = Listing()
) -> list[int]:
    """Return the keys of the records that fit, in order (by default as they were made).

    A word is looked for in every text that the type declares searched, in the words of its
    choices and in the records that it refers to. Takes the search index up to date first.
    """
    with workspace.connected() as sql:
        if listing.words.strip() and not workspace.read_only:
            texts.catch_up(sql, workspace.schema)
        query = _Query(sql, workspace.schema, record_type)
        query.restrict(listing)
        rows = sql.rows(query.text(listing.order), query.parameters)
    return [int(row[0]) for row in rows]


def record_page(
    workspace: Workspace, record_type: type[Record], keys: Sequence[int]
) -> dict[int, tuple[Any, ...]]:
    """Return, by key, the values of the shown fields in their order; a reference as `Named`.

    Keys that do not stand (any more) are left out.
    """
    spec = spec_of(record_type)
    columns = ", ".join(_column(record_type, declared) for declared in spec.shown)
    table = record_type._meta.table_name
    with workspace.connected() as sql:
        rows = sql.by_keys(f'SELECT id, {columns} FROM "{table}" WHERE id IN ({{keys}})', keys)
        found = {int(row[0]): list(row[1:]) for row in rows}
        for place, declared in enumerate(spec.shown):
            if declared.target:
                _name_column(sql, workspace.schema, declared.target, list(found.values()), place)
            elif declared.kind is Kind.YES_NO:
                for values in found.values():
                    values[place] = bool(values[place])
    return {key: tuple(values) for key, values in found.items()}


def reference_choices(
    workspace: Workspace,
    type_name: str,
    project: int | None = None,
    limit: int = REFERENCES_AT_MOST,
) -> list[Named]:
    """Return the records that a reference to this type may name, by code and title."""
    record_type = workspace.schema.by_name[type_name]
    with workspace.connected() as sql:
        query = _Query(sql, workspace.schema, record_type)
        query.restrict(Listing(project=project))
        name_field = (
            "code" if _has(spec_of(record_type), "code") else spec_of(record_type).title_field
        )
        rows = sql.rows(f"{query.text(Order(name_field))} LIMIT {limit:d}", query.parameters)
        names = _names(sql, record_type, [int(row[0]) for row in rows])
    return [names[int(row[0])] for row in rows]


def project_path(schema: Schema, record_type: type[Record]) -> tuple[str, ...] | None:
    """Return the references to follow from a record to its project, or None if it has none."""
    spec = spec_of(record_type)
    for declared in spec.fields:
        if declared.target == "project":
            return (declared.name,)
    for declared in spec.fields:
        if declared.target and declared.facts.required and declared.target in schema.by_name:
            further = project_path(schema, schema.by_name[declared.target])
            if further is not None:
                return (declared.name, *further)
    return None


def projects_of(workspace: Workspace, type_name: str, keys: Sequence[int]) -> dict[int, int]:
    """Return the key of the project of each record; nothing for types that belong to none."""
    here = workspace.schema.by_name[type_name]
    at = {key: key for key in keys}
    with workspace.connected() as sql:
        for name in project_path(workspace.schema, here) or ():
            found = column_values(sql, here, name, set(at.values()))
            at = {key: int(found[of]) for key, of in at.items() if found.get(of) is not None}
            here = workspace.schema.by_name[spec_of(here).field(name).target]
    return at if here.about.type_name == "project" else {}


class _Query:
    """The text of one query over a record type, and its parameters."""

    def __init__(self, sql: Sql, schema: Schema, record_type: type[Record]) -> None:
        self._sql = sql
        self._schema = schema
        self._type = record_type
        self._spec = spec_of(record_type)
        self._conditions: list[str] = []
        self.parameters: list[Any] = []

    def restrict(self, listing: Listing) -> None:
        if listing.project is not None:
            self._of_project(listing.project)
        for name, value in listing.equals.items():
            self._equal(name, value)
        for name, folder in listing.within.items():
            self._within(name, folder)
        for word in texts.words_of(listing.words):
            self._holds(word)

    def text(self, order: Order) -> str:
        where = f" WHERE {' AND '.join(self._conditions)}" if self._conditions else ""
        return f"SELECT t.id FROM {_table(self._type)} t{where} ORDER BY {self._order(order)}"

    def _of_project(self, project: int) -> None:
        path = project_path(self._schema, self._type)
        if path is None:
            return
        condition = "= ?"
        steps: list[tuple[type[Record], str]] = []
        here = self._type
        for name in path:
            steps.append((here, name))
            here = self._schema.by_name[spec_of(here).field(name).target]
        for holder, name in reversed(steps[1:]):
            column = _column(holder, spec_of(holder).field(name))
            condition = f"IN (SELECT id FROM {_table(holder)} WHERE {column} {condition})"
        self._conditions.append(f"t.{_column(self._type, self._spec.field(path[0]))} {condition}")
        self.parameters.append(project)

    def _equal(self, name: str, value: Any) -> None:
        column = f"t.{_column(self._type, self._spec.field(name))}"
        if value is None:
            self._conditions.append(f"{column} IS NULL")
        else:
            self._conditions.append(f"{column} = ?")
            self.parameters.append(value)

    def _within(self, name: str, folder: str) -> None:
        column = f"t.{_column(self._type, self._spec.field(name))}"
        escaped = folder.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        likes = " OR ".join([f"{column} LIKE ? ESCAPE '!'"] * 2)
        self._conditions.append(f"({column} = ? OR {likes})")
        self.parameters += [folder, f"{escaped}/%", f"{escaped} /%"]

    def _holds(self, word: str) -> None:
        hits, pattern = _hits(self._sql, word)
        ways = [f"t.id IN ({hits})"]
        self.parameters.append(pattern)
        for declared in self._spec.shown:
            column = f"t.{_column(self._type, declared)}"
            keys = self._named(declared.target, word) if declared.target else []
            if keys:
                ways.append(f"{column} IN ({', '.join(str(key) for key in keys)})")
            codes = [c.code for c in declared.choices if _begins(c.label, word)]
            if codes:
                ways.append(f"{column} IN ({', '.join('?' for _ in codes)})")
                self.parameters += codes
        self._conditions.append(f"({' OR '.join(ways)})")

    def _named(self, type_name: str, word: str) -> list[int]:
        # The targets of a reference that are called so: other texts of theirs do not count.
        target = self._schema.by_name[type_name]
        hits, pattern = _hits(self._sql, word)
        rows = self._sql.rows(f"SELECT id FROM {_table(target)} WHERE id IN ({hits})", [pattern])
        names = _names(self._sql, target, [int(row[0]) for row in rows])
        return [
            key
            for key, named in names.items()
            if any(own.startswith(word) for own in texts.words_of(named.full))
        ]

    def _order(self, order: Order) -> str:
        if not order.field:
            return "t.id DESC" if order.descending else "t.id"
        declared = self._spec.field(order.field)
        way = " DESC" if order.descending else ""
        keys = self._sort_keys(declared)
        return ", ".join([keys[0], *(f"{key}{way}" for key in keys[1:]), f"t.id{way}"])

    def _sort_keys(self, declared: FieldSpec) -> list[str]:
        column = f"t.{_column(self._type, declared)}"
        if declared.kind in (Kind.INTEGER, Kind.MOMENT, Kind.YES_NO):
            return [f"CASE WHEN {column} IS NULL THEN 1 ELSE 0 END", column]
        if declared.kind is Kind.REFERENCE:
            target = self._schema.by_name[declared.target]
            return [
                f"CASE WHEN {column} IS NULL THEN 1 ELSE 0 END",
                *(
                    f"(SELECT LOWER({name}) FROM {_table(target)} r WHERE r.id = {column})"
                    for name in _name_columns(target)
                ),
            ]
        empty = f"CASE WHEN {column} = '' THEN 1 ELSE 0 END"
        if declared.kind is Kind.CODE:
            return [empty, f"LENGTH({column})", column]
        if declared.choices:
            ranks = " ".join(
                f"WHEN '{choice.code}' THEN {rank}" for rank, choice in enumerate(declared.choices)
            )
            return [empty, f"CASE {column} {ranks} ELSE {len(declared.choices)} END"]
        return [empty, f"LOWER({column})"]


def _hits(sql: Sql, word: str) -> tuple[str, str]:
    # The records whose texts hold a word that begins like this one, and the parameter for it.
    if sql.sqlite:
        return "SELECT rowid FROM text_index WHERE text_index MATCH ?", f'"{word}"*'
    return "SELECT rowid FROM text_index WHERE words @@ to_tsquery('simple', ?)", f"'{word}':*"


def _table(record_type: type[Record]) -> str:
    return f'"{record_type._meta.table_name}"'


def _column(record_type: type[Record], declared: FieldSpec) -> str:
    return f'"{record_type._meta.fields[declared.name].column_name}"'


def _has(spec: RecordSpec, name: str) -> bool:
    return any(declared.name == name for declared in spec.fields)


def _begins(label: str, word: str) -> bool:
    return any(part.startswith(word.casefold()) for part in label.casefold().split())


def _name_columns(record_type: type[Record]) -> list[str]:
    # How a reference reads: the code where there is one, otherwise the title.
    spec = spec_of(record_type)
    name = "code" if _has(spec, "code") else spec.title_field
    column = record_type._meta.fields[name].column_name
    return [f'CAST(r."{column}" AS TEXT)']


def _names(sql: Sql, record_type: type[Record], keys: Sequence[int]) -> dict[int, Named]:
    spec = spec_of(record_type)
    fields = record_type._meta.fields
    title = f'"{fields[spec.title_field].column_name}"'
    code = f'"{fields["code"].column_name}"' if _has(spec, "code") else "''"
    rows = sql.by_keys(
        f"SELECT id, {code}, {title} FROM {_table(record_type)} WHERE id IN ({{keys}})", keys
    )
    return {int(key): Named(int(key), str(of), str(text or "")) for key, of, text in rows}


def _name_column(sql: Sql, schema: Schema, target: str, rows: list[list[Any]], place: int) -> None:
    keys = sorted({int(row[place]) for row in rows if row[place] is not None})
    names = _names(sql, schema.by_name[target], keys) if keys else {}
    for row in rows:
        if row[place] is not None:
            row[place] = names.get(int(row[place]))


def record_names(workspace: Workspace, type_name: str, keys: Sequence[int]) -> dict[int, Named]:
    """Return code and title of records by their keys; those that do not stand are left out."""
    with workspace.connected() as sql:
        return _names(sql, workspace.schema.by_name[type_name], keys)


def owners_of(
    workspace: Workspace, type_name: str, keys: Sequence[int]
) -> tuple[str, dict[int, int]]:
    """Return of which type the records are parts, and the key of the owner of each.

    The empty text and nothing for a type whose records are not parts of others.
    """
    record_type = workspace.schema.by_name[type_name]
    for declared in spec_of(record_type).fields:
        if declared.facts.owner:
            with workspace.connected() as sql:
                rows = sql.by_keys(
                    f"SELECT id, {_column(record_type, declared)} FROM {_table(record_type)} "
                    "WHERE id IN ({keys})",
                    keys,
                )
            return declared.target, {int(key): int(owner) for key, owner in rows}
    return "", {}
