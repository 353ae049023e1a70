"""A picture over which frames are drawn: what is cropped to it, what is made unrecognisable."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from changedesk.uat.picture_edit import Box, Edits, unrecognisable
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

CROP, BLUR = "crop", "blur"
LEAST = 4
STEPS = 40
LARGEST = 2.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PictureCanvas(QWidget):
    """Drag a frame; or arrows move one, Shift with arrows sizes it, Space takes it.

    What is blurred is shown exactly as it will be kept. `changed` is emitted after each edit.
    """

    changed = Signal()

    def __init__(self, theme: Theme, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = image.convertToFormat(QImage.Format.Format_RGBA8888)
        self._shown = self._image
        self._states = [Edits()]
        self._frame: QRect | None = None
        self._anchor: QPoint | None = None
        self.mode = BLUR
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(GRID * 40, GRID * 25)

    def sizeHint(self) -> QSize:
        return self._image.size()

    @property
    def edits(self) -> Edits:
        """Return what was done so far."""
        return self._states[-1]

    @property
    def can_undo(self) -> bool:
        """Tell whether there is an edit to take back."""
        return len(self._states) > 1

    def choose(self, mode: str) -> None:
        """Choose what the next frame does: CROP or BLUR."""
        self.mode = mode
        self.update()

    def undo(self) -> None:
        """Take the last edit back."""
        if self.can_undo:
            self._states.pop()
            self._draw_anew()

    def apply(self) -> None:
        """Do what the mode says with the frame."""
        frame, self._frame = self._frame, None
        if frame is None or frame.width() < LEAST or frame.height() < LEAST:
            self.update()
            return
        box = Box(frame.x(), frame.y(), frame.width(), frame.height())
        edits = self.edits
        if self.mode == CROP:
            self._states.append(replace(edits, crop=box))
        else:
            self._states.append(replace(edits, blurred=(*edits.blurred, box)))
        self._draw_anew()

    def _draw_anew(self) -> None:
        shown = self._image
        for box in self.edits.blurred:
            shown = blurred(shown, QRect(box.left, box.top, box.width, box.height))
        self._shown = shown
        self._frame = None
        self.update()
        self.changed.emit()

    # -- places -------------------------------------------------------------------------------

    @property
    def in_sight(self) -> QRect:
        """Return the part of the picture that is shown, in its points."""
        crop = self.edits.crop
        return QRect(crop.left, crop.top, crop.width, crop.height) if crop else self._image.rect()

    def place_of(self, point: QPoint) -> QPointF:
        """Return where on the canvas a point of the picture is."""
        seen, target = self.in_sight, self._target()
        scale = target.width() / seen.width()
        return target.topLeft() + QPointF(point.x() - seen.x(), point.y() - seen.y()) * scale

    def _target(self) -> QRectF:
        seen = self.in_sight
        scale = min(self.width() / seen.width(), self.height() / seen.height(), LARGEST)
        size = QSize(seen.size()).toSizeF() * scale
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(QPointF(left, top), size)

    def _point(self, place: QPointF) -> QPoint:
        seen, target = self.in_sight, self._target()
        scale = target.width() / seen.width()
        across = round((place.x() - target.x()) / scale)
        down = round((place.y() - target.y()) / scale)
        across, down = min(max(across, 0), seen.width()), min(max(down, 0), seen.height())
        return QPoint(seen.x() + across, seen.y() + down)

    # -- mouse and keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor = self._point(event.position())
            self._frame = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            self._frame = _between(self._anchor, self._point(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None and event.button() is Qt.MouseButton.LeftButton:
            self._frame = _between(self._anchor, self._point(event.position()))
            self._anchor = None
            self.apply()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            self._move_frame(*way, size=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Space:
            self.apply()
        else:
            super().keyPressEvent(event)

    def _move_frame(self, across: int, down: int, *, size: bool) -> None:
        seen = self.in_sight
        step = max(1, seen.width() // STEPS)
        frame = self._frame
        if frame is None:
            third = QSize(max(LEAST, seen.width() // 3), max(LEAST, seen.height() // 3))
            frame = QRect(QPoint(0, 0), third)
            frame.moveCenter(seen.center())
        elif size:
            frame = frame.adjusted(0, 0, across * step, down * step)
        else:
            frame = frame.translated(across * step, down * step)
        inside = frame.intersected(seen)
        if inside.width() >= LEAST and inside.height() >= LEAST:
            self._frame = inside
        self.update()

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.color("quiet_fill"))
        target = self._target()
        painter.drawImage(target, self._shown, QRectF(self.in_sight))
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.drawRect(target)
        if self._frame is not None:
            self._paint_frame(painter, target)
        painter.end()

    def _paint_frame(self, painter: QPainter, target: QRectF) -> None:
        assert self._frame is not None
        corner = self._frame.topLeft() + QPoint(self._frame.width(), self._frame.height())
        frame = QRectF(self.place_of(self._frame.topLeft()), self.place_of(corner))
        shade = QColor(0, 0, 0, 120)
        if self.mode == CROP:
            painter.save()
            painter.setClipRect(target)
            for beside in _around(target, frame):
                painter.fillRect(beside, shade)
            painter.restore()
        else:
            painter.fillRect(frame, shade)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRect(frame)


def blurred(image: QImage, part: QRect) -> QImage:
    """Return a picture (RGBA) of which a part is as it will be kept."""
    inside = part.intersected(image.rect())
    if inside.isEmpty():
        return image
    piece = image.copy(inside)
    points = unrecognisable(bytes(piece.constBits()), piece.width(), piece.height())
    drawn = QImage(
        points, piece.width(), piece.height(), piece.width() * 4, QImage.Format.Format_RGBA8888
    )
    whole = image.copy()
    painter = QPainter(whole)
    painter.drawImage(inside.topLeft(), drawn)
    painter.end()
    return whole


def _between(one: QPoint, other: QPoint) -> QRect:
    left, top = min(one.x(), other.x()), min(one.y(), other.y())
    return QRect(left, top, abs(one.x() - other.x()), abs(one.y() - other.y()))


def _around(whole: QRectF, hole: QRectF) -> tuple[QRectF, ...]:
    return (
        QRectF(whole.topLeft(), QPointF(whole.right(), hole.top())),
        QRectF(QPointF(whole.left(), hole.bottom()), whole.bottomRight()),
        QRectF(QPointF(whole.left(), hole.top()), hole.bottomLeft()),
        QRectF(hole.topRight(), QPointF(whole.right(), hole.bottom())),
    )
