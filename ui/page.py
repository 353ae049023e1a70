"""What every page is made from: a header, a body, and a place in the life of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from ui.actions import ActionSpec
from ui.desk_context import DeskContext
from ui.settings import Settings
from ui.theme.tokens import GRID
from ui.widgets.header import PageHeader


class Page(QWidget):
    """A page of the window. A subclass gives `key`, `build`, `refresh` and, if need be, `leave`.

    `build` makes the widgets, once, when the page is first shown: it puts them into `self.body`
    and declares actions with `add_action`. `refresh(changes)` brings it up to date: with the
    ChangeSet of a change while the page is in sight, with None for everything (when it comes into
    sight after it missed changes, or when another project was chosen).
    """

    key = ""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.header = PageHeader(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        layout.addLayout(self.body, 1)
        self._built = False
        self._stale = True
        self._action_ids: list[str] = []
        context.bus.changed.connect(self._hear)
        context.project_changed.connect(self._take_project)
        self.setObjectName(f"page_{self.key}")

    # -- for subclasses ---------------------------------------------------------------------

    def build(self) -> None:
        """Make the widgets of the page; called once."""
        raise NotImplementedError

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the page up to date with a change, or wholly with None."""
        raise NotImplementedError

    def show_record(self, type_name: str, key: int) -> None:
        """Put a record into view; pages without records leave it."""

    def leave(self) -> None:
        """Save what is being typed: the window closes, or another page is shown."""

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        """Return keys of the page that are no actions, with what they do, for F1."""
        return ()

    def add_action(
        self,
        spec: ActionSpec,
        triggered: Callable[[], None],
        enabled: Callable[[], bool] | None = None,
    ) -> QAction:
        """Declare an action of this page; it is on only while the page is at hand."""
        self._action_ids.append(spec.id)
        return self.context.actions.add(spec, triggered, enabled)

    # -- for the window ---------------------------------------------------------------------

    def prepare(self) -> None:
        """Build the page if that has not been done, and bring it up to date."""
        if not self._built:
            self._built = True
            self.build()
        if self._stale:
            self._stale = False
            self.refresh(None)

    def close_page(self) -> None:
        """Take the page out of the window for good."""
        if self._built:
            self.leave()
        self.context.bus.changed.disconnect(self._hear)
        self.context.project_changed.disconnect(self._take_project)
        self.context.actions.remove(self._action_ids)
        self._action_ids = []
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prepare()

    def _hear(self, changes: ChangeSet) -> None:
        if self._built and self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def _take_project(self) -> None:
        self._stale = True
        if self._built and self.isVisible():
            self.prepare()


def on_surface(view: QWidget, left: int) -> QFrame:
    """Return a frame around a list or table, moved in so that it begins where the title does."""
    frame = QFrame()
    frame.setProperty("look", "surface")
    column = QVBoxLayout(frame)
    column.setContentsMargins(left, 0, 0, 0)
    column.addWidget(view)
    return frame


class MasterDetail(QSplitter):
    """Two parts side by side; where the user puts the line between is remembered under a name."""

    def __init__(self, settings: Settings | None = None, name: str = "") -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._name = f"splitter/{name}"
        self._restored = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._settings is not None and not self._restored:
            self._restored = True
            kept = self._settings.blob(self._name)
            if not kept.isEmpty():
                self.restoreState(kept)
            self.splitterMoved.connect(self._remember)

    def _remember(self) -> None:
        if self._settings is not None:
            self._settings.remember(self._name, self.saveState())


def master_detail(
    master: QWidget,
    detail: QWidget,
    shares: tuple[int, int] = (64, 36),
    *,
    settings: Settings | None = None,
    name: str = "",
) -> MasterDetail:
    """Return the two side by side, sharing the width; remembered if it has a name."""
    splitter = MasterDetail(settings, name)
    splitter.addWidget(master)
    splitter.addWidget(detail)
    splitter.setStretchFactor(0, shares[0])
    splitter.setStretchFactor(1, shares[1])
    detail.setMinimumWidth(GRID * 34)
    splitter.setSizes([shares[0] * 10, shares[1] * 10])
    return splitter
