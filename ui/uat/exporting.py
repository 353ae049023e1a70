"""Hands over a cycle: its workbook and its certificate, made by a worker, then offered to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.store.workspace import Workspace
from changedesk.uat.queries import CycleRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

Export = Callable[[Workspace, int, Path, Progress], object]


class CycleExporter(QObject):
    """Asks where to, writes off the GUI thread with progress, then says where it is."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def workbook(self, cycle: CycleRow) -> None:
        """Make the UAT workbook of a cycle."""
        name = self.tr("UAT workbook {0}.xlsx").format(cycle.code)
        self._ask(cycle, name, self.tr("Excel workbooks (*.xlsx)"), _workbook)

    def certificate(self, cycle: CycleRow) -> None:
        """Make the certificate of a cycle that the supervisor signs."""
        name = self.tr("UAT certificate {0}.docx").format(cycle.code)
        self._ask(cycle, name, self.tr("Word documents (*.docx)"), _certificate)

    def _ask(self, cycle: CycleRow, name: str, pattern: str, export: Export) -> None:
        folder = self._context.settings.text("export/folder")
        proposed = str(Path(folder) / name) if folder and Path(folder).is_dir() else name
        title = self.tr("Save {0}").format(name)

        def chosen(path: Path) -> None:
            self._write(cycle, path, export)

        self._context.prompts.save_file(self._page, title, proposed, pattern, chosen)

    def _write(self, cycle: CycleRow, path: Path, export: Export) -> None:
        self._context.settings.remember("export/folder", str(path.parent))
        workspace = self._context.workspace

        def work(progress: Progress) -> Path:
            export(workspace, cycle.id, path, progress)
            return path

        title = self.tr("Writing {0}").format(path.name)
        self._context.jobs.run(work, self._written, None, title)

    def _written(self, path: Path) -> None:
        ExportDone(path, self._page).open()


class ExportDone(QDialog):
    """Says where a file was written, and opens it or its folder."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path = path
        self.setWindowTitle(self.tr("Written"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(
            plain_label(self.tr("✔ {0} is written.").format(path.name), "heading", wrap=True)
        )
        column.addWidget(plain_label(str(path.parent), "soft", wrap=True, selectable=True))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        show = box.addButton(self.tr("Show in folder"), QDialogButtonBox.ButtonRole.ActionRole)
        start = box.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(start)
        start.setDefault(True)
        show.clicked.connect(self._show_folder)
        start.clicked.connect(self._open)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.setMinimumWidth(GRID * 52)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
        self.accept()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
        self.accept()


def _workbook(workspace: Workspace, cycle: int, path: Path, progress: Progress) -> object:
    from changedesk.uat.workbook import export_uat_workbook  # noqa: PLC0415 - loads openpyxl

    return export_uat_workbook(workspace, cycle, path, progress)


def _certificate(workspace: Workspace, cycle: int, path: Path, progress: Progress) -> object:
    from changedesk.uat.document import export_uat_signoff  # noqa: PLC0415 - loads python-docx

    return export_uat_signoff(workspace, cycle, path, progress)
