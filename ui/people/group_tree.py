"""Groups as a tree with their headcounts; a group is dragged to where it belongs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from changedesk.people.groups import GroupNode
from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.text import plain_tip

_KEY = int(Qt.ItemDataRole.UserRole)
_NAME, _WHERE, _PEOPLE = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INSIDE = QAbstractItemView.DropIndicatorPosition.OnItem


class GroupTree(QTreeWidget):
    """`chosen` tells of another choice; `moved` carries (group, what it is part of or None)."""

    chosen = Signal()
    moved = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nodes: list[GroupNode] = []
        self._items: dict[int, QTreeWidgetItem] = {}
        self._closed: set[int] = set()
        self.setAccessibleName(self.tr("Groups"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Group"), self.tr("Site, shift"), self.tr("People")])
        self.headerItem().setTextAlignment(_PEOPLE, _RIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.setIndentation(GRID * 2)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemCollapsed.connect(self._note_closed)
        self.itemExpanded.connect(self._note_open)
        theme.changed.connect(self._colour)

    def show_nodes(self, nodes: Sequence[GroupNode]) -> None:
        """Show groups; what was chosen and what was closed stays so."""
        kept = self.keys()
        self.blockSignals(True)
        self._nodes = list(nodes)
        self.clear()
        self._items = {}
        for node in nodes:
            item = QTreeWidgetItem([node.name, _where(node), _people(node)])
            item.setData(_NAME, _KEY, node.id)
            item.setTextAlignment(_PEOPLE, _RIGHT)
            item.setSizeHint(_NAME, QSize(0, GRID * 4))
            self._tell(item, node)
            above = self._items.get(node.parent) if node.parent is not None else None
            if above is None:
                self.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[node.id] = item
        for key, item in self._items.items():
            item.setExpanded(key not in self._closed)
        self._colour()
        self._choose([key for key in kept if key in self._items] or [n.id for n in nodes[:1]])
        self.blockSignals(False)
        if self.keys() != kept:
            self.chosen.emit()

    def restrict(self, words: str) -> None:
        """Show the groups that hold all the words, and what they are part of."""
        wanted = words.casefold().split()
        seen: set[int] = set()
        for node in reversed(self._nodes):
            said = f"{node.code} {node.name} {node.site} {node.shift}".casefold()
            if node.id in seen or all(word in said for word in wanted):
                seen |= {node.id, *([node.parent] if node.parent is not None else [])}
            self._items[node.id].setHidden(node.id not in seen)

    def keys(self) -> list[int]:
        """Return the groups that are chosen, in the order of the tree."""
        chosen = {item.data(_NAME, _KEY) for item in self.selectedItems()}
        return [node.id for node in self._nodes if node.id in chosen]

    def node(self, key: int) -> GroupNode | None:
        """Return a group that is shown, or None."""
        return next((node for node in self._nodes if node.id == key), None)

    def choose(self, key: int) -> None:
        """Choose one group."""
        if key in self._items and self.keys() != [key]:
            self._choose([key])

    def dropEvent(self, event: QDropEvent) -> None:
        target: QTreeWidgetItem | None = self.itemAt(event.position().toPoint())
        if target is not None and self.dropIndicatorPosition() is not _INSIDE:
            target = target.parent()
        above = target.data(_NAME, _KEY) if target is not None else None
        # The change itself moves the item: it comes back with the next reading.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        for key in self.keys():
            node = self.node(key)
            if node is not None and node.parent != above:
                self.moved.emit(key, above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, letter = self.viewport().width(), self.fontMetrics().averageCharWidth()
        people, where = letter * 9, min(letter * 24, width // 3)
        self.setColumnWidth(_PEOPLE, people)
        self.setColumnWidth(_WHERE, where)
        self.setColumnWidth(_NAME, max(letter * 14, width - people - where))

    def _choose(self, keys: Sequence[int]) -> None:
        items = [self._items[key] for key in keys if key in self._items]
        self.clearSelection()
        if items:
            self.setCurrentItem(items[0])
        for item in items:
            item.setSelected(True)

    def _tell(self, item: QTreeWidgetItem, node: GroupNode) -> None:
        parts = [f"{node.code}  {node.name}"]
        if node.people is None:
            parts.append(self.tr("The headcount is not known"))
        if node.below is not None:
            parts.append(self.tr("{0} in the groups within").format(node.below))
        if node.until:
            parts.append(self.tr("Until {0}").format(date_text(node.until)))
            item.setText(_WHERE, self.tr("— until {0}").format(date_text(node.until)))
        tip = plain_tip("\n".join(parts))
        for column in (_NAME, _PEOPLE, _WHERE):
            item.setData(column, int(Qt.ItemDataRole.ToolTipRole), tip)

    def _colour(self) -> None:
        soft = self._theme.color("text_soft")
        for node in self._nodes:
            item = self._items[node.id]
            item.setForeground(_WHERE, soft)
            if node.until:
                item.setForeground(_NAME, soft)

    def _note_closed(self, item: QTreeWidgetItem) -> None:
        self._closed.add(item.data(_NAME, _KEY))

    def _note_open(self, item: QTreeWidgetItem) -> None:
        self._closed.discard(item.data(_NAME, _KEY))


def _people(node: GroupNode) -> str:
    if node.people is not None:
        return str(node.people)
    return f"Σ {node.below}" if node.below is not None else "–"


def _where(node: GroupNode) -> str:
    return ", ".join(part for part in (node.site, node.shift) if part)
