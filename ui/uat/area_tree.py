"""The areas of the scripts as a tree: choose one to see only what is in it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import queries
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID

_PATH = int(Qt.ItemDataRole.UserRole)


class AreaTree(QTreeWidget):
    """`turned` carries the path of an area, "" for all scripts."""

    turned = Signal(str)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._areas: list[str] = []
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Areas"))
        self.setIndentation(GRID * 2)
        self.setMinimumWidth(GRID * 18)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._tell)
        context.bus.changed.connect(self._hear)

    def fetch(self) -> None:
        """Read which areas there are."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> list[str]:
            return [script.area for script in queries.scripts(workspace, project)]

        self._context.jobs.run(work, self._take)

    def path(self) -> str:
        """Return the area at hand, "" for all."""
        chosen = self.selectedItems()
        return str(chosen[0].data(0, _PATH)) if chosen else ""

    def _hear(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.of("script"):
            self.fetch()

    def _take(self, areas: list[str]) -> None:
        if areas == self._areas and self.topLevelItemCount():
            return
        self._areas = areas
        kept = self.path()
        self.blockSignals(True)
        self.clear()
        items = {"": self._item(None, self.tr("All scripts"), "", len(areas))}
        counts = _counts(areas)
        for path in sorted(counts, key=lambda path: [part.casefold() for part in path.split("/")]):
            above, _, name = path.rpartition("/")
            parent = items[above] if above else None
            items[path] = self._item(parent, name.strip(), path.strip(), counts[path])
        self.expandAll()
        self.setCurrentItem(items.get(kept, items[""]))
        self.blockSignals(False)
        if kept not in items:
            self.turned.emit("")

    def _item(
        self, parent: QTreeWidgetItem | None, name: str, path: str, count: int
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{name}  {count}"])
        item.setData(0, _PATH, path)
        item.setSizeHint(0, QSize(0, GRID * 7 // 2))
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)
        return item

    def _tell(self) -> None:
        self.turned.emit(self.path())


def _counts(areas: Sequence[str]) -> Counter[str]:
    # How many scripts are in each area and in those below it.
    counts: Counter[str] = Counter()
    for area in areas:
        parts = area.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            if path.strip():
                counts[path] += 1
    return counts
