"""The form of a record type: a field for each declared one, saved when it is left."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.listing import record_page
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.lazily import load
from ui.records.values import placed, typed_in, zone_of
from ui.records.writing import Writer
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.records.form_field import FormField

RECORDS_AT_MOST = 500
NARROW = GRID * 46
SOME = 4
"""So many fields are made in one go: all of them at once would be felt."""


class RecordForm(QScrollArea):
    """Shows one record, or what several have in common; an edit then goes to all of them.

    `show_records(keys)` fills it, `commit` saves what is being typed. `shown` carries the keys
    once their values are there.
    """

    shown = Signal(object)

    def __init__(
        self, context: DeskContext, record_type: type[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._type = record_type
        self.spec = spec_of(record_type)
        self.writer = Writer(context, record_type, self)
        self.writer.refused.connect(self._take_refusal)
        self._keys: list[int] = []
        self._zones: dict[int, str] = {}
        self._edited = ""
        self._locked = False
        self._lines: list[QBoxLayout] = []
        self._made: dict[str, FormField] = {}
        self._fields: dict[str, FormField] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("look", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 3)
        self._column.setSpacing(GRID * 3 // 2)
        self.setWidget(inside)
        context.bus.changed.connect(self._hear)

    @property
    def keys(self) -> Sequence[int]:
        """Return the keys of the records that are shown."""
        return self._keys

    def show_records(self, keys: Sequence[int]) -> None:
        """Show these records; an empty list shows nothing."""
        wanted = list(keys[:RECORDS_AT_MOST])
        if wanted != self._keys:
            self.commit()
            self._keys = wanted
            self.clear_refusals()
        self.reload()

    def reload(self) -> None:
        """Fetch the values again."""
        self._show_enabled()
        if not self._keys:
            return
        keys, workspace, record_type = list(self._keys), self._context.workspace, self._type

        def work(_progress: Progress) -> tuple[list[int], dict[int, tuple[Any, ...]]]:
            return keys, record_page(workspace, record_type, keys)

        self._context.jobs.run(work, self._take_values)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed here, or let it be changed again."""
        self._locked = locked
        self._show_enabled()

    def _show_enabled(self) -> None:
        self.widget().setEnabled(bool(self._keys) and not self._locked)

    def commit(self) -> None:
        """Save what is being typed."""
        for field in self._fields.values():
            field.commit()

    def clear_refusals(self) -> None:
        """Take away the sentences under the fields."""
        for field in self._fields.values():
            field.refuse("")

    @property
    def fields(self) -> Mapping[str, "FormField"]:
        """Return the fields by name.

        They are made when they are first asked for: half of a page's start would go into them.
        """
        if not self._fields:
            self._make(self.spec.shown)
            self._fields = {spec.name: self._made[spec.name] for spec in self.spec.shown}
            self._arrange(list(self._fields.values()))
            self._column.addStretch(1)
            self._turn_lines()
            for field in self._fields.values():
                field.show()
        return self._fields

    def furnishings(self) -> list[Callable[[], object]]:
        """Return what makes the fields, a few at a time, and then lays them out."""
        shown = self.spec.shown
        parts = [shown[start : start + SOME] for start in range(0, len(shown), SOME)]
        return [*(partial(self._make, part) for part in parts), lambda: self.fields]

    def _make(self, specs: Sequence[FieldSpec]) -> None:
        for spec in specs:
            if spec.name not in self._made:
                self._made[spec.name] = self._field(spec)

    def _field(self, spec: FieldSpec) -> "FormField":
        writable = spec.editable and not self._context.workspace.read_only and not self.spec.event
        # Loaded with the editors of every kind: only for a record in hand, not for the list.
        make = load("ui.records.form_field:FormField")
        field: FormField = make(spec, self._context, writable=writable)
        field.committed.connect(self._save)
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_lines()

    def _turn_lines(self) -> None:
        narrow = self.viewport().width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(way)

    def _arrange(self, fields: Sequence["FormField"]) -> None:
        # Two short fields that follow one another share a line where there is room.
        waiting: FormField | None = None
        for field in fields:
            if not field.short:
                waiting = None
                self._column.addWidget(field)
            elif waiting is None:
                waiting = field
                line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
                self._lines.append(line)
                line.setSpacing(GRID * 3 // 2)
                line.addWidget(field, 1)
                self._column.addLayout(line)
            else:
                line.addWidget(field, 1)
                waiting = None

    def _save(self, name: str, value: object) -> None:
        if not self._keys:
            return
        self._edited = name
        self.fields[name].refuse("")
        spec = self.fields[name].spec
        self.writer.set_values(
            {key: {name: typed_in(self._zones.get(key, ""), spec, value)} for key in self._keys}
        )

    def _take_refusal(self, error: BaseException) -> None:
        field = self.fields.get(self._edited)
        if field is not None and isinstance(error, UserError):
            field.refuse(str(error))
        else:
            self._context.messages.problem(error)
            self.reload()

    def _take_values(self, answer: tuple[list[int], dict[int, tuple[Any, ...]]]) -> None:
        keys, rows = answer
        if keys != self._keys or not rows:
            return
        self._zones = {key: zone_of(self.spec.shown, row) for key, row in rows.items()}
        rows = {key: placed(self.spec.shown, row) for key, row in rows.items()}
        for place, spec in enumerate(self.spec.shown):
            values = [row[place] for row in rows.values()]
            same = all(value == values[0] for value in values)
            self.fields[spec.name].show_value(values[0] if same else None, mixed=not same)
        self.shown.emit(list(rows))

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of(self.spec.type_name) & set(self._keys):
            self.reload()

    def text_of(self, name: str) -> str:
        """Return how a field reads now; empty for a field that the type does not have."""
        field = self.fields.get(name)
        return field.text if field is not None else ""
