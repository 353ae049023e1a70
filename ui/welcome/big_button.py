"""A wide button of the welcome page: an icon, what it does, and a sentence about it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID

ICON = 22


class BigButton(QPushButton):
    """Does an action; two lines of text, the second softer and wrapped."""

    def __init__(
        self,
        theme: Theme,
        action: QAction,
        icon: str,
        sentence: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._title = action.text().replace("&", "").rstrip("…")
        self._sentence = sentence
        self.setProperty("look", "card")
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(action.trigger)
        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        big, _ = self._metrics()
        return big.height() + self._sentence_rect(width).height() + GRID * 5 // 2

    def sizeHint(self) -> QSize:
        width = GRID * 44
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = GRID * 32
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # type: ignore[attr-defined]
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        big, _ = self._metrics()
        icon = self._theme.icon(self._icon_name, "accent")
        icon.paint(painter, QRect(GRID * 2, GRID * 5 // 4, ICON, ICON))
        left = GRID * 3 + ICON
        first = QRect(left, GRID * 5 // 4, self.width() - left - GRID * 2, big.height())
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text_soft"))
        below = self._sentence_rect(self.width())
        below.moveTop(first.bottom() + 1)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._sentence)
        painter.end()

    def _sentence_rect(self, width: int) -> QRect:
        left = GRID * 3 + ICON
        _, small = self._metrics()
        room = QRect(left, 0, max(GRID * 8, width - left - GRID * 2), GRID * 100)
        needed = small.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._sentence)
        return QRect(left, 0, room.width(), needed.height())

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font(bold=True)), QFontMetrics(self._theme.font("small"))
