"""The window of the kiosk: the whole screen, a head that says what is asked, one face at a time."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.survey.kiosk_faces import Face, GroupFace
from ui.survey.kiosk_look import SMALL, KioskLook, sized
from ui.survey.kiosk_questions import QuestionsFace
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.message_bar import MessageBar
from ui.widgets.text import ElidedLabel

AnyFace = Face | GroupFace | QuestionsFace


class KioskFrame(QWidget):
    """Lies over the whole screen and blocks every other window; `leaving` asks for the PIN."""

    leaving = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.look = KioskLook(theme)
        self._final = False
        self._clicked: object = None
        self.locked = False
        self.setWindowTitle(self.tr("ChangeDesk – {0}").format(title))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAutoFillBackground(True)
        self.bar = MessageBar(theme)
        self.stack = QStackedWidget()
        head = QFrame()
        head.setProperty("look", "status")
        name = ElidedLabel(title)
        sized(name, SMALL)
        leave = QPushButton(self.tr("Leave (Esc)…"))
        leave.setProperty("look", "quiet")
        leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        leave.clicked.connect(self.leaving)
        sized(leave, SMALL)
        self._row = QHBoxLayout(head)
        self._row.setContentsMargins(GRID * 3, GRID // 2, GRID * 3, GRID // 2)
        self._row.addWidget(name, 1)
        self._row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    @property
    def face(self) -> AnyFace:
        """Return the face that is shown."""
        face = self.stack.currentWidget()
        assert isinstance(face, Face | GroupFace | QuestionsFace)
        return face

    def turn_to(self, face: AnyFace) -> None:
        """Show a face and give it the keyboard."""
        self.bar.hide()
        self.stack.setCurrentWidget(face)
        if isinstance(face, Face):
            face.restyle()
        if not isinstance(face, QuestionsFace):
            face.begin()

    def close_for_good(self) -> None:
        """Go away: the PIN was right, or the program ends."""
        self._final = True
        self.close()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._clicked = self._in_sight()
        # The second half of a double click must not land on what the first half brought up.
        return event.type() == QEvent.Type.MouseButtonDblClick and (
            self._in_sight() != self._clicked
        )

    def _in_sight(self) -> object:
        face = self.face
        return (face, face.page_in_sight) if isinstance(face, QuestionsFace) else face

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        elif self.locked or (event.isAutoRepeat() and event.key() != Qt.Key.Key_Tab):
            event.accept()
        elif not self.face.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.look.fit(event.size()):
            self.look.dress(self)
            self.face.restyle()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._final:
            event.accept()
        else:
            event.ignore()
            self.leaving.emit()
