"""What the window shows without a workspace: the ways to one, and those opened last."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from changedesk.store.access import is_team_database
from ui import window_actions
from ui.desk_context import Services
from ui.session import Session
from ui.theme.tokens import GRID
from ui.welcome.big_button import BigButton
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList

OFFERED = (
    window_actions.NEW,
    window_actions.OPEN,
    window_actions.SAMPLE,
    window_actions.RESTORE,
)


class WelcomePage(QWidget):
    """The ways in on the left, the workspaces opened last on the right."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._ways = QVBoxLayout()
        self._ways.setSpacing(GRID)
        self._offered = False
        self._holder = QWidget()
        self.recent = TwoLineList(services.theme, self.tr("Opened last"))
        self.recent.setProperty("look", "card")
        self.recent.chosen.connect(self._open)
        self._recent_title = plain_label(self.tr("Opened last"), "heading")
        self._drop = plain_label(self.tr("You can also drop a workspace here."), "small")
        title = plain_label("ChangeDesk", "figure")
        sentence = plain_label(
            self.tr("Impact, training, testing and adoption of one change, on one desk."),
            "soft",
            wrap=True,
        )
        left = QVBoxLayout()
        left.setSpacing(GRID)
        for widget in (title, sentence):
            left.addWidget(widget)
        left.addSpacing(GRID * 3)
        left.addLayout(self._ways)
        left.addSpacing(GRID)
        left.addWidget(self._drop)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self._recent_title)
        right.addWidget(self.recent, 1)
        self._arrange(left, right)

    def _arrange(self, left: QVBoxLayout, right: QVBoxLayout) -> None:
        columns = QHBoxLayout(self._holder)
        columns.setContentsMargins(GRID * 6, GRID * 8, GRID * 6, GRID * 6)
        columns.setSpacing(GRID * 8)
        columns.addLayout(left, 5)
        columns.addLayout(right, 6)
        self._columns = columns
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._holder, 20)
        row.addStretch(1)

    def refresh(self) -> None:
        """Show the workspaces that were opened last; those that are gone are left out."""
        self._offer()
        lines = []
        for address in self._services.settings.recent():
            team = is_team_database(address)
            path = Path(address)
            if team or path.is_file():
                name = address.rsplit("/", 1)[-1] if team else path.stem
                where = address if team else str(path.parent)
                lines.append(Line(name, where, address, "open"))
        self.recent.show_lines(lines)
        for widget in (self.recent, self._recent_title):
            widget.setVisible(bool(lines))
        self._holder.setMaximumWidth(GRID * (128 if lines else 72))
        self._columns.setStretch(1, 6 if lines else 0)
        if lines:
            self.recent.setCurrentIndex(self.recent.entries.index(0, 0))

    def _offer(self) -> None:
        # The actions are declared after this page is made, so the buttons come with the first look.
        if self._offered:
            return
        self._offered = True
        words = (
            self.tr("Start with an empty desk and one project"),
            self.tr("Go on where you or a colleague stopped"),
            self.tr("An 85-agent team moves to a new CRM: look around and try everything"),
            self.tr("Every workspace is backed up while you work"),
        )
        for spec, sentence in zip(OFFERED, words, strict=True):
            action = self._services.actions.action(spec.id)
            button = BigButton(self._services.theme, action, spec.icon, sentence)
            self._ways.addWidget(button)

    def _open(self, address: str) -> None:
        self._session.open(address)
