"""Saving a document again, exactly as it was made."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.office.files import replacing
from ui.desk_context import DeskContext
from ui.jobs import Progress


class KeptFile(QObject):
    """Asks where to, and writes the bytes that were kept."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._digest = ""

    def ask(self, name: str, digest: str) -> None:
        """Ask where the content with a digest shall be saved."""
        self._digest = digest
        ending = Path(name).suffix
        self._context.prompts.save_file(
            self._page, self.tr("Save the file again"), name,
            self.tr("As it was made (*{0})").format(ending), self.write,
        )  # fmt: skip

    def write(self, path: Path) -> None:
        """Write the content to a file."""
        workspace, digest = self._context.workspace, self._digest

        def work(_: Progress) -> Path:
            with replacing(path) as temporary:
                temporary.write_bytes(workspace.content(digest))
            return path

        self._context.jobs.run(work, self._written)

    def _written(self, path: Path) -> None:
        told = self.tr("{0} was saved as it was made.").format(path.name)
        self._context.messages.toast(told)
