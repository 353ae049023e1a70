"""A field to draw a signature in, with mouse, pen or finger."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme.paper import INK
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

_SCALE = 2
_INK = 2.2


class SignaturePad(QWidget):
    """`drawn` tells that a stroke was added, or all of them were taken out."""

    drawn = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strokes: list[QPolygonF] = []
        self.setAccessibleName(self.tr("Drawn signature"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumHeight(GRID * 12)

    @property
    def empty(self) -> bool:
        """Tell whether nothing is drawn."""
        return not self._strokes

    def clear(self) -> None:
        """Take everything out."""
        self._strokes.clear()
        self.update()
        self.drawn.emit()

    def png(self) -> bytes:
        """Return what is drawn as a picture, dark on nothing; no bytes where nothing is drawn."""
        if self.empty:
            return b""
        image = QImage(self.size() * _SCALE, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(_SCALE, _SCALE)
        self._draw(painter, INK)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(data.data())

    def sizeHint(self) -> QSize:
        return QSize(GRID * 56, GRID * 14)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._strokes.append(QPolygonF([event.position()]))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes:
            self._strokes[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self.drawn.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line")))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        base = self.height() - GRID * 3
        painter.drawLine(GRID * 2, base, self.width() - GRID * 2, base)
        if self.empty:
            painter.setPen(self._theme.color("text_faint"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Draw here, or leave it empty")
            )
        self._draw(painter, self._theme.color("text"))

    def _draw(self, painter: QPainter, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, _INK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for stroke in self._strokes:
            if stroke.size() == 1:
                painter.drawPoint(QPointF(stroke.at(0)))
            else:
                painter.drawPolyline(stroke)
