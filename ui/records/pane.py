"""Table, form and history of one record type side by side; a page holds one or several of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.listing import Listing, project_path
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.page import master_detail, on_surface
from ui.records.detail import RecordDetail
from ui.records.table import RecordTable
from ui.theme.tokens import GRID
from ui.widgets.empty_state import EmptyState

FIRST_LOOK_MS = 25
"""So long a list that has just come is left alone with the painter."""


class RecordPane(QWidget):
    """What is listed is that of the project at hand, where the type belongs to projects.

    `chosen` carries the keys of the selected records. `explanation` is a sentence marked with
    QT_TRANSLATE_NOOP("Pages", …) for the empty pane.
    """

    chosen = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        record_type: type[Record],
        icon: str = "list",
        explanation: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._type = record_type
        self.spec = spec_of(record_type)
        self.table = RecordTable(context, record_type)
        self.table.setAccessibleName(translate_label(self.spec.plural))
        self.table.begin_records_with(self.new_values)
        self.detail = RecordDetail(context, record_type)
        self.splitter = master_detail(
            on_surface(self.table, GRID * 2),
            self.detail,
            settings=context.settings,
            name=self.spec.type_name,
        )
        self.empty = EmptyState(
            context.theme,
            icon,
            self.tr("No {0} yet").format(translate_label(self.spec.plural).lower()),
            QCoreApplication.translate("Pages", explanation) if explanation else "",
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.table)
        self._choose_soon = QTimer(self)
        self._choose_soon.setSingleShot(True)
        self._choose_soon.setInterval(0)
        self._choose_soon.timeout.connect(self._show_chosen)
        self._listed = False
        self._wanting: list[Callable[[], object]] | None = None
        self.table.record_chosen.connect(self._choose)
        self.table.records.fetched.connect(self._open_first)
        self.table.records.listed.connect(self._take_listed)

    @property
    def editable(self) -> bool:
        """Tell whether records can be made and changed here."""
        return self.table.records.editable

    def lock(self, locked: bool) -> None:
        """Let nothing be changed here, or let it be changed again."""
        self.table.records.lock(locked)
        self.detail.form.lock(locked)

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new record begins with; raises UserError where none can be made yet."""
        values: dict[str, Any] = {}
        for field in self.spec.fields:
            if field.target == "project" and field.facts.required:
                if self._context.project_id is None:
                    raise UserError(self.tr("Make a project first: it is what records belong to."))
                values[field.name] = self._context.project_id
            elif field.facts.required and field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                label = translate_label(self.spec.label).lower()
                values[field.name] = self.tr("New {0}").format(label)
        return values

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the pane up to date with a change, or wholly with None."""
        if changes is not None:
            self.table.records.take_changes(changes)
            return
        kept = self.table.records.listing
        listing = Listing(
            project=self._project(), words=kept.words, order=kept.order, within=kept.within
        )
        self.table.records.renew(listing)

    def restrict(self, words: str) -> None:
        """Show the records that hold all the words."""
        self.table.records.restrict(words)

    def list_where(self, **equals: Any) -> None:
        """Show only records with these values."""
        self.table.records.list_records(replace(self.table.records.listing, equals=equals))

    def list_within(self, **folders: str) -> None:
        """Show only records within these folders: those of text fields with “/” between levels."""
        self.table.records.list_records(replace(self.table.records.listing, within=folders))

    def narrowed(self, listing: Listing) -> bool:
        """Tell whether there may be more records than are listed."""
        return bool(listing.words or listing.equals or listing.within)

    def add_record(self) -> None:
        """Make a record and put the cursor into its title."""
        try:
            values = self.table.fresh_values()
        except UserError as error:
            self._context.messages.problem(error)
            return
        self.stack.setCurrentWidget(self.splitter)
        self.table.add_record(values)

    def keys_in_hand(self) -> list[int]:
        """Return the records that are chosen here."""
        return self.table.chosen_keys()

    def delete_in_hand(self) -> None:
        """Withdraw the records that are chosen; undo brings them back."""
        keys = self.keys_in_hand()
        if keys:
            self.table.records.writer.delete(keys)

    def leave(self) -> None:
        """Save what is being typed."""
        self.table.commit()
        self.detail.form.commit()

    def _project(self) -> int | None:
        path = project_path(self._context.workspace.schema, self.table.record_type)
        return self._context.project_id if path else None

    def _choose(self) -> None:
        if self._listed:
            self._choose_soon.start()

    def _open_first(self) -> None:
        # Only now: the list is painted before the first record is opened beside it.
        if not self._listed:
            self._listed = True
            QTimer.singleShot(FIRST_LOOK_MS, self, self._show_chosen)

    def furnish_once(self) -> None:
        """Make what only a record in hand needs, as far as it is not there."""
        while self._is_wanting():
            self._furnish_one()

    def furnishings(self) -> Sequence[Callable[[], None]]:
        """Return what makes, part by part, that which only a record in hand needs."""
        return ()

    def _is_wanting(self) -> bool:
        if self._wanting is None:
            self._wanting = [*self.detail.form.furnishings(), *self.furnishings()]
        return bool(self._wanting)

    def _furnish_one(self) -> None:
        assert self._wanting
        self._wanting.pop(0)()

    def _show_chosen(self) -> None:
        keys = self.keys_in_hand()
        if keys and self._is_wanting():
            # One part a turn: all of them at once would be felt where a key is pressed meanwhile.
            self._furnish_one()
            self._choose_soon.start()
            return
        self.detail.show_records(keys)
        self.chosen.emit(keys)
        self._context.actions.refresh()

    def _take_listed(self) -> None:
        keys = self.table.records.keys
        nothing = not keys and not self.narrowed(self.table.records.listing)
        self.stack.setCurrentWidget(self.empty if nothing else self.splitter)
        if keys and not self.table.currentIndex().isValid():
            self.table.choose(keys[0])
        self._choose()
