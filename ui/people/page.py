"""The page People: people, groups and projects, each as a table of its own."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar

from changedesk.people.groups import follow_person_edits
from changedesk.people.records import Group, Person, Project
from changedesk.store.change import Change, ChangeSet
from changedesk.store.listing import record_ids
from changedesk.store.records import Record
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.people.group_pane import GroupPane
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

MERGE = ActionSpec(
    "people.merge", QT_TRANSLATE_NOOP("Actions", "&Merge groups…"), "record", "", "", "people",
    group=1,
)  # fmt: skip
SPLIT = ActionSpec(
    "people.split", QT_TRANSLATE_NOOP("Actions", "&Split the group…"), "record", "", "", "people",
    group=1,
)  # fmt: skip
TURN = ActionSpec(
    "people.turn", QT_TRANSLATE_NOOP("Actions", "Groups as tree or ta&ble"), "view",
    "Ctrl+Shift+1", "group", "people",
)  # fmt: skip


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
            pane = PANE_TYPES[record_type](self.context, record_type, icon, explanation)
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
                if isinstance(pane, GroupPane):
                    pane.show_group(key)

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

        self._add_group_actions()

    def _add_group_actions(self) -> None:
        groups = next(pane for pane in self.panes if isinstance(pane, GroupPane))
        merge = self.add_action(MERGE, groups.merge, partial(self._on, groups, groups.can_merge))
        split = self.add_action(SPLIT, groups.split, partial(self._on, groups, groups.can_split))
        turn = self.add_action(TURN, groups.turn_over, partial(self._on, groups))
        groups.offer(merge, split, turn)

    def _on(self, pane: RecordPane, rule: Callable[[], bool] | None = None) -> bool:
        return self.pane is pane and (rule is None or rule())

    def _add_record(self) -> None:
        self.header.filter.clear_now()
        self.pane.add_record()

    def _delete(self) -> None:
        self.pane.delete_in_hand()

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
        return self.pane.editable and bool(self.pane.keys_in_hand())


class PersonPane(RecordPane):
    """Who is put into another group keeps where he was, as a membership."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.table.records.writer.also = self._follow

    def _follow(self, change: Change, edits: Mapping[int, Mapping[str, Any]]) -> None:
        follow_person_edits(self._context.workspace, change, edits)


class ProjectPane(RecordPane):
    """Projects have a short code that people give them; a new one gets the next free number."""

    def new_values(self) -> Mapping[str, Any]:
        number = len(record_ids(self._context.workspace, Project)) + 1
        return {**super().new_values(), "code": f"P{number}"}


PANE_TYPES: Mapping[type[Record], type[RecordPane]] = {
    Person: PersonPane,
    Group: GroupPane,
    Project: ProjectPane,
}
