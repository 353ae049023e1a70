"""Several views of one page under its title: a bar of tabs, and the view at hand below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.theme.tokens import GRID


class ViewTabs(QWidget):
    """`turned` is emitted when another view has come up."""

    turned = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(name)
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3 // 2, 0, 0, 0)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        self.bar.currentChanged.connect(self._turn)

    @property
    def current(self) -> QWidget:
        """Return the view at hand."""
        return self.stack.currentWidget()

    def add(self, view: QWidget, title: str) -> None:
        """Add a view; the first one is at hand."""
        self.stack.addWidget(view)
        self.bar.addTab(title)

    def turn_to(self, view: QWidget) -> None:
        """Bring a view up and give it the keyboard."""
        self.bar.setCurrentIndex(self.stack.indexOf(view))
        view.setFocus()

    def name(self, view: QWidget, title: str) -> None:
        """Change the words on the tab of a view, to tell how much it holds say."""
        self.bar.setTabText(self.stack.indexOf(view), title)

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.turned.emit()
