"""Documents of the whole project as actions of a page: made by a worker, then offered to open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from changedesk.office.layout import WrittenFile
from changedesk.people.queries import ProjectRow, projects
from changedesk.store.workspace import Workspace
from ui.actions import ActionSpec
from ui.jobs import Progress
from ui.page import Page
from ui.uat.exporting import ExportDone, makes_pdf

if TYPE_CHECKING:
    from changedesk.overview.exportable import Wanted


@dataclass(frozen=True)
class ProjectDocument:
    """A document of the project: its name on the command line, its action, its endings."""

    name: str
    spec: ActionSpec
    endings: tuple[str, ...]


About = Callable[[Workspace, ProjectRow], "Wanted"]


class ProjectDocuments(QObject):
    """Declares an action for each document; asks where to, writes it, says where it is.

    `about` is asked, when an action is chosen, what the document is about within the project; what
    it returns is called on a worker.
    """

    def __init__(
        self,
        page: Page,
        documents: tuple[ProjectDocument, ...],
        about: Callable[[], About] | None = None,
    ) -> None:
        super().__init__(page)
        self._about = about
        self._page = page
        self._context = page.context
        self._documents = {one.spec.id: one for one in documents}
        self.actions = tuple(map(self._declare, documents))

    def _declare(self, document: ProjectDocument) -> QAction:
        action = self._page.add_action(document.spec, self._asked, self._has_project)
        action.setData(document.spec.id)
        return action

    def _asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.ask(self._documents[action.data()])

    def ask(self, document: ProjectDocument) -> None:
        """Ask where a document goes, then write it there."""
        name = f"{document.name}.{document.endings[0]}"
        folder = self._context.settings.text("export/folder")
        proposed = str(Path(folder) / name) if folder and Path(folder).is_dir() else name
        title = self.tr("Save {0}").format(name)
        chosen = partial(self._write, document)
        self._context.prompts.save_file(
            self._page, title, proposed, self._pattern(document), chosen
        )

    def _pattern(self, document: ProjectDocument) -> str:
        words = {
            "xlsx": self.tr("Excel workbooks (*.xlsx)"),
            "docx": self.tr("Word documents (*.docx)"),
        }
        patterns = [words[ending] for ending in document.endings]
        if "docx" in document.endings and makes_pdf():
            patterns.append(self.tr("PDF documents (*.pdf)"))
        return ";;".join(patterns)

    def _write(self, document: ProjectDocument, path: Path) -> None:
        self._context.settings.remember("export/folder", str(path.parent))
        workspace, project = self._context.workspace, self._context.project_id
        about = self._about() if self._about is not None else None

        def work(progress: Progress) -> WrittenFile:
            return write_document(workspace, project, document.name, path, progress, about)

        title = self.tr("Writing {0}").format(path.name)
        self._context.jobs.run(work, self._written, None, title)

    def _written(self, written: WrittenFile) -> None:
        ExportDone(written.path, self._page, written.warnings).open()

    def _has_project(self) -> bool:
        return self._context.project_id is not None


def write_document(
    workspace: Workspace,
    project: int | None,
    name: str,
    path: Path,
    progress: Callable[[int, int], None],
    about: About | None = None,
) -> WrittenFile:
    """Write a document as the command line does; for a worker."""
    from changedesk.overview import documents  # noqa: PLC0415 - loads every writer

    here = next(row for row in projects(workspace) if row.id == project)
    document = documents.document_called(name)
    wanted = about(workspace, here) if about is not None else documents.Wanted(here)
    return documents.export(workspace, document, wanted, path, progress)
