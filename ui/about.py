"""What this program is: its version, whose work it is, and where it keeps what on this machine."""

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk import __version__
from changedesk.store.installation import home
from changedesk.store.workspace import Workspace
from ui.crash import diagnostics, logs_folder
from ui.theme.tokens import GRID
from ui.widgets.text import PlainEdit, plain_label

# Where an installed program has its papers: beside it, or beside the folder that it lies in.
_PAPERS = ("papers", "../papers")
NOTICE = "NOTICE.txt"


@dataclass(frozen=True)
class Places:
    """Where things are; empty where there is nothing."""

    workspace: str
    backups: str
    data: str
    logs: str
    program: str


def places_of(workspace: Workspace | None) -> Places:
    """Return where the open workspace, its backups, and this installation's own data are."""
    address = workspace.address if workspace is not None else ""
    in_file = workspace is not None and workspace.path is not None
    return Places(
        address,
        str(workspace.backup_folder) if workspace is not None and in_file else "",
        str(home()),
        str(logs_folder()),
        str(Path(sys.executable).resolve().parent),
    )


def notice_file(program: Path | None = None) -> Path | None:
    """Return the notice of all licences, which an installed program has beside it, or None."""
    folder = program or Path(sys.executable).resolve().parent
    for papers in _PAPERS:
        path = (folder / papers / NOTICE).resolve()
        if path.is_file():
            return path
    return None


class AboutDialog(QDialog):
    """Version, licences and places; opened with `open()`, it goes when it is closed."""

    def __init__(
        self, places: Places, notice: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ChangeDesk"))
        self._notice = notice
        self._data = places.data
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(plain_label(self.tr("ChangeDesk {0}").format(__version__), "title"))
        column.addWidget(plain_label(self._what_it_is(), "soft", wrap=True))
        column.addLayout(self._form(places))
        column.addWidget(plain_label(self.tr("Licences"), "heading"))
        self.licences = PlainEdit()
        self.licences.setPlainText(self._licences())
        self.licences.setReadOnly(True)
        self.licences.setProperty("look", "card")
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setMinimumHeight(GRID * 16)
        column.addWidget(self.licences, 1)
        column.addWidget(self._buttons())
        self.resize(GRID * 88, GRID * 64)

    def _what_it_is(self) -> str:
        return self.tr(
            "The desk of a project manager who changes how a customer-service operation works. "
            "It makes no connection to any network by itself."
        )

    def _form(self, places: Places) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        for label, text in (
            (self.tr("Workspace"), places.workspace or self.tr("none is open")),
            (self.tr("Its backups"), places.backups),
            (self.tr("Settings and memory"), places.data),
            (self.tr("Logs"), places.logs),
            (self.tr("Program"), places.program),
            (self.tr("Made with"), f"Python {platform.python_version()}, Qt {qVersion()}"),
        ):
            if text:
                form.addRow(
                    plain_label(label, "soft"), plain_label(text, wrap=True, selectable=True)
                )
        return form

    def _licences(self) -> str:
        if self._notice is not None:
            return self._notice.read_text("utf-8")
        return self.tr(
            "ChangeDesk is free software under the MIT licence. Qt and Qt for Python are used "
            "under the GNU Lesser General Public Licence, version 3. This copy runs from Python "
            "packages: the licence of each library lies in its package."
        )

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.copy_button = QPushButton(self.tr("Copy diagnostics"))
        self.data_button = QPushButton(self.tr("Open the data folder"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.data_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        self.copy_button.clicked.connect(self._copy)
        self.data_button.clicked.connect(self._open_data)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics())

    def _open_data(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._data))
