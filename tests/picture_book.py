"""Renders every page and dialog to PNG: `python -m tests.picture_book DIR` from the project folder.

The sample project and an empty workspace, light and dark, 1280 × 720 and 1920 × 1080. What is
looked at before something is called done.
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

from changedesk import desk
from changedesk.people.records import Project
from tests.uat_pictures import UatPictures
from ui.app import Desktop, make_application
from ui.bug_dialog import BugDialog
from ui.i18n import install_translators
from ui.messages import Message
from ui.pages import PAGES
from ui.palette import PaletteDialog
from ui.prompts import ScriptedPrompts
from ui.theme.theme import Mode

SIZES = ((1280, 720), (1920, 1080))
QUIET_MS = 300
QUIET_TIMES = 3
"""A page opens its first record a moment after it listed them, and that asks for more."""
WAIT_MS = 15_000


@dataclass
class Book:
    """Where the pictures go, and what is made of them."""

    folder: Path
    desktop: Desktop

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Draw a widget (by default the window) into a file."""
        settle(self.desktop)
        target = self.folder / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        (widget or self.desktop.window).grab().save(str(target))
        print(target)


def settle(desktop: Desktop) -> None:
    """Let everything that is under way arrive on the screen."""
    end = QDeadlineTimer(WAIT_MS)
    quiet = 0
    while quiet < QUIET_TIMES and not end.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(QUIET_MS, loop, loop.quit)
        loop.exec()
        quiet = 0 if desktop.services.jobs.busy else quiet + 1


def pages(book: Book, prefix: str) -> None:
    """Draw every page, and the parts of a page that has several."""
    view = book.desktop.window.desk_view
    assert view is not None
    for number, entry in enumerate(PAGES, 1):
        view.show_page(entry.key)
        name = f"{prefix}/{number:02}-{entry.key}"
        book.shoot(name)
        assert view.current is not None
        each_tab(book, name, view.current, set())


def each_tab(book: Book, name: str, page: QWidget, known: set[QTabBar]) -> None:
    """Draw what is behind each further tab, and behind the tabs that are seen only there."""
    fresh = [bar for bar in page.findChildren(QTabBar) if bar.isVisible() and bar not in known]
    for bar in fresh:
        for place in range(bar.count()):
            bar.setCurrentIndex(place)
            inner = f"{name}-{'-'.join(re.findall('[a-z]+', bar.tabText(place).lower()))}"
            if place:
                book.shoot(inner)
            each_tab(book, inner, page, known | set(fresh))
        bar.setCurrentIndex(0)


def draw_dialogs(book: Book, name: str) -> None:
    """Draw what is open over the window, then close it."""
    settle(book.desktop)
    for dialog in opened():
        book.shoot(name, dialog)
        dialog.close()


def dialogs(book: Book, prefix: str) -> None:
    """Draw every dialog of the window."""
    window, menus = book.desktop.window, book.desktop.window.menus
    openers: tuple[tuple[str, Callable[[], None]], ...] = (
        ("palette", menus.open_palette),
        ("keys", menus.show_keys),
        ("new", menus.new_workspace),
        ("restore", menus.restore),
        ("bug", Raise(book.desktop).bug),
    )
    for name, opener in openers:
        opener()
        for dialog in opened():
            if isinstance(dialog, PaletteDialog):
                dialog.line.setText("chat")
        draw_dialogs(book, f"{prefix}/dialog-{name}")
    book.desktop.services.messages.toast("Undone: Edit Severity of defect")
    window.message_bar.show_message(
        Message("UAT-014 is used by 2 runs: take those out first.", "bad")
    )
    book.shoot(f"{prefix}/messages")
    window.message_bar.hide()
    window.toast.hide()


class Raise(QObject):
    """Shows the dialog of a bug."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def bug(self) -> None:
        """Open it."""
        BugDialog("ChangeDesk 0\n\nTraceback …\nZeroDivisionError", self._desktop.window).open()


def opened() -> Iterator[QDialog]:
    """Yield the dialogs that are on the screen."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            yield widget


def workspaces(folder: Path) -> dict[str, Path]:
    """Make the sample project and a workspace with nothing but a project."""
    sample = folder / "Sample project.changedesk"
    desk.build_sample(sample, today=date.today())
    empty = folder / "New move.changedesk"
    workspace = desk.new_desk(empty, actor="Dana K.")
    with workspace.change("Start project Move") as change:
        change.add(Project(code="MOVE", name="Move support to the new CRM"))
    workspace.close()
    return {"sample": sample, "empty": empty}


def render(target: Path) -> int:
    """Draw the whole book into a folder; return how many pictures it has."""
    with tempfile.TemporaryDirectory() as kept:
        os.environ["CHANGEDESK_HOME"] = str(Path(kept) / "home")
        application = make_application(["picture book"])
        install_translators(application)
        desktop = Desktop(application, prompts=ScriptedPrompts())
        desktop.session.set_actor("Dana K.")
        book = Book(target, desktop)
        desktop.window.show()
        found = workspaces(Path(kept))
        for mode in (Mode.LIGHT, Mode.DARK):
            desktop.services.theme.choose(mode)
            for width, height in SIZES:
                desktop.window.resize(width, height)
                place = f"{mode.value}-{width}x{height}"
                book.shoot(f"{place}/welcome")
                for name, path in found.items():
                    desktop.session.open(str(path))
                    settle(desktop)
                    pages(book, f"{place}/{name}")
                    if name == "sample":
                        dialogs(book, place)
                        UatPictures(desktop, book.shoot, partial(settle, desktop)).draw(place)
                    desktop.session.close()
        desktop.window.close()
    return len(list(target.rglob("*.png")))


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/shots")
    print(f"{render(folder)} pictures in {folder}")
