"""The page People: people, groups and projects, each as a table of its own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar

from changedesk.people.records import Group, Person, Project
from changedesk.store.change import ChangeSet
from changedesk.store.listing import record_ids
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.records.page import paste_action, record_actions, table_keys
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID

PANES = (
    (
        Person,
        "people",
        QT_TRANSLATE_NOOP(
            "Pages", "People test, learn, answer and sign. Type a name, or paste a list from Excel."
        ),
    ),
    (
        Group,
        "group",
        QT_TRANSLATE_NOOP(
            "Pages", "A group is hit alike by the change: a team, a shift or a whole site."
        ),
    ),
    (
        Project,
        "project",
        QT_TRANSLATE_NOOP(
            "Pages", "A project is one change to how the operation works, with its own scripts."
        ),
    ),
)


class PeoplePage(Page):
    """People, groups and projects; the tabs under the title choose between them."""

    key = "people"

    def build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("People, groups or projects"))
        self.stack = QStackedWidget()
        self.panes: list[RecordPane] = []
        for record_type, icon, explanation in PANES:
            pane_type = ProjectPane if record_type is Project else RecordPane
            pane = pane_type(self.context, record_type, icon, explanation)
            self.panes.append(pane)
            self.stack.addWidget(pane)
            pane.table.records.listed.connect(self._count)
            self.tabs.addTab(translate_label(pane.spec.plural))
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID * 3 // 2, 0, 0, 0)
        bar.addWidget(self.tabs)
        self.body.addLayout(bar)
        self.body.addWidget(self.stack, 1)
        self._add_actions()
        self.header.set_title(self.tr("People"))
        self.header.use_filter(self.tr("Filter")).filtered.connect(self._filter)
        self.tabs.currentChanged.connect(self._show_pane)
        self.setFocusProxy(self.stack)

    def refresh(self, changes: ChangeSet | None) -> None:
        for pane in self.panes:
            pane.refresh(changes)

    def show_record(self, type_name: str, key: int) -> None:
        for place, pane in enumerate(self.panes):
            if pane.spec.type_name == type_name:
                self.tabs.setCurrentIndex(place)
                self.header.filter.clear_now()
                pane.table.choose(key)

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return table_keys()

    def leave(self) -> None:
        for pane in self.panes:
            pane.leave()

    @property
    def pane(self) -> RecordPane:
        """Return the table at hand."""
        return self.panes[self.tabs.currentIndex()]

    def _add_actions(self) -> None:
        new, delete, find = record_actions(self.key)
        new_action = self.add_action(new, self._add_record, self._can_add)
        self.add_action(delete, self._delete, self._can_delete)
        self.add_action(find, self.header.focus_filter)
        paste = self.add_action(paste_action(self.key), self._paste, self._can_add)
        self.header.add_button(new_action, primary=True)
        for pane in self.panes:
            pane.empty.add_button(new_action, primary=True)
            pane.empty.add_button(paste)
            offer_kit(self.context, pane.empty, pane.spec.type_name)

    def _add_record(self) -> None:
        self.header.filter.clear_now()
        self.pane.add_record()

    def _delete(self) -> None:
        self.pane.table.delete_chosen()

    def _count(self) -> None:
        self.header.set_count(len(self.pane.table.records.keys))

    def _paste(self) -> None:
        self.pane.table.paste_as_new()

    def _filter(self, words: str) -> None:
        self.pane.restrict(words)

    def _show_pane(self, place: int) -> None:
        self.header.filter.clear_now()
        for pane in self.panes:
            pane.restrict("")
        self.stack.setCurrentIndex(place)
        self._count()
        self.context.actions.refresh()

    def _can_add(self) -> bool:
        return self.pane.editable

    def _can_delete(self) -> bool:
        return self.pane.editable and bool(self.pane.table.chosen_keys())


class ProjectPane(RecordPane):
    """Projects have a short code that people give them; a new one gets the next free number."""

    def new_values(self) -> Mapping[str, Any]:
        number = len(record_ids(self._context.workspace, Project)) + 1
        return {**super().new_values(), "code": f"P{number}"}
