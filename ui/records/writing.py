"""How edits of records reach the workspace: one undoable change each, off the GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.listing import Named, record_page, reference_choices
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.records.values import parse

Values = Mapping[str, Any]
Standing = tuple[int, tuple[Any, ...]]
Make = Callable[[Change, Sequence[dict[str, Any]]], list[int]]
Remove = Callable[[Change, Sequence[int]], None]
Also = Callable[[Change, Mapping[int, Values]], None]


class Writer(QObject):
    """Saves values of one record type. `saved` carries the keys, `refused` the error.

    `make` adds records within a change, on a worker; an area whose records come with others (a
    script with its first version) puts its own there, and `remove` withdraws them. `also`, if
    there is one, does within the change what edits ask for beyond their fields, before these are
    set; it may refuse them.
    """

    saved = Signal(object)
    added = Signal(object)
    refused = Signal(object)

    def __init__(
        self, context: DeskContext, record_type: type[Record], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._type = record_type
        self._spec = spec_of(record_type)
        self.make: Make = self._add_many
        self.remove: Remove = self._delete_many
        self.also: Also | None = None

    def set_values(self, changes: Mapping[int, Values]) -> bool:
        """Save values by key and field, texts as they were typed; False when refused at once."""
        try:
            parsed = self._parsed(changes)
        except UserError as error:
            self.refused.emit(error)
            return False
        label = self._label_of_edit(parsed)
        self._write(label, list(parsed), parsed, [])
        return True

    def add(
        self, records: Sequence[Values], label: str = "", *, unless: Standing | None = None
    ) -> None:
        """Make records; `added` carries their keys.

        While the record `unless` still holds just these values, that one is told and none is made.
        """
        text = label or self.tr("Add {0}").format(self._counted(len(records)))
        self._write(text, [], {}, [dict(values) for values in records], unless)

    def paste(self, changes: Mapping[int, Values], records: Sequence[Values], label: str) -> None:
        """Change some records and make others in one change; nothing if a cell is refused."""
        try:
            parsed = self._parsed(changes)
            fresh = list(self._parsed(dict(enumerate(records))).values())
        except UserError as error:
            self.refused.emit(error)
            return
        self._write(label, list(parsed), parsed, fresh)

    def delete(self, keys: Sequence[int]) -> None:
        """Withdraw records; undo brings them back."""
        label = self.tr("Delete {0}").format(self._counted(len(keys)))
        workspace, remove = self._context.workspace, self.remove

        def work(_progress: Progress) -> str:
            with workspace.change(label) as change:
                remove(change, keys)
            return label

        self._context.jobs.write(work, self._take_deleted, self.refused.emit)

    def _write(
        self,
        label: str,
        keys: list[int],
        changes: Mapping[int, Values],
        records: list[dict[str, Any]],
        unless: Standing | None = None,
    ) -> None:
        workspace, record_type, also = self._context.workspace, self._type, self.also

        def work(_progress: Progress) -> tuple[list[int], list[int]]:
            if unless is not None and _stands(workspace, record_type, *unless):
                return [], [unless[0]]
            resolved = _resolve(self._spec, workspace, self._context.project_id, changes, records)
            with workspace.change(label) as change:
                if also is not None and resolved:
                    also(change, resolved)
                change.set_many(record_type, resolved)
                made = self.make(change, records)
            return keys, made

        self._context.jobs.write(work, self._take_written, self.refused.emit)

    def _add_many(self, change: Change, records: Sequence[dict[str, Any]]) -> list[int]:
        return change.add_many(self._type, records)

    def _delete_many(self, change: Change, keys: Sequence[int]) -> None:
        change.delete_many(self._type, keys)

    def _take_written(self, outcome: tuple[list[int], list[int]]) -> None:
        keys, made = outcome
        if keys:
            self.saved.emit(keys)
        if made:
            self.added.emit(made)

    def _take_deleted(self, label: str) -> None:
        self._context.messages.toast(self.tr("{0}. Ctrl+Z takes it back.").format(label))

    def _parsed(self, changes: Mapping[int, Values]) -> dict[int, dict[str, Any]]:
        fields = {field.name: field for field in self._spec.fields}
        return {
            key: {name: _read(fields[name], value) for name, value in values.items()}
            for key, values in changes.items()
        }

    def _label_of_edit(self, changes: Mapping[int, Values]) -> str:
        names = {name for values in changes.values() for name in values}
        what = self._counted(len(changes))
        if len(names) == 1:
            field = translate_label(self._spec.field(next(iter(names))).label)
            return self.tr("Edit {0} of {1}").format(field, what)
        return self.tr("Edit {0}").format(what)

    def _counted(self, count: int) -> str:
        if count == 1:
            return translate_label(self._spec.label).lower()
        return f"{count} {translate_label(self._spec.plural).lower()}"


def _read(field: FieldSpec, value: Any) -> Any:
    # References that were typed are looked up on the worker, everything else is read here.
    if isinstance(value, str) and field.kind is not Kind.REFERENCE:
        return parse(field, value)
    return value.key if isinstance(value, Named) else value


def _stands(
    workspace: Workspace, record_type: type[Record], key: int, values: tuple[Any, ...]
) -> bool:
    return record_page(workspace, record_type, [key]).get(key) == values


def _resolve(
    spec: Any,
    workspace: Any,
    project: int | None,
    changes: Mapping[int, Values],
    records: Sequence[dict[str, Any]],
) -> dict[int, dict[str, Any]]:
    """Turn typed references into keys, in `records` in place; return the changes resolved."""
    known: dict[str, tuple[Named, ...]] = {}

    def key_of(field: FieldSpec, value: Any) -> Any:
        if field.kind is not Kind.REFERENCE or not isinstance(value, str):
            return value
        if field.target not in known:
            found = reference_choices(workspace, field.target, project, 100_000)
            known[field.target] = tuple(found)
        return parse(field, value, known[field.target])

    fields = {field.name: field for field in spec.fields}
    for values in records:
        for name in values:
            values[name] = key_of(fields[name], values[name])
    return {
        key: {name: key_of(fields[name], value) for name, value in values.items()}
        for key, values in changes.items()
    }
