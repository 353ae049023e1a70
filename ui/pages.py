"""Every page of the window, in the order of the sidebar. Each is loaded when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.desk_context import DeskContext
from ui.page import Page


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, its title, its icon, and where its class is ("module:Class")."""

    key: str
    title: str
    icon: str
    place: str

    @property
    def words(self) -> str:
        """Return the translated title."""
        return QCoreApplication.translate("Pages", self.title)

    def load(self) -> type[Page]:
        """Import the class of the page."""
        module, name = self.place.split(":")
        found: type[Page] = getattr(import_module(module), name)
        return found


Factory = Callable[[DeskContext], Page]

PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "people", QT_TRANSLATE_NOOP("Pages", "People"), "people", "ui.people.page:PeoplePage"
    ),
    PageEntry(
        "history", QT_TRANSLATE_NOOP("Pages", "History"), "history", "ui.history.page:HistoryPage"
    ),
)
