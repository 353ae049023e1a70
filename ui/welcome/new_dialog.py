"""Asks what a new workspace needs: its name, its folder, the first project and who works."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.errors import UserError
from changedesk.store.new_files import refuse_place
from ui.desk_context import Services
from ui.session import SUFFIX, Session
from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

LONGEST = 80
FORBIDDEN = '<>:"/\\|?*'


class NewWorkspaceDialog(QDialog):
    """Opened with `open()`; on "Create" it makes the workspace and opens it."""

    def __init__(self, services: Services, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self.setWindowTitle(self.tr("New workspace"))
        self.project = self._line(self.tr("Project"), self.tr("Move support to the new CRM"))
        self.name = self._line(self.tr("File name"), self.tr("Support move"))
        self.person = self._line(self.tr("Your name"), "")
        self.person.setText(session.actor)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = self._line(self.tr("Folder"), "")
        self.folder.setText(
            services.settings.text("folder") or QStandardPaths.writableLocation(documents)
        )
        self._named_by_hand = False
        self._arrange()
        for line in (self.project, self.name, self.person, self.folder):
            line.textChanged.connect(self._check)
        self.project.textEdited.connect(self._propose)
        self.name.textEdited.connect(self._keep_name)
        self._check()

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        keep_on_one_line(line)
        line.setPlaceholderText(example)
        line.setAccessibleName(name)
        line.setMinimumWidth(GRID * 44)
        return line

    def _arrange(self) -> None:
        browse = QPushButton(self.tr("Choose…"))
        browse.setAccessibleName(self.tr("Choose the folder"))
        browse.setAutoDefault(False)  # Enter makes the workspace, wherever the cursor is
        browse.clicked.connect(self._browse)
        where = QHBoxLayout()
        where.setSpacing(GRID)
        where.addWidget(self.folder, 1)
        where.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(plain_label(self.tr("Project")), self.project)
        form.addRow(plain_label(self.tr("File name")), self.name)
        form.addRow(plain_label(self.tr("Folder")), where)
        form.addRow(plain_label(self.tr("Your name")), self.person)
        self.hint = plain_label("", "small", wrap=True)
        buttons = QDialogButtonBox()
        self.go = QPushButton(self.tr("Create"))
        self.go.setProperty("look", "primary")
        self.go.setDefault(True)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("A new desk for a change"), "heading"))
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addStretch(1)
        column.addWidget(buttons)

    @property
    def path(self) -> Path:
        """Return the file that will be made."""
        name = self.name.text().strip()
        stem = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
        return Path(os.path.expanduser(self.folder.text().strip())) / stem  # noqa: PTH111 - never raises

    def _propose(self, project: str) -> None:
        if not self._named_by_hand:
            self.name.setText("".join(c for c in project if c not in FORBIDDEN)[:LONGEST].strip())

    def _keep_name(self) -> None:
        self._named_by_hand = True

    def _check(self) -> None:
        why = self._why_not()
        self.go.setEnabled(not why)
        self.hint.setText(why or self.tr("Everything is kept in one file: {0}").format(self.path))

    def _why_not(self) -> str:
        if not self.project.text().strip():
            return self.tr("Name the project: it is what scripts, cycles and defects belong to.")
        if not self.name.text().strip() or any(c in FORBIDDEN for c in self.name.text()):
            return self.tr("Give the file a name without any of {0}").format(" ".join(FORBIDDEN))
        try:
            return self._why_not_there()
        except OSError:
            return self.tr("This name is too long for a file: choose a shorter one.")

    def _why_not_there(self) -> str:
        folder = self.path.parent
        if not folder.is_absolute():
            return self.tr("Choose the folder that the file is kept in.")
        if not folder.exists():
            return self.tr("There is no folder {0}: choose another one, or make it first.").format(
                folder
            )
        if not folder.is_dir():
            return self.tr("{0} is a file, not a folder: choose a folder.").format(folder)
        if self.path.exists():
            return self.tr("There is a file named {0} already: choose another name.").format(
                self.path.name
            )
        return ""

    def _browse(self) -> None:
        self._services.prompts.folder(self, self.tr("Choose the folder"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.folder.setText(str(folder))

    def _make(self) -> None:
        try:
            refuse_place(self.path)
        except UserError as error:
            self.go.setEnabled(False)
            self.hint.setText(str(error))
            return
        self._services.settings.remember("folder", self.folder.text())
        self._session.set_actor(self.person.text())
        self._session.create(self.path, self.project.text().strip())
        self.accept()
