"""The comments, each with what its reader made of it: sorted by keys, without the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from changedesk.survey.codebook import NEGATIVE, NEUTRAL, POSITIVE, Code
from changedesk.survey.comments import Comment
from ui.survey.figure_list import ROW_ROLE, FigureDelegate, FigureList, Index
from ui.survey.figure_sheet import Sheet
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

CODE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
MOOD_KEYS = {"+": POSITIVE, "=": NEUTRAL, "-": NEGATIVE}
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_PAD = GRID * 3 // 2


@dataclass(frozen=True)
class CommentRow:
    """A comment as a reader sees it: the keys and names of the subjects he gave it, its mood."""

    comment: Comment
    codes: tuple[str, ...]
    mood: str

    @property
    def made_of_it(self) -> str:
        """Return in words what the reader made of it."""
        parts = [*self.codes]
        if self.mood:
            parts.append(mood_words(self.mood))
        if self.comment.released:
            parts.append(QCoreApplication.translate("Comments", "✔ may be quoted"))
        return "  ·  ".join(parts)


def mood_words(mood: str) -> str:
    """Return glyph and word of a mood."""
    told = {
        POSITIVE: QCoreApplication.translate("Comments", "+ positive"),
        NEUTRAL: QCoreApplication.translate("Comments", "= neutral"),
        NEGATIVE: QCoreApplication.translate("Comments", "− negative"),
    }
    return told.get(mood, mood)


def key_of(place: int) -> str:
    """Return the key of a subject by its place in the codebook; empty past the last key."""
    return CODE_KEYS[place] if place < len(CODE_KEYS) else ""


def rows_of(found: Sequence[Comment], codes: Sequence[Code], reader: str) -> list[CommentRow]:
    """Return comments as one reader sees them: what another one made of them is not told."""
    names = {code.id: f"{key_of(place)} {code.name}".strip() for place, code in enumerate(codes)}
    return [
        CommentRow(
            one,
            tuple(names[key] for key in names if key in one.codes.get(reader, ())),
            one.sentiment.get(reader, ""),
        )
        for one in found
    ]


class CommentDelegate(FigureDelegate):
    """The words as they were written, and below them what the reader made of them."""

    def sizeHint(self, option: Any, index: Index) -> QSize:
        row: CommentRow = index.data(ROW_ROLE)
        viewport = self.viewport_width()
        small = QFontMetrics(self.theme.font("small")).height() if row.made_of_it else 0
        return QSize(0, self._words_height(row, viewport) + small + 2 * _PAD)

    def viewport_width(self) -> int:
        """Return the width that there is for a row."""
        owner = self.parent()
        assert isinstance(owner, QListView)
        return owner.viewport().width()

    def _words_height(self, row: CommentRow, width: int) -> int:
        room = QRect(0, 0, max(GRID * 10, width - self.INSET - GRID * 2), 10_000)
        metrics = QFontMetrics(self.theme.font())
        return metrics.boundingRect(room, _WRAPPED, row.comment.text).height()

    def paint_row(self, painter: QPainter, room: QRect, row: CommentRow, *, here: bool) -> None:
        top = room.adjusted(0, _PAD, 0, -_PAD)
        painter.setFont(self.theme.font())
        painter.setPen(self.theme.color("on_selection" if here else "text"))
        painter.drawText(top, _WRAPPED, row.comment.text)
        if row.made_of_it:
            height = QFontMetrics(self.theme.font("small")).height()
            below = QRect(top.left(), top.bottom() - height + 1, top.width(), height)
            self.write(painter, below, row.made_of_it, here=here, role="info_ink", size="small",
                       bold=True)  # fmt: skip


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class CommentList(FigureList):
    """`coded` carries the place of a subject, `felt` a mood; `released` is the tick for quotes."""

    coded = Signal(int)
    felt = Signal(str)
    released = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, _delegate, parent)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_comments(self, rows: Sequence[CommentRow]) -> None:
        """Show comments as their reader sees them; the one at hand stays at hand."""
        told = [
            f"{row.comment.text}. {row.made_of_it}" if row.made_of_it else row.comment.text
            for row in rows
        ]
        titles = (
            QCoreApplication.translate("Comments", "Comment"),
            QCoreApplication.translate("Comments", "Subjects"),
            QCoreApplication.translate("Comments", "Mood"),
            QCoreApplication.translate("Comments", "May be quoted"),
        )
        lines = tuple(
            (row.comment.text, ", ".join(row.codes), row.mood, "✔" if row.comment.released else "")
            for row in rows
        )
        self.show_rows(rows, told, Sheet(titles, lines))

    def comment(self) -> Comment | None:
        """Return the comment at hand."""
        index = self.currentIndex()
        return self.lines.rows[index.row()].comment if index.isValid() else None

    def go_on(self) -> None:
        """Go to the next comment."""
        place = self.currentIndex().row() + 1
        if place < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().lower()
        plain = not event.modifiers() & ~_HELD
        if event.matches(QKeySequence.StandardKey.Copy) or not plain or not letter.strip(" "):
            if plain and event.key() == Qt.Key.Key_Space:
                self.released.emit()
            else:
                super().keyPressEvent(event)
        elif letter in MOOD_KEYS:
            self.felt.emit(MOOD_KEYS[letter])
        elif letter in CODE_KEYS:
            self.coded.emit(CODE_KEYS.index(letter))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _delegate(theme: Theme, parent: QObject) -> FigureDelegate:
    return CommentDelegate(theme, parent)
