"""The dialog that says that the program was wrong, that the work is safe, and what to do."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.theme.tokens import GRID
from ui.widgets.text import PlainEdit, plain_label


class BugDialog(QDialog):
    """Shows details that can be copied; opened with `open()`, it goes when it is closed."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in ChangeDesk"))
        self._details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(plain_label(self.tr("Something went wrong in ChangeDesk"), "heading"))
        column.addWidget(
            plain_label(
                self.tr(
                    "This is our mistake, not yours. Your work is safe: every change was saved "
                    "when you made it. Go on, and send the details below to whoever looks after "
                    "ChangeDesk for you."
                ),
                wrap=True,
            )
        )
        self.text = PlainEdit()
        self.text.setPlainText(details)
        self.text.setReadOnly(True)
        self.text.setProperty("look", "card")
        self.text.setAccessibleName(self.tr("Details"))
        self.text.setMinimumHeight(GRID * 24)
        column.addWidget(self.text, 1)
        buttons = QDialogButtonBox()
        self.copy_button = QPushButton(self.tr("Copy the details"))
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.setProperty("look", "primary")
        self.go_on.setDefault(True)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        self.copy_button.clicked.connect(self._copy)
        column.addWidget(buttons)
        self.resize(GRID * 84, GRID * 56)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
