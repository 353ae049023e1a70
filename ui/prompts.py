"""Questions to the user: the only module that opens message boxes and file dialogs.

None of them blocks: each calls back with the answer, and not at all when it is dismissed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from ui.widgets.one_line import keep_on_one_line

Answered = Callable[[str], None]
Chosen = Callable[[Path], None]


class Prompts(Protocol):
    """What a page may ask. Texts are shown as they are, never as markup."""

    def tell(self, parent: QWidget, text: str, details: str) -> None:
        """Tell something that needs no answer."""

    def ask(self, parent: QWidget, text: str, details: str, yes: str, answered: Answered) -> None:
        """Ask once, plainly, before what cannot be undone; `answered` is called for yes only."""

    def text(self, parent: QWidget, title: str, label: str, value: str, answered: Answered) -> None:
        """Ask for a line of text."""

    def open_file(self, parent: QWidget, title: str, pattern: str, chosen: Chosen) -> None:
        """Ask which file to read; `pattern` such as "Workbooks (*.xlsx *.csv)"."""

    def save_file(
        self, parent: QWidget, title: str, proposed: str, pattern: str, chosen: Chosen
    ) -> None:
        """Ask where to write a file."""

    def folder(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        """Ask for a folder."""


class _Reply(QObject):
    """Belongs to one dialog and hands its answer on."""

    def __init__(self, dialog: QWidget, answered: Callable[[str], None]) -> None:
        super().__init__(dialog)
        self._answered = answered

    @Slot(str)
    def take(self, answer: str) -> None:
        self._answered(answer)

    @Slot()
    def take_yes(self) -> None:
        self._answered("yes")


class _Choice(_Reply):
    @Slot(str)
    def take(self, answer: str) -> None:
        if answer:
            super().take(answer)


class _Suffix(QObject):
    """Gives a file the ending of the format that was chosen for it."""

    def __init__(self, dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    @Slot(str)
    def follow(self, pattern: str) -> None:
        ending = pattern.rpartition("*.")[2].rstrip(")")
        self._dialog.setDefaultSuffix(ending)
        names = self._dialog.selectedFiles()
        if names:
            self._dialog.selectFile(Path(names[0]).with_suffix(f".{ending}").name)


class WindowPrompts(QObject):
    """The real ones."""

    def tell(self, parent: QWidget, text: str, details: str) -> None:
        """Open a plain box with one button."""
        box = QMessageBox(parent)
        box.setTextFormat(_plain())
        box.setText(text)
        box.setInformativeText(details)
        box.addButton(QMessageBox.StandardButton.Close)
        _open(box)

    def ask(self, parent: QWidget, text: str, details: str, yes: str, answered: Answered) -> None:
        """Open a plain question with the button `yes` and Cancel."""
        box = QMessageBox(parent)
        box.setTextFormat(_plain())
        box.setText(text)
        box.setInformativeText(details)
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        button.clicked.connect(_Reply(box, answered).take_yes)
        _open(box)

    def text(self, parent: QWidget, title: str, label: str, value: str, answered: Answered) -> None:
        """Open a dialog with one line."""
        dialog = QInputDialog(parent)
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(value)
        for line in dialog.findChildren(QLineEdit):
            keep_on_one_line(line)
        dialog.textValueSelected.connect(_Reply(dialog, answered).take)
        _open(dialog)

    def open_file(self, parent: QWidget, title: str, pattern: str, chosen: Chosen) -> None:
        """Open the system's dialog for an existing file."""
        dialog = QFileDialog(parent, title, "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._files(dialog, chosen)

    def save_file(
        self, parent: QWidget, title: str, proposed: str, pattern: str, chosen: Chosen
    ) -> None:
        """Open the system's dialog for a new file."""
        dialog = QFileDialog(parent, title, proposed, pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
        dialog.selectFile(proposed)
        dialog.filterSelected.connect(_Suffix(dialog).follow)
        self._files(dialog, chosen)

    def folder(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        """Open the system's dialog for a folder."""
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._files(dialog, chosen)

    def _files(self, dialog: QFileDialog, chosen: Chosen) -> None:
        def as_path(name: str) -> None:
            chosen(Path(name))

        dialog.fileSelected.connect(_Choice(dialog, as_path).take)
        _open(dialog)


class ScriptedPrompts:
    """For tests: answers what it was told to, in order, and keeps what was asked.

    An answer of None stands for a question that was dismissed.
    """

    def __init__(self, *answers: str | Path | None) -> None:
        self.answers: list[str | Path | None] = list(answers)
        self.asked: list[str] = []

    def tell(self, parent: QWidget, text: str, details: str) -> None:
        """Keep what was told."""
        self.asked.append(text)

    def ask(self, parent: QWidget, text: str, details: str, yes: str, answered: Answered) -> None:
        """Answer yes with any next answer but None."""
        self._reply(text, answered)

    def text(self, parent: QWidget, title: str, label: str, value: str, answered: Answered) -> None:
        """Answer with the next text."""
        self._reply(label, answered)

    def open_file(self, parent: QWidget, title: str, pattern: str, chosen: Chosen) -> None:
        """Answer with the next path."""
        self._path(title, chosen)

    def save_file(
        self, parent: QWidget, title: str, proposed: str, pattern: str, chosen: Chosen
    ) -> None:
        """Answer with the next path."""
        self._path(title, chosen)

    def folder(self, parent: QWidget, title: str, chosen: Chosen) -> None:
        """Answer with the next path."""
        self._path(title, chosen)

    def _reply(self, question: str, answered: Answered) -> None:
        self.asked.append(question)
        answer = self.answers.pop(0)
        if answer is not None:
            answered(str(answer))

    def _path(self, question: str, chosen: Chosen) -> None:
        self.asked.append(question)
        answer = self.answers.pop(0)
        if answer is not None:
            chosen(Path(answer))


def _plain() -> Qt.TextFormat:
    return Qt.TextFormat.PlainText


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
