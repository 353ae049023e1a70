"""The pictures of a result as a row of thumbnails; one opens large with a click or Enter."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QPushButton,
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
from ui.widgets.text import plain_label, plain_tip

CORNER = GRID * 3


@dataclass(frozen=True)
class Thumb:
    """A thumbnail; `content` is empty while its picture is still being kept, under `number`."""

    image: QImage
    name: str
    content: str = ""
    number: int = 0


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
    """One thumbnail: Enter or a click opens it, E or a click on the pen in its corner edits it."""

    edit_wanted = Signal()

    def __init__(self, theme: Theme, thumb: Thumb, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.thumb = thumb
        self._picture = QPixmap.fromImage(thumb.image)
        self.setAccessibleName(self.tr("Picture {0}").format(thumb.name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(THUMB)
        self.setToolTip(plain_tip(self.tr("Enter opens it, E crops or blurs it")))

    @property
    def corner(self) -> QRect:
        """Return where the pen is."""
        return QRect(self.width() - CORNER, 0, CORNER, CORNER)

    def sizeHint(self) -> QSize:
        return THUMB

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.corner.contains(event.position().toPoint()):
            self.edit_wanted.emit()
        else:
            super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

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
        if self.hasFocus() or self.underMouse():
            painter.fillRect(self.corner, self._theme.color("raised"))
            self._theme.icon("edit", "text").paint(painter, self.corner.adjusted(4, 4, -4, -4))
        role = "focus" if self.hasFocus() or self.underMouse() else "line_strong"
        painter.setPen(QPen(self._theme.color(role), 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class ThumbRow(QWidget):
    """A row of thumbnails; it takes no room while it is empty. Signals carry a Thumb."""

    opened = Signal(object)
    edited = Signal(object)

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
            button.edit_wanted.connect(self._edit)
            self._row.insertWidget(place, button)
        self.setVisible(bool(thumbs))

    def thumbs(self) -> tuple[Thumb, ...]:
        """Return what is shown."""
        return self._thumbs

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, ThumbButton) and button.thumb.content:
            self.opened.emit(button.thumb)

    def _edit(self) -> None:
        button = self.sender()
        if isinstance(button, ThumbButton):
            self.edited.emit(button.thumb)

    def edit_one(self) -> bool:
        """Ask for the editor, for the thumbnail that has the focus or the last one.

        False when there is none.
        """
        if not self._thumbs:
            return False
        at_hand = self.focusWidget()
        if isinstance(at_hand, ThumbButton) and at_hand.hasFocus():
            self.edited.emit(at_hand.thumb)
        else:
            self.edited.emit(self._thumbs[-1])
        return True


class PictureDialog(QDialog):
    """A kept picture as large as fits; E wants it edited, Escape closes it."""

    edit_wanted = Signal()

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
        self.edit = QPushButton(self.tr("Crop or blur…  E"))
        self.edit.setAutoDefault(False)
        self.edit.clicked.connect(self._edit)
        QShortcut(QKeySequence("E"), self).activated.connect(self._edit)
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID, GRID, GRID, GRID)
        foot.addStretch(1)
        foot.addWidget(self.edit)
        column.addLayout(foot)
        room = parent.window().size() * 0.9
        shown = image
        if image.width() > room.width() or image.height() > room.height():
            shown = image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        label.setPixmap(QPixmap.fromImage(shown))
        self.resize(shown.size() + QSize(GRID, GRID * 7))

    def _edit(self) -> None:
        self.edit_wanted.emit()
        self.accept()
