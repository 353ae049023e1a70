"""An open workspace in the window: the sidebar and the pages, each made when it is first shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.desk_context import DeskContext, Place
from ui.page import Page
from ui.pages import PAGES, PageEntry
from ui.sidebar import Sidebar


class DeskView(QWidget):
    """Shows one page at a time and keeps the others as they were left.

    `leaving` is emitted before a page is left: what goes wrong while it saves is told afterwards.
    """

    leaving = Signal()

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

    @property
    def current(self) -> Page | None:
        """Return the page at hand."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def current_entry(self) -> PageEntry | None:
        """Return the entry of the page at hand."""
        return entry_of(self.current.key) if self.current else None

    def page(self, key: str) -> Page:
        """Return a page by its key, made if it was not there yet."""
        if key not in self._pages:
            page = entry_of(key).load()(self.context)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Show a page, and put the cursor into it."""
        page = self.page(key)
        before = self.current
        if before is not None and before is not page:
            self.leaving.emit()
            before.leave()
        page.prepare()
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(key)
        self.context.actions.set_page(key)
        self.context.settings.remember("page", key)
        if not self.sidebar.list.hasFocus():
            page.setFocus()

    def leave(self) -> None:
        """Save what is being typed on the page at hand."""
        if self.current is not None:
            self.current.leave()

    def close_pages(self) -> None:
        """Take every page out for good."""
        for page in self._pages.values():
            page.close_page()
        self._pages.clear()

    def _go(self, place: Place) -> None:
        if place.project is not None:
            self.context.project_id = place.project
        self.show_page(place.page)
        if place.record is not None:
            self.page(place.page).show_record(place.type_name, place.record)


def entry_of(key: str) -> PageEntry:
    """Return the page of a key; raises KeyError where there is none."""
    for entry in PAGES:
        if entry.key == key:
            return entry
    raise KeyError(key)
