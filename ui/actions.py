"""Every action of the window, declared once: name, keys, place in a menu, icon, when it is on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.theme.theme import Theme

MENUS = ("file", "edit", "record", "go", "view", "help")
"""The menus in their order; the actions of a page go into "record"."""


@dataclass(frozen=True)
class ActionSpec:
    """One action. `text` is marked with QT_TRANSLATE_NOOP("Actions", …) where it is declared.

    `page` is the key of the page it belongs to, or "" for everywhere: a page's actions are seen
    and reachable by their keys only while it is the page at hand.
    """

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    page: str = ""
    checkable: bool = False
    group: int = 0

    @property
    def words(self) -> str:
        """Return the translated text without the mark of its menu key."""
        return QCoreApplication.translate("Actions", self.text).replace("&", "")


@dataclass(frozen=True)
class ActionChosen:
    """An action that was chosen from a list, such as the palette."""

    id: str


class ActionRegistry(QObject):
    """Holds the QActions; the menus, the palette and F1 are made from it.

    `changed` is emitted when actions came or went, `refreshed` when some may be on or off now.
    """

    changed = Signal()
    refreshed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs: dict[str, ActionSpec] = {}
        self._qactions: dict[str, QAction] = {}
        self._rules: dict[str, Callable[[], bool]] = {}
        self._page = ""
        theme.changed.connect(self._recolour)

    def add(
        self,
        spec: ActionSpec,
        triggered: Callable[[], None],
        enabled: Callable[[], bool] | None = None,
    ) -> QAction:
        """Declare an action and what it does; `enabled` is asked whenever `refresh` is called.

        Raises ValueError for an id that is there already.
        """
        if spec.id in self._specs:
            raise ValueError(f"the action {spec.id} is declared twice")
        action = QAction(QCoreApplication.translate("Actions", spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        if spec.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcut.split(" | ")])
        if spec.icon:
            action.setIcon(self._theme.icon(spec.icon))
        action.triggered.connect(triggered)
        self._specs[spec.id] = spec
        self._qactions[spec.id] = action
        if enabled is not None:
            self._rules[spec.id] = enabled
        self._show(spec)
        self.changed.emit()
        return action

    def remove(self, ids: Sequence[str]) -> None:
        """Take actions away, as a page does that goes."""
        for name in ids:
            self._specs.pop(name, None)
            self._rules.pop(name, None)
            action = self._qactions.pop(name, None)
            if action is not None:
                action.deleteLater()
        self.changed.emit()

    def action(self, name: str) -> QAction:
        """Return the QAction of an id; raises KeyError for one that is not there."""
        return self._qactions[name]

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return every action that is declared now."""
        return tuple(self._specs.values())

    def of_page(self, page: str) -> tuple[ActionSpec, ...]:
        """Return the actions that belong to a page ("": those of the whole window)."""
        return tuple(spec for spec in self._specs.values() if spec.page == page)

    def reachable(self) -> tuple[ActionSpec, ...]:
        """Return what can be done now: for the palette and for F1."""
        return tuple(s for s in self._specs.values() if self._qactions[s.id].isEnabled())

    def set_page(self, page: str) -> None:
        """Say which page is at hand."""
        self._page = page
        self.refresh()

    def refresh(self) -> None:
        """Ask every rule anew whether its action is on."""
        for spec in self._specs.values():
            self._show(spec)
        self.refreshed.emit()

    def _show(self, spec: ActionSpec) -> None:
        here = spec.page in ("", self._page)
        rule = self._rules.get(spec.id)
        action = self._qactions[spec.id]
        action.setVisible(here)
        action.setEnabled(here and (rule is None or rule()))

    def _recolour(self) -> None:
        for spec in self._specs.values():
            if spec.icon:
                self._qactions[spec.id].setIcon(self._theme.icon(spec.icon))
