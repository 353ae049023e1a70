"""Lists the backups of this installation, newest first, and puts one back under a name."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from changedesk.store.backup import Backup, list_backups
from changedesk.store.installation import home
from ui.desk_context import Services
from ui.jobs import Progress
from ui.records.values import day_text, now_ms
from ui.session import Session
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList


def every_backup() -> list[Backup]:
    """Return the backups of every workspace of this installation, newest first."""
    folder = home() / "backups"
    folders = [entry for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    found = [backup for entry in folders for backup in list_backups(entry)]
    return sorted(found, key=_when, reverse=True)


def _when(backup: Backup) -> int:
    return backup.made_ms


class RestoreDialog(QDialog):
    """Opened with `open()`; the workspace at hand is left alone unless the same name is chosen."""

    def __init__(self, services: Services, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self.setWindowTitle(self.tr("Restore from a backup"))
        self.list = TwoLineList(services.theme, self.tr("Backups"))
        self.list.setProperty("look", "card")
        self.list.chosen.connect(self._take)
        self.hint = plain_label(
            self.tr("A backup is put back as a file of its own; nothing is overwritten."),
            "soft",
            wrap=True,
        )
        buttons = QDialogButtonBox()
        self.restore = QPushButton(self.tr("Restore…"))
        self.restore.setProperty("look", "primary")
        self.restore.setEnabled(False)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take_current)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(plain_label(self.tr("Which state do you want back?"), "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(buttons)
        self.resize(GRID * 72, GRID * 60)
        services.jobs.run(_find, self._show)

    def _show(self, found: list[tuple[Backup, int]]) -> None:
        lines = [
            Line(
                backup.path.stem.rsplit("-", 1)[0],
                day_text(backup.made_ms, now_ms()),
                backup.path,
                "backup",
                QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat),
            )
            for backup, size in found
        ]
        self.list.show_lines(lines)
        self.restore.setEnabled(bool(lines))
        if lines:
            self.list.setCurrentIndex(self.list.entries.index(0, 0))
        else:
            self.hint.setText(
                self.tr("There are no backups on this computer yet. They are made while you work.")
            )

    def _take_current(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._take(self.list.entries.lines[index.row()].value)

    def _take(self, backup: Path) -> None:
        self._backup = backup
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        proposed = Path(QStandardPaths.writableLocation(documents)) / backup.name
        self._services.prompts.save_file(
            self,
            self.tr("Put it back as"),
            str(proposed),
            self.tr("ChangeDesk workspaces (*.changedesk)"),
            self._put_back,
        )

    def _put_back(self, target: Path) -> None:
        self._session.restore(self._backup, target)
        self.accept()


def _find(_progress: Progress) -> list[tuple[Backup, int]]:
    return [(backup, backup.path.stat().st_size) for backup in every_backup()]
