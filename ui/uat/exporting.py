"""Hands over a cycle: every document of UAT, made by a worker, then offered to open."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.office.layout import WrittenFile
from changedesk.office.pdf import converter
from changedesk.people.queries import projects
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.queries import CycleRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.document_dialog import Choices, DocumentDialog, Options, ToolDialog
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

TOOL_ENDINGS = {
    "testrail-csv": "csv",
    "xray-csv": "csv",
    "xray-results": "json",
    "zephyr-xlsx": "xlsx",
    "testlink-xml": "xml",
    "azure-csv": "csv",
    "jira-csv": "csv",
}


@dataclass(frozen=True)
class Order:
    """One document to be made: which, of which cycle, and what is in it."""

    document: str
    title: str
    cycle: CycleRow
    ending: str = "docx"
    options: Options = field(default_factory=Options)


class CycleExporter(QObject):
    """Asks where to, writes off the GUI thread with progress, then says where it is.

    Before that it asks what only a person knows, in one dialog: for which of several testers, and
    whether pictures go in where there are some.
    """

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def workbook(self, cycle: CycleRow) -> None:
        """Make the UAT workbook of a cycle."""
        self._ask(Order("uat-workbook", self.tr("UAT workbook"), cycle, "xlsx"))

    def tester_workbook(self, cycle: CycleRow) -> None:
        """Make the UAT workbook of one tester."""
        self._offer(Order("uat-workbook", self.tr("UAT workbook"), cycle, "xlsx"), testers=True)

    def certificate(self, cycle: CycleRow) -> None:
        """Make the certificate of a cycle that the supervisor signs."""
        self._offer(Order("uat-signoff", self.tr("UAT certificate"), cycle), pictures=True)

    def run_sheets(self, cycle: CycleRow) -> None:
        """Make the run sheets of a cycle for paper, of all testers or of one."""
        self._offer(Order("uat-runsheet", self.tr("Run sheets"), cycle), testers=True)

    def evidence(self, cycle: CycleRow) -> None:
        """Make the evidence book of a cycle: each picture on a page of its own."""
        order = Order("uat-evidence", self.tr("Evidence book"), cycle)
        self._offer(order, testers=True, needs_pictures=True)

    def for_tool(self, cycle: CycleRow) -> None:
        """Make a file that another tool reads: scripts, results or defects."""
        dialog = ToolDialog(self._page)
        dialog.setProperty("cycle", cycle)
        dialog.chosen.connect(self._take_tool)
        dialog.open()

    def _take_tool(self, chosen: tuple[str, str]) -> None:
        document, words = chosen
        cycle = self.sender().property("cycle")
        self._ask(Order(document, words, cycle, TOOL_ENDINGS[document]))

    # -- what goes in -------------------------------------------------------------------------

    def _offer(
        self,
        order: Order,
        *,
        testers: bool = False,
        pictures: bool = False,
        needs_pictures: bool = False,
    ) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> tuple[Order, Choices]:
            found = read_choices(workspace, order.cycle.id)
            if needs_pictures and not found.pictures:
                raise UserError(self.tr("No picture was kept in {0} yet.").format(order.cycle.code))
            kept = Choices(found.testers if testers else (), found.pictures if pictures else 0)
            return order, kept

        self._context.jobs.run(work, self._take_choices)

    def _take_choices(self, found: tuple[Order, Choices]) -> None:
        order, choices = found
        if len(choices.testers) < 2 and not choices.pictures:
            self._ask(order)
            return
        dialog = DocumentDialog(f"{order.title} {order.cycle.code}", choices, self._page)
        dialog.setProperty("order", order)
        dialog.chosen.connect(self._take_options)
        dialog.open()

    def _take_options(self, options: Options) -> None:
        self._ask(replace(self.sender().property("order"), options=options))

    # -- writing ------------------------------------------------------------------------------

    def _ask(self, order: Order) -> None:
        name = file_name(order)
        folder = self._context.settings.text("export/folder")
        proposed = str(Path(folder) / name) if folder and Path(folder).is_dir() else name
        title = self.tr("Save {0}").format(name)

        def chosen(path: Path) -> None:
            self._write(order, path)

        pattern = self._pattern(order.ending)
        self._context.prompts.save_file(self._page, title, proposed, pattern, chosen)

    def _pattern(self, ending: str) -> str:
        if ending == "xlsx":
            return self.tr("Excel workbooks (*.xlsx)")
        if ending != "docx":
            return self.tr("{0} files").format(ending.upper()) + f" (*.{ending})"
        word = self.tr("Word documents (*.docx)")
        return f"{word};;{self.tr('PDF documents (*.pdf)')}" if makes_pdf() else word

    def _write(self, order: Order, path: Path) -> None:
        self._context.settings.remember("export/folder", str(path.parent))
        workspace, project = self._context.workspace, self._context.project_id

        def work(progress: Progress) -> WrittenFile:
            return write_document(workspace, project, order, path, progress)

        title = self.tr("Writing {0}").format(path.name)
        self._context.jobs.run(work, self._written, None, title)

    def _written(self, written: WrittenFile) -> None:
        ExportDone(written.path, self._page, written.warnings).open()


def file_name(order: Order) -> str:
    """Return the name that is proposed for a document."""
    parts = (order.title, order.cycle.code, order.options.name)
    stem = " ".join(part for part in parts if part)
    plain = "".join(sign if sign.isalnum() or sign in " -_.’'" else "_" for sign in stem)
    return f"{plain}.{order.ending}"


def makes_pdf() -> bool:
    """Tell whether there is a program on this computer that makes PDF of a Word document."""
    try:
        converter()
    except EnvironmentProblem:
        return False
    return True


def read_choices(workspace: Workspace, cycle: int) -> Choices:
    """Read who tests in a cycle and how many pictures stand as evidence; for a worker."""
    from changedesk.uat.evidence import kept_in  # noqa: PLC0415 - loads the writers of documents
    from changedesk.uat.queries import runs  # noqa: PLC0415 - with it

    with workspace.snapshot():
        names = {run.tester: run.tester_name for run in runs(workspace, cycle) if run.tester}
        pictures = sum(
            1
            for one in kept_in(workspace, cycle)
            if one.stands and one.media_type.startswith("image/")
        )
    ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
    return Choices(tuple(ordered), pictures)


def write_document(
    workspace: Workspace,
    project: int | None,
    order: Order,
    path: Path,
    progress: Callable[[int, int], None],
) -> WrittenFile:
    """Write a document as the command line does; for a worker."""
    from changedesk.overview import documents  # noqa: PLC0415 - loads every writer

    here = next(row for row in projects(workspace) if row.id == project)
    options = order.options
    wanted = documents.Wanted(here, order.cycle.code, options.tester, options.pictures)
    document = documents.document_called(order.document)
    return documents.export(workspace, document, wanted, path, progress)


class ExportDone(QDialog):
    """Says where a file was written and what it could not hold; opens it or its folder."""

    def __init__(self, path: Path, parent: QWidget, warnings: tuple[str, ...] = ()) -> None:
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
        for warning in warnings:
            column.addWidget(plain_label(warning, wrap=True, selectable=True))
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
