"""The ordinary page of a record type: table on the left, the record in hand on the right."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from changedesk.store.change import ChangeSet
from changedesk.store.records import Record
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.records.pane import RecordPane


def record_actions(page: str) -> tuple[ActionSpec, ActionSpec, ActionSpec]:
    """Return what every page of records has: new, delete, filter."""
    return (
        ActionSpec(
            f"{page}.new",
            QT_TRANSLATE_NOOP("Actions", "&New"),
            "record",
            "Ctrl+N",
            "add",
            page,
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


def paste_action(page: str) -> ActionSpec:
    """Return the action that makes records of a block copied from Excel."""
    return ActionSpec(
        f"{page}.paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste as new rows"),
        "record",
        "Ctrl+Shift+V",
        "paste",
        page,
    )


def table_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of every table of records, with what they do."""
    say = QCoreApplication.translate
    return (
        ("Enter, F2", say("Keys", "Edit the cell; Enter saves it and goes down")),
        ("Tab", say("Keys", "Save the cell and go to the next one")),
        ("Ctrl+C", say("Keys", "Copy the selected cells, for Excel too")),
        ("Ctrl+V", say("Keys", "Paste a block of cells, from Excel too")),
        ("Del", say("Keys", "Delete the selected records; Ctrl+Z brings them back")),
        ("Esc", say("Keys", "Leave the cell as it was")),
    )


class RecordPage(Page):
    """A page made from a record type alone.

    A subclass gives `key`, `record_type`, `icon` and `explanation` (marked "Pages"). It may
    override `make_pane` and `extend` (further tabs, buttons, actions). `pane`, `table` and
    `detail` are there from `extend` on.
    """

    record_type: ClassVar[type[Record]]
    icon = "list"
    explanation = ""

    def build(self) -> None:
        """Make table, form and history."""
        self.pane = self.make_pane()
        self.table, self.detail = self.pane.table, self.pane.detail
        new, delete, find = record_actions(self.key)
        new_action = self.add_action(new, self.add_record, self._can_add)
        self.add_action(delete, self.table.delete_chosen, self._can_delete)
        self.add_action(find, self.header.focus_filter)
        paste = self.add_action(paste_action(self.key), self.table.paste_as_new, self._can_add)
        plural = translate_label(self.pane.spec.plural)
        self.header.set_title(plural)
        box = self.header.use_filter(self.tr("Filter {0}").format(plural.lower()))
        box.filtered.connect(self.pane.restrict)
        self.header.add_button(new_action, primary=True)
        self.pane.empty.add_button(new_action, primary=True)
        self.pane.empty.add_button(paste)
        self.body.addWidget(self.pane)
        self.table.records.listed.connect(self._count)
        self.setFocusProxy(self.pane)
        self.extend()
        offer_kit(self.context, self.pane.empty, self.pane.spec.type_name)

    def make_pane(self) -> RecordPane:
        """Return the table and the form; override to give new records other first values."""
        return RecordPane(self.context, self.record_type, self.icon, self.explanation)

    def extend(self) -> None:
        """Add what the area has beyond table, form and history."""

    def refresh(self, changes: ChangeSet | None) -> None:
        self.pane.refresh(changes)

    def add_record(self) -> None:
        """Make a record; the filter goes, for it would hide the new one."""
        self.header.filter.clear_now()
        self.pane.add_record()

    def show_record(self, type_name: str, key: int) -> None:
        self.header.filter.clear_now()
        self.table.choose(key)

    def leave(self) -> None:
        self.pane.leave()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return table_keys()

    def _count(self) -> None:
        self.header.set_count(len(self.table.records.keys))

    def _can_add(self) -> bool:
        return self.pane.editable

    def _can_delete(self) -> bool:
        return self.pane.editable and bool(self.table.chosen_keys())
