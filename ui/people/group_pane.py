"""Groups on the page People: a tree with headcounts, or a table; merging and splitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from changedesk.handover.regrouping import merge_groups
from changedesk.people import groups, regrouping
from changedesk.people.days import today
from changedesk.people.groups import GroupNode, Member
from changedesk.store.change import ChangeSet
from ui.jobs import Progress
from ui.page import on_surface
from ui.people.group_tree import GroupTree
from ui.people.regroup_dialogs import Merge, MergeDialog, RegroupDialog, Split, SplitDialog
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID
from ui.uat.flow import FlowLayout
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import action_button

CONCERNING = frozenset(("group", "person", "membership"))


@dataclass(frozen=True)
class Inside:
    """Who is in a group and those within it today."""

    group: GroupNode
    people: tuple[Member, ...]
    names: dict[int, str]
    today: str


class GroupPane(RecordPane):
    """The tree comes first; the table is for typing and pasting many."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.table.records.writer.also = self._follow
        self.tree = GroupTree(self._context.theme)
        self.faces = QStackedWidget()
        table = self.splitter.widget(0)
        self._above = FlowLayout(GRID)
        self._above.setContentsMargins(GRID * 3, GRID, GRID * 2, GRID)
        # Kept: the splitter does not own what it takes in place of another widget.
        self._master = QWidget()
        column = QVBoxLayout(self._master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self.faces, 1)
        self.splitter.replaceWidget(0, self._master)
        self.faces.addWidget(on_surface(self.tree, GRID * 2))
        self.faces.addWidget(table)
        self.splitter.setSizes([GRID * 64, GRID * 46])
        self.people = LeanTable(
            self._context.theme,
            self.tr("People of the group"),
            (
                Column(self.tr("Person"), share=3),
                Column(self.tr("Role"), share=2),
                Column(self.tr("Group"), share=2),
            ),
        )
        self.detail.add_tab(self.people, self.tr("People"))
        self.setFocusProxy(self.faces)
        self.faces.setFocusProxy(self.tree)
        self.tree.chosen.connect(self._choose)
        self.tree.moved.connect(self._move)
        self.chosen.connect(self._fetch_people)

    def offer(self, *actions: QAction) -> None:
        """Put buttons for actions above the groups."""
        for action in actions:
            self._above.addWidget(action_button(action))

    @property
    def as_tree(self) -> bool:
        """Tell whether the groups are shown as a tree."""
        return self.faces.currentIndex() == 0

    def keys_in_hand(self) -> list[int]:
        return self.tree.keys() if self.as_tree else super().keys_in_hand()

    def turn(self, *, tree: bool) -> None:
        """Show the groups as a tree or as a table, with the same one in hand."""
        keys = self.keys_in_hand()
        self.faces.setCurrentIndex(0 if tree else 1)
        self.faces.setFocusProxy(self.tree if tree else self.table)
        if keys:
            self.show_group(keys[0])
        self.faces.setFocus()
        self._choose()

    def turn_over(self) -> None:
        """Show the tree instead of the table, or the other way round."""
        self.turn(tree=not self.as_tree)

    def show_group(self, key: int) -> None:
        """Take a group in hand."""
        self.table.choose(key)
        self.tree.choose(key)

    def add_record(self) -> None:
        self.turn(tree=False)
        super().add_record()

    def restrict(self, words: str) -> None:
        super().restrict(words)
        self.tree.restrict(words)

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()

    # -- reading ----------------------------------------------------------------------------------

    def _fetch(self) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> list[GroupNode]:
            return groups.tree(workspace)

        self._context.jobs.run(work, self._take_nodes)

    def _take_nodes(self, nodes: list[GroupNode]) -> None:
        self._listed = True  # by the tree: the table behind it has not been painted yet
        self.tree.show_nodes(nodes)
        self.tree.restrict(self.table.records.listing.words)
        self._fetch_people(self.keys_in_hand())

    def _fetch_people(self, keys: Sequence[int]) -> None:
        node = self.tree.node(keys[0]) if len(keys) == 1 else None
        if node is None:
            self.people.show_rows([])
        else:
            self._context.jobs.run(self._look_inside(node), self._take_people)

    def _look_inside(self, node: GroupNode) -> Any:
        workspace = self._context.workspace

        def work(_: Progress) -> Inside:
            day = today(workspace)
            keys = groups.within(workspace, node.id)
            names = {one.id: one.name for one in groups.tree(workspace)}
            return Inside(node, tuple(groups.members(workspace, keys, day)), names, day)

        return work

    def _take_people(self, found: Inside) -> None:
        if self.keys_in_hand() == [found.group.id]:
            self.people.show_rows(
                [
                    Row((one.name, one.role, found.names.get(one.group, "")), value=one.id)
                    for one in found.people
                ]
            )

    # -- changing ---------------------------------------------------------------------------------

    def _follow(self, change: Any, edits: Any) -> None:
        groups.follow_group_edits(self._context.workspace, change, edits)

    def _move(self, group: int, parent: int | None) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> None:
            groups.set_parent(workspace, group, parent)

        self._context.jobs.write(work, None, self._context.messages.problem)

    def can_merge(self) -> bool:
        """Tell whether several groups are in hand, none of which has ended."""
        return len(self._lasting()) > 1

    def can_split(self) -> bool:
        """Tell whether one group is in hand that has not ended."""
        return len(self._lasting()) == 1

    def _lasting(self) -> list[GroupNode]:
        found = [self.tree.node(key) for key in self.keys_in_hand()]
        nodes = [node for node in found if node is not None and not node.until]
        return nodes if self.editable and len(nodes) == len(found) else []

    def merge(self) -> None:
        """Ask how the groups in hand become one."""
        nodes = self._lasting()
        if len(nodes) > 1:
            day = today(self._context.workspace)
            self._open(MergeDialog(nodes, day, self._context, self.window()))

    def split(self) -> None:
        """Ask how the group in hand becomes several."""
        keys = self.keys_in_hand()
        node = self.tree.node(keys[0]) if keys else None
        if node is not None:
            self._context.jobs.run(self._look_inside(node), self._ask_split)

    def _ask_split(self, found: Inside) -> None:
        people = [one for one in found.people if one.group == found.group.id]
        window, context = self.window(), self._context
        self._open(SplitDialog(found.group, people, found.today, context, window))

    def _open(self, dialog: RegroupDialog) -> None:
        dialog.chosen.connect(self._regroup)
        dialog.open()

    def _regroup(self, wish: Merge | Split) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> int:
            if isinstance(wish, Merge):
                return merge_groups(workspace, wish.groups, wish.name, wish.day)
            return regrouping.split_group(workspace, wish.group, wish.parts, wish.day)[0]

        self._context.jobs.write(work, self._regrouped, self._context.messages.problem)

    def _regrouped(self, key: int) -> None:
        self.show_group(key)
        self._context.messages.toast(self.tr("Done. Ctrl+Z takes it back."))
