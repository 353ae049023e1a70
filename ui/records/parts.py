"""What belongs to the record in hand: a table of its parts, made from their record type alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.listing import Listing
from changedesk.store.records import Record
from changedesk.store.spec import RecordSpec, spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.page import on_surface
from ui.records.table import RecordTable
from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label


class RecordParts(QWidget):
    """The records of a type whose owner is the record in hand; edited in place, pasted, undone.

    `explanation` says, translated, what such parts are for; it is shown while there are none.
    """

    def __init__(
        self,
        context: DeskContext,
        record_type: type[Record],
        explanation: str,
        new: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec_of(record_type)
        self._owner = owner_of(self.spec)
        self._key: int | None = None
        self.table = RecordTable(context, record_type)
        self.table.setAccessibleName(translate_label(self.spec.plural))
        self.table.begin_records_with(self.new_values)
        self.table.columns.hide_at_first(self._owner)
        self.nothing = plain_label(explanation, "soft", wrap=True)
        self.nothing.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(at_top(self.nothing))
        self._stack.addWidget(on_surface(self.table, GRID))
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID)
        row.addWidget(action_button(new))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.table.records.listed.connect(self._take_listed)
        self.table.past_end.connect(self.add)

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new part begins with: the record that it belongs to."""
        return {self._owner: self._key}

    def show_records(self, keys: Sequence[int]) -> None:
        """Show the parts of a record; nothing while several are in hand."""
        key = keys[0] if len(keys) == 1 else None
        if key != self._key:
            self.leave()
            self._key = key
            self.table.records.list_records(Listing(equals={self._owner: key or 0}))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the parts up to date with a change, or wholly with None."""
        if changes is not None:
            self.table.records.take_changes(changes)
        elif self._key is not None:
            self.table.records.renew(self.table.records.listing)

    @property
    def ready(self) -> bool:
        """Tell whether a part can be made now."""
        return self._key is not None and self.table.records.editable

    def add(self) -> None:
        """Make a part and put the cursor into its title."""
        if self.ready:
            self._stack.setCurrentIndex(1)
            self.table.add_record(self.new_values())

    def leave(self) -> None:
        """Save what is being typed."""
        self.table.commit()

    def _take_listed(self) -> None:
        self._stack.setCurrentIndex(1 if self.table.records.keys else 0)


def owner_of(spec: RecordSpec) -> str:
    """Return the field that says what a part belongs to; raises ValueError where there is none."""
    for field in spec.fields:
        if field.facts.owner:
            return field.name
    raise ValueError(f"a {spec.type_name} belongs to no other record")
