"""The conditions of a cycle: what must still be done when it is accepted all the same."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat.records import Condition
from ui.desk_context import DeskContext
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID
from ui.uat.flow import FlowLayout
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label


class ConditionPane(RecordPane):
    """The ordinary table and form; what is made in it belongs to the cycle in hand."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, Condition, "list", "", parent)
        self._cycle: int | None = None
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.setSizes([GRID * 26, GRID * 34])
        self.table.columns.lead_with("wording", "owner", "due")

    def new_values(self) -> Mapping[str, Any]:
        return {**super().new_values(), "cycle": self._cycle}

    def show_cycle(self, cycle: int) -> None:
        """List the conditions of a cycle."""
        self._cycle = cycle
        self.list_where(cycle=cycle)


class CycleConditions(QWidget):
    """The conditions of the cycle in hand. Read when they are first looked at."""

    counted = Signal(int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cycle: int | None = None
        self._asked = False
        self._closed = True
        self.pane: ConditionPane | None = None
        nothing = plain_label(
            self.tr(
                "A cycle is accepted with conditions when something must still be done: what, by "
                "whom and until when. They stand on the certificate above the signatures."
            ),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(at_top(nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._buttons())
        column.addWidget(self._stack, 1)
        context.bus.changed.connect(self._hear)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(GRID)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        self.new = QPushButton(self.tr("New condition"))
        self.out = QPushButton(self.tr("Remove"))
        self.new.clicked.connect(self.add)
        self.out.clicked.connect(self.remove)
        row.addWidget(self.new)
        row.addWidget(self.out)
        return row

    # -- showing ------------------------------------------------------------------------------

    def show_cycle(self, cycle: int | None) -> None:
        """Show the conditions of a cycle."""
        self.leave()
        self._cycle = cycle
        self._closed = True
        self._stack.setCurrentIndex(0)
        self._furnish()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._furnish()

    def _furnish(self) -> None:
        # A table and a form take time to make: only for whoever looks at them.
        if not self.isVisible() or self._cycle is None:
            return
        if self.pane is None:
            self.pane = ConditionPane(self._context)
            self._stack.addWidget(self.pane)
            self.pane.table.records.listed.connect(self._listed)
            self.pane.chosen.connect(self._show_enabled)
        self.pane.show_cycle(self._cycle)
        self._show_enabled()

    def set_closed(self, closed: bool) -> None:
        """Let nothing be changed, as the cycle is closed, or let it be changed again."""
        self._closed = closed
        self._show_enabled()

    def _hear(self, changes: ChangeSet) -> None:
        if self.pane is not None and self.isVisible():
            self.pane.refresh(changes)

    def _listed(self) -> None:
        pane = self.pane
        if pane is None or pane.table.records.listing.equals.get("cycle") != self._cycle:
            return
        count = len(pane.table.records.keys)
        if count:
            self._stack.setCurrentWidget(pane)
            self._asked = False
        elif not self._asked:
            self._stack.setCurrentIndex(0)
        self.counted.emit(count)
        self._show_enabled()

    def _show_enabled(self) -> None:
        writable = self._is_writable()
        if self.pane is not None:
            self.pane.lock(self._closed)
        self.new.setEnabled(writable)
        chosen = self.pane is not None and bool(self.pane.table.chosen_keys())
        self.out.setEnabled(writable and chosen and self._stack.currentWidget() is self.pane)

    def _is_writable(self) -> bool:
        open_one = self._cycle is not None and not self._closed
        return open_one and not self._context.workspace.read_only

    # -- doing --------------------------------------------------------------------------------

    def add(self) -> None:
        """Make a condition and put the cursor into its words."""
        if self.pane is not None and self._is_writable():
            self._asked = True
            self._stack.setCurrentWidget(self.pane)
            self.pane.add_record()

    def remove(self) -> None:
        """Take the conditions in hand out; undo brings them back."""
        if self.pane is not None and self._is_writable():
            self.pane.table.delete_chosen()

    def leave(self) -> None:
        """Save what is being typed."""
        if self.pane is not None:
            self.pane.leave()
