"""The frame of the window: sidebar, pages, message bar, status bar."""

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui.desk_context import DeskContext, Place
from ui.page import Page
from ui.pages import PAGES, PageEntry
from ui.sidebar import Sidebar


class DeskView(QWidget):
    """An open workspace: the sidebar and the pages, each made when it is first shown."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sidebar = Sidebar(context)
        self.stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.sidebar.page_chosen.connect(self.show_page)
        context.wanted.connect(self._go)

    def page(self, key: str) -> Page:
        """Return a page by its key, made if it was not there yet."""
        if key not in self._pages:
            entry = _entry(key)
            page = entry.load()(self.context)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Show a page."""
        page = self.page(key)
        current = self.stack.currentWidget()
        if isinstance(current, Page) and current is not page:
            current.leave()
        page.prepare()
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(key)
        self.context.actions.set_page(key)
        self.context.settings.remember("page", key)
        page.setFocus()

    def leave(self) -> None:
        """Save what is being typed on the page at hand."""
        current = self.stack.currentWidget()
        if isinstance(current, Page):
            current.leave()

    def close_pages(self) -> None:
        """Take every page out for good."""
        for page in self._pages.values():
            page.close_page()
        self._pages.clear()

    def _go(self, place: Place) -> None:
        self.show_page(place.page)
        if place.record is not None:
            self.page(place.page).show_record(place.type_name, place.record)


def _entry(key: str) -> PageEntry:
    return next(entry for entry in PAGES if entry.key == key)


class MainWindow(QMainWindow):
    """The top-level window."""
