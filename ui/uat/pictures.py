"""The pictures of a result as a row of thumbnails; one opens large with a click or Enter."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from ui.jobs import Progress
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.picture_data import THUMB, decode, thumbnail
from ui.widgets.text import plain_label


@dataclass(frozen=True)
class Thumb:
    """A thumbnail; `content` is empty while its picture is still being kept."""

    image: QImage
    name: str
    content: str = ""


@dataclass(frozen=True)
class ThumbRequest:
    """Work for a worker: the thumbnails of some results."""

    workspace: Workspace
    results: tuple[int, ...]

    def __call__(self, progress: Progress) -> tuple[tuple[int, ...], tuple[Thumb, ...]]:
        found = []
        for row in queries.pictures(self.workspace, self.results):
            progress.check()
            image = decode(self.workspace.content(row.content))
            if image is not None:
                found.append(Thumb(thumbnail(image), row.name, row.content))
        return self.results, tuple(found)


class ThumbButton(QAbstractButton):
    """One thumbnail."""

    def __init__(self, theme: Theme, thumb: Thumb, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.thumb = thumb
        self._picture = QPixmap.fromImage(thumb.image)
        self.setAccessibleName(self.tr("Picture {0}").format(thumb.name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(THUMB)

    def sizeHint(self) -> QSize:
        return THUMB

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.color("quiet_fill"))
        size = QSize(self._picture.size())
        size.scale(THUMB, Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2,
            size.width(), size.height(),
        )  # fmt: skip
        if not self.thumb.content:
            painter.setOpacity(0.5)
        painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))
        painter.setOpacity(1.0)
        role = "focus" if self.hasFocus() or self.underMouse() else "line_strong"
        painter.setPen(QPen(self._theme.color(role), 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class ThumbRow(QWidget):
    """A row of thumbnails; it takes no room while it is empty."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbs: tuple[Thumb, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_thumbs(self, thumbs: tuple[Thumb, ...]) -> None:
        """Show these thumbnails in place of those before."""
        if thumbs == self._thumbs:
            return
        self._thumbs = thumbs
        while self._row.count() > 1:
            gone = self._row.takeAt(0).widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for place, thumb in enumerate(thumbs):
            button = ThumbButton(self._theme, thumb, self)
            button.clicked.connect(self._open)
            self._row.insertWidget(place, button)
        self.setVisible(bool(thumbs))

    def thumbs(self) -> tuple[Thumb, ...]:
        """Return what is shown."""
        return self._thumbs

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, ThumbButton) and button.thumb.content:
            self.opened.emit(button.thumb)


class PictureDialog(QDialog):
    """A kept picture as large as fits; Escape closes it."""

    def __init__(self, image: QImage, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        label = plain_label()
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(name)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        room = parent.window().size() * 0.9
        shown = image
        if image.width() > room.width() or image.height() > room.height():
            shown = image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        label.setPixmap(QPixmap.fromImage(shown))
        self.resize(shown.size() + QSize(GRID, GRID))
