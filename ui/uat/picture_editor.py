"""Crop a picture and make parts of it unrecognisable before it is kept, or in place of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.uat.picture_edit import Edits
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.picture_canvas import BLUR, CROP, PictureCanvas
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

SHARE = 0.92


class PictureEditor(QDialog):
    """C crops, B blurs, Ctrl+Z takes back, Enter keeps, Escape leaves all as it is.

    `kept` carries the Edits; `subject` is whatever whoever opened it has to know then. With
    `stored` it says what becomes of the picture that was kept already.
    """

    kept = Signal(object)

    def __init__(
        self, theme: Theme, image: QImage, name: str, parent: QWidget, *, stored: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Crop or blur {0}").format(name))
        self.subject: object = None
        self.canvas = PictureCanvas(theme, image)
        self.canvas.setAccessibleName(
            self.tr(
                "Picture. Arrows move a frame, Shift with arrows sizes it, Space crops or blurs it."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addLayout(self._tools())
        column.addWidget(self.canvas, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addWidget(plain_label(self._told(stored=stored), "soft", wrap=True), 1)
        foot.addWidget(self._buttons(), 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
        self.canvas.changed.connect(self._show)
        self.resize(parent.window().size() * SHARE)
        self.canvas.setFocus()
        self._show()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.blur = QPushButton(self.tr("Blur  B"))
        self.crop = QPushButton(self.tr("Crop  C"))
        self.back = QPushButton(self.tr("Take back  Ctrl+Z"))
        group = QButtonGroup(self)
        for button in (self.blur, self.crop):
            button.setCheckable(True)
            group.addButton(button)
        self.blur.setChecked(True)
        for button, keys, slot in (
            (self.blur, "B", self._choose_blur),
            (self.crop, "C", self._choose_crop),
            (self.back, "Ctrl+Z", self.canvas.undo),
        ):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
            row.addWidget(button)
        self.hint = plain_label("", "soft")
        row.addSpacing(GRID)
        row.addWidget(self.hint, 1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        leave = box.addButton(self.tr("Leave"), QDialogButtonBox.ButtonRole.RejectRole)
        self.keep = box.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.keep)
        leave.setAutoDefault(False)
        self.keep.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _told(self, *, stored: bool) -> str:
        if not stored:
            return self.tr("Enter keeps it, Escape drops it. Nothing has been kept so far.")
        return self.tr(
            "Enter keeps this in place of the picture, and removes the original from this "
            "workspace for good: undo does not bring it back. Backups and copies that were made "
            "before still hold it."
        )

    def _choose_crop(self) -> None:
        self.crop.setChecked(True)
        self.canvas.choose(CROP)
        self._show()

    def _choose_blur(self) -> None:
        self.blur.setChecked(True)
        self.canvas.choose(BLUR)
        self._show()

    def _show(self) -> None:
        crop = self.canvas.mode == CROP
        self.hint.setText(
            self.tr("Drag a frame around what is to stay.")
            if crop
            else self.tr("Drag a frame over what nobody may read.")
        )
        self.back.setEnabled(self.canvas.can_undo)
        if not self.canvas.hasFocus():
            self.canvas.setFocus()

    def accept(self) -> None:
        edits: Edits = self.canvas.edits
        self.kept.emit(edits)
        super().accept()
