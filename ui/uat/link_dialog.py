"""Choose which scripts test a requirement: those that do have a tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from changedesk.uat.queries import ScriptRow
from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.uat.words import labelled
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label


class LinkDialog(QDialog):
    """`linked` carries the keys of the scripts with a tick."""

    linked = Signal(object)

    def __init__(
        self, requirement: str, scripts: Sequence[ScriptRow], now: Collection[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Link scripts"))
        self.scripts = CheckList(self.tr("Scripts"))
        # Those that test it already come first, where they are seen.
        ordered = sorted(scripts, key=lambda one: one.id not in now)
        self.scripts.show_items([(_words(one), one.id) for one in ordered], ticked=now)
        self._sum = plain_label("", "soft")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        link = box.addButton(self.tr("Link"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(link)
        link.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._sum, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        title = self.tr("Which scripts test {0}?").format(requirement)
        column.addWidget(plain_label(title, "title", wrap=True))
        hint = self.tr("Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter links them.")
        column.addWidget(plain_label(hint, "soft"))
        column.addWidget(self.scripts, 1)
        column.addLayout(foot)
        self.resize(GRID * 84, GRID * 68)
        self.scripts.ticked.connect(self._count)
        self._count()
        self.scripts.list.setFocus()

    def accept(self) -> None:
        self.linked.emit(self.scripts.values())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _count(self) -> None:
        self._sum.setText(self.tr("%n script(s)", "", len(self.scripts.values())))


def _words(one: ScriptRow) -> str:
    parts = (f"{one.code}  {one.title}", one.area, labelled(one.status))
    return " · ".join(part for part in parts if part)
