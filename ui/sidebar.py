"""The left side of the window: the project at hand, and the pages."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.records import Project
from changedesk.store.change import ChangeSet
from changedesk.store.listing import Named, reference_choices
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.pages import PAGES, page_keys
from ui.theme.tokens import GRID, SIDEBAR_WIDTH
from ui.widgets.text import plain_tip

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = GRID * 9 // 2


class Sidebar(QFrame):
    """`page_chosen` carries the key of a page."""

    page_chosen = Signal(str)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("look", "sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        self.projects = ProjectSwitcher(context)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setProperty("look", "sidebar")
        self.list.setModel(self._model)
        self.list.setIconSize(QSize(18, 18))
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, entry in enumerate(PAGES, 1):
            item = QStandardItem(entry.words)
            item.setData(entry.key, KEY_ROLE)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(plain_tip(page_keys(number)))
            self._model.appendRow(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID * 3 // 2, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.projects)
        column.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        context.theme.changed.connect(self._recolour)
        self._recolour()

    def mark(self, key: str) -> None:
        """Show which page is at hand."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(KEY_ROLE) == key and self.list.currentIndex() != index:
                self.list.setCurrentIndex(index)

    def _keep_in_sight(self) -> None:
        # A message above the page takes the room of the last entries.
        self.list.scrollTo(self.list.currentIndex())

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.data(KEY_ROLE))

    def _recolour(self) -> None:
        for row, entry in enumerate(PAGES):
            self._model.item(row).setIcon(self._context.theme.icon(entry.icon))


class ProjectSwitcher(QPushButton):
    """Shows the project at hand; pressed, it offers the others."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._projects: list[Named] = []
        self.setProperty("look", "project")
        self.setIconSize(QSize(16, 16))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.clicked.connect(self.offer)
        context.bus.changed.connect(self._hear)
        context.project_changed.connect(self._show)
        context.theme.changed.connect(self._show)
        self._show()

    def fetch(self) -> None:
        """Find out which projects there are; the remembered one, or the first, is chosen."""
        workspace = self._context.workspace

        def work(_progress: Progress) -> list[Named]:
            return reference_choices(workspace, Project.about.type_name)

        self._context.jobs.run(work, self._take)

    def offer(self) -> None:
        """Show the projects to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for named in self._projects:
            action = QAction(named.full.replace("&", "&&"), menu)
            action.setData(named.key)
            action.setCheckable(True)
            action.setChecked(named.key == self._context.project_id)
            menu.addAction(action)
        menu.addSeparator()
        everything = QAction(self.tr("Projects…"), menu)
        everything.setData(0)
        menu.addAction(everything)
        menu.triggered.connect(self._choose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def choose(self, key: int) -> None:
        """Work on a project from now on; 0 shows the projects themselves."""
        if key:
            self._context.project_id = key
            name = f"project/{self._context.workspace.uid}"
            self._context.settings.remember(name, str(key))
        else:
            current = self._context.project_id
            self._context.go_to("people", Project.about.type_name, current or -1)

    def _choose(self, action: QAction) -> None:
        self.choose(int(action.data()))

    def _take(self, projects: list[Named]) -> None:
        self._projects = projects
        keys = [named.key for named in projects]
        if self._context.project_id not in keys:
            remembered = self._context.settings.number(f"project/{self._context.workspace.uid}", 0)
            first = keys[0] if keys else None
            self._context.project_id = remembered if remembered in keys else first
        self._show()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of(Project.about.type_name):
            self.fetch()

    def _show(self) -> None:
        named = next((p for p in self._projects if p.key == self._context.project_id), None)
        text = named.title if named else self.tr("No project")
        room = SIDEBAR_WIDTH - GRID * 9
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(named.full) if named else "")
        self.setAccessibleName(self.tr("Project {0}; choose another").format(text))
        self.setIcon(self._context.theme.icon("project", "accent"))
