"""The one question before a document of a cycle: for whom, with which pictures, for which tool."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import QT_TRANSLATE_NOOP
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

_VALUE = int(Qt.ItemDataRole.UserRole)
TOOLS = (
    ("testrail-csv", QT_TRANSLATE_NOOP("ToolDialog", "Scripts for TestRail")),
    ("xray-csv", QT_TRANSLATE_NOOP("ToolDialog", "Scripts for Xray")),
    ("xray-results", QT_TRANSLATE_NOOP("ToolDialog", "Results for Xray")),
    ("zephyr-xlsx", QT_TRANSLATE_NOOP("ToolDialog", "Scripts for Zephyr Scale")),
    ("testlink-xml", QT_TRANSLATE_NOOP("ToolDialog", "Scripts for TestLink")),
    ("azure-csv", QT_TRANSLATE_NOOP("ToolDialog", "Scripts for Azure Test Plans")),
    ("jira-csv", QT_TRANSLATE_NOOP("ToolDialog", "Defects for Jira")),
)


@dataclass(frozen=True)
class Choices:
    """What there is to choose from: testers by key and name, and how many pictures there are."""

    testers: tuple[tuple[int, str], ...] = ()
    pictures: int = 0


@dataclass(frozen=True)
class Options:
    """What was chosen: one tester by key and name (None: all), and whether pictures go in."""

    tester: int | None = None
    name: str = ""
    pictures: bool = False


class DocumentDialog(QDialog):
    """`chosen` carries Options."""

    chosen = Signal(object)

    def __init__(self, title: str, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.testers = QComboBox()
        self.testers.setAccessibleName(self.tr("For whom"))
        self.testers.addItem(self.tr("All testers"), None)
        for key, name in choices.testers:
            self.testers.addItem(name, key)
        self.pictures = QCheckBox(
            self.tr("With small pictures of the evidence (%n kept)", "", choices.pictures)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(title, "title", wrap=True))
        if choices.testers:
            form = QFormLayout()
            form.setHorizontalSpacing(GRID * 2)
            form.addRow(plain_label(self.tr("For"), "soft"), self.testers)
            column.addLayout(form)
        else:
            self.testers.setParent(self)
            self.testers.hide()
        column.addWidget(self.pictures)
        self.pictures.setVisible(bool(choices.pictures))
        column.addStretch(1)
        column.addWidget(_buttons(self))
        self.setMinimumWidth(GRID * 52)
        (self.testers if choices.testers else self.pictures).setFocus()

    def accept(self) -> None:
        tester = self.testers.currentData()
        name = self.testers.currentText() if tester is not None else ""
        self.chosen.emit(Options(tester, name, self.pictures.isChecked()))
        super().accept()


class ToolDialog(QDialog):
    """Which tool a file is for. `chosen` carries the name of the document and its words."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("File for another tool"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What it is for"))
        self.list.setSpacing(GRID // 2)
        for name, words in TOOLS:
            item = QListWidgetItem(QCoreApplication.translate("ToolDialog", words))
            item.setData(_VALUE, name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("File for another tool"), "title", wrap=True))
        told = self.tr("What came from a tool goes back to it with the ids that it has there.")
        column.addWidget(plain_label(told, "soft", wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(_buttons(self))
        self.resize(GRID * 56, GRID * 46)
        self.list.setFocus()

    def accept(self) -> None:
        if not self.isVisible():
            return
        item = self.list.currentItem()
        self.chosen.emit((item.data(_VALUE), item.text()))
        super().accept()


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    words = QCoreApplication.translate("DocumentDialog", "Save as…")
    save = box.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    make_primary(save)
    save.setDefault(True)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
