"""The ordinary page of a record type: table on the left, the record in hand on the right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.listing import Listing, project_path
from changedesk.store.records import Record
from changedesk.store.spec import RecordSpec, spec_of
from ui.actions import ActionSpec
from ui.i18n import translate_label
from ui.page import Page, master_detail
from ui.records.detail import RecordDetail
from ui.records.table import RecordTable
from ui.widgets.empty_state import EmptyState


def record_actions(page: str) -> tuple[ActionSpec, ...]:
    """Return the actions that every page of records has."""
    return (
        ActionSpec(
            f"{page}.new", QT_TRANSLATE_NOOP("Actions", "&New"), "record", "Ctrl+N", "add", page
        ),
        ActionSpec(
            f"{page}.delete",
            QT_TRANSLATE_NOOP("Actions", "&Delete"),
            "record",
            "Ctrl+Del",
            "remove",
            page,
        ),
        ActionSpec(
            f"{page}.filter",
            QT_TRANSLATE_NOOP("Actions", "&Filter"),
            "record",
            "Ctrl+F",
            "filter",
            page,
        ),
    )


class RecordPage(Page):
    """A page made from a record type alone.

    A subclass gives `key`, `record_type`, `icon` and `explanation` (marked "Pages"). It may
    override `new_values` (what a new record begins with), `extend` (further tabs, buttons,
    actions) and `listing` (which records to show).
    """

    record_type: ClassVar[type[Record]]
    icon = "list"
    explanation = ""

    def build(self) -> None:
        """Make table, form and history."""
        self.spec: RecordSpec = spec_of(self.record_type)
        new, delete, find = record_actions(self.key)
        writable = self._writable
        self.table = RecordTable(self.context, self.record_type)
        self.table.setAccessibleName(translate_label(self.spec.plural))
        self.detail = RecordDetail(self.context, self.record_type)
        new_action = self.add_action(new, self.add_record, writable)
        self.add_action(delete, self.table.delete_chosen, self._can_delete)
        self.add_action(find, self.focus_filter)
        self.header.set_title(translate_label(self.spec.plural))
        self.header.use_filter(
            self.tr("Filter {0}").format(translate_label(self.spec.plural).lower())
        ).filtered.connect(self._filter)
        self.header.add_button(new_action, primary=True)
        self.empty = EmptyState(self.context.theme, self.icon, *self.empty_words())
        self.empty.add_button(new_action, primary=True)
        self.splitter = master_detail(self.table, self.detail)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack)
        self._choose_soon = QTimer(self)
        self._choose_soon.setSingleShot(True)
        self._choose_soon.setInterval(0)
        self._choose_soon.timeout.connect(self._show_chosen)
        self.table.record_chosen.connect(self._choose_soon.start)
        self.table.records.listed.connect(self._take_listed)
        self.extend()

    def extend(self) -> None:
        """Add what the area has beyond table, form and history."""

    def listing(self) -> Listing:
        """Return which records to show."""
        path = project_path(self.context.workspace.schema, self.record_type)
        return Listing(project=self.context.project_id if path else None)

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new record begins with; raises UserError where it cannot be made yet."""
        values: dict[str, Any] = {}
        for field in self.spec.fields:
            if field.target == "project" and field.facts.required:
                if self.context.project_id is None:
                    raise UserError(self.tr("Make a project first: it is what records belong to."))
                values[field.name] = self.context.project_id
            elif field.facts.required and field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                label = translate_label(self.spec.label).lower()
                values[field.name] = self.tr("New {0}").format(label)
        return values

    def empty_words(self) -> tuple[str, str]:
        """Return the heading and the sentence of the empty page."""
        plural = translate_label(self.spec.plural).lower()
        from_code = translate_label(self.explanation)
        return self.tr("No {0} yet").format(plural), from_code

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None:
            self.table.records.take_changes(changes)
            return
        kept = self.table.records.listing
        self.table.records.list_records(replace(self.listing(), words=kept.words, order=kept.order))

    def show_record(self, type_name: str, key: int) -> None:
        self.table.choose(key)

    def leave(self) -> None:
        self.detail.form.commit()

    def add_record(self) -> None:
        """Make a record and put the cursor into its title."""
        try:
            values = self.new_values()
        except UserError as error:
            self.context.messages.problem(error)
            return
        self.table.records.writer.add([values])

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        self.header.filter.setFocus()
        self.header.filter.selectAll()

    def _filter(self, words: str) -> None:
        self.table.records.restrict(words)

    def _writable(self) -> bool:
        return self.table.records.editable

    def _can_delete(self) -> bool:
        return self.table.records.editable and bool(self.table.chosen_keys())

    def _show_chosen(self) -> None:
        self.detail.show_records(self.table.chosen_keys())
        self.context.actions.refresh()

    def _take_listed(self) -> None:
        nothing = not self.table.records.keys and not self.table.records.listing.words
        wanted: QWidget = self.empty if nothing else self.splitter
        self.stack.setCurrentWidget(wanted)
        if not nothing and not self.table.currentIndex().isValid() and self.table.records.keys:
            self.table.selectRow(0)
